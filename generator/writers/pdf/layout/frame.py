"""The frame of the running text: what fits is put into it, the rest goes on the next page."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.writers.pdf.layout.ink import Ink
from generator.writers.pdf.layout.item import FUZZ, Item, PageEnd


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of the running text on a page, in points from below left."""

    left: float
    bottom: float
    width: float
    height: float


class _Filling:
    """A frame being filled from the top down."""

    def __init__(self, frame: Frame, ink: Ink) -> None:
        self._frame = frame
        self._ink = ink
        self._y = frame.bottom + frame.height
        self._at_top = True
        self._after = 0.0  # room that the last item wanted below it, already taken

    def _gap(self, item: Item) -> float:
        if self._at_top or item.empty:
            return 0.0
        return max(item.before - self._after, 0.0)

    def room_for(self, item: Item) -> float:
        """Give the height that is left for an item."""
        return self._y - self._frame.bottom - self._gap(item)

    def take(self, item: Item) -> bool:
        """Draw an item if it fits."""
        room = self.room_for(item)
        if not item.empty and (room <= 0 or not item.fits(room)):
            return False
        self.draw(item)
        return True

    def draw(self, item: Item) -> None:
        """Draw an item below the last one."""
        top = self._y - self._gap(item)
        item.draw(self._ink, self._frame.left, top)
        foot = top - item.height - item.after
        self._at_top = self._at_top and abs(foot - self._y) < FUZZ
        self._y, self._after = foot, item.after


def fill_pages(items: Sequence[Item], frame: Frame, new_page: Callable[[], Ink]) -> None:
    """Set items on as many pages as they take; there is one page at least.

    What fits on no page is set alone at the top of one, so that nothing is lost.
    """
    waiting = deque(items)
    filling = _Filling(frame, new_page())
    postponed: Item | None = None
    while waiting:
        item = waiting.popleft()
        if isinstance(item, PageEnd):
            filling = _Filling(frame, new_page())
        elif not filling.take(item):
            room = filling.room_for(item)
            pieces = item.cut(room) if room > 0 else ()
            if pieces:
                filling.draw(pieces[0])
                waiting.extendleft(reversed(pieces[1:]))
            elif item is postponed:
                filling.draw(item)
            else:
                postponed = item
                waiting.appendleft(item)
                filling = _Filling(frame, new_page())
