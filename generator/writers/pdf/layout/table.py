"""Tables whose merged cells may be cut by a page break.

A table breaks between any two rows; a label that spans the break is repeated at the top of the
next page, marked as an artifact so that a screen reader hears it once. A row is broken inside only
where it is taller than a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from generator.document.style import TableStyle
from generator.writers.pdf.fonts.family import Face
from generator.writers.pdf.layout.grid import EPSILON, Box, Grid
from generator.writers.pdf.layout.ink import Ink
from generator.writers.pdf.layout.item import Item, PageEnd

_CAPTION_SIZE = 1  # points of the blank that stands where a caption is heard
_LEAST_PIECE = 48  # points of a broken row that are worth starting at the foot of a page


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption that is heard, not printed: its element, and the face of the blank in its place."""

    element: int
    face: Face

    def draw(self, ink: Ink, x: float, y: float) -> None:
        """Draw a blank: readers pass over an element that has nothing on any page."""
        with ink.tagged(self.element):
            ink.text(self.face, _CAPTION_SIZE, x, y - _CAPTION_SIZE, " ")


@dataclass(frozen=True, eq=False)
class GroupedTable(Item):
    """A table of a header, repeated on each page, and rows; ``fills`` gives a colour a row.

    ``page_height`` is the height of the frame: a row that fits into it is never broken.
    """

    widths: Sequence[float]
    header: Grid
    body: Grid
    fills: Sequence[str]
    style: TableStyle
    page_height: float
    indent: float = 0
    continued: bool = False
    caption: Caption | None = None

    @property
    def before(self) -> float:  # type: ignore[override]
        """Give the room above."""
        return 0 if self.continued else self.style.space_before

    @property
    def after(self) -> float:  # type: ignore[override]
        """Give the room below."""
        return self.style.space_after

    @cached_property
    def height(self) -> float:
        """Give the height; that of cells was measured when they were made."""
        return self._head_height + sum(self.body.heights(self.body.count))

    def fits(self, room: float) -> bool:
        """Tell whether all rows fit into some room."""
        return self.body.rows_within(room - self._head_height - EPSILON) == self.body.count

    def cut(self, room: float) -> Sequence[Item]:
        """Break the table so that the first piece fits; none when it should begin on a new page.

        The next piece begins on a new page even where it would fit below the first.
        """
        left = room - self._head_height
        rows = self.body.rows_within(left)
        if rows == self.body.count:
            return (self,)
        left -= sum(self.body.heights(rows))
        whole_page = room >= self.page_height - EPSILON
        if self._too_tall(rows) and (left >= _LEAST_PIECE or (whole_page and not rows)):
            return self._pieces(*self.body.cut_inside(rows, left), rows)
        return self._pieces(*self.body.cut(rows), rows) if rows else ()

    def cut_anyway(self, room: float) -> Sequence[Item]:
        """Break the first row if nothing else lets the table begin within some room."""
        left = room - self._head_height
        return self._pieces(*self.body.cut_inside(0, left), 0) if left >= _LEAST_PIECE else ()

    def _too_tall(self, row: int) -> bool:
        """Tell whether a row is taller than a page, so that it has to be broken."""
        _above, below = self.body.cut(row)
        return below.heights(1)[0] > self.page_height - self._head_height

    def _pieces(self, above: Grid, below: Grid, row: int) -> Sequence[Item]:
        first = replace(self, body=above, fills=self.fills[: above.count])
        rest = replace(self, body=below, fills=self.fills[row:], continued=True, caption=None)
        return first, PageEnd(), rest

    @cached_property
    def _head_height(self) -> float:
        return sum(self.header.heights(self.header.count))

    @cached_property
    def _lefts(self) -> list[float]:
        return list(accumulate(self.widths, initial=self.indent))

    def draw(self, ink: Ink, x: float, top: float) -> None:
        """Draw fills and borders as decoration, then the text in reading order."""
        if self.caption:
            self.caption.draw(ink, x + self.indent, top)
        below = top - self._head_height
        heads = _tops(self.header, top)
        rows = _tops(self.body, below)
        with ink.artifact(bool(self.style.border or self._has_fill())):
            self._draw_grid(ink, self.header, heads, x, [self.style.header_fill] * len(heads))
            self._draw_grid(ink, self.body, rows, x, self.fills)
        with ink.artifact(self.continued and bool(self.header.count)):
            self._draw_text(ink, self.header, heads, x)
        self._draw_text(ink, self.body, rows, x)

    def _has_fill(self) -> bool:
        filled = any(box.fill for grid in (self.header, self.body) for _row, box in grid.placed())
        return filled or any(self.fills) or bool(self.header.count and self.style.header_fill)

    def _draw_grid(
        self, ink: Ink, grid: Grid, tops: Sequence[float], x: float, fills: Sequence[str]
    ) -> None:
        if self.style.border:
            ink.pen(self.style.border_colour, self.style.border)
        stroke = bool(self.style.border)
        for row, box in grid.placed():
            fill = box.fill or fills[row]
            if fill:
                ink.fill(fill)
            if fill or stroke:
                left, right = self._sides(box)
                foot = tops[row + box.rowspan]
                ink.rect(
                    x + left, foot, right - left, tops[row] - foot, stroke=stroke, fill=bool(fill)
                )

    def _draw_text(self, ink: Ink, grid: Grid, tops: Sequence[float], x: float) -> None:
        padding = self.style.padding
        for row, box in grid.placed():
            height = tops[row] - tops[row + box.rowspan]
            top = tops[row] - padding
            if box.valign == "middle":
                top -= max(height - 2 * padding - box.height, 0) / 2
            left = x + self._sides(box)[0] + padding
            with ink.artifact(box.repeated and bool(box.content)):
                for paragraph in box.content:
                    paragraph.draw(ink, left, top)
                    top -= paragraph.height

    def _sides(self, box: Box) -> tuple[float, float]:
        return self._lefts[box.column], self._lefts[box.column + box.colspan]


def _tops(grid: Grid, top: float) -> list[float]:
    """Give the top of each row, and the foot of the last."""
    return list(accumulate(grid.heights(grid.count), lambda at, height: at - height, initial=top))
