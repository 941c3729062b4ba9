"""Tolerances of characters and streams, held by what lies just inside and just outside of them."""

import zlib

import pytest

from evaluation.sources import Box
from extractors.pages import tolerances
from extractors.pages.bombs import broken, swollen
from extractors.pages.page import Origin, Page, Word
from extractors.pages.readable import better_of, readable
from tests.extractors.tolerated import Bound, Bounds, names_of, unnoticed, untold


def page(text: str, origin: Origin = Origin.WRITTEN) -> Page:
    return Page(1, 595, 842, (Word(text, Box(0, 0, 9, 9)),), (), origin)


def vowels(count: int) -> bool:
    """Whether a text is one of which so many of 100 letters are vowels."""
    return readable(page("a" * count + "k" * (100 - count)))


def odd(count: int) -> bool:
    return readable(page("kata" * 25 + "\ue001" * count))


def better(seen: int) -> bool:
    """Whether 40 characters of a page are better than so many recognised in its picture."""
    own = page("kata" * 10)
    return better_of(own, page("k" * seen, Origin.RECOGNISED)) is own


def deflated(stream: bytes, padding: int = 0) -> bytes:
    head = b"%PDF-1.4\n4 0 obj\n<< /Filter /FlateDecode"
    return head + b" " * padding + b" >>\nstream\n" + stream + b"\nendstream\nendobj\n"


def twice_packed(size: int) -> bool:
    """Whether a bomb is found in a packed stream that holds so many bytes."""
    limit = 24 << 20
    bomb = zlib.compress(bytes(limit + 1), 1)
    return swollen(deflated(zlib.compress(bomb + bytes(size - len(bomb)), 1)), limit)


def damage_told(distance: int) -> bool:
    """Whether damage is found of a stream whose dictionary begins so many bytes before it."""
    begins = len("/Filter /FlateDecode >>\n")
    return broken(deflated(b"\x78\x9cbroken", distance - begins))


BOUNDS: Bounds = {
    ("READABLE", "letters"): Bound(lambda n: readable(page(("kata123" * 9)[:n])), 30, 29),
    ("READABLE", "judged"): Bound(lambda n: not readable(page("k" * n)), 60, 59),
    ("READABLE", "sample"): Bound(
        lambda before: not readable(page("." * before + "kata" * 15)), 3971, 3970
    ),
    ("READABLE", "odd"): Bound(odd, 17, 18),
    ("READABLE", "fewest_vowels"): Bound(vowels, 25, 23),
    ("READABLE", "most_vowels"): Bound(vowels, 64, 66),
    ("READABLE", "much_more"): Bound(better, 60, 61),
    ("STREAMS", "inner"): Bound(twice_packed, 1 << 24, (1 << 24) + 1),
    ("STREAMS", "dictionary"): Bound(damage_told, 2048, 2049),
    ("STREAMS", "ends"): Bound(
        lambda words: not broken(deflated(zlib.compress(b" endstream" * words, 0))), 3, 4
    ),
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
