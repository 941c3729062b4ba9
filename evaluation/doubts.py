"""What can be doubtful in a past report: a rule and facts, put into words only where it is told.

Records carry doubts as they are, so nothing that is embedded in a PDF or kept in a cache holds a
sentence, and whoever reads it later reads it in their own language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from evaluation.messages import Message, _, composed, literal
from evaluation.rules import Rule
from evaluation.rules import archive as rules

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

_WORDINGS: Mapping[Rule, tuple[Message, ...]] = {
    rules.AVERAGE_MISSING: (
        _("%(dimension)s has no average, as the others have; its last question is %(last)d."),
    ),
    rules.TEXT_OVERLAID: (_("a text box over the page hides what was printed there."),),
    rules.PAGES_MISSING: (_("pages %(first)d to %(last)d of %(total)d are not in the file."),),
    rules.ROWS_UNREAD: (
        _("rows %(first)d to %(last)d of the page were not read."),
        _("a table of scores on the page has no numbers, and was not read."),
    ),
    rules.REGION_UNSURE: (
        _("the region may be %(region)s or %(other)s: the document names both."),
    ),
    rules.CATEGORY_UNSURE: (
        _("the category may be %(category)s or %(other)s: the document names both."),
    ),
    rules.YEAR_UNSURE: (_("the year may be %(year)s or %(other)s: the document names both."),),
    rules.COLUMN_UNSURE: (
        _("the score may be “%(first)s” or “%(other)s”: nothing tells which column counts."),
    ),
    rules.QUESTION_MISSING: (
        _("questions %(first)d to %(last)d were not found."),
        _("question %(no)d was not found."),
    ),
    rules.QUESTIONS_UNREAD: (
        _("page %(page)d names %(count)d dimensions, and %(found)d tables were found."),
        _("%(dimension)s is named on page %(page)d, and no table of its questions was found."),
        _("%(dimension)s has an average, and none of its questions was found."),
    ),
    rules.SCORE_BLANK: (_("question %(no)d has no score."),),
    rules.SCORE_UNREADABLE: (_("question %(no)d: “%(text)s” is no score."),),
    rules.SCORE_OFF_SCALE: (_("%(score)s lies outside the scale %(low)s to %(high)s."),),
    rules.SCORE_OFF_GRID: (
        _("%(score)s is not on the grid of %(step)s on which the other scores lie."),
    ),
    rules.READINGS_DIFFER: (
        _("one reading says %(first)s, another “%(other)s”."),
        _("a second reading of the page does not find %(score)s at this question."),
    ),
    rules.NUMBER_REPEATED: (_("question %(no)d stands twice."),),
    rules.MEAN_DIFFERS: (
        _("the printed average %(printed)s is not the mean of the %(count)d scores, %(mean)s."),
    ),
    rules.RESULTS_DIFFER: (
        _("the average is %(average)s here and %(listed)s in the national table."),
    ),
    rules.RESULTS_MISSING: (_("rows %(first)d to %(last)d of the national table were not found."),),
    rules.RESULT_UNREADABLE: (_("row %(row)d, %(column)s: “%(text)s” is no number."),),
    rules.RECORD_DIFFERS: (
        _("the record inside the file says %(inside)s, the page %(printed)s."),
        _("the record inside the file is that of %(region)s."),
        _("the record inside the file cannot be read."),
    ),
    rules.FILE_INCOMPLETE: (_("the file is damaged; only %(count)d pages of it could be read."),),
}
"""The ways to tell each rule; the first whose facts are all there is taken."""

RULES = frozenset({*_WORDINGS, rules.PAGE_UNREADABLE})
"""The rules that flag a value."""

_BY_IDENTIFIER = {rule.identifier: wordings for rule, wordings in _WORDINGS.items()}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt: the identifier of the rule that raised it, and facts by name, sorted."""

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


def doubt(rule: Rule, **facts: DoubtFact) -> Doubt:
    """Make a doubt of one of RULES. Raises KeyError for any other rule."""
    if rule not in RULES:
        raise KeyError(rule.identifier)
    return Doubt(rule.identifier, tuple(sorted(facts.items())))


def unreadable_page(cause: str, **facts: DoubtFact) -> Doubt:
    """Make the doubt about a page that cannot be read, for one of CAUSES."""
    return doubt(rules.PAGE_UNREADABLE, cause=cause, **facts)


def _wordings(rule: str, facts: Mapping[str, DoubtFact]) -> tuple[Message, ...]:
    if rule == rules.PAGE_UNREADABLE.identifier:
        cause = CAUSES.get(str(facts.get(CAUSE)))
        return (cause,) if cause else ()
    return _BY_IDENTIFIER.get(rule, ())
