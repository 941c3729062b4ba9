"""Rows of a sheet with their cells addressed by column, for whoever fills a sheet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from evaluation.workbook.shapes import Column, Sheet

Value = TypeVar("Value")
Cells = Mapping[Column | str, Value]
"""The cells of a row, by fixed column or by the heading of a further one."""


def headings_of(sheet: Sheet, further: Sequence[str] = ()) -> tuple[str, ...]:
    """Give the headings of a sheet in order, the ``further`` ones where they belong."""
    headings: list[str] = []
    for column in sheet.columns:
        headings.append(column.heading)
        if sheet.further is not None and sheet.further.after == column.heading:
            headings += further
    return tuple(headings)


def rows_of(
    sheet: Sheet, rows: Iterable[Cells[Value]], further: Sequence[str] = ()
) -> list[tuple[Value | str | None, ...]]:
    """Give a sheet as rows in the order of its columns, the headings first.

    A cell that a row lacks is None. Raises ValueError for a cell under a heading that the sheet
    does not have.
    """
    headings = headings_of(sheet, further)
    return [headings, *(_row(sheet, headings, cells) for cells in rows)]


def _row(sheet: Sheet, headings: Sequence[str], cells: Cells[Value]) -> tuple[Value | None, ...]:
    by_heading = {_heading(each): value for each, value in cells.items()}
    unknown = [heading for heading in by_heading if heading not in headings]
    if unknown:
        raise ValueError(f"the sheet {sheet.name} has no column {unknown[0]!r}")
    return tuple(by_heading.get(heading) for heading in headings)


def _heading(column: Column | str) -> str:
    return column.heading if isinstance(column, Column) else column
