"""Every request passes here before anything else is looked at, and every answer after."""

from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from evaluation.messages import LANGUAGES, current_language, set_language
from evaluation.messages import Message as Told
from generator.web.door import ENTRANCE, FOREIGN, NO_KEY, WRONG_HOST, Door

LANGUAGE = "bahasa"
"""The cookie that holds the language of a browser."""

MOST_BYTES = 500 << 20
"""What one request may bring: some hundred forms and workbooks."""

CALL = "/panggil"
"""Where another start of the program asks for a link to this server."""

CALLER = "laporan-pemanggil"
"""The header by which it shows that it is this user's own."""

_HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        b"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class TooLargeError(Exception):
    """A request brings more than MOST_BYTES."""


class Guard:
    """Asks the door about every request; what is refused is never routed."""

    def __init__(self, app: ASGIApp, door: Door, language: str | None = None) -> None:
        self._app, self._door = app, door
        self._language = language or current_language()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have it answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = _cookies(headers)
        language = cookies.get(LANGUAGE, "")
        set_language(language if language in LANGUAGES else self._language)
        answer = self._answer(scope, headers, cookies)
        app = answer or self._app
        await app(scope, _bounded(receive), _with_headers(send))

    def _answer(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> Response | None:
        """Give the answer to what is refused and to who comes in; None for whoever is in."""
        door, path = self._door, scope["path"]
        if door.wrong_host(headers):
            return _refused(WRONG_HOST)
        if path == CALL and scope["method"] == "POST":
            known = door.is_called(headers.get(CALLER, ""))
            return PlainTextResponse(door.link()) if known else _refused(NO_KEY)
        if door.foreign(scope["method"], headers):
            return _refused(FOREIGN)
        if path == f"{door.path}/{ENTRANCE}":
            return self._entered(scope, cookies)
        inside = path.startswith(f"{door.path}/") and door.knows(cookies)
        return None if inside else _refused(NO_KEY)

    def _entered(self, scope: Scope, cookies: dict[str, str]) -> Response:
        key = parse_qs(scope["query_string"].decode("ascii", "replace")).get("kunci", [""])[0]
        cookie = self._door.opened(key)
        if cookie is None and not self._door.knows(cookies):
            return _refused(NO_KEY)
        home = RedirectResponse(f"{self._door.path}/", 303)
        if cookie is not None:
            home.headers["set-cookie"] = cookie
        return home


def _refused(why: Told) -> Response:
    return PlainTextResponse(f"{why}\n", 403)


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: one.value for name, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _bounded(receive: Receive) -> Receive:
    """Give a receiver that ends a request which brings too much, whatever it says of itself."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MOST_BYTES:
            raise TooLargeError
        return message

    return counted


def _with_headers(send: Send) -> Send:
    async def complete(message: Message) -> None:
        if message["type"] == "http.response.start":
            given: Iterable[tuple[bytes, bytes]] = message.get("headers", ())
            own = {name.lower() for name, _value in given}
            added = [one for one in _HEADERS if one[0] not in own]
            message = {**message, "headers": [*given, *added]}
        await send(message)

    return complete
