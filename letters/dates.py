"""Dates as Indonesian letters write them: "25 November 2024", "Senin, 25 November 2024"."""

import re
from datetime import date

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_VARIANTS = {
    "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "agust": 8, "sept": 9,
}  # fmt: skip

_BY_NAME = (
    {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
    | _VARIANTS
)
_WEEKDAYS = {name.lower(): index for index, name in enumerate(DAYS)} | {"ahad": 6}
_NO_APOSTROPHES = str.maketrans("", "", "'’`")

# Digits are 0 to 9 alone, and a year has four: what is printed again must be what was typed.
_DAY, _YEAR = "([0-9]{1,2})", "([1-9][0-9]{3})"
_WEEKDAY = r"(?:([a-z'’`]+)(?:\s*,\s*|\s+))?"
_WORDS = re.compile(rf"{_WEEKDAY}{_DAY}\s+([a-z]+)\.?\s+{_YEAR}", re.IGNORECASE)
_FIGURES = re.compile(rf"{_DAY}([/.-])([0-9]{{1,2}})\2{_YEAR}")
_ISO = re.compile(rf"{_YEAR}-([0-9]{{2}})-([0-9]{{2}})(?:[T ]00:00(?::00)?)?")


def parse_date(text: str) -> date | None:
    """Read a date as it may stand in a workbook; None when it is none, or could be two.

    Understood: "25 November 2024" (with or without the day's name, months also shortened),
    "25/11/2024" (day first, as everywhere in Indonesia; also with - or .), "2024-11-25". A day's
    name that is not that date's leaves two dates to choose from, so it gives None.
    """
    text = text.strip()
    if match := _WORDS.fullmatch(text):
        day = _date(match[4], _BY_NAME.get(match[3].lower(), 0), match[2])
        return day if match[1] is None or _is_weekday(match[1], day) else None
    if match := _FIGURES.fullmatch(text):
        return _date(match[4], match[3], match[1])
    if match := _ISO.fullmatch(text):
        return _date(*match.groups())
    return None


def _is_weekday(name: str, day: date | None) -> bool:
    weekday = _WEEKDAYS.get(name.lower().translate(_NO_APOSTROPHES))
    return day is not None and weekday == day.weekday()


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def format_date(day: date) -> str:
    """Write "25 November 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_day_date(day: date) -> str:
    """Write "Senin, 25 November 2024"."""
    return f"{DAYS[day.weekday()]}, {format_date(day)}"


def format_period(start: date, end: date) -> str:
    """Write "29 Oktober – 20 November 2024"; what both dates share is written once."""
    if start == end:
        return format_date(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{format_date(end)}"
    first = (
        f"{start.day} {MONTHS[start.month - 1]}" if start.year == end.year else format_date(start)
    )
    return f"{first} – {format_date(end)}"
