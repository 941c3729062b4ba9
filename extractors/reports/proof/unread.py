"""Rows that stand on the pages and in no table that was read: numbers and values in a column each.

A table whose head or rulings tell nothing is found by its rows alone: numbers that go on by one,
below each other, and beside each a value, below each other too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Word
from extractors.reports.proof.tolerances import UNREAD
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Cell, What
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line
from extractors.reports.text.values import is_value

_YEAR = re.compile(r"(?:19|20)[0-9]{2}[.,]?")


@dataclass(frozen=True, slots=True)
class Unread:
    """Rows that were not taken: their page, the first number and the last."""

    page: int
    first: int
    last: int


def unread_rows(contents: Contents) -> Iterator[Unread]:
    """Give the rows that no table holds, and scores in a table of questions without numbers."""
    for page, lines in groupby(contents.lines, key=lambda line: line.page):
        yield from _runs(page, list(lines))
    for table in contents.tables:
        if table.kind is Kind.QUESTIONS:
            yield from _numberless(table)


def _runs(page: int, lines: Sequence[Line]) -> Iterator[Unread]:
    ends = [line.words[-1] for line in lines]
    values = [word for word in ends if is_value(word.text) and not _YEAR.fullmatch(word.text)]
    numbers = [w for line in lines if _is_number(w := line.words[0])]
    run: list[Word] = []
    for word in [*numbers, None]:
        if word is not None and run and _follows(run[-1], word):
            run.append(word)
            continue
        if len(run) >= UNREAD.rows and _valued(run, values):
            yield Unread(page, _number(run[0]), _number(run[-1]))
        run = [word] if word is not None else []


def _is_number(word: Word) -> bool:
    bare = word.text.rstrip(".)")
    return bare.isdecimal() and len(bare) <= UNREAD.digits


def _number(word: Word) -> int:
    return int(word.text.rstrip(".)"))


def _middle(word: Word) -> float:
    return (word.box.top + word.box.bottom) / 2


def _follows(before: Word, word: Word) -> bool:
    near = UNREAD.aligned
    sides = ((before.box.left, word.box.left), (before.box.right, word.box.right))
    aligned = any(abs(one - other) <= near for one, other in sides)
    return aligned and _number(word) == _number(before) + 1


def _valued(run: Sequence[Word], values: Sequence[Word]) -> bool:
    """Tell whether the rows of a run, hardly one left out, have a value below each other."""
    height = run[0].box.bottom - run[0].box.top
    tops = [_middle(word) - height for word in run]
    own = [
        [v for v in values
         if top <= _middle(v) < side and v.box.left - word.box.right >= UNREAD.apart]
        for word, top, side in zip(run, tops, [*tops[1:], float("inf")], strict=True)
    ]  # fmt: skip
    rights = [v.box.right for found in own[:2] for v in found]
    return any(_blank(own, right) * 2 * UNREAD.rows <= len(run) for right in rights)


def _blank(rows: Sequence[Sequence[Word]], right: float) -> int:
    """Count the rows without a value that ends at ``right``."""
    near = UNREAD.aligned
    return sum(not any(abs(v.box.right - right) <= near for v in values) for values in rows)


def _numberless(table: Table) -> Iterator[Unread]:
    """Give a table with scores that no row holds: those before its first row."""
    score = table.index(Meaning.SCORE)
    for piece in table.pieces:
        if piece.what in {What.ROW, What.AVERAGE}:
            return
        cell = piece.cells.get(score, Cell()) if score is not None else Cell()
        if piece.what is What.TAIL and any(is_value(text) for text in cell.texts):
            yield Unread(piece.page, 0, 0)
            return
