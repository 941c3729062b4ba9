"""Raw cells → numbers, texts and answers."""

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.spreadsheets.cells import Broken, Trouble
from extractors.spreadsheets.values import NOT_A_NUMBER, NotANumber, Numbers, number_of, text_of

DAY, ERROR = date(2024, 1, 1), Broken(Trouble.ERROR)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (3.5999999, "3.6"),
        (3.6000000000000001, "3.6"),
        (0.1 + 0.2, "0.3"),
        (10, "10"),
        (100.0, "100"),
        (-0.0, "0"),
        ("3,6", "3.6"),
        ("3.60", "3.6"),
        ("-0,07", "-0.07"),
        ("\u22120,07", "-0.07"),
        ("\u20130,07", "-0.07"),
        ("\u2212", None),
        ("3\u22126", None),
        (" 1e3 ", None),
        ("1.234,5", None),
        ("", None),
        ("10 %", None),
        ("١", None),
    ],
)
def test_numbers_are_clean(cell, number):
    read = number_of(cell)
    assert (str(read) if isinstance(read, Decimal) else None) == number


@pytest.mark.parametrize(
    "cell",
    [
        True,
        "x",
        "3.6*",
        math.nan,
        math.inf,
        -1e300,
        "9999999999999",
        DAY,
        time(1),
        timedelta(1),
        ERROR,
    ],
)
def test_what_is_no_number_is_told_from_a_blank(cell):
    assert isinstance(number_of(cell), NotANumber)
    assert number_of(" - ") is None


@given(st.decimals(0, 1000, places=2))
def test_a_number_is_the_same_however_it_is_stored(number):
    ways = (float(number), str(number), str(number).replace(".", ","), f" {number} ")
    assert {number_of(way) for way in ways} == {number}


@given(st.floats(-1000, 1000).filter(lambda value: round(value, 4) == round(value, 8)))
def test_binary_noise_never_shows(value):
    assert number_of(value + 1e-8) == number_of(round(value, 4))


def test_the_memo_agrees_with_the_rule():
    numbers = Numbers()
    for cell in (1.0, "1", "-", "x", 3.5999999, "x"):
        assert numbers[cell] == number_of(cell) or numbers[cell] is NOT_A_NUMBER


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (2024.0, "2024"),
        (51.03, "51.03"),
        (12, "12"),
        (datetime(2024, 11, 25, 8, 0), "25 November 2024"),
        (date(2024, 11, 25), "25 November 2024"),
        (time(8, 30), "08:30"),
        (True, "TRUE"),
        ("\u00a0 a\u200b\n", "a"),
        ("\x1ca\x0b", "\x1ca\x0b"),
        (Broken(Trouble.ERROR, "#REF!"), ""),
        (1e300, "1e+300"),
    ],
)
def test_texts_are_as_people_write_them(cell, text):
    assert text_of(cell) == text
