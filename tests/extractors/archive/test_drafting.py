"""Records of past documents become a workbook that can be built again."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from evaluation.doubts import doubt
from evaluation.messages import Message
from evaluation.model import Instrument, Scale, WhenMissing
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
from evaluation.rules import archive as rules
from evaluation.sources import Box, Finding, Source
from evaluation.vocabulary.meanings import Meaning
from extractors.archive.drafting import draft_of_records
from extractors.workbook import read_workbook
from generator.packs.packs import choose_pack
from generator.workbooks.book import Rows, write_workbook
from generator.workbooks.round_sheets import round_sheets

D = Decimal
KNOWN = Instrument((), (), Scale(D(1), D(4), D(1)))
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


class Made(NamedTuple):
    sheets: Mapping[str, Rows]
    notes: Mapping[tuple[str, str], Message]
    findings: tuple[Finding, ...]


def made(
    *records: Record, like: Instrument | None = None, given: Mapping[str, Rows] | None = None
) -> Made:
    drafted = draft_of_records(records, PROFILE, like)
    sheets = round_sheets(drafted.draft, given or {})
    return Made(sheets.sheets, sheets.notes, drafted.findings)


def told_notes(outcome: Made) -> dict[tuple[str, str], str]:
    return {place: str(note) for place, note in outcome.notes.items()}


def rows(outcome: Made, sheet: str) -> list[list[object]]:
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
    flagged = replace(
        items[1], printed="3.G", flag=doubt(rules.SCORE_UNREADABLE, said="tidak terbaca")
    )
    first = replace(one.dimensions[0], items=(items[0], flagged))
    flag = Flag(
        doubt(rules.SCORE_UNREADABLE, said="bukan angka"), Source("b.pdf", page=2), "AWAL", 2
    )
    outcome = made(replace(one, dimensions=(first, one.dimensions[1]), flags=(flag,)))
    assert rows(outcome, "Nilai")[1][3] is None
    assert told_notes(outcome) == {("Nilai", "D3"): "tidak terbaca (printed: 3.G)"}
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
        [1, None, "KOTA BOGOR", "Walikota Bogor", "", "Tidak", None, None],
        [2, None, "KAB. BADUNG", "Bupati Badung", "A", "Ya", None, None],
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
    columns = (
        RecordedColumn("Awal"),
        RecordedColumn("Hasil"),
        RecordedColumn("Nilai Final", Meaning.FINAL),
        RecordedColumn("Improvement", Meaning.CHANGE),
    )
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


def facts(outcome: Made) -> dict[object, object]:
    return {row[0]: row[1] for row in outcome.sheets["Surat"]}


SCALE = ("Skala Minimum", "Skala Maksimum", "Langkah Skala")


@pytest.mark.parametrize(
    ("scores", "like", "scale"),
    [
        ((1, 2, 3), None, (None, None, None)),
        ((1, 2, 3), KNOWN, (D(1), D(4), None)),
        ((1, "1.2", 3, 4) * 4, None, (D(1), D(4), D("0.2"))),
        ((1, "1.237", 3, 4) * 4, None, (D(1), D(4), None)),
    ],
)
def test_a_scale_that_nobody_tells_stays_blank(
    scores: tuple[int | str, ...], like: Instrument | None, scale: tuple[D | None, ...]
) -> None:
    told = facts(made(report("KAB. A", *scores), like=like))
    assert tuple(told[key] for key in SCALE) == scale


# Each sheet by itself.


def test_facts_of_the_letter_are_the_first_that_any_document_tells() -> None:
    letter = RecordedLetter("B-1/2023", datetime.date(2023, 11, 5))
    other = RecordedLetter("B-2/2023", datetime.date(2022, 1, 1))
    outcome = made(
        report("KAB. A", 1, 2, 3), Record("l.pdf", letter=letter), Record("m.pdf", letter=other)
    )
    told = facts(outcome)
    assert (told["Nomor"], told["Tanggal"]) == ("B-1/2023", "5 November 2023")
    assert told["Tahun"] == D(2023)


def test_what_no_document_tells_stays_blank() -> None:
    outcome = made(replace(report("KAB. A", 1, 2, 3), year=None))
    told = facts(outcome)
    assert {told[key] for key in ("Nomor", "Tanggal", "Tahun", "Skala Minimum")} == {None}
    assert "years-mixed" not in {finding.rule for finding in outcome.findings}


def test_a_year_that_differs_is_told_with_both() -> None:
    other = replace(report("KAB. C", 1, 2, 3), year=2022)
    none = replace(report("KAB. D", 1, 2, 3), year=None)
    outcome = made(report("KAB. A", 1, 2, 3), report("KAB. B", 1, 2, 3), other, none)
    (told,) = (f for f in outcome.findings if f.rule == "years-mixed")
    assert str(told.message) == "the report is of 2022, the others of 2023."


@pytest.mark.parametrize(("attended", "rows_made"), [(True, 1), (None, 1), (False, 0)])
def test_only_regions_that_took_part_have_scores(attended: bool | None, rows_made: int) -> None:
    outcome = made(replace(report("KAB. A", 1, 2, 3), participating=attended))
    assert len(outcome.sheets["Nilai"]) == 1 + rows_made
    answer = {True: "Ya", False: "Tidak", None: None}[attended]
    assert rows(outcome, "Wilayah")[1][5] == answer


def test_a_region_known_from_the_table_alone_has_no_row_of_scores() -> None:
    outcome = made(report("KAB. A", 1, 2, 3), national(3))
    assert [row[0] for row in outcome.sheets["Nilai"][1:]] == ["KAB. A"]


def test_a_dimension_without_questions_is_a_column_of_its_own() -> None:
    one = report("KAB. A", 1, 2, 3)
    direct = RecordedDimension("DAMPAK", D("3.25"), ())
    outcome = made(replace(one, dimensions=(*one.dimensions, direct)), report("KAB. B", 4, 4, 4))
    assert rows(outcome, "Nilai") == [
        ["Wilayah", "Asesor", "1", "2", "3", "DAMPAK"],
        ["KAB. A", None, D(1), D(2), D(3), D("3.25")],
        ["KAB. B", None, D(4), D(4), D(4), None],
    ]


def test_a_question_that_one_report_lacks_is_blank_there() -> None:
    outcome = made(report("KAB. A", 1, 2, 3), report("KAB. B", 4, 4, 4, 4))
    assert [row[5] for row in rows(outcome, "Nilai")[1:]] == [None, D(4)]


def test_every_value_has_its_place_and_comments_theirs() -> None:
    one = report("KAB. A", 1, 2, 3)
    place = Source("KAB. A.pdf", page=3)
    comments = tuple(replace(c, source=place) for c in one.comments)
    outcome = made(replace(one, comments=comments))
    assert [row[:3] for row in rows(outcome, "Asal")[1:]] == [
        ["Catatan!E3:E4", "KAB. A.pdf", "hlm. 3"],
        ["Nilai!C3:E3", "KAB. A.pdf", "hlm. 2"],
    ]


def test_a_value_without_a_page_has_its_file_for_an_origin() -> None:
    one = report("KAB. A", 1, 2, 3)
    first = one.dimensions[0]
    items = (replace(first.items[0], source=None), replace(first.items[1], source=Source("x.pdf")))
    outcome = made(replace(one, dimensions=(replace(first, items=items), one.dimensions[1])))
    assert [row[:3] for row in rows(outcome, "Asal")[1:]] == [
        ["Nilai!D3", "x.pdf", ""],
        ["Nilai!E3", "KAB. A.pdf", "hlm. 2"],
    ]


def test_a_remark_without_anything_printed_says_so() -> None:
    one = report("KAB. A", 1, 2, 3)
    first = one.dimensions[0]
    items = (
        replace(first.items[0], printed="", flag=doubt(rules.SCORE_UNREADABLE, said="kosong")),
        first.items[1],
    )
    outcome = made(replace(one, dimensions=(replace(first, items=items), one.dimensions[1])))
    assert told_notes(outcome) == {("Nilai", "C3"): "kosong (printed: –)"}


def test_sheets_of_a_known_round_stand_as_they_are() -> None:
    given = {"Instrumen": (("Nomor",), ("x",)), "Bobot": (("Dimensi",),)}
    outcome = made(report("KAB. A", 1, 2, 3), like=KNOWN, given=given)
    assert outcome.sheets["Instrumen"] == given["Instrumen"]
    assert outcome.sheets["Bobot"] == given["Bobot"]
    assert "weights-unknown" not in {finding.rule for finding in outcome.findings}
    assert "weights-unknown" in {f.rule for f in made(report("KAB. A", 1, 2, 3)).findings}


def test_weights_stand_by_category_and_say_what_blanks_do() -> None:
    table = national()
    blank = RecordedResult(13, "KAB. Z", (D(2), None, D("0.80"), None), "A")
    other = RecordedResult(14, "KAB. Y", (D(2), D(2), D(2), None), "B")
    results = replace(table.results, rows=(*table.results.rows, blank, other))
    outcome = made(report("KAB. A", 1, 2, 3), replace(table, results=results))
    assert rows(outcome, "Bobot") == [
        ["Dimensi", "A", "B", "Bila Kosong"],
        ["AWAL", D(40), None, None],
        ["HASIL", D(60), None, WhenMissing.ZERO.value],
    ]


def test_a_dimension_that_the_table_lacks_has_no_weight() -> None:
    one = report("KAB. A", 1, 2, 3)
    more = replace(one, dimensions=(*one.dimensions, RecordedDimension("DAMPAK", D(3), ())))
    assert rows(made(more, national()), "Bobot")[3] == ["DAMPAK", None, None]


def test_flags_become_warnings_at_their_places() -> None:
    flag = Flag(doubt(rules.SCORE_BLANK, said="kosong"), Source("b.pdf", page=2), "AWAL", 2)
    outcome = made(replace(report("KAB. A", 1, 2, 3), flags=(flag,)))
    (told,) = (f for f in outcome.findings if f.rule == "score-blank")
    assert (told.severity.name, str(told.message), told.source) == (
        "WARNING", "kosong", Source("b.pdf", page=2),
    )  # fmt: skip
