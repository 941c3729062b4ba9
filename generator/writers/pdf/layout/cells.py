"""Table blocks → grids of measured cells."""

from collections.abc import Sequence
from dataclasses import replace

from generator.document.blocks import Cell, Row, Table
from generator.document.style import Style, TableStyle
from generator.writers.pdf.layout.grid import Box, Grid, GridRow
from generator.writers.pdf.layout.item import Item
from generator.writers.pdf.layout.table import Caption, GroupedTable
from generator.writers.pdf.layout.text import PageFields, SetText, Typesetter
from generator.writers.pdf.tagging.speech import Tongue
from generator.writers.pdf.tagging.tables import Elements, Spoken, spread

_MOST_HEADER = 0.5  # a header taller than this share of the page is not repeated


class TableSetter:
    """Measures the cells of tables."""

    def __init__(
        self, style: Style, typesetter: Typesetter, tongue: Tongue, fields: PageFields | None
    ) -> None:
        self._style = style
        self._typesetter = typesetter
        self._tongue = tongue
        self._fields = fields

    def items(self, block: Table, width: float, indent: float, height: float) -> list[Item]:
        """Give a table in a frame of some width and height, in points; nothing for no rows."""
        if not (block.rows or block.header):
            return []
        style = self._style.table(block.style)
        widths = [(width - indent) * share / sum(block.columns) for share in block.columns]
        said = spread(block, self._tongue.structure)
        heads, cells = said.header, said.rows
        header = self._grid(block.header, heads, widths, style, header=True)
        rows = block.rows
        if sum(header.heights(header.count)) > height * _MOST_HEADER:
            rows, cells, header = (*block.header, *rows), [*heads, *cells], _none(style)
        if not rows:
            rows, cells, header = block.header, heads, _none(style)
        body = self._grid(rows, cells, widths, style, header=not block.rows)
        fills = [self._fill(row, number, style) for number, row in enumerate(rows)]
        face = self._typesetter.family.face()
        caption = None if said.caption is None else Caption(said.caption, face)
        return [GroupedTable(widths, header, body, fills, style, height, indent, caption=caption)]

    def _fill(self, row: Row, number: int, style: TableStyle) -> str:
        own = self._style.cell(row.style).fill if row.style else ""
        return own or (style.zebra_fill if number % 2 else "")

    def _grid(
        self,
        rows: Sequence[Row],
        elements: Elements,
        widths: Sequence[float],
        style: TableStyle,
        *,
        header: bool,
    ) -> Grid:
        made: list[GridRow] = []
        grid = Grid(made, style.padding)
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(rows):
            column = 0
            boxes: list[Box] = []
            for cell, spoken in zip(row.cells, elements[number], strict=True):
                while (number, column) in taken:
                    column += 1
                fitted = replace(
                    cell,
                    rowspan=min(cell.rowspan, len(rows) - number),
                    colspan=min(cell.colspan, len(widths) - column),
                )
                if fitted.colspan < 1:
                    raise ValueError(f"row {number + 1} of a table has too many cells")
                boxes.append(self._box(fitted, spoken, column, widths, style, header=header))
                taken |= {
                    (number + down, column + across)
                    for down in range(fitted.rowspan)
                    for across in range(fitted.colspan)
                }
                column += fitted.colspan
            made.append(grid.row(boxes))
        return grid

    def _box(
        self,
        cell: Cell,
        spoken: Spoken,
        column: int,
        widths: Sequence[float],
        style: TableStyle,
        *,
        header: bool,
    ) -> Box:
        look = self._style.cell(cell.style)
        plain = style.header_text if header else style.number_text if cell.numeric else style.text
        width = max(sum(widths[column : column + cell.colspan]) - 2 * style.padding, 1)
        return Box(
            column,
            cell.rowspan,
            cell.colspan,
            self._paragraphs(cell, spoken, look.text or plain, width),
            fill=look.fill,
            valign=look.valign or ("middle" if header else style.valign),
        )

    def _paragraphs(
        self, cell: Cell, spoken: Spoken, name: str, width: float
    ) -> tuple[SetText, ...]:
        """Set a cell's paragraphs; the only one of a cell needs no element of its own."""
        several = len(cell.content) > 1
        made = []
        for part in cell.content:
            style = self._style.text(part.style or name)
            shown = self._typesetter.content(part.content)
            own = self._tongue.structure.add_to(spoken.element, "P") if several else spoken.element
            speech = self._tongue.speech(shown, own, goes_on=spoken.goes_on)
            one = self._typesetter.paragraph(shown, style, width, fields=self._fields)
            made.append(replace(one, speech=speech))
        return tuple(made)


def _none(style: TableStyle) -> Grid:
    return Grid((), style.padding)
