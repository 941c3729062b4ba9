"""What all screens share: the rounds, their checks, what is at work, what is told once."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from evaluation.messages import Message
from generator.web.checks import Checks
from generator.web.shelf import Shelf

QUIET_SECONDS = 30 * 60
"""The server ends after so long without a sign of a page; work that goes on is one."""

_KEPT = 200  # news that were not looked at yet

Opener = Callable[[Path], None]
"""Opens a file in the program that the user opens such files with."""


@dataclass(frozen=True, slots=True)
class News:
    """What a page tells once, after something was done; ``good`` where it went well."""

    lines: tuple[Message, ...]
    good: bool = True


@dataclass
class Desk:
    """The work of one user. ``stop`` ends the server."""

    shelf: Shelf
    opener: Opener
    stop: Callable[[], None]
    checks: Checks = field(default_factory=Checks)
    _news: OrderedDict[str, News] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)
    _heard: float = field(default_factory=lambda: time.monotonic())

    def tell(self, *lines: Message, good: bool = True) -> str:
        """Keep something to be told on the next page; give what it is asked for by."""
        key = secrets.token_urlsafe(9)
        with self._lock:
            self._news[key] = News(lines, good)
            while len(self._news) > _KEPT:
                self._news.popitem(last=False)
        return key

    def news(self, key: str) -> News | None:
        """Give what was kept to be told, once; None where there is nothing."""
        with self._lock:
            return self._news.pop(key, None)

    def hear(self) -> None:
        """Note a sign of a page."""
        self._heard = time.monotonic()

    def is_quiet(self) -> bool:
        """Tell whether no page gave a sign for long."""
        return time.monotonic() - self._heard > QUIET_SECONDS
