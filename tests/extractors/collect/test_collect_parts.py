"""The small readers: points in a cell, numbers in a cell, numbers in a heading."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.collect.numbers import amount_of
from extractors.collect.points import points_in
from extractors.collect.questions import leading_number, number_in
from tests.extractors.collect.truth import SCALE


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Satu butir saja.", ("Satu butir saja.",)),
        ("• Satu\n• Dua", ("Satu", "Dua")),
        ("- Satu\n  lanjutannya\n- Dua", ("Satu lanjutannya", "Dua")),
        ("1. Satu\n2. Dua", ("Satu", "Dua")),
        ("1) Satu 2) Dua 3) Tiga", ("Satu", "Dua", "Tiga")),
        ("a. Satu; b. Dua", ("Satu", "Dua")),
        ("Layanan A. Yani dibuka", ("Layanan A. Yani dibuka",)),
        ("Naik 3. 5 persen", ("Naik 3. 5 persen",)),
        ("-5 persen dari target", ("-5 persen dari target",)),
        ("Kerja sama antar-OPD – baik", ("Kerja sama antar-OPD – baik",)),
        ("-", ()),
        ("", ()),
    ],
)
def test_points_are_parted_where_their_writer_parted_them(
    text: str, points: tuple[str, ...]
) -> None:
    assert points_in(text) == points


@given(st.text(max_size=200))
def test_parting_points_loses_no_word(text: str) -> None:
    kept = "".join(points_in(text))
    assert all(char in text for char in kept if not char.isspace())
    letters = [char for char in text if char.isalpha()]
    assert len([char for char in kept if char.isalpha()]) >= len(letters) - 2 * len(text.split())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("Q12", 12), ("P12.", 12), ("Pertanyaan 12", 12), ("(7)", 7), ("No. 3", 3),
        ("12.0", 12), ("2.4", None), ("2024", 2024), ("Baseline", None), ("12a", None), ("0", None),
    ],
)  # fmt: skip
def test_a_number_is_recognised_in_a_heading(text: str, number: int | None) -> None:
    assert number_in(text) == number


def test_a_number_in_front_of_a_text_is_parted_from_it() -> None:
    assert leading_number("3. [Awal] Apakah ada?") == (3, "[Awal] Apakah ada?")
    assert leading_number("50 responden") == (None, "50 responden")


@given(st.text(max_size=12))
def test_no_text_gives_a_number_that_does_not_stand_in_it(text: str) -> None:
    value = amount_of(text, SCALE).value
    if value is not None:
        assert str(value) in text.replace(",", ".") or Decimal(value) == int(value)
        assert any(char.isdigit() for char in text)
