"""A page as a reader sees it: words and rulings at their places, however the file was made.

Everything that reads reports works on these nouns alone, so a page that a machine wrote and a page
that was scanned take the same way. All measures are points; the origin is the top left of the page
as it is read, after its rotation was undone.
"""

from dataclasses import dataclass, field
from enum import Enum

from evaluation.doubts import Doubt
from evaluation.sources import Box


class Origin(Enum):
    """Where the words of a page came from."""

    WRITTEN = "written"
    """Characters that the file itself holds."""
    RECOGNISED = "recognised"
    """Characters that were recognised in a picture of the page."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a blank between them.

    ``size`` is the height of the type in points, 0 where it is unknown. ``bold`` is None where the
    file does not tell. ``sureness`` runs from 0 to 1; written words are sure.
    """

    text: str
    box: Box
    size: float = 0.0
    bold: bool | None = None
    sureness: float = 1.0


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line of a table, drawn or the edge of a filled area: horizontal or vertical."""

    box: Box

    @property
    def horizontal(self) -> bool:
        """Tell whether the line runs from left to right."""
        return self.box.right - self.box.left >= self.box.bottom - self.box.top


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``number`` counts from 1, words stand in the order of the file.

    ``plain`` is the text of the page by a way that shares no code with the words, for a second
    opinion; None where there is none. ``fault`` says why the page could not be read; None when it
    was. ``overlaid`` are the places where a text box or a form field hides words: what is seen
    stands among the words, what it hides does not.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...] = field(default=())
    origin: Origin = Origin.WRITTEN
    plain: str | None = None
    fault: Doubt | None = None
    overlaid: tuple[Box, ...] = ()
