"""What cells of a written workbook offer and accept.

Lists of numbers stand in a range of cells on a hidden sheet: a list inside the rule itself is read
with the user's own separators, and fails where the comma is the decimal sign.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import xlsxwriter

from evaluation.names import name_key
from evaluation.sources import cell_name
from evaluation.workbook.facts import AVERAGE_WHAT_IS_THERE, FACTS
from evaluation.workbook.shapes import Column, Family, Kind, ListedIn, Sheet
from evaluation.workbook.sheets import (
    HELPER_SHEET,
    NILAI,
    SURAT,
)

_SPARE_ROWS = 500  # rows below the last one that the rules cover, for what is still to come
_MOST_STEPS = 100  # a longer list of scores helps nobody
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a written sheet; ``column`` is None for further ones."""

    text: str
    help: str
    width: int
    kind: Kind
    column: Column | None

    @property
    def wraps_help(self) -> bool:
        """Tell whether the column is wide enough for a help of several lines."""
        return self.column is not None or self.width >= 9


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet that was written: its columns, and where its rows stand."""

    sheet: Sheet
    worksheet: xlsxwriter.worksheet.Worksheet
    headings: Sequence[Heading]
    count: int
    first_row: int

    @property
    def last_row(self) -> int:
        """Give the last row that rules cover."""
        return self.first_row + self.count + _SPARE_ROWS - 1

    def index(self, heading: str) -> int | None:
        """Give the column with a heading; None when there is none."""
        texts = [each.text for each in self.headings]
        return texts.index(heading) if heading in texts else None


class Dropdowns:
    """Adds the rules to a workbook; ``facts`` are the rows of the sheet ``Surat``."""

    def __init__(
        self,
        book: xlsxwriter.Workbook,
        written: Iterable[Written],
        facts: Sequence[Sequence[object]],
    ) -> None:
        self._book = book
        self._written = {each.sheet.name: each for each in written}
        self._keys = [name_key(str(row[0])) for row in facts[1:]]
        self._facts = dict(zip(self._keys, (row[1] for row in facts[1:]), strict=True))

    def add(self) -> None:
        """Add every rule: choices, lists that stand in other sheets, the scale of scores."""
        for written in self._written.values():
            for index, heading in enumerate(written.headings):
                if heading.column is not None:
                    self._add_choices(written, index, heading.column)
            if written.sheet.further and written.sheet.further.family is Family.SCORES:
                self._add_scale(written)
        self._add_when_unscored()

    def _add_choices(self, written: Written, index: int, column: Column) -> None:
        source: object = list(column.choices)
        if column.listed is not None:
            source = self._range(column.listed)
        if source:
            _apply(written, index, index, {"validate": "list", "source": source})

    def _range(self, listed: ListedIn) -> str | None:
        """Give the cells in which the words of a list stand; None when there are none."""
        written = self._written[listed.sheet]
        if listed.heading is not None:
            column = written.index(listed.heading)
            last = written.first_row + written.count - 1 if written.count else written.last_row
            cells = None if column is None else (written.first_row, column, last, column)
        else:
            further = [i for i, each in enumerate(written.headings) if each.column is None]
            cells = (0, further[0], 0, further[-1]) if further else None
        return None if cells is None else f"='{listed.sheet}'!{absolute(*cells)}"

    def _add_scale(self, written: Written) -> None:
        """Bind scores: assessors' to the steps, means and directly scored ones to the scale."""
        scale = self._scale()
        if scale is None:
            return
        minimum, maximum, step = scale
        anything = within(minimum, maximum)
        by_assessors = written.index(NILAI.assessor.heading) is not None
        for first, last in _runs(written.headings, questions=False):
            _apply(written, first, last, anything)
        steps = steps_of(minimum, maximum, step)
        listed = (
            {"validate": "list", "source": self._helper(steps)} if by_assessors and steps else {}
        )
        for first, last in _runs(written.headings, questions=True):
            cell = cell_name(written.first_row, first)
            stepped = listed or on_step(cell, minimum, maximum, step)
            _apply(written, first, last, stepped if by_assessors else anything)

    def _scale(self) -> tuple[Decimal, Decimal, Decimal] | None:
        """Give the scale that the facts state; None when they do not."""
        ends = (FACTS.scale_minimum, FACTS.scale_maximum, FACTS.scale_step)
        given = (self._facts.get(name_key(one.key)) for one in ends)
        try:
            minimum, maximum, step = (Decimal(str(each).replace(",", ".")) for each in given)
        except InvalidOperation:
            return None
        return (minimum, maximum, step) if step > 0 and minimum < maximum else None

    def _helper(self, steps: Sequence[Decimal]) -> str:
        """Write the scores of the scale on the hidden sheet, and give the cells."""
        helper = self._book.add_worksheet(HELPER_SHEET)
        helper.hide()
        for row, step in enumerate(steps):
            helper.write_number(row, 0, step)
        helper.write_string(len(steps), 0, _NONE)
        return f"='{HELPER_SHEET}'!{absolute(0, 0, len(steps), 0)}"

    def _add_when_unscored(self) -> None:
        """Offer the one thing that may stand beside ``Nilai Kosong``."""
        surat = self._written[SURAT.name]
        if name_key(FACTS.when_unscored.key) in self._keys:
            row = surat.first_row + self._keys.index(name_key(FACTS.when_unscored.key))
            rule = {"validate": "list", "source": [AVERAGE_WHAT_IS_THERE]}
            surat.worksheet.data_validation(row, 1, row, 1, rule)


def within(minimum: Decimal, maximum: Decimal) -> dict[str, object]:
    """Give the rule of a cell for any number between two; another may be kept after a warning."""
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": float(minimum),
        "maximum": float(maximum),
        "error_type": "warning",
    }


def on_step(cell: str, minimum: Decimal, maximum: Decimal, step: Decimal) -> dict[str, object]:
    """Give the rule of a cell for a step of a scale that has too many to be listed, or a dash.

    ``cell`` is the first one that the rule is for; processors compare binary fractions.
    """
    steps = f"({cell}-{minimum:f})/{step:f}"
    given = f"{cell}>={minimum:f},{cell}<={maximum:f},ABS({steps}-ROUND({steps},0))<0.0001"
    formula = f'=IF(ISNUMBER({cell}),AND({given}),{cell}="{_NONE}")'
    return {"validate": "custom", "value": formula, "error_type": "stop"}


def steps_of(minimum: Decimal, maximum: Decimal, step: Decimal | None) -> tuple[Decimal, ...]:
    """Give the scores of a scale; none without a step, or when there are too many to choose."""
    if step is None:
        return ()
    count = int((maximum - minimum) / step) + 1
    return tuple(minimum + step * i for i in range(count)) if count <= _MOST_STEPS else ()


def _runs(headings: Sequence[Heading], *, questions: bool) -> list[tuple[int, int]]:
    """Give runs of neighbouring columns of questions, or of directly scored dimensions."""
    runs: list[tuple[int, int]] = []
    for index, heading in enumerate(headings):
        if heading.column is None and heading.text.isdigit() is questions:
            if runs and runs[-1][1] == index - 1:
                runs[-1] = (runs[-1][0], index)
            else:
                runs.append((index, index))
    return runs


def _apply(written: Written, first: int, last: int, rule: Mapping[str, object]) -> None:
    written.worksheet.data_validation(written.first_row, first, written.last_row, last, dict(rule))


def absolute(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """Give a range of cells, counted from 0, as a rule refers to it: ``$A$1:$B$7``."""
    corners = (cell_name(first_row, first_column), cell_name(last_row, last_column))
    return ":".join(_dollars(corner) for corner in corners)


def _dollars(cell: str) -> str:
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell[len(letters) :]}"
