"""The server: on this machine alone, one a user, open as long as a page is."""

import asyncio
import contextlib
import json
import os
import socket
import stat
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uvicorn

from generator.system.files import unwritable
from generator.web.app import application
from generator.web.desk import Desk, Opener
from generator.web.door import Door
from generator.web.guard import CALL, CALLER
from generator.web.shelf import Shelf

LOCK = ".laporan-terbuka.json"
"""Says in the folder of the rounds that a server is open for it, and how it is called."""

_HERE = "127.0.0.1"
_LOOK = 5.0  # seconds between two looks whether anybody is there still
_CALLING = 5.0  # seconds that a server has to answer another start


class _Server(uvicorn.Server):
    """Ends when no page gives a sign any more, or when it is told to."""

    desk: Desk
    ready: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer; then say so."""
        await super().startup(sockets)
        self._watching = asyncio.create_task(self._watch())
        self.ready()

    async def _watch(self) -> None:
        while not self.should_exit:
            await asyncio.sleep(_LOOK)
            self.should_exit = self.should_exit or self.desk.is_quiet()


def serve(folder: Path, opener: Opener, show: Callable[[str], None]) -> None:
    """Serve the rounds of a folder until the page is closed; ``show`` opens an address.

    Where a server is open for the folder already, that one is shown. Raises UnwritableOutputError.
    """
    with unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)
    standing = _link_of_standing(folder / LOCK)
    if standing is not None:
        show(standing)
        return
    with _listening() as listener:
        door = Door(listener.getsockname()[1])
        server = _server(folder, opener, door)
        server.ready = lambda: show(door.link())
        try:
            with _locked(folder / LOCK, door):
                server.run([listener])
        finally:
            server.desk.tasks.end()


def _server(folder: Path, opener: Opener, door: Door) -> _Server:
    def stop() -> None:
        server.should_exit = True

    desk = Desk(Shelf(folder), opener, stop)
    config = uvicorn.Config(
        application(desk, door),
        log_config=None,
        log_level="critical",  # faults are told on the page and written into a log of ours
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        lifespan="off",
        ws="none",
    )
    server = _Server(config)
    server.desk = desk
    return server


@contextlib.contextmanager
def _listening() -> Iterator[socket.socket]:
    """Listen on a free port that this machine alone can reach."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind((_HERE, 0))
        yield listener


@contextlib.contextmanager
def _locked(lock: Path, door: Door) -> Iterator[None]:
    """Let another start of this user find the server; nobody else may read how."""
    said = json.dumps({"port": door.port, "caller": door.caller})
    with unwritable(lock):
        lock.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(lock, flags, stat.S_IRUSR | stat.S_IWUSR), "w") as file:
            file.write(said)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink(missing_ok=True)


def _link_of_standing(lock: Path) -> str | None:
    """Ask the server that is open for a folder for a link; None where there is none."""
    try:
        said: dict[str, Any] = json.loads(lock.read_text(encoding="utf-8"))
        request = urllib.request.Request(
            f"http://{_HERE}:{int(said['port'])}{CALL}",
            method="POST",
            headers={CALLER: str(said["caller"])},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=_CALLING) as answer:
            link = str(answer.read(1000).decode("ascii"))
    except (OSError, ValueError, KeyError, TypeError, urllib.error.URLError):
        return None
    return link if link.startswith(f"http://{_HERE}:{int(said['port'])}/") else None
