"""A round that went out is put right: what differs, what is stale by it, version 2 of just that."""

import datetime
import os

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from evaluation.errors import LaporanError
from evaluation.messages import Message, _
from generator.review.compared import round_lines
from generator.use_cases import Correction, correct
from generator.use_cases.following import Cancelled, Progress
from generator.web.commands import Command, spoken
from generator.web.events import mark_of
from generator.web.issues import Issued
from generator.web.screens.check import round_of, title_of
from generator.web.screens.draft import label_of
from generator.web.screens.issue import CORRECT, issued_of, told_of
from generator.web.shelf import Round
from generator.web.shown import back, desk_of, lines_of, page
from generator.web.tasks import Doing
from letters.dates import format_date

_MOST_LINES = 500
_LONGEST = 1000  # characters of a reason


def correcting(request: Request) -> Response:
    """Show what differs from an issue, and which documents that makes stale."""
    one, found = round_of(request), issued_of(request)
    desk = desk_of(request)
    checked = desk.checks.of(one)
    facts = {
        "round": one,
        "screen": "issuing",
        "title": title_of(one, checked),
        "state": mark_of(checked.state),
        "found": found,
        "format_date": format_date,
        "today": _today().isoformat(),
        "command": spoken(_command(one, found)),
    }
    try:
        prepared = desk.correction(one, found.issue.folder, checked)
    except LaporanError as fault:
        return page(request, "correct", facts=facts, fault=lines_of(fault), prepared=None)
    planned = prepared.planned
    lines = list(round_lines(planned.data, planned.results))
    return page(
        request, "correct", facts=facts, fault=(), prepared=prepared, lines=lines[:_MOST_LINES],
        more=max(len(lines) - _MOST_LINES, 0),
        changed=[label_of(job) for job in planned.stale.changed],
        gone=[label_of(job) for job in planned.stale.gone],
    )  # fmt: skip


async def put_right(request: Request) -> Response:
    """Make version 2 of what is stale, and freeze it."""
    one, found = round_of(request), issued_of(request)
    async with request.form(max_files=0, max_fields=5) as form:
        given = {name: str(form.get(name, "")) for name in ("keadaan", "alasan", "tanggal")}
    told = await run_in_threadpool(_begun, request, one, found, given)
    if told:
        return back(
            request, "correcting", *told, good=False,
            putaran=one.identifier, terbitan=found.identifier,
        )  # fmt: skip
    return back(request, "issuing", putaran=one.identifier)


def _begun(
    request: Request, one: Round, found: Issued, given: dict[str, str]
) -> tuple[Message, ...]:
    """Begin a correction at the state that the user saw; give what stands in the way."""
    desk = desk_of(request)
    checked = desk.checks.of(one)
    if mark_of(checked.state) != given["keadaan"]:
        return (_("The workbook was saved meanwhile; look at it again before it goes out."),)
    day, reason = _day(given["tanggal"]), given["alasan"].strip()[:_LONGEST]
    if day is None or not reason:
        return (_("A correction needs a reason and a date."),)
    try:
        prepared = desk.correction(one, found.issue.folder, checked)
    except LaporanError as fault:
        return lines_of(fault)
    started = desk.tasks.start(one, CORRECT, _work(prepared, reason, day))
    return () if started else (_("Other work goes on for this round; wait for it or end it."),)


def _work(prepared: Correction, reason: str, day: datetime.date) -> Doing:
    def work(progress: Progress, cancelled: Cancelled) -> tuple[Message, ...]:
        made = correct(
            prepared, reason, day,
            processes=os.cpu_count() or 1, progress=progress, cancelled=cancelled,
        )  # fmt: skip
        return told_of(made)

    return work


def _day(text: str) -> datetime.date | None:
    """Read a day as browsers send it."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _command(one: Round, found: Issued) -> Command:
    """Give the command that does what this screen does, its reason still to be written."""
    options = (
        ("--against", found.issue.folder),
        ("--reason", "…"),
        ("--date", format_date(_today())),
        ("--pack", one.pack),
    )
    return Command("correct", (one.workbook,), options)
