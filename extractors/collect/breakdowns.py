"""Regions parted into groups, by sex or sector, with a row for the whole: only that is theirs."""

from collections.abc import Sequence

from evaluation.names import plain
from evaluation.understanding import TakenColumn
from evaluation.vocabulary.files import words_of
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.tables import Table

_WORDS = words_of("breakdowns")
_HEADINGS = frozenset(_WORDS["headings"]["words"])
_PARTS = frozenset(_WORDS["parts"]["words"])
_WHOLE = frozenset(_WORDS["whole"]["words"])
_MOST_PARTS = 8
_ITEMS = 2  # questions that head columns, from which rows are regions or parts of them


def breakdown_in(table: Table, columns: Sequence[TakenColumn]) -> int | None:
    """Give the column that parts regions into groups and a whole; None without one.

    Rows that ask questions are no parts of a region, however they are summed.
    """
    if sum(column.meaning is Meaning.ITEM for column in columns) < _ITEMS:
        return None
    open_ = (Meaning.UNSETTLED, Meaning.UNUSED)
    return next((c.column for c in columns if c.meaning in open_ and _parts(table, c)), None)


def _parts(table: Table, column: TakenColumn) -> bool:
    texts = {plain(text) for row in table.rows if (text := table.sheet.text(row, column.column))}
    parts = texts - _WHOLE
    if not texts & _WHOLE or not 2 <= len(parts) <= _MOST_PARTS:
        return False
    return plain(column.heading) in _HEADINGS or parts <= _PARTS


def is_whole(text: str) -> bool:
    """Tell whether a text names the whole beside its parts: ``Total``, ``L+P``."""
    return plain(text) in _WHOLE
