"""Years, halves and stages in texts: whose round a table belongs to."""

import re
from functools import lru_cache

from evaluation.names import plain

_YEAR = re.compile(r"(?<![0-9.,/-])(?:19|20)[0-9]{2}(?![0-9]|[.,/-][0-9])")
_DATED = re.compile(
    r"(?:[0-9]{1,2}\s+)?(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*\.?\s+(?:19|20)[0-9]{2}"
    r"|\b(?:nomor|no\.?|perpres|uu|pp|permen\w*|inpres|keppres|perda)\b[^()]{0,40}?(?:tahun\s+)?(?:19|20)[0-9]{2}",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:(?:semester|smt|sem|triwulan|tw|kuartal|periode|tahap|gelombang|putaran|tahun|ta)\b.*)|(?:(?:19|20)[0-9]{2})"
)
_STAGE = re.compile(r"\b(?:tahap|gelombang|putaran)\s+(?:ke\s*)?([ivx]+|[0-9]{1,2})\b")
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}


@lru_cache(maxsize=20_000)
def years_in(text: str) -> frozenset[int]:
    """Give the years that a text names as such; those of dates and of laws are left out."""
    return frozenset(int(year) for year in _YEAR.findall(_DATED.sub(" ", text)))


@lru_cache(maxsize=20_000)
def is_year(text: str) -> bool:
    """Tell whether a text is a year and no more: ``2025``, ``Tahun 2025``, ``TA. 2025``."""
    words = plain(text).split()
    kept = [word for word in words if word not in ("tahun", "ta", "thn")]
    return len(kept) == 1 and _YEAR.fullmatch(kept[0]) is not None


@lru_cache(maxsize=20_000)
def names_period(text: str) -> bool:
    """Tell whether a text names a year, a half, a quarter or a stage."""
    return _PERIOD.fullmatch(plain(text)) is not None


@lru_cache(maxsize=20_000)
def stages_in(text: str) -> frozenset[int]:
    """Give the numbers of the stages that a text names: ``Tahap II`` is 2."""
    found = _STAGE.findall(plain(text))
    return frozenset(
        _ROMAN.get(each, 0) or (int(each) if each.isdecimal() else 0) for each in found
    )
