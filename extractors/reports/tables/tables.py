"""A document's tables gathered over its pages, and the text that stands between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from evaluation.vocabulary.layouts import layouts
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.columns import Column
from extractors.reports.tables.headings import is_title, row_number, title_above
from extractors.reports.tables.heads import Head, heads_of
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Body, Mark, Piece, RowReader, What
from extractors.reports.tables.tolerances import TABLES
from extractors.reports.text.body import Sheet
from extractors.reports.text.lines import Line
from extractors.reports.text.values import is_value


@dataclass
class Table:
    """One table, maybe over several pages: what it holds, the lines above it, its pieces.

    ``rivals`` are the heads of columns between which nothing tells which one holds the scores.
    """

    kind: Kind
    columns: tuple[Column, ...]
    title: tuple[Line, ...]
    ruled: bool
    pieces: list[Piece] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    rows_seen: int = 0
    rivals: tuple[str, ...] = ()

    @property
    def last(self) -> int:
        """Give the number of the last row; 0 where there is none."""
        return next((p.number for p in reversed(self.pieces) if p.number is not None), 0)

    def index(self, role: Meaning) -> int | None:
        """Give the place of the column of a role; None where there is none."""
        return next((i for i, c in enumerate(self.columns) if c.role == role), None)


@dataclass
class Contents:
    """What a document holds in printed order: lines of running text, and tables."""

    parts: list["Line | Table"] = field(default_factory=list)

    @property
    def tables(self) -> list[Table]:
        """Give the tables alone."""
        return [part for part in self.parts if isinstance(part, Table)]

    @property
    def lines(self) -> list[Line]:
        """Give the lines of running text alone."""
        return [part for part in self.parts if isinstance(part, Line)]


def contents_of(sheets: Sequence[Sheet]) -> Contents:
    """Gather tables and text of all pages."""
    contents = Contents()
    last: dict[Kind, Table] = {}
    for sheet in sheets:
        _Gatherer(contents, last, sheet).gather()
    return contents


class _Gatherer:
    """Takes one page apart, from top to bottom."""

    def __init__(self, contents: Contents, last: dict[Kind, Table], sheet: Sheet) -> None:
        self._contents = contents
        self._open = last
        self._sheet = sheet
        self._heads = heads_of(sheet)

    def gather(self) -> None:
        """Put the page's lines and tables into the contents."""
        done = 0.0
        limits = [*(head.top for head in self._heads), float("inf")]
        done = self._continued(limits[0])
        for head, limit in zip(self._heads, limits[1:], strict=True):
            title = self._text(done, head.top)
            done = self._table(head, title, limit)
        self._text(done, float("inf"))

    def _text(self, top: float, bottom: float) -> tuple[Line, ...]:
        lines = tuple(line for line in self._sheet.lines if top <= line.middle < bottom)
        self._contents.parts += lines
        return lines

    def _table(self, head: Head, above: Sequence[Line], limit: float) -> float:
        title = title_above(above, head.top)
        table = self._resumed(head, title)
        if table is None:
            table = Table(head.kind, head.columns, title, head.ruled)
            self._contents.parts.append(table)
            self._open.clear()
            self._open[head.kind] = table
        lines = [line for line in self._sheet.lines if head.bottom <= line.middle < limit]
        head = _settled(table, head, len(lines))
        if head.ruled:
            places = [c.left for c in head.columns] + [head.columns[-1].right]
            end = min(self._sheet.rules.upright_end(places, head.bottom), limit)
        if not head.ruled or self._is_striped(head, end, limit) or self._goes_on(end, limit):
            end = self._unruled_end(lines, table, head, limit)
        self._add(table, head.bottom, end)
        return end

    def _goes_on(self, end: float, limit: float) -> bool:
        """Tell whether a numbered row stands right below the last of the upright rulings."""
        below = (line for line in self._sheet.lines if end < line.middle < limit)
        line = next(below, None)
        if line is None or line.box.top - end > TABLES.below_end * line.size:
            return False
        return row_number(line) is not None and is_value(line.words[-1].text)

    def _is_striped(self, head: Head, end: float, limit: float) -> bool:
        """Tell whether the sides of columns go on below ``end``: they are those of filled rows."""
        inner = [column.left for column in head.columns[1:]]
        foot = min(limit, self._sheet.page.height) - TABLES.foot
        return any(
            end + TABLES.stripe < start < foot
            and any(abs(x - place) <= TABLES.near for place in inner)
            for x, start, _end in self._sheet.rules.tall
        )

    def _resumed(self, head: Head, title: Sequence[Line]) -> Table | None:
        """Give the open table whose head this repeats at the top of a page."""
        table = self._open.get(head.kind)
        if table is None or title or self._closed(table):
            return None
        if [_squeezed(c) for c in table.columns] != [_squeezed(c) for c in head.columns]:
            return None
        return table if table.bodies and table.bodies[-1].page == self._sheet.number - 1 else None

    def _closed(self, table: Table) -> bool:
        """Tell whether a table is over: by its average, or by text that follows it."""
        averaged = bool(table.pieces) and table.pieces[-1].what is What.AVERAGE
        return averaged or (bool(self._contents.parts) and self._contents.parts[-1] is not table)

    def _add(self, table: Table, top: float, bottom: float) -> int:
        """Read the rows between two heights into a table; tell how many there are."""
        words = tuple(
            word for line in self._sheet.lines if top <= line.middle < bottom for word in line.words
        )
        body = Body(self._sheet.number, top, bottom, table.columns, words, self._sheet.rules)
        last, fresh = table.last or self._last_number(), not table.pieces
        pieces = RowReader(body, last, fresh=fresh).pieces() if words else ()
        table.pieces += pieces
        table.bodies.append(body)
        return len(pieces)

    def _last_number(self) -> int:
        tables = [t for t in self._contents.tables if t.kind is Kind.QUESTIONS and t.pieces]
        return tables[-1].last if tables else 0

    def _unruled_end(self, lines: Sequence[Line], table: Table, head: Head, limit: float) -> float:
        """Give where a table without upright rulings ends, by what its lines say."""
        own = [*lines]
        if limit < float("inf"):
            own = own[: len(own) - len(title_above(own, limit))]
        elif own and is_title(own[-1], own):
            own = own[:-1]
        if not own:
            return head.bottom
        words = tuple(word for line in own for word in line.words)
        sheet = self._sheet
        bottom = own[-1].box.bottom + TABLES.margin
        body = Body(sheet.number, head.bottom, bottom, head.columns, words, sheet.rules)
        marks = RowReader(body, table.last or self._last_number()).marks(own)
        end = _end_of(marks, head.bottom, bool(table.pieces))
        return bottom if end is None else end

    def _continued(self, limit: float) -> float:
        """Read the top of the page into the table that the page before left open."""
        for table in list(self._open.values()):
            if not table.bodies or table.bodies[-1].page != self._sheet.number - 1:
                continue
            end = self._continues(table, limit)
            if end is not None and self._add(table, 0.0, end):
                return end
        return 0.0

    def _continues(self, table: Table, limit: float) -> float | None:
        """Give where the rest of an open table ends on this page; None where there is no rest."""
        lines = [line for line in self._sheet.lines if line.middle < limit]
        if not lines:
            return None
        first = lines[0]
        if table.ruled:
            inner = [c.left for c in table.columns[1:]]
            found = self._sheet.rules.beside(first.middle, first.middle, 0.0, float("inf"))
            if sum(any(abs(x - y) <= TABLES.near for y in found) for x in inner) < max(
                len(inner), 1
            ):
                return None
            return min(self._sheet.rules.upright_end(inner, first.middle), limit)
        if not _goes_on(table, lines):
            return None
        head = Head(0.0, first.box.top, table.columns, table.kind, False)
        return self._unruled_end(lines, table, head, limit)


def _goes_on(table: Table, lines: Sequence[Line]) -> bool:
    """Tell whether the next number of a table is among lines, or its average and no number."""
    begins = layouts().rows.average.begins
    rows = (line for line in lines[: TABLES.first_lines] if not begins(line.text))
    numbers = [number for number in map(row_number, rows) if number is not None]
    average = any(begins(line.text) for line in lines[: TABLES.first_average])
    return table.last + 1 in numbers or (average and not numbers)


def _settled(table: Table, head: Head, lines: int) -> Head:
    """Settle the columns of a table: white gaps of many lines are better witnesses than of few."""
    if head.ruled or lines > table.rows_seen:
        table.columns, table.rows_seen = head.columns, lines
        return head
    return replace(head, columns=table.columns)


def _squeezed(column: Column) -> str:
    return "".join(column.label.split())


def _end_of(marks: Sequence[Mark], start: float, rowed: bool) -> float | None:
    """Give where the lines of a table end, its rows, averages and groups told; None at the last."""
    before, averaged = start, False
    sections = layouts().sections.names
    for index, (what, _number, line) in enumerate(marks):
        gap = line.box.top - before
        if what is What.ROW:
            rowed, averaged = True, False
        elif what is What.AVERAGE and not averaged:
            averaged = rowed
        elif sections.is_one(line.text) and rowed:
            return line.box.top - TABLES.margin
        elif (
            averaged or gap > TABLES.blank * line.size or (what is What.TAIL and _strays(line, gap))
        ):
            if not _row_soon(marks[index + 1 :], line):
                return line.box.top - TABLES.margin
            averaged = False
        before = max(before, line.box.bottom)
    return None


def _strays(line: Line, gap: float) -> bool:
    """Tell whether a line set apart runs on like a paragraph, over all columns."""
    apart, long = gap > TABLES.strayed * line.size, len(line.words) > TABLES.strayed_words
    return apart and long and len(list(line.chunks())) == 1


def _row_soon(marks: Sequence[Mark], line: Line) -> bool:
    """Tell whether a row begins right below a line, which then is a heading within the table."""
    for what, _number, following in marks[: TABLES.soon]:
        if following.box.top - line.box.bottom > TABLES.blank * line.size:
            return False
        if what is What.ROW:
            return True
        line = following
    return False


__all__ = ["Contents", "Table", "What", "contents_of"]
