"""What a table's reading has to say: its rows and columns that were left, and why it is refused."""

from collections.abc import Collection, Mapping, Sequence

from evaluation.messages import _, ngettext
from evaluation.names import name_key
from evaluation.rules import collecting as rules
from evaluation.sources import Severity
from evaluation.understanding import Shape, TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.bodies import Body
from extractors.collect.context import Context
from extractors.collect.gathering import Gathering
from extractors.collect.reading import Reading
from extractors.collect.refusals import Refusal
from extractors.collect.tables import Table, is_wording
from extractors.collect.taken import Taken

_DOUBTFUL = 0.4  # a column with so sure a meaning is more than one that nothing is known of
_SCORED = (Shape.WIDE, Shape.LONG, Shape.TRANSPOSED, Shape.PANEL, Shape.FORM, Shape.COMMENTS)


class Telling:
    """Reports about one table."""

    def __init__(self, table: Table, gathering: Gathering) -> None:
        self._table = table
        self._sheet = table.sheet
        self._gathering = gathering

    def rows_aside(self, body: Body) -> None:
        """List the rows that are no data."""
        for row, why in body.others.items():
            texts = (self._sheet.text(row, c) for c in self._sheet.filled(row, self._table.columns))
            self._gathering.set_aside(self._sheet.place(row), " | ".join(texts), why)

    def other_years(self, rows: Mapping[int, int]) -> None:
        """Tell how many rows of other years were left out."""
        place = self._sheet.place(self._table.rows[0] if self._table.rows else 0)
        for year, count in rows.items():
            message = ngettext(
                "%(count)d row of %(year)s is not collected: the round is of another year.",
                "%(count)d rows of %(year)s are not collected: the round is of another year.",
                count,
            )
            told = message % {"count": count, "year": str(year)}
            self._gathering.report(rules.ROW_OF_ANOTHER_YEAR, place, told)

    def refused(self, refusal: Refusal) -> None:
        """Tell why nothing of the table is taken."""
        rows, columns = self._table.heading_rows, self._table.columns
        place = self._sheet.place(rows[0] if rows else 0, columns[0] if columns else 0)
        message = _("the table was not understood and is not read: %(why)s.")
        told = message % {"why": refusal.why}
        self._gathering.report(
            rules.TABLE_UNSETTLED.at(refusal.severity), place, told, refusal.remedy
        )
        self._gathering.set_aside(place, self._sheet.name, told)

    def partly_filled(self, scored: int, asked: int) -> None:
        """Tell how much of a form was filled in, where not all of it was."""
        if scored < asked:
            message = _("%(scored)d of %(asked)d questions of the form are filled in.")
            told = message % {"scored": scored, "asked": asked}
            self._gathering.report(rules.FORM_PARTLY_FILLED, self._sheet.place(), told)

    def empty_form(self, context: Context) -> None:
        """Tell a form that came back without a single score, and whose it is."""
        meanings = (Meaning.REGION, Meaning.ASSESSOR)
        names = [told.text[:60] for one in meanings if (told := context.told(one)) is not None]
        message = _("the form is empty: %(whose)s.") % {"whose": ", ".join(names) or "–"}
        self._gathering.report(rules.FORM_EMPTY, self._sheet.place(), message)

    def unsettled_table(self, taken: Taken) -> None:
        """Tell that nothing of a table was understood."""
        place = self._sheet.place(taken.table.heading_rows[0], taken.table.columns[0])
        message = _("the table was not understood and is not read.")
        remedy = _("Say in a mapping (--map) what its columns are.")
        numbers = any(self._has_numbers(column.column) for column in taken.columns)
        severity = Severity.WARNING if numbers else Severity.NOTICE
        self._gathering.report(rules.TABLE_UNSETTLED.at(severity), place, message, remedy)
        self._gathering.set_aside(place, self._sheet.name, message)

    def bad_columns(self, columns: Collection[int]) -> None:
        """Tell the columns whose numbers are mostly off the scale."""
        for column in sorted(columns):
            why = _("too many of its numbers lie off the scale or its steps")
            self._unread(column, self._table.heading(column), why)

    def _unread(self, column: int, heading: str, why: object) -> None:
        message = _("the column '%(heading)s' is not read: %(why)s.")
        told = message % {"heading": heading[:60], "why": why}
        place = self._sheet.place(self._table.heading_rows[-1], column)
        remedy = _("Say in a mapping (--map) what it is.")
        self._gathering.report(rules.COLUMN_UNSETTLED, place, told, remedy)
        self._gathering.set_aside(place, heading, told)

    def derived(self, people: Mapping[str, str], readings: Sequence[Reading]) -> None:
        """Tell the assessors who follow from the others."""
        told: set[str] = set()
        for one in readings:
            key = name_key(one.assessor)
            if key in people and key not in told:
                told.add(key)
                message = _(
                    "'%(assessor)s' is the %(kind)s of the others, and no assessor; not collected."
                )
                words = {
                    "mean": _("mean"),
                    "sum": _("sum"),
                    "difference": _("difference"),
                    "highest": _("highest score"),
                    "lowest": _("lowest score"),
                    "score of a team": _("common result"),
                }
                facts = {"assessor": one.assessor[:60], "kind": words[people[key]]}
                place = self._sheet.place(one.row, one.column)
                self._gathering.report(rules.ASSESSOR_DERIVED, place, message % facts)

    def columns(self, taken: Taken, foreign_codes: bool, *, nameless: bool) -> None:
        """Tell the columns that are not read, and those that hold nothing to be read."""
        if foreign_codes:
            code = taken.column(Meaning.CODE)
            place = self._sheet.place(self._table.heading_rows[-1], code)
            message = _("the codes beside the regions are those of another list; the names count.")
            self._gathering.report(rules.REGION_CODES_FOREIGN, place, message)
        for column in taken.columns:
            if column.settled and column.meaning is not Meaning.UNUSED:
                continue
            place = self._sheet.place(self._table.heading_rows[-1], column.column)
            if not column.settled:
                self._column(taken, column, nameless)
            elif column.heading:
                self._gathering.set_aside(place, column.heading, column.how)

    def _column(self, taken: Taken, column: TakenColumn, nameless: bool) -> None:
        place = self._sheet.place(self._table.heading_rows[-1], column.column)
        why = column.how or _("nothing tells what it is")
        unnamed = nameless and self._may_name_judges(taken, column.column)
        if unnamed:
            why = _("it may say whose scores these are, which nothing else does")
        message = _("the column '%(heading)s' is not read: %(why)s.")
        told = message % {"heading": column.heading[:60], "why": why}
        remedy = _("Say in a mapping (--map) what it is.")
        doubtful = column.sureness >= _DOUBTFUL or unnamed
        severity = Severity.WARNING if doubtful else Severity.NOTICE
        if self._has_numbers(column.column):
            scored = taken.shape in _SCORED
            severity = Severity.ERROR if scored else Severity.WARNING
        self._gathering.report(rules.COLUMN_UNSETTLED.at(severity), place, told, remedy)
        self._gathering.set_aside(place, column.heading, told)

    def _has_numbers(self, column: int) -> bool:
        """Tell whether any score may stand in a column."""
        return any(_may_be_score(self._sheet.cell(row, column)) for row in self._table.rows[:200])

    def _may_name_judges(self, taken: Taken, column: int) -> bool:
        """Tell whether the texts of a column recur as the names of assessors do."""
        if taken.shape not in (Shape.WIDE, Shape.LONG):
            return False
        texts = [self._sheet.text(row, column) for row in self._table.rows[:200]]
        names = [text for text in texts if is_wording(text)]
        return len(set(names)) < len(names) and len(names) > len(texts) / 2


def _may_be_score(cell: object) -> bool:
    if isinstance(cell, str):
        return cell.strip()[:1].isdigit() and len(cell.strip()) < 12
    return isinstance(cell, int | float) and not isinstance(cell, bool)
