"""One form → a workbook: the questions locked, the cells to fill in coloured, a count of the rest.

The scores that may be given stand in a range of cells, since a list inside the rule is read with
the user's own separators and fails where the comma is the decimal sign.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

import xlsxwriter

from evaluation.model import Dimension, Evaluation, Question
from evaluation.names import name_key
from evaluation.returns import Sent
from evaluation.sources import cell_name
from evaluation.workbook import form as words
from evaluation.workbook.facts import FACTS
from evaluation.workbook.form import fingerprint
from evaluation.workbook.sheets import HELPER_SHEET
from generator.workbooks.dropdowns import absolute, on_step, steps_of, within
from generator.workbooks.forms.plan import Form

_CREATED = datetime(2000, 1, 1)  # equal contents are equal bytes
_A4 = 9
_WIDTHS = (5, 20, 22, 30, 60, 9)  # characters, in the order of the headings
_LINE = 15  # points
_LABEL, _FIRST_VALUE = (0, 1), 2  # the labels at the top take two columns
_LAST = len(words.SCORE_HEADINGS) - 1
_BLANK_POINTS = 6  # rows for the comments of a section
_SPARE_POINTS = 20  # further rows of comments that are coloured; all below may be filled in too
_LAST_POINT = 2_000  # the last row whose section is offered

_EDGE = {"border": 1, "border_color": "#A6A6A6", "valign": "top"}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 14},
    "advice": {"text_wrap": True, "valign": "top", "font_color": "#404040"},
    "label": {"bold": True, "valign": "top"},
    "fact": {"text_wrap": True, "valign": "top", "num_format": "@", "align": "left"},
    "count": {"bold": True, "align": "left"},
    "heading": {**_EDGE, "bold": True, "bg_color": "#DCE6F1", "text_wrap": True},
    "text": {**_EDGE, "text_wrap": True, "num_format": "@"},
    "number": {**_EDGE, "align": "center"},
    "score": {**_EDGE, "locked": False, "bg_color": "#FFF8DC", "align": "center"},
    "open": {"locked": False, "text_wrap": True, "valign": "top", "num_format": "@"},
    "answer": {**_EDGE, "locked": False, "bg_color": "#FFF8DC", "text_wrap": True},
}


def write_form(target: BinaryIO, evaluation: Evaluation, form: Form) -> None:
    """Write one form to a binary stream."""
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    _Writer(book, evaluation, form).write()
    book.close()


def round_of(evaluation: Evaluation) -> str:
    """Give programme and year as a form tells them; blank where the workbook does not."""
    facts = evaluation.facts
    told = (facts.get(FACTS.programme.key), facts.get(FACTS.year.key))
    return " ".join(filter(None, told))


def sent_forms(evaluation: Evaluation, planned: Sequence[Form]) -> tuple[Sent, ...]:
    """Give what is sent, for the list that is kept of it."""
    asked = {
        category: sum(len(one.questions) for one in evaluation.instrument.dimensions_of(category))
        for category in {form.region.category for form in planned}
    }
    return tuple(
        Sent(
            form.region.name,
            form.assessor.name,
            form.assessor.institution,
            f"{form.stem}.xlsx",
            asked[form.region.category],
        )
        for form in planned
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """One row to score; ``question`` is None for a dimension that is scored as a whole."""

    dimension: Dimension
    question: Question | None

    def cells(self) -> tuple[int | str, ...]:
        if self.question is None:
            return ("", self.dimension.name, words.DIRECTLY_SCORED, "", "")
        asked = self.question
        texts = (asked.indicator, asked.sub_indicator, asked.text)
        return (asked.number, self.dimension.name, *texts)


class _Writer:
    """Writes the sheets of one form."""

    def __init__(self, book: xlsxwriter.Workbook, evaluation: Evaluation, form: Form) -> None:
        self._book, self._evaluation, self._form = book, evaluation, form
        self._looks = {name: book.add_format(dict(look)) for name, look in _LOOKS.items()}
        scale = evaluation.instrument.scale
        self._steps = steps_of(scale.minimum, scale.maximum, scale.step)

    def write(self) -> None:
        """Write every sheet; the one to begin with comes first."""
        scores = self._book.add_worksheet(words.SCORE_SHEET)
        comments = self._book.add_worksheet(words.COMMENT_SHEET)
        self._write_steps()
        self._write_marks()
        self._write_scores(scores)
        self._write_comments(comments)
        scores.activate()

    def _write_steps(self) -> None:
        sheet = self._book.add_worksheet(HELPER_SHEET)
        sheet.hide()
        for row, step in enumerate(self._steps):
            sheet.write_number(row, 0, step)
        sheet.write_string(len(self._steps), 0, words.NOT_SCORED)

    def _write_marks(self) -> None:
        sheet = self._book.add_worksheet(words.MARK_SHEET)
        sheet.hide()
        region, assessor = self._form.region, self._form.assessor
        marks = (
            (words.MARK_KEY, words.MARK_VALUE),
            (words.ROUND, round_of(self._evaluation)),
            (words.REGION, region.name),
            (words.CODE, region.code or ""),
            (words.ASSESSOR, assessor.name),
            (words.INSTITUTION, assessor.institution),
            (words.FINGERPRINT, self._fingerprint()),
        )
        for row, mark in enumerate(marks):
            for column, text in enumerate(mark):
                sheet.write_string(row, column, text)

    def _fingerprint(self) -> str:
        questions = self._evaluation.instrument.questions
        return fingerprint((question.number, question.text) for question in questions)

    def _write_scores(self, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        items = self._items()
        top = self._write_top(sheet, len(items))
        for column, heading in enumerate(words.SCORE_HEADINGS):
            sheet.write_string(top, column, heading, self._looks["heading"])
        for row, item in enumerate(items, top + 1):
            self._write_item(sheet, row, item)
        self._lay_out(sheet, _WIDTHS, top)

    def _items(self) -> tuple[_Item, ...]:
        dimensions = self._evaluation.instrument.dimensions_of(self._form.region.category)
        return tuple(
            _Item(dimension, question)
            for dimension in dimensions
            for question in (dimension.questions or (None,))
        )

    def _write_top(self, sheet: xlsxwriter.worksheet.Worksheet, count: int) -> int:
        """Write what stands above the questions; give the row of their headings."""
        sheet.write_string(
            0, 0, " – ".join(filter(None, (words.TITLE, round_of(self._evaluation))))
        )
        sheet.set_row(0, 2 * _LINE, self._looks["title"])
        told = words.HOW_TO_SCORE.format(scores=self._scores_in_words())
        advice = " ".join((told, words.HOW_TO_COMMENT, words.HOW_TO_RETURN))
        _merge(sheet, 1, (0, _LAST), advice, self._looks["advice"])
        sheet.set_row(1, 3 * _LINE)
        region, assessor = self._form.region, self._form.assessor
        facts = (
            (words.REGION, region.name),
            (words.ASSESSOR, assessor.name),
            (words.INSTITUTION, assessor.institution),
        )
        for row, (label, value) in enumerate(facts, 2):
            look = self._looks["fact" if value or label == words.INSTITUTION else "answer"]
            _merge(sheet, row, _LABEL, label, self._looks["label"])
            _merge(sheet, row, (_FIRST_VALUE, _LAST), value, look)
        row = 2 + len(facts)
        first, last = row + 3, row + 2 + count
        cells = f"{cell_name(first, _LAST)}:{cell_name(last, _LAST)}"
        _merge(sheet, row, _LABEL, words.STILL_EMPTY, self._looks["label"])
        look = self._looks["count"]
        sheet.write_formula(row, _FIRST_VALUE, f"=COUNTBLANK({cells})", look, count)
        return row + 2

    def _write_item(self, sheet: xlsxwriter.worksheet.Worksheet, row: int, item: _Item) -> None:
        cells = item.cells()
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, self._looks["number"])
            else:
                sheet.write_string(row, column, cell, self._looks["text"])
        sheet.write_blank(row, _LAST, None, self._looks["score"])
        sheet.data_validation(row, _LAST, row, _LAST, self._rule(row, item))
        sheet.set_row(row, _LINE * _lines(cells, _WIDTHS))

    def _scores_in_words(self) -> str:
        listed = (*(f"{step}".replace(".", ",") for step in self._steps),)
        return words.scores_in_words(self._evaluation.instrument.scale, listed)

    def _rule(self, row: int, item: _Item) -> dict[str, object]:
        """Say what a cell accepts: a step of the scale; the whole scale where there are none."""
        scale = self._evaluation.instrument.scale
        told = {
            "error_title": words.REFUSED_TITLE,
            "error_message": words.REFUSED.format(scores=self._scores_in_words()),
        }
        if item.question is None or scale.step is None:
            return {**within(scale.minimum, scale.maximum), "error_title": words.REFUSED_TITLE}
        if not self._steps:
            cell = cell_name(row, _LAST)
            return {**told, **on_step(cell, scale.minimum, scale.maximum, scale.step)}
        source = f"='{HELPER_SHEET}'!{absolute(0, 0, len(self._steps), 0)}"
        return {**told, "validate": "list", "source": source}

    def _write_comments(self, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sections = self._sections()
        for column, heading in enumerate(words.COMMENT_HEADINGS):
            sheet.write_string(0, column, heading, self._looks["heading"])
        rows = [section for section in sections for _row in range(_BLANK_POINTS)]
        for row, section in enumerate((*rows, *[""] * _SPARE_POINTS), 1):
            sheet.write_string(row, 0, section, self._looks["answer"])
            sheet.write_blank(row, 1, None, self._looks["answer"])
        helper = self._book.get_worksheet_by_name(HELPER_SHEET)
        for row, section in enumerate(sections):
            helper.write_string(row, 1, section)
        source = f"='{HELPER_SHEET}'!{absolute(0, 1, len(sections) - 1, 1)}"
        rule = {"validate": "list", "source": source}
        sheet.data_validation(1, 0, _LAST_POINT, 0, rule)
        self._lay_out(sheet, (18, 110), 0, self._looks["open"])

    def _sections(self) -> tuple[str, ...]:
        """Give the sections that the round's comments already show, else the usual ones."""
        comments = (one for group in self._evaluation.comments.values() for one in group)
        seen = {name_key(one.section): one.section for one in comments}
        return tuple(seen.values()) or words.SECTIONS

    def _lay_out(
        self,
        sheet: xlsxwriter.worksheet.Worksheet,
        widths: Sequence[int],
        head: int,
        below: xlsxwriter.format.Format | None = None,
    ) -> None:
        """Set widths, panes, protection and the page; ``below`` is the look of unwritten rows."""
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, below)
        sheet.freeze_panes(head + 1, 0)
        sheet.repeat_rows(head)
        sheet.protect("", {"format_rows": True, "format_columns": True})
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        region, assessor = self._form.region.name, self._form.assessor.name
        label = " · ".join(filter(None, (region, assessor))).replace("&", "&&")
        sheet.set_footer(f"&L{label}&R&P / &N")


def _merge(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    columns: tuple[int, int],
    text: str,
    look: xlsxwriter.format.Format,
) -> None:
    """Merge cells of a row around a text; the library by itself would compute a text like "=1"."""
    sheet.merge_range(row, columns[0], row, columns[1], "", look)
    sheet.write_string(row, columns[0], text, look)


def _lines(cells: Sequence[object], widths: Sequence[int]) -> int:
    """Give how many lines the tallest of the cells takes."""
    pairs = zip(cells, widths, strict=False)
    return max(-(-len(str(cell)) // (width - 1)) for cell, width in pairs) or 1
