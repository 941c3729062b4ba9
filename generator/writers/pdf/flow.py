"""Blocks → flowables: one short function a block."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable
from reportlab.platypus import Image as Picture

from generator.blocks import (
    Block,
    Cell,
    Chart,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Marker,
    Paragraph,
    Row,
    Run,
    Table,
    first_paragraph,
    plain_text,
)
from generator.style import Style, TableStyle, TextStyle
from generator.writers.pdf.chart import ColumnChart
from generator.writers.pdf.grid import Box, Grid
from generator.writers.pdf.keep import Kept
from generator.writers.pdf.table import GroupedTable
from generator.writers.pdf.text import PageFields, SetParagraph, Typesetter

_MOST_HEADER = 0.5  # a header taller than this share of the page is not repeated
_LEAST_TEXT = 72  # points that text keeps, however deep its list lies
_BLANK = (Run("\u00a0"),)  # ReportLab draws the marker of no empty paragraph


class Bookmark(Flowable):  # type: ignore[misc]
    """A heading's entry in the outline; it takes no room."""

    _ZEROSIZE = 1

    def __init__(self, title: str, level: int) -> None:
        super().__init__()
        self.title = title
        self.level = level

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Note the place; the outline is written when all pages are known."""
        _x, y = self.canv.absolutePosition(0, 0)
        self.canv.note_bookmark(self.title, self.level, y)


class Flow:
    """Turns the blocks of one kind of page into flowables.

    ``width`` and ``height`` are those of the frame, in points; ``fields`` says what page fields
    print.
    """

    def __init__(
        self,
        style: Style,
        typesetter: Typesetter,
        width: float,
        height: float,
        fields: PageFields | None = None,
    ) -> None:
        self._style = style
        self._typesetter = typesetter
        self._width = width
        self._height = height
        self._fields = fields
        self._make: Mapping[type, Callable[..., list[Flowable]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            List: self._list,
            Table: self._table,
            Chart: self._chart,
            Image: self._image,
        }

    def flowables(self, blocks: Sequence[Block]) -> list[Flowable]:
        """Give the flowables of some blocks, those that belong together kept together."""
        return Kept.join(self._blocks(blocks, 0), self._height)

    def _blocks(self, blocks: Sequence[Block], indent: float) -> list[Flowable]:
        made: list[Flowable] = []
        for block in blocks:
            make = self._make.get(type(block))
            if make is None:
                raise TypeError(f"the PDF writer knows no {type(block).__name__}")
            made += make(block, indent)
        return made

    def _heading(self, block: Heading, indent: float) -> list[Flowable]:
        style = self._style.text(block.style or f"h{block.level}")
        title = self._set(block.content, style, indent)
        title.keeps = True
        mark = Bookmark(plain_text(block.content).strip(), block.level - 1)
        mark.keeps = True
        return [mark, title]

    def _paragraph(self, block: Paragraph, indent: float) -> list[Flowable]:
        return [self._set(block.content, self._style.text(block.style), indent)]

    def _set(self, content: Sequence[Inline], style: TextStyle, indent: float) -> SetParagraph:
        made = self._typesetter.paragraph(
            content, style, indent=self._indent(style, indent), fields=self._fields
        )
        made.keeps = style.keep_with_next
        return made

    def _indent(self, style: TextStyle, indent: float) -> float:
        """Give an indent that leaves room for text."""
        room = self._width - style.left_indent - style.right_indent - _LEAST_TEXT
        return max(min(indent, room), 0)

    def _list(self, block: List, indent: float) -> list[Flowable]:
        return [
            flowable
            for number, item in enumerate(block.items, block.start)
            for flowable in self._item(block, item, number, indent)
        ]

    def _item(self, block: List, item: ListItem, number: int, indent: float) -> list[Flowable]:
        style = self._style.list(block.style)
        inner = min(indent + style.indent, max(self._width - _LEAST_TEXT, 0))
        marker = _marker(block.marker, number, style.bullet, style.decimal, style.alpha)
        first, rest = first_paragraph(item)
        text = self._style.text(first.style or style.text)
        made = self._typesetter.paragraph(
            first.content or _BLANK,
            text,
            indent=self._indent(text, inner),
            marker=marker,
            marker_indent=indent,
            fields=self._fields,
        )
        made.keeps = text.keep_with_next
        return [made, *self._blocks(rest, inner)]

    def _chart(self, block: Chart, _indent: float) -> list[Flowable]:
        style = self._style.chart(block.style)
        return [ColumnChart(block, style, self._typesetter, min(style.height, self._height))]

    def _image(self, block: Image, _indent: float) -> list[Flowable]:
        try:
            wide, high = ImageReader(BytesIO(block.data)).getSize()
        except Exception as fault:
            raise ValueError(f"the picture {block.name} cannot be read") from fault
        width = min(block.width * mm, self._width, self._height * wide / high)
        align = self._style.text(block.style).align.upper()
        picture = Picture(BytesIO(block.data), width, width * high / wide)
        picture.hAlign = align if align in {"LEFT", "RIGHT", "CENTER"} else "LEFT"
        return [picture]

    def _table(self, block: Table, indent: float) -> list[Flowable]:
        style = self._style.table(block.style)
        room = self._width - indent
        widths = [room * share / sum(block.columns) for share in block.columns]
        header = self._grid(block.header, widths, style, header=True)
        rows, head = block.rows, block.header
        if sum(header.heights(header.count)) > self._height * _MOST_HEADER:
            rows, head, header = (*head, *rows), (), Grid((), 0, style.padding)
        if not rows:
            rows, head, header = head, (), Grid((), 0, style.padding)
        body = self._grid(rows, widths, style, header=not block.rows)
        fills = [self._fill(row, number, style) for number, row in enumerate(rows)]
        return (
            [GroupedTable(widths, header, body, fills, style, self._height, indent=indent)]
            if rows
            else []
        )

    def _fill(self, row: Row, number: int, style: TableStyle) -> str:
        own = self._style.cell(row.style).fill if row.style else ""
        return own or (style.zebra_fill if number % 2 else "")

    def _grid(
        self, rows: Sequence[Row], widths: Sequence[float], style: TableStyle, *, header: bool
    ) -> Grid:
        boxes: list[Box] = []
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(rows):
            column = 0
            for cell in row.cells:
                while (number, column) in taken:
                    column += 1
                fitted = replace(
                    cell,
                    rowspan=min(cell.rowspan, len(rows) - number),
                    colspan=min(cell.colspan, len(widths) - column),
                )
                if fitted.colspan < 1:
                    raise ValueError(f"row {number + 1} of a table has too many cells")
                boxes.append(self._box(fitted, number, column, widths, style, header=header))
                taken |= {
                    (number + down, column + across)
                    for down in range(fitted.rowspan)
                    for across in range(fitted.colspan)
                }
                column += fitted.colspan
        return Grid(tuple(boxes), len(rows), style.padding)

    def _box(
        self,
        cell: Cell,
        row: int,
        column: int,
        widths: Sequence[float],
        style: TableStyle,
        *,
        header: bool,
    ) -> Box:
        look = self._style.cell(cell.style)
        plain = style.header_text if header else style.number_text if cell.numeric else style.text
        width = max(sum(widths[column : column + cell.colspan]) - 2 * style.padding, 1)
        content = tuple(
            self._typesetter.paragraph(
                part.content,
                self._style.text(part.style or look.text or plain),
                fields=self._fields,
            )
            for part in cell.content
        )
        return Box(
            row,
            column,
            cell.rowspan,
            cell.colspan,
            width,
            content,
            tuple(paragraph.wrap(width, 1e6)[1] for paragraph in content),
            fill=look.fill,
            valign=look.valign or ("middle" if header else style.valign),
        )


def _marker(marker: Marker, number: int, bullet: str, decimal: str, alpha: str) -> str:
    written = {
        Marker.BULLET: lambda: bullet,
        Marker.DECIMAL: lambda: decimal.format(number),
        Marker.ALPHA: lambda: alpha.format(letters_of(number)),
    }
    return written[marker]()


def letters_of(number: int) -> str:
    """Count in letters: 1 is a, 26 is z, 27 is aa; 0 and below stay figures."""
    if number < 1:
        return str(number)
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
