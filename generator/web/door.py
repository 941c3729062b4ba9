"""Who may come in: only the browser that this program opened, on this machine, from its own pages.

Nobody logs in. So the address that is asked for has to be this machine's own (against names that
are made to lead here), the key has to be the one that the program handed to the browser (against
other users and programs of the machine), and what changes anything has to come from one of our own
pages (against pages of others that are open in the same browser).
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

from evaluation.messages import Message, _

COOKIE = "laporan"
ENTRANCE = "masuk"
"""The page to which the program sends the browser with a key that opens once."""

_BYTES = 32
_READING = frozenset(("GET", "HEAD"))
_OURS = frozenset(("same-origin", "none"))
"""What a browser says of a request that one of our pages made, or the user with the address bar."""


@dataclass
class Door:
    """What lets the one browser in. ``port`` is that of the server on this machine.

    ``path`` begins every address: a cookie is sent to every port of a machine, and thus kept to
    addresses that no other server can know. ``caller`` is for another start of the program.
    """

    port: int
    path: str = field(default_factory=lambda: "/" + secrets.token_urlsafe(12))
    caller: str = field(default_factory=lambda: secrets.token_urlsafe(_BYTES))
    _session: str = field(default_factory=lambda: secrets.token_urlsafe(_BYTES))
    _keys: set[str] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    @property
    def origin(self) -> str:
        """Give the origin of our pages."""
        return f"http://127.0.0.1:{self.port}"

    def link(self) -> str:
        """Give an address that opens the page, once."""
        key = secrets.token_urlsafe(_BYTES)
        with self._lock:
            self._keys.add(key)
        return f"{self.origin}{self.path}/{ENTRANCE}?kunci={key}"

    def opened(self, key: str) -> str | None:
        """Take a key; give the cookie of whoever brought it, None for one that does not open."""
        with self._lock:
            if key not in self._keys:
                return None
            self._keys.remove(key)
        return self.cookie

    @property
    def cookie(self) -> str:
        """Give the cookie, for this browser alone and kept to our own addresses."""
        return f"{COOKIE}={self._session}; Path={self.path}/; HttpOnly; SameSite=Strict"

    def is_called(self, caller: str) -> bool:
        """Tell whether another start of this user's program asks for a link."""
        return hmac.compare_digest(self.caller.encode(), caller.encode("utf-8", "replace"))

    def wrong_host(self, headers: Mapping[str, str]) -> bool:
        """Tell whether a request was made to an address that is not this machine's own."""
        hosts = {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}
        return headers.get("host", "") not in hosts

    def foreign(self, method: str, headers: Mapping[str, str]) -> bool:
        """Tell whether a request comes from another page than ours.

        Browsers tell where a request comes from; an old one that does not tells at least the
        origin of what changes anything.
        """
        site = headers.get("sec-fetch-site")
        if method in _READING:
            return site is not None and site not in _OURS
        if site is not None:
            return site != "same-origin"
        return headers.get("origin", "") != f"http://{headers.get('host', '')}"

    def knows(self, cookies: Mapping[str, str]) -> bool:
        """Tell whether a request brings the cookie."""
        brought = cookies.get(COOKIE, "").encode("utf-8", "replace")
        return hmac.compare_digest(self._session.encode(), brought)


WRONG_HOST: Message = _("This address does not belong to Laporan.")
FOREIGN: Message = _("Another page asked for this; Laporan answers its own pages alone.")
NO_KEY: Message = _("Open Laporan from the Start menu: this page needs the key that it brings.")
