"""Rows of a sheet with their cells addressed by column, for whoever fills a sheet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from evaluation.workbook.shapes import Column, Sheet

Value = TypeVar("Value")
Place = Column | str
"""A fixed column of a sheet, or the heading of a further one."""
Cells = Mapping[Place, Value]
"""The cells of a row."""


def places_of(sheet: Sheet, further: Sequence[str] = ()) -> tuple[Place, ...]:
    """Give the columns of a sheet in order, the ``further`` ones where they belong."""
    places: list[Place] = []
    for column in sheet.columns:
        places.append(column)
        if sheet.further is not None and sheet.further.after == column.heading:
            places += further
    return tuple(places)


def rows_of(
    sheet: Sheet, rows: Iterable[Cells[Value]], further: Sequence[str] = ()
) -> tuple[tuple[Value | str | None, ...], ...]:
    """Give a sheet as rows in the order of its columns, the headings first.

    A cell that a row lacks is None. Raises ValueError for a cell of a column that the sheet does
    not have.
    """
    places = places_of(sheet, further)
    known = frozenset(places)
    made: list[tuple[Value | str | None, ...]] = [tuple(map(_heading, places))]
    for cells in rows:
        for strange in cells.keys() - known:
            raise ValueError(f"the sheet {sheet.name} has no column {_heading(strange)!r}")
        made.append(tuple(cells.get(place) for place in places))
    return tuple(made)


def _heading(place: Place) -> str:
    return place.heading if isinstance(place, Column) else place
