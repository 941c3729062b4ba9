"""What a page is told while it stands open: that its workbook was saved and looked at again."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from generator.web.checks import state_of
from generator.web.desk import Desk
from generator.web.shelf import Round
from generator.web.shown import desk_of

_POLL = 0.5  # seconds between two looks at the file
_ALIVE = 15.0  # seconds after which a silent connection gives a sign

Stand = tuple[object, ...]
"""How far work is: equal as long as a page need not be told anything."""

_HEAD = {"content-type": "text/event-stream", "x-accel-buffering": "no"}


async def events(request: Request) -> Response:
    """Tell a page what happens, for as long as it stands open."""
    desk = desk_of(request)
    one = desk.shelf.find(request.query_params.get("putaran", ""))
    seen = request.query_params.get("keadaan", "")
    # Before the answer begins: whatever changes after the page saw it begin is told.
    work = None if one is None else _stand_of(desk, one)
    return StreamingResponse(_told(request, desk, one, seen, work), headers=_HEAD)


def mark_of(state: tuple[int, int]) -> str:
    """Give a state of a workbook as it stands in a page."""
    return "-".join(map(str, state))


async def _told(
    request: Request, desk: Desk, one: Round | None, seen: str, work: Stand | None
) -> AsyncIterator[str]:
    quiet = 0.0
    yield "retry: 2000\n\n"
    while not await request.is_disconnected():
        desk.hear()
        news = [] if one is None else [each async for each in _of_workbook(desk, one, seen)]
        for name, data in news:
            seen = data
            yield f"event: {name}\ndata: {json.dumps(data)}\n\n"
        before, work = work, None if one is None else _stand_of(desk, one)
        if work != before:
            news.append(("kerja", ""))
            yield "event: kerja\ndata: 1\n\n"
        quiet = 0.0 if news else quiet + _POLL
        if quiet >= _ALIVE:
            quiet = 0.0
            yield ": \n\n"
        await asyncio.sleep(_POLL)


def _stand_of(desk: Desk, one: Round) -> Stand:
    """Give how far the work on a round is."""
    task = desk.tasks.of(one)
    return () if task is None else (id(task), task.state, task.done, task.total, task.is_ending)


async def _of_workbook(desk: Desk, one: Round, seen: str) -> AsyncIterator[tuple[str, str]]:
    """Tell that a workbook is another one than the page shows, once it was looked at."""
    state = state_of(one)
    if state == (0, 0) or mark_of(state) == seen:
        return
    checked = await run_in_threadpool(desk.checks.of, one)
    yield "periksa", mark_of(checked.state)
