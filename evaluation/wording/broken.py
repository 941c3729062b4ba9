"""Broken words, told by the words used elsewhere: "Se jauh", "Ssejauh", "Keamaan"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from evaluation.messages import _
from evaluation.rules import workbook as rules
from evaluation.sources import Finding
from evaluation.wording.texts import Text, TextKind

_WORD = re.compile(r"[^\W\d_]+")
_OFTEN = 4  # uses that make a word one that is meant
_SHORTEST = 6  # letters; shorter words have too many honest neighbours
_LONGEST_PIECE = 3  # letters of a beginning that a blank may have cut off
_RARE = 3  # a slip is at least that many times rarer than the word it was meant to be
_LOOKED_AT = frozenset({TextKind.PROSE, TextKind.INSTRUMENT, TextKind.COMMENT})

Pair = tuple[str, str]


def broken_words(texts: Sequence[Text]) -> Iterator[Finding]:
    """Find words that a blank cut in two, or that lack or double a letter.

    A word is held against those that are used at least ``_OFTEN`` times in the round: "Se jauh"
    beside many a "Sejauh", "Keamaan" beside many a "Keamanan". One letter's difference is not
    enough, since honest words differ by one: its neighbour must be the other word's neighbour too
    ("Keamaan Informasi" beside "Keamanan Informasi").
    """
    looked_at = [text for text in texts if text.kind in _LOOKED_AT]
    rows = {text: _WORD.findall(text.casefold()) for text in {one.text for one in looked_at}}
    meant = _Meant([rows[text.text] for text in looked_at])
    slips = {text: (*meant.cut(row), *meant.misspelled(row)) for text, row in rows.items()}
    for text in looked_at:
        for wrong, right in dict.fromkeys(slips[text.text]):
            yield rules.BROKEN_WORD.found(
                text.source,
                _("“%(wrong)s” looks like a slip for “%(right)s”, which is used elsewhere.")
                % {"wrong": wrong, "right": right},
                _("Correct it, or silence this rule here."),
            )


class _Meant:
    """Knows the words of a round, how often each is used, and which stand beside which."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._uses = Counter(chain.from_iterable(rows))
        self._pairs = {pair for row in rows for pair in pairwise(row)}
        often = [
            word for word, count in self._uses.items() if count >= _OFTEN and len(word) >= _SHORTEST
        ]
        self._often = frozenset(often)
        self._lacking = {shorter: word for word in often for shorter in _one_letter_less(word)}
        self._slips = {word: right for word in self._uses if (right := self._right_for(word))}

    def cut(self, row: Sequence[str]) -> Iterator[Pair]:
        """Find two neighbours that are one word elsewhere, the first no word by itself."""
        for first, second in pairwise(row):
            joined = first + second
            is_piece = len(first) <= _LONGEST_PIECE and self._uses[joined] > self._uses[first]
            if is_piece and joined in self._often:
                yield f"{first} {second}", joined

    def misspelled(self, row: Sequence[str]) -> Iterator[Pair]:
        """Find words that are one letter away from a more frequent one with the same neighbour."""
        for place, word in enumerate(row):
            right = self._slips.get(word)
            if right and self._has_neighbour(row, place, right):
                yield word, right

    def _has_neighbour(self, row: Sequence[str], place: int, right: str) -> bool:
        before, after = row[max(place - 1, 0) : place], row[place + 1 : place + 2]
        return any((one, right) in self._pairs for one in before) or any(
            (right, one) in self._pairs for one in after
        )

    def _right_for(self, word: str) -> str | None:
        """Give the frequent word that a rare one lacks a letter of, or has one letter more than."""
        if len(word) < _SHORTEST or word in self._often:
            return None
        surplus = (one for one in _one_letter_less(word) if one in self._often)
        right = self._lacking.get(word) or next(surplus, None)
        if right is None or self._uses[right] < _RARE * self._uses[word]:
            return None
        return None if word[:-1] == right or right[:-1] == word else right


def _one_letter_less(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
