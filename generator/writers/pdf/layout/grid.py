"""Cells measured and laid on a grid of rows that can be cut between rows and inside one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.writers.pdf.layout.text import SetText

EPSILON = 0.01


@dataclass(frozen=True, eq=False)
class Box:
    """A cell laid out: its paragraphs and the part of the grid it covers from its row on.

    ``repeated`` marks the copy of a label whose text stands whole on an earlier page.
    """

    column: int
    rowspan: int
    colspan: int
    content: tuple[SetText, ...]
    fill: str = ""
    valign: str = "top"
    repeated: bool = False

    @cached_property
    def height(self) -> float:
        """Give the height of the content, without padding."""
        return sum(paragraph.height for paragraph in self.content)

    def split(self, height: float, fewest: int = 2) -> tuple["Box", "Box"]:
        """Give the cell with what fits into ``height``, and the cell with the rest (maybe none).

        With ``fewest`` 1, single lines are left behind where nothing would fit otherwise.
        """
        fits: list[SetText] = []
        rest = list(self.content)
        room = height
        while rest:
            pieces = rest[0].cut_after(room, fewest) if room > 0 else ()
            if not pieces:
                break
            fits.append(pieces[0])
            room -= pieces[0].height
            rest[:1] = pieces[1:]
            if len(pieces) > 1:
                break
        return replace(self, content=tuple(fits)), replace(self, content=tuple(rest))


@dataclass(frozen=True, eq=False)
class GridRow:
    """The boxes that begin in a row, from left to right; ``plain`` is its height without spans."""

    boxes: tuple[Box, ...]
    plain: float

    @cached_property
    def spanning(self) -> tuple[Box, ...]:
        """Give the boxes that cover further rows."""
        return tuple(box for box in self.boxes if box.rowspan > 1)


@dataclass(frozen=True, eq=False)
class Grid:
    """Rows of boxes; a box is listed once, where it begins."""

    rows: Sequence[GridRow]
    padding: float

    @property
    def count(self) -> int:
        """Give the number of rows."""
        return len(self.rows)

    def row(self, boxes: Iterable[Box]) -> GridRow:
        """Make a row of this grid."""
        ordered = tuple(sorted(boxes, key=lambda box: box.column))
        tall = [box.height for box in ordered if box.rowspan == 1]
        return GridRow(ordered, max(tall, default=0.0) + 2 * self.padding)

    def heights(self, count: int) -> list[float]:
        """Give the heights of the first ``count`` rows if the table were cut after them."""
        heights = [row.plain for row in self.rows[:count]]
        begun = [
            (min(at + box.rowspan, count), at, box)
            for at, row in enumerate(self.rows[:count])
            for box in row.spanning
        ]
        for end, at, box in sorted(begun, key=lambda one: one[0]):
            lacking = box.height + 2 * self.padding - sum(heights[at:end])
            heights[end - 1] += max(lacking, 0)
        return heights

    def rows_within(self, height: float) -> int:
        """Give how many whole rows fit into ``height``; rows beyond it are not looked at."""
        below = [0.0]  # the foot of each row, from the top
        hanging: list[tuple[int, float, float]] = []  # end, top and height of what spans rows
        for at, row in enumerate(self.rows):
            top = below[-1]
            hanging += [
                (at + box.rowspan, top, box.height + 2 * self.padding) for box in row.spanning
            ]
            foot = top + row.plain
            foot = max([foot, *(begin + tall for end, begin, tall in hanging if end == at + 1)])
            hanging = [one for one in hanging if one[0] > at + 1]
            if max([foot, *(begin + tall for _end, begin, tall in hanging)]) > height + EPSILON:
                return at
            below.append(foot)
        return self.count

    def cut(self, row: int) -> tuple["Grid", "Grid"]:
        """Cut before a row; what spans the cut stands in both, the second time as a repeat."""
        above, repeats = list(self.rows[:row]), []
        for at, one in enumerate(above):
            over = [box for box in one.spanning if at + box.rowspan > row]
            if over:
                kept = (replace(box, rowspan=row - at) if box in over else box for box in one.boxes)
                above[at] = self.row(kept)
                repeats += [
                    replace(box, rowspan=at + box.rowspan - row, repeated=True) for box in over
                ]
        below = list(self.rows[row:])
        if repeats:
            below[0] = self.row((*repeats, *below[0].boxes))
        return Grid(above, self.padding), Grid(below, self.padding)

    def cut_inside(self, row: int, room: float) -> tuple["Grid", "Grid"]:
        """Cut a row ``room`` below its top: what does not fit goes on in a row below.

        A label that spans further rows is repeated there if it fitted, and goes on if it did not;
        one that is a repeat already is repeated again.
        """
        above, below = self.cut(row)
        broken = below._broken(room - 2 * self.padding)
        spanning = {box.column for box in below.rows[0].boxes if box.repeated}
        kept = [
            self.row(
                replace(box, rowspan=box.rowspan + 1)
                if at + box.rowspan == row and box.column in spanning
                else box
                for box in one.boxes
            )
            for at, one in enumerate(above.rows)
        ]
        begun = [
            replace(fits, rowspan=1) for box, fits, _rest in broken if not (row and box.repeated)
        ]
        going_on = [
            rest if _goes_on(box, rest) else replace(box, repeated=True)
            for box, _fits, rest in broken
        ]
        return (
            Grid([*kept, self.row(begun)], self.padding),
            Grid([self.row(going_on), *below.rows[1:]], self.padding),
        )

    def _broken(self, room: float) -> list[tuple[Box, Box, Box]]:
        """Give each cell of the first row with its part within ``room`` and the rest."""
        broken = [(box, *box.split(room)) for box in self.rows[0].boxes]
        if any(fits.content for _box, fits, _rest in broken):
            return broken
        return [(box, *box.split(room, fewest=1)) for box in self.rows[0].boxes]

    def placed(self) -> Iterator[tuple[int, Box]]:
        """Go through the boxes with their rows, in reading order."""
        return ((at, box) for at, row in enumerate(self.rows) for box in row.boxes)


def _goes_on(box: Box, rest: Box) -> bool:
    """Tell whether a broken cell's rest follows, rather than a copy of its label."""
    return not box.repeated and (bool(rest.content) or box.rowspan == 1)
