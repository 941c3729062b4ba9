"""Number and date of a letter, from the head that says them."""

import datetime

import pytest

from extractors.reports.parts.letterhead import read_letter
from tests.extractors.reports.writing import line, lines

DAY = datetime.date(2023, 11, 25)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nomor : B-1/KOM/2023", "B-1/KOM/2023"),
        ("Nomor B-1/KOM/2023", "B-1/KOM/2023"),
        ("Nomor : B-1 / KOM / 2023,", "B-1/KOM/2023"),
        ("Nomor : 12/A.1&B/2023", "12/A.1&B/2023"),
        ("Nomor : B-1/2023", None),
        ("Nomor urut surat", None),
        ("Surat B-1/KOM/2023", None),
        ("Nomor : b-1/kom/2023", None),
    ],
)
def test_the_number_stands_behind_its_label(text: str, number: str | None) -> None:
    assert read_letter(lines("Isi", text)).number == number


def test_the_first_head_with_a_number_counts() -> None:
    given = lines("Nomor : segera", "Nomor : A/B/1", "Nomor : A/B/2")
    assert read_letter(given).number == "A/B/1"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Jakarta, 25 November 2023", DAY),
        ("25 November 2023", DAY),
        ("Tanggal : 25 November 2023", DAY),
        ("Tanggal 25 November 2023", DAY),
        ("pada 25 November 2023", None),
        ("Jakarta, 25 November 2023 pukul 9", None),
        ("Jakarta, 35 November 2023", None),
        ("Jakarta, 25 Kata 2023", None),
    ],
)
def test_the_date_stands_alone_or_behind_its_label(text: str, day: datetime.date | None) -> None:
    assert read_letter(lines("Nomor : A/B/1", text)).date == day


@pytest.mark.parametrize(("between", "found"), [(12, True), (13, False)])
def test_the_date_stands_near_below(between: int, found: bool) -> None:
    given = lines("Nomor : A/B/1", *["isi"] * between, "Jakarta, 25 November 2023")
    assert (read_letter(given).date == DAY) is found


@pytest.mark.parametrize(("between", "found"), [(3, True), (4, False)])
def test_the_date_stands_near_above(between: int, found: bool) -> None:
    given = lines("Jakarta, 25 November 2023", *["isi"] * between, "Nomor : A/B/1")
    assert (read_letter(given).date == DAY) is found


def test_a_date_on_another_page_is_of_something_else() -> None:
    given = [line("Nomor : A/B/1"), line("Jakarta, 25 November 2023", page=2)]
    assert read_letter(given).date is None
    assert read_letter([]).number is None
