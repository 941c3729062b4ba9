"""The national table → its columns and rows."""

import re
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
from evaluation.vocabulary.regions import kinds
from extractors.reports.tables.rows import Piece, What
from extractors.reports.tables.tables import Table
from extractors.reports.text.lines import around, joined
from extractors.reports.text.values import change_of, is_nothing

_OUTLINE = re.compile(r"(?:[0-9]+(?:\.[0-9]+)*[.):]?|[A-Z][.)]|[IVX]+[.)])\s+")
_LIKELY = (Meaning.FINAL, Meaning.CHANGE, Meaning.AVERAGE)
_NOT_VALUES = frozenset({Meaning.NUMBER, Meaning.REGION, Meaning.CATEGORY})


@dataclass
class _Row:
    number: int
    page: int
    cells: dict[int, list[str]]
    source: Source


def read_results(
    tables: Sequence[Table],
    file: str,
    dimensions: Sequence[str] = (),
    year: int | None = None,
) -> tuple[RecordedResults, tuple[Flag, ...]]:
    """Read the first national table of a document; those with the same value columns go on with it.

    ``dimensions`` are the names that the document gives to dimensions, which heads its columns are
    likely to have. ``year`` is that of the document, None where it tells none. Tables with other
    columns are told, and so are numbers that are left out.
    """
    if not tables:
        return RecordedResults(), ()
    first = tables[0]
    places = _places(first)
    flags: list[Flag] = []
    made: list[RecordedResult] = []
    for table in tables:
        rows = list(_rows(table, file))
        if _heads(table) != _heads(first):
            flags += _untaken(table, rows, file)
            continue
        flags += _left_out(rows, made[-1].number if made else 0)
        made += [_result(row, table, _places(table), flags) for row in rows]
    columns = [_column(first.columns[place].label, dimensions, year) for place in places]
    shares = [_says_share(tables, place) for place in places]
    settled = [
        replace(column, role=Meaning.UNSETTLED)
        if share and column.role is Meaning.CHANGE
        else column
        for column, share in zip(columns, shares, strict=True)
    ]
    return RecordedResults(tuple(settled), _spelled(tuple(made))), tuple(flags)


def _places(table: Table) -> list[int]:
    return [i for i, c in enumerate(table.columns) if c.role not in _NOT_VALUES]


def _heads(table: Table) -> list[str]:
    return ["".join(plain(table.columns[place].label).split()) for place in _places(table)]


def _untaken(table: Table, rows: Sequence[_Row], file: str) -> Iterator[Flag]:
    if rows:
        facts = {"first": rows[0].number, "last": rows[-1].number}
        yield Flag(doubt(rules.ROWS_UNREAD, **facts), Source(file, page=rows[0].page))


def _left_out(rows: Sequence[_Row], last: int) -> Iterator[Flag]:
    """Tell numbers that are left out; numbers may begin anew in each table."""
    last = last if rows and rows[0].number > last else 0
    for row in rows:
        if row.number > last + 1:
            yield Flag(
                doubt(rules.RESULTS_MISSING, first=last + 1, last=row.number - 1), row.source
            )
        last = row.number


def _says_share(tables: Sequence[Table], place: int) -> bool:
    """Tell whether a column's values are percents: no difference of two values, then."""
    heads = [table.columns[place].label for table in tables[:1]]
    cells = (piece.cells[place] for table in tables for piece in table.pieces
             if place in piece.cells)  # fmt: skip
    return any("%" in text for text in heads) or any("%" in t for c in cells for t in c.texts)


def _column(label: str, dimensions: Sequence[str], year: int | None) -> RecordedColumn:
    known = layouts().columns
    phrases = [phrase for role in _LIKELY for phrase in known[role].all]
    heading = respaced(label, [*dimensions, *phrases])
    named = plain(heading) in map(plain, dimensions)
    return RecordedColumn(heading, Meaning.DIMENSION if named else result_of(heading, year))


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
    name = _named(text(region), table.columns[region].label if region is not None else "")
    kind = text(category) if category is not None else _category_above(table)
    return RecordedResult(row.number, name, values, kind, row.source)


def _named(name: str, label: str) -> str:
    """Give a region with its kind, where only the head of its column says it."""
    kind = plain(label)
    first = plain(name).split()[:1]
    if kind in kinds().short and first and first[0] not in kinds().short:
        return f"{label} {name}"
    return name


def _category_above(table: Table) -> str:
    """Give the category that the heading of a table says."""
    category = layouts().category.line
    for line in table.title:
        text = _OUTLINE.sub("", line.text, count=1)
        label = category.begins(text)
        if label is not None:
            return " ".join(text.split()[len(label.split()) :]).strip(" :–-")
    return ""


def _value(text: str, row: _Row, label: str, flags: list[Flag]) -> Decimal | None:
    if is_nothing(text):
        return None
    value = change_of(text)
    if value is None:
        why = doubt(rules.RESULT_UNREADABLE, row=row.number, column=label, text=text)
        flags.append(Flag(why, row.source))
    return value
