"""Tables → the elements of their cells: rows and heads, or a list of labels and values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from generator.document.blocks import Cell, Role, Row, Scope, Table, plain_text
from generator.document.grid import first_columns
from generator.writers.pdf.tagging.structure import Structure, Traits


@dataclass(frozen=True, slots=True)
class Spoken:
    """The element of a cell; ``goes_on`` where the next cell says more of it."""

    element: int
    goes_on: bool = False


Elements = Sequence[Sequence[Spoken]]
"""Those of the cells of some rows."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The elements of a table: its caption's (None where it has none), its header's, its rows'."""

    caption: int | None
    header: Elements
    rows: Elements


def spread(table: Table, structure: Structure) -> Spread:
    """Make the elements of a table, in reading order."""
    if table.role is Role.LIST:
        header = [[Spoken(structure.add("P")) for _cell in row.cells] for row in table.header]
        return Spread(None, header, _list(table.rows, structure))
    with structure.inside("Table"):
        said = Traits(actual=table.caption)
        caption = structure.add("Caption", said) if table.caption else None
        # A head without a body is none (ISO 14289-1, 7.2).
        head = "THead" if table.rows else "TBody"
        header = _group(head, table.header, Scope.COLUMN, structure)
        return Spread(caption, header, _group("TBody", table.rows, None, structure))


def _group(
    tag: str, rows: Sequence[Row], scope: Scope | None, structure: Structure
) -> list[list[Spoken]]:
    """Make the elements of some rows; ``scope`` is what a cell heads that says nothing of it."""
    if not rows:
        return []
    with structure.inside(tag):
        return [_row(row, len(rows) - at, scope, structure) for at, row in enumerate(rows)]


def _row(row: Row, rows_left: int, scope: Scope | None, structure: Structure) -> list[Spoken]:
    with structure.inside("TR"):
        return [_cell(cell, rows_left, cell.scope or scope, structure) for cell in row.cells]


def _cell(cell: Cell, rows_left: int, scope: Scope | None, structure: Structure) -> Spoken:
    traits = _traits(scope, min(cell.rowspan, rows_left), cell.colspan)
    return Spoken(structure.add("TH" if scope else "TD", traits))


@lru_cache(maxsize=256)
def _traits(scope: Scope | None, rowspan: int, colspan: int) -> Traits:
    return Traits(scope=scope.value if scope else None, rowspan=rowspan, colspan=colspan)


@dataclass(slots=True)
class _Pair:
    """A label with what follows it in its row, as places of cells; None without a label."""

    row: int
    column: int
    label: int | None
    values: list[int] = field(default_factory=list)


def _list(rows: Sequence[Row], structure: Structure) -> list[list[Spoken]]:
    """Make the elements of pairs: down a column of labels, then the next."""
    made: list[dict[int, Spoken]] = [{} for _row in rows]
    pairs = sorted(_pairs(rows), key=lambda pair: (pair.column, pair.row))
    for whole, together in groupby(pairs, key=lambda pair: _has_both(rows[pair.row], pair)):
        if whole:
            with structure.inside("L", Traits(numbering="None")):
                for pair in together:
                    made[pair.row] |= _item(rows[pair.row], pair, structure)
        else:
            for pair in together:
                made[pair.row] |= _paragraphs(rows[pair.row], pair, structure)
    return [
        [cells[at] for at in range(len(row.cells))] for row, cells in zip(rows, made, strict=True)
    ]


def _pairs(rows: Sequence[Row]) -> Iterator[_Pair]:
    for number, (row, columns) in enumerate(zip(rows, first_columns(rows), strict=True)):
        pair: _Pair | None = None
        for at, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
            if pair is None or cell.scope is Scope.ROW:
                if pair is not None:
                    yield pair
                pair = _Pair(number, column, at if cell.scope is Scope.ROW else None)
            if at != pair.label:
                pair.values.append(at)
        if pair is not None:
            yield pair


def _has_both(row: Row, pair: _Pair) -> bool:
    return pair.label is not None and any(_says(row.cells[at]) for at in pair.values)


def _says(cell: Cell) -> bool:
    return any(plain_text(one.content).strip() for one in cell.content)


def _item(row: Row, pair: _Pair, structure: Structure) -> dict[int, Spoken]:
    """Make a list item whose label is the label and whose body is the value."""
    with structure.inside("LI"):
        label = {} if pair.label is None else {pair.label: Spoken(structure.add("Lbl"))}
        body = structure.add("LBody")
    return {**label, **_joined(row, pair.values, body)}


def _paragraphs(row: Row, pair: _Pair, structure: Structure) -> dict[int, Spoken]:
    """Make one paragraph of what stands alone."""
    places = pair.values if pair.label is None else [pair.label, *pair.values]
    return _joined(row, places, structure.add("P"))


def _joined(row: Row, places: Sequence[int], element: int) -> dict[int, Spoken]:
    """Let cells say one thing, one after another."""
    saying = [at for at in places if _says(row.cells[at])]
    return {at: Spoken(element, goes_on=at in saying[:-1]) for at in places}
