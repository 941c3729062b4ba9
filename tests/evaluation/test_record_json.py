"""A record as JSON: exact numbers, null for what was not read, the same bytes each time."""

import datetime
import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.doubts import doubt
from evaluation.record import (
    Flag,
    Record,
    RecordedColumn,
    RecordedComments,
    RecordedDimension,
    RecordedItem,
    RecordedLetter,
    RecordedName,
    RecordedResult,
    RecordedResults,
)
from evaluation.record_json import from_json, to_json
from evaluation.rules import archive as rules
from evaluation.sources import Box, Source
from evaluation.vocabulary.meanings import Meaning

UNREADABLE = doubt(rules.SCORE_UNREADABLE, no=2, text="?")
SOURCE = Source("a.pdf", page=3, box=Box(1.0, 2.5, 30.0, 40.0))


def record() -> Record:
    items = (
        RecordedItem(1, "Akses", "", "Apakah ada?", Decimal("3.6"), "3,6", None, SOURCE),
        RecordedItem(2, "Akses", "", "Berapa?", None, "?", UNREADABLE, SOURCE),
    )
    return Record(
        file="a.pdf",
        region="KAB. CONTOH",
        category="REGULER",
        year=2024,
        participating=True,
        letter=RecordedLetter("B-1/X/11/2024", datetime.date(2024, 11, 25)),
        dimensions=(RecordedDimension("Layanan", Decimal("3.60"), items, SOURCE),),
        comments=(RecordedComments("Kekuatan", "Asesor 1", "Badan Contoh", ("Baik",), SOURCE),),
        addressees=(RecordedName(1, "Bupati Contoh", SOURCE),),
        absent=(RecordedName(1, "KAB. LAIN", None),),
        results=RecordedResults(
            (RecordedColumn("Layanan", Meaning.DIMENSION), RecordedColumn("Lain")),
            (RecordedResult(1, "KAB. CONTOH", (None, Decimal(3)), "REGULER", SOURCE),),
        ),
        flags=(Flag(UNREADABLE, SOURCE, "Layanan", 2),),
    )


def test_a_record_survives_json() -> None:
    assert from_json(to_json(record())) == record()


def test_json_has_every_key_of_the_schema() -> None:
    data = json.loads(to_json(record()))
    assert list(data) == [
        "schema", "file", "pages", "region", "category", "year", "participating", "letter",
        "dimensions", "comments", "addressees", "absent", "results", "flags",
    ]  # fmt: skip
    assert data["dimensions"][0]["items"][1]["score"] is None
    assert data["dimensions"][0]["items"][0]["score"] == 3.6
    assert data["flags"][0]["box"] == [1.0, 2.5, 30.0, 40.0]


def test_a_record_of_the_first_version_is_read_and_its_columns_are_known_by_their_headings() -> (
    None
):
    data = json.loads(to_json(record()))
    data["schema"] = 1
    data["results"]["columns"] = ["Layanan", "Nilai Akhir"]
    read = from_json(json.dumps(data))
    assert read.results.columns == (
        RecordedColumn("Layanan"),
        RecordedColumn("Nilai Akhir", Meaning.FINAL),
    )
    assert replace(read, results=record().results) == record()


def test_a_column_without_role_has_none_and_a_strange_role_is_told() -> None:
    data = json.loads(to_json(record()))
    assert data["results"]["columns"] == [
        {"heading": "Layanan", "role": "dimension"},
        {"heading": "Lain", "role": None},
    ]
    data["results"]["columns"][0]["role"] = "colour"
    with pytest.raises(ValueError, match="no meaning"):
        from_json(json.dumps(data))


@given(st.decimals(-1000, 1000, places=4))
def test_numbers_are_exact(value: Decimal) -> None:
    dimension = RecordedDimension("A", value, ())
    read = from_json(to_json(Record("a.pdf", dimensions=(dimension,))))
    assert read.dimensions[0].average == value


@pytest.mark.parametrize("text", ["[]", "{}", '{"schema": 2}', '{"schema": 3}', "null", "3"])
def test_anything_else_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="no record"):
        from_json(text)
