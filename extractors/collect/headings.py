"""What a heading could mean, judged by its words alone."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from evaluation.draft import Item
from evaluation.messages import NOTHING, Message, _
from evaluation.names import name_key, plain
from evaluation.region_names import has_kind
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.questions import Questions, behind_path, leading_number, number_in
from extractors.collect.regions import Regions
from extractors.collect.words import BESIDE_TOTALS, HEADINGS, NEVER_USED, NUMBERING, SECTIONS

THRESHOLD = 0.75
"""Below this sureness a column is not read, but reported."""

NUMBERING_SURENESS = 0.8
"""How surely ``No`` heads the numbers of questions, before the rest of the table is looked at."""

_LONGEST = 60  # letters; a longer text is no heading of a fixed column
_NEAR = 0.87
_LOOKED_FOR = 20_000  # texts; a file with more has them in its rows, and each takes a millisecond
_PATH = re.compile(r"\w/\w")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading may mean, how surely (0 to 1), and what that rests on."""

    meaning: Meaning
    detail: Item | None
    sureness: float
    how: Message


class Vocabulary:
    """Everything that headings are compared with."""

    def __init__(self, questions: Questions, regions: Regions, sections: Sequence[str]) -> None:
        self.questions = questions
        self.regions = regions
        self._words = {
            w: Guess(m, None, 0.97, NOTHING) for m, words in HEADINGS.items() for w in words
        }
        self._words |= dict.fromkeys(
            NUMBERING, Guess(Meaning.NUMBER, None, NUMBERING_SURENESS, NOTHING)
        )
        self._words |= _sections(sections)
        computed = Guess(Meaning.UNUSED, None, 0.9, NOTHING)
        self._words |= {plain(name): computed for name in questions.computed}
        self._words |= dict.fromkeys(NEVER_USED, Guess(Meaning.UNUSED, None, 0.95, NOTHING))
        self._dimensions = {name_key(name): name for name in questions.by_dimension}
        self._met: dict[str, Guess | None] = {}
        self._regions_met: dict[str, Guess | None] = {}

    def word(self, text: str) -> Guess | None:
        """Give what a fixed heading means (``Nama Daerah``); None when it is none that is known."""
        if text not in self._met:
            self._met[text] = self._word(text)
        return self._met[text]

    def _word(self, text: str) -> Guess | None:
        if len(text) > _LONGEST * 2:
            return None
        keys = [plain(text), plain(_ASIDE.sub(" ", text)), plain(leading_number(text)[1])]
        if _PATH.search(text):  # as surveys name a question within its groups
            keys.append(plain(text.rsplit("/", 1)[-1].replace("_", " ")))
        for key in keys:
            if key in self._words:
                return _told(self._words[key], _("heading"))
        if "#" in text and not keys[0]:
            return Guess(Meaning.NUMBER, None, NUMBERING_SURENESS, _("heading"))
        if not keys[1] or len(text) > _LONGEST:
            return None
        few = len(self._met) < _LOOKED_FOR
        mistyped = few and len(keys[1]) > 4 and not any(map(str.isdigit, keys[1]))
        near = get_close_matches(keys[1], self._words, 1, _NEAR) if mistyped else []
        if near:
            return _told(self._words[near[0]], _("heading, mistyped"), 0.85)
        return self._contained(keys[1])

    def _contained(self, key: str) -> Guess | None:
        """Give the longest known heading that stands within a longer one; never sure by itself.

        A total or a dimension is sure where nothing but words of totals stands beside it: a
        question cut short may hold such a word as well.
        """
        padded = f" {key} "
        inside = [word for word in self._words if len(word) > 4 and f" {word} " in padded]
        if not inside:
            return None
        guess = self._words[max(inside, key=len)]
        totals = {w for word in inside if self._is_total(word) for w in word.split()}
        beside = set(key.split()) - totals - BESIDE_TOTALS
        sure = guess.meaning is Meaning.UNUSED and not any(map(str.isalpha, "".join(beside)))
        return _told(guess, _("part of the heading"), 0.8 if sure else 0.6)

    def _is_total(self, word: str) -> bool:
        return self._words[word].meaning is Meaning.UNUSED

    def item(self, parts: Sequence[str]) -> Guess | None:
        """Give the question that the parts of a heading, one below the other, stand for."""
        numbers = [n for n in map(number_in, parts) if n is not None]
        texts = [part for part in parts if number_in(part) is None]
        if numbers:
            return self._numbered(numbers[-1], texts, 0.95)
        for text in reversed(texts):
            guess = self._worded(text)
            if guess is not None:
                return guess
        return None

    def _numbered(self, number: int, texts: Iterable[str], sureness: float) -> Guess | None:
        if self.questions and number not in self.questions.by_number:
            return Guess(Meaning.UNSETTLED, number, 0.3, _("no question has this number"))
        matches = [self.questions.by_text(text) for text in texts]
        found = [match for match in matches if match.number is not None]
        if any(match.number == number for match in found):
            return Guess(Meaning.ITEM, number, 0.99, _("number and text"))
        if found:
            return Guess(Meaning.UNSETTLED, number, 0.4, _("number and text contradict each other"))
        return Guess(Meaning.ITEM, number, sureness, _("number"))

    def _worded(self, text: str) -> Guess | None:
        direct = self.questions.direct.get(name_key(_ASIDE.sub(" ", text)))
        if direct is not None:
            return Guess(Meaning.ITEM, direct, 0.95, _("name of the dimension"))
        number, rest = leading_number(behind_path(text))
        match = self.questions.by_text(text)
        if match.number is not None and number in (None, match.number):
            return Guess(Meaning.ITEM, match.number, match.sureness, _("text"))
        if match.number is not None:
            return Guess(Meaning.ITEM, match.number, 0.7, _("text, under another number"))
        if number is not None and not self.questions.worded and len(rest.split()) > 1:
            return Guess(Meaning.ITEM, number, 0.85, _("number"))
        return None

    def dimension(self, text: str) -> str | None:
        """Give the dimension that a text names; None when it names none."""
        return self._dimensions.get(name_key(_ASIDE.sub(" ", leading_number(text)[1])))

    def names_dimension(self, text: str) -> bool:
        """Tell whether a text is the name of a dimension."""
        return self.dimension(text) is not None or name_key(text) in self.questions.direct

    def region(self, text: str) -> Guess | None:
        """Give the region that a heading names, where one is named at all."""
        if text not in self._regions_met:
            self._regions_met[text] = self._region(text)
        return self._regions_met[text]

    def _region(self, text: str) -> Guess | None:
        joined = self.regions.find(text) if self.regions.names else None
        if joined is not None and joined.name is not None:
            return Guess(Meaning.OF_REGION, joined.name, 0.95, _("name of the region"))
        if joined is not None and (joined.ambiguous or has_kind(text)):
            return Guess(Meaning.UNSETTLED, text, 0.4, _("no region has exactly this name"))
        if has_kind(text) and len(text) < _LONGEST and self.word(text) is None:
            return Guess(Meaning.OF_REGION, text, 0.85, _("name of a region"))
        return None


def section_names(known: Sequence[str]) -> Mapping[str, str]:
    """Give the round's own name for each word that a section may be called by, by name key."""
    guesses = _sections(known) if known else {}
    return {name_key(word): str(guess.detail) for word, guess in guesses.items()}


def _sections(known: Sequence[str]) -> Mapping[str, Guess]:
    """Give the headings of columns of comments; the round's own sections go before all."""
    guesses: dict[str, Guess] = {}
    own = {name_key(section): section for section in known}
    for section, words in SECTIONS.items():
        for word in words:
            meant = own.get(name_key(word)) or own.get(name_key(section))
            if meant or not own:
                guesses[word] = Guess(Meaning.COMMENTS, meant or section, 0.9, NOTHING)
    guesses |= {plain(s): Guess(Meaning.COMMENTS, s, 0.97, NOTHING) for s in known}
    return guesses


def _told(guess: Guess, how: Message, most: float = 1.0) -> Guess:
    return Guess(guess.meaning, guess.detail, min(guess.sureness, most), how)
