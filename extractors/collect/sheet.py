"""A sheet whose merged cells can be asked for what they show."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from evaluation.sources import Source, cell_name
from extractors.spreadsheets.cells import Cell, Position, RawSheet
from extractors.spreadsheets.values import is_blank, text_of

_MOST_MERGED = 200_000  # cells; a merged range may claim the whole grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a file; rows and columns count from 0.

    ``derived`` are keys that were made of other cells; their columns lie behind the sheet, and
    ``behind`` tells which column of the sheet each of them was made of.
    """

    file: str
    time: datetime
    name: str
    hidden: bool
    rows: Sequence[Sequence[Cell]]
    width: int
    first_of: dict[Position, Position] = field(repr=False)
    percents: Collection[Position] = ()
    derived: Mapping[Position, str] = field(default_factory=dict, repr=False)
    behind: tuple[int, ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """Give what stands in a cell itself; blank outside the sheet."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        if 0 <= column < len(cells):
            return cells[column]
        return self.derived.get((row, column), "") if self.derived else ""

    def shown(self, row: int, column: int) -> Cell:
        """Give what a cell shows: that of the first cell of the merged range that it is part of."""
        first = self.first_of.get((row, column)) if self.first_of else None
        return self.cell(row, column) if first is None else self.cell(*first)

    def text(self, row: int, column: int) -> str:
        """Give the text that a cell shows, without blanks around it."""
        return text_of(self.shown(row, column))

    def is_merged_below(self, row: int, column: int) -> bool:
        """Tell whether a cell goes on with a merged range that begins in a row above."""
        first = self.first_of.get((row, column))
        return first is not None and first[0] < row

    def filled(self, row: int, columns: Sequence[int]) -> Iterator[int]:
        """Give the columns in which a row itself holds anything."""
        return (column for column in columns if not is_blank(self.cell(row, column)))

    def place(self, row: int | None = None, column: int | None = None) -> Source:
        """Give the place of a cell, of a row (its first cell) or of the sheet."""
        at = column or 0
        if at >= self.width and self.behind:
            at = self.behind[at - self.width]
        cell = None if row is None else cell_name(row, at)
        return Source(self.file, self.name, cell)


def sheet_of(raw: RawSheet, file: str, time: datetime) -> Sheet:
    """Make a sheet of raw cells."""
    width = max(map(len, raw.rows), default=0)
    first_of: dict[Position, Position] = {}
    for (top, left), (bottom, right) in raw.merged:
        for row in range(top, min(bottom + 1, len(raw.rows))):
            if len(first_of) > _MOST_MERGED:
                break
            for column in range(left, min(right + 1, width)):
                first_of[row, column] = (top, left)
    return Sheet(file, time, raw.name, raw.hidden, raw.rows, width, first_of, raw.percents)
