"""Drafts: leafing through the pages of any document, and making all of them into a folder."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from evaluation.errors import LaporanError
from evaluation.findings import has_errors
from evaluation.messages import Message, _, composed, ngettext
from generator.making.plan import Job
from generator.use_cases import build
from generator.use_cases.following import Cancelled, Progress
from generator.web.checks import Checked
from generator.web.commands import Command, spoken
from generator.web.events import mark_of
from generator.web.notes import Notes
from generator.web.screens.check import round_of, title_of
from generator.web.shelf import Round
from generator.web.shown import back, desk_of, lines_of, page
from generator.web.tasks import State, Task

BUILD = "build --draft"
_SCREENS = {BUILD: "draft", "forms": "filling", "collect": "filling"}
"""Where each kind of work is followed."""

_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document to leaf through, and its neighbours; None where there is none."""

    job: Job
    number: int
    before: int | None
    after: int | None


def draft(request: Request) -> Response:
    """Show a document page by page."""
    one = round_of(request)
    checked = desk_of(request).checks.of(one)
    facts = _facts(one, checked)
    if checked.inspection is None or has_errors(checked.findings):
        return page(request, "draft_not_yet", facts=facts)
    desk = desk_of(request)
    drafts = desk.drafts(one, checked)
    chosen = _chosen(drafts.jobs, request.query_params.get("dokumen", ""))
    facts |= {
        "chosen": chosen,
        "groups": _groups(drafts.jobs),
        "label": label_of(chosen.job),
        "task": desk.tasks.of(one),
        "mine": (BUILD,),
        "cut_off": _cut_off(request, one),
    }
    try:
        digest, pages = desk.pictures.pages(drafts.pdf(chosen.job))
    except LaporanError as fault:
        return page(request, "draft", facts=facts, fault=lines_of(fault), pages=(), digest="")
    return page(request, "draft", facts=facts, fault=(), pages=pages, digest=digest)


def _facts(one: Round, checked: Checked) -> dict[str, object]:
    return {
        "round": one,
        "screen": "draft",
        "title": title_of(one, checked),
        "state": mark_of(checked.state),
        "command": spoken(_command(one)),
    }


def _groups(jobs: Sequence[Job]) -> list[tuple[Message, list[tuple[int, Message]]]]:
    """Give the documents to choose from: those of the round, then each kind by region."""
    groups: dict[str, tuple[Message, list[tuple[int, Message]]]] = {}
    for number, job in enumerate(jobs):
        name = job.kind.name if job.region else ""
        heading = job.kind.label if job.region else _("The round as a whole")
        groups.setdefault(name, (heading, []))[1].append((number, label_of(job, brief=True)))
    return list(groups.values())


def label_of(job: Job, brief: bool = False) -> Message:
    """Give what a document is called: its kind, and its region where it is about one."""
    if job.region is None:
        return composed(job.kind.label)
    return composed(job.region.name) if brief else composed(job.kind.label, job.region.name)


def _chosen(jobs: Sequence[Job], asked: str) -> Chosen:
    """Give the document that was asked for by its number, else the first."""
    known = asked.isascii() and asked.isdigit() and len(asked) < 6 and int(asked) < len(jobs)
    number = int(asked) if known else 0
    return Chosen(
        jobs[number],
        number,
        number - 1 if number > 0 else None,
        number + 1 if number + 1 < len(jobs) else None,
    )


def picture(request: Request) -> Response:
    """Give a page of a document as a picture."""
    asked = request.path_params
    drawn = desk_of(request).pictures.picture(asked["digest"], asked["halaman"])
    if drawn is None:
        return page(
            request, "fault", 404, told=_("This page was drawn anew; load it again."), log=None
        )
    kept = {"cache-control": f"private, max-age={_YEAR}, immutable"}
    return Response(drawn, media_type="image/png", headers=kept)


def document(request: Request) -> Response:
    """Give the document that is leafed through, as PDF."""
    one = round_of(request)
    checked = desk_of(request).checks.of(one)
    if checked.inspection is None or has_errors(checked.findings):
        return back(request, "draft", putaran=one.identifier)
    drafts = desk_of(request).drafts(one, checked)
    chosen = _chosen(drafts.jobs, request.query_params.get("dokumen", ""))
    name = chosen.job.paths[0].rpartition("/")[2]
    told = {"content-disposition": f'attachment; filename="konsep-{name}"'}
    return Response(drafts.pdf(chosen.job), media_type="application/pdf", headers=told)


def make_all(request: Request) -> Response:
    """Begin to make every document."""
    one = round_of(request)

    def work(progress: Progress, cancelled: Cancelled) -> tuple[Message, ...]:
        made = build(
            one.workbook, one.drafts, pack=one.pack, draft=True,
            processes=os.cpu_count() or 1, progress=progress, cancelled=cancelled,
        )  # fmt: skip
        made.refuse_failures()
        failed = [composed(f"{each.job.stem}:", each.reason) for each in made.batch.failures]
        count = len(made.batch.records)
        told = ngettext("%(count)d file was made.", "%(count)d files were made.", count)
        return (told % {"count": count}, *failed)

    started = desk_of(request).tasks.start(one, BUILD, work)
    told = () if started else (_("Other work goes on for this round; wait for it or end it."),)
    return back(request, "draft", *told, good=started, at="buat", putaran=one.identifier)


def cancel(request: Request) -> Response:
    """End the work that goes on."""
    one = round_of(request)
    task = desk_of(request).tasks.of(one)
    if task is not None:
        task.cancel()
    to = _SCREENS.get(task.what, "issuing") if task else "draft"
    return back(request, to, putaran=one.identifier)


def work(request: Request) -> Response:
    """Give the part of the screen that tells how far the work is."""
    one = round_of(request)
    task = desk_of(request).tasks.of(one)
    facts = {"round": one, "task": task, "mine": (BUILD,), "cut_off": _cut_off(request, one)}
    return page(request, "_work", facts=facts)


def open_folder(request: Request) -> Response:
    """Open the folder of the drafts."""
    one = round_of(request)
    if one.drafts.is_dir():
        desk_of(request).opener(one.drafts)
    return back(request, "draft", at="buat", putaran=one.identifier)


def _cut_off(request: Request, one: Round) -> bool:
    """Tell whether the last making was cut off, by a machine that went out for instance."""
    task: Task | None = desk_of(request).tasks.of(one)
    if task is not None and task.state is State.RUNNING:
        return False
    last = Notes(one.folder).last(BUILD)
    return last is not None and last.outcome is None


def _command(one: Round) -> Command:
    """Give the command that makes all drafts."""
    options = (("-o", one.drafts), ("--draft", ""), ("--pack", one.pack))
    return Command("build", (one.workbook,), options)
