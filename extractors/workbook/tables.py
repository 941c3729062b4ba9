"""A table of a sheet: rows with addresses, whose cells report what is wrong with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from evaluation.findings import Findings
from evaluation.messages import _
from evaluation.sources import Finding, Source, cell_name, error
from evaluation.workbook.shapes import Sheet
from extractors.spreadsheets.cells import Broken, Cell, Trouble
from extractors.spreadsheets.values import (
    BLANKS,
    NotANumber,
    Number,
    is_blank,
    is_broken,
    number_of,
    text_of,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it stands in the sheet."""

    text: str
    column: int


@dataclass(frozen=True)
class Table:
    """A sheet whose headings are known.

    ``columns`` gives the index of each fixed heading that is there, ``further`` the other headings
    in order. ``rows`` holds what stands below, with its row index, without blank and help rows.
    A sheet that the workbook lacks is a table without columns and rows.
    """

    file: str
    name: str
    sheet: Sheet
    findings: Findings
    head: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)
    further: tuple[Heading, ...] = ()
    rows: Sequence[tuple[int, Sequence[Cell]]] = ()
    named: frozenset[int] = frozenset()

    def __iter__(self) -> Iterator["Row"]:
        """Go through the rows."""
        return (Row(self, number, cells) for number, cells in self.rows)

    @cached_property
    def width(self) -> int:
        """Give how many columns have a heading, counted from the first column of the sheet."""
        return 1 + max([*self.columns.values(), *(h.column for h in self.further)], default=-1)

    def has(self, heading: str) -> bool:
        """Tell whether the sheet has the column with a fixed heading."""
        return heading in self.columns

    @cached_property
    def nameless(self) -> tuple[int, ...]:
        """Give the columns that hold something and have no heading."""
        width = max((len(cells) for _number, cells in self.rows), default=0)
        free = sorted(set(range(width)) - self.named)
        return tuple(column for column in free if not self._blank(column))

    @cached_property
    def blank_columns(self) -> frozenset[str]:
        """Give the fixed headings that have nothing below them, in no one of several rows."""
        several = len(self.rows) > 1
        return frozenset(h for h, c in self.columns.items() if several and self._blank(c))

    def _blank(self, column: int) -> bool:
        return all(column >= len(cells) or is_blank(cells[column]) for _number, cells in self.rows)

    def source(self, row: int, column: int | None) -> Source:
        """Give a cell of the sheet; without a column, the sheet as a whole."""
        return Source(self.file, self.name, None if column is None else cell_name(row, column))

    def heading_source(self, heading: Heading) -> Source:
        """Give the cell of a heading."""
        return self.source(self.head, heading.column)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; reading a cell reports what is wrong with it."""

    table: Table
    number: int
    cells: Sequence[Cell]

    def has(self, heading: str) -> bool:
        """Tell whether the sheet has the column."""
        return heading in self.table.columns

    def at(self, column: int | None) -> Cell:
        """Give the raw cell of a column; blank beyond the end of the row."""
        return "" if column is None or column >= len(self.cells) else self.cells[column]

    def cell(self, heading: str) -> Cell:
        """Give the raw cell under a fixed heading; blank when the sheet has no such column."""
        return self.at(self.table.columns.get(heading))

    def source(self, heading: str) -> Source:
        """Give the place of the cell under a fixed heading."""
        return self.table.source(self.number, self.table.columns.get(heading))

    def text(self, heading: str) -> str:
        """Give the text under a fixed heading, blank when there is none."""
        cell = self.cell(heading)
        if isinstance(cell, str) and "#" not in cell:  # nearly always: nothing to report
            return cell.strip(BLANKS)
        return "" if self._reported(cell, self.table.columns.get(heading)) else text_of(cell)

    def needed(self, heading: str) -> str:
        """Give the text under a fixed heading and report when it is blank."""
        text = self.text(heading)
        if not text and self.has(heading) and not is_broken(self.cell(heading)):
            self._report_blank(heading)
        return text

    def _report_blank(self, heading: str) -> None:
        """Report a blank cell: a blank column once, and a row that lacks several cells once."""
        if heading in self.table.blank_columns:
            return
        needed = [column.heading for column in self.table.sheet.columns if column.required]
        blank = [one for one in needed if self.has(one) and is_blank(self.cell(one))]
        several = [one for one in blank if one not in self.table.blank_columns]
        if len(several) > 1 and heading == several[0]:
            message = _("the row lacks: %(columns)s.") % {"columns": ", ".join(several)}
            self.error("cell-blank", heading, message, _("Fill it in, or delete the row."))
        elif len(several) < 2:
            self.error("cell-blank", heading, _("the cell is blank."), self._wanted(heading))

    def number_at(self, column: int | None) -> Number:
        """Give the number in a column; None when blank. Reports what is no number."""
        cell = self.at(column)
        if self._reported(cell, column):
            return NotANumber()
        number = number_of(cell)
        if isinstance(number, NotANumber):
            self.table.findings.add(not_a_number(self.table.source(self.number, column), cell))
        return number

    def error(self, rule: str, heading: str, message: str, remedy: str = "") -> None:
        """Report an error in the cell under a fixed heading."""
        self.table.findings.add(error(rule, self.source(heading), message, remedy))

    def _wanted(self, heading: str) -> str:
        return _("Wanted: %(help)s.") % {"help": self.table.sheet.column(heading).help}

    def _reported(self, cell: Cell, column: int | None) -> bool:
        """Report a cell whose value cannot be had; tells whether it is one."""
        if not is_broken(cell):
            return False
        self.table.findings.add(broken_cell(self.table.source(self.number, column), cell))
        return True


def broken_cell(source: Source, cell: Cell) -> Finding:
    """Make the finding for a formula without a value or with an error."""
    if isinstance(cell, Broken) and cell.trouble is not Trouble.ERROR:
        return error(
            "formula-not-calculated",
            source,
            _("the formula has no stored value."),
            _("Open the workbook in the spreadsheet program, save it, and read it again."),
        )
    shown = cell.text if isinstance(cell, Broken) else text_of(cell)
    return error(
        "formula-error",
        source,
        _("the formula gives the error %(error)s.") % {"error": shown or "#?"},
        _("Mend the formula or write the value itself."),
    )


def not_a_number(source: Source, cell: Cell) -> Finding:
    """Make the finding for a cell that holds something else where a number belongs."""
    if isinstance(cell, str | bool | int | float):
        shown = text_of(cell)[:40]
        remedy = _("Write a number such as 3 or 3,6; leave the cell blank when there is none.")
    else:
        shown = text_of(cell)
        remedy = _(
            "The spreadsheet program took it for a date: set the cell to Number, type again."
        )
    return error(
        "cell-not-a-number", source, _("'%(text)s' is not a number.") % {"text": shown}, remedy
    )
