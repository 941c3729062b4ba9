"""Names compared as people read them: without regard to case, spaces, punctuation, look-alikes."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches

from evaluation.plain import as_latin, plain
from evaluation.vocabulary.regions import kinds

__all__ = ["as_latin", "find_name", "name_key", "nearest", "nearly_alike", "plain", "similarity"]


def name_key(name: str) -> str:
    """Give the key under which two spellings of one name meet: ``Kab Badung`` = ``KAB. BADUNG``.

    The kind of region counts whether it is abbreviated or not; everything else is letters and
    digits only, so ``Kulon Progo`` and ``Kulonprogo`` meet as well.
    """
    words = plain(name).split()
    if words:
        words[0] = kinds().short.get(words[0], words[0])
    return "".join(words)


def nearest(name: str, candidates: Iterable[str], count: int = 1) -> tuple[str, ...]:
    """Give up to ``count`` candidates spelled most like ``name``, best first; maybe none."""
    by_key: dict[str, str] = {}
    for candidate in candidates:
        by_key.setdefault(name_key(candidate), candidate)
    return tuple(by_key[key] for key in get_close_matches(name_key(name), by_key, count, 0.6))


def _area(name: str) -> str:
    """Give the key of a name without its leading word, which says the kind of region."""
    words = plain(name).split()
    return "".join(words[1:] or words)


def find_name(wanted: str, names: Sequence[str]) -> tuple[str, ...]:
    """Give the names that ``wanted`` may stand for: one if it is clear, several if it is not.

    An exact match (by key) wins; else the kind of region may be left out (``badung``), which
    leaves ``bogor`` ambiguous where a regency and a city bear that name. Empty when nothing
    matches.
    """
    by_key: Mapping[str, str] = {name_key(name): name for name in names}
    exact = by_key.get(name_key(wanted))
    if exact is not None:
        return (exact,)
    area = name_key(wanted)
    return tuple(name for name in names if _area(name) == area)


def similarity(first: str, second: str) -> float:
    """Give how alike two names are spelled, from 0 (nothing shared) to 1 (same key)."""
    return SequenceMatcher(None, name_key(first), name_key(second)).ratio()


ALIKE = 0.85
"""How similar the words that part two names must be for one of them to look like a slip."""
_FEWEST_LETTERS = 4


def nearly_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two names, in plain words, look like one name and a slip in writing it.

    They are compared without the words that they share at both ends, so that ``kab luwu utara`` and
    ``kab luwu timur`` differ much and ``kab pematang`` and ``kab pemalang`` little. Names that
    differ in a number are never alike.
    """
    first, last = 0, 0
    fewest = min(len(words), len(others))
    while first < fewest and words[first] == others[first]:
        first += 1
    while last < fewest - first and words[-1 - last] == others[-1 - last]:
        last += 1
    one = "".join(words[first : len(words) - last])
    other = "".join(others[first : len(others) - last])
    shorter, longer = sorted((len(one), len(other)))
    # No more letters can be shared than the shorter has; and a slip leaves most letters in place.
    if shorter < _FEWEST_LETTERS or 2 * shorter < ALIKE * (shorter + longer):
        return False
    plausible = len(set(one) & set(other)) >= len(set(one)) - 2 and (one + other).isalpha()
    return plausible and similarity(one, other) >= ALIKE
