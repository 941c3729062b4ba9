"""The heading above a table, told from rows and from running text."""

import pytest

from extractors.reports.tables.headings import row_number, title_above
from tests.extractors.reports.writing import line


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7 Apa", 7), ("7. Apa", 7), ("7) Apa", 7), ("A | 7 Apa", 7), ("Apa 7", None),
        ("A | Apa", None), ("7a Apa", None),
    ],
)  # fmt: skip
def test_the_number_of_a_row_begins_one_of_its_texts(text: str, number: int | None) -> None:
    assert row_number(line(text)) == number


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("Tata Kelola", True), ("2 Tata Kelola", True), ("Tahun 2023", True),
        ("2 Apa itu 3,5", False), ("Rata-rata 3,5", False), ("Rata-rata nilai", True),
    ],
)  # fmt: skip
def test_rows_and_averages_are_no_headings(text: str, is_title: bool) -> None:
    assert bool(title_above([line(text, 100, bold=True)], 120)) is is_title


def test_a_heading_is_bold_or_large_or_set_apart() -> None:
    above = [line("Kata", 72), line("Kata pengantar", 86)]
    for heading in (line("Tata Kelola", 100, bold=True), line("Tata Kelola", 100, size=12)):
        assert [one.text for one in title_above([*above, heading], 120)] == ["Tata Kelola"]
    assert title_above([*above, line("Tata Kelola", 100)], 120) == ()
    two = [line("Tata", 86, bold=True), line("Kelola", 100, bold=True)]
    assert [one.text for one in title_above(two, 120)] == ["Tata", "Kelola"]
