"""Which region and which assessor a row is about, and which rows are no data."""

from collections.abc import Mapping

from evaluation.messages import NOTHING, Message, _
from evaluation.names import name_key
from evaluation.rules import collecting as rules
from evaluation.sources import Source
from evaluation.understanding import TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.context import Context, Told
from extractors.collect.gathering import Gathering
from extractors.collect.questions import number_in
from extractors.collect.regions import Joined, Regions
from extractors.collect.tables import Table
from extractors.collect.words import is_foot, is_note


class Whose:
    """Joins the rows of one table to regions and assessors."""

    def __init__(
        self,
        table: Table,
        columns: tuple[TakenColumn, ...],
        context: Context,
        regions: Regions,
        sections: Mapping[str, str],
        gathering: Gathering,
    ) -> None:
        self._table = table
        self._sheet = table.sheet
        self._context = context
        self._regions = regions
        self._gathering = gathering
        self._column = {column.meaning: column.column for column in columns}
        self._sections = sections
        self._refused: set[int] = set()
        self._nameless: set[int] = set()
        self._names_judges = any(self._text(row, Meaning.ASSESSOR) for row in table.rows)

    def not_data(self, row: int) -> Message:
        """Say why a row is no data (a total, a note, a numbering of columns); blank when it is."""
        filled = list(self._sheet.filled(row, self._table.columns))
        if not filled:
            return NOTHING
        first = self._sheet.text(row, filled[0])
        key = self._column.get(Meaning.REGION)
        named = self._sheet.text(row, key) if key is not None else ""
        worded = any(map(str.isalpha, named))
        if worded and self._regions.names and self._regions.knows(named):
            return NOTHING
        if is_foot(named) or (is_foot(first) and not worded):
            return _("a total or mean")
        if is_note(first) and len(filled) <= 2:
            return _("a note")
        if len(filled) == 1 and len(self._table.columns) > 2 and self._is_remark(row, filled[0]):
            return _("text between the rows")
        return _("a numbering of the columns") if self._numbers_columns(row, filled) else NOTHING

    def _is_remark(self, row: int, column: int) -> bool:
        """Tell whether the only text of a row stands where neither score nor comment belongs."""
        wanted = {self._column.get(m) for m in (Meaning.SCORE, Meaning.POINT, Meaning.COMMENTS)}
        return column not in wanted and column == self._table.columns[0]

    def _numbers_columns(self, row: int, filled: list[int]) -> bool:
        """Tell whether a row counts the columns: ``(1) (2) (3)``."""
        numbers = [number_in(self._sheet.text(row, column)) for column in filled]
        key = self._column.get(Meaning.REGION)
        if key is None or number_in(self._sheet.text(row, key)) is None or len(numbers) < 3:
            return False
        first = numbers[0]
        return first is not None and numbers == list(range(first, first + len(numbers)))

    def region(self, row: int) -> str | None:
        """Give the region of a row; None, with the reason reported, when it is none."""
        column = self._column.get(Meaning.REGION)
        if column is None:
            return self.told_region()
        text = self._sheet.text(row, column)
        code = self._text(row, Meaning.CODE)
        place = self._sheet.place(row, column)
        if text:
            return self._named(row, text, code, place)
        if row not in self._refused:
            message = _("the row has values and names no region; they are not collected.")
            self._gathering.report(rules.ROW_WITHOUT_REGION, place, message)
        self._refused.add(row)
        return None

    def _named(self, row: int, text: str, code: str, place: Source) -> str | None:
        joined = self._regions.find(text, code)
        if joined.name is None and row not in self._refused:
            self._report(text, joined, place)
            self._refused.add(row)
        return joined.name

    def _report(self, text: str, joined: Joined, place: Source) -> None:
        near = ", ".join(joined.near)
        rule = rules.REGION_AMBIGUOUS if joined.ambiguous else rules.REGION_UNKNOWN
        message = (
            _("'%(name)s' may mean several regions; the row is not collected.")
            if joined.ambiguous
            else _("'%(name)s' is no region of the round; the row is not collected.")
        ) % {"name": text[:60]}
        remedy = _("Nearest: %(name)s.") % {"name": near} if near else NOTHING
        self._gathering.report(rule, place, message, remedy)
        self._gathering.set_aside(place, text, message)
        self._gathering.unknown_name(text, joined.near, place)

    def told_region(self) -> str | None:
        """Give the region that the sheet as a whole is about; a contradiction is reported."""
        labelled, marked = (
            self._joined(told.get(Meaning.REGION))
            for told in (self._context.labels, self._context.marked)
        )
        told = self._context.told(Meaning.REGION)
        if told is None:
            return None
        if -1 in self._refused:
            return None
        if labelled and marked and labelled.name != marked.name:
            self._contradicted(Meaning.REGION)
            return None
        if self._assessor_contradicted():
            return None
        joined = labelled or marked
        return self._named(-1, told.text, self._code(), told.place) if joined else None

    def _joined(self, told: Told | None) -> Joined | None:
        return self._regions.find(told.text, self._code()) if told else None

    def _code(self) -> str:
        told = self._context.told(Meaning.CODE)
        return told.text if told and Meaning.REGION in self._context.marked else ""

    def _assessor_contradicted(self) -> bool:
        shown, marked = (
            told.get(Meaning.ASSESSOR) for told in (self._context.labels, self._context.marked)
        )
        if shown and marked and name_key(shown.text) != name_key(marked.text):
            self._contradicted(Meaning.ASSESSOR)
            return True
        return False

    def _contradicted(self, meaning: Meaning) -> None:
        self._refused.add(-1)
        shown, marked = self._context.labels[meaning], self._context.marked[meaning]
        message = _("the form says '%(shown)s' and its hidden mark in %(place)s '%(marked)s'.") % {
            "shown": shown.text[:60],
            "marked": marked.text[:60],
            "place": marked.place,
        }
        remedy = _("Correct the cell, or delete the hidden sheet; nothing was collected from it.")
        self._gathering.report(rules.FORM_CONTRADICTS, shown.place, message, remedy)

    def assessor(self, row: int) -> str:
        """Give the assessor of a row; blank where none is named."""
        return self._text(row, Meaning.ASSESSOR) or self._outside(Meaning.ASSESSOR)

    @property
    def is_nameless(self) -> bool:
        """Tell whether neither table nor sheet names any assessor."""
        return not self._names_judges and not self._outside(Meaning.ASSESSOR)

    def lacks_assessor(self, row: int) -> bool:
        """Tell whether a row names no assessor where others do, which is reported once.

        Its scores would count as a mean beside those of the others.
        """
        if not self._names_judges or self._text(row, Meaning.ASSESSOR):
            return False
        if row not in self._nameless:
            place = self._sheet.place(row, self._column[Meaning.ASSESSOR])
            message = _("the row names no assessor, as others do; its scores are not collected.")
            self._gathering.report(rules.ROW_WITHOUT_ASSESSOR, place, message)
        self._nameless.add(row)
        return True

    def institution(self, row: int) -> str:
        """Give the institution of a row's assessor; blank where none is named."""
        own = self._text(row, Meaning.INSTITUTION)
        return own or self._outside(Meaning.INSTITUTION)

    def _outside(self, meaning: Meaning) -> str:
        told = self._context.told(meaning)
        return told.text if told else ""

    def _text(self, row: int, meaning: Meaning) -> str:
        column = self._column.get(meaning)
        return "" if column is None else self._sheet.text(row, column)

    def section_named(self, text: str) -> str:
        """Give the round's own spelling of a section."""
        return self._sections.get(name_key(text), text)
