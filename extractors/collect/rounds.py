"""The tables of one file after the other, read with what is known of the round."""

from collections.abc import Sequence

from evaluation.draft import Known
from evaluation.messages import _
from evaluation.rules import collecting as rules
from evaluation.sources import Severity
from evaluation.understanding import Shape, TakenColumn, Understood
from evaluation.vocabulary.meanings import Meaning
from evaluation.workbook.form import MARK_SHEET, fingerprint
from evaluation.workbook.sheets import HELPER_SHEET
from extractors.collect.asked import Asked
from extractors.collect.books import Book, Part
from extractors.collect.gathering import Gathering
from extractors.collect.headings import Vocabulary, section_names
from extractors.collect.numbers import Amounts
from extractors.collect.reading import Taken, read_table
from extractors.collect.tables import is_wording
from extractors.collect.whose import Whose
from extractors.spreadsheets.values import is_blank

_DOUBTFUL = 0.4  # a column with so sure a meaning is more than one that nothing is known of
_SILENT = (MARK_SHEET, HELPER_SHEET)  # sheets of ours that hold nothing to collect
_SCORED = (Shape.WIDE, Shape.LONG, Shape.TRANSPOSED, Shape.PANEL, Shape.FORM, Shape.COMMENTS)


class BookReader:
    """Reads books into a gathering, and keeps how each table was understood."""

    def __init__(self, known: Known, vocabulary: Vocabulary, gathering: Gathering) -> None:
        self.understood: list[Understood] = []
        self._vocabulary = vocabulary
        self._gathering = gathering
        self._sections = section_names(known.sections)
        instrument = known.instrument
        self._amounts = Amounts(instrument.scale if instrument else None)
        self._instrument = (
            fingerprint((q.number, q.text) for q in instrument.questions) if instrument else ""
        )

    def read(self, book: Book) -> None:
        """Read the tables of a file; a hidden one only where no visible one is of its kind."""
        visible = {p.taken.shape for p in book.parts if not p.taken.table.sheet.hidden}
        if any(part.context.instrument for part in book.parts):
            self._compare(book)
        for part in book.parts:
            if part.taken.table.sheet.hidden and not self._may_read(part, visible):
                self._keep(part.taken, 0, 0)
            else:
                self._read(part)
        self._report_sheets(book)

    def _compare(self, book: Book) -> None:
        made_for = next(p.context.instrument for p in book.parts if p.context.instrument)
        if self._instrument and made_for != self._instrument:
            place = book.parts[0].taken.table.sheet.place()
            message = _("the form was made for other questions than the round has now.")
            remedy = _("Look at its questions; numbers are compared with their texts.")
            self._gathering.report(rules.FORM_OTHER_QUESTIONS, place, message, remedy)

    def _may_read(self, part: Part, visible: set[Shape]) -> bool:
        """Decide on a hidden table: it is read when it is clear and the only one of its kind."""
        taken = part.taken
        place = taken.table.sheet.place()
        if taken.shape not in _SCORED or taken.shape in visible:
            told = _("the sheet is hidden, and a visible one holds the same kind of table")
            if taken.shape not in visible:
                told = _("the sheet is hidden")
            self._gathering.set_aside(place, taken.table.sheet.name, told)
            return False
        message = _("the sheet is hidden; it was read all the same.")
        remedy = _("Delete the sheet if it is not meant.")
        self._gathering.report(rules.SHEET_HIDDEN_READ, place, message, remedy)
        return True

    def _read(self, part: Part) -> None:
        taken = part.taken
        sheet = taken.table.sheet
        if taken.shape is Shape.UNSETTLED:
            self._report_table(taken)
            self._keep(taken, 0, 0)
            return
        whose = Whose(
            taken.table,
            taken.columns,
            part.context,
            self._vocabulary.regions,
            self._sections,
            self._gathering,
        )
        self._report_columns(taken, whose)
        asked = Asked(taken.table, taken.columns, self._vocabulary.questions, self._gathering)
        scores, comments = read_table(taken, whose, asked, self._amounts, self._gathering)
        if taken.shape in (Shape.QUESTIONS, Shape.REGIONS):
            told = _("the table holds neither scores nor comments")
            self._gathering.set_aside(sheet.place(taken.table.heading_rows[0]), sheet.name, told)
        self._keep(taken, scores, comments)

    def _keep(self, taken: Taken, scores: int, comments: int) -> None:
        table = taken.table
        body = (table.rows[0], table.rows[-1]) if table.rows else None
        self.understood.append(
            Understood(
                table.sheet.file,
                table.sheet.name,
                table.sheet.hidden,
                taken.shape,
                table.heading_rows,
                body,
                taken.columns,
                scores,
                comments,
            )
        )

    def _report_table(self, taken: Taken) -> None:
        sheet = taken.table.sheet
        place = sheet.place(taken.table.heading_rows[0], taken.table.columns[0])
        message = _("the table was not understood and is not read.")
        remedy = _("Say in a mapping (--map) what its columns are.")
        severity = Severity.WARNING if _has_numbers(taken) else Severity.NOTICE
        self._gathering.report(rules.TABLE_UNSETTLED.at(severity), place, message, remedy)
        self._gathering.set_aside(place, sheet.name, message)

    def _report_columns(self, taken: Taken, whose: Whose) -> None:
        for column in taken.columns:
            if column.settled and column.meaning is not Meaning.UNUSED:
                continue
            place = taken.table.sheet.place(taken.table.heading_rows[-1], column.column)
            if column.settled:
                if column.heading:
                    self._gathering.set_aside(place, column.heading, column.how)
                continue
            self._report_column(taken, column, whose)

    def _report_column(self, taken: Taken, column: TakenColumn, whose: Whose) -> None:
        place = taken.table.sheet.place(taken.table.heading_rows[-1], column.column)
        why = column.how or _("nothing tells what it is")
        nameless = whose.is_nameless and _may_name_judges(taken, column.column)
        if nameless:
            why = _("it may say whose scores these are, which nothing else does")
        message = _("the column '%(heading)s' is not read: %(why)s.")
        told = message % {"heading": column.heading[:60], "why": why}
        remedy = _("Say in a mapping (--map) what it is.")
        doubtful = column.sureness >= _DOUBTFUL or nameless
        severity = Severity.WARNING if doubtful else Severity.NOTICE
        if _column_has_numbers(taken, column.column):
            scored = taken.shape in _SCORED
            severity = Severity.ERROR if scored else Severity.WARNING
        self._gathering.report(rules.COLUMN_UNSETTLED.at(severity), place, told, remedy)
        self._gathering.set_aside(place, column.heading, told)

    def _report_sheets(self, book: Book) -> None:
        """List the sheets that no table was found in."""
        used = {part.taken.table.sheet.name for part in book.parts}
        for sheet in book.sheets:
            filled = any(not is_blank(cell) for row in sheet.rows for cell in row)
            if sheet.name not in used and filled and sheet.name not in _SILENT:
                why = _("the sheet is hidden") if sheet.hidden else _("it holds no table of scores")
                self._gathering.set_aside(sheet.place(), sheet.name, why)


def _has_numbers(taken: Taken) -> bool:
    return any(_column_has_numbers(taken, column.column) for column in taken.columns)


def _column_has_numbers(taken: Taken, column: int) -> bool:
    """Tell whether any score may stand in a column."""
    sheet = taken.table.sheet
    cells: Sequence[object] = [sheet.cell(row, column) for row in taken.table.rows[:200]]
    return any(_may_be_score(cell) for cell in cells)


def _may_name_judges(taken: Taken, column: int) -> bool:
    """Tell whether the texts of a column recur as the names of assessors do."""
    if taken.shape not in (Shape.WIDE, Shape.LONG):
        return False
    texts = [taken.table.sheet.text(row, column) for row in taken.table.rows[:200]]
    names = [text for text in texts if is_wording(text)]
    return len(set(names)) < len(names) and len(names) > len(texts) / 2


def _may_be_score(cell: object) -> bool:
    if isinstance(cell, str):
        return cell.strip()[:1].isdigit() and len(cell.strip()) < 12
    return isinstance(cell, int | float) and not isinstance(cell, bool)
