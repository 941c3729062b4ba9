"""How a text is held against the phrases that say one thing."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from evaluation.plain import plain

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_LIKE = 0.88
_LONG = 12
_SHORTEST_LIKE = 5


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that say one thing, in plain small letters, the best witness first."""

    all: tuple[str, ...]

    def rank(self, text: str) -> int | None:
        """Give the place of ``text`` among the phrases; None when it is none of them."""
        return _rank(self.all, key(text))

    def is_one(self, text: str) -> bool:
        """Tell whether ``text`` is a phrase, brackets, years and small misreadings aside."""
        return self.rank(text) is not None

    def begins(self, text: str) -> str | None:
        """Give the longest phrase that ``text`` begins with; None when none does."""
        words = plain(text)
        fits = [p for p in self.all if words == p or words.startswith(f"{p} ")]
        return max(fits, key=len, default=None)

    def within(self, text: str) -> str | None:
        """Give the longest phrase that stands in ``text``, as whole words."""
        words = f" {plain(text)} "
        found = [phrase for phrase in self.all if f" {phrase} " in words]
        return max(found, key=len, default=None)

    def amid(self, text: str) -> bool:
        """Tell whether a phrase stands anywhere in the letters of ``text``, blanks aside."""
        letters = plain(text).replace(" ", "")
        return any(phrase.replace(" ", "") in letters for phrase in self.all)


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
