"""What a column holds alone above its rows, and how many of its cells are of a kind."""

from collections.abc import Callable, Sequence

from extractors.collect.keys import sections_in
from extractors.collect.looks import Look
from extractors.collect.sources import Origin, Source
from extractors.collect.sureness import (
    PRIOR_SECTION,
    SECTIONS,
)
from extractors.collect.tables import Table

_LOOKED_AT = 60
_FIRST = 6  # columns in which sections are looked for


def sections_of(table: Table, looks: Sequence[Look], fits: Callable[[str], bool]) -> list[Source]:
    """Give the columns in which texts of a kind stand alone above the rows that they hold for."""
    found = []
    for look in looks[:_FIRST]:
        texts = sections_in(table, look.index).values()
        if len(texts) > 1 and sum(map(fits, texts)) >= SECTIONS * len(texts):
            found.append(Source(Origin.SECTION, PRIOR_SECTION, look.index))
    return found


def share_of(table: Table, column: int, fits: Callable[[str], bool]) -> float:
    """Give the share of the texts of a column, those alone in their rows left out, of a kind."""
    alone = sections_in(table, column)
    rows = [row for row in table.rows[:_LOOKED_AT] if row not in alone]
    texts = [text for row in rows if (text := table.sheet.text(row, column))]
    return sum(map(fits, texts)) / len(texts) if texts else 0.0
