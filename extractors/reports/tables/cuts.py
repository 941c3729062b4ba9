"""Where one row ends and the next begins when no ruling parts them: at the widest white gap."""

from collections.abc import Sequence

from extractors.pages.page import Word
from extractors.reports.tables.tolerances import ROWS
from extractors.reports.text.lines import Line


class Cutter:
    """Finds the height between rows: a gap in all columns, else in the ``own`` ones of a row.

    Texts of cells that span rows fill the gaps of the other columns.
    """

    def __init__(self, words: Sequence[Word], own: Sequence[Word]) -> None:
        self._every = sorted((word.box.top, word.box.bottom) for word in words)
        self._own = sorted((word.box.top, word.box.bottom) for word in own)

    def between(self, start: float, after: Line) -> float:
        """Give the height between ``start`` and the first line of the next row."""
        found = _cut(self._every, start, after)
        found = _cut(self._own, start, after) if found is None else found
        return after.box.top - ROWS.above if found is None else found


def _cut(spans: Sequence[tuple[float, float]], start: float, after: Line) -> float | None:
    """Give the height between ``start`` and a line at which the widest gap lies, the last of like.

    None where the text leaves no gap there.
    """
    gaps: list[tuple[float, float]] = []
    covered: float | None = None
    for top, bottom in spans:
        if bottom <= start:
            continue
        if covered is not None and top > covered:
            gaps.append((top - covered, (top + covered) / 2))
        if top >= after.middle:
            break
        covered = bottom if covered is None else max(covered, bottom)
    gaps = [gap for gap in gaps if gap[1] < after.middle]
    widest = max((width for width, _middle in gaps), default=0.0)
    return next((m for width, m in reversed(gaps) if width >= widest - ROWS.alike), None)
