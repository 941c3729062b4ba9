"""The page asked as a browser asks it, without a server or a network between."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from generator.web.app import application
from generator.web.desk import Desk
from generator.web.door import Door
from generator.web.shelf import Shelf

_EDGE = "laporan-7d1f"
Files = Sequence[tuple[str, bytes]]


@dataclass(frozen=True)
class Answer:
    """What came back; header names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return unescape(self.body.decode())

    @property
    def seen(self) -> str:
        """Give what a reader sees of a page, without its tags."""
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.text))


@dataclass
class Browser:
    """A browser that was let in: it brings the cookie and tells where its requests come from."""

    folder: Path
    language: str = "en"
    opened: list[Path] = field(default_factory=list)
    stopped: bool = False

    def __post_init__(self) -> None:
        self.door = Door(8765)
        self.desk = Desk(Shelf(self.folder), self.opened.append, self._stop)
        self.app = application(self.desk, self.door)
        self.headers = {
            "host": "127.0.0.1:8765",
            "cookie": self.door.cookie.partition(";")[0] + f"; bahasa={self.language}",
            "sec-fetch-site": "same-origin",
        }

    def _stop(self) -> None:
        self.stopped = True

    def get(self, path: str, **headers: str | None) -> Answer:
        return self.ask("GET", path, b"", headers)

    def post(self, path: str, fields: Mapping[str, str] | None = None) -> Answer:
        """Send a form, and follow where it leads."""
        body = urlencode(fields or {}).encode()
        kind = "application/x-www-form-urlencoded"
        return self._followed(self.ask("POST", path, body, {"content-type": kind}))

    def drop(self, path: str, *files: tuple[str, bytes]) -> Answer:
        """Drop files, and follow where it leads."""
        parts = b"".join(
            f'--{_EDGE}\r\nContent-Disposition: form-data; name="berkas"; filename="'.encode()
            + name.replace('"', "%22").encode()
            + b'"\r\nContent-Type: application/octet-stream\r\n\r\n' + data + b"\r\n"
            for name, data in files
        )  # fmt: skip
        kind = f"multipart/form-data; boundary={_EDGE}"
        body = parts + f"--{_EDGE}--\r\n".encode()
        return self._followed(self.ask("POST", path, body, {"content-type": kind}))

    def _followed(self, answer: Answer) -> Answer:
        if answer.status != 303:
            return answer
        to = urlsplit(answer.headers["location"])
        inside = to.path.removeprefix(self.door.path)
        return self.get(f"{inside}?{to.query}" if to.query else inside)

    def ask(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str | None] | None = None,
    ) -> Answer:
        """Ask for an address within the door; a header that is None is left out.

        An underscore in a header's name stands for a hyphen.
        """
        return self.ask_outside(method, self.door.path + path, body, headers)

    def ask_outside(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str | None] | None = None,
    ) -> Answer:
        """Ask for any address."""
        own = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        given = {**self.headers, **own}
        said = [(k.encode(), v.encode()) for k, v in given.items() if v is not None]
        address, _mark, query = path.partition("?")
        scope = {
            "type": "http", "method": method, "path": address, "query_string": query.encode(),
            "headers": said, "root_path": "", "scheme": "http", "http_version": "1.1",
        }  # fmt: skip
        return asyncio.run(self._answer(scope, body))

    async def _answer(self, scope: dict[str, Any], body: bytes) -> Answer:
        waiting = [body[at : at + 65536] for at in range(0, len(body), 65536)] or [b""]
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            if not waiting:
                await asyncio.Event().wait()  # until the answer is out
            part = waiting.pop(0)
            return {"type": "http.request", "body": part, "more_body": bool(waiting)}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        try:
            await self.app(scope, receive, send)  # type: ignore[arg-type]
        except Exception:  # a fault is told on a page, then raised for the server's log
            if not sent or sent[0]["status"] != 500:
                raise
        start = next(one for one in sent if one["type"] == "http.response.start")
        headers = {k.decode(): v.decode() for k, v in start["headers"]}
        body = b"".join(one.get("body", b"") for one in sent)
        return Answer(start["status"], headers, body)
