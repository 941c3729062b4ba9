"""What kind of value a heading promises: the assessor's score, or one that is never his."""

from enum import Enum
from functools import lru_cache

from evaluation.names import plain
from evaluation.vocabulary.files import words_of

_WORDS = words_of("kinds")


class Kind(Enum):
    """Kinds of values; all but PLAIN and FINAL are never what an assessor gave."""

    PLAIN = "plain"
    FINAL = "final"
    SELF = "self"
    POINTS = "points"
    WEIGHTED = "weighted"
    TARGET = "target"


_PHRASES = {Kind(key): tuple(words["phrases"]) for key, words in _WORDS.items()}
NEVER = (Kind.SELF, Kind.POINTS, Kind.WEIGHTED)
"""Kinds that are put aside where another column stands beside them."""


_TITLED = tuple(phrase for phrase in _PHRASES[Kind.SELF] if " " in phrase)
_LONGEST_TITLE = 80


@lru_cache(maxsize=20_000)
def is_titled_self(text: str) -> bool:
    """Tell whether a title says that regions judged themselves; a sentence is no title."""
    words = f" {plain(text)} "
    return len(text) <= _LONGEST_TITLE and any(f" {phrase} " in words for phrase in _TITLED)


@lru_cache(maxsize=20_000)
def kind_of(text: str) -> Kind:
    """Give the kind of value that a heading promises, PLAIN where it says nothing of it."""
    words = f" {plain(text)} "
    for kind, phrases in _PHRASES.items():
        if any(f" {phrase} " in words for phrase in phrases):
            return kind
    return Kind.PLAIN
