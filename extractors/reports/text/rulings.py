"""The drawn lines of one page, asked what they part."""

from bisect import bisect_left
from collections.abc import Iterable

from extractors.pages.page import Ruling
from extractors.reports.text.tolerances import RULINGS


class Rules:
    """The rulings of one page, horizontal and vertical, in order."""

    def __init__(self, rulings: Iterable[Ruling]) -> None:
        found = tuple(rulings)
        self.flat = sorted(
            ((r.box.top + r.box.bottom) / 2, r.box.left, r.box.right) for r in found if r.horizontal
        )
        self.tall = sorted(
            ((r.box.left + r.box.right) / 2, r.box.top, r.box.bottom)
            for r in found
            if not r.horizontal
        )

    def across(self, left: float, right: float, top: float, bottom: float) -> list[float]:
        """Give the heights, top to bottom, of the lines that part a column of cells."""
        need = RULINGS.across * (right - left)
        heights = (
            y
            for y, start, end in self.flat
            if top <= y <= bottom and min(end, right) - max(start, left) >= need
        )
        return merged(heights)

    def beside(self, top: float, bottom: float, left: float, right: float) -> list[float]:
        """Give the places, left to right, of the upright lines that run from top to bottom."""
        places = (
            x
            for x, start, end in self.tall
            if left <= x <= right and start <= top + RULINGS.near and end >= bottom - RULINGS.near
        )
        return merged(places)

    def upright_end(self, places: Iterable[float], at: float) -> float:
        """Give how far down the upright lines at ``places`` run that pass the height ``at``."""
        wanted = list(places)
        ends = (
            end
            for x, start, end in self.tall
            if start <= at + RULINGS.near
            and end >= at
            and any(abs(x - p) <= RULINGS.near for p in wanted)
        )
        return max(ends, default=at)


def merged(values: Iterable[float]) -> list[float]:
    """Give ascending values, those nearer than a line's thickness as one."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > RULINGS.near:
            result.append(value)
    return result


def band(edges: list[float], height: float) -> int:
    """Give the index of the band between edges that holds a height (0 is above the first)."""
    return bisect_left(edges, height)
