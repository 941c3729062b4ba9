"""Records of past documents become a workbook that can be built again."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evaluation.model import Scale
from evaluation.record import (
    Flag,
    Record,
    RecordedComments,
    RecordedDimension,
    RecordedItem,
    RecordedName,
    RecordedResult,
    RecordedResults,
)
from evaluation.source import Box, Source
from extractors.workbook import read_workbook
from generator.digitised.sheets import Digitised, digitised
from generator.packs import choose_pack
from generator.workbook import write_workbook

D = Decimal
SCALE = Scale(D(1), D(4), D("0.2"))
PROFILE = choose_pack(None, None, None, Path()).profile


def report(region: str, *scores: int | str | None, file: str = "") -> Record:
    """A report of two dimensions: the first two scores, and the others."""
    file = file or f"{region}.pdf"
    items = [
        RecordedItem(
            number,
            "Layanan",
            "",
            f"Pertanyaan {number}?",
            None if score is None else D(score),
            str(score),
            source=Source(file, page=2, box=Box(1, 1, 2, 2)),
        )
        for number, score in enumerate(scores, 1)
    ]
    dimensions = (
        RecordedDimension("AWAL", D(3), tuple(items[:2])),
        RecordedDimension("HASIL", D(3), tuple(items[2:])),
    )
    comments = (RecordedComments("Kekuatan", "Asesor 1", "Universitas X", ("Baik", "Rapi")),)
    return Record(file, region, "A", 2023, True, dimensions=dimensions, comments=comments)


def made(*records: Record) -> Digitised:
    return digitised(records, SCALE, PROFILE)


def rows(outcome: Digitised, sheet: str) -> list[list[object]]:
    return [list(row) for row in outcome.sheets[sheet]]


def test_scores_comments_and_questions_stand_in_their_sheets() -> None:
    outcome = made(report("KAB. BADUNG", 3, "3.6", 2))
    assert rows(outcome, "Nilai") == [
        ["Wilayah", "Asesor", "1", "2", "3"],
        ["KAB. BADUNG", None, D(3), D("3.6"), D(2)],
    ]
    assert rows(outcome, "Catatan")[1:] == [
        ["KAB. BADUNG", "Kekuatan", "Asesor 1", "Universitas X", "Baik"],
        ["KAB. BADUNG", "Kekuatan", "Asesor 1", "Universitas X", "Rapi"],
    ]
    assert rows(outcome, "Instrumen")[3] == [3, "HASIL", "Layanan", "", "Pertanyaan 3?"]


def test_a_value_that_was_not_read_stays_blank_with_a_remark() -> None:
    one = report("KAB. BADUNG", 3, None, 2)
    items = one.dimensions[0].items
    flagged = replace(items[1], printed="3.G", flag="tidak terbaca")
    first = replace(one.dimensions[0], items=(items[0], flagged))
    flag = Flag("score-unreadable", "bukan angka", Source("b.pdf", page=2), "AWAL", 2)
    outcome = made(replace(one, dimensions=(first, one.dimensions[1]), flags=(flag,)))
    assert rows(outcome, "Nilai")[1][3] is None
    assert outcome.notes == {("Nilai", "D3"): "tidak terbaca (printed: 3.G)"}
    assert "score-unreadable" in {finding.rule for finding in outcome.findings}


def test_numbers_that_begin_anew_in_each_dimension_are_counted_through() -> None:
    one = report("KAB. BADUNG", 3, 2, 4)
    second = one.dimensions[1]
    anew = replace(second, items=(replace(second.items[0], number=1),))
    outcome = made(replace(one, dimensions=(one.dimensions[0], anew)))
    assert rows(outcome, "Nilai") == [
        ["Wilayah", "Asesor", "1", "2", "3"],
        ["KAB. BADUNG", None, D(3), D(2), D(4)],
    ]


def test_the_wording_of_most_reports_is_taken_and_the_odd_one_told() -> None:
    odd = report("KAB. C", 1, 2, 3)
    first = odd.dimensions[0]
    items = (replace(first.items[0], question="Lain?"), first.items[1])
    odd = replace(odd, dimensions=(replace(first, items=items), odd.dimensions[1]))
    outcome = made(odd, report("KAB. A", 1, 2, 3), report("KAB. B", 1, 2, 3))
    assert rows(outcome, "Instrumen")[1][4] == "Pertanyaan 1?"
    assert "question-texts-differ" in {finding.rule for finding in outcome.findings}


def test_two_reports_of_one_region_that_differ_are_an_error() -> None:
    outcome = made(report("KAB. A", 1, 2, 3), report("Kab. A", 1, 2, 4, file="other.pdf"))
    assert "report-repeated" in {f.rule for f in outcome.findings if f.severity.name == "ERROR"}
    assert rows(outcome, "Nilai")[1][4] == D(3)


def test_reports_of_another_year_are_told() -> None:
    other = replace(report("KAB. C", 1, 2, 3), year=2022)
    outcome = made(report("KAB. A", 1, 2, 3), report("KAB. B", 1, 2, 3), other)
    assert [str(f.source) for f in outcome.findings if f.rule == "years-mixed"] == ["KAB. C.pdf"]


def test_lists_tell_who_was_absent_and_who_is_addressed() -> None:
    lists = Record(
        "annex.pdf",
        absent=(RecordedName(1, "KOTA BOGOR"),),
        addressees=(RecordedName(1, "Bupati Badung"), RecordedName(2, "Walikota Bogor")),
    )
    outcome = made(report("KAB. BADUNG", 1, 2, 3), lists)
    assert rows(outcome, "Wilayah")[1:] == [
        [1, None, "KOTA BOGOR", "Walikota Bogor", "", "Tidak"],
        [2, None, "KAB. BADUNG", "Bupati Badung", "A", "Ya"],
    ]


def national(count: int = 12) -> Record:
    """A national table in which AWAL weighs 40 and HASIL 60."""
    table = []
    for n in range(count):
        first, second = D(100 + 7 * n % 300) / 100, D(150 + 31 * n % 250) / 100
        final = ((40 * first + 60 * second) / 100).quantize(D("0.01"), "ROUND_HALF_UP")
        table.append(
            RecordedResult(n + 1, f"KAB. {chr(65 + n)}", (first, second, final, D("0.1")), "A")
        )
    columns = ("Awal", "Hasil", "Nilai Final", "Improvement")
    return Record("table.pdf", results=RecordedResults(columns, tuple(table)))


def test_weights_and_last_year_come_from_the_national_table() -> None:
    outcome = made(report("KAB. A", 1, 2, 3), national())
    assert rows(outcome, "Bobot")[:2] == [["Dimensi", "A", "Bila Kosong"], ["AWAL", D(40), None]]
    assert rows(outcome, "Tahun Lalu")[1] == ["KAB. A", D("1.2")]
    assert "weights-unknown" not in {finding.rule for finding in outcome.findings}


def test_what_was_digitised_reads_as_a_workbook(tmp_path: Path) -> None:
    outcome = made(report("KAB. A", 3, "3.6", 2), national(1), national())
    path = tmp_path / "lama.xlsx"
    with path.open("wb") as target:
        write_workbook(target, outcome.sheets, {("Nilai", "D3"): "lihat"})
    evaluation = read_workbook(path).evaluation
    assert evaluation is not None
    (row,) = evaluation.scores["KAB. A"]
    assert row.values == (D(3), D("3.6"), D(2))
    origin = evaluation.origins.find(row.source(1))
    assert origin == Source("KAB. A.pdf", "hlm. 2")


@pytest.mark.parametrize("scale", [None, SCALE])
def test_a_scale_that_nobody_tells_stays_blank(scale: Scale | None) -> None:
    outcome = digitised([report("KAB. A", 1, 2, 3)], scale, PROFILE)
    facts = {row[0]: row[1] for row in outcome.sheets["Surat"]}
    assert facts["Skala Maksimum"] == (scale and scale.maximum)
