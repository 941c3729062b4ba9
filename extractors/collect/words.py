"""The words that headings, labels and foot rows of spreadsheets are made of, read from their files.

The words themselves stand in ``evaluation/vocabulary``.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from evaluation.names import plain
from evaluation.vocabulary.files import words_of
from evaluation.vocabulary.meanings import Meaning, meaning_of

_WORDS = words_of("headings")

HEADINGS: Mapping[Meaning, tuple[str, ...]] = {
    meaning_of(key): tuple(phrases) for key, phrases in _WORDS["columns"].items()
}
"""Headings by meaning, as ``plain`` gives them."""

NUMBERING = frozenset(_WORDS["others"]["numbering"])
"""Headings of a column that numbers questions or merely rows: the table tells which."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    section: tuple(phrases) for section, phrases in words_of("sections")["sections"].items()
}
"""Sections of comments that a column may be headed by, where the round names none of its own."""

NEVER_USED = frozenset(_WORDS["others"]["unused"])
"""Headings of columns that are met often and hold nothing to be collected."""

BESIDE_TOTALS = frozenset(_WORDS["others"]["beside_totals"])
"""Words that leave a total or a result what it is: ``Nilai Akhir Seluruh Asesor``."""

LABELS: Mapping[Meaning, tuple[str, ...]] = {
    meaning: HEADINGS[meaning]
    for meaning in (Meaning.REGION, Meaning.CODE, Meaning.ASSESSOR, Meaning.INSTITUTION)
}
"""What may stand in front of the one region and the one assessor that a sheet is about."""

NOTE_SIGNS = tuple(_WORDS["rows"]["note_signs"])


def _one_of(words: str) -> str:
    return "|".join(map(re.escape, _WORDS["rows"][words]))


_FOOT = re.compile(rf"(?:sub ?)?(?:{_one_of('totals')})(?: .*)?")
_MEAN = re.compile(rf"\b(?:{_one_of('means')})\b")
_NOTE = re.compile(rf"\s*(?:{_one_of('notes')})\s*[:.*=]", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def is_foot(text: str) -> bool:
    """Tell whether a text names a total, a mean or another sum over rows."""
    return _FOOT.fullmatch(plain(text)) is not None


@lru_cache(maxsize=20_000)
def is_mean(text: str) -> bool:
    """Tell whether a title says that what stands below it are means."""
    return _MEAN.search(plain(text)) is not None


@lru_cache(maxsize=20_000)
def is_note(text: str) -> bool:
    """Tell whether a text is a note below a table (``Sumber: …``, ``* …``)."""
    return _NOTE.match(text) is not None or text.lstrip().startswith(NOTE_SIGNS)
