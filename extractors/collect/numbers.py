"""A cell where a score belongs → a number, nothing, or the reason why it is neither."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

from evaluation.model import Scale
from evaluation.names import plain
from evaluation.vocabulary.files import words_of
from extractors.spreadsheets.cells import Broken, Cell
from extractors.spreadsheets.values import BLANKS, NotANumber, is_broken, number_of

# A number with the mark of a note or of statistics: "3,6*", "71,5r", "71,5 x)", "71,0¹".
_STARRED = re.compile(
    r"([+-]?[0-9]{1,9}(?:[.,][0-9]{1,6})?)\s*(?:[*†‡¹²³]{1,3}\)?|(?:r|e|x|xx|p|s|re)\)?)",
    re.IGNORECASE,
)
# A choice as surveys write it: "4 (baik)", "4 - Sangat Baik", "4. Baik", "Baik (4)".
_CHOICE_FIRST = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?:[(=:–—-]|\.\s)\s*([^0-9]*)")
_CHOICE_LAST = re.compile(r"([^0-9(]*)\(\s*([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*\)")


class Doubt(Enum):
    """Why a cell is not simply a number."""

    BROKEN = "formula error"
    DATE = "date or time"
    NO_NUMBER = "no number"
    OFF_SCALE = "off the scale"
    OFF_STEP = "between two steps of the scale"
    PERCENT = "percentage"
    STARRED = "number with a mark"
    CHOICE = "number with words"
    WORD = "word of the scale"
    NO_VALUE = "mark that there is no value"


@dataclass(frozen=True, slots=True)
class Amount:
    """The score in a cell; ``value`` is None for a blank and for what must not be read.

    A doubt with a value means that it was read and should be looked at.
    """

    value: Decimal | None
    doubt: Doubt | None = None


BLANK = Amount(None)


_SCALE_WORDS = frozenset(words_of("scales")["scale"]["words"])
_NO_VALUE = ("…", "...", "na", "n.a.", "..", "x)", "*)")  # as statistics mark what is missing
_DOUBTED = (Doubt.OFF_SCALE, Doubt.OFF_STEP)


def amount_of(
    cell: Cell,
    scale: Scale | None,
    words: Mapping[str, Decimal] = MappingProxyType({}),
    *,
    stepped: bool = False,
) -> Amount:
    """Read the score in a cell; off the scale it is none. Without a scale any number is one.

    ``words`` are the words of the scale that a file explains; ``stepped`` holds a score to the
    steps of the scale as well, as it binds an assessor.
    """
    if is_broken(cell):
        return Amount(None, Doubt.BROKEN)
    if isinstance(cell, date | time | timedelta):
        return Amount(None, Doubt.DATE)
    number = number_of(cell)
    if number is None:
        return BLANK
    if isinstance(cell, str) and cell.strip(BLANKS).casefold() in _NO_VALUE:
        return Amount(None, Doubt.NO_VALUE)
    amount = _worded(cell, words) if isinstance(number, NotANumber) else Amount(number)
    if amount.value is None or scale is None:
        return amount
    if not scale.holds(amount.value):
        return Amount(None, Doubt.OFF_SCALE)
    return Amount(None, Doubt.OFF_STEP) if stepped and not scale.has_step(amount.value) else amount


def _worded(cell: Cell, words: Mapping[str, Decimal]) -> Amount:
    text = cell.strip(BLANKS) if isinstance(cell, str) else ""
    explained = words.get(plain(text)) if words else None
    if explained is not None:
        return Amount(explained, Doubt.WORD)
    starred = _STARRED.fullmatch(text)
    if starred:
        return Amount(_decimal(starred[1]), Doubt.STARRED)
    found = choice_in(text)
    if found is not None and (found[1] in words or _is_of_a_scale(found[1])):
        return Amount(found[0], Doubt.CHOICE)
    return Amount(None, Doubt.NO_NUMBER)


def choice_in(text: str) -> tuple[Decimal, str] | None:
    """Give number and word of a choice as surveys write it; None when a text is none."""
    first, last = _CHOICE_FIRST.fullmatch(text), _CHOICE_LAST.fullmatch(text)
    number, word = (first[1], first[2]) if first else (last[2], last[1]) if last else ("", "")
    value = _decimal(number) if number and "%" not in text else None
    return (value, plain(word)) if value is not None and any(map(str.isalpha, word)) else None


def _is_of_a_scale(word: str) -> bool:
    """Tell whether a word may be a step of a scale: ``halaman (3)`` and ``n/a (2)`` are none."""
    return any(part in _SCALE_WORDS for part in word.split())


def _decimal(text: str) -> Decimal | None:
    number = number_of(text)
    return number if isinstance(number, Decimal) else None


class Amounts:
    """A memo of ``amount_of``: thousands of cells hold a handful of values."""

    def __init__(
        self, scale: Scale | None, words: Mapping[str, Decimal] = MappingProxyType({})
    ) -> None:
        self._scale = scale
        self._words = words
        self._met: tuple[dict[Cell, Amount], dict[Cell, Amount]] = ({}, {})

    def with_words(self, words: Mapping[str, Decimal]) -> "Amounts":
        """Give the amounts of a file that explains its words; the same where it explains none."""
        return Amounts(self._scale, words) if words else self

    def read(self, cell: Cell, *, stepped: bool = False) -> Amount:
        """Read a cell, perhaps once more; True is not 1."""
        if isinstance(cell, bool | Broken):
            return amount_of(cell, self._scale, self._words, stepped=stepped)
        met = self._met[stepped]
        amount = met.get(cell)
        if amount is None:
            amount = met[cell] = amount_of(cell, self._scale, self._words, stepped=stepped)
        return amount

    def may_be(self, cell: Cell) -> bool:
        """Tell whether a cell may be meant as a score, be it a wrong one."""
        amount = self.read(cell)
        return amount.value is not None or amount.doubt in _DOUBTED
