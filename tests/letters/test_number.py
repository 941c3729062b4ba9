"""A letter's number is read by the agency's pattern and written back the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.number import (
    LetterNumber,
    NumberParts,
    check_pattern,
    format_number,
    number_on,
    parse_number,
)

PATTERN = "{security}-{sequence}/{unit}/{classification}/{month:02}/{year}"
PATTERNS = [
    PATTERN,
    "{sequence}/{unit}/{month:roman}/{year}",
    "{unit}.{sequence}/{month}/{year}",
    "{sequence:03}/{unit}/{month:roman}/{year}",
]
_PART = st.text("ABCXYZ0189", min_size=1, max_size=8)


def test_the_parts_of_a_number_are_read() -> None:
    assert parse_number("B-1478/DJAI/AI.01.02/11/2024", PATTERN) == LetterNumber(
        1478, 2024, 11, "B", "DJAI", "AI.01.02"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1478",
        "B-1478/DJAI/11/2024",
        "B-x/DJAI/AI/11/2024",
        "B-1/D/A/13/2024",
        "B-1/D/A/1/2024",
        "B-١/D/A/11/2024",
    ],
)
def test_a_malformed_number_is_none(text: str) -> None:
    assert parse_number(text, PATTERN) is None


@given(
    st.sampled_from(PATTERNS), st.integers(1, 999999), st.integers(1900, 9999), st.integers(1, 12),
    st.sampled_from(["B", "SR"]), _PART, _PART,
)  # fmt: skip
def test_a_written_number_is_read_back(
    pattern: str, sequence: int, year: int, month: int, security: str, unit: str, cls: str
) -> None:
    written = format_number(LetterNumber(sequence, year, month, security, unit, cls), pattern)
    read = parse_number(written, pattern)
    assert read is not None
    assert format_number(read, pattern) == written
    assert (read.sequence, read.year, read.month) == (sequence, year, month)


def test_month_and_year_are_held_against_the_date() -> None:
    number = LetterNumber(1478, 2024, 11)
    assert number.agrees_with(date(2024, 11, 25))
    assert not number.agrees_with(date(2024, 10, 25))
    assert not number.agrees_with(date(2025, 11, 25))


@pytest.mark.parametrize(
    ("text", "sequence"),
    [("007/D/2024", 7), ("1478/D/2024", 1478), ("7/D/2024", None), ("0123/D/2024", None)],
)
def test_a_sequence_may_be_filled_up_with_zeros(text: str, sequence: int | None) -> None:
    number = parse_number(text, "{sequence:03}/{unit}/{year}")
    assert (number and number.sequence) == sequence


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_that_can_be_read_back_is_accepted(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("{nomor}/{year}", "nomor"),
        ("{sequence}", "year"),
        ("{year}", "sequence"),
        ("{sequence}/{year}/{year}", "year"),
        ("{sequence}/{month:02}/{month:roman}/{year}", "month:roman"),
        ("{sequence}{month}/{year}", "month"),
    ],
)
def test_a_pattern_that_cannot_be_read_back_is_refused_with_the_part(
    pattern: str, part: str
) -> None:
    with pytest.raises(ValueError, match=f"^{part}$"):
        check_pattern(pattern)


@given(
    day=st.dates(date(1000, 1, 1)),
    sequence=st.integers(1, 999_999_999),
    unit=_PART,
    classification=_PART,
    pattern=st.sampled_from(PATTERNS),
)
def test_a_number_of_a_day_is_read_back_with_its_parts(
    day: date, sequence: int, unit: str, classification: str, pattern: str
) -> None:
    text = number_on(day, sequence, NumberParts("B", unit, classification), pattern)
    read = parse_number(text, pattern)
    assert read is not None
    assert (read.sequence, read.unit) == (sequence, unit)
    assert read.agrees_with(day)


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        (NumberParts(unit="DJAI", classification="AI"), "security"),
        (NumberParts(security="B", classification="AI"), "unit"),
        (NumberParts(security="B", unit="DJ/AI", classification="AI"), "security"),
        (NumberParts(security="b", unit="DJAI", classification="AI"), "security"),
    ],
)
def test_a_number_that_cannot_be_written_names_a_part(parts: NumberParts, wrong: str) -> None:
    with pytest.raises(ValueError, match=f"^{wrong}$"):
        number_on(date(2024, 11, 25), 7, parts, PATTERN)


def test_parts_that_were_asked_for_go_before_the_others() -> None:
    fixed = NumberParts("B", "DJAI", "AI.01.02")
    assert NumberParts(unit="SETJEN").over(fixed) == NumberParts("B", "SETJEN", "AI.01.02")
    assert NumberParts().over(fixed) == fixed
