"""What stands on pages one below the other: each knows its height, may be cut, and draws itself."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from generator.writers.pdf.layout.ink import Ink

FUZZ = 1e-6  # points by which sums may differ


class Item(ABC):
    """A thing of a height in points; ``before`` and ``after`` are the room it wants around it.

    ``keeps`` holds it together with what follows; one that is ``empty`` takes no room at all.
    """

    before: float = 0
    after: float = 0
    keeps: bool = False
    empty: bool = False

    @property
    @abstractmethod
    def height(self) -> float:
        """Give the height."""

    def fits(self, room: float) -> bool:
        """Tell whether all of it fits into some room."""
        return self.height <= room + FUZZ

    def cut(self, _room: float) -> Sequence["Item"]:
        """Give pieces, the first of which fits; none where it should begin on a new page."""
        return ()

    @abstractmethod
    def draw(self, ink: Ink, x: float, top: float) -> None:
        """Draw it below a place."""


class PageEnd(Item):
    """What follows begins on a new page."""

    height = 0

    def draw(self, _ink: Ink, _x: float, _top: float) -> None:
        """Draw nothing."""


class Bookmark(Item):
    """A heading's entry in the outline; it takes no room."""

    height = 0
    empty = True

    def __init__(self, title: str, level: int) -> None:
        self._title = title
        self._level = level
        self.keeps = True

    def draw(self, ink: Ink, _x: float, top: float) -> None:
        """Note the place; the outline is written when all pages are known."""
        ink.bookmarks.append((self._title, self._level, top))


def stacked(items: Sequence[Item]) -> float:
    """Give the height of some things one below the other."""
    total = 0.0
    after: float | None = None
    for item in items:
        if item.empty:
            continue
        if after is not None:
            total += max(after, item.before)
        total += item.height
        after = item.after
    return total
