"""Tables: a fixed grid, merged cells, header rows that repeat on each page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from generator.document.blocks import Cell, Paragraph, Role, Row, Scope, Table
from generator.document.grid import first_columns
from generator.document.style import Style, TableStyle
from generator.writers.docx.xml import Node, colour, element, twips

_FIRST_ROW, _FIRST_COLUMN = 0x0020, 0x0080  # bits of tblLook (ISO 29500-1, 17.4.55)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")

_EMPTY = (Paragraph(()),)
_EMPTY_CELL = Cell(_EMPTY)

WriteParagraph = Callable[[Paragraph, str], Node]
"""Makes a paragraph; the second argument is the class where the paragraph has none of its own."""


@dataclass(frozen=True)
class _Place:
    """A cell in one row of the grid: where it begins, or where it goes on from the row above."""

    cell: Cell
    colspan: int
    rows_left: int  # this row and those below that the cell covers
    begins: bool = True

    @property
    def below(self) -> "_Place":
        """Give the cell's place in the next row."""
        return replace(self, rows_left=self.rows_left - 1, begins=False)

    @property
    def merges(self) -> bool:
        """Tell whether the cell covers more than one row."""
        return not self.begins or self.rows_left > 1


def table(block: Table, style: Style, width: float, indent: float, write: WriteParagraph) -> Node:
    """Make a table ``width`` points wide."""
    look = style.table(block.style)
    edges = _edges(block.columns, width)
    columns = [element("gridCol", w=right - left) for left, right in pairwise(edges)]
    made = element("tbl", _properties(block, look, width, indent), element("tblGrid", *columns))
    writer = _RowWriter(style, look, edges, write)
    for number, (row, places) in enumerate(_placed(block.header, len(columns))):
        made.children.append(writer.row(row, places, number, header=True))
    for number, (row, places) in enumerate(_placed(block.rows, len(columns))):
        made.children.append(writer.row(row, places, number, header=False))
    return made


def _edges(shares: Sequence[float], width: float) -> list[int]:
    """Give the edges of the columns in twips, so that rounded widths still add up."""
    total = sum(shares)
    return [twips(width * part / total) for part in accumulate(shares, initial=0.0)]


def _properties(block: Table, look: TableStyle, width: float, indent: float) -> Node:
    padding = twips(look.padding)
    return element(
        "tblPr",
        element("tblW", w=twips(width), type="dxa"),
        element("tblInd", w=twips(indent), type="dxa"),
        element("tblBorders", *(_border(side, look) for side in _SIDES)),
        element("tblLayout", type="fixed"),
        element(
            "tblCellMar",
            *(element(side, w=padding, type="dxa") for side in ("top", "left", "bottom", "right")),
        ),
        _look(block),
        element("tblCaption", val=block.caption) if block.caption else None,
    )


def _look(block: Table) -> Node:
    """Say which cells are heads, as far as Word knows it: the header rows, the first column."""
    first = [row.cells[0] for row, at in zip(block.rows, first_columns(block.rows), strict=True)
             if at and at[0] == 0]  # fmt: skip
    told = block.role is Role.TABLE
    row = int(told and bool(block.header))
    column = int(told and bool(first) and all(cell.scope is Scope.ROW for cell in first))
    flags = f"{row * _FIRST_ROW + column * _FIRST_COLUMN:04X}"
    return element("tblLook", val=flags, firstRow=row, firstColumn=column)


def _border(side: str, look: TableStyle) -> Node:
    if not look.border:
        return element(side, val="nil")
    size = max(round(look.border * 8), 2)  # eighths of a point; Word draws none below a quarter
    return element(side, val="single", sz=size, space=0, color=colour(look.border_colour))


def _placed(rows: Sequence[Row], columns: int) -> list[tuple[Row, list[tuple[int, _Place]]]]:
    """Give, for each row, the columns at which a cell begins or goes on.

    Every row fills the grid: a span that leaves it is cut, a missing cell is empty. Raises
    ValueError for a row with more cells than there is room for.
    """
    hanging: dict[int, _Place] = {}
    placed = []
    for number, row in enumerate(rows):
        places = _row_places(row, hanging, columns, len(rows) - number)
        if sum(place.begins for _column, place in places) < len(row.cells):
            raise ValueError(f"row {number + 1} of a table has too many cells")
        hanging = {column: place.below for column, place in places if place.rows_left > 1}
        placed.append((row, places))
    return placed


def _row_places(
    row: Row, hanging: Mapping[int, _Place], columns: int, rows_left: int
) -> list[tuple[int, _Place]]:
    waiting = iter(row.cells)
    places: list[tuple[int, _Place]] = []
    column = 0
    while column < columns:
        place = hanging.get(column)
        if place is None:
            cell = next(waiting, _EMPTY_CELL)
            room = min((taken for taken in hanging if taken > column), default=columns) - column
            place = _Place(cell, min(cell.colspan, room), min(cell.rowspan, rows_left))
        places.append((column, place))
        column += place.colspan
    return places


class _RowWriter:
    """Writes the rows of one table."""

    def __init__(
        self, style: Style, look: TableStyle, edges: Sequence[int], write: WriteParagraph
    ) -> None:
        self._style = style
        self._look = look
        self._edges = edges
        self._write = write

    def row(
        self, row: Row, places: Sequence[tuple[int, _Place]], number: int, *, header: bool
    ) -> Node:
        """Make one row; header rows repeat, no row is broken between pages."""
        properties = element("trPr", element("cantSplit"), element("tblHeader") if header else None)
        own = self._style.cell(row.style).fill if row.style else ""
        zebra = self._look.zebra_fill if number % 2 else ""
        fill = self._look.header_fill if header else own or zebra
        cells = (self._cell(column, place, fill, header) for column, place in places)
        return element("tr", properties, *cells)

    def _cell(self, column: int, place: _Place, row_fill: str, header: bool) -> Node:
        cell = place.cell
        look = self._style.cell(cell.style)
        fill = look.fill or row_fill
        width = self._edges[column + place.colspan] - self._edges[column]
        valign = look.valign or ("middle" if header else self._look.valign)
        properties = element(
            "tcPr",
            element("tcW", w=width, type="dxa"),
            element("gridSpan", val=place.colspan) if place.colspan > 1 else None,
            _merge(place),
            element("shd", val="clear", color="auto", fill=colour(fill)) if fill else None,
            element("vAlign", val="center" if valign == "middle" else valign),
        )
        plain = self._look.number_text if cell.numeric else self._look.text
        style = look.text or (self._look.header_text if header else plain)
        content = cell.content if place.begins else ()
        return element("tc", properties, *(self._write(p, style) for p in content or _EMPTY))


def _merge(place: _Place) -> Node | None:
    if not place.merges:
        return None
    return element("vMerge", val="restart") if place.begins else element("vMerge")
