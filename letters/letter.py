"""The letter: the facts of the sheet ``Surat`` with their types, and what is wrong with them."""

import datetime
import re
from dataclasses import dataclass

from evaluation.messages import _
from evaluation.model import Facts
from evaluation.rules import workbook as rules
from evaluation.sources import Finding
from evaluation.workbook.facts import FACTS, JOINED_KEYS
from evaluation.workbook.shapes import FactKey
from letters.dates import format_date, parse_date
from letters.number import LetterNumber, parse_number
from letters.profile import AgencyProfile

NUMBER, DATE, YEAR = FACTS.number.key, FACTS.date.key, FACTS.year.key
REFERENCE_NUMBER, REFERENCE_DATE = FACTS.reference_number.key, FACTS.reference_date.key
EVALUATION_START, EVALUATION_END = FACTS.evaluation_start.key, FACTS.evaluation_end.key
REFERENCE_BOTH = JOINED_KEYS[0]
REFERENCE_FACTS = (
    REFERENCE_DATE, FACTS.reference_origin.key, FACTS.reference_subject.key, REFERENCE_BOTH,
)  # fmt: skip
"""Facts about the earlier letter that are worth nothing without its number."""
COPIES = FACTS.copies.key
_ABOUT = re.compile(r"(?:^|\s)tentang\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """The earlier letter that this one refers to; None where the workbook gives no such fact."""

    number: str
    date: str | None
    origin: str | None
    subject: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """The facts of a letter that have a type or parts; None where the workbook gives none.

    Plain texts (signatory, subject, …) stay facts of the evaluation. ``held_back`` tells that it
    is shown as a draft whatever it has already.
    """

    number_text: str | None
    number: LetterNumber | None
    date: datetime.date | None
    year: str | None
    reference: Reference | None
    reference_date: datetime.date | None
    evaluation_start: datetime.date | None
    evaluation_end: datetime.date | None
    copies: tuple[str, ...]
    held_back: bool = False

    @property
    def is_draft(self) -> bool:
        """Tell whether the letter still lacks its number or date, or is held back as a draft."""
        return self.held_back or self.number_text is None or self.date is None


def read_letter(facts: Facts, profile: AgencyProfile) -> tuple[Letter, tuple[Finding, ...]]:
    """Give the letter and everything that is wrong with its number and dates.

    A blank number or date is a notice (a draft). Errors: a date that cannot be read, a number that
    does not fit the agency's pattern, and one whose month or year contradicts the date.
    """
    findings: list[Finding] = []
    number_text = facts.get(NUMBER)
    letter = Letter(
        number_text=number_text,
        number=parse_number(number_text, profile.number_pattern) if number_text else None,
        date=_date(facts, DATE, findings),
        year=facts.get(YEAR),
        reference=_reference(facts),
        reference_date=_date(facts, REFERENCE_DATE, findings),
        evaluation_start=_date(facts, EVALUATION_START, findings),
        evaluation_end=_date(facts, EVALUATION_END, findings),
        copies=facts.all(COPIES),
    )
    return letter, (*findings, *_drafts(facts), *_number_faults(letter, facts, profile))


def _reference(facts: Facts) -> Reference | None:
    """Give the earlier letter; its origin and subject may stand in one fact or in two."""
    number = facts.get(REFERENCE_NUMBER)
    if number is None:
        return None
    origin, *subject = _ABOUT.split(facts.get(REFERENCE_BOTH) or "", maxsplit=1)
    return Reference(
        number=number,
        date=facts.get(REFERENCE_DATE),
        origin=_first(facts, FACTS.reference_origin) or origin.strip() or None,
        subject=_first(facts, FACTS.reference_subject) or "".join(subject).strip() or None,
    )


def _first(facts: Facts, known: FactKey) -> str | None:
    return next((value for key in known.keys if (value := facts.get(key))), None)


def _date(facts: Facts, key: str, findings: list[Finding]) -> datetime.date | None:
    text = facts.get(key)
    day = parse_date(text) if text else None
    if text and day is None:
        findings.append(
            rules.DATE_UNREADABLE.found(
                facts.source(key),
                _("“%(text)s” is no date (%(key)s).") % {"text": text, "key": key},
                _("Write it like 25 November 2024."),
            )
        )
    return day


def _drafts(facts: Facts) -> tuple[Finding, ...]:
    return tuple(
        rules.LETTER_DRAFT.found(
            facts.source(key),
            _("%(key)s is blank, so every page will say KONSEP.") % {"key": key},
        )
        for key in (NUMBER, DATE)
        if facts.get(key) is None
    )


def _number_faults(letter: Letter, facts: Facts, profile: AgencyProfile) -> tuple[Finding, ...]:
    if letter.number_text is None:
        return ()
    source = facts.source(NUMBER)
    if letter.number is None or letter.number.security not in {None, *profile.security_codes}:
        return (
            rules.NUMBER_MALFORMED.found(
                source,
                _("the number “%(number)s” does not have the agency's form.")
                % {"number": letter.number_text},
                _("Form: %(pattern)s; security codes: %(codes)s.")
                % {
                    "pattern": profile.number_pattern,
                    "codes": ", ".join(profile.security_codes),
                },
            ),
        )
    if letter.date is not None and not letter.number.agrees_with(letter.date):
        return (
            rules.NUMBER_CONTRADICTS_DATE.found(
                source,
                _("the number “%(number)s” contradicts the date %(date)s.")
                % {"number": letter.number_text, "date": format_date(letter.date)},
                _("Month and year of the number are those of the letter's date."),
            ),
        )
    return ()
