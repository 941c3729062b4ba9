"""What belongs together: headings and other leads stay with the beginning of what follows."""

from collections.abc import Iterable, Sequence

from generator.writers.pdf.layout.ink import Ink
from generator.writers.pdf.layout.item import Item, stacked
from generator.writers.pdf.layout.table import GroupedTable

_EPSILON = 0.01


class Kept(Item):
    """Leads and what they lead to, which may itself break after its beginning."""

    def __init__(self, parts: Sequence[Item], page_height: float) -> None:
        self._parts = parts
        self._page_height = page_height
        self.before = next((part for part in parts if not part.empty), parts[0]).before
        self.after = parts[-1].after

    @staticmethod
    def join(items: Iterable[Item], page_height: float) -> list[Item]:
        """Give the items with each run of leads joined to what it leads to."""
        joined: list[Item] = []
        leads: list[Item] = []
        for item in items:
            leads.append(item)
            if not item.keeps:
                joined.append(Kept(leads, page_height) if len(leads) > 1 else item)
                leads = []
        return joined + ([Kept(leads, page_height)] if len(leads) > 1 else leads)

    @property
    def height(self) -> float:
        """Give the height of all parts under one another."""
        return stacked(self._parts)

    def fits(self, room: float) -> bool:
        """Tell whether all parts fit; the last, which may be long, is asked for what is left."""
        *leads, last = self._parts
        above = [lead for lead in leads if not lead.empty]
        gap = max(above[-1].after, last.before) if above else 0
        return last.fits(room - stacked(leads) - gap)

    def cut(self, room: float) -> Sequence[Item]:
        """Give the parts one by one if the last one's beginning fits below the leads; else none."""
        *leads, last = self._parts
        left = room - stacked(leads) - max(leads[-1].after, last.before)
        if left > 0 and (last.height <= left or last.cut(left - _EPSILON)):
            return self._parts
        at_top = room >= self._page_height - _EPSILON
        return self._apart(room, left) if at_top else ()

    def _apart(self, room: float, left: float) -> Sequence[Item]:
        """Give the parts where no page can hold them together; the last is broken anyway if it can.

        The first of several parts has to fit, so one taller than a page is broken here.
        """
        first, *rest = self._parts
        last = rest[-1]
        if isinstance(last, GroupedTable) and (pieces := last.cut_anyway(left)):
            return [first, *rest[:-1], *pieces]
        return [*(first.cut(room) if first.height > room else [first]), *rest]

    def draw(self, ink: Ink, x: float, top: float) -> None:
        """Draw the parts from the top down."""
        after: float | None = None
        for part in self._parts:
            if part.empty:
                part.draw(ink, x, top)
                continue
            if after is not None:
                top -= max(after, part.before)
            part.draw(ink, x, top)
            top -= part.height
            after = part.after
