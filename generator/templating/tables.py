"""Table elements → table blocks: cells, what they head, and whether they fill the grid."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from evaluation.errors import WrongTemplateError
from evaluation.messages import _
from generator.document.blocks import Cell, Paragraph, Role, Row, Scope, Table
from generator.document.grid import first_columns
from generator.document.style import Style
from generator.templating.attributes import choice, whole, width
from generator.templating.inline import inline
from generator.templating.markup import Element, fold_blanks

MAX_COLUMNS = 63  # Word opens no table with more

_ROLES = {"": Role.TABLE, "list": Role.LIST}

StyleClass = Callable[[Element, Mapping[str, object]], str]
"""Gives the class of an element, which must be one of those known."""


class TableBuilder:
    """Builds the tables of one template pack; ``paragraph`` builds a paragraph in a cell."""

    def __init__(
        self,
        style: Style,
        style_class: StyleClass,
        paragraph: Callable[[Element], Paragraph],
    ) -> None:
        self._style = style
        self._class = style_class
        self._paragraph = paragraph

    def table(self, element: Element) -> Table:
        """Build a table. Raises WrongTemplateError for one whose rows do not fill its grid."""
        header = [row for head in element.elements("thead") for row in head.elements()]
        bodies = element.elements("tbody", "tr")
        body = [row for part in bodies for row in (part.elements("tr") or [part])]
        table = Table(
            columns=tuple(float(width(column, 1)) for column in element.elements("col")),
            header=tuple(self._row(row, _in_header) for row in header),
            rows=tuple(self._row(row, _in_body) for row in body if row.tag == "tr"),
            style=self._class(element, self._style.tables),
            caption=fold_blanks(element.get("caption")).strip(),
            role=choice(element, "role", _ROLES),
        )
        return _with_corners(_fitted(table, element))

    def _row(self, element: Element, scope: Callable[[Element], Scope | None]) -> Row:
        cells = tuple(self._cell(cell, scope(cell)) for cell in element.elements())
        return Row(cells, self._class(element, self._style.cells))

    def _cell(self, element: Element, scope: Scope | None) -> Cell:
        paragraphs = element.elements("p")
        content = (
            tuple(self._paragraph(paragraph) for paragraph in paragraphs)
            if paragraphs
            else (Paragraph(inline(element)),)
        )
        return Cell(
            content,
            rowspan=whole(element, "rowspan", 1),
            colspan=whole(element, "colspan", 1),
            numeric=element.get("type") == "number",
            style=self._class(element, self._style.cells),
            scope=scope,
        )


def _in_header(_cell: Element) -> Scope | None:
    return Scope.COLUMN


def _in_body(cell: Element) -> Scope | None:
    return Scope.ROW if cell.tag == "th" else None


def _with_corners(table: Table) -> Table:
    """Let the head of a column of row heads head rows and columns both."""
    heads = {
        column
        for row, columns in zip(table.rows, first_columns(table.rows), strict=True)
        for cell, column in zip(row.cells, columns, strict=True)
        if cell.scope is Scope.ROW and cell.colspan == 1
    }
    if not heads:
        return table
    header = (
        replace(row, cells=tuple(_cornered(row, columns, heads)))
        for row, columns in zip(table.header, first_columns(table.header), strict=True)
    )
    return replace(table, header=tuple(header))


def _cornered(row: Row, columns: Sequence[int], heads: set[int]) -> list[Cell]:
    return [
        replace(cell, scope=Scope.BOTH) if column in heads and cell.colspan == 1 else cell
        for cell, column in zip(row.cells, columns, strict=True)
    ]


def _fitted(table: Table, element: Element) -> Table:
    """Hold a table's grid against its columns; equal columns where none are given."""
    widest = max((_span(row) for row in (*table.header, *table.rows)), default=0)
    columns = table.columns or (1.0,) * max(widest, 1)
    if len(columns) > MAX_COLUMNS:
        raise WrongTemplateError(
            _("the table has %(count)d columns; Word shows at most %(limit)d.")
            % {"count": len(columns), "limit": MAX_COLUMNS},
            source=element.source,
        )
    fault = _grid_fault(table.header, len(columns)) or _grid_fault(table.rows, len(columns))
    if fault:
        raise WrongTemplateError(
            _("row %(row)d of the table fills %(cells)d of %(columns)d columns.")
            % {"row": fault[0], "cells": fault[1], "columns": len(columns)},
            source=element.source,
            remedy=_("Check the td, colspan and rowspan of that row, and the number of <col>."),
        )
    return replace(table, columns=columns)


def _span(row: Row) -> int:
    return sum(cell.colspan for cell in row.cells)


def _grid_fault(rows: Sequence[Row], width: int) -> tuple[int, int] | None:
    """Give the first row (from 1) that does not fill the grid and how much it fills, or None."""
    hanging: list[tuple[int, int]] = []  # (rows still to fill, columns) of cells from above
    for number, row in enumerate(rows, 1):
        filled = _span(row) + sum(columns for _rows, columns in hanging)
        if filled != width:
            return number, filled
        hanging = [(left - 1, columns) for left, columns in hanging if left > 1]
        hanging += [(cell.rowspan - 1, cell.colspan) for cell in row.cells if cell.rowspan > 1]
    return (len(rows), width) if hanging else None
