"""Raw cells → texts, numbers and answers, as people write them."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from evaluation.names import plain
from evaluation.workbook.sheets import NOT_SCORED
from extractors.spreadsheets.cells import Broken, Cell
from letters.dates import format_date

# What stands around a text without being part of it. Control characters are not blanks: they stay,
# and whoever prints them marks them.
BLANKS = " \t\r\n\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\ufeff"

_SOFT_HYPHEN = "\xad"

_AS_TEXT = "'"  # what spreadsheet programs put before a number that is kept as text

# Spreadsheets keep binary fractions: 3,6 may come as 3.5999999. No score, weight or value of a
# round has more decimals than this.
_DECIMALS = 6
# Larger than any value of a round, and small enough for every computation in 28 digits.
_LARGEST = 10**9
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}(?:[.][0-9]{1,15})?")
# A printed minus, and the dashes that people take for one.
_AS_TYPED = str.maketrans({"\u2212": "-", "\u2013": "-", ",": "."})

YES = frozenset(("ya", "y", "true", "1", "hadir", "benar"))
NO = frozenset(("tidak", "t", "false", "0", "tidak hadir", "salah"))


class NotANumber:
    """Something stands in a cell where a number belongs."""


NOT_A_NUMBER = NotANumber()
Number = Decimal | None | NotANumber


def text_of(cell: Cell) -> str:
    """Give a cell as text, without blanks around it: 2024.0 is ``2024``, a date is written out.

    A cell whose value cannot be had gives an empty text.
    """
    if isinstance(cell, str):
        return seen_text(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number_text(cell)
    if isinstance(cell, date):
        return format_date(cell.date() if isinstance(cell, datetime) else cell)
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return str(cell) if isinstance(cell, timedelta) else ""


def seen_text(text: str) -> str:
    """Give a text as a reader sees it: without blanks around it and places where it may break."""
    return (
        text.replace(_SOFT_HYPHEN, "").strip(BLANKS) if _SOFT_HYPHEN in text else text.strip(BLANKS)
    )


def _number_text(cell: float) -> str:
    number = number_of(cell)
    return f"{number:f}" if isinstance(number, Decimal) else str(cell)


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell holds nothing that a person sees."""
    return isinstance(cell, str) and (not cell or not cell.strip(BLANKS))


def number_of(cell: Cell) -> Number:
    """Give the number in a cell; None for a blank or a dash, NOT_A_NUMBER for anything else.

    ``3,6`` and ``3.6`` are the same, stored as a number or as text.
    """
    if isinstance(cell, str):
        return _number_in(cell.strip(BLANKS))
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return NOT_A_NUMBER
    if not -_LARGEST < cell < _LARGEST:  # also false for "not a number" as processors know it
        return NOT_A_NUMBER
    return _shortest(Decimal(repr(round(float(cell), _DECIMALS))))


def _number_in(text: str) -> Number:
    if text in NOT_SCORED:
        return None
    typed = text.removeprefix(_AS_TEXT).translate(_AS_TYPED)
    if not _NUMBER.fullmatch(typed):
        return NOT_A_NUMBER
    number = Decimal(typed)
    return _shortest(round(number, _DECIMALS)) if abs(number) < _LARGEST else NOT_A_NUMBER


def _shortest(number: Decimal) -> Decimal:
    """Give a number without needless zeros, and without an exponent: 4.0 and 4,00 become 4."""
    whole = number.to_integral_value()
    return Decimal(int(whole)) if number == whole else number.normalize()


class Numbers(dict[Cell, Number]):
    """A memo of ``number_of``: a score sheet has 100,000 cells and a handful of values.

    True equals 1 as a key, so rows with booleans must not be looked up here.
    """

    def __missing__(self, cell: Cell) -> Number:
        """Work out a cell that was not asked for before."""
        self[cell] = number = number_of(cell)
        return number


_ANSWERS: Mapping[str, bool] = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}


def answer_of(cell: Cell) -> bool | None:
    """Give the answer to a yes-or-no question; None when the cell is no such answer."""
    return _ANSWERS.get(plain(text_of(cell)))


def is_broken(cell: Cell) -> bool:
    """Tell whether a cell's value cannot be had: a formula without value, or with an error."""
    return isinstance(cell, Broken) or (isinstance(cell, str) and cell.strip(BLANKS) in _ERRORS)


_ERRORS = frozenset(("#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"))
