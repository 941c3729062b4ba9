"""The workbook written: blank with headings, help and drop-downs, or filled with given rows.

Written twice with the same contents, it has the same bytes. A text that begins with ``= + - @`` is
written as text, so that nothing which somebody typed is ever computed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import BinaryIO

import xlsxwriter

from evaluation.errors import WrongDataError
from evaluation.messages import Message, _
from evaluation.names import name_key
from evaluation.sources import Source, cell_name
from evaluation.workbook.facts import SURAT_KEYS
from evaluation.workbook.shapes import Column, Family, Kind, Sheet
from evaluation.workbook.sheets import HELP_MARK, SHEETS, SURAT
from generator.workbooks.dropdowns import Dropdowns, Heading, Written

Cell = str | int | Decimal | date | None
Rows = Sequence[Sequence[Cell]]

FIRST_ROW = 2
"""Where data begin: below the headings and the help line."""

# A workbook stores when it was made; one fixed time makes equal contents equal bytes.
_CREATED = datetime(2000, 1, 1)
_A4 = 9
_WIDEST = 260  # characters that still print on the width of one A4 page and can be read
_ROW, _HELP_ROW = 15, 12.5  # points that a line of text takes
_TALLEST = 27  # lines; a row cannot be taller than 409 points

_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_TOP = {"valign": "top"}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "heading": {**_TOP, "bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True},
    "help": {**_TOP, "italic": True, "font_color": "#7F7F7F", "font_size": 9, "text_wrap": True},
    "help line": {**_TOP, "italic": True, "font_color": "#7F7F7F", "font_size": 9},
    Kind.TEXT.value: {**_TOP, "text_wrap": True, "num_format": "@"},
    "doubtful": {"bg_color": "#FFE699"},
    "number as text": {**_TOP, "align": "left"},
    Kind.CHOICE.value: _TOP,
    Kind.NUMBER.value: _TOP,
    Kind.DATE.value: {**_TOP, "num_format": "d mmmm yyyy", "align": "left"},
}


def write_workbook(
    target: Path | str | BinaryIO,
    sheets: Mapping[str, Rows] | None = None,
    notes: Mapping[tuple[str, str], Message] | None = None,
) -> None:
    """Write a workbook to a path or a binary stream.

    ``sheets`` gives the rows of each sheet by name, headings first; None is a blank workbook, in
    which only the keys of ``Surat`` are filled in. Every sheet that people fill in is there, in
    order; one that ``sheets`` lacks stays blank, and one that the program does not know comes last.
    ``notes`` are remarks on doubtful cells, by sheet and cell; those cells are coloured. Raises
    WrongDataError when a text is longer than a cell may be, OSError when the target cannot
    be written.
    """
    given = blank_facts() if sheets is None else sheets
    by_key = {name_key(name): rows for name, rows in given.items()}
    known = {name_key(sheet.name) for sheet in SHEETS}
    others = [Sheet(name, "") for name in given if name_key(name) not in known]
    place = str(target) if isinstance(target, Path) else target
    book = _Book(xlsxwriter.Workbook(place, {"in_memory": True}))
    written = [
        book.write(sheet, by_key.get(name_key(sheet.name), ()))
        for sheet in (*SHEETS, *others)
        if sheet.blank or name_key(sheet.name) in by_key
    ]
    for cell, note in (notes or {}).items():
        book.annotate(cell, str(note))
    Dropdowns(book.file, written, by_key.get(name_key(SURAT.name), ())).add()
    book.close()


def blank_facts() -> Mapping[str, Rows]:
    """Give the keys of ``Surat`` without values: what a new workbook begins with."""
    headings = tuple(column.heading for column in SURAT.columns)
    return {SURAT.name: (headings, *((fact.key, None) for fact in SURAT_KEYS))}


@dataclass(frozen=True, slots=True)
class _Place:
    """A worksheet being written, and what its columns hold."""

    sheet: Sheet
    worksheet: xlsxwriter.worksheet.Worksheet
    headings: Sequence[Heading]


class _Book:
    """One workbook file with its cell formats."""

    def __init__(self, file: xlsxwriter.Workbook) -> None:
        self.file = file
        self.file.set_properties({"created": _CREATED})
        self._formats = {name: file.add_format(dict(look)) for name, look in _LOOKS.items()}

    def close(self) -> None:
        """Write the file. Raises OSError when that fails."""
        try:
            self.file.close()
        except xlsxwriter.exceptions.FileCreateError as fault:
            raise OSError(*fault.args) from None

    def annotate(self, place: tuple[str, str], note: str) -> None:
        """Colour a cell and say beside it what is doubtful."""
        worksheet = self.file.get_worksheet_by_name(place[0])
        worksheet.write_comment(place[1], note, {"author": "laporan", "x_scale": 2})
        look = {"type": "formula", "criteria": "=TRUE", "format": self._formats["doubtful"]}
        worksheet.conditional_format(place[1], look)

    def write(self, sheet: Sheet, rows: Rows) -> Written:
        """Write one sheet: headings, help line, rows."""
        headings = headings_of(sheet, rows[0]) if rows else blank_headings(sheet)
        place = _Place(sheet, self.file.add_worksheet(sheet.name), headings)
        self._set_up(place)
        self._write_head(place)
        for number, row in enumerate(rows[1:], FIRST_ROW):
            lines = _lines((str(cell or "") for cell in row), headings)
            if lines > 1:
                place.worksheet.set_row(number, _ROW * lines)
            for column, cell in enumerate(row):
                self._write_cell(place, number, column, cell)
        if sheet is SURAT:
            self._explain_facts(place, rows[1:])
        return Written(sheet, place.worksheet, headings, len(rows[1:]), FIRST_ROW)

    def _set_up(self, place: _Place) -> None:
        """Set column widths, frozen panes and the printed page."""
        worksheet, headings = place.worksheet, place.headings
        for column, heading in enumerate(headings):
            look = self._formats[heading.kind.value]
            worksheet.set_column(column, column, heading.width, look)
        further = place.sheet.further
        kept = 2 if further and further.family is Family.SCORES else 1
        worksheet.freeze_panes(FIRST_ROW, kept)
        worksheet.set_landscape()
        worksheet.set_paper(_A4)
        worksheet.repeat_rows(0)
        worksheet.set_header("&L&A")
        worksheet.set_footer("&R&P / &N")
        if sum(heading.width for heading in headings) <= _WIDEST:
            worksheet.fit_to_pages(1, 0)
        else:
            worksheet.repeat_columns(0, kept - 1)

    def _write_head(self, place: _Place) -> None:
        for column, heading in enumerate(place.headings):
            look = self._formats["heading"]
            if _is_number(heading.text):
                place.worksheet.write_number(0, column, int(heading.text), look)
            else:
                place.worksheet.write_string(0, column, heading.text, look)
            if heading.help:
                look = self._formats["help" if heading.wraps_help else "help line"]
                place.worksheet.write_string(1, column, HELP_MARK + heading.help, look)
        wrapped = [heading.help if heading.wraps_help else "" for heading in place.headings]
        place.worksheet.set_row(1, _HELP_ROW * _lines(wrapped, place.headings))

    def _write_cell(self, place: _Place, row: int, column: int, cell: Cell) -> None:
        worksheet = place.worksheet
        if cell is None or cell == "":
            return
        if isinstance(cell, str):
            written = worksheet.write_string(row, column, cell, self._formats[Kind.TEXT.value])
            if written:
                raise _too_long(place.sheet.name, row, column)
        elif isinstance(cell, date):
            worksheet.write_datetime(row, column, cell, self._formats[Kind.DATE.value])
        else:
            kind = place.headings[column].kind if column < len(place.headings) else Kind.NUMBER
            look = "number as text" if kind is Kind.TEXT else Kind.NUMBER.value
            worksheet.write_number(row, column, cell, self._formats[look])

    def _explain_facts(self, place: _Place, rows: Rows) -> None:
        """Write what each key of the letter means beside it, in a column that is never read."""
        helps = {name_key(fact.key): fact for fact in SURAT_KEYS}
        column = len(place.headings)
        place.worksheet.set_column(column, column, 60)
        heading = f"{HELP_MARK}Petunjuk"
        place.worksheet.write_string(0, column, heading, self._formats["help"])
        for number, row in enumerate(rows, FIRST_ROW):
            fact = helps.get(name_key(str(row[0])))
            if fact is None:
                continue
            look = self._formats["help"]
            place.worksheet.write_string(number, column, HELP_MARK + fact.help, look)
            if fact.kind is Kind.DATE and row[1] is None:
                place.worksheet.write_blank(number, 1, None, self._formats[Kind.DATE.value])


def _is_number(text: str) -> bool:
    """Tell whether a heading is the number of a question; other digits (²) and 007 stay text."""
    return _WHOLE.fullmatch(text) is not None


def _lines(texts: Iterable[str], headings: Sequence[Heading]) -> int:
    """Give how many lines the tallest of the texts takes in the width of its column."""
    pairs = zip(texts, headings, strict=False)
    return min(max((ceil(len(t) / heading.width) for t, heading in pairs), default=1), _TALLEST)


def headings_of(sheet: Sheet, given: Sequence[Cell]) -> tuple[Heading, ...]:
    """Give the headings of a filled sheet; the first further column bears the further help."""
    known = {name_key(column.heading): column for column in sheet.columns}
    headings: list[Heading] = []
    for cell in given:
        text = "" if cell is None else str(cell)
        column = known.get(name_key(text))
        headings.append(_fixed(column) if column else _further(sheet, text, headings))
    return tuple(headings)


def blank_headings(sheet: Sheet) -> tuple[Heading, ...]:
    """Give the headings of a blank sheet, the further ones where they belong."""
    headings: list[Heading] = []
    for column in sheet.columns:
        headings.append(_fixed(column))
        if sheet.further and sheet.further.after == column.heading:
            for sample in sheet.further.samples:
                headings.append(_further(sheet, sample, headings))
    return tuple(headings)


def _fixed(column: Column) -> Heading:
    return Heading(column.heading, column.help, column.width, column.kind, column)


def _further(sheet: Sheet, text: str, before: Sequence[Heading]) -> Heading:
    """Make a further heading; words need more room than question numbers."""
    if sheet.further is None:
        return Heading(text, "", 24, Kind.TEXT, None)
    first = all(heading.column for heading in before)
    width = sheet.further.width if text.isdigit() else max(sheet.further.width, 14)
    return Heading(text, sheet.further.help if first else "", width, Kind.NUMBER, None)


def _too_long(sheet: str, row: int, column: int) -> WrongDataError:
    return WrongDataError(
        _("the text is longer than a cell of a spreadsheet may be."),
        source=Source("", sheet, cell_name(row, column)),
        remedy=_("Divide it among several rows."),
    )
