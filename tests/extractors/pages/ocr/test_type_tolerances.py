"""How letters stand in a line of type, held by what lies just inside and just outside of it."""

import pytest

from evaluation.sources import Box
from extractors.pages.ocr import tolerances
from extractors.pages.ocr.lines import level_words
from extractors.pages.page import Word
from tests.extractors.tolerated import Bound, Bounds, names_of, unnoticed, untold


def ink(text: str, top: float, bottom: float = 100) -> Word:
    return Word(text, Box(0, top, 9, bottom))


def word(text: str, top: float, bottom: float = 100) -> Word:
    """A word of a line by itself."""
    return level_words([(1, ink(text, top, bottom))])[0]


def mark(text: str, beside: str, *, top: float = 95.5, base: float = 100) -> str:
    """A lone letter of a list, of unsure height, beside a line of text."""
    line = ink(beside, base - 8.64, base)
    return level_words([(1, line), (2, ink(text, top))])[1].text


# Of type of 100 points that stands on a base line at 100.
BOUNDS: Bounds = {
    ("TYPE", "tall"): Bound(lambda top: word("Hb", top).size <= 100, 27.9, 27.6),
    ("TYPE", "small"): Bound(lambda top: word("aa", top).size <= 100, 46.9, 46.6),
    ("TYPE", "above"): Bound(lambda top: word("Hb", 28).box.top <= top, 10.1, 9.9),
    ("TYPE", "below"): Bound(lambda bottom: word("Hb", 28).box.bottom >= bottom, 121.9, 122.1),
    ("TYPE", "long"): Bound(lambda n: mark("C.", "H" * n) == "c.", 9, 8),
    ("TYPE", "beside"): Bound(lambda by: mark("C.", "H" * 12, base=100 + by) == "c.", 3.5, 3.7),
}


def test_every_tolerance_has_a_bound_a_unit_and_a_meaning() -> None:
    assert sorted(BOUNDS) == sorted(names_of(tolerances))
    assert untold(tolerances) == []


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_what_lies_inside_is_tolerated_and_what_lies_outside_is_not(name: tuple[str, str]) -> None:
    assert BOUNDS[name].holds()


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_a_changed_tolerance_is_noticed(name: tuple[str, str]) -> None:
    assert unnoticed(tolerances, name, BOUNDS[name]) == []
