"""Averages outside of the question tables find their dimensions."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from evaluation.sources import Source
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts.averages import fill_averages
from extractors.reports.parts.questions import Draft, DraftDimension
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import What
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line
from tests.extractors.reports.writing import line, lines, piece, table

D = Decimal
HEADS = ((Meaning.DIMENSION, "Dimensi"), (Meaning.AVERAGE, "Rata-rata"))


def draft(name: str = "Tata Kelola", average: str | None = None) -> DraftDimension:
    return DraftDimension(name, None if average is None else D(average), items=[Draft(1)])


def filled(
    parts: Sequence[Line | Table], *drafts: DraftDimension
) -> list[tuple[str, Decimal | None, str]]:
    found = fill_averages(drafts or (draft(),), Contents(list(parts)), "a.pdf")
    return [(one.name, one.average, one.average_printed) for one in found]


def summary(*rows: tuple[str, str], title: str = "") -> Table:
    pieces = [piece({0: name, 1: value}) for name, value in rows]
    return table(Kind.SUMMARY, HEADS, *pieces, title=lines(title) if title else ())


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (["Nilai rata-rata Tata Kelola: 3,25"], "3,25"),
        (["Nilai rata-rata Tata Kelola adalah 3,25."], "3,25"),
        (["Rata-rata 3 nilai Tata Kelola: 3.5)"], "3.5"),
        (["Rata-rata Tata Kelola: 2 tahun, 3,5;"], "3,5"),
        (["Rata-rata dimensi Tata Kelola", "adalah 3,1"], "3,1"),
        (["Pembuka 9", "Rata-rata Tata Kelola: 3", "Rata-rata Tata Kelola: 4"], "3"),
        (["Tata Kelola: 3,25"], None),
        (["Rata-rata Tata Kelola", "adalah", "3,1"], None),
        (["Rata-rata Layanan: 3,25"], None),
        (["Rata-rata Tata Kelolaan: 3,25"], None),
        (["Rata-rata Tata Kelola: v3"], None),
        (["Rata-rata Tata Kelola: 3000"], None),
        (["Rata-rata Tata Kelola: 3,25/4."], "3,25"),
        (["Rata-rata Tata Kelola per 12/2023"], None),
        (["Rata-rata Tata Kelola: 3/12/2023"], None),
        (["Rata-rata Tata Kelola"], None),
    ],
)
def test_a_sentence_that_names_a_dimension_says_its_average(
    texts: list[str], printed: str | None
) -> None:
    value = None if printed is None else D(printed.replace(",", "."))
    assert filled(lines(*texts)) == [("Tata Kelola", value, printed or "")]


def test_the_place_of_a_sentence_is_told() -> None:
    (given,) = lines("Rata-rata Tata Kelola: 3", page=4)
    (found,) = fill_averages([draft()], Contents([given]), "a.pdf")
    assert found.average_source == Source("a.pdf", page=4, box=given.box)


def test_a_sentence_does_not_go_on_over_the_page() -> None:
    given = [line("Rata-rata Tata Kelola", page=1), line("adalah 3,1", page=2)]
    assert filled(given) == [("Tata Kelola", None, "")]


def test_an_average_that_a_table_prints_stays() -> None:
    parts = [*lines("Rata-rata Tata Kelola: 2"), summary(("Tata Kelola", "1"))]
    assert filled(parts, draft(average="3"))[0][1] == D(3)


def test_a_dimension_without_name_takes_no_sentence() -> None:
    assert filled(lines("Rata-rata : 2"), draft(name=""))[0][1] is None


def test_a_dimension_without_anything_is_left_out_and_one_with_an_average_is_not() -> None:
    assert filled([], DraftDimension("Kosong")) == []
    assert filled([], DraftDimension("Dampak", D(3))) == [("Dampak", D(3), "")]


@pytest.mark.parametrize(
    ("rows", "value", "printed"),
    [
        ((("Layanan", "1"), ("TATA KELOLA", "3,25")), D("3.25"), "3,25"),
        ((("Tata Kelola", "-"),), None, "-"),
        ((("Tata Kelola", "baik"),), None, ""),
        ((("", "3"),), None, ""),
        ((("Tata Kelola", "3"), ("Tata Kelola", "4")), D(3), "3"),
    ],
)
def test_a_summary_says_averages_by_name(
    rows: tuple[tuple[str, str], ...], value: Decimal | None, printed: str
) -> None:
    assert filled([summary(*rows)]) == [("Tata Kelola", value, printed)]


def test_the_place_of_a_summarys_value_is_told() -> None:
    given = summary(("Tata Kelola", "3"))
    (found,) = fill_averages([draft()], Contents([given]), "a.pdf")
    assert found.average_source == Source("a.pdf", page=1, box=given.pieces[0].cells[1].box)


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (((Meaning.INDICATOR, "Aspek"), (Meaning.SCORE, "Nilai")), True),
        (((Meaning.DIMENSION, "Dimensi"), (Meaning.SCORE, "Nilai")), True),
        (((Meaning.DIMENSION, "Dimensi"), (Meaning.UNSETTLED, "Nilai")), False),
        (((Meaning.UNSETTLED, "Dimensi"), (Meaning.AVERAGE, "Nilai")), False),
    ],
)
def test_a_summary_may_be_headed_otherwise(heads: tuple[tuple[str, str], ...], found: bool) -> None:
    given = table(Kind.SUMMARY, heads, piece({0: "Tata Kelola", 1: "3"}))
    assert filled([given])[0][1] == (D(3) if found else None)


def test_columns_of_dimensions_and_averages_stand_before_the_others() -> None:
    heads = (
        (Meaning.INDICATOR, "Aspek"), (Meaning.DIMENSION, "Dimensi"), (Meaning.SCORE, "Nilai"),
        (Meaning.AVERAGE, "Mean"),
    )  # fmt: skip
    given = table(Kind.SUMMARY, heads, piece({0: "A", 1: "Tata Kelola", 2: "1", 3: "3"}))
    assert filled([given])[0][1] == D(3)


def test_a_table_of_questions_is_no_summary() -> None:
    given = table(Kind.QUESTIONS, HEADS, piece({0: "Tata Kelola", 1: "3"}))
    assert filled([given])[0][1] is None


def test_a_table_of_one_row_under_its_own_name_is_a_direct_score() -> None:
    direct = summary(("Dampak", "3,5"), title="Dampak")
    assert filled([direct]) == [("Tata Kelola", None, ""), ("Dampak", D("3.5"), "3,5")]
    assert filled([summary(("Dampak", "3,5"), title="Lain")]) == [("Tata Kelola", None, "")]
    assert filled([summary(("Dampak", "3,5"))]) == [("Tata Kelola", None, "")]
    two = summary(("Dampak", "3,5"), ("Hasil", "2"), title="Dampak")
    assert filled([two]) == [("Tata Kelola", None, "")]
    blank = summary(("Dampak", "3,5"), ("", ""), title="Dampak")
    assert filled([blank])[1:] == [("Dampak", D("3.5"), "3,5")]


def test_a_direct_score_alone_makes_no_report() -> None:
    direct = summary(("Dampak", "3,5"), title="Dampak")
    assert filled([direct], DraftDimension("Kosong")) == []


def test_the_total_of_a_summary_is_no_dimension() -> None:
    given = summary(("Nilai Akhir", "3,5"), title="Nilai Akhir")
    assert filled([given]) == [("Tata Kelola", None, "")]
    named = draft("Jumlah Layanan")
    assert filled([summary(("Jumlah Layanan", "3"))], named)[0][1] is None


def test_pieces_of_any_kind_are_read() -> None:
    given = table(Kind.SUMMARY, HEADS, piece({0: "Tata Kelola", 1: "3"}, What.TAIL))
    assert filled([given])[0][1] == D(3)
