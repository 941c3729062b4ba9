"""Tables of questions → dimensions with their questions, scores and printed averages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from evaluation.names import plain
from evaluation.sources import Box, Source
from evaluation.vocabulary.layouts import layouts
from evaluation.vocabulary.meanings import Meaning
from evaluation.vocabulary.phrases import key
from extractors.reports.parts.titles import AVERAGE_IN_TITLE, clean_title, title_of
from extractors.reports.tables.rows import SIGNS, Cell, Piece, What
from extractors.reports.tables.spans import Levels
from extractors.reports.tables.tables import Table
from extractors.reports.text.lines import Line, joined
from extractors.reports.text.values import is_value, value_of

_LEADING = re.compile(r"[0-9]{1,4}\s*[.):]?\s*")


@dataclass
class Draft:
    """A question as it is being read: its texts line by line, its score as printed.

    ``rivals`` are the heads of columns that may hold its score.
    """

    number: int
    indicator: str = ""
    sub_indicator: str = ""
    question: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    page: int = 0
    box: Box | None = None
    missing: bool = False
    rivals: tuple[str, ...] = ()

    def level(self, place: int) -> str:
        """Give the indicator (0) or the sub-indicator (1)."""
        return self.sub_indicator if place else self.indicator

    def rename(self, place: int, text: str) -> None:
        """Set the indicator (0) or the sub-indicator (1)."""
        if place:
            self.sub_indicator = text
        else:
            self.indicator = text


@dataclass
class DraftDimension:
    """A dimension as it is being read."""

    name: str = ""
    average: Decimal | None = None
    average_source: Source | None = None
    average_printed: str = ""
    previous: Decimal | None = None
    items: list[Draft] = field(default_factory=list)
    page: int = 0
    closed: bool = False


class QuestionReader:
    """Reads all question tables of one document, in order."""

    def __init__(self, file: str, known: frozenset[str], *, outlined: bool = True) -> None:
        self._file = file
        self._known = known
        self._outlined = outlined
        self.dimensions: list[DraftDimension] = []
        self._levels = ["", ""]
        self._group = ""
        self._ahead: list[Piece] = []

    def table(self, table: Table, above: Sequence[Line]) -> None:
        """Read one table; ``above`` are the lines of text since the table before."""
        name = title_of(above, outlined=self._outlined)
        said = next((line for line in above if AVERAGE_IN_TITLE.search(line.text)), None)
        if name and (not self.dimensions or key(name) != key(self.dimensions[-1].name)):
            self._begin(name, table)
        elif not self.dimensions or self._is_new(table):
            self._begin("", table)
        if said is not None and self.dimensions[-1].average is None:
            self._titled(said)
        levels = Levels(table)
        for index, piece in enumerate(table.pieces):
            self._piece(table, piece, table.pieces[index + 1 : index + 2], levels)

    def _titled(self, line: Line) -> None:
        """Take the average that a heading says in brackets: "Baseline (Rata-Rata: 3,56)"."""
        match = AVERAGE_IN_TITLE.search(line.text)
        if match and layouts().rows.average.within(match[1]):
            current = self.dimensions[-1]
            current.average, current.average_printed = value_of(match[2]), match[2]
            current.average_source = Source(self._file, page=line.page, box=line.box)

    def _is_new(self, table: Table) -> bool:
        first = next((p.number for p in table.pieces if p.number is not None), None)
        current = self.dimensions[-1]
        return current.closed or (first == 1 and bool(current.items))

    def _begin(self, name: str, table: Table) -> None:
        page = table.bodies[0].page if table.bodies else 0
        self.dimensions.append(DraftDimension(name, page=page))
        self._levels = ["", ""]
        self._group = ""

    def _piece(
        self, table: Table, piece: Piece, following: Sequence[Piece], levels: Levels
    ) -> None:
        if piece.what is What.AVERAGE:
            self._average(table, piece)
        elif piece.what is What.GROUP:
            self._heading(table, piece, following)
        elif piece.what is What.ROW:
            self._row(table, piece, levels)
        elif self.dimensions[-1].items:
            self._tail(table, piece, levels)

    def _heading(self, table: Table, piece: Piece, following: Sequence[Piece]) -> None:
        text = self._text(line.text for line in piece.lines)
        current = self.dimensions[-1]
        stacked = bool(following) and following[0].what is What.GROUP
        if current.closed or (stacked and not self._group):
            if current.items or current.name:
                self._begin("", table)
            self.dimensions[-1].name = clean_title(text, outlined=self._outlined)
            return
        self._group = text

    def _average(self, table: Table, piece: Piece) -> None:
        current = self.dimensions[-1]
        score = table.index(Meaning.SCORE)
        cell = piece.cells.get(score) if score is not None else None
        words = [w for w in piece.words if is_value(w.text.strip(SIGNS))]
        own = cell is not None and bool(cell.lines) and value_of(cell.texts[0]) is not None
        said = words[-1].text.strip(SIGNS) if words else ""
        printed = cell.texts[0] if cell and own else said
        box = cell.box if cell and own else words[-1].box if words else None
        current.closed = bool(current.items)
        if current.average is None:
            current.average = value_of(printed)
            current.average_printed = printed
            current.average_source = Source(self._file, page=piece.page, box=box)
        before = table.index(Meaning.PREVIOUS)
        if before is not None and before in piece.cells:
            current.previous = value_of(piece.cells[before].texts[0])
        self._group = ""

    def _row(self, table: Table, piece: Piece, levels: Levels) -> None:
        indicator, sub = levels.of(piece, self._levels, self._known)
        dimension = table.index(Meaning.DIMENSION)
        if dimension is not None:
            self._by_column(table, self._text(piece.cells.get(dimension, Cell()).texts))
        if self._group:
            indicator, sub = (self._group, indicator) if not sub else (indicator, sub)
        draft = Draft(piece.number or 0, indicator, sub, page=piece.page, rivals=table.rivals)
        self.dimensions[-1].items.append(draft)
        for ahead in self._ahead:
            self._fill(table, ahead, draft)
        self._ahead.clear()
        self._fill(table, piece, draft)

    def _by_column(self, table: Table, name: str) -> None:
        current = self.dimensions[-1]
        if name and plain(name) != plain(current.name):
            if current.items or current.name:
                self._begin(name, table)
            current = self.dimensions[-1]
            current.name = name

    def _fill(self, table: Table, piece: Piece, draft: Draft) -> None:
        question, score = table.index(Meaning.TEXT), table.index(Meaning.SCORE)
        texts = list(piece.cells.get(question, Cell()).texts) if question is not None else []
        if texts and not draft.question and table.index(Meaning.NUMBER) is None:
            texts[0] = _LEADING.sub("", texts[0], count=1)
        draft.question += [text for text in texts if text]
        cell = piece.cells.get(score) if score is not None else None
        if cell:
            draft.printed += cell.texts
            if draft.box is None:
                draft.box, draft.page = cell.box, piece.page

    def _tail(self, table: Table, piece: Piece, levels: Levels) -> None:
        items = self.dimensions[-1].items
        draft = items[-1]
        score = table.index(Meaning.SCORE)
        cell = piece.cells.get(score) if score is not None else None
        if draft.printed and cell is not None:
            self._ahead.append(piece)
            return
        self._fill(table, piece, draft)
        for place, change in enumerate(levels.extended(piece, self._levels, self._known)):
            _rename(items, place, *change)

    def _text(self, lines: Iterator[str] | Sequence[str]) -> str:
        return joined(list(lines), self._known)


def _rename(items: Sequence[Draft], place: int, old: str, new: str, last: bool) -> None:
    """Give the rows of a cell its whole text: all that had the text so far, or the last alone."""
    for item in reversed(items):
        if old == new or item.level(place) != old:
            return
        item.rename(place, new)
        if last:
            return
