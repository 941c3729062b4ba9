"""Amounts and scores as Indonesian readers write them: terbilang, decimal comma.

Official letters follow a number by its words or the reverse ("seratus sembilan puluh satu (191)",
"1 (satu) berkas"; PermenPANRB 80/2012). Spelling follows EYD: "se-" joins puluh, belas, ratus and
ribu, while one million is "satu juta".
"""

from decimal import ROUND_HALF_UP, Decimal

LIMIT = 10**15
MINUS = "\u2212"

_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_POWERS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_JOINED = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}


def in_words(number: int) -> str:
    """Write a whole number from 0 to below LIMIT in words. Raises ValueError outside that."""
    if not 0 <= number < LIMIT:
        raise ValueError(f"{number} is not between 0 and {LIMIT - 1}")
    if number < 10:
        return _UNITS[number]
    words: list[str] = []
    for power, name in _POWERS:
        count, number = divmod(number, power)
        if count == 1 and name == "ribu":
            words.append("seribu")
        elif count:
            words += [_below_thousand(count), name]
    if number:
        words.append(_below_thousand(number))
    return " ".join(words)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        words.append("seratus" if hundreds == 1 else f"{_UNITS[hundreds]} ratus")
    if rest:
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_hundred(number: int) -> str:
    tens, units = divmod(number, 10)
    if tens == 0:
        return _UNITS[units]
    if tens == 1:
        return {0: "sepuluh", 1: "sebelas"}.get(units, f"{_UNITS[units]} belas")
    return f"{_UNITS[tens]} puluh" + (f" {_UNITS[units]}" if units else "")


def from_words(text: str) -> int | None:
    """Read a number written in words; None when the text is anything but one such number."""
    words = text.lower().split()
    value = _value_of(words)
    return value if value is not None and in_words(value).split() == words else None


def _value_of(words: list[str]) -> int | None:
    """Add up the words; only a first reading, which the caller holds against ``in_words``."""
    scales = {name: power for power, name in _POWERS} | {"puluh": 10, "ratus": 100}
    total = group = last = 0
    for word in words:
        if word in _UNITS:
            last = _UNITS.index(word)
        elif word in _JOINED:
            group, last = group + last + _JOINED[word], 0
        elif word == "belas":
            group, last = group + 10 + last, 0
        elif word in ("puluh", "ratus"):
            group, last = group + last * scales[word], 0
        elif word in scales:
            total, group, last = total + (group + last) * scales[word], 0, 0
        else:
            return None
    value = total + group + last
    return value if words and value < LIMIT else None


def amount(number: int) -> str:
    """Write words, then the figure: "seratus sembilan puluh satu (191)"."""
    return f"{in_words(number)} ({number})"


def figure_first(number: int) -> str:
    """Write the figure, then words: "1 (satu)"."""
    return f"{number} ({in_words(number)})"


def format_decimal(value: Decimal, places: int = 2) -> str:
    """Write a value with a fixed number of places and a decimal comma: "2,80"."""
    return _printed(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def format_compact(value: Decimal) -> str:
    """Write a value with a decimal comma and no trailing zeros, as the source does: "2,8", "4"."""
    text = _printed(value)
    return text.rstrip("0").rstrip(",") if "," in text else text


def format_signed(value: Decimal, places: int = 2) -> str:
    """Write a change with its sign: "+0,11", "−0,07", "0,00"."""
    text = format_decimal(value, places)
    return f"+{text}" if value > 0 and text.strip("0,") else text


def _printed(value: Decimal) -> str:
    """Write a value as printers do: decimal comma, a minus of its own sign, none before zero."""
    text = f"{abs(value):f}".replace(".", ",")
    return f"{MINUS}{text}" if value < 0 else text
