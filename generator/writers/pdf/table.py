"""Tables whose merged cells may be cut by a page break.

ReportLab's own table never breaks inside a merged cell, so a group taller than a page cannot be
set. Here a table breaks between any two rows; a label that spans the break is repeated at the top
of the next page, marked as an artifact so that a screen reader hears it once. A row is broken
inside only where it is taller than a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph

from generator.style import TableStyle
from generator.writers.pdf.text import artifact

_EPSILON = 0.01
_LEAST_PIECE = 48  # points of a broken row that are worth starting at the foot of a page


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

    def split(self, height: float) -> tuple["Box", "Box"]:
        """Give the cell with what fits into ``height``, and the cell with the rest (maybe none)."""
        fits: list[Paragraph] = []
        rest = list(self.content)
        room = height
        while rest:
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
        while count < self.count and sum(self.heights(count + 1)) <= height + _EPSILON:
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

    def cut_inside(self, height: float) -> tuple["Grid", "Grid"]:
        """Cut the first row at ``height``: what does not fit goes on in a row below.

        A label that spans further rows is repeated there if it fitted, and goes on if it did not.
        """
        first = [box for box in self.boxes if box.row == 0]
        split = [(box, *box.split(height - 2 * self.padding)) for box in first]
        above = tuple(replace(fits, rowspan=1) for _box, fits, _rest in split)
        begun = tuple(
            rest if rest.content or box.rowspan == 1 else replace(box, repeated=True)
            for box, _fits, rest in split
        )
        others = tuple(box for box in self.boxes if box.row > 0)
        return Grid(above, 1, self.padding), Grid(begun + others, self.count, self.padding)


class GroupedTable(Flowable):  # type: ignore[misc]
    """A table of a header, repeated on each page, and rows; ``fills`` gives a colour a row.

    ``page_height`` is the height of the frame: a row that fits into it is never broken.
    """

    def __init__(
        self,
        widths: Sequence[float],
        header: Grid,
        body: Grid,
        fills: Sequence[str],
        style: TableStyle,
        page_height: float,
        *,
        indent: float = 0,
        continued: bool = False,
    ) -> None:
        super().__init__()
        self._widths = widths
        self._header = header
        self._body = body
        self._fills = fills
        self._style = style
        self._page_height = page_height
        self._indent = indent
        self._continued = continued
        self.spaceBefore = 0 if continued else style.space_before
        self.spaceAfter = style.space_after

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Give the size; heights were measured when the cells were made."""
        self.width = sum(self._widths) + self._indent
        self.height = self._head_height() + sum(self._body.heights(self._body.count))
        return self.width, self.height

    def split(self, _width: float, height: float) -> list["GroupedTable"]:
        """Break the table so that the first piece fits; [] when it should begin on a new page."""
        room = height - self._head_height()
        rows = self._body.rows_within(room)
        if rows == self._body.count:
            return [self]
        if rows:
            above, below = self._body.cut(rows)
            return [
                self._piece(above, self._fills[:rows], first=True),
                self._piece(below, self._fills[rows:]),
            ]
        whole_page = height >= self._page_height - _EPSILON
        fits_elsewhere = self._body.heights(1)[0] <= self._page_height - self._head_height()
        if not whole_page and (fits_elsewhere or room < _LEAST_PIECE):
            return []
        above, below = self._body.cut_inside(room)
        return [self._piece(above, self._fills[:1], first=True), self._piece(below, self._fills)]

    def _piece(self, body: Grid, fills: Sequence[str], first: bool = False) -> "GroupedTable":
        piece = GroupedTable(
            self._widths,
            self._header,
            body,
            fills,
            self._style,
            self._page_height,
            indent=self._indent,
            continued=self._continued or not first,
        )
        if first:
            piece.spaceBefore, piece.spaceAfter = self.spaceBefore, 0
        return piece

    def _head_height(self) -> float:
        return sum(self._header.heights(self._header.count))

    def draw(self) -> None:
        """Draw fills and borders as decoration, then the text in reading order."""
        header = self._header.heights(self._header.count)
        body = self._body.heights(self._body.count)
        below = sum(body)
        fills = [self._style.header_fill] * self._header.count
        self._draw_grid(self._header, header, fills, below)
        self._draw_grid(self._body, body, self._fills, 0)
        with artifact(self.canv, self._continued and bool(self._header.count)):
            self._draw_text(self._header, header, below, inside_artifact=self._continued)
        self._draw_text(self._body, body, 0)

    def _draw_grid(
        self, grid: Grid, heights: Sequence[float], fills: Sequence[str], base: float
    ) -> None:
        canvas = self.canv
        with artifact(canvas):
            canvas.saveState()
            canvas.setLineWidth(self._style.border)
            canvas.setStrokeColor(HexColor(self._style.border_colour))
            for box in grid.boxes:
                fill = box.fill or fills[box.row]
                if fill or self._style.border:
                    if fill:
                        canvas.setFillColor(HexColor(fill))
                    canvas.rect(
                        *self._place(box, heights, base),
                        stroke=int(bool(self._style.border)),
                        fill=int(bool(fill)),
                    )
            canvas.restoreState()

    def _draw_text(
        self, grid: Grid, heights: Sequence[float], base: float, inside_artifact: bool = False
    ) -> None:
        padding = self._style.padding
        for box in sorted(grid.boxes, key=lambda box: (box.row, box.column)):
            x, y, _width, height = self._place(box, heights, base)
            top = y + height - padding
            if box.valign == "middle":
                top -= max(height - 2 * padding - box.height, 0) / 2
            with artifact(self.canv, box.repeated and not inside_artifact):
                for paragraph, tall in zip(box.content, box.heights, strict=True):
                    top -= tall
                    paragraph.drawOn(self.canv, x + padding, top)

    def _place(
        self, box: Box, heights: Sequence[float], base: float
    ) -> tuple[float, float, float, float]:
        """Give x, y, width and height of a box, y from the foot of the flowable."""
        x = self._indent + sum(self._widths[: box.column])
        y = base + sum(heights[box.end :])
        width = sum(self._widths[box.column : box.column + box.colspan])
        return x, y, width, sum(heights[box.row : box.end])
