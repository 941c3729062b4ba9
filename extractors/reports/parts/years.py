"""The year that a report is about: from its label, its cover, its text, in this order of trust.

Laws, dates and spans of years are no evidence ("Peraturan Nomor 4 Tahun 2021", "25 November 2024",
"2017-2022"). Where another year has nearly as much for it, the reader is told.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.vocabulary.layouts import layouts
from evaluation.vocabulary.phrases import Phrases
from extractors.reports.parts.labels import labelled
from extractors.reports.parts.tolerances import YEARS
from extractors.reports.text.lines import Line

YEAR_WORD = r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])(?!\s*[-–/]\s*(?:19|20)?[0-9]{2})"
YEAR = re.compile(YEAR_WORD)
# What numbers a law, and a day: their years are others than the evaluation's.
_LAW = re.compile(r"(?:\b(?:nomor|no)\b\.?\s*[0-9]+[a-z]?\s*[/,]?\s*(?:tahun\s*)?)$", re.IGNORECASE)
_DATE = re.compile(r"\b[0-9]{1,2}\s+[^\W\d_]+\s+$")


@dataclass(frozen=True, slots=True)
class Year:
    """The year of a report, and another with nearly as much for it; None where there is none."""

    value: int | None = None
    rival: int | None = None


def year_of(lines: Sequence[Line]) -> Year:
    """Give the year of the evaluation, and what speaks against it.

    A label line says it plainly, but the first page may say another; words like "tahun" on the
    first page count next, then the titles there, and the rest of the text only without them.
    """
    first = [line for line in lines if line.page == lines[0].page] if lines else []
    said = labelled(lines, layouts().year.line)
    label = YEAR.search(said) if said is not None else None
    near = layouts().year.near
    covered = Counter(_near_word(first, near)) or Counter(_in_titles(first))
    if label is not None:
        titled = set(_near_word(first[: YEARS.lines], near)) - {int(label[1])}
        return Year(int(label[1]), min(titled, default=None))
    return _most(covered) if covered else _most(Counter(_near_word(lines, near)))


def _most(years: Counter[int]) -> Year:
    """Give the year with the most for it; its rival is the next, if that has more than half."""
    ranked = years.most_common(2)
    if not ranked:
        return Year()
    rival = ranked[1] if len(ranked) > 1 else None
    close = rival is not None and 2 * rival[1] > ranked[0][1]
    return Year(ranked[0][0], rival[0] if rival and close else None)


def _near_word(lines: Sequence[Line], near: Phrases) -> Iterator[int]:
    words = "|".join(near.all)
    pattern = re.compile(rf"\b(?:{words})\s+{YEAR_WORD}", re.IGNORECASE)
    for before, line in zip([None, *lines], lines, strict=False):
        above = before.text + " " if before is not None else ""
        for match in pattern.finditer(line.text):
            if not _LAW.search(above + line.text[: match.start()]):
                yield int(match[1])


def _in_titles(lines: Sequence[Line]) -> Iterator[int]:
    for line in lines[: YEARS.lines]:
        for match in YEAR.finditer(line.text):
            before = line.text[: match.start()]
            if not (_DATE.search(before) or _LAW.search(before)):
                yield int(match[1])
