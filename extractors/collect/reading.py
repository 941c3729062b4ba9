"""The only reader: a table and how it was understood → its places, each with its cell.

Wide, long, a sheet a region or a form are the same loop over rows and score columns, with other
sources.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.draft import Item
from evaluation.messages import _
from evaluation.rules import collecting as rules
from extractors.collect.gathering import Gathering
from extractors.collect.hypotheses import Hypothesis, ScoreColumn
from extractors.collect.keys import Keys
from extractors.collect.looks import shown_score
from extractors.collect.rowkeys import RowKeys
from extractors.collect.scores import ScoreCells
from extractors.collect.sources import Origin
from extractors.collect.tables import Table
from extractors.collect.ticks import is_tick
from extractors.spreadsheets.values import is_blank


@dataclass(frozen=True, slots=True)
class Reading:
    """One place of a table: ``value`` is None where the cell is blank or was told instead.

    ``number`` tells whether the cell is meant as a score, ``amount`` is what it holds, on a step
    of the scale or not.
    """

    row: int
    column: int
    region: str
    assessor: str
    institution: str
    item: Item
    value: Decimal | None
    number: bool
    amount: Decimal | None = None


class Reader:
    """Reads one table by its winning hypothesis; what keeps a value out is reported."""

    def __init__(
        self,
        table: Table,
        hypothesis: Hypothesis,
        keys: Keys,
        row_keys: RowKeys,
        cells: ScoreCells,
        gathering: Gathering,
    ) -> None:
        self._sheet = table.sheet
        self._hypothesis = hypothesis
        self._keys = keys
        self._row_keys = row_keys
        self._cells = cells
        self._gathering = gathering

    def read(self, rows: Sequence[int]) -> Iterator[Reading]:
        """Give the places of the rows that hold anything."""
        columns = self._hypothesis.columns
        across = self._hypothesis.region.origin is Origin.HEADING
        named = self._names_judges(rows)
        for row in rows:
            filled = [c for c in columns if not is_blank(shown_score(self._sheet, row, c.index))]
            if not filled:
                continue
            region = "" if across else self._row_keys.region(row)
            item = self._item(row) if region is not None else None
            if region is None or item is None:
                continue
            person = self._row_keys.person(row)
            if named and not person:
                self._nameless(row)
                continue
            for column in filled:
                yield self._reading(row, column, region, person, item)
        self._cells.report()

    def _names_judges(self, rows: Sequence[int]) -> bool:
        by_row = self._hypothesis.assessor.origin is Origin.ROW
        return by_row and any(self._row_keys.person(row) for row in rows)

    def _reading(
        self, row: int, column: ScoreColumn, region: str, person: str, item: Item
    ) -> Reading:
        cell = shown_score(self._sheet, row, column.index)
        if column.step is not None and is_tick(cell):
            cell = str(column.step)
        what = column.item if column.item is not None else item
        value = self._cells.value(row, column.index, cell, stepped=isinstance(what, int))
        return Reading(
            row,
            column.index,
            column.region or region,
            column.assessor or person,
            self._row_keys.institution(row),
            what,
            value,
            value is not None or self._cells.is_number(cell),
            self._cells.amount(cell),
        )

    def _item(self, row: int) -> Item | None:
        source = self._hypothesis.question
        if source.origin is Origin.HEADING:
            return ""
        asked = self._keys.asked(source, row)
        if asked.item is not None:
            return asked.item
        column = source.column if source.column is not None else source.beside
        place = self._sheet.place(row, column)
        if asked.rule:
            remedy = _("Correct number or text in the file; its scores are not collected.")
            self._gathering.report(asked.rule, place, asked.why, remedy)
        self._gathering.set_aside(place, asked.text, asked.why)
        return None

    def _nameless(self, row: int) -> None:
        place = self._sheet.place(row, self._hypothesis.assessor.column)
        message = _("the row names no assessor, as others do; its scores are not collected.")
        self._gathering.report(rules.ROW_WITHOUT_ASSESSOR, place, message)
