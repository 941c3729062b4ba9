"""Amounts in words and scores with a decimal comma."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.amounts import (
    LIMIT,
    amount,
    figure_first,
    format_compact,
    format_decimal,
    format_signed,
    from_words,
    in_words,
)

WORDS = {
    0: "nol",
    1: "satu",
    10: "sepuluh",
    11: "sebelas",
    12: "dua belas",
    20: "dua puluh",
    66: "enam puluh enam",
    100: "seratus",
    125: "seratus dua puluh lima",
    191: "seratus sembilan puluh satu",
    211: "dua ratus sebelas",
    1000: "seribu",
    1001: "seribu satu",
    2024: "dua ribu dua puluh empat",
    11000: "sebelas ribu",
    101000: "seratus satu ribu",
    1_000_000: "satu juta",
    1_001_000: "satu juta seribu",
    1_000_000_000_000: "satu triliun",
}


@pytest.mark.parametrize("number", WORDS)
def test_a_number_is_written_in_words(number: int) -> None:
    assert in_words(number) == WORDS[number]


@given(st.integers(0, LIMIT - 1))
def test_words_read_back_give_the_number(number: int) -> None:
    assert from_words(in_words(number)) == number


_WORDS = ["nol", "satu", "dua", "sepuluh", "sebelas", "belas", "puluh", "ratus", "ribu", "juta"]


@given(st.lists(st.sampled_from(_WORDS)))
def test_what_is_read_as_a_number_is_written_exactly_so(words: list[str]) -> None:
    text = " ".join(words)
    number = from_words(text)
    assert number is None or in_words(number) == text


@pytest.mark.parametrize(
    "text", ["", "kota", "satu ribu", "dua kota", "puluh", "tujuh puluh lima kota"]
)
def test_other_words_are_no_number(text: str) -> None:
    assert from_words(text) is None


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="is not between"):
        in_words(number)


def test_figure_and_words_stand_in_either_order() -> None:
    assert amount(191) == "seratus sembilan puluh satu (191)"
    assert figure_first(1) == "1 (satu)"


FORMS = {
    "3.56": ("3,56", "3,56", "+3,56"),
    "2.80": ("2,80", "2,8", "+2,80"),
    "4": ("4,00", "4", "+4,00"),
    "100": ("100,00", "100", "+100,00"),
    "0.00": ("0,00", "0", "0,00"),
    "-0.00": ("0,00", "0", "0,00"),
    "-0.07": ("−0,07", "−0,07", "−0,07"),
    "0.11": ("0,11", "0,11", "+0,11"),
}


@pytest.mark.parametrize("value", FORMS)
def test_a_value_has_a_decimal_comma(value: str) -> None:
    number = Decimal(value)
    written = format_decimal(number), format_compact(number), format_signed(number)
    assert written == FORMS[value]
