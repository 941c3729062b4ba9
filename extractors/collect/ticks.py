"""Forms that are ticked: the steps of the scale head columns, and a mark says which was given."""

from collections.abc import Sequence
from decimal import Decimal

from extractors.collect.looks import Look
from extractors.collect.numbers import Amounts
from extractors.collect.tables import Table
from extractors.spreadsheets.cells import Cell
from extractors.spreadsheets.values import is_blank, text_of

_MARKS = frozenset(("√", "✓", "✔", "v", "x", "☑", "☒", "ü", "●"))
_FEWEST = 3  # steps


def is_tick(cell: Cell) -> bool:
    """Tell whether a cell holds a mark and no more."""
    return isinstance(cell, str) and text_of(cell).casefold() in _MARKS


def ticked_columns(
    table: Table, looks: Sequence[Look], rows: Sequence[int], amounts: Amounts
) -> Sequence[tuple[int, Decimal]]:
    """Give the columns that are ticked, with the step that each stands for; empty without them.

    Their headings are different steps of the scale, and their cells hold marks alone.
    """
    found: list[tuple[int, Decimal]] = []
    for look in looks:
        step = amounts.read(look.parts[-1]).value if look.parts else None
        cells = [c for row in rows if not is_blank(c := table.sheet.cell(row, look.index))]
        if step is not None and all(map(is_tick, cells)):
            found.append((look.index, step))
    steps = [step for _index, step in found]
    marked = any(is_tick(table.sheet.cell(row, index)) for row in rows for index, _s in found)
    distinct = len(set(steps)) == len(steps) >= _FEWEST
    return found if distinct and marked else ()
