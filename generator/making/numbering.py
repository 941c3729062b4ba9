"""A round's documents and the outgoing book: what is entered, and which number a letter has."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from evaluation.errors import LaporanError, WrongDataError, WrongTemplateError
from evaluation.messages import Message, _
from evaluation.model import Evaluation
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source
from evaluation.workbook.facts import FACTS
from generator.document.kinds import LETTER
from generator.packs.packs import Pack
from generator.packs.settings import PROFILE
from generator.register.book import Given, Register, Written
from generator.register.entries import Entry, Key, Matter, Status, round_name
from letters.letter import DATE, NUMBER, YEAR, Letter
from letters.number import NumberParts, number_on
from letters.profile import AgencyProfile

PROGRAMME, SUBJECT = FACTS.programme.key, FACTS.subject.key


def register_of(pack: Pack, asked: Path | None = None) -> Register:
    """Give the register at the place that was asked for, else at that of the agency profile.

    A relative path in the profile starts at the pack's folder. Raises WrongTemplateError where
    neither names one.
    """
    named = pack.profile.book.file
    if asked is None and named is None:
        raise WrongTemplateError(
            _("the agency profile names no register."),
            source=Source(PROFILE),
            remedy=_('Write its place there: [register] file = "…"; or name it with --file.'),
        )
    return Register(asked or pack.folders[0] / Path(named or "").expanduser())


def writer_of(profile: AgencyProfile, parts: NumberParts) -> Callable[[datetime.date], Written]:
    """Give what writes numbers by the agency's pattern; ``parts`` go before the profile's own."""
    fixed = parts.over(profile.book.parts)

    def on(day: datetime.date) -> Written:
        def written(sequence: int) -> str:
            try:
                return number_on(day, sequence, fixed, profile.number_pattern)
            except ValueError as fault:
                raise _part_unfit(str(fault), profile) from None

        return written

    return on


def _part_unfit(part: str, profile: AgencyProfile) -> WrongDataError:
    told = {"pattern": profile.number_pattern, "part": part}
    return WrongDataError(
        _(
            "a number of the form %(pattern)s cannot be written: its part {%(part)s} is missing or"
            " does not fit."
        )
        % told,
        remedy=_("Give it with --%(part)s, or write it into [register] of profil.toml.")
        % {"part": part},
    )


def letter_matter(evaluation: Evaluation, letter: Letter) -> Matter:
    """Give what the outgoing book says of a round's letter.

    Raises WrongDataError, with all that the workbook lacks for it.
    """
    facts = evaluation.facts
    needed = {key: facts.get(key) for key in (PROGRAMME, YEAR, SUBJECT)}
    lacking = [key for key, value in needed.items() if value is None]
    if letter.date is None or lacking:
        names = [DATE, *lacking] if letter.date is None else lacking
        raise WrongDataError(
            _("a number cannot be given: %(keys)s is blank.") % {"keys": ", ".join(names)},
            source=facts.source(names[0]),
            remedy=_("Fill it in; the outgoing book needs it."),
        )
    return Matter(
        date=letter.date,
        subject=needed[SUBJECT] or "",
        addressees=tuple(region.addressee for region in evaluation.attended()),
        key=letter_key(evaluation),
    )


def letter_key(evaluation: Evaluation) -> Key | None:
    """Give the key of a round's letter; None where the workbook does not name the round."""
    programme, year = evaluation.facts.get(PROGRAMME), evaluation.facts.get(YEAR)
    return Key(round_name(programme, year), LETTER.name) if programme and year else None


def number_letter(
    register: Register,
    evaluation: Evaluation,
    letter: Letter,
    written: Callable[[datetime.date], Written],
) -> Given:
    """Give a round's letter its number, once; one that its workbook bears is entered.

    Raises WrongDataError where the workbook's number is not the one in the register.
    """
    matter = letter_matter(evaluation, letter)
    if letter.number is None:
        return register.give(matter, written(matter.date))
    standing = register.of_key(matter.key) if matter.key else None
    if standing is None or standing.number is None:
        entry = register.note(matter, letter.number.sequence, letter.number_text or "")
        return Given(entry, new=True, later=None)
    if standing.sequence != letter.number.sequence:
        raise WrongDataError(
            _("the register gave this round number %(given)s, not %(number)s.")
            % {"given": standing.number, "number": letter.number_text},
            source=evaluation.facts.source(NUMBER),
            remedy=_("Correct the workbook, or make the entry void."),
        )
    return Given(standing, new=False, later=None)


def check_number(evaluation: Evaluation, letter: Letter, pack: Pack) -> tuple[Finding, ...]:
    """Hold the letter's number against the register that the agency profile names, if any.

    A number that the register has given to something else is an error, as is one that it has not
    given to this round; a register that cannot be read is a warning.
    """
    key = letter_key(evaluation)
    if pack.profile.book.file is None or letter.number is None or key is None:
        return ()
    source = evaluation.facts.source(NUMBER)
    try:
        number = letter.number
        taken, own = register_of(pack).standing(number.year, number.sequence, key)
    except LaporanError as fault:
        return (rules.REGISTER_UNREADABLE.found(source, fault.told),)
    return tuple(_disagreements(letter, source, key, taken, own))


def _disagreements(
    letter: Letter, source: Source | None, key: Key, taken: Entry | None, own: Entry | None
) -> Iterator[Finding]:
    told = {"number": letter.number_text}
    if taken is not None and (taken.matter.key != key or taken.status is Status.VOID):
        yield rules.NUMBER_REGISTERED_ELSEWHERE.found(
            source,
            _("the register has number %(number)s for something else: “%(subject)s” (%(status)s).")
            % {**told, "subject": taken.matter.subject, "status": status_name(taken.status)},
            _("Take the number that “laporan register next” gives."),
        )
    elif taken is None and own is not None and own.number is not None:
        yield rules.NUMBER_REGISTERED_ELSEWHERE.found(
            source,
            _("the register gave this round number %(given)s, not %(number)s.")
            % {**told, "given": own.number},
            _("Correct the workbook, or make the entry void."),
        )


def status_name(status: Status) -> Message:
    """Give the word for a status."""
    names = {
        Status.DRAFT: _("draft"),
        Status.NUMBERED: _("numbered"),
        Status.ISSUED: _("issued"),
        Status.VOID: _("void"),
    }
    return names[status]
