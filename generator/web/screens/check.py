"""What is wrong with a workbook, shown with its rows, and anew each time it was saved."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from evaluation.errors import LaporanError
from evaluation.messages import Message, _
from evaluation.rules import EXEMPTIBLE
from evaluation.workbook.sheets import PENGECUALIAN
from generator.review.matrix import coverage_table
from generator.review.overview import overview
from generator.use_cases import check as write_check
from generator.use_cases import exempt as write_exemption
from generator.web.checks import Checked
from generator.web.commands import Command, spoken
from generator.web.events import mark_of
from generator.web.findings import Place, by_place, verdict, with_rows
from generator.web.shelf import Round
from generator.web.shown import back, desk_of, lines_of, page

_FIRST = 12  # findings of a sheet that are shown at once
_A_PAGE = 100  # on the page of one sheet
_LONGEST_REASON = 2000  # characters
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def round_of(request: Request) -> Round:
    """Give the round that an address names. Raises HTTPException where there is none."""
    one = desk_of(request).shelf.find(request.path_params["putaran"])
    if one is None:
        raise HTTPException(404)
    return one


def check(request: Request) -> Response:
    """Show the whole screen."""
    return _shown(request, "check")


def check_again(request: Request) -> Response:
    """Give the part of the screen that a save may change."""
    return _shown(request, "_checked")


def one_place(request: Request) -> Response:
    """Show all findings of one sheet, some at a time."""
    one = round_of(request)
    checked = desk_of(request).checks.of(one)
    places = by_place(checked.findings)
    place = next((each for each in places if each.key == request.path_params["tempat"]), None)
    if place is None:  # all of it was mended meanwhile
        return back(request, "check", _("Nothing is wrong there any more."), putaran=one.identifier)
    last = max(-(-len(place.findings) // _A_PAGE), 1)
    number = min(_whole(request.query_params.get("halaman", "1")), last)
    part = place.findings[(number - 1) * _A_PAGE : number * _A_PAGE]
    return page(
        request, "place", round=one, checked=checked, place=place, number=number, last=last,
        shown=list(with_rows(part, checked.sheets)), title=title_of(one, checked), screen="check",
        state=mark_of(checked.state),
    )  # fmt: skip


def _shown(request: Request, name: str) -> Response:
    one = round_of(request)
    checked = desk_of(request).checks.of(one)
    style, said = verdict(checked.findings)
    return page(
        request,
        name,
        round=one,
        screen="check",
        title=title_of(one, checked),
        checked=checked,
        fault=lines_of(checked.fault) if checked.fault else (),
        verdict_style=style,
        verdict=said,
        places=[(each, _first(each, checked)) for each in by_place(checked.findings)],
        figures=_figures(checked),
        state=mark_of(checked.state),
        command=spoken(_command(one)),
    )


def _first(place: Place, checked: Checked) -> Sequence[object]:
    return list(with_rows(place.findings[:_FIRST], checked.sheets))


def title_of(one: Round, checked: Checked) -> str:
    """Give what a round is called: by its workbook, else by its folder."""
    return checked.title or one.folder.name


def _figures(checked: Checked) -> Markup:
    """Give the national chart and whose scores are there; what review writes is escaped already."""
    if checked.inspection is None:
        return Markup("")
    results = checked.inspection.results
    drawn = (overview(results), *coverage_table(results.evaluation))
    return Markup("".join(drawn))  # noqa: S704


def _whole(text: str) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def open_workbook(request: Request) -> Response:
    """Open the workbook itself in the user's spreadsheet program."""
    one = round_of(request)
    desk_of(request).opener(one.workbook)
    told = _("The workbook opens in your spreadsheet program. Each time you save, it is checked.")
    return back(request, "check", told, putaran=one.identifier)


async def exempt(request: Request) -> Response:
    """Note in the workbook that a finding is right as it is, and why."""
    one = round_of(request)
    async with request.form(max_files=0, max_fields=2) as form:
        reason = str(form.get("alasan", ""))[:_LONGEST_REASON]
    told, good = await run_in_threadpool(_exempted, request, one, reason)
    return back(request, "check", told, good=good, putaran=one.identifier)


def _exempted(request: Request, one: Round, reason: str) -> tuple[Message, bool]:
    finding = desk_of(request).checks.of(one).finding(request.path_params["temuan"])
    if finding is None or finding.rule not in EXEMPTIBLE:
        return _("This finding is not there any more."), False
    place = str(finding.source) if finding.source else ""
    try:
        write_exemption(one.workbook, finding.rule, place, reason)
    except LaporanError as fault:
        return fault.told, False
    return _("Noted in the sheet %(sheet)s.") % {"sheet": PENGECUALIAN.name}, True


_COPY, _PAGE = "buku-kerja-bertanda", "hasil-periksa"


def marked_copy(request: Request) -> Response:
    """Give the copy of the workbook with its cells marked."""
    one = round_of(request)
    ending = ".xlsx"
    return _written(request, one, xlsx=one.checked / f"{_COPY}{ending}", media=_XLSX)


def told_page(request: Request) -> Response:
    """Give the findings as a page that can be printed and sent."""
    one = round_of(request)
    return _written(request, one, html=one.checked / f"{_PAGE}.html", media="text/html")


def _written(
    request: Request, one: Round, media: str, html: Path | None = None, xlsx: Path | None = None
) -> Response:
    checked = desk_of(request).checks.of(one)
    try:
        write_check(
            one.workbook, one.pack, html=html, xlsx=xlsx, force=True, seen=checked.inspection
        )
    except LaporanError as fault:
        return back(request, "check", *lines_of(fault), good=False, putaran=one.identifier)
    written = html or xlsx or one.workbook
    return FileResponse(written, media_type=media, filename=written.name)


def _command(one: Round) -> Command:
    """Give the command that does what this screen does."""
    return Command(
        "check",
        (one.workbook,),
        (
            ("--html", one.checked / f"{_PAGE}.html"),
            ("--xlsx", one.checked / f"{_COPY}.xlsx"),
            ("--pack", one.pack),
        ),
    )
