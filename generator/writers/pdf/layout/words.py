"""Texts → lines: words measured, broken where a blank stands, squeezed a little where that helps.

Greedy, as ReportLab breaks: a line takes a word more where its blanks need shrink by no more than a
twentieth. A word wider than its line is cut between letters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.writers.pdf.fonts.family import Face

SHRINK = 0.05  # share of a blank's width that it may lose
_NBSP = "\u00a0"
_BLANK = re.compile("[^\\S\u00a0]+")

Piece = tuple[Face, str]
Part = Piece | None
"""A stretch of text in one face, or a line break."""


@dataclass(slots=True)
class Word:
    """Letters without a blank among them. ``gap`` is the blank after it, in points.

    ``blank`` is the face of that blank, None where another word follows without one.
    """

    pieces: list[Piece]
    width: float
    gap: float = 0.0
    blank: Face | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: ``spare`` is what it leaves free, less than 0 where it is squeezed.

    ``gaps`` counts the blanks that may grow or shrink; ``ended`` says that a line break ends it.
    """

    pieces: tuple[Piece, ...]
    spare: float
    gaps: int
    ended: bool = False


def lines_of(parts: Sequence[Part], size: float, first: float, further: float) -> list[Line]:
    """Break a paragraph into lines; the first one has a width of its own. None for no text."""
    if len(parts) == 1 and not (parts[0] and _split(parts[0][1])):
        return []
    breaker = _Breaker(size, first, further)
    for token in _tokens(parts, size):
        breaker.take(token)
    face = next((part[0] for part in parts if part), None)
    return breaker.ended(face)


def _split(text: str) -> list[str]:
    if _NBSP not in text:
        return text.split()
    return [word for word in _BLANK.split(text) if word]


def _tokens(parts: Sequence[Part], size: float) -> Iterator[Word | None]:
    """Give the words of a paragraph, and None for each line break."""
    word: Word | None = None
    at_start = True
    for part in parts:
        if part is None:
            yield from (word, None) if word else (None,)
            word, at_start = None, True
            continue
        face, text = part
        found = _split(text)
        if not text or (at_start and not found):
            continue
        if word and _is_blank(text[0]):
            yield _followed(word, face, size)
            word = None
        for number, one in enumerate(found):
            word = _longer(word, face, one, size)
            if number < len(found) - 1 or _is_blank(text[-1]):
                yield _followed(word, face, size)
                word = None
        at_start = False
    if word:
        yield word


def _longer(word: Word | None, face: Face, text: str, size: float) -> Word:
    """Give a word with further letters; that of the letters alone where there is none."""
    wide = face.units(text) * size
    if word is None:
        return Word([(face, text)], wide)
    word.pieces.append((face, text))
    word.width += wide
    return word


def _is_blank(letter: str) -> bool:
    return letter != _NBSP and letter.isspace()


def _followed(word: Word, face: Face, size: float) -> Word:
    word.blank, word.gap = face, face.units(" ") * size
    return word


class _Breaker:
    """Takes words one by one and gives lines."""

    def __init__(self, size: float, first: float, further: float) -> None:
        self._size = size
        self._limit = first
        self._further = further
        self._lines: list[Line] = []
        self._begin(None)

    def _begin(self, word: Word | None) -> None:
        self._words: list[Word] = [word] if word else []
        self._width = word.width if word else 0.0
        self._blanks = word.gap if word else 0.0

    def take(self, word: Word | None) -> None:
        """Take a word, or a line break."""
        if word is None:
            self._end(ended=True)
            return
        if not self._words:
            if word.width <= self._limit:
                self._begin(word)
            else:
                self._cut(word, self._limit)
            return
        gap = self._words[-1].gap
        width = self._width + gap + word.width
        if width <= self._limit + SHRINK * self._blanks:
            self._words.append(word)
            self._width = width
            self._blanks += word.gap
        elif word.width > self._limit:
            self._cut(word, self._limit - self._width - gap)
        else:
            self._end()
            self._begin(word)

    def _end(self, *, ended: bool = False) -> None:
        pieces = _joined(self._words)
        hard = sum(text.count(_NBSP) for _face, text in pieces)
        gaps = max(len(self._words) + hard - 1, 0)
        self._lines.append(Line(pieces, self._limit - self._width, gaps, ended))
        self._limit = self._further
        self._begin(None)

    def _cut(self, word: Word, room: float) -> None:
        """Fill up the line with a word's first letters, further lines with what follows."""
        *full, last = _cuttings(word, room, self._further, self._size)
        for number, one in enumerate(full):
            if one.pieces:
                gap = self._words[-1].gap if self._words else 0.0
                self._width += gap + one.width
                self._words.append(one)
            if one.pieces or not number:
                self._end()
        last.gap, last.blank = word.gap, word.blank
        self._begin(last)

    def ended(self, face: Face | None) -> list[Line]:
        """Give all lines; what only has blanks is one empty line."""
        if self._words:
            self._end()
        if not self._lines and face is not None:
            return [Line(((face, ""),), self._limit, 0)]
        return self._lines


def _cuttings(word: Word, room: float, further: float, size: float) -> Iterator[Word]:
    """Cut a word: the first cutting fits into ``room``, maybe none of it, the others into a line.

    A letter wider than any line stands alone.
    """
    made = Word([], 0.0)
    letters = ((face, letter) for face, text in word.pieces for letter in text)
    for face, letter in letters:
        wide = face.units(letter) * size
        if made.width + wide > room and (made.pieces or wide <= further):
            yield made
            made, room = Word([], 0.0), further
        if made.pieces and made.pieces[-1][0] is face:
            made.pieces[-1] = (face, made.pieces[-1][1] + letter)
        else:
            made.pieces.append((face, letter))
        made.width += wide
    yield made


def _joined(words: Sequence[Word]) -> tuple[Piece, ...]:
    """Give the text of a line in stretches of one face each."""
    made: list[Piece] = []
    last = len(words) - 1
    for number, word in enumerate(words):
        for piece in word.pieces:
            _append(made, piece)
        if number < last and word.blank is not None:
            _append(made, (word.blank, " "))
    return tuple(made)


def _append(made: list[Piece], piece: Piece) -> None:
    face, text = piece
    if made and made[-1][0] is face:
        made[-1] = (face, made[-1][1] + text)
    else:
        made.append(piece)
