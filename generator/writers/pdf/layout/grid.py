"""Cells measured and laid on a grid of rows that can be cut between rows and inside one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportlab.platypus import Paragraph

EPSILON = 0.01


@dataclass(frozen=True, eq=False)
class Box:
    """A cell laid out: its paragraphs with their heights, and the part of the grid it covers.

    ``row`` counts from the top of its grid. ``repeated`` marks the copy of a label whose text
    stands whole on an earlier page.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    width: float
    content: tuple[Paragraph, ...]
    heights: tuple[float, ...]
    fill: str = ""
    valign: str = "top"
    repeated: bool = False

    @property
    def height(self) -> float:
        """Give the height of the content, without padding."""
        return sum(self.heights)

    @property
    def end(self) -> int:
        """Give the row after the last that the cell covers."""
        return self.row + self.rowspan

    def split(self, height: float, hard: bool = False) -> tuple["Box", "Box"]:
        """Give the cell with what fits into ``height``, and the cell with the rest (maybe none).

        A ``hard`` split leaves single lines behind where nothing would fit otherwise.
        """
        fits: list[Paragraph] = []
        rest = list(self.content)
        room = height
        while rest:
            rest[0].allowOrphans = rest[0].allowWidows = int(hard)
            pieces = rest[0].split(self.width, room) if room > 0 else []
            if not pieces:
                break
            fits.append(pieces[0])
            room -= pieces[0].wrap(self.width, room)[1]
            rest[:1] = pieces[1:]
            if len(pieces) > 1:
                break
        return self._with(fits), self._with(rest)

    def _with(self, content: Sequence[Paragraph]) -> "Box":
        heights = tuple(paragraph.wrap(self.width, 1e6)[1] for paragraph in content)
        return replace(self, content=tuple(content), heights=heights)


@dataclass(frozen=True)
class Grid:
    """``count`` rows of boxes; a box is listed once, where it begins, row by row."""

    boxes: tuple[Box, ...]
    count: int
    padding: float

    @cached_property
    def _plain(self) -> list[float]:
        """Give the height that each row needs for the cells that do not span rows."""
        heights = [2 * self.padding] * self.count
        for box in self.boxes:
            if box.rowspan == 1:
                heights[box.row] = max(heights[box.row], box.height + 2 * self.padding)
        return heights

    @cached_property
    def _spanning(self) -> tuple[Box, ...]:
        return tuple(box for box in self.boxes if box.rowspan > 1)

    def heights(self, count: int) -> list[float]:
        """Give the heights of the first ``count`` rows if the table were cut after them."""
        heights = self._plain[:count]
        begun = [box for box in self._spanning if box.row < count]
        for box in sorted(begun, key=lambda box: min(box.end, count)):
            end = min(box.end, count)
            lacking = box.height + 2 * self.padding - sum(heights[box.row : end])
            heights[end - 1] += max(lacking, 0)
        return heights

    def rows_within(self, height: float) -> int:
        """Give how many whole rows fit into ``height``."""
        count = 0
        while count < self.count and sum(self.heights(count + 1)) <= height + EPSILON:
            count += 1
        return count

    def cut(self, row: int) -> tuple["Grid", "Grid"]:
        """Cut before a row; what spans the cut stands in both, the second time as a repeat."""
        above = (
            replace(box, rowspan=min(box.end, row) - box.row) for box in self.boxes if box.row < row
        )
        below = (
            replace(
                box,
                row=max(box.row, row) - row,
                rowspan=box.end - max(box.row, row),
                repeated=box.repeated or box.row < row,
            )
            for box in self.boxes
            if box.end > row
        )
        return (
            Grid(tuple(above), row, self.padding),
            Grid(tuple(below), self.count - row, self.padding),
        )

    def cut_inside(self, row: int, room: float) -> tuple["Grid", "Grid"]:
        """Cut a row ``room`` below its top: what does not fit goes on in a row below.

        A label that spans further rows is repeated there if it fitted, and goes on if it did not;
        one that is a repeat already is repeated again.
        """
        above, below = self.cut(row)
        broken = below._broken(room - 2 * self.padding)
        spanning = {box.column for box in below.boxes if box.row == 0 and box.repeated}
        kept = (
            replace(box, rowspan=box.rowspan + (box.end == row and box.column in spanning))
            for box in above.boxes
        )
        begun = (
            replace(fits, row=row, rowspan=1)
            for box, fits, _rest in broken
            if not (row and box.repeated)
        )
        going_on = tuple(
            rest if _goes_on(box, rest) else replace(box, repeated=True)
            for box, _fits, rest in broken
        )
        others = tuple(box for box in below.boxes if box.row > 0)
        return (
            Grid((*kept, *begun), row + 1, self.padding),
            Grid(going_on + others, below.count, self.padding),
        )

    def _broken(self, room: float) -> list[tuple[Box, Box, Box]]:
        """Give each cell of the first row with its part within ``room`` and the rest."""
        first = [box for box in self.boxes if box.row == 0]
        broken = [(box, *box.split(room)) for box in first]
        if any(fits.content for _box, fits, _rest in broken):
            return broken
        return [(box, *box.split(room, hard=True)) for box in first]


def _goes_on(box: Box, rest: Box) -> bool:
    """Tell whether a broken cell's rest follows, rather than a copy of its label."""
    return not box.repeated and (bool(rest.content) or box.rowspan == 1)
