"""The national table → its columns and rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from evaluation.doubts import doubt
from evaluation.names import plain
from evaluation.record import Flag, RecordedColumn, RecordedResult, RecordedResults
from evaluation.rules import archive as rules
from evaluation.sources import Source
from evaluation.vocabulary.layouts import layouts, result_of
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.rows import Piece, What
from extractors.reports.tables.tables import Table
from extractors.reports.text.lines import around, joined
from extractors.reports.text.values import is_nothing, value_of

_LIKELY = (Meaning.FINAL, Meaning.CHANGE, Meaning.AVERAGE)
_NOT_VALUES = frozenset({Meaning.NUMBER, Meaning.REGION, Meaning.CATEGORY})


@dataclass
class _Row:
    number: int
    page: int
    cells: dict[int, list[str]]
    source: Source


def read_results(
    tables: Sequence[Table], file: str, dimensions: Sequence[str] = ()
) -> tuple[RecordedResults, tuple[Flag, ...]]:
    """Read the first national table of a document; tables like it that follow go on with it.

    ``dimensions`` are the names that the document gives to dimensions, which heads its columns are
    likely to have.
    """
    if not tables:
        return RecordedResults(), ()
    first = tables[0]
    width = len(first.columns)
    places = [i for i, c in enumerate(first.columns) if c.role not in _NOT_VALUES]
    rows = [row for t in tables if len(t.columns) == width for row in _rows(t, file)]
    flags: list[Flag] = []
    made = tuple(_result(row, first, places, flags) for row in rows)
    columns = tuple(_column(first.columns[place].label, dimensions) for place in places)
    return RecordedResults(columns, _spelled(made)), tuple(flags)


def _column(label: str, dimensions: Sequence[str]) -> RecordedColumn:
    known = layouts().columns
    phrases = [phrase for role in _LIKELY for phrase in known[role].all]
    heading = respaced(label, [*dimensions, *phrases])
    named = plain(heading) in map(plain, dimensions)
    return RecordedColumn(heading, Meaning.DIMENSION if named else result_of(heading))


def respaced(label: str, names: Sequence[str]) -> str:
    """Mend a label that a narrow column broke within words: by a name that has the same letters."""
    glued = "".join(label.split())
    for name in names:
        if "".join(name.split()).casefold() != glued.casefold() or len(glued) < len(name.split()):
            continue
        pieces, start = [], 0
        for word in name.split():
            pieces.append(glued[start : start + len(word)])
            start += len(word)
        return " ".join(pieces)
    return label


def _spelled(rows: tuple[RecordedResult, ...]) -> tuple[RecordedResult, ...]:
    """Give every category the spelling with the fewest blanks that any row has for it."""
    best: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: row.category.count(" ")):
        best.setdefault("".join(row.category.split()), row.category)
    return tuple(replace(row, category=best["".join(row.category.split())]) for row in rows)


def _rows(table: Table, file: str) -> Iterator[_Row]:
    current: _Row | None = None
    for piece in table.pieces:
        if piece.what is What.ROW:
            if current is not None:
                yield current
            current = _Row(piece.number or 0, piece.page, {}, Source(file, page=piece.page))
            _take(current, piece)
            current.source = Source(
                file, page=piece.page, box=around(word.box for word in piece.words)
            )
        elif piece.what is What.TAIL and current is not None:
            _take(current, piece)
    if current is not None:
        yield current


def _take(row: _Row, piece: Piece) -> None:
    for place, cell in piece.cells.items():
        row.cells.setdefault(place, []).extend(cell.texts)


def _result(row: _Row, table: Table, places: Sequence[int], flags: list[Flag]) -> RecordedResult:
    region, category = table.index(Meaning.REGION), table.index(Meaning.CATEGORY)

    def text(place: int | None) -> str:
        return joined(row.cells.get(place, [])) if place is not None else ""

    values = tuple(_value(text(place), row, table.columns[place].label, flags) for place in places)
    return RecordedResult(row.number, text(region), values, text(category), row.source)


def _value(text: str, row: _Row, label: str, flags: list[Flag]) -> Decimal | None:
    if is_nothing(text):
        return None
    value = value_of(text)
    if value is None:
        why = doubt(rules.RESULT_UNREADABLE, row=row.number, column=label, text=text)
        flags.append(Flag(why, row.source))
    return value
