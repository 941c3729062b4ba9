"""Going out: the checklist before it, the number from the outgoing book, what went out so far."""

import os
from collections.abc import Collection
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from evaluation.errors import LaporanError, WrongDataError
from evaluation.findings import has_errors
from evaluation.messages import Message, _, composed, ngettext
from evaluation.sources import Finding, Severity
from evaluation.workbook.sheets import SURAT
from generator.issuing.issue import Issue
from generator.issuing.verifying import is_wrong, standing_names
from generator.system.open_elsewhere import require_closed
from generator.use_cases import build, issue, next_number, verify
from generator.use_cases.following import Cancelled, Progress
from generator.web.checks import Checked
from generator.web.commands import Command, spoken
from generator.web.events import mark_of
from generator.web.findings import finding_id
from generator.web.issues import Issued, issue_of, issues_of
from generator.web.screens.check import round_of, title_of
from generator.web.shelf import Round
from generator.web.shown import back, desk_of, lines_of, page
from letters.dates import format_date
from letters.letter import DATE, NUMBER

ISSUE, CORRECT = "issue", "correct"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a letter is; ``number`` and ``date`` are None where the workbook has none.

    ``from_book`` tells that the agency keeps an outgoing book that gives numbers.
    """

    number: str | None
    date: str | None
    from_book: bool

    @property
    def lacking(self) -> tuple[str, ...]:
        """Give the keys of the facts that are still to be filled in."""
        told = ((NUMBER, self.number), (DATE, self.date))
        return tuple(key for key, value in told if value is None)

    @property
    def ready(self) -> bool:
        """Tell whether the letter has what it takes to go out."""
        return not self.lacking


def issuing(request: Request) -> Response:
    """Show what has to be done before the round goes out, and what went out."""
    return _shown(request, "issue")


def issue_work(request: Request) -> Response:
    """Give the part of the screen that changes with the work."""
    return _shown(request, "_issue_work")


def _shown(request: Request, name: str) -> Response:
    one = round_of(request)
    desk = desk_of(request)
    checked = desk.checks.of(one)
    standing, issues = _standing(checked), issues_of(one)
    return page(
        request, name, round=one, screen="issuing", title=title_of(one, checked),
        state=mark_of(checked.state), wrong=_wrong(checked), standing=standing, sheet=SURAT.name,
        warnings=[(finding_id(each), each) for each in _warnings(checked)],
        issues=issues, format_date=format_date, task=desk.tasks.of(one), mine=(ISSUE, CORRECT),
        gone_out=any(_is_of(each.issue, standing) for each in issues),
        commands=[spoken(each) for each in commands(one)],
    )  # fmt: skip


def _is_of(issue: Issue, standing: Standing | None) -> bool:
    """Tell whether an issue is one of the letter as it stands in the workbook."""
    letter = None if standing is None else (standing.number, standing.date)
    return letter == (issue.number, format_date(issue.date))


def _wrong(checked: Checked) -> bool:
    return checked.inspection is None or has_errors(checked.findings)


def _warnings(checked: Checked) -> list[Finding]:
    return [each for each in checked.findings if each.severity is Severity.WARNING]


def _standing(checked: Checked) -> Standing | None:
    """Give how far the letter is; None where that could not be read."""
    maker = checked.inspection.maker if checked.inspection else None
    if maker is None:
        return None
    letter, book = maker.letter, maker.pack.profile.book
    date = format_date(letter.date) if letter.date else None
    return Standing(letter.number_text, date, book.file is not None)


def take_number(request: Request) -> Response:
    """Let the outgoing book give the letter its number, and write it into the workbook."""
    one = round_of(request)
    try:
        require_closed(one.workbook)
        given = next_number(one.workbook, pack=one.pack, write=True).given
    except LaporanError as fault:
        told, good = lines_of(fault), False
    else:
        facts = {"number": given.entry.number}
        told, good = (_("The letter has the number %(number)s.") % facts,), True
    return back(request, "issuing", *told, good=good, putaran=one.identifier)


async def go_out(request: Request) -> Response:
    """Make everything as it goes out, and freeze it."""
    one = round_of(request)
    async with request.form(max_files=0, max_fields=2000) as form:
        state, accepted = str(form.get("keadaan", "")), set(map(str, form.getlist("terima")))
    told = await run_in_threadpool(_begun, request, one, state, accepted)
    return back(request, "issuing", *told, good=not told, putaran=one.identifier)


def _begun(
    request: Request, one: Round, state: str, accepted: Collection[str]
) -> tuple[Message, ...]:
    """Begin to issue a round at the state that the user saw; give what stands in the way."""
    checked = desk_of(request).checks.of(one)
    if mark_of(checked.state) != state:
        return (_("The workbook was saved meanwhile; look at it again before it goes out."),)
    if [each for each in _warnings(checked) if finding_id(each) not in accepted]:
        return (_("Each warning has to be looked at and ticked before the round goes out."),)

    def work(progress: Progress, cancelled: Cancelled) -> tuple[Message, ...]:
        made = build(
            one.workbook, one.final, pack=one.pack,
            processes=os.cpu_count() or 1, progress=progress, cancelled=cancelled,
        )  # fmt: skip
        made.refuse_failures()
        if made.batch.failures:
            reasons = [composed(f"{e.job.stem}:", e.reason) for e in made.batch.failures]
            raise WrongDataError(_("Not every document could be made."), reasons=reasons)
        return told_of(issue(one.workbook, one.final, pack=one.pack))

    if desk_of(request).tasks.start(one, ISSUE, work):
        return ()
    return (_("Other work goes on for this round; wait for it or end it."),)


def told_of(made: Issue) -> tuple[Message, ...]:
    """Tell what went out."""
    facts = {"number": made.own_number, "date": format_date(made.own_date)}
    count = ngettext("%(count)d file.", "%(count)d files.", len(made.files))
    issued = _("Issued as %(number)s, %(date)s.") % facts
    return (composed(issued, count % {"count": len(made.files)}),)


def issued_of(request: Request) -> Issued:
    """Give the issue that an address names. Raises HTTPException where there is none."""
    found = issue_of(round_of(request), request.path_params["terbitan"])
    if found is None:
        raise HTTPException(404)
    return found


def open_issue(request: Request) -> Response:
    """Open the folder of an issue."""
    desk_of(request).opener(issued_of(request).issue.folder)
    return back(request, "issuing", putaran=round_of(request).identifier)


def look_after(request: Request) -> Response:
    """Hold an issue against its own list."""
    one, found = round_of(request), issued_of(request)
    try:
        verdicts = verify([found.issue.folder])
    except LaporanError as fault:
        return back(request, "issuing", *lines_of(fault), good=False, putaran=one.identifier)
    wrong = [each for each in verdicts if is_wrong(each)]
    names = standing_names()
    told: tuple[Message, ...] = (_("Every file is as it went out."),)
    if wrong:
        told = tuple(composed(f"{each.path}:", names[each.standing]) for each in wrong)
    return back(request, "issuing", *told, good=not wrong, putaran=one.identifier)


def commands(one: Round) -> tuple[Command, Command]:
    """Give the commands that do what this screen does."""
    options = (("-o", one.final), ("--pack", one.pack))
    return Command("build", (one.workbook,), options), Command("issue", (one.workbook,), options)
