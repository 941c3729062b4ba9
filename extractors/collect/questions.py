"""Which question a heading or a cell is about: by its number, by its text, or by both.

Questions of one survey begin alike, so words weigh by how few questions have them, and a text that
fits two questions nearly equally well is none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from math import log

from evaluation.draft import FoundQuestion, Item
from evaluation.names import name_key, plain

_NUMBER = re.compile(
    r"\(?(?:q|p|no|nomor|soal|pertanyaan|butir|item|s)?[\s._#:-]*0*([1-9][0-9]{0,3})(?:[.,]0)?\s*[.):]?",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\s*(?:q|p|no|nomor|soal|pertanyaan)?[\s._#]*0*([1-9][0-9]{0,3})\s*[.):\]–-]+\s*(?=\S)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_BEHIND = re.compile(r"\s*[/|>»]\s*|\s+[-–—]\s+|:\s+")  # groups, dimensions before a question
_CUT = re.compile(r"\s*(?:…|\.\.\.)\s*$")
ENOUGH = 0.62  # of the weight of the words must be shared
MARGIN = 0.10  # by which the best question must be ahead of the next
SHORTEST = 12  # letters that a beginning must have to stand for a whole question
_TYPO = 0.8
# Comparing words takes a millisecond; a file with more texts, or longer ones, has them elsewhere.
_LOOKED_FOR = 20_000
_LONGEST = 2_000


@lru_cache(maxsize=20_000)
def number_in(text: str) -> int | None:
    """Give the number that a text consists of: ``12``, ``Q12``, ``P12.``, ``Pertanyaan 12``."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def leading_number(text: str) -> tuple[int | None, str]:
    """Part the number in front of a text from the rest (``3. Apakah …``); None without one."""
    found = _LEADING.match(text)
    return (int(found[1]), text[found.end() :]) if found else (None, text)


def behind_path(text: str) -> str:
    """Give what stands behind the groups of a survey: ``Layanan/3. Apakah …``; else all of it."""
    last = text.rsplit("/", 1)[-1].strip()
    return last if leading_number(last)[0] is not None else text


@dataclass(frozen=True, slots=True)
class TextMatch:
    """The question that a text is most like; ``number`` is None when none stands out."""

    number: int | None
    sureness: float


_NONE = TextMatch(None, 0.0)


class Questions:
    """The questions that are known, found by number and by text."""

    def __init__(self, questions: Iterable[FoundQuestion], direct: Iterable[str] = ()) -> None:
        self.by_number: Mapping[int, FoundQuestion] = {q.number: q for q in questions}
        self.direct: Mapping[str, str] = {name_key(name): name for name in direct}
        dimensions = dict.fromkeys(q.dimension for q in self.by_number.values() if q.dimension)
        self.computed = frozenset(d for d in dimensions if name_key(d) not in self.direct)
        self.by_dimension: Mapping[str, Sequence[int]] = {
            d: [q.number for q in self.by_number.values() if q.dimension == d] for d in dimensions
        }
        self._computed = frozenset(map(name_key, self.computed))
        self._keys = {number: name_key(q.text) for number, q in self.by_number.items() if q.text}
        self._exact = _unique((key, number) for number, key in self._keys.items())
        self._indicators = _unique(
            (name_key(q.sub_indicator), q.number)
            for q in self.by_number.values()
            if q.sub_indicator
        )
        self._words = _Words({n: q.text for n, q in self.by_number.items() if q.text})
        self._met: dict[str, TextMatch] = {}
        self._contradictions: dict[tuple[int, str], bool] = {}

    def __bool__(self) -> bool:
        """Tell whether any question is known."""
        return bool(self.by_number)

    def text_of(self, item: Item) -> str:
        """Give the text of a question; blank where it is not known."""
        question = self.by_number.get(item) if isinstance(item, int) else None
        return question.text if question else ""

    @property
    def worded(self) -> bool:
        """Tell whether the text of any question is known."""
        return bool(self._keys)

    def is_computed(self, text: str) -> bool:
        """Tell whether a text names a dimension whose value is computed from its questions."""
        return name_key(text) in self._computed

    def by_text(self, text: str) -> TextMatch:
        """Give the question that a text stands for, whole, shortened or with typing errors."""
        if text not in self._met:
            variants = [self._by_variant(variant) for variant in _variants(text)]
            self._met[text] = _best(variants)
        return self._met[text]

    def contradicts(self, number: int, text: str) -> bool:
        """Tell whether a text beside a number is surely not that question's text."""
        if (number, text) not in self._contradictions:
            self._contradictions[number, text] = self._contradicts(number, text)
        return self._contradictions[number, text]

    def _contradicts(self, number: int, text: str) -> bool:
        own = self._keys.get(number, "")
        key = name_key(text)
        if not own or not key or key == own or (len(key) >= SHORTEST and own.startswith(key)):
            return False
        found = self.by_text(text)
        if found.number is not None:
            return found.number != number
        return self._words.likeness(text, number) < ENOUGH

    def _by_variant(self, text: str) -> TextMatch:
        key = name_key(_CUT.sub("", text))
        if not key:
            return _NONE
        if key in self._exact:
            return TextMatch(self._exact[key], 0.98) if self._exact[key] else _NONE
        if len(key) >= SHORTEST:
            beginning = [n for n, own in self._keys.items() if own.startswith(key)]
            if beginning:
                return TextMatch(beginning[0], 0.93) if len(beginning) == 1 else _NONE
        indicator = self._indicators.get(key)
        if indicator or len(self._met) > _LOOKED_FOR or len(text) > _LONGEST:
            return TextMatch(indicator, 0.85) if indicator else _NONE
        return self._words.match(text)


def _unique(pairs: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Give the number of each key; 0 where two questions share it."""
    found: dict[str, int] = {}
    for key, number in pairs:
        found[key] = 0 if key in found else number
    return found


def _variants(text: str) -> Sequence[str]:
    """Give what of a heading may be the question: all, what is in brackets, or the rest."""
    bare = leading_number(text)[1]
    inside = [part for part in _BRACKETS.findall(bare) if len(part.split()) > 1]
    outside = leading_number(_BRACKETS.sub(" ", bare).strip())[1]
    behind = [leading_number(part)[1] for part in _BEHIND.split(bare)[-1:]]
    kept = [part for part in behind if part != bare and len(part.split()) > 1]
    return list(dict.fromkeys(part for part in (bare, *inside, outside, *kept) if part.strip()))


def _best(matches: Sequence[TextMatch]) -> TextMatch:
    """Give the surest of several readings of one heading; none when two sure ones disagree."""
    found = sorted((m for m in matches if m.number), key=lambda m: -m.sureness)
    if not found:
        return _NONE
    rivals = [m for m in found if m.number != found[0].number]
    return _NONE if rivals and found[0].sureness - rivals[0].sureness < MARGIN else found[0]


class _Words:
    """The words of all questions, weighed by rarity."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._of = {number: frozenset(plain(text).split()) for number, text in texts.items()}
        counts = Counter(word for words in self._of.values() for word in words)
        self._weights = {w: log((len(texts) + 1) / (c + 0.5)) for w, c in counts.items()}
        self._rarest = log((len(texts) + 1) / 0.75)
        self._meant: dict[str, str] = {}

    def match(self, text: str) -> TextMatch:
        """Give the question that shares most of its words with a text."""
        words = self._read(text)
        if len(words) < 2:
            return _NONE
        scores = sorted(
            ((self._shared(words, own), -n) for n, own in self._of.items()), reverse=True
        )
        best, second = (*scores, (0.0, 0), (0.0, 0))[:2]
        if best[0] < ENOUGH or best[0] - second[0] < MARGIN:
            return _NONE
        return TextMatch(-best[1], round(min(0.95, 0.45 + best[0] / 2), 2))

    def likeness(self, text: str, number: int) -> float:
        """Give how alike a text and a question are, from 0 to 1."""
        return self._shared(self._read(text), self._of.get(number, frozenset()))

    def _read(self, text: str) -> frozenset[str]:
        return frozenset(self._known(word) for word in plain(text).split())

    def _known(self, word: str) -> str:
        """Give the word that a mistyped one stands for; numbers are never mistyped."""
        if word in self._weights or word.isdigit() or len(word) < 4:
            return word
        if word not in self._meant:
            near = get_close_matches(word, self._weights, 1, _TYPO)
            self._meant[word] = near[0] if near else word
        return self._meant[word]

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, self._rarest) for word in words)

    def _shared(self, words: frozenset[str], own: frozenset[str]) -> float:
        """Give the share of a text's words that a question has, a little less if it has more."""
        common, given, whole = self._weight(words & own), self._weight(words), self._weight(own)
        return common / given * (0.7 + 0.3 * common / whole) if given and whole else 0.0
