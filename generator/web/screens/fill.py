"""Scores: forms out to the assessors, and what came back into the workbook."""

import re
from collections.abc import Sequence
from itertools import count
from pathlib import PurePath

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from evaluation.errors import UnreadableInputError
from evaluation.messages import Message, _, literal, ngettext
from evaluation.names import plain
from generator.review.matrix import coverage_table
from generator.system.files import unwritable
from generator.system.open_elsewhere import require_closed
from generator.use_cases import collect, forms
from generator.use_cases.following import Cancelled, Progress
from generator.web.arrivals import MOST_BYTES, Arrival, arrival_of, ending_of
from generator.web.checks import Checked
from generator.web.commands import Command, spoken
from generator.web.events import mark_of
from generator.web.screens.check import round_of, title_of
from generator.web.shelf import Round
from generator.web.shown import back, desk_of, lines_of, page
from generator.web.tasks import Doing

FORMS, COLLECT = "forms", "collect"
_MOST_FILES = 2000
_TOLD = 40  # findings that are told after collecting
_LONGEST = 60  # characters of a file's name


def filling(request: Request) -> Response:
    """Show whose scores are there, and what forms there are."""
    return _shown(request, "fill")


def fill_work(request: Request) -> Response:
    """Give the part of the screen that changes with the work."""
    return _shown(request, "_fill_work")


def _shown(request: Request, name: str) -> Response:
    one = round_of(request)
    desk = desk_of(request)
    checked = desk.checks.of(one)
    return page(
        request, name, round=one, screen="filling", title=title_of(one, checked),
        state=mark_of(checked.state), matrix=_matrix(checked), task=desk.tasks.of(one),
        mine=(FORMS, COLLECT), returned=len(_returned(one)),
        commands=[spoken(each) for each in commands(one)],
    )  # fmt: skip


def _matrix(checked: Checked) -> Markup:
    """Give regions by assessors; what review writes is escaped already."""
    if checked.inspection is None:
        return Markup("")
    return Markup("".join(coverage_table(checked.inspection.evaluation)))  # noqa: S704


def _returned(one: Round) -> list[PurePath]:
    return sorted(one.returned.glob("kiriman-*")) if one.returned.is_dir() else []


def make_forms(request: Request) -> Response:
    """Begin to write a form for each region and assessor."""
    one = round_of(request)

    def work(progress: Progress, cancelled: Cancelled) -> tuple[Message, ...]:
        made = len(forms(one.workbook, one.forms, progress=progress, cancelled=cancelled))
        told = ngettext("%(count)d form was made.", "%(count)d forms were made.", made)
        return (told % {"count": made},)

    return _begun(request, one, FORMS, work)


def take_in(request: Request) -> Response:
    """Begin to gather what came back into the workbook."""
    one = round_of(request)

    def work(progress: Progress, cancelled: Cancelled) -> tuple[Message, ...]:
        require_closed(one.workbook)
        gathered = collect(
            [one.returned], one.workbook, into=one.workbook,
            mapping=one.map if one.map.is_file() else None,
            progress=progress, cancelled=cancelled,
        )  # fmt: skip
        draft = gathered.found.draft
        counts = {"scores": len(draft.scores), "comments": len(draft.comments)}
        told = _("%(scores)d scores and %(comments)d comments are in the workbook now.") % counts
        findings = (*gathered.found.findings, *gathered.contradictions)
        unclear = (
            _("Some columns are unclear: say in the map what they mean, and take in again."),
        )
        return (
            told,
            *(unclear if gathered.mapping else ()),
            *(literal(each) for each in findings[:_TOLD]),
        )

    return _begun(request, one, COLLECT, work)


def _begun(request: Request, one: Round, what: str, work: Doing) -> Response:
    started = desk_of(request).tasks.start(one, what, work)
    told = () if started else (_("Other work goes on for this round; wait for it or end it."),)
    return back(request, "filling", *told, good=started, putaran=one.identifier)


async def come_back(request: Request) -> Response:
    """Keep forms and tables that came back in the round's folder."""
    one = round_of(request)
    async with request.form(max_files=_MOST_FILES, max_fields=2) as form:
        files = [each for each in form.getlist("berkas") if isinstance(each, UploadFile)]
        given = [(each.filename or "", await each.read(MOST_BYTES + 1)) for each in files]
    told, good = await run_in_threadpool(_kept, one, [each for each in given if any(each)])
    return back(request, "filling", *told, good=good, putaran=one.identifier)


def _kept(one: Round, given: Sequence[tuple[str, bytes]]) -> tuple[list[Message], bool]:
    """Keep what is a spreadsheet with scores; tell what is none."""
    kept, refused = 0, []
    for name, data in given:
        try:
            if len(data) > MOST_BYTES or arrival_of(data, name).kind is not Arrival.RETURNED:
                refused.append(_("%(file)s: no form or table of scores.") % {"file": name})
                continue
        except UnreadableInputError as fault:
            refused.extend(lines_of(fault))
            continue
        _keep(one, name, data)
        kept += 1
    told = ngettext("%(count)d file was kept.", "%(count)d files were kept.", kept)
    return [told % {"count": kept}, *refused], bool(kept) and not refused


def _keep(one: Round, name: str, data: bytes) -> None:
    """Write a file under a plain name of its own; the same contents are kept once."""
    slug = re.sub(r"[^a-z0-9]+", "-", plain(PurePath(name).stem)).strip("-")[:_LONGEST]
    stem = f"kiriman-{slug}".strip("-")
    with unwritable(one.returned):
        one.returned.mkdir(parents=True, exist_ok=True)
        if any(path.read_bytes() == data for path in one.returned.glob(f"{stem}*")):
            return
        for number in count(1):
            path = one.returned / f"{stem}{'' if number == 1 else f'-{number}'}{ending_of(data)}"
            if not path.exists():
                path.write_bytes(data)
                return


def open_forms(request: Request) -> Response:
    """Open the folder of the forms, or the map that asks what is unclear."""
    one = round_of(request)
    wanted = {"formulir": one.forms, "peta": one.map}.get(request.path_params["apa"])
    if wanted is not None and wanted.exists():
        desk_of(request).opener(wanted)
    return back(request, "filling", putaran=one.identifier)


def commands(one: Round) -> tuple[Command, Command]:
    """Give the commands that do what this screen does."""
    mapping = one.map if one.map.is_file() else None
    into = (("-o", one.workbook), ("--into", one.workbook), ("--map", mapping))
    return (
        Command("forms", (one.workbook,), (("-o", one.forms),)),
        Command("collect", (one.returned,), into),
    )
