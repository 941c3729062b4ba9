"""A section set on its pages: plain data, from which any file can be made that has the section."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.writers.pdf.tagging.structure import Element

Bookmark = tuple[str, int, float]
"""A heading's text, its level from 0, and how high on its page it stands, in points."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for a number that is filled in: which, where it may stand, and how it is set.

    ``left`` and ``room`` are the place that it has, ``share`` is how much of what it leaves free
    stands at its left. ``units`` tells the width of its signs.
    """

    number: int
    left: float
    y: float
    room: float
    share: float
    face: int
    font: str
    size: float


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a file holds it: its object's name, entries and data; ``mask`` is its alpha."""

    name: str
    entries: str
    data: bytes
    mask: "Image | None" = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its content, and which element each marked stretch of it belongs to.

    ``code`` holds operators, with slots between them. Elements count from the section's.
    """

    size: tuple[float, float]
    code: Sequence[str | Slot]
    notes: Sequence[int]
    bookmarks: Sequence[Bookmark]
    fonts: frozenset[str]
    images: Sequence[Image]


@dataclass(frozen=True, slots=True)
class Laid:
    """A section on its pages; the first of its elements is the section itself."""

    pages: Sequence[Page]
    elements: Sequence[Element]
