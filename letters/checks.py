"""Rules about the letter: its dates, its earlier letter, its copies, its addressees."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evaluation.messages import _
from evaluation.model import Evaluation
from evaluation.source import Finding, error, warning
from letters.addressee_check import check_addressees
from letters.dates import format_day_date
from letters.letter import (
    COPIES,
    DATE,
    EVALUATION_END,
    EVALUATION_START,
    REFERENCE_DATE,
    REFERENCE_NUMBER,
    Letter,
)
from letters.number import parse_number
from letters.profile import AgencyProfile

NOT_A_WORKING_DAY = "letter-not-working-day"
REFERENCE_LATER = "reference-not-earlier"
REFERENCE_MALFORMED = "reference-number-malformed"
EVALUATION_LATER = "evaluation-not-earlier"
EVALUATION_REVERSED = "evaluation-ends-before-start"
NO_COPIES = "copies-empty"

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule about the letter looks at."""

    letter: Letter
    evaluation: Evaluation
    profile: AgencyProfile


Rule = Callable[[Context], Iterable[Finding]]


def check_letter(
    letter: Letter, evaluation: Evaluation, profile: AgencyProfile
) -> tuple[Finding, ...]:
    """Give everything that is wrong with a letter beyond its number and the form of its dates."""
    context = Context(letter, evaluation, profile)
    return tuple(finding for rule in RULES for finding in rule(context))


def _working_day(context: Context) -> Iterator[Finding]:
    day = context.letter.date
    if day and (day.weekday() >= _SATURDAY or day in context.profile.holidays):
        yield warning(
            NOT_A_WORKING_DAY,
            context.evaluation.facts.source(DATE),
            _("%(date)s is not a working day.") % {"date": format_day_date(day)},
            _("Check the date; holidays stand in the pack's profil.toml."),
        )


def _reference(context: Context) -> Iterator[Finding]:
    letter, facts = context.letter, context.evaluation.facts
    if letter.date and letter.reference_date and letter.reference_date >= letter.date:
        yield error(
            REFERENCE_LATER,
            facts.source(REFERENCE_DATE),
            _("the earlier letter is not earlier than this one."),
            _("Correct one of the two dates."),
        )
    if letter.reference and not _well_formed(context, letter.reference.number):
        yield warning(
            REFERENCE_MALFORMED,
            facts.source(REFERENCE_NUMBER),
            _("the number “%(number)s” does not fit the agency's form or its own date.")
            % {"number": letter.reference.number},
            _("Compare it with the earlier letter; another agency's form may be right."),
        )


def _well_formed(context: Context, text: str) -> bool:
    number = parse_number(text, context.profile.number_pattern)
    day = context.letter.reference_date
    return number is not None and (day is None or number.agrees_with(day))


def _evaluation_dates(context: Context) -> Iterator[Finding]:
    letter, facts = context.letter, context.evaluation.facts
    start, end = letter.evaluation_start, letter.evaluation_end
    if start and end and end < start:
        yield error(
            EVALUATION_REVERSED,
            facts.source(EVALUATION_END),
            _("the evaluation ends before it begins."),
            _("Correct one of the two dates."),
        )
    for key, day in ((EVALUATION_START, start), (EVALUATION_END, end)):
        if day and letter.date and day >= letter.date:
            yield error(
                EVALUATION_LATER,
                facts.source(key),
                _("%(key)s is not earlier than the letter's date.") % {"key": key},
                _("A letter reports what has taken place: correct one of the two dates."),
            )


def _copies(context: Context) -> Iterator[Finding]:
    if not context.letter.copies:
        yield warning(
            NO_COPIES,
            context.evaluation.facts.source(COPIES),
            _("the letter has no Tembusan."),
            _("Add a row Tembusan for each office that receives a copy."),
        )


def _addressees(context: Context) -> Iterator[Finding]:
    yield from check_addressees(context.evaluation, context.profile)


RULES: tuple[Rule, ...] = (_working_day, _reference, _evaluation_dates, _copies, _addressees)
"""Every rule about the letter, in no order that matters."""
