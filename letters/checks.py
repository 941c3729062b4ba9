"""Rules about the letter: its dates, its earlier letter, its copies, its addressees."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evaluation.messages import _
from evaluation.model import Evaluation
from evaluation.rules import workbook as rules
from evaluation.sources import Finding
from letters.addressee_check import check_addressees
from letters.dates import format_date, format_day_date
from letters.letter import (
    COPIES,
    DATE,
    EVALUATION_END,
    EVALUATION_START,
    REFERENCE_DATE,
    REFERENCE_FACTS,
    REFERENCE_NUMBER,
    Letter,
)
from letters.number import parse_number
from letters.profile import AgencyProfile

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
        yield rules.LETTER_NOT_WORKING_DAY.found(
            context.evaluation.facts.source(DATE),
            _("%(date)s is not a working day.") % {"date": format_day_date(day)},
            _("Check the date; holidays stand in the pack's profil.toml."),
        )


def _reference(context: Context) -> Iterator[Finding]:
    letter, facts = context.letter, context.evaluation.facts
    if letter.date and letter.reference_date and letter.reference_date >= letter.date:
        yield rules.REFERENCE_NOT_EARLIER.found(
            facts.source(REFERENCE_DATE),
            _("the earlier letter is not earlier than this one."),
            _("Correct one of the two dates."),
        )


def _reference_number(context: Context) -> Iterator[Finding]:
    """Hold the earlier letter's number against the agency's form and against its own date."""
    letter, place = context.letter, context.evaluation.facts.source(REFERENCE_NUMBER)
    if letter.reference is None:
        return
    number = parse_number(letter.reference.number, context.profile.number_pattern)
    told = {"number": letter.reference.number}
    if number is None:
        yield rules.REFERENCE_NUMBER_MALFORMED.found(
            place,
            _("the number “%(number)s” does not fit the agency's form.") % told,
            _("Compare it with the earlier letter; another agency's form may be right."),
        )
    elif letter.reference_date and not number.agrees_with(letter.reference_date):
        yield rules.REFERENCE_NUMBER_CONTRADICTS_DATE.found(
            place,
            _("the number “%(number)s” contradicts the date %(date)s.")
            % {**told, "date": format_date(letter.reference_date)},
            _("Compare both with the earlier letter."),
        )


def _reference_incomplete(context: Context) -> Iterator[Finding]:
    """Find facts of an earlier letter that are not printed, since its number is missing."""
    facts = context.evaluation.facts
    for key in REFERENCE_FACTS:
        if context.letter.reference is None and facts.get(key):
            yield rules.REFERENCE_WITHOUT_NUMBER.found(
                facts.source(key),
                _("%(key)s is given, but no Nomor Surat Rujukan: it will not be printed.")
                % {"key": key},
                _("Enter the earlier letter's number, or clear this row."),
            )


def _evaluation_dates(context: Context) -> Iterator[Finding]:
    letter, facts = context.letter, context.evaluation.facts
    start, end = letter.evaluation_start, letter.evaluation_end
    if start and end and end < start:
        yield rules.EVALUATION_ENDS_BEFORE_START.found(
            facts.source(EVALUATION_END),
            _("the evaluation ends before it begins."),
            _("Correct one of the two dates."),
        )
    for key, day in ((EVALUATION_START, start), (EVALUATION_END, end)):
        if day and letter.date and day >= letter.date:
            yield rules.EVALUATION_NOT_EARLIER.found(
                facts.source(key),
                _("%(key)s is not earlier than the letter's date.") % {"key": key},
                _("A letter reports what has taken place: correct one of the two dates."),
            )


def _copies(context: Context) -> Iterator[Finding]:
    if not context.letter.copies:
        yield rules.COPIES_EMPTY.found(
            context.evaluation.facts.source(COPIES),
            _("the letter has no Tembusan."),
            _("Add a row Tembusan for each office that receives a copy."),
        )


def _addressees(context: Context) -> Iterator[Finding]:
    yield from check_addressees(context.evaluation, context.profile)


RULES: tuple[Rule, ...] = (
    _working_day,
    _reference,
    _reference_number,
    _reference_incomplete,
    _evaluation_dates,
    _copies,
    _addressees,
)
"""Every rule about the letter, in no order that matters."""
