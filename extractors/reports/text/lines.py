"""Words gathered into lines, lines into text: what a person sees as one line, one paragraph."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from evaluation.sources import Box
from extractors.pages.page import Word
from extractors.reports.text.tolerances import LINES

_SOFT_HYPHEN = "\xad"
_HYPHENS = "-‐\xad"


@dataclass(frozen=True)
class Line:
    """Words that stand side by side, from left to right, on page ``page``."""

    page: int
    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        """Give the rectangle around the words."""
        return around(word.box for word in self.words)

    @cached_property
    def text(self) -> str:
        """Give the words with single blanks between them."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """Give the height of the line's middle."""
        return (self.box.top + self.box.bottom) / 2

    @cached_property
    def size(self) -> float:
        """Give the height of the largest word."""
        return max(word.box.bottom - word.box.top for word in self.words)

    @cached_property
    def bold(self) -> bool:
        """Tell whether every word is bold."""
        return all(word.bold for word in self.words)

    def chunks(self) -> Iterator["Line"]:
        """Give the parts of the line that wide blanks leave apart."""
        start = 0
        for index in range(1, len(self.words)):
            gap = self.words[index].box.left - self.words[index - 1].box.right
            wide = max(LINES.cell_gap * self.size, LINES.least_cell_gap)
            if gap > wide or gap < -LINES.overlap * self.size:
                yield Line(self.page, self.words[start:index])
                start = index
        yield Line(self.page, self.words[start:])


def around(boxes: Iterable[Box]) -> Box:
    """Give the smallest rectangle around boxes; at least one is needed."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def lines_of(words: Iterable[Word], page: int) -> tuple[Line, ...]:
    """Gather words into lines, top to bottom, each from left to right."""
    rows: list[list[Word]] = []
    middle = height = 0.0
    for word in sorted(words, key=_middle):
        own, tall = _middle(word), word.box.bottom - word.box.top
        reach = min(max(height, LINES.least_height), max(tall, LINES.least_height) * 2)
        if rows and own - middle <= LINES.same_line * reach:
            rows[-1].append(word)
            height = max(height, tall)
        else:
            rows.append([word])
            middle, height = own, tall
    return tuple(Line(page, tuple(sorted(row, key=_left))) for row in rows)


def _middle(word: Word) -> float:
    return (word.box.top + word.box.bottom) / 2


def _left(word: Word) -> float:
    return word.box.left


def joined(texts: Sequence[str], known: frozenset[str] = frozenset()) -> str:
    """Join the lines of one text; a word parted at a line's end is made whole.

    A soft hyphen goes. A plain hyphen stays where both halves are words in their own right
    (``rata-rata``) or ``known`` has the word with it; it goes where ``known`` (in small letters)
    has the word without it.
    """
    text = ""
    for piece in texts:
        text = _appended(text, piece, known) if text else piece
    return text.replace(_SOFT_HYPHEN, "")


def _appended(text: str, piece: str, known: frozenset[str]) -> str:
    if len(text) < 2 or text[-1] not in _HYPHENS or not text[-2].isalnum():
        return f"{text} {piece}" if not text.endswith("/") else _after_slash(text, piece)
    if text[-1] == _SOFT_HYPHEN:
        return text[:-1] + piece
    first = text[:-1].split()[-1].casefold()
    second = piece.split()[0].casefold() if piece else ""
    whole = (first + second).strip(".,;:()?!\"'")
    hyphenated = f"{first}-{second}".strip(".,;:()?!\"'")
    if whole in known and hyphenated not in known:
        return text[:-1] + piece
    return text + piece


def _after_slash(text: str, piece: str) -> str:
    return f"{text}{piece}" if not text.endswith(" /") else f"{text} {piece}"
