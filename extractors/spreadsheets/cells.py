"""What a sheet is before anything is known about it: a name and rows of raw cells."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from evaluation.errors import UnreadableInputError
from evaluation.messages import _
from evaluation.sources import Source, cell_name

# The largest sheet in use has 825 rows of 117 columns, some 100,000 cells. A cell costs 32 bytes
# while it is read, so this many keep the peak well under 100 MB.
MAX_CELLS = 2_000_000
MAX_CELLS_TOGETHER = 2 * MAX_CELLS


class Trouble(Enum):
    """Why a cell has no value although something stands in it."""

    NOT_CALCULATED = "formula without a stored value"
    ERROR = "formula error"
    TEXT_FORMULA = "formula with a text result in a format that loses it"
    PERCENT = "a percent where a score belongs"


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell whose value cannot be had; ``text`` is what the sheet shows (``#REF!``), if known."""

    trouble: Trouble
    text: str = ""


Cell = str | int | float | bool | date | datetime | time | timedelta | Broken
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hidden:
    """The rows and columns of a sheet that are there and not shown, from 0, in order."""

    rows: Sequence[int] = ()
    columns: Sequence[int] = ()


_ALL_SHOWN = Hidden()


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as it was read: row and column 0 are the first ones of the sheet, blank is ``""``.

    ``merged`` gives the first and the last cell of every merged range; all but the first are blank.
    ``percents`` are the cells that show a hundredfold of their value, ``unseen`` the rows and
    columns that are hidden; both are unknown for ``.xls``.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    hidden: bool = False
    merged: Sequence[tuple[Position, Position]] = ()
    percents: Collection[Position] = ()
    unseen: Hidden = _ALL_SHOWN


@dataclass(frozen=True, slots=True)
class Scan:
    """What a look at the file itself finds out about a sheet before its values are read.

    ``last`` is the highest row and column (from 0) that hold anything, (-1, -1) when none does.
    """

    last: Position
    broken: Mapping[Position, Broken]
    merged: Sequence[tuple[Position, Position]] = ()
    percents: Collection[Position] = ()
    unseen: Hidden = _ALL_SHOWN


def corner(positions: Iterable[Position]) -> Position:
    """Give the highest row and the highest column of any position; (-1, -1) for none."""
    row = column = -1
    for position in positions:
        row, column = max(row, position[0]), max(column, position[1])
    return (row, column)


def refuse_vast(file: str, sheet: str, last: Position) -> None:
    """Raise UnreadableInputError when a sheet spans more than MAX_CELLS cells.

    A single stray cell in the last row and column is enough to make a sheet of 17 thousand million
    cells, so the place is named.
    """
    if (last[0] + 1) * (last[1] + 1) > MAX_CELLS:
        raise UnreadableInputError(
            _("the sheet reaches to the cell %(cell)s, which is too large to read.")
            % {"cell": cell_name(*last)},
            source=Source(file, sheet),
            remedy=_("Delete the rows and columns that stand far outside the table."),
        )


def refuse_vast_together(file: str, scans: Mapping[str, Scan]) -> None:
    """Raise UnreadableInputError when the sheets of a workbook span too many cells together.

    Each may be within bounds by itself, and there may be thousands.
    """
    spans = {name: (scan.last[0] + 1) * (scan.last[1] + 1) for name, scan in scans.items()}
    if sum(spans.values()) > MAX_CELLS_TOGETHER:
        largest = max(spans, key=lambda name: spans[name])
        raise UnreadableInputError(
            _("the sheets together are too large to read; the largest reaches to %(cell)s.")
            % {"cell": cell_name(*scans[largest].last)},
            source=Source(file, largest),
            remedy=_("Delete the rows and columns that stand far outside the table."),
        )


def with_broken(
    rows: Sequence[Sequence[Cell]], broken: Mapping[Position, Broken]
) -> Sequence[Sequence[Cell]]:
    """Put broken cells where they stand, widening the sheet where they stand outside.

    The text of a formula that was read after all is kept.
    """
    if not broken:
        return rows
    whole = [list(row) for row in rows]
    for (row, column), cell in broken.items():
        whole.extend([] for _more in range(row + 1 - len(whole)))
        whole[row].extend("" for _more in range(column + 1 - len(whole[row])))
        read = whole[row][column]
        if not (cell.trouble is Trouble.TEXT_FORMULA and isinstance(read, str) and read):
            whole[row][column] = cell
    return whole
