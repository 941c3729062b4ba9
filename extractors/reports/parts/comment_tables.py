"""Tables of comments: assessor beside points, maybe with institution and section."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.record import RecordedComments
from evaluation.sources import Source
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts.tolerances import COMMENTS
from extractors.reports.tables.cuts import Cutter
from extractors.reports.tables.rows import Body
from extractors.reports.tables.tables import Table
from extractors.reports.text.lines import Line, joined, lines_of
from extractors.reports.text.lists import marked, paragraphs
from extractors.reports.text.people import person_of

_FIRST = re.compile(r"1[.)]\s")


@dataclass
class _Row:
    page: int
    cells: dict[Meaning, list[Line]] = field(default_factory=dict)


def table_entries(
    table: Table, section: str, file: str, known: frozenset[str]
) -> Iterator[RecordedComments]:
    """Read a table of comments; a blank cell repeats the one above it."""
    rows = [row for body in table.bodies for row in _rows(body)]
    entry: tuple[str, str, str] | None = None
    points: list[str] = []
    source = Source(file)
    for row in rows:
        texts = {r: joined([x.text for x in lines], known) for r, lines in row.cells.items()}
        own = texts.get(Meaning.SECTION) or (entry[0] if entry else "") or section
        name, institution = _person(texts)
        if name and (entry is None or (own, name, institution) != entry):
            if entry is not None and points:
                yield RecordedComments(*entry, tuple(points), source)
                points = []
            entry = (own, name, institution)
            source = Source(file, page=row.page)
        elif entry is not None and own != entry[0]:
            yield RecordedComments(*entry, tuple(points), source)
            entry, points = (own, entry[1], entry[2]), []
        points += _points(row.cells.get(Meaning.POINT, []), known)
    if entry is not None and points:
        yield RecordedComments(*entry, tuple(points), source)


def _person(texts: dict[Meaning, str]) -> tuple[str, str]:
    name = texts.get(Meaning.ASSESSOR, "")
    institution = texts.get(Meaning.INSTITUTION)
    if institution:
        return name, institution
    return person_of(name) if name else ("", "")


def _points(lines: Sequence[Line], known: frozenset[str]) -> list[str]:
    """Part a cell into points: at its signs, or paragraph by paragraph."""
    items = [marked(line) for line in lines]
    if any(item.kind for item in items):
        points: list[list[str]] = []
        for item in items:
            if item.kind or not points:
                points.append([item.text])
            else:
                points[-1].append(item.text)
        return [joined(point, known) for point in points]
    return [joined([line.text for line in p], known) for p in paragraphs(list(lines))]


def _rows(body: Body) -> Iterator[_Row]:
    """Part a body into rows: at the rulings across the points, else where an assessor begins."""
    place = body.index(Meaning.POINT) or 0
    column = body.columns[place]
    sides = body.parted(column) or _anew(body, place) or _starts(body)
    for top, bottom in zip([body.top, *sides], [*sides, body.bottom], strict=True):
        inside = [w for w in body.words if top <= (w.box.top + w.box.bottom) / 2 < bottom]
        cells: dict[Meaning, list[Line]] = {}
        for index, part in enumerate(body.columns):
            own = [word for word in inside if body.place(word) == index]
            if own and part.role is not Meaning.UNSETTLED:
                cells[part.role] = list(lines_of(own, body.page))
        if cells:
            yield _Row(body.page, cells)


def _anew(body: Body, place: int) -> list[float]:
    """Give where the points begin anew with 1, once for each number of a row; else nothing.

    Cells that stand in the middle of their row do not tell where it begins.
    """
    column = body.index(Meaning.NUMBER)
    points = lines_of([word for word in body.words if body.place(word) == place], body.page)
    firsts = [i for i, line in enumerate(points) if _FIRST.match(line.text)]
    rows = [word for word in body.words if column is not None and body.place(word) == column]
    if column is None or len(firsts) != len(rows) or not firsts:
        return []
    cut = Cutter(body.words, []).between
    return [cut(points[i - 1].middle, points[i]) for i in firsts if i]


def _starts(body: Body) -> list[float]:
    """Give where rows begin that nothing parts: at the top of each assessor's cell."""
    place = body.index(Meaning.ASSESSOR)
    own = [word for word in body.words if body.place(word) == place]
    lines = lines_of(own, body.page)
    starts: list[float] = []
    for before, line in itertools.pairwise(lines):
        if line.box.top - before.box.bottom > COMMENTS.row_gap * line.size:
            starts.append(line.box.top - COMMENTS.above)
    return starts
