"""The data that documents carry: a report's record and the addressees of a letter."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest

from evaluation.arithmetic import Results, result
from evaluation.model import Evaluation
from evaluation.record_json import from_json, to_json
from generator.document.blocks import Attachment
from generator.document.kinds import (
    ABSENT,
    ADDRESSEES,
    KINDS,
    LETTER,
    NATIONAL_TABLE,
    PACKET,
    REPORT,
    Request,
    Scope,
)
from generator.making.attachments import attachments, record_of
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.making.views import round_fields


def carried(made: Round, job: Job, evaluation: Evaluation | None = None) -> tuple[Attachment, ...]:
    results = Results(evaluation) if evaluation else made.results
    fields = round_fields(results, made.letter, made.pack)
    return attachments(job, results, made.letter, made.pack.profile, fields)


@pytest.mark.parametrize("name", ["evaluasi-2024", "perpustakaan"])
def test_a_record_holds_what_is_printed_of_each_region_and_survives_json(
    name: str, rounds: Mapping[str, Round]
) -> None:
    made = rounds[name]
    for region in made.evaluation.regions:
        record = record_of(made.results, made.letter, region)
        outcome = result(made.evaluation, region)
        averages = {one.name: one.average for one in record.dimensions}
        scores = {item.number: item.score for one in record.dimensions for item in one.items}
        assert averages == outcome.dimensions
        assert scores == outcome.questions
        assert record.participating == region.attended
        points = [point for one in record.comments for point in one.points]
        comments = made.evaluation.comments.get(region.name, ())
        assert sorted(points) == sorted(one.point for one in comments)
        assert from_json(to_json(record)) == record


def test_each_kind_carries_its_own(rounds: Mapping[str, Round]) -> None:
    made = rounds["perpustakaan"]
    region = made.evaluation.regions[0]
    jobs = (
        *plan_round(made.evaluation, (), KINDS.of(Scope.ROUND, Request.ALL)),
        *plan_regions(made.evaluation, [region], (), (REPORT, PACKET)),
    )
    names = {job.kind: [one.name for one in carried(made, job)] for job in jobs}
    assert names == {
        LETTER: ["penerima.csv"],
        **{kind: [] for kind in (ADDRESSEES, ABSENT)},
        NATIONAL_TABLE: ["hasil.csv"],
        REPORT: ["evaluasi.json"],
        PACKET: ["evaluasi.json", "penerima.csv", "hasil.csv"],
    }


@pytest.mark.parametrize("name", ["evaluasi-2024", "perpustakaan"])
def test_the_national_table_carries_its_rows_as_printed(
    name: str, rounds: Mapping[str, Round]
) -> None:
    made = rounds[name]
    (job,) = plan_round(made.evaluation, (), (NATIONAL_TABLE,))
    (file,) = carried(made, job)
    rows = list(csv.DictReader(StringIO(file.data.decode("utf-8"))))
    assert [row["wilayah"] for row in rows] == [r.name for r in made.evaluation.attended()]
    for row, region in zip(rows, made.evaluation.attended(), strict=True):
        outcome = result(made.evaluation, region)
        values = {**outcome.dimensions, "nilai final": outcome.final}
        for heading, value in values.items():
            assert row[heading] == ("" if value is None else str(value)), (region.name, heading)
        assert row["kategori"] == region.category
    changes = [Decimal(row["tingkat improvement"]) for row in rows if row["tingkat improvement"]]
    assert min(changes) < 0 < max(changes)


@pytest.mark.parametrize("text", ["=1+1", "+62", "-2", "@SUM(A1)", "\t=1", "  =1"])
def test_no_addressee_becomes_a_formula(text: str, rounds: Mapping[str, Round]) -> None:
    made = rounds["perpustakaan"]
    regions = tuple(replace(one, addressee=text) for one in made.evaluation.regions)
    (job,) = plan_round(made.evaluation, (), (LETTER,))
    (table,) = carried(made, job, replace(made.evaluation, regions=regions))
    head, *rows = csv.reader(StringIO(table.data.decode("utf-8")))
    assert head == ["nomor", "penerima", "wilayah", "kode"]
    assert {row[1] for row in rows} == {f"'{text}"}
