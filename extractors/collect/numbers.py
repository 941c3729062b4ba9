"""A cell where a score belongs → a number, nothing, or the reason why it is neither."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum

from evaluation.model import Scale
from extractors.spreadsheets.cells import Broken, Cell
from extractors.spreadsheets.values import BLANKS, NotANumber, is_broken, number_of

_STARRED = re.compile(r"([+-]?[0-9]{1,9}(?:[.,][0-9]{1,6})?)\s*[*†‡]{1,3}")
# A choice as surveys write it: "4 (baik)", "4 - Sangat Baik", "4. Baik", "Baik (4)".
_CHOICE_FIRST = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?:[(=:–—-]|\.\s)\s*([^0-9]*)")
_CHOICE_LAST = re.compile(r"([^0-9(]*)\(\s*([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*\)")


class Doubt(Enum):
    """Why a cell is not simply a number."""

    BROKEN = "formula error"
    DATE = "date or time"
    NO_NUMBER = "no number"
    OFF_SCALE = "off the scale"
    PERCENT = "percentage"
    STARRED = "number with a mark"
    CHOICE = "number with words"


@dataclass(frozen=True, slots=True)
class Amount:
    """The score in a cell; ``value`` is None for a blank and for what must not be read.

    A doubt with a value means that it was read and should be looked at.
    """

    value: Decimal | None
    doubt: Doubt | None = None


BLANK = Amount(None)


def amount_of(cell: Cell, scale: Scale | None) -> Amount:
    """Read the score in a cell; off the scale it is none. Without a scale any number is one."""
    if is_broken(cell):
        return Amount(None, Doubt.BROKEN)
    if isinstance(cell, date | time | timedelta):
        return Amount(None, Doubt.DATE)
    number = number_of(cell)
    if number is None:
        return BLANK
    amount = _worded(cell) if isinstance(number, NotANumber) else Amount(number)
    if amount.value is not None and scale is not None and not scale.holds(amount.value):
        return Amount(None, Doubt.OFF_SCALE)
    return amount


def _worded(cell: Cell) -> Amount:
    text = cell.strip(BLANKS) if isinstance(cell, str) else ""
    starred = _STARRED.fullmatch(text)
    if starred:
        return Amount(_decimal(starred[1]), Doubt.STARRED)
    first, last = _CHOICE_FIRST.fullmatch(text), _CHOICE_LAST.fullmatch(text)
    if first and any(map(str.isalpha, first[2])) and "%" not in text:
        return Amount(_decimal(first[1]), Doubt.CHOICE)
    if last and any(map(str.isalpha, last[1])):
        return Amount(_decimal(last[2]), Doubt.CHOICE)
    return Amount(None, Doubt.NO_NUMBER)


def _decimal(text: str) -> Decimal | None:
    number = number_of(text)
    return number if isinstance(number, Decimal) else None


class Amounts(dict[Cell, Amount]):
    """A memo of ``amount_of``: thousands of cells hold a handful of values."""

    def __init__(self, scale: Scale | None) -> None:
        super().__init__()
        self._scale = scale

    def read(self, cell: Cell) -> Amount:
        """Read a cell, perhaps once more; True is not 1."""
        if isinstance(cell, bool | Broken):
            return amount_of(cell, self._scale)
        return self[cell]

    def __missing__(self, cell: Cell) -> Amount:
        """Read a cell that was not met before."""
        self[cell] = amount = amount_of(cell, self._scale)
        return amount
