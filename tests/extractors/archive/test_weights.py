"""The national table of a past round, column by column."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from evaluation.record import Record, RecordedColumn, RecordedResult, RecordedResults
from evaluation.vocabulary.layouts import result_of
from extractors.archive.weights import national_table

D = Decimal
PAIRS = tuple((D(1 + n % 4), D(1 + n * n % 4)) for n in range(8))
"""Values of two dimensions; the first weighs 40, the second 60."""


def rows(
    count: int = 8, category: str = "A", final: str | None = None, change: str | None = "0.5"
) -> tuple[RecordedResult, ...]:
    return tuple(
        RecordedResult(
            n,
            f"KAB. {n}{category}",
            (
                first,
                second,
                (40 * first + 60 * second) / 100 if final is None else D(final),
                None if change is None else D(change),
            ),
            category,
        )
        for n, (first, second) in enumerate(PAIRS[:count], 1)
    )


def record(
    *given: RecordedResult,
    columns: Sequence[str] = ("Tata Kelola", "Layanan", "Nilai Akhir", "Kenaikan"),
) -> Record:
    made = tuple(RecordedColumn(heading, result_of(heading)) for heading in columns)
    return Record("table.pdf", results=RecordedResults(made, given))


NAMES = ("Tata Kelola", "Layanan")


def test_columns_are_understood_and_weights_found() -> None:
    table = national_table([record(*rows())], NAMES)
    assert table.columns == {"Tata Kelola": 0, "Layanan": 1}
    assert (table.final, table.change) == (2, 3)
    assert {name: found.weights for name, found in table.weights.items()} == {"A": (D(40), D(60))}


def test_each_category_is_explained_by_itself() -> None:
    odd = rows(category="B", final="1.23")
    table = national_table([record(*rows(), *odd)], NAMES)
    assert set(table.weights) == {"A"}
    assert table.final == 2


def test_the_fullest_table_counts() -> None:
    table = national_table([record(*rows(2)), record(*rows(8)), record(*rows(3))], NAMES)
    assert len(table.results.rows) == 8


def test_the_year_before_is_this_year_less_the_change() -> None:
    given = (*rows(2), *rows(1, "B", change=None))
    table = national_table([record(*given)], NAMES)
    assert table.previous() == {"KAB. 1A": D("0.5"), "KAB. 2A": D("1.5")}


@pytest.mark.parametrize("heading", ["Tingkat Improvement", "Peningkatan", "KENAIKAN", "Perubahan",
                                     "Selisih", "Change"])  # fmt: skip
def test_a_column_of_changes_is_known_by_its_heading(heading: str) -> None:
    given = record(*rows(), columns=("Tata Kelola", "Layanan", "Indeks", heading))
    assert national_table([given], NAMES).change == 3


def test_without_column_of_changes_there_is_no_year_before() -> None:
    given = record(*rows(), columns=("Tata Kelola", "Layanan", "Indeks", "Lain"))
    table = national_table([given], NAMES)
    assert (table.final, table.change, table.previous()) == (2, None, {})


def test_the_final_column_is_the_one_that_weights_explain_wherever_it_stands() -> None:
    turned = tuple(
        RecordedResult(
            r.number, r.region, (r.values[3], r.values[2], r.values[0], r.values[1]), "A"
        )
        for r in rows()
    )
    given = record(*turned, columns=("Lain", "Indeks", "Tata Kelola", "Layanan"))
    table = national_table([given], NAMES)
    assert (table.final, table.change) == (1, None)
    assert table.columns == {"Tata Kelola": 2, "Layanan": 3}


def test_a_table_that_nothing_explains_takes_the_first_column_left() -> None:
    table = national_table([record(*rows(final="1.23"))], NAMES)
    assert (table.final, table.change, table.weights) == (2, 3, {})
    ahead = record(columns=("Kenaikan", "Tata Kelola", "Layanan", "Indeks"))
    assert national_table([ahead], NAMES).final == 3


def test_no_table_tells_nothing() -> None:
    table = national_table([Record("a.pdf")], NAMES)
    assert (table.columns, table.final, table.change, table.weights) == ({}, None, None, {})
    assert table.previous() == {}


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (("LAYANAN", "Tata Kelola"), {"Tata Kelola": 1, "Layanan": 0}),
        (("Layanan", "Layanan"), {"Layanan": 0}),
        (("Tata Kelol", "Layan"), {"Tata Kelola": 0, "Layanan": 1}),
        (("Tata", "Lay"), {}),
        (("Layanan Publik", "Layanan"), {"Layanan": 1}),
    ],
)
def test_headings_and_names_are_paired_from_the_most_alike_down(
    headings: tuple[str, ...], columns: dict[str, int]
) -> None:
    assert national_table([record(columns=headings)], NAMES).columns == columns


def test_a_row_without_final_value_explains_nothing_and_hinders_nothing() -> None:
    blank = RecordedResult(9, "KAB. 9", (D(1), D(1), None, None), "A")
    table = national_table([record(*rows(), blank)], NAMES)
    assert set(table.weights) == {"A"}


def test_of_two_columns_that_weights_explain_the_one_headed_as_final_is_taken() -> None:
    doubled = tuple(
        RecordedResult(r.number, r.region, (*r.values[:2], r.values[2], r.values[2]), "A")
        for r in rows()
    )
    given = record(*doubled, columns=("Tata Kelola", "Layanan", "Sementara", "Nilai Akhir"))
    assert national_table([given], NAMES).final == 3
