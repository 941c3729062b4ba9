"""The rows of a table that was understood → scores and comments, each with its cell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.draft import Item
from evaluation.messages import _
from evaluation.rules import collecting as rules
from evaluation.understanding import Shape, TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.asked import Asked
from extractors.collect.gathering import CollectedComment, CollectedScore, Gathering
from extractors.collect.numbers import Amounts
from extractors.collect.points import points_in
from extractors.collect.scores import ScoreCells
from extractors.collect.tables import Table
from extractors.collect.whose import Whose
from extractors.spreadsheets.values import is_blank


@dataclass(frozen=True, slots=True)
class Taken:
    """A table and what it was taken for."""

    table: Table
    shape: Shape
    columns: tuple[TakenColumn, ...]

    def column(self, meaning: Meaning) -> int | None:
        """Give the column of a meaning that there is only one of; None when there is none."""
        return next((c.column for c in self.columns if c.meaning is meaning), None)

    def all(self, meaning: Meaning) -> Sequence[TakenColumn]:
        """Give the columns of a meaning, from left to right."""
        return [c for c in self.columns if c.meaning is meaning]


def read_table(
    taken: Taken, whose: Whose, asked: Asked, amounts: Amounts, gathering: Gathering
) -> tuple[int, int]:
    """Read a table; gives how many scores and how many comments came of it."""
    before = len(gathering.scores), len(gathering.comments)
    reader = _Reader(taken, whose, asked, amounts, gathering)
    read = _READERS.get(taken.shape)
    if read is not None:
        read(reader)
        reader.cells.report()
    return len(gathering.scores) - before[0], len(gathering.comments) - before[1]


class _Reader:
    def __init__(
        self, taken: Taken, whose: Whose, asked: Asked, amounts: Amounts, gathering: Gathering
    ) -> None:
        self.taken = taken
        self.sheet = taken.table.sheet
        self.whose = whose
        self.asked = asked
        self.cells = ScoreCells(self.sheet, amounts, gathering)
        self.gathering = gathering

    def rows(self) -> Iterator[int]:
        """Go through the rows that are data: no totals, notes, or numbering of columns."""
        for row in self.taken.table.rows:
            why = self.whose.not_data(row)
            if why:
                self.gathering.set_aside(self.sheet.place(row), self._shown(row), why)
            else:
                yield row

    def _shown(self, row: int) -> str:
        texts = (self.sheet.text(row, c) for c in self.sheet.filled(row, self.taken.table.columns))
        return " | ".join(texts)

    def wide(self) -> None:
        """A region a row, a question a column; comments may stand beside."""
        items = self.taken.all(Meaning.ITEM)
        for row in self.rows():
            if any(True for _c in self.sheet.filled(row, [c.column for c in items])):
                region = self.whose.region(row)
                for column in items if region else ():
                    if column.detail is not None:
                        self.score(row, column.column, region, column.detail)
            self.remarks(row)

    def long(self) -> None:
        """One score a row: region, question, assessor."""
        column = self.taken.column(Meaning.SCORE)
        for row in self.rows():
            if column is None or is_blank(self.sheet.cell(row, column)):
                continue
            region = self.whose.region(row)
            item = self.asked.item(row) if region else None
            if region and item is not None:
                self.score(row, column, region, item)

    def form(self) -> None:
        """A question a row, and one column of scores; region and assessor stand outside."""
        region = self.whose.told_region()
        column = self.taken.column(Meaning.SCORE)
        for row in self.rows() if region and column is not None else ():
            if column is not None and not is_blank(self.sheet.cell(row, column)):
                item = self.asked.item(row)
                if item is not None:
                    self.score(row, column, region, item)

    def transposed(self) -> None:
        """A question a row, a region a column."""
        columns = self.taken.all(Meaning.OF_REGION)
        for row in self.rows():
            if not any(True for _c in self.sheet.filled(row, [c.column for c in columns])):
                continue
            item = self.asked.item(row)
            for column in columns if item is not None else ():
                if item is not None:
                    self.score(row, column.column, str(column.detail), item, column.assessor)

    def panel(self) -> None:
        """A question a row, an assessor a column; the region stands outside."""
        region = self.whose.told_region()
        columns = self.taken.all(Meaning.OF_ASSESSOR)
        for row in self.rows() if region else ():
            if not any(True for _c in self.sheet.filled(row, [c.column for c in columns])):
                continue
            item = self.asked.item(row)
            for column in columns if item is not None else ():
                if item is not None:
                    self.score(row, column.column, region, item, str(column.detail))

    def comments(self) -> None:
        """One point a row, or all points of an assessor in one cell."""
        for row in self.rows():
            self.remarks(row)

    def score(
        self, row: int, column: int, region: str | None, item: Item, assessor: str = ""
    ) -> None:
        """Keep the score in a cell, if there is one and it may be read."""
        value: Decimal | None = self.cells.value(row, column)
        if value is None or region is None or (not assessor and self.whose.lacks_assessor(row)):
            return
        self.gathering.scores.append(
            CollectedScore(
                region,
                assessor or self.whose.assessor(row) or None,
                self.whose.institution(row),
                item,
                value,
                self.sheet.place(row, column),
                self.sheet.time,
            )
        )

    def remarks(self, row: int) -> None:
        """Keep the points that a row holds, in columns of one section each or of any section."""
        for section, column in self._sections(row):
            text = self.sheet.text(row, column)
            points = points_in(text) if text else ()
            region = self.whose.region(row) if points else None
            for point in points if region else ():
                self.gathering.comments.append(
                    CollectedComment(
                        region or "",
                        section,
                        self.whose.assessor(row),
                        self.whose.institution(row),
                        point,
                        self.sheet.place(row, column),
                    )
                )

    def _sections(self, row: int) -> Iterator[tuple[str, int]]:
        for column in self.taken.all(Meaning.COMMENTS):
            yield str(column.detail), column.column
        section, point = self.taken.column(Meaning.SECTION), self.taken.column(Meaning.POINT)
        if section is None or point is None or is_blank(self.sheet.cell(row, point)):
            return
        told = self.sheet.text(row, section)
        if told:
            yield self.whose.section_named(told), point
            return
        message = _("the point does not say which section it belongs to.")
        self.gathering.report(rules.COMMENT_WITHOUT_SECTION, self.sheet.place(row, point), message)


_READERS: Mapping[Shape, Callable[[_Reader], None]] = {
    Shape.WIDE: _Reader.wide,
    Shape.LONG: _Reader.long,
    Shape.FORM: _Reader.form,
    Shape.TRANSPOSED: _Reader.transposed,
    Shape.PANEL: _Reader.panel,
    Shape.COMMENTS: _Reader.comments,
}
