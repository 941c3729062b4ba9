"""What belongs together: headings and other leads stay with the beginning of what follows."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from generator.writers.pdf.layout.table import GroupedTable

_EPSILON = 0.01


class Kept(Flowable):  # type: ignore[misc]
    """Leads and what they lead to, which may itself break after its beginning.

    ReportLab's own keep-together gives up where the last part is taller than a page, and leaves
    the heading alone at the foot of a page. This one asks the last part where it would break.
    """

    def __init__(self, parts: list[Flowable], page_height: float) -> None:
        super().__init__()
        self._parts = parts
        self._page_height = page_height

    @staticmethod
    def join(flowables: Iterable[Flowable], page_height: float) -> list[Flowable]:
        """Give the flowables with each run of leads joined to what it leads to."""
        joined: list[Flowable] = []
        leads: list[Flowable] = []
        for flowable in flowables:
            leads.append(flowable)
            if not getattr(flowable, "keeps", False):
                joined.append(Kept(leads, page_height) if len(leads) > 1 else flowable)
                leads = []
        return joined + ([Kept(leads, page_height)] if len(leads) > 1 else leads)

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the space above the first part that takes room."""
        first = next((part for part in self._parts if not _is_empty(part)), self._parts[0])
        return float(first.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the space below the last part."""
        return float(self._parts[-1].getSpaceAfter())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the size of all parts under one another."""
        self.width = width
        self.height = self._measure(self._parts, width, height)
        return width, self.height

    def _measure(self, parts: list[Flowable], width: float, height: float) -> float:
        total = 0.0
        after: float | None = None
        for part in parts:
            if _is_empty(part):
                continue
            if after is not None:
                total += max(after, part.getSpaceBefore())
            total += part.wrapOn(getattr(self, "canv", None), width, height)[1]
            after = float(part.getSpaceAfter())
        return total

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give the parts one by one if the last one's beginning fits below the leads; else []."""
        *leads, last = self._parts
        gap = max(leads[-1].getSpaceAfter(), last.getSpaceBefore())
        room = height - self._measure(leads, width, height) - gap
        begins = room > 0 and self._begins(last, width, room)
        at_top = height >= self._page_height - _EPSILON
        if begins:
            return list(self._parts)
        return self._apart(width, height, room) if at_top else []

    def _apart(self, width: float, height: float, room: float) -> list[Flowable]:
        """Give the parts where no page can hold them together; the last is broken anyway if it can.

        ReportLab wants the first of several parts to fit, so one taller than a page is broken here.
        """
        first, *rest = self._parts
        last = rest[-1]
        if isinstance(last, GroupedTable) and (pieces := last.split_anyway(room)):
            return [first, *rest[:-1], *pieces]
        tall = first.wrapOn(getattr(self, "canv", None), width, height)[1] > height
        return [*(first.splitOn(self.canv, width, height) if tall else [first]), *rest]

    def _begins(self, last: Flowable, width: float, room: float) -> bool:
        last.canv = getattr(self, "canv", None)
        try:
            tall = last.wrap(width, room)[1]
            return bool(tall <= room or last.split(width, room - _EPSILON))
        finally:
            del last.canv

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw the parts from the top down."""
        top = y + self.height
        after: float | None = None
        for part in self._parts:
            if _is_empty(part):
                part.drawOn(canvas, x, top)
                continue
            if after is not None:
                top -= max(after, part.getSpaceBefore())
            top -= part.height
            part.drawOn(canvas, x, top, _sW)
            after = float(part.getSpaceAfter())


def _is_empty(part: Flowable) -> bool:
    return bool(getattr(part, "_ZEROSIZE", False))
