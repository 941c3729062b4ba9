"""The cells of scores of one table, and what is to be said about those that are no plain number."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from evaluation.messages import Message, _, ngettext
from evaluation.rules import Rule
from evaluation.rules import collecting as rules
from evaluation.sources import Source
from extractors.collect.gathering import Gathering
from extractors.collect.numbers import Amount, Amounts, Doubt
from extractors.collect.sheet import Sheet
from extractors.spreadsheets.cells import Cell
from extractors.spreadsheets.values import text_of

_RULES: Mapping[Doubt, Rule] = {
    Doubt.BROKEN: rules.FORMULA_ERROR,
    Doubt.DATE: rules.SCORE_AS_DATE,
    Doubt.PERCENT: rules.SCORE_AS_PERCENT,
    Doubt.NO_NUMBER: rules.CELL_NOT_A_NUMBER,
    Doubt.OFF_SCALE: rules.SCORE_OFF_SCALE,
    Doubt.OFF_STEP: rules.SCORE_OFF_STEP,
}


class ScoreCells:
    """Reads the scores of one table."""

    def __init__(
        self, sheet: Sheet, amounts: Amounts, gathering: Gathering, *, stepped: bool
    ) -> None:
        self._stepped = stepped
        self._sheet = sheet
        self._amounts = amounts
        self._gathering = gathering
        self._worded: Counter[int] = Counter()
        self._first: dict[int, Source] = {}

    def amount(self, cell: Cell) -> Decimal | None:
        """Give the number of a cell on the scale, be it on a step or not."""
        return self._amounts.read(cell).value

    def is_number(self, cell: Cell) -> bool:
        """Tell whether a cell is meant as a score, be it a wrong one."""
        return self._amounts.may_be(cell)

    def value(self, row: int, column: int, cell: Cell, *, stepped: bool = True) -> Decimal | None:
        """Give the score in a cell; None for a blank, and for what is reported instead."""
        amount = self._amounts.read(cell, stepped=self._stepped and stepped)
        if self._sheet.percents and (row, column) in self._sheet.percents and amount.value:
            amount = Amount(None, Doubt.PERCENT)
        if amount.doubt is None:
            return amount.value
        place = self._sheet.place(row, column)
        if amount.doubt in (Doubt.CHOICE, Doubt.WORD):
            self._worded[column] += 1
            self._first.setdefault(column, place)
        elif amount.doubt is Doubt.NO_VALUE:
            message = _("'%(text)s' marks that there is no value; the cell is taken as blank.")
            self._gathering.report(
                rules.SCORE_MARKED_MISSING, place, message % {"text": text_of(cell)}
            )
        elif amount.doubt is Doubt.STARRED:
            message = _("'%(text)s' was read as %(value)s.")
            told = message % {"text": text_of(cell), "value": amount.value}
            remedy = _("See what the mark means, and whether the score counts.")
            self._gathering.report(rules.SCORE_WITH_MARK, place, told, remedy)
        else:
            remedy = _("Correct the cell in the file and collect again.")
            self._gathering.report(_RULES[amount.doubt], place, _reason(amount.doubt, cell), remedy)
        return amount.value

    def report(self) -> None:
        """Tell of the columns whose scores stand beside words, each once."""
        for column, count in sorted(self._worded.items()):
            message = ngettext(
                "%(count)d score with words beside it was read by its number.",
                "%(count)d scores with words beside them were read by their numbers.",
                count,
            )
            self._gathering.report(
                rules.SCORE_WITH_WORDS, self._first[column], message % {"count": count}
            )


def _reason(doubt: Doubt, cell: Cell) -> Message:
    text = text_of(cell) if not hasattr(cell, "trouble") else str(getattr(cell, "text", ""))
    if doubt is Doubt.BROKEN:
        return _("the formula has no value: %(text)s.") % {"text": text or "?"}
    if doubt is Doubt.DATE:
        message = _("a date stands here, '%(text)s', where a score belongs.")
        if isinstance(cell, date):
            message = _(
                "a date stands here, '%(text)s', where a score belongs; the spreadsheet program"
                " may have made it of a number."
            )
        return message % {"text": text}
    if doubt is Doubt.PERCENT:
        return _("the cell shows a percentage and is not collected.")
    if doubt is Doubt.OFF_STEP:
        told = _("%(value)s lies between two steps of the scale and is not collected.")
        return told % {"value": text[:40]}
    if doubt is Doubt.OFF_SCALE:
        return _("%(value)s lies outside the scale and is not collected.") % {"value": text[:40]}
    return _("'%(text)s' is no number and is not collected.") % {"text": text[:40]}
