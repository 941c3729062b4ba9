"""Forms of ours that came back: whether they are of this round, and say one thing throughout."""

from evaluation.draft import Known
from evaluation.messages import _
from evaluation.names import name_key
from evaluation.rules import collecting as rules
from evaluation.vocabulary.meanings import Meaning
from evaluation.workbook.form import fingerprint
from extractors.collect.books import Book, Part
from extractors.collect.gathering import Gathering
from extractors.collect.headings import Vocabulary


class Forms:
    """Holds the marks of forms against the round and against what stands visibly in them."""

    def __init__(self, known: Known, vocabulary: Vocabulary, gathering: Gathering) -> None:
        self._words = vocabulary
        self._gathering = gathering
        instrument = known.instrument
        self._round = known.round
        self._instrument = (
            fingerprint((q.number, q.text) for q in instrument.questions) if instrument else ""
        )

    def are_of_another_round(self, book: Book) -> bool:
        """Tell whether a form was sent for another programme or year, which is reported.

        One of this round that asks other questions is told and read.
        """
        sent = next((part.context.round for part in book.parts if part.context.round), "")
        if not (self._round and sent) or name_key(sent) == name_key(self._round):
            self._compare(book)
            return False
        message = _(
            "the form is of '%(sent)s', and the round is '%(round)s'; nothing was collected."
        )
        told = message % {"sent": sent[:80], "round": self._round[:80]}
        place = book.parts[0].taken.table.sheet.place()
        self._gathering.report(
            rules.FORM_OTHER_ROUND, place, told, _("Send the form of this round.")
        )
        self._gathering.set_aside(place, sent, told)
        return True

    def _compare(self, book: Book) -> None:
        made_for = next((p.context.instrument for p in book.parts if p.context.instrument), "")
        if self._instrument and made_for and made_for != self._instrument:
            place = book.parts[0].taken.table.sheet.place()
            message = _("the form was made for other questions than the round has now.")
            remedy = _("Look at its questions; numbers are compared with their texts.")
            self._gathering.report(rules.FORM_OTHER_QUESTIONS, place, message, remedy)

    def contradicts(self, part: Part) -> bool:
        """Tell whether a form says something else than its hidden mark, which is reported."""
        context = part.context
        for meaning in (Meaning.REGION, Meaning.ASSESSOR):
            shown, marked = context.labels.get(meaning), context.marked.get(meaning)
            if shown is None or marked is None or self._same(meaning, shown.text, marked.text):
                continue
            message = _("the form says '%(shown)s' and its hidden mark in %(place)s '%(marked)s'.")
            facts = {
                "shown": shown.text[:60],
                "marked": marked.text[:60],
                "place": str(marked.place),
            }
            remedy = _(
                "Correct the cell, or delete the hidden sheet; nothing was collected from it."
            )
            self._gathering.report(rules.FORM_CONTRADICTS, shown.place, message % facts, remedy)
            return True
        return False

    def _same(self, meaning: Meaning, shown: str, marked: str) -> bool:
        if meaning is Meaning.ASSESSOR:
            return name_key(shown) == name_key(marked)
        find = self._words.regions.find
        return find(shown).name == find(marked).name
