"""A sheet as its readers see it: merged areas stand for their cells, percents are no scores."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evaluation.messages import _
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source, cell_name
from evaluation.workbook.shapes import Family, Sheet
from extractors.spreadsheets.cells import Broken, Cell, Position, RawSheet, Trouble
from extractors.spreadsheets.values import is_blank

_SCORED = frozenset({Family.SCORES, Family.DIMENSIONS})
"""Sheets whose further columns hold values on the scale."""
_NAMED = 5  # hidden rows or columns that are named; the others are counted


def as_shown(raw: RawSheet, sheet: Sheet) -> RawSheet:
    """Give a sheet with the value of each merged area in all its rows, and its percents broken.

    An area over several columns is left as it is: it may stand for either, which is told.
    """
    if not raw.merged and not raw.percents:
        return raw
    rows = [list(row) for row in raw.rows]
    for first, last in raw.merged:
        if first[1] == last[1]:
            _fill(rows, first, last)
    if sheet.further is not None and sheet.further.family in _SCORED:
        for row, column in raw.percents:
            _break(rows, row, column)
    return replace(raw, rows=rows)


def _fill(rows: list[list[Cell]], first: Position, last: Position) -> None:
    if first[0] >= len(rows) or first[1] >= len(rows[first[0]]):
        return
    value = rows[first[0]][first[1]]
    for row in range(first[0] + 1, min(last[0] + 1, len(rows))):
        rows[row].extend("" for _more in range(first[1] + 1 - len(rows[row])))
        rows[row][first[1]] = value


def _break(rows: list[list[Cell]], row: int, column: int) -> None:
    if row < len(rows) and column < len(rows[row]):
        value = rows[row][column]
        if isinstance(value, int | float) and not isinstance(value, bool):
            shown = f"{value * 100:.10g}".replace(".", ",")
            rows[row][column] = Broken(Trouble.PERCENT, f"{shown} %")


def not_as_shown(raw: RawSheet, head: int, file: str) -> Iterator[Finding]:
    """Tell what of a sheet is not as it seems: areas over several columns, what is hidden."""
    for first, last in raw.merged:
        if last[1] > first[1] and last[0] >= head and not is_blank(_at(raw.rows, first)):
            area = f"{cell_name(*first)}:{cell_name(*last)}"
            yield rules.CELLS_MERGED.found(
                Source(file, raw.name, cell_name(*first)),
                _("the merged area %(area)s stands over several columns.") % {"area": area},
                _("Unmerge it and fill in each cell."),
            )
    width = max(map(len, raw.rows), default=0)
    rows = [f"{one + 1}" for one in raw.unseen.rows if head < one < len(raw.rows)]
    columns = [cell_name(0, one).rstrip("1") for one in raw.unseen.columns if one < width]
    if rows or columns:
        yield rules.ROWS_HIDDEN.found(
            Source(file, raw.name),
            _("hidden here and read all the same: rows %(rows)s, columns %(columns)s.")
            % {"rows": _few(rows), "columns": _few(columns)},
            _("Show them (Unhide) and look whether they belong to the round."),
        )


def _at(rows: Sequence[Sequence[Cell]], position: Position) -> Cell:
    row, column = position
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def _few(names: Sequence[str]) -> str:
    more = f" (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more or "–"
