"""Numbers as reports print them: decimal comma or point, signs of nothing, remarks beside them."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"[-−–+]?[0-9]{1,4}(?:[.,][0-9]{1,6})?%?")
_MINUS = str.maketrans("−–", "--")
_NOTHING = frozenset(
    {"", "-", "–", "—", "−", "n/a", "na", "*", "kosong", "null", "nihil", "tidak ada"}
)


def is_value(text: str) -> bool:
    """Tell whether a text is one number and nothing else."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_nothing(text: str) -> bool:
    """Tell whether a text says that there is no value."""
    return text.strip().casefold() in _NOTHING


def value_of(text: str) -> Decimal | None:
    """Read a printed number exactly; None where the text is not one number.

    Words beside a single number are left out ("3,6 (Baik)"), blanks within it are closed
    ("3, 6"); two numbers are no number.
    """
    closed = re.sub(r"(?<=[0-9])\s*([.,])\s*(?=[0-9])", r"\1", text.strip())
    if _NUMBER.fullmatch(closed):
        return Decimal(closed.translate(_MINUS).replace(",", ".").rstrip("%"))
    parts = [part.strip("()[]:;*") for part in closed.split()]
    numbers = [part for part in parts if _NUMBER.fullmatch(part)]
    if len(numbers) == 1 and not any(
        char.isdigit() for p in parts if p not in numbers for char in p
    ):
        return value_of(numbers[0])
    return None


_BEHIND = re.compile(r"([0-9][0-9.,]*)\s*[-−–]")
_IN_BRACKETS = re.compile(r"\(\s*([0-9][0-9.,]*%?)\s*\)")
_AHEAD = re.compile(r"(?:[-−–—▼↓]|turun)\s*([0-9][0-9.,]*%?)", re.IGNORECASE)
_RISEN = re.compile(r"(?:[+▲↑]|naik)\s*([0-9][0-9.,]*%?)", re.IGNORECASE)


def change_of(text: str) -> Decimal | None:
    """Read a printed change: a decline may stand in brackets, with its minus behind, or an arrow.

    None where the text is not one number.
    """
    bare = text.strip()
    risen = _RISEN.fullmatch(bare)
    if risen:
        return value_of(risen[1])
    for sign in (_BEHIND, _IN_BRACKETS, _AHEAD):
        if match := sign.fullmatch(bare):
            value = value_of(match[1])
            return None if value is None else -value
    return value_of(bare)
