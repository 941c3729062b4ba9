"""The first screen: the rounds, a place to drop files on, a new round."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from evaluation.errors import UnreadableInputError
from evaluation.messages import Message, _
from evaluation.sources import Severity
from generator.system.seals import sealed
from generator.web.arrivals import MOST_BYTES, Arrival, arrival_of, ending_of
from generator.web.checks import Checked
from generator.web.shelf import Round
from generator.web.shown import back, desk_of, lines_of, page
from generator.workbooks.book import write_workbook

_MOST_FILES = 2000
_SOURCES = {"kosong": None, "contoh": "examples.round_2024"}
"""What a new round may begin with: a module of ``examples`` that has its sheets, or nothing."""


@dataclass(frozen=True, slots=True)
class Card:
    """A round as the first screen shows it; ``checked`` is None where nobody has looked yet."""

    round: Round
    checked: Checked | None

    @property
    def title(self) -> str:
        """Give what the round is called."""
        return (self.checked.title if self.checked else "") or self.round.folder.name

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        found = self.checked.findings if self.checked else ()
        return sum(one.severity is severity for one in found)


def home(request: Request) -> Response:
    """Show the rounds."""
    desk = desk_of(request)
    cards = [Card(one, desk.checks.newest(one)) for one in desk.shelf.rounds()]
    return page(request, "home", cards=cards, folder=desk.shelf.folder)


async def new_round(request: Request) -> Response:
    """Make a round: blank, or the example."""
    async with request.form(max_files=0, max_fields=5) as form:
        source = str(form.get("dari", "kosong"))
    made = await run_in_threadpool(_made, request, source)
    return back(request, "check", _("The round was made."), putaran=made.identifier)


def _made(request: Request, source: str) -> Round:
    module = _SOURCES.get(source)
    sheets = import_module(module).sheets() if module else None
    content = BytesIO()
    write_workbook(content, sheets)
    title = "contoh 2024" if module else ""
    return desk_of(request).shelf.add(title, ".xlsx", sealed(content.getvalue(), "new"))


async def drop(request: Request) -> Response:
    """Take files that were dropped; each is told what it is by its contents."""
    async with request.form(max_files=_MOST_FILES, max_fields=5) as form:
        files = [one for one in form.getlist("berkas") if isinstance(one, UploadFile)]
        taken = [(one.filename or "", await one.read(MOST_BYTES + 1)) for one in files]
    given = [(name, data) for name, data in taken if name or data]
    if not given:
        return back(request, "home", _("No file was chosen."), good=False)
    made, told, good = await run_in_threadpool(_taken, request, given)
    if len(made) == 1:
        return back(request, "check", *told, good=good, putaran=made[0].identifier)
    return back(request, "home", *told, good=good)


def _taken(
    request: Request, given: Sequence[tuple[str, bytes]]
) -> tuple[list[Round], list[Message], bool]:
    """Put each file where it belongs; give the new rounds and what there is to tell."""
    rounds: list[Round] = []
    told: list[Message] = []
    good = True
    for name, data in given:
        try:
            one, message = _take(request, name, data)
        except UnreadableInputError as fault:
            told.extend(lines_of(fault))
            good = False
            continue
        told.append(message)
        rounds.extend([one] if one else [])
        good = good and one is not None
    return rounds, told, good


def _take(request: Request, name: str, data: bytes) -> tuple[Round | None, Message]:
    facts = {"file": name}
    if len(data) > MOST_BYTES:
        return None, _("%(file)s: larger than 50 MB, which no workbook needs.") % facts
    arrived = arrival_of(data, name)
    if arrived.kind is not Arrival.WORKBOOK:
        return None, _NOT_TAKEN[arrived.kind] % facts
    one = desk_of(request).shelf.add(arrived.title, ending_of(data), data)
    return one, _("%(file)s: a workbook. It lies in a folder of its own now.") % facts


_NOT_TAKEN = {
    Arrival.RETURNED: _("%(file)s: a form or table of scores. Open the round that it belongs to."),
    Arrival.REPORT: _("%(file)s: a PDF. Past reports are read by “laporan extract”."),
    Arrival.PACK: _("%(file)s: a template pack. Open the round that it is for."),
    Arrival.OTHER: _("%(file)s: nothing that Laporan knows. It takes workbooks, forms and PDFs."),
}
