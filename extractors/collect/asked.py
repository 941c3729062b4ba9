"""Which question a row is about, where questions stand in the rows."""

from evaluation.draft import Item
from evaluation.messages import Message, _
from evaluation.names import name_key
from evaluation.rules import collecting as rules
from evaluation.rules.rule import Rule
from evaluation.understanding import TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.gathering import Gathering
from extractors.collect.questions import Questions, number_in
from extractors.collect.tables import Table


class Asked:
    """Finds the question of a row by its number, its text, or the name of a direct dimension."""

    def __init__(
        self,
        table: Table,
        columns: tuple[TakenColumn, ...],
        questions: Questions,
        gathering: Gathering,
    ) -> None:
        self._sheet = table.sheet
        self._questions = questions
        self._gathering = gathering
        by_meaning = {column.meaning: column.column for column in columns}
        self._number = by_meaning.get(Meaning.NUMBER)
        self._text = by_meaning.get(Meaning.TEXT)
        self._dimension = by_meaning.get(Meaning.DIMENSION)

    def item(self, row: int) -> Item | None:
        """Give the question of a row with a score; None, with the reason reported, when unclear."""
        text = self._told(row, self._text)
        number = self._told(row, self._number)
        if not number and number_in(text) is not None:
            number, text = text, ""
        if number:
            return self._numbered(row, number, text)
        direct = self._direct(row, text)
        if direct is not None:
            return direct
        if self._questions.is_computed(text or self._told(row, self._dimension)):
            why = _("the value of a dimension is computed from its questions")
            self._gathering.set_aside(self._sheet.place(row), text, why)
            return None
        return self._worded(row, text)

    def _told(self, row: int, column: int | None) -> str:
        return "" if column is None else self._sheet.text(row, column)

    def _numbered(self, row: int, told: str, text: str) -> Item | None:
        number = number_in(told)
        if number is None:
            return self._direct(row, told) or self._refuse(
                row, rules.QUESTION_UNKNOWN, _("'%(text)s' is no question's number."), told
            )
        if self._questions and number not in self._questions.by_number:
            return self._refuse(
                row, rules.QUESTION_UNKNOWN, _("there is no question %(text)s."), told
            )
        if text and self._questions.contradicts(number, text):
            message = _("the text beside number %(text)s is not that question's text.")
            return self._refuse(row, rules.QUESTION_CONTRADICTS, message, told)
        return number

    def _direct(self, row: int, text: str) -> str | None:
        """Give the directly scored dimension that a row without a number is about."""
        for told in (text, self._told(row, self._dimension)):
            name = self._questions.direct.get(name_key(told)) if told else None
            if name is not None:
                return name
        return None

    def _worded(self, row: int, text: str) -> Item | None:
        if not text:
            return self._refuse(
                row, rules.QUESTION_UNKNOWN, _("the row does not say its question."), ""
            )
        match = self._questions.by_text(text)
        if match.number is None or match.sureness < 0.75:
            message = _("no question surely has this text: '%(text)s'.")
            return self._refuse(row, rules.QUESTION_UNKNOWN, message, text)
        return match.number

    def _refuse(self, row: int, rule: Rule, message: Message, text: str) -> Item | None:
        column = self._number if self._number is not None else self._text
        place = self._sheet.place(row, column)
        told = message % {"text": text[:80]}
        remedy = _("Correct number or text in the file; its scores are not collected.")
        self._gathering.report(rule, place, told, remedy)
        self._gathering.set_aside(place, text, told)
        return None
