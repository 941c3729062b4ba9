"""The number of a letter as a value: ``B-1478/DJAI/AI.01.02/11/2024``.

Its parts and order are the agency's (its profile gives the pattern); what is common is that a
sequence counts within the calendar year and that month and year are those of the letter's date
(PermenPANRB 80/2012; Perka ANRI 2/2014).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

# What each part of a pattern matches; a part may hold anything but the separator after it.
_PARTS = {
    "security": r"(?P<security>[A-Z]{1,3})",
    "sequence": r"(?P<sequence>[0-9]{1,9})",
    "unit": r"(?P<unit>[^/\s]+)",
    "classification": r"(?P<classification>[^/\s]+)",
    "month:02": r"(?P<month>[0-9]{2})",
    "month": r"(?P<month>[0-9]{1,2})",
    "month:roman": rf"(?P<month>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})",
    "year": r"(?P<year>[0-9]{4})",
}
# Some agencies write the sequence with leading zeros: {sequence:03} is 007, and 1478 as it is.
_PARTS |= {
    f"sequence:0{width}": rf"(?P<sequence>[0-9]{{{width}}}|[1-9][0-9]{{{width},8}})"
    for width in range(2, 7)
}
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """The parts of a letter's number; None where the agency's pattern has no such part."""

    sequence: int
    year: int
    month: int | None = None
    security: str | None = None
    unit: str | None = None
    classification: str | None = None

    def agrees_with(self, day: date) -> bool:
        """Tell whether month and year are those of the letter's date."""
        return self.year == day.year and self.month in {None, day.month}


@dataclass(frozen=True, slots=True)
class NumberParts:
    """What the numbers of a unit have in common; None where nothing is fixed."""

    security: str | None = None
    unit: str | None = None
    classification: str | None = None

    def over(self, others: "NumberParts") -> "NumberParts":
        """Give these parts, and those of ``others`` where there is none here."""
        return NumberParts(
            self.security or others.security,
            self.unit or others.unit,
            self.classification or others.classification,
        )


def number_on(day: date, sequence: int, parts: NumberParts, pattern: str) -> str:
    """Write the number of a letter of a day by the agency's pattern.

    Raises ValueError with the name of a part that the pattern wants and that is missing, or that
    could not be read back (a unit with the separator in it).
    """
    number = LetterNumber(
        sequence=sequence,
        year=day.year,
        month=day.month,
        security=parts.security,
        unit=parts.unit,
        classification=parts.classification,
    )
    wanted = [form.partition(":")[0] for form in _FIELD.findall(pattern)]
    for name in wanted:
        if getattr(number, name) is None:
            raise ValueError(name)
    text = format_number(number, pattern)
    read = parse_number(text, pattern)
    for name in wanted:
        if read is None or getattr(read, name) != getattr(number, name):
            raise ValueError(name)
    return text


def check_pattern(pattern: str) -> None:
    """Raise ValueError, with the part at fault, for a pattern that cannot be read back.

    Its parts are known, stand once and not side by side (where would one end?), and sequence and
    year are among them.
    """
    forms = _FIELD.findall(pattern)
    names = [form.partition(":")[0] for form in forms]
    for index, (form, name) in enumerate(zip(forms, names, strict=True)):
        if form not in _PARTS or name in names[:index] or f"}}{{{form}}}" in pattern:
            raise ValueError(form)
    for needed in ("sequence", "year"):
        if needed not in names:
            raise ValueError(needed)


def parse_number(text: str, pattern: str) -> LetterNumber | None:
    """Read a number by the agency's pattern; None when it is not formed like that."""
    match = _compiled(pattern).fullmatch(text.strip())
    if match is None:
        return None
    parts = match.groupdict()
    month = _month(parts["month"]) if "month" in parts else None
    if month is not None and not 1 <= month <= 12:
        return None
    return LetterNumber(
        sequence=int(parts["sequence"]),
        year=int(parts["year"]),
        month=month,
        security=parts.get("security"),
        unit=parts.get("unit"),
        classification=parts.get("classification"),
    )


def format_number(number: LetterNumber, pattern: str) -> str:
    """Write a number by the agency's pattern; ``parse_number`` reads the same value back."""

    def part(match: re.Match[str]) -> str:
        name, _colon, form = match[1].partition(":")
        value = getattr(number, name)
        if form == "roman":
            return _ROMAN[value - 1]
        return f"{value:{form}}" if form else str(value)

    return _FIELD.sub(part, pattern)


@lru_cache(maxsize=32)
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = _FIELD.split(pattern)
    literal = (re.escape(piece) for piece in pieces[::2])
    fields = [*(_PARTS[name] for name in pieces[1::2]), ""]
    return re.compile("".join(text + field for text, field in zip(literal, fields, strict=True)))


def _month(text: str) -> int:
    return _ROMAN.index(text) + 1 if text in _ROMAN else int(text)
