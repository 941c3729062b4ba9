"""The pages of a document are held against the data that it carries, value by value."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.record_json import RESULTS_FILE
from extractors.archive.agreement import Agreement, agreement
from generator.document.kinds import NATIONAL_TABLE, PACKET, REPORT, Kind
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.writers import WRITERS
from tests.extractors.archive.test_embedded import another_score, changed, no_score

NAME = "prov bengkulu"


def job_of(opened: Round, kind: Kind) -> Job:
    if kind is NATIONAL_TABLE:
        return plan_round(opened.evaluation, ("pdf",), (kind,))[0]
    return plan_regions(opened.evaluation, [opened.region(NAME)], ("pdf",), (kind,))[0]


def seen(opened: Round, kind: Kind, folder: Path, inside: Mapping[str, bytes]) -> Agreement:
    """Give the agreement of a document some of whose attachments are others."""
    document = opened.maker.document(job_of(opened, kind))
    carried = tuple(
        replace(one, data=inside.get(one.name, one.data)) for one in document.attachments
    )
    path = folder / "berkas.pdf"
    with path.open("wb") as target:
        WRITERS["pdf"](replace(document, attachments=carried), opened.pack.style, target)
    return agreement(path)


@pytest.fixture
def small(rounds: Mapping[str, Round]) -> Round:
    return rounds["perpustakaan"]


@pytest.mark.parametrize(("kind", "values"), [(REPORT, 15), (NATIONAL_TABLE, 37), (PACKET, 52)])
def test_every_value_of_a_document_of_ours_is_compared(
    small: Round, kind: Kind, values: int, tmp_path: Path
) -> None:
    told = seen(small, kind, tmp_path, {})
    assert told == Agreement(values)
    assert told.proven


@pytest.mark.parametrize("change", [another_score, no_score])
def test_a_score_that_the_page_does_not_print_is_told_with_its_question(
    small: Round, change: Callable[[dict[str, object]], None], tmp_path: Path
) -> None:
    inside = changed(small, NAME, change)
    told = seen(small, REPORT, tmp_path, {"evaluasi.json": inside})
    assert [(one.number, one.source.page) for one in told.differing] == [(2, 3)]
    assert not told.proven


def rows(small: Round) -> list[str]:
    document = small.maker.document(job_of(small, NATIONAL_TABLE))
    (own,) = (one for one in document.attachments if one.name == RESULTS_FILE)
    return own.data.decode().splitlines()


def csv_of(lines: list[str]) -> dict[str, bytes]:
    return {RESULTS_FILE: "\r\n".join(lines).encode()}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (",5.03,", ",5.04,", "says 5,04, the page 5,03"),
        (",5.03,", ",,", "says –, the page 5,03"),
        (",5.03,", ",lima,", "says lima, the page 5,03"),
        (",5.03,", ",5.030,", None),
    ],
)
def test_a_cell_of_the_national_table_that_differs_is_told(
    small: Round, old: str, new: str, message: str | None, tmp_path: Path
) -> None:
    head, first, *rest = rows(small)
    assert old in first
    told = seen(small, NATIONAL_TABLE, tmp_path, csv_of([head, first.replace(old, new), *rest]))
    assert [str(one.message) for one in told.differing] == (
        [f"the record inside the file {message}."] if message else []
    )
    assert all(one.dimension == "PROV. BENGKULU, NILAI FINAL" for one in told.differing)
    assert all(one.source.page == 1 for one in told.differing)


def test_a_row_that_only_one_of_the_two_has_is_told(small: Round, tmp_path: Path) -> None:
    head, first, *rest = rows(small)
    told = seen(small, NATIONAL_TABLE, tmp_path, csv_of([head, *rest]))
    assert len(told.differing) == 5
    more = first.replace("PROV. BENGKULU", "PROV. LAIN").replace("1,", "99,", 1)
    told = seen(small, NATIONAL_TABLE, tmp_path, csv_of([head, first, *rest, more]))
    assert {one.dimension for one in told.differing} >= {"PROV. LAIN, NILAI FINAL"}


@pytest.mark.parametrize("data", [b"", b"\xff", b"nomor,wilayah"])
def test_rows_that_cannot_be_read_prove_nothing(small: Round, data: bytes, tmp_path: Path) -> None:
    told = seen(small, NATIONAL_TABLE, tmp_path, {RESULTS_FILE: data})
    assert [str(one.message) for one in told.differing] == [
        "the record inside the file cannot be read."
    ]
    assert not told.proven


def test_what_cannot_be_read_is_told_by_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.7")
    told = agreement(path)
    assert "rusak.pdf" in str(told.reason)
    assert not told.proven
