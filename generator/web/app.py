"""The page as an application: which address leads to which screen, and how faults are told."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from evaluation.faults import reason_of, traceback_of
from evaluation.messages import LANGUAGES, Message, _
from generator.system.fault_log import write_log
from generator.web.desk import Desk
from generator.web.door import Door
from generator.web.events import events
from generator.web.guard import LANGUAGE, Guard, TooLargeError
from generator.web.screens import check, correct, draft, fill, home, issue
from generator.web.shown import FOLDER, page

_ROUND = "/putaran/{putaran}"
_ISSUE = f"{_ROUND}/terbit/{{terbitan}}"
_YEAR = 365 * 24 * 3600

_ROUTES = (
    Route("/", home.home, name="home"),
    Route("/jatuh", home.drop, name="drop", methods=["POST"]),
    Route("/putaran", home.new_round, name="new_round", methods=["POST"]),
    Route(f"{_ROUND}/periksa", check.check, name="check"),
    Route(f"{_ROUND}/periksa/lagi", check.check_again, name="check_again"),
    Route(f"{_ROUND}/periksa/lembar/{{tempat}}", check.one_place, name="place"),
    Route(f"{_ROUND}/buka", check.open_workbook, name="open_workbook", methods=["POST"]),
    Route(f"{_ROUND}/benar/{{temuan}}", check.exempt, name="exempt", methods=["POST"]),
    Route(f"{_ROUND}/bertanda", check.marked_copy, name="marked_copy"),
    Route(f"{_ROUND}/halaman", check.told_page, name="told_page"),
    Route(f"{_ROUND}/isi", fill.filling, name="filling"),
    Route(f"{_ROUND}/isi/kerja", fill.fill_work, name="fill_work"),
    Route(f"{_ROUND}/isi/kiriman", fill.come_back, name="come_back", methods=["POST"]),
    Route(f"{_ROUND}/isi/formulir", fill.make_forms, name="make_forms", methods=["POST"]),
    Route(f"{_ROUND}/isi/ambil", fill.take_in, name="take_in", methods=["POST"]),
    Route(f"{_ROUND}/isi/buka/{{apa}}", fill.open_forms, name="open_forms", methods=["POST"]),
    Route(f"{_ROUND}/konsep", draft.draft, name="draft"),
    Route(f"{_ROUND}/konsep/dokumen", draft.document, name="document"),
    Route(f"{_ROUND}/konsep/buat", draft.make_all, name="make_all", methods=["POST"]),
    Route(f"{_ROUND}/konsep/batal", draft.cancel, name="cancel", methods=["POST"]),
    Route(f"{_ROUND}/konsep/kerja", draft.work, name="work"),
    Route(f"{_ROUND}/konsep/map", draft.open_folder, name="open_folder", methods=["POST"]),
    Route(f"{_ROUND}/terbit", issue.issuing, name="issuing"),
    Route(f"{_ROUND}/terbit/nomor", issue.take_number, name="take_number", methods=["POST"]),
    Route(f"{_ROUND}/terbit/terbitkan", issue.go_out, name="go_out", methods=["POST"]),
    Route(f"{_ROUND}/terbit/kerja", issue.issue_work, name="issue_work"),
    Route(f"{_ISSUE}/map", issue.open_issue, name="open_issue", methods=["POST"]),
    Route(f"{_ISSUE}/utuh", issue.look_after, name="look_after", methods=["POST"]),
    Route(f"{_ISSUE}/ralat", correct.correcting, name="correcting"),
    Route(f"{_ISSUE}/ralat/buat", correct.put_right, name="put_right", methods=["POST"]),
    Route("/gambar/{digest}/{halaman:int}.png", draft.picture, name="picture"),
    Route("/peristiwa", events, name="events"),
)


def application(desk: Desk, door: Door) -> ASGIApp:
    """Give the application of one user on one machine."""

    async def speak(request: Request) -> Response:
        """Note the language of a browser, and go back to the first screen."""
        answer = RedirectResponse(f"{door.path}/", 303)
        async with request.form(max_files=0, max_fields=2) as form:
            wanted = str(form.get("bahasa", ""))
        if wanted in LANGUAGES:
            answer.set_cookie(
                LANGUAGE, wanted, max_age=_YEAR, path=door.path, httponly=True, samesite="strict"
            )
        return answer

    async def stop(request: Request) -> Response:
        """End the server, once the answer is out."""
        answer = page(request, "stopped")
        desk.stop()
        return answer

    inside = [
        *_ROUTES,
        Route("/bahasa", speak, name="speak", methods=["POST"]),
        Route("/tutup", stop, name="stop", methods=["POST"]),
        Mount("/tetap", StaticFiles(directory=FOLDER / "static"), name="static"),
    ]
    app = Starlette(
        routes=[Mount(door.path, routes=inside)],
        exception_handlers=_HANDLERS,
    )
    app.state.desk = desk
    return Guard(app, door)


async def _refused(request: Request, fault: Exception) -> Response:
    """Tell what is not there, or not allowed."""
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    return page(request, "fault", status, told=_told_of(status), log=None)


async def _too_large(request: Request, _fault: Exception) -> Response:
    told = _("These files are larger together than 500 MB; drop fewer of them at once.")
    return page(request, "fault", 413, told=told, log=None)


async def _failed(request: Request, fault: Exception) -> Response:
    """Tell a fault of the program, and where the log of it is."""
    try:
        log = write_log(["buka"], [traceback_of(fault)])
    except OSError:
        log = None
    told = _("a fault of the program, not of your data (%(reason)s). Nothing more was made.")
    return page(request, "fault", 500, told=told % {"reason": reason_of(fault)}, log=log)


def _told_of(status: int) -> Message:
    if status == 404:
        return _("This is not here any more; it may have been moved or deleted.")
    return _("This cannot be done (%(status)d).") % {"status": status}


Handler = Callable[[Request, Exception], Awaitable[Response]]
_HANDLERS: dict[int | type[Exception], Handler] = {
    HTTPException: _refused,
    TooLargeError: _too_large,
    Exception: _failed,
}
