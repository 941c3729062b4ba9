"""Dates read without guessing and written as letters write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.dates import DAYS, format_date, format_day_date, format_period, parse_date

DAY = date(2024, 11, 25)


@pytest.mark.parametrize(
    "text",
    [
        "25 November 2024",
        "  25 november 2024 ",
        "Senin, 25 November 2024",
        "25 Nop 2024",
        "25 Nov. 2024",
        "Senin 25 November 2024",
        "25/11/2024",
        "25-11-2024",
        "25.11.2024",
        "2024-11-25",
        "2024-11-25 00:00:00",
    ],
)
def test_a_date_is_read(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "November 2024",
        "11/25/2024",
        "31 November 2024",
        "29 Februari 2023",
        "25 Novembre 2024",
        "25/11-2024",
        "25 November 0024",
        "٢٥/11/2024",
        "Tanggal 25 November 2024",
    ],
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(date(1000, 1, 1)))
def test_a_written_date_is_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(format_day_date(day)) == day


@given(st.dates(date(1000, 1, 1)), st.sampled_from(DAYS))
def test_a_day_s_name_that_is_not_the_date_s_is_not_overlooked(day: date, name: str) -> None:
    expected = day if DAYS[day.weekday()] == name else None
    assert parse_date(f"{name}, {format_date(day)}") == expected


@pytest.mark.parametrize("friday", ["Jumat", "Jum'at", "Jum’at", "JUM`AT"])
def test_friday_has_several_spellings(friday: str) -> None:
    assert parse_date(f"{friday}, 22 November 2024") == date(2024, 11, 22)


@pytest.mark.parametrize(
    ("month", "number"),
    [("Pebruari", 2), ("Mei", 5), ("Agt", 8), ("Ags", 8), ("Agust.", 8), ("Sept", 9), ("DES", 12)],
)
def test_usual_abbreviations_of_months_are_read(month: str, number: int) -> None:
    assert parse_date(f"1 {month} 2024") == date(2024, number, 1)


@given(st.text("0123456789 /-.,'NovemberSin٢²", max_size=24))
def test_what_is_read_as_a_date_is_a_day_and_never_a_traceback(text: str) -> None:
    day = parse_date(text)
    assert day is None or parse_date(format_date(day)) == day


def test_the_day_of_the_week_is_named() -> None:
    assert format_day_date(DAY) == "Senin, 25 November 2024"


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (date(2024, 10, 29), date(2024, 11, 20), "29 Oktober – 20 November 2024"),
        (date(2024, 11, 3), date(2024, 11, 5), "3–5 November 2024"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 Desember 2024 – 2 Januari 2025"),
        (DAY, DAY, "25 November 2024"),
    ],
)
def test_a_period_says_once_what_both_dates_share(start: date, end: date, written: str) -> None:
    assert format_period(start, end) == written
