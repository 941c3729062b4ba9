"""The sheets of a workbook as they stand, to be written anew with something added."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from evaluation.names import name_key
from evaluation.workbook.sheets import HELP_MARK, HELPER_SHEET, SHEETS
from extractors.spreadsheets.apart import Apart, here
from extractors.spreadsheets.cells import Broken, Cell, RawSheet
from extractors.spreadsheets.grid import read_grid
from extractors.spreadsheets.values import BLANKS, is_blank, number_of, text_of
from extractors.workbook.headings import heading_row

Value = str | Decimal | date | None
Rows = tuple[tuple[Value, ...], ...]

_HELP = HELP_MARK.strip()
_COLUMNS = {
    name_key(sheet.name): {name_key(column.heading): column.heading for column in sheet.columns}
    for sheet in SHEETS
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a workbook holds besides its looks: rows by sheet name, the headings first."""

    sheets: Mapping[str, Rows]


def read_rows(path: Path, apart: Apart = here) -> Standing:
    """Read the rows of every sheet from its headings on, without help lines and blank rows.

    A formula is its value. ``apart`` runs what may abort the process that it runs in. Raises
    UnreadableInputError when the file is no workbook.
    """
    sheets, _sha256 = read_grid(path, apart)
    kept = (sheet for sheet in sheets if sheet.name != HELPER_SHEET)
    names = {name_key(sheet.name): sheet.name for sheet in SHEETS}
    return Standing({names.get(name_key(one.name), one.name): _rows(one) for one in kept})


def _rows(sheet: RawSheet) -> Rows:
    known = _COLUMNS.get(name_key(sheet.name))
    start = heading_row(sheet.rows, known) if known else 0
    filled = (row for row in sheet.rows[start:] if not all(map(_says_nothing, row)))
    return tuple(tuple(map(_value, row)) for row in filled)


def _says_nothing(cell: Cell) -> bool:
    return is_blank(cell) or (isinstance(cell, str) and cell.lstrip(BLANKS).startswith(_HELP))


def _value(cell: Cell) -> Value:
    if isinstance(cell, str):
        return None if _says_nothing(cell) else cell
    if isinstance(cell, Broken):
        return cell.text or None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, bool | time | timedelta):
        return text_of(cell)
    if isinstance(cell, date):
        return cell
    number = number_of(cell)
    return number if isinstance(number, Decimal) else text_of(cell)
