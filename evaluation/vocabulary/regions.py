"""What kinds of region there are and what they are called, in whatever was read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from evaluation.vocabulary.files import words_of


@dataclass(frozen=True, slots=True)
class Kinds:
    """Words of kinds of region, all in plain small letters.

    ``short`` gives the abbreviation of each word (``kabupaten`` is ``kab``), ``governments`` the
    kind of region that a word is the government of (``pemkab``); ``before`` may stand before a
    name, ``parts`` gives what words within one are shortened to (one to three words, parted by
    spaces), blank for those that may be left out; ``titles`` begin a province's name or not.
    """

    short: Mapping[str, str]
    governments: Mapping[str, str]
    before: tuple[str, ...]
    parts: Mapping[str, str]
    titles: tuple[str, ...]


@cache
def kinds() -> Kinds:
    """Give the kinds of region, read once."""
    data = words_of("regions")
    short = {word: kind for kind, words in data["kinds"].items() for word in (kind, *words)}
    return Kinds(
        short,
        _by_word(data["governments"]),
        tuple(data["before"]["names"]),
        {**_by_word(data["parts"]), **dict.fromkeys(data["left_out"]["words"], "")},
        tuple(data["titles"]["words"]),
    )


def _by_word(words_of_kinds: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    return {word: kind for kind, words in words_of_kinds.items() for word in words}
