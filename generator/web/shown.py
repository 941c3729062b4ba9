"""Pages put together: what templates may use, and how everything in them is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from evaluation.errors import LaporanError
from evaluation.messages import Message, _, current_language, literal, ngettext
from evaluation.sources import Severity
from evaluation.visible import visible
from generator.review.lines import severity_name
from generator.web.desk import Desk

FOLDER = Path(__file__).parent
_CLASSES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def desk_of(request: Request) -> Desk:
    """Give the desk of the server that answers a request."""
    desk: Desk = request.app.state.desk
    return desk


def link(request: Request, name: str, /, **parts: str) -> str:
    """Give the address of a page of ours, without the machine's."""
    path: str = request.app.url_path_for(name, **parts)
    return path


Facts = Mapping[str, object]


def page(
    request: Request, name: str, status: int = 200, facts: Facts | None = None, **more: object
) -> HTMLResponse:
    """Answer with a page, told ``facts`` and more."""
    desk = desk_of(request)
    news = desk.news(request.query_params.get("kabar", ""))
    told: Mapping[str, object] = {
        "link": lambda to, **parts: link(request, to, **parts),
        "language": current_language(),
        "here": request.url.path,
        "news": news,
        **(facts or {}),
        **more,
    }
    return HTMLResponse(_pages().get_template(f"{name}.html").render(told), status)


def back(
    request: Request, to: str, *told: Message, good: bool = True, at: str = "", **parts: str
) -> RedirectResponse:
    """Send the browser on to a page, which tells what was done; ``at`` is a place on it."""
    address = link(request, to, **parts)
    if told:
        address += f"?kabar={desk_of(request).tell(*told, good=good)}"
    return RedirectResponse(f"{address}#{at}" if at else address, 303)


def lines_of(fault: LaporanError) -> tuple[Message, ...]:
    """Give everything that an error tells, a line each."""
    return (*(literal(one) for one in fault.findings), *fault.reasons, fault.told)


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=FileSystemLoader(FOLDER / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals.update(
        {
            "_": _,
            "ngettext": ngettext,
            "severity_class": _CLASSES.__getitem__,
            "severity_name": severity_name,
            "severities": sorted(Severity, reverse=True),
        }
    )
    return pages


def _seen(value: object) -> object:
    """Give a value as it may be shown: what nobody sees in it by its code."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else visible(str(value))
