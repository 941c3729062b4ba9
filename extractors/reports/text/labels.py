"""What layouts call things, as data (``labels.toml``), and how a text is held against it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from evaluation.names import plain

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_LIKE = 0.88
_LONG = 12
_SHORTEST_LIKE = 5
_LONGEST = 40


@dataclass(frozen=True)
class Phrases:
    """The phrases of one group, by meaning; every phrase is in plain small letters."""

    meanings: Mapping[str, tuple[str, ...]]

    def of(self, meaning: str) -> tuple[str, ...]:
        """Give the phrases of a meaning, the best witness first."""
        return self.meanings[meaning]

    def rank(self, meaning: str, text: str) -> int | None:
        """Give the place of ``text`` among a meaning's phrases; None when it is none of them."""
        return _rank(self.of(meaning), key(text))

    def is_one(self, meaning: str, text: str) -> bool:
        """Tell whether ``text`` says ``meaning``, brackets, years and small misreadings aside."""
        return self.rank(meaning, text) is not None

    def begins(self, meaning: str, text: str) -> str | None:
        """Give the longest phrase of a meaning that ``text`` begins with; None when none does."""
        words = plain(text)
        fits = [p for p in self.of(meaning) if words == p or words.startswith(f"{p} ")]
        return max(fits, key=len, default=None)

    def within(self, meaning: str, text: str) -> str | None:
        """Give the longest phrase of a meaning that stands in ``text``, as whole words."""
        words = f" {plain(text)} "
        found = [phrase for phrase in self.of(meaning) if f" {phrase} " in words]
        return max(found, key=len, default=None)


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Give a label as it is compared: plain, without what stands in brackets and years."""
    bare = plain(_YEAR.sub(" ", _BRACKETS.sub(" ", text)))
    return bare or plain(text) or text.strip()


@lru_cache(maxsize=8192)
def _rank(phrases: tuple[str, ...], text: str) -> int | None:
    if text in phrases:
        return phrases.index(text)
    glued = text.replace(" ", "")
    for index, phrase in enumerate(phrases):
        if glued == phrase.replace(" ", "") or _alike(phrase, text):
            return index
    return None


def _alike(phrase: str, text: str) -> bool:
    """Tell whether a misread ``text`` is ``phrase``: one letter off, two in a long one."""
    if min(len(phrase), len(text)) < _SHORTEST_LIKE or abs(len(phrase) - len(text)) > 1:
        return False
    if phrase[0] != text[0] and phrase[-1] != text[-1]:
        return False
    if len(phrase) >= _LONG:
        return SequenceMatcher(None, phrase, text).ratio() >= _LIKE
    start = next((i for i, (a, b) in enumerate(zip(phrase, text)) if a != b), len(text))  # noqa: B905
    rest, other = phrase[start:], text[start:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


@cache
def group(name: str) -> Phrases:
    """Give one group of ``labels.toml``."""
    with Path(__file__).with_name("labels.toml").open("rb") as stream:
        data = tomllib.load(stream)
    return Phrases({m: tuple(phrases) for m, phrases in data[name].items()})


COLUMN_ROLES = (
    "question", "score", "sub_indicator", "indicator", "number", "dimension", "average", "region",
    "final", "improvement", "category", "addressee", "assessor", "institution", "points",
    "section", "other",
)  # fmt: skip


@lru_cache(maxsize=4096)
def roles_of(text: str) -> tuple[tuple[str, int], ...]:
    """Give every role that a column headed ``text`` may have, with the phrase's place."""
    if len(text) > _LONGEST:
        return ()
    columns = group("columns")
    ranks = ((role, columns.rank(role, text)) for role in COLUMN_ROLES)
    return tuple((role, rank) for role, rank in ranks if rank is not None)
