"""A table of a sheet: rows with addresses, whose cells report what is wrong with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from evaluation.findings import Findings
from evaluation.messages import NOTHING, Message, _
from evaluation.rules import workbook as rules
from evaluation.rules.rule import Rule
from evaluation.sources import Finding, Source, cell_name
from evaluation.workbook.shapes import Column, Sheet
from extractors.spreadsheets.cells import Broken, Cell, Trouble
from extractors.spreadsheets.values import (
    NotANumber,
    Number,
    is_blank,
    is_broken,
    number_of,
    seen_text,
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

    def has(self, column: Column) -> bool:
        """Tell whether the sheet has a column."""
        return column.heading in self.columns

    def fills(self, column: Column) -> bool:
        """Tell whether the sheet has a column in which some row has anything."""
        return self.has(column) and column.heading not in self.blank_columns

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

    def has(self, column: Column) -> bool:
        """Tell whether the sheet has the column."""
        return self.table.has(column)

    def at(self, column: int | None) -> Cell:
        """Give the raw cell of a column; blank beyond the end of the row."""
        return "" if column is None or column >= len(self.cells) else self.cells[column]

    def cell(self, column: Column) -> Cell:
        """Give the raw cell of a column; blank when the sheet has no such column."""
        return self.at(self.table.columns.get(column.heading))

    def source(self, column: Column) -> Source:
        """Give the place of the cell of a column."""
        return self.table.source(self.number, self.table.columns.get(column.heading))

    def text(self, column: Column) -> str:
        """Give the text of a column, blank when there is none."""
        cell = self.cell(column)
        if isinstance(cell, str) and "#" not in cell:  # nearly always: nothing to report
            return seen_text(cell)
        return "" if self._reported(cell, self.table.columns.get(column.heading)) else text_of(cell)

    def needed(self, column: Column) -> str:
        """Give the text of a column and report when it is blank."""
        text = self.text(column)
        if not text and self.has(column) and not is_broken(self.cell(column)):
            self._report_blank(column)
        return text

    def _report_blank(self, column: Column) -> None:
        """Report a blank cell: a blank column once, and a row that lacks several cells once."""
        if not self.table.fills(column):
            return
        needed = [one for one in self.table.sheet.columns if one.required and self.table.fills(one)]
        blank = [one.heading for one in needed if is_blank(self.cell(one))]
        if len(blank) > 1 and column.heading == blank[0]:
            message = _("the row lacks: %(columns)s.") % {"columns": ", ".join(blank)}
            self.report(rules.CELL_BLANK, column, message, _("Fill it in, or delete the row."))
        elif len(blank) < 2:
            self.report(rules.CELL_BLANK, column, _("the cell is blank."), self._wanted(column))

    def number_at(self, column: int | None) -> Number:
        """Give the number in a column; None when blank. Reports what is no number."""
        cell = self.at(column)
        if self._reported(cell, column):
            return NotANumber()
        number = number_of(cell)
        if isinstance(number, NotANumber):
            self.table.findings.add(not_a_number(self.table.source(self.number, column), cell))
        return number

    def report(
        self, rule: Rule, column: Column, message: Message, remedy: Message = NOTHING
    ) -> None:
        """Report what a rule has found in the cell of a column."""
        self.table.findings.add(rule.found(self.source(column), message, remedy))

    def _wanted(self, column: Column) -> Message:
        own = self.table.sheet.column(column.heading)
        return _("Wanted: %(help)s.") % {"help": own.help}

    def _reported(self, cell: Cell, column: int | None) -> bool:
        """Report a cell whose value cannot be had; tells whether it is one."""
        if not is_broken(cell):
            return False
        self.table.findings.add(broken_cell(self.table.source(self.number, column), cell))
        return True


def broken_cell(source: Source, cell: Cell) -> Finding:
    """Make the finding for a formula without a value or with an error."""
    if isinstance(cell, Broken) and cell.trouble is Trouble.PERCENT:
        return rules.CELL_NOT_A_NUMBER.found(
            source,
            _("the cell shows a percent (%(text)s), which is no score.") % {"text": cell.text},
            _("Set the cell to Number and type the score itself."),
        )
    if isinstance(cell, Broken) and cell.trouble is not Trouble.ERROR:
        return rules.FORMULA_NOT_CALCULATED.found(
            source,
            _("the formula has no stored value."),
            _("Open the workbook in the spreadsheet program, save it, and read it again."),
        )
    shown = cell.text if isinstance(cell, Broken) else text_of(cell)
    return rules.FORMULA_ERROR.found(
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
    return rules.CELL_NOT_A_NUMBER.found(
        source, _("'%(text)s' is not a number.") % {"text": shown}, remedy
    )
