"""What can be doubtful in a past report: a rule and facts, put into words only where it is told.

Records carry doubts as they are, so nothing that is embedded in a PDF or kept in a cache holds a
sentence, and whoever reads it later reads it in their own language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from evaluation.messages import Message, _, composed, literal

DoubtFact = str | int | Decimal

SAID = "said"
"""The fact of a doubt that an older version kept as a sentence: the sentence."""

CAUSE = "cause"
"""The fact that names one of CAUSES."""

CAUSES: Mapping[str, Message] = {
    "damaged": _("the page is damaged."),
    "crowded": _("the page holds more characters than any report."),
    "page-too-large": _("the page measures %(width)d × %(height)d cm, too large to be recognised."),
    "picture-too-large": _("a picture in the page is too large to be recognised."),
    "drawing-too-long": _("drawing the page was stopped, because it takes too long."),
    "recognising-too-long": _("recognising the page was stopped, because it takes too long."),
}
"""Why a page cannot be read."""

_WORDINGS: Mapping[str, tuple[Message, ...]] = {
    "question-missing": (_("question %(no)d was not found."),),
    "questions-unread": (_("%(dimension)s has an average, and none of its questions was found."),),
    "score-blank": (_("question %(no)d has no score."),),
    "score-unreadable": (_("question %(no)d: “%(text)s” is no score."),),
    "score-off-scale": (_("%(score)s lies outside the scale %(low)s to %(high)s."),),
    "score-off-grid": (
        _("%(score)s is not on the grid of %(step)s on which the other scores lie."),
    ),
    "readings-differ": (
        _("one reading says %(first)s, another “%(other)s”."),
        _("a second reading of the page does not find %(score)s at this question."),
    ),
    "number-repeated": (_("question %(no)d stands twice."),),
    "mean-differs": (
        _("the printed average %(printed)s is not the mean of the %(count)d scores, %(mean)s."),
    ),
    "results-differ": (_("the average is %(average)s here and %(listed)s in the national table."),),
    "result-unreadable": (_("row %(row)d, %(column)s: “%(text)s” is no number."),),
    "file-incomplete": (_("the file is damaged; only %(count)d pages of it could be read."),),
}
"""The ways to tell each rule; the first whose facts are all there is taken."""

RULES = frozenset({*_WORDINGS, "page-unreadable"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt: the rule that raised it, and facts by name, sorted."""

    rule: str
    facts: tuple[tuple[str, DoubtFact], ...] = ()

    def __str__(self) -> str:
        """Word the doubt."""
        return str(self.message)

    @property
    def message(self) -> Message:
        """Give the doubt as a message; one of another version by its rule and facts alone."""
        facts = dict(self.facts)
        if SAID in facts:
            return literal(facts[SAID])
        for wording in _wordings(self.rule, facts):
            if wording.suits(facts):
                return wording % facts
        return _("doubtful by the rule “%(rule)s” of another version (%(facts)s).") % {
            "rule": self.rule,
            "facts": [composed(name, fact, between=": ") for name, fact in self.facts] or None,
        }


def doubt(rule: str, **facts: DoubtFact) -> Doubt:
    """Make a doubt of one of RULES. Raises KeyError for any other rule."""
    if rule not in RULES:
        raise KeyError(rule)
    return Doubt(rule, tuple(sorted(facts.items())))


def unreadable_page(cause: str, **facts: DoubtFact) -> Doubt:
    """Make the doubt about a page that cannot be read, for one of CAUSES."""
    return doubt("page-unreadable", cause=cause, **facts)


def _wordings(rule: str, facts: Mapping[str, DoubtFact]) -> tuple[Message, ...]:
    if rule == "page-unreadable":
        cause = CAUSES.get(str(facts.get(CAUSE)))
        return (cause,) if cause else ()
    return _WORDINGS.get(rule, ())
