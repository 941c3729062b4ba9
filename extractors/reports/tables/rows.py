"""The rows of a table on one page: by the rulings between them, else by their numbers.

A row that a page break cuts comes as two pieces; whoever gathers the pieces puts them together.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from evaluation.sources import Box
from evaluation.vocabulary.layouts import layouts
from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Word
from extractors.reports.tables.columns import Column
from extractors.reports.tables.cuts import Cutter
from extractors.reports.tables.tolerances import ROWS
from extractors.reports.text.lines import Line, around, lines_of
from extractors.reports.text.rulings import Rules
from extractors.reports.text.values import is_value

_NUMBER = re.compile(r"([0-9]{1,4})[.):]?")
_NUMBERED = re.compile(r"([0-9]{1,4})([.):]|\s|$)\s*(.*)", re.DOTALL)
SIGNS = ":=().;"
# The column whose text a row has for itself, whatever kind of table it is of.
_KEYS = (Meaning.TEXT, Meaning.REGION, Meaning.POINT, Meaning.ADDRESSEE)


class What(Enum):
    """What a piece of a table is."""

    ROW = "row"
    TAIL = "tail"
    AVERAGE = "average"
    GROUP = "group"


Mark = tuple[What, int | None, Line]


@dataclass(frozen=True)
class Cell:
    """The lines of one cell; ``box`` is None where it is blank."""

    lines: tuple[Line, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Give the text line by line."""
        return tuple(line.text for line in self.lines)

    @property
    def box(self) -> Box | None:
        """Give the rectangle around the words."""
        return around(line.box for line in self.lines) if self.lines else None


@dataclass
class Piece:
    """A row of a table or what a page break left of one; ``cells`` stand by column index."""

    what: What
    page: int
    top: float
    bottom: float
    number: int | None = None
    cells: dict[int, Cell] = field(default_factory=dict)
    words: tuple[Word, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give all words of the piece as lines over the whole width."""
        return lines_of(self.words, self.page)


@dataclass(frozen=True)
class Body:
    """The part of a table that stands on one page, below its head."""

    page: int
    top: float
    bottom: float
    columns: tuple[Column, ...]
    words: tuple[Word, ...]
    rules: Rules

    def index(self, role: Meaning) -> int | None:
        """Give the place of the column of a role; None where there is none."""
        return next((i for i, c in enumerate(self.columns) if c.role == role), None)

    def parted(self, column: Column) -> list[float]:
        """Give the heights, top to bottom, at which rulings part the cells of a column."""
        edges = self.rules.across(column.left, column.right, self.top, self.bottom)
        return [y for y in edges if self.top + ROWS.edge < y < self.bottom - ROWS.edge]

    def place(self, word: Word) -> int:
        """Give the index of the column that a word's middle stands in."""
        edges = [column.left for column in self.columns]
        middle = (word.box.left + word.box.right) / 2
        return max(bisect_right(edges, middle) - 1, 0)


class RowReader:
    """Reads the rows of one body; ``last`` is the number of the row before it (0 for none).

    ``fresh`` tells that the table begins here, so that nothing in it goes on from a page before.
    """

    def __init__(self, body: Body, last: int, *, fresh: bool = False) -> None:
        self._body = body
        self._last = last
        self._fresh = fresh
        self._number = body.index(Meaning.NUMBER)
        keys = (body.index(role) for role in _KEYS)
        self._key = next((key for key in keys if key is not None), 0)
        self._score = body.index(Meaning.SCORE)
        self._average = layouts().rows.average
        self._parted = False
        self._mixed = not all(word.bold for word in body.words)

    def pieces(self) -> tuple[Piece, ...]:
        """Give the rows and what stands between them, top to bottom."""
        found: list[Piece] = []
        for top, bottom, words in self._bands():
            found += self._of_band(top, bottom, words)
        return tuple(piece for piece in found if not _counts_columns(piece))

    def _bands(self) -> Iterator[tuple[float, float, tuple[Word, ...]]]:
        body = self._body
        column = body.columns[self._key]
        sides = [body.top, *body.parted(column), body.bottom]
        self._parted = len(sides) > 2
        banded: dict[int, list[Word]] = {}
        for word in body.words:
            middle = (word.box.top + word.box.bottom) / 2
            banded.setdefault(bisect_right(sides, middle) - 1, []).append(word)
        for index in sorted(banded):
            if 0 <= index < len(sides) - 1:
                yield sides[index], sides[index + 1], tuple(banded[index])

    def _of_band(self, top: float, bottom: float, words: tuple[Word, ...]) -> Iterator[Piece]:
        marks = self.marks(lines_of(words, self._body.page))
        starts = [mark for mark in marks if mark[0] is not What.TAIL]
        broken = self._broken_number(words) if self._parted else None
        if broken is not None:
            self._last = broken
            yield self._piece(What.ROW, broken, top, bottom, words)
            return
        rows = [mark for mark in starts if mark[0] is What.ROW]
        if self._parted and rows and self._values(words) < 2:
            starts = rows[:1]
            self._last = rows[0][1] or 0
        if len(starts) <= 1:
            what, number, _line = starts[0] if starts else (What.TAIL, None, None)
            if what is What.TAIL and self._is_group(lines_of(words, self._body.page), whole=True):
                what = What.GROUP
            yield self._piece(what, number, top, bottom, words)
            return
        yield from self._split(top, bottom, words, marks)

    def _values(self, words: Sequence[Word]) -> int:
        """Count the scores in a band: between two rulings, one score is one row."""
        own = (word for word in words if self._body.place(word) == self._score)
        return sum(1 for word in own if is_value(word.text))

    def _broken_number(self, words: tuple[Word, ...]) -> int | None:
        """Give the number of a row that a narrow column broke into digits below each other."""
        own = [word for word in words if self._body.place(word) == self._number]
        text = "".join(word.text for word in sorted(own, key=lambda word: word.box.top))
        if self._number is None or len(own) < 2 or not text.rstrip(".)").isdecimal():
            return None
        return int(text.rstrip(".)")) if len(text) <= ROWS.digits else None

    def marks(self, lines: Sequence[Line]) -> list[Mark]:
        """Say of each line of a band whether a row, an average or a group begins there."""
        marks: list[Mark] = []
        for line in lines:
            number = self._number_of(line, first=not marks)
            if number is not None:
                self._last = number
                marks.append((What.ROW, number, line))
            elif self._is_average(line):
                marks.append((What.AVERAGE, None, line))
            elif self._is_group([line], whole=False):
                marks.append((What.GROUP, None, line))
            else:
                marks.append((What.TAIL, None, line))
        return marks

    def _number_of(self, line: Line, *, first: bool) -> int | None:
        """Give the number that a row begins with on this line; None where none does."""
        if self._number is not None:
            own = [w for w in line.words if self._body.place(w) == self._number]
            match = _NUMBER.fullmatch(own[0].text) if len(own) == 1 else None
            return int(match[1]) if match else None
        own = [w for w in line.words if self._body.place(w) == self._key]
        text = " ".join(word.text for word in own)
        match = _NUMBERED.match(text)
        if match is None:
            return None
        number = int(match[1])
        if number == self._last + 1:
            return number
        plausible = match[2] in {".", ")"} and match[3] and number < ROWS.highest
        return number if plausible and (first or number == 1) and self._resumes(number) else None

    def _resumes(self, number: int) -> bool:
        """Tell whether a number out of turn may begin a row: a gap, counting anew, a repetition.

        A number is repeated only between rulings: elsewhere it may be a part of the text.
        """
        first = self._last if self._parted else self._last + 1
        return number == 1 or first <= number <= self._last + ROWS.ahead

    def _is_average(self, line: Line) -> bool:
        """Tell whether a line is a row of the average, not a question's line that begins so."""
        words = [word for word in line.words if not is_value(word.text.strip(SIGNS))]
        text = " ".join(word.text for word in words).strip(" :=")
        if self._average.is_one(text):
            return True
        if len(words) > ROWS.longest_average or not text[:1].isupper():
            return False
        return len(words) < len(line.words) and self._average.begins(text) is not None

    def _is_group(self, lines: Sequence[Line], *, whole: bool) -> bool:
        """Tell whether lines are a heading within the table: at its left side, without a score."""
        body = self._body
        words = [word for line in lines for word in line.words]
        if any(body.place(word) == self._score and is_value(word.text) for word in words):
            return False
        first = lines[0].words[0]
        if self._number is not None:
            column = body.columns[self._number]
            start, end = column.left - ROWS.left_of_number, column.right - ROWS.in_number
            if start < first.box.left < end:
                return not is_value(first.text.rstrip(".)"))
        if self._score == 0 and body.place(first) == 0:
            return not is_value(first.text)
        if any(c.role in {Meaning.INDICATOR, Meaning.SUB_INDICATOR} for c in body.columns):
            spread = len({body.place(word) for word in words}) > 1
            return whole and spread and self._runs_on(lines)
        return self._mixed and all(line.bold for line in lines)

    def _runs_on(self, lines: Sequence[Line]) -> bool:
        """Tell whether one text runs over the sides of columns."""
        inner = [column.left for column in self._body.columns[1:]]
        return len(lines) <= ROWS.heading_lines and any(
            chunk.box.left < x - ROWS.over_side and chunk.box.right > x + ROWS.over_side
            for line in lines
            for chunk in line.chunks()
            for x in inner
        )

    def _split(
        self,
        top: float,
        bottom: float,
        words: tuple[Word, ...],
        marks: Sequence[Mark],
    ) -> Iterator[Piece]:
        """Part a band that no ruling parts: at the widest gap between one start and the next."""
        starts = [mark for mark in marks if mark[0] is not What.TAIL]
        cut = self._cutter(words).between
        sides = [top]
        if marks[0] is not starts[0] and not (self._fresh and starts[0][0] is What.ROW):
            sides.append(cut(top, starts[0][2]))
        for (what, _n, before), (_w, _m, after) in itertools.pairwise(starts):
            own = before.box.bottom if what is not What.ROW else before.middle
            sides.append(cut(own, after))
        sides.append(bottom)
        kinds = [(what, number) for what, number, _line in starts]
        if len(sides) > len(kinds) + 1:
            kinds.insert(0, (What.TAIL, None))
        for (what, number), upper, lower in zip(kinds, sides[:-1], sides[1:], strict=True):
            inside = tuple(w for w in words if upper <= (w.box.top + w.box.bottom) / 2 < lower)
            if inside:
                yield self._piece(what, number, upper, lower, inside)

    def _cutter(self, words: Sequence[Word]) -> Cutter:
        wanted = {self._key, self._number, self._score}
        return Cutter(words, [word for word in words if self._body.place(word) in wanted])

    def _piece(
        self, what: What, number: int | None, top: float, bottom: float, words: tuple[Word, ...]
    ) -> Piece:
        cells: dict[int, list[Word]] = {}
        for word in words:
            cells.setdefault(self._body.place(word), []).append(word)
        page = self._body.page
        made = {index: Cell(lines_of(own, page)) for index, own in cells.items()}
        return Piece(what, page, top, bottom, number, made, words)


def _counts_columns(piece: Piece) -> bool:
    """Tell whether a row numbers the columns of its table: (1) (2) (3)."""
    texts = [" ".join(cell.texts).strip("()") for _place, cell in sorted(piece.cells.items())]
    return len(texts) > 2 and texts == [str(place) for place in range(1, len(texts) + 1)]
