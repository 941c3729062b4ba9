"""The national table: its columns, rows over page breaks, values that are no numbers."""

from decimal import Decimal

import pytest

from evaluation.record import RecordedColumn, RecordedResults
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts.results import read_results, respaced
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Piece, What
from tests.extractors.reports.writing import lines, piece, table

D = Decimal
HEADS = (
    (Meaning.NUMBER, "No"), (Meaning.REGION, "Kab/Kota"), (Meaning.UNSETTLED, "Awal"),
    (Meaning.FINAL, "Nilai Akhir"), (Meaning.CATEGORY, "Ket"),
)  # fmt: skip


def row(number: int | None, *texts: str, what: What = What.ROW) -> Piece:
    given = (str(number or ""), *texts)
    return piece(dict(enumerate(given)), what, number, 100 + 20 * (number or 0))


def read(*pieces: Piece) -> tuple[RecordedResults, list[str]]:
    results, flags = read_results([table(Kind.RESULTS, HEADS, *pieces)], "a.pdf")
    return results, [str(flag.message) for flag in flags]


def test_columns_are_those_that_hold_values_and_rows_stand_as_printed() -> None:
    results, told = read(row(1, "KAB. A", "3,2", "3.50", "Baik"), row(2, "KOTA B", "1", "2", ""))
    assert results.columns == (
        RecordedColumn("Awal"),
        RecordedColumn("Nilai Akhir", Meaning.FINAL),
    )
    assert [(r.number, r.region, r.values, r.category) for r in results.rows] == [
        (1, "KAB. A", (D("3.2"), D("3.50")), "Baik"),
        (2, "KOTA B", (D(1), D(2)), ""),
    ]
    assert told == []


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("3,2", D("3.2"), []),
        ("-", None, []),
        ("", None, []),
        ("3.G", None, ["row 1, Awal: “3.G” is no number."]),
        ("3 4", None, ["row 1, Awal: “3 4” is no number."]),
    ],
)
def test_a_cell_that_is_no_number_is_told_and_a_blank_one_is_not(
    text: str, value: Decimal | None, told: list[str]
) -> None:
    results, messages = read(row(1, "KAB. A", text, "2", ""))
    assert results.rows[0].values == (value, D(2))
    assert messages == told


def test_a_flag_stands_at_its_row() -> None:
    given = table(Kind.RESULTS, HEADS, row(1, "KAB. A", "3", "x", ""))
    results, (flag,) = read_results([given], "a.pdf")
    assert flag.rule == "result-unreadable"
    assert flag.source == results.rows[0].source
    assert flag.source.page == 1
    assert flag.source.box is not None and flag.source.box.top == 120


def test_what_a_page_break_cut_off_belongs_to_the_row_before() -> None:
    results, _told = read(
        row(None, "lost", what=What.TAIL),
        row(1, "KAB. PANJANG", "3", "2", ""),
        row(None, "SEKALI", what=What.TAIL),
        row(None, "Rata-rata", "9", "9", what=What.AVERAGE),
        row(2, "KOTA B", "1", "2", ""),
    )
    assert [r.region for r in results.rows] == ["KAB. PANJANG SEKALI", "KOTA B"]


def test_tables_of_the_same_values_go_on_with_the_first_and_others_are_told() -> None:
    first = table(Kind.RESULTS, HEADS, row(1, "KAB. A", "3", "2", "Umum"))
    more = table(Kind.RESULTS, HEADS[:4], row(2, "KAB. B", "3", "2"))
    anew = table(Kind.RESULTS, HEADS[:4], row(1, "KAB. C", "3", "2"),
                 title=lines("B. Kategori Utama"))  # fmt: skip
    other = table(Kind.RESULTS, HEADS[:3], row(4, "KAB. D", "3"), row(5, "KAB. E", "3"))
    results, flags = read_results([first, more, anew, other], "a.pdf")
    assert [(r.region, r.category) for r in results.rows] == [
        ("KAB. A", "Umum"), ("KAB. B", ""), ("KAB. C", "Utama"),
    ]  # fmt: skip
    assert [f"{flag.rule}: {flag.message}" for flag in flags] == [
        "rows-unread: rows 4 to 5 of the page were not read."
    ]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([1, 2, 3], []),
        ([1, 2, 5], ["rows 3 to 4 of the national table were not found."]),
        ([3, 4], ["rows 1 to 2 of the national table were not found."]),
    ],
)
def test_rows_that_are_left_out_are_told(numbers: list[int], told: list[str]) -> None:
    _results, messages = read(*(row(n, f"KAB. {n}", "3", "2", "") for n in numbers))
    assert messages == told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(0,13)", D("-0.13")), ("0,13-", D("-0.13")), ("−0,13", D("-0.13")),
        ("– 0,13", D("-0.13")), ("▼ 0,13", D("-0.13")), ("▲ 0,13", D("0.13")),
        ("+0,13", D("0.13")), ("0,13", D("0.13")), ("turun 0,13", D("-0.13")),
        ("(kosong)", None), ("(1) (2)", None),
    ],
)  # fmt: skip
def test_a_decline_is_negative_however_it_is_printed(text: str, value: Decimal | None) -> None:
    results, _told = read(row(1, "KAB. A", "3", text, ""))
    assert results.rows[0].values[1] == value


def test_a_head_that_is_a_kind_of_region_names_it() -> None:
    heads = ((Meaning.NUMBER, "No"), (Meaning.REGION, "KOTA"), (Meaning.FINAL, "Nilai"))
    given = table(Kind.RESULTS, heads, row(1, "Bogor", "3"), row(2, "Kota Batu", "2"))
    assert [r.region for r in read_results([given], "a.pdf")[0].rows] == ["KOTA Bogor", "Kota Batu"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Nilai Akhir 2023", Meaning.FINAL), ("Nilai Akhir 2022", Meaning.PREVIOUS),
        ("Nilai Akhir 2021", Meaning.UNSETTLED), ("Nilai Akhir", Meaning.FINAL),
        ("2023", Meaning.FINAL), ("2022", Meaning.PREVIOUS), ("Tahun 2022", Meaning.PREVIOUS),
        ("Nilai Tahun Lalu", Meaning.PREVIOUS), ("Kenaikan", Meaning.CHANGE),
        ("Kenaikan (%)", Meaning.UNSETTLED),
    ],
)  # fmt: skip
def test_a_column_of_values_is_known_by_its_heading_and_its_year(
    heading: str, role: Meaning
) -> None:
    heads = (*HEADS[:2], (Meaning.UNSETTLED, heading))
    given = table(Kind.RESULTS, heads, row(1, "KAB. A", "3"))
    results, _flags = read_results([given], "a.pdf", year=2023)
    assert [column.role for column in results.columns] == [role]


def test_changes_in_percent_are_no_differences() -> None:
    heads = (*HEADS[:2], (Meaning.UNSETTLED, "Kenaikan"))
    given = table(Kind.RESULTS, heads, row(1, "KAB. A", "5%"))
    assert read_results([given], "a.pdf")[0].columns[0].role is Meaning.UNSETTLED


def test_no_table_has_no_rows() -> None:
    assert read_results([], "a.pdf") == (RecordedResults(), ())


def test_without_column_of_regions_or_categories_they_are_blank() -> None:
    given = table(Kind.RESULTS, [(Meaning.UNSETTLED, "Awal")], piece({0: "3"}))
    results, _flags = read_results([given], "a.pdf")
    assert [(r.number, r.region, r.category) for r in results.rows] == [(0, "", "")]


def test_a_category_has_the_spelling_with_the_fewest_blanks() -> None:
    results, _told = read(
        row(1, "A", "3", "2", "Sangat Ba ik"), row(2, "B", "3", "2", "Sangat Baik"),
        row(3, "C", "3", "2", "Cukup"),
    )  # fmt: skip
    assert [r.category for r in results.rows] == ["Sangat Baik", "Sangat Baik", "Cukup"]


@pytest.mark.parametrize(
    ("label", "names", "mended"),
    [
        ("TATA KELO LA", ["Tata Kelola"], "TATA KELOLA"),
        ("TATAKELOLA", ["Tata Kelola"], "TATA KELOLA"),
        ("Improve ment", ["Final", "improvement"], "Improvement"),
        ("Mutu", ["Tata Kelola"], "Mutu"),
        ("Mu tu", [], "Mu tu"),
        ("", [""], ""),
    ],
)
def test_a_label_broken_within_words_is_mended_by_a_name(
    label: str, names: list[str], mended: str
) -> None:
    assert respaced(label, names) == mended


def test_heads_are_mended_by_the_names_given() -> None:
    given = table(
        Kind.RESULTS,
        [(Meaning.REGION, "Nama"), (Meaning.UNSETTLED, "Da mpak")],
        piece({0: "A", 1: "3"}),
    )
    assert read_results([given], "a.pdf", ["Dampak"])[0].columns == (
        RecordedColumn("Dampak", Meaning.DIMENSION),
    )
