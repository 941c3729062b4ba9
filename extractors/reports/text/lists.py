"""The signs that points of a list begin with, and paragraphs told from lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.reports.text.lines import Line
from extractors.reports.text.tolerances import PARAGRAPHS

_NUMERIC = re.compile(r"\(?([0-9]{1,2})([.)])(?:\s+|(?=[^\W\d]))(.*)", re.DOTALL)
_LETTER = re.compile(r"\(?([a-z])([.)])\s+(.*)", re.DOTALL)
_BULLET = re.compile(
    "([•●▪■◦○‣➢►❖✓✔\u25aa\uf0a7\uf0b7\uf0d8\uf0fc·*–—‒-]|o(?= ))\\s+(.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of a list: the kind of its sign ("1.", "a)", "•", "" without), what follows it."""

    line: Line
    kind: str
    text: str

    @property
    def left(self) -> float:
        """Give where the line begins."""
        return self.line.box.left


def marked(line: Line) -> Marked:
    """Part a line into its sign and its text."""
    text = line.text
    if match := _NUMERIC.fullmatch(text):
        return Marked(line, f"1{match[2]}", match[3])
    if match := _LETTER.fullmatch(text):
        return Marked(line, f"a{match[2]}", match[3])
    if match := _BULLET.fullmatch(text):
        return Marked(line, "•", match[2])
    return Marked(line, "", text)


@dataclass(frozen=True, slots=True)
class Measure:
    """How a text is set: how far its lines may run, and the blank between two of its lines."""

    right: float
    blank: float


def measure(lines: Sequence[Line]) -> Measure:
    """Measure running text; its smallest blank is the one between lines of a paragraph."""
    right = max((line.box.right for line in lines), default=0.0)
    blanks = (
        below.box.top - above.box.bottom
        for above, below in pairwise(lines)
        if above.page == below.page and abs(above.size - below.size) < PARAGRAPHS.same_type
    )
    told = (blank for blank in blanks if blank > -PARAGRAPHS.overlap)
    return Measure(right, min(told, default=0.0))


def paragraphs(lines: Sequence[Line], text: Measure | None = None) -> Iterator[tuple[Line, ...]]:
    """Part lines into paragraphs: at wide gaps, and where a line ended before it was full.

    ``text`` is the measure of the text that the lines are part of; None takes their own.
    """
    if not lines:
        return
    own = measure(lines)
    right = max(own.right, text.right if text else 0.0)
    usual = min(own.blank, text.blank) if text else own.blank
    current = [lines[0]]
    for before, line in pairwise(lines):
        gap = line.box.top - before.box.bottom if before.page == line.page else usual
        first = line.words[0].box
        room = right - before.box.right - (first.right - first.left)
        wide = gap > usual + PARAGRAPHS.wider * line.size
        if wide or room > PARAGRAPHS.room * line.size:
            yield tuple(current)
            current = []
        current.append(line)
    yield tuple(current)
