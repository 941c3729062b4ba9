"""The list of forms that were sent, and the list of those that are to be reminded, as workbooks."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import xlsxwriter

from evaluation.errors import WrongDataError
from evaluation.messages import _
from evaluation.names import name_key
from evaluation.returns import Returned, Sent
from evaluation.sources import Source
from evaluation.visible import visible
from evaluation.workbook import form as words
from evaluation.workbook.sheets import ASAL
from extractors.spreadsheets.grid import read_grid
from extractors.spreadsheets.values import text_of

_SHEET, _REMINDERS = "Formulir", "Pengingat"
_FILE, _ASKED = ASAL.file.heading, "Jumlah Pertanyaan"
_HEADINGS = (words.REGION, words.ASSESSOR, words.INSTITUTION, _FILE, _ASKED)
_MISSING, _PARTLY = "belum kembali", "terisi {there} dari {asked}"
_WIDTHS = (32, 34, 34, 44, 20)
_CREATED = datetime(2000, 1, 1)
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


def write_sent(target: BinaryIO, sent: Sequence[Sent]) -> None:
    """Write what was sent, one form a row."""
    rows = [(one.region, one.assessor, one.institution, one.file, one.asked) for one in sent]
    _write(target, _SHEET, _HEADINGS, rows)


def write_reminders(target: BinaryIO, found: Returned) -> None:
    """Write who is to be reminded: forms that did not come back first, then half-filled ones."""
    rows = [(one, _MISSING) for one in found.missing]
    rows += [(one, _PARTLY.format(there=there, asked=one.asked)) for one, there in found.partly]
    cells = [(one.region, one.assessor, one.institution, one.file, told) for one, told in rows]
    _write(target, _REMINDERS, (*_HEADINGS[:-1], "Keadaan"), cells)


def _write(
    target: BinaryIO, name: str, headings: Sequence[str], rows: Sequence[Sequence[str | int]]
) -> None:
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.set_properties({"created": _CREATED})
    heading = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
    text = book.add_format({"num_format": "@", "valign": "top"})
    sheet = book.add_worksheet(name)
    for column, (title, width) in enumerate(zip(headings, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, heading)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell)
            else:
                sheet.write_string(number, column, visible(cell), text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)
    book.close()


def read_sent(path: Path) -> tuple[Sent, ...]:
    """Read the list of what was sent. Raises UnreadableInputError, WrongDataError for another."""
    sheets, _digest = read_grid(path)
    found = next((sheet.rows for sheet in sheets if sheet.name == _SHEET), ())
    rows = [[text_of(cell) for cell in row] for row in found]
    heads = [name_key(cell) for cell in rows[0]] if rows else []
    if not {name_key(heading) for heading in _HEADINGS} <= set(heads):
        message = _("this is no list of forms; laporan forms writes one beside them.")
        raise WrongDataError(message, source=Source(str(path)))
    at = [heads.index(name_key(heading)) for heading in _HEADINGS]
    cells = [[row[index] if index < len(row) else "" for index in at] for row in rows[1:]]
    return tuple(
        Sent(region, assessor, institution, file, int(asked) if asked.isdecimal() else 0)
        for region, assessor, institution, file, asked in cells
        if region
    )
