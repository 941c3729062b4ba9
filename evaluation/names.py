"""Names compared as people read them: without regard to case, spaces, punctuation, look-alikes."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

from evaluation.plain import as_latin, plain
from evaluation.vocabulary.regions import kinds

__all__ = [
    "as_latin",
    "full_words",
    "name_key",
    "nearest",
    "nearly_alike",
    "plain",
    "reduced",
    "similarity",
]


_KIND_BEHIND = re.compile(r"[(\[,]\s*[^\W\d_]+\s*\.?\s*[)\]]?\s*")
_LONGEST_PART = 3  # words


def name_key(name: str) -> str:
    """Give the key under which two spellings of one name meet: ``Kab Badung`` = ``KAB. BADUNG``.

    Everything is letters and digits only, so ``Kulon Progo`` and ``Kulonprogo`` meet. In the name
    of a region its kind counts however it is written and wherever it stands (``Pemkab Badung``,
    ``Bogor (Kab)``), ``Kep.`` is Kepulauan, and ``Adm.`` may be left out.
    """
    words = plain(name).split()
    if len(words) == 1:
        return kinds().short.get(words[0], words[0])
    return "".join(full_words(name) or words)


def full_words(name: str) -> Sequence[str]:
    """Give the plain words of a region's full name as its key has them, the kind first.

    Empty where no kind of region stands before the name, nor behind it in brackets or after a
    comma.
    """
    words = plain(name).split()
    behind = _KIND_BEHIND.search(name) if words and words[-1] in kinds().short else None
    if behind and behind.end() == len(name) and len(words) > 1:
        return _kind_first(words) or _kind_first((words[-1], *words[:-1]))
    return _kind_first(words)


def _kind_first(words: Sequence[str]) -> Sequence[str]:
    known = kinds()
    first = next((place for place, word in enumerate(words) if word not in known.before), 0)
    if first >= len(words) - 1:
        return ()
    kind = known.short.get(words[first]) or known.governments.get(words[first])
    return (kind, *reduced(words[first + 1 :])) if kind else ()


def reduced(words: Sequence[str]) -> Sequence[str]:
    """Give the plain words of an area as the shorter spellings do: without ``Adm.``, with ``Kep.``.

    A name of nothing else is left as it is.
    """
    parts, short, place = kinds().parts, [], 0
    while place < len(words):
        for count in range(_LONGEST_PART, 0, -1):
            part = parts.get(" ".join(words[place : place + count]))
            if part is not None or count == 1:
                short.append(words[place] if part is None else part)
                place += count
                break
    return tuple(word for word in short if word) or tuple(words)


def nearest(name: str, candidates: Iterable[str], count: int = 1) -> tuple[str, ...]:
    """Give up to ``count`` candidates spelled most like ``name``, best first; maybe none."""
    by_key: dict[str, str] = {}
    for candidate in candidates:
        by_key.setdefault(name_key(candidate), candidate)
    return tuple(by_key[key] for key in get_close_matches(name_key(name), by_key, count, 0.6))


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
