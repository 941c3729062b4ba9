"""Sheets in which no table was found, told where numbers stand in them."""

from decimal import Decimal
from itertools import islice

from evaluation.messages import _
from evaluation.rules import collecting as rules
from evaluation.workbook.form import MARK_SHEET
from evaluation.workbook.sheets import HELPER_SHEET
from extractors.collect.books import Book
from extractors.collect.gathering import Gathering
from extractors.collect.sheet import Sheet
from extractors.spreadsheets.values import is_blank, number_of

_SILENT = (MARK_SHEET, HELPER_SHEET)  # sheets of ours that hold nothing to collect
_LOOKED_AT, _NUMBERS = 200, 6  # rows of a sheet without a table, and numbers that make one


def report_sheets(book: Book, gathering: Gathering) -> None:
    """List the sheets that no table was found in."""
    used = {part.taken.table.sheet.name for part in book.parts}
    for sheet in book.sheets:
        filled = any(not is_blank(cell) for row in sheet.rows for cell in row)
        if sheet.name not in used and filled and sheet.name not in _SILENT:
            why = _("the sheet is hidden") if sheet.hidden else _("it holds no table of scores")
            gathering.set_aside(sheet.place(), sheet.name, why)
            if not sheet.hidden and _holds_numbers(sheet):
                message = _("the table was not understood and is not read: %(why)s.")
                told = message % {"why": _("no row reads like its heading")}
                gathering.report(rules.TABLE_UNSETTLED, sheet.place(), told)


def _holds_numbers(sheet: Sheet) -> bool:
    """Tell whether so many numbers stand in a sheet that they may be scores."""
    cells = (cell for row in sheet.rows[:_LOOKED_AT] for cell in row)
    numbers = (c for c in cells if isinstance(number_of(c), Decimal))
    return sum(1 for _number in islice(numbers, _NUMBERS)) == _NUMBERS
