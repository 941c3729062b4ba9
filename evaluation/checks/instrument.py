"""Rules about what is asked."""

from collections.abc import Iterator

from evaluation.checks.check import Check
from evaluation.messages import _
from evaluation.model import Evaluation, Question
from evaluation.names import name_key
from evaluation.rules import workbook as rules
from evaluation.sources import Finding


def question_text_repeated(evaluation: Evaluation) -> Iterator[Finding]:
    """Find questions that ask, word by word, what an earlier one asks.

    Case, spaces and punctuation aside; a question without a text is the reader's finding.
    """
    first: dict[str, Question] = {}
    for question in sorted(evaluation.instrument.questions, key=lambda each: each.number):
        key = name_key(question.text)
        other = first.setdefault(key, question)
        if key and other is not question:
            message = _("question %(number)d has the same text as question %(other)d.")
            told = message % {"number": question.number, "other": other.number}
            remedy = _("Correct the text, or delete one of the two questions.")
            yield rules.QUESTION_TEXT_REPEATED.found(question.source, told, remedy)


CHECKS = (Check(rules.QUESTION_TEXT_REPEATED, question_text_repeated),)
