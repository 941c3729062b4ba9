"""Where a value came from, and what was found wrong with it."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from evaluation.messages import NOTHING, Message, composed


class Box(NamedTuple):
    """A rectangle on a page in points, origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Source:
    """A place that a person can go to: a cell, a spot on a page, or a line of a template.

    ``file`` is the path as the user gave it, or a template's name. None means that the part does
    not apply: a sheet without a cell is the whole sheet.
    """

    file: str
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None
    box: Box | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Write the place as the reader would look for it: ``Nilai!F12``, ``surat.xml:12:4``."""
        if self.sheet is not None:
            return self.sheet if self.cell is None else f"{self.sheet}!{self.cell}"
        if self.line is not None:
            return ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        if self.page is not None:
            return f"{self.file}, p. {self.page}"
        return self.file

    @property
    def with_file(self) -> str:
        """Write the place for a reader who sees no other line: ``ronde.xls: Nilai!F12``."""
        return str(self) if self.sheet is None else f"{self.file}: {self}"


def cell_name(row: int, column: int) -> str:
    """Give the spreadsheet address of a cell, both counted from 0: (11, 5) is ``F12``."""
    letters = ""
    rest = column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


class Severity(IntEnum):
    """How much a finding weighs; only errors stop the making of documents."""

    NOTICE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth a look.

    ``rule`` is a stable identifier (``score-off-scale``), ``message`` says what, ``remedy`` what
    to do about it; whoever shows them words them. ``source`` is None for a finding about the
    round as a whole. ``origin`` is the place in another file that the value was collected from.
    """

    rule: str
    severity: Severity
    source: Source | None
    message: Message
    remedy: Message = NOTHING
    origin: Source | None = None

    @property
    def place(self) -> str:
        """Give the place, and the one that a collected value came from; blank for the round."""
        origin = f" ← {self.origin.file} {self.origin}" if self.origin else ""
        return f"{self.source}{origin}" if self.source else ""

    def __str__(self) -> str:
        """Write the finding on one line: place, what, what to do."""
        return str(composed(f"{self.place}:" if self.source else "", self.message, self.remedy))
