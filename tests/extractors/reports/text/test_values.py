"""Printed numbers are read exactly, or not at all."""

from decimal import Decimal

import pytest

from extractors.reports.text.values import is_nothing, is_value, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"), ("3,6", "3.6"), ("3.60", "3.60"), (" 3,6 ", "3.6"), ("3, 6", "3.6"),
        ("3 ,6", "3.6"), ("-0,2", "-0.2"), ("−0,2", "-0.2"), ("–0,2", "-0.2"), ("+0,2", "0.2"),
        ("95%", "95"), ("9999", "9999"), ("1,123456", "1.123456"), ("3,6 (Baik)", "3.6"),
        ("(3,6)", "3.6"), ("[3]", "3"), ("3:", "3"), ("3;", "3"), ("*3*", "3"), ("Baik 3", "3"),
        ("3 6", None), ("3,6 4", None), ("3 dari 4", None), ("3.G", None), ("3 G4", None),
        ("", None), ("-", None), ("Baik", None), ("12345", None), ("1,1234567", None),
        ("3,6,1", None), ("1.234,5", None), ("3,", None), (",5", None),
    ],
)  # fmt: skip
def test_one_number_is_read_and_two_are_none(text: str, value: str | None) -> None:
    assert value_of(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "whole"),
    [("3,6", True), (" 3 ", True), ("95%", True), ("3 (Baik)", False), ("", False), ("3 6", False)],
)
def test_a_value_stands_alone(text: str, whole: bool) -> None:
    assert is_value(text) is whole


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("", True), (" - ", True), ("–", True), ("—", True), ("−", True), ("N/A", True),
        ("na", True), ("*", True), ("Kosong", True), ("null", True), ("nihil", True),
        ("Tidak Ada", True), ("0", False), ("tidak", False), ("--", False),
    ],
)  # fmt: skip
def test_signs_of_nothing(text: str, nothing: bool) -> None:
    assert is_nothing(text) is nothing
