"""The rows of a table that are data: no totals, notes, remarks, or numbering of the columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.messages import Message, _
from evaluation.understanding import TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.breakdowns import breakdown_in, is_whole
from extractors.collect.headings import Vocabulary
from extractors.collect.questions import number_in
from extractors.collect.tables import Table
from extractors.collect.words import is_foot, is_note


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of data, and why each of the others is none."""

    rows: tuple[int, ...]
    others: Mapping[int, Message]


def body_of(table: Table, columns: Sequence[TakenColumn], words: Vocabulary) -> Body:
    """Part the rows of a table."""
    judge = _Judge(table, columns, words)
    others = {row: why for row in table.rows if (why := judge.why_none(row))}
    return Body(tuple(row for row in table.rows if row not in others), others)


class _Judge:
    def __init__(self, table: Table, columns: Sequence[TakenColumn], words: Vocabulary) -> None:
        self._table = table
        self._sheet = table.sheet
        self._words = words
        self._column = {column.meaning: column.column for column in columns}
        wanted = (Meaning.SCORE, Meaning.POINT, Meaning.COMMENTS)
        self._breakdown = breakdown_in(table, columns)
        self._kept = {c.column for c in columns if c.meaning in wanted}

    def why_none(self, row: int) -> Message | None:
        """Say why a row is no data; None when it is."""
        filled = list(self._sheet.filled(row, self._table.columns))
        if not filled:
            return None
        if row in self._table.summaries:
            return _("a total or mean")
        if self._breakdown is not None and (part := self._sheet.text(row, self._breakdown)):
            return None if is_whole(part) else _("a part of a region, whose total stands beside")
        first = self._sheet.text(row, filled[0])
        named = self._text(row, Meaning.REGION)
        worded = any(map(str.isalpha, named))
        if worded and self._words.regions.names and self._words.regions.knows(named):
            return _("a total or mean") if self._is_foot(row) else None
        if is_foot(named) or (self._foots(first) and not worded) or self._is_foot(row):
            return _("a total or mean")
        if is_note(first) and len(filled) <= 2:
            return _("a note")
        if len(filled) == 1 and len(self._table.columns) > 2 and self._is_remark(filled[0]):
            return _("text between the rows")
        return _("a numbering of the columns") if self._numbers_columns(row, filled) else None

    def _foots(self, text: str) -> bool:
        return is_foot(text) and self._words.questions.by_text(text).number is None

    def _is_foot(self, row: int) -> bool:
        """Tell whether a row names a mean where others name their assessor or question."""
        person, text = self._text(row, Meaning.ASSESSOR), self._text(row, Meaning.TEXT)
        return (bool(person) and is_foot(person)) or (bool(text) and self._foots(text))

    def _text(self, row: int, meaning: Meaning) -> str:
        column = self._column.get(meaning)
        return "" if column is None else self._sheet.text(row, column)

    def _is_remark(self, column: int) -> bool:
        """Tell whether the only text of a row stands where neither score nor comment belongs."""
        return column not in self._kept and column == self._table.columns[0]

    def _numbers_columns(self, row: int, filled: Sequence[int]) -> bool:
        """Tell whether a row counts the columns: ``(1) (2) (3)``."""
        if len(filled) < 3:
            return False
        numbers = [number_in(self._sheet.text(row, column)) for column in filled]
        first = numbers[0]
        return first is not None and numbers == list(range(first, first + len(numbers)))
