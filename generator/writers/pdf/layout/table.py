"""Tables whose merged cells may be cut by a page break.

ReportLab's own table never breaks inside a merged cell, so a group taller than a page cannot be
set. Here a table breaks between any two rows; a label that spans the break is repeated at the top
of the next page, marked as an artifact so that a screen reader hears it once. A row is broken
inside only where it is taller than a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, FrameBreak

from generator.document.style import TableStyle
from generator.writers.pdf.layout.grid import EPSILON, Box, Grid
from generator.writers.pdf.tagging.marks import artifact, tagged

_CAPTION_SIZE = 1  # points of the blank that stands where a caption is heard
_LEAST_PIECE = 48  # points of a broken row that are worth starting at the foot of a page


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption that is heard, not printed: its element, and the face of the blank in its place."""

    element: int
    face: str

    def draw(self, canvas: Any, x: float, y: float) -> None:
        """Draw a blank: readers pass over an element that has nothing on any page."""
        with tagged(canvas, self.element):
            canvas.setFont(self.face, _CAPTION_SIZE)
            canvas.drawString(x, y - _CAPTION_SIZE, " ")


class GroupedTable(Flowable):  # type: ignore[misc]
    """A table of a header, repeated on each page, and rows; ``fills`` gives a colour a row.

    ``page_height`` is the height of the frame: a row that fits into it is never broken.
    """

    caption: Caption | None = None

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

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Break the table so that the first piece fits; [] when it should begin on a new page.

        The next piece begins on a new page even where it would fit below the first.
        """
        room = height - self._head_height()
        rows = self._body.rows_within(room)
        if rows == self._body.count:
            return [self]
        room -= sum(self._body.heights(rows))
        whole_page = height >= self._page_height - EPSILON
        if self._too_tall(rows) and (room >= _LEAST_PIECE or (whole_page and not rows)):
            return self._broken_inside(rows, room)
        if not rows:
            return []
        above, below = self._body.cut(rows)
        return self._pieces(above, below, rows)

    def split_anyway(self, height: float) -> list[Flowable]:
        """Break the first row if nothing else lets the table begin within ``height``."""
        room = height - self._head_height()
        return self._broken_inside(0, room) if room >= _LEAST_PIECE else []

    def _too_tall(self, row: int) -> bool:
        """Tell whether a row is taller than a page, so that it has to be broken."""
        _above, below = self._body.cut(row)
        return below.heights(1)[0] > self._page_height - self._head_height()

    def _broken_inside(self, row: int, room: float) -> list[Flowable]:
        above, below = self._body.cut_inside(row, room)
        return self._pieces(above, below, row)

    def _pieces(self, above: Grid, below: Grid, row: int) -> list[Flowable]:
        first = self._piece(above, self._fills[: above.count], first=True)
        return [first, FrameBreak(), self._piece(below, self._fills[row:])]

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
            piece.caption = self.caption
        return piece

    def _head_height(self) -> float:
        return sum(self._header.heights(self._header.count))

    def draw(self) -> None:
        """Draw fills and borders as decoration, then the text in reading order."""
        header = self._header.heights(self._header.count)
        body = self._body.heights(self._body.count)
        below = sum(body)
        if self.caption:
            self.caption.draw(self.canv, self._indent, self.height)
        fills = [self._style.header_fill] * self._header.count
        self._draw_grid(self._header, header, fills, below)
        self._draw_grid(self._body, body, self._fills, 0)
        with artifact(self.canv, self._continued and bool(self._header.count)):
            self._draw_text(self._header, header, below)
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

    def _draw_text(self, grid: Grid, heights: Sequence[float], base: float) -> None:
        padding = self._style.padding
        for box in sorted(grid.boxes, key=lambda box: (box.row, box.column)):
            x, y, _width, height = self._place(box, heights, base)
            top = y + height - padding
            if box.valign == "middle":
                top -= max(height - 2 * padding - box.height, 0) / 2
            with artifact(self.canv, box.repeated):
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
