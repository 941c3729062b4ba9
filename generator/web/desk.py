"""What all screens share: the rounds, their checks, what is at work, what is told once."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from evaluation.messages import Message
from generator.use_cases import Correction, prepare_correction
from generator.use_cases.drafts import Drafts
from generator.web.checks import Checked, Checks, State
from generator.web.pictures import Pictures
from generator.web.shelf import Round, Shelf
from generator.web.tasks import Tasks

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
    tasks: Tasks = field(default_factory=Tasks)
    pictures: Pictures = field(default_factory=Pictures)
    _drafts: dict[str, tuple[State, Drafts]] = field(default_factory=dict)
    _corrections: dict[Path, tuple[State, Correction]] = field(default_factory=dict)
    _correcting: Lock = field(default_factory=Lock)
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

    def drafts(self, one: Round, checked: Checked) -> Drafts:
        """Give the drafts of a workbook at the state that was checked, which has a pack."""
        with self._lock:
            state, drafts = self._drafts.get(one.identifier, (None, None))
            if drafts is None or state != checked.state:
                if checked.inspection is None or checked.inspection.maker is None:
                    raise ValueError("a workbook that was not understood has no drafts")
                drafts = Drafts(checked.inspection.maker)
                self._drafts[one.identifier] = (checked.state, drafts)
            return drafts

    def correction(self, one: Round, against: Path, checked: Checked) -> Correction:
        """Give what a workbook at the state that was checked makes stale of an issue.

        Raises as ``prepare_correction``.
        """
        with self._correcting:
            state, prepared = self._corrections.get(against, (None, None))
            if prepared is None or state != checked.state:
                prepared = prepare_correction(one.workbook, against, pack=one.pack)
                self._corrections[against] = (checked.state, prepared)
            return prepared

    def hear(self) -> None:
        """Note a sign of a page."""
        self._heard = time.monotonic()

    def is_quiet(self) -> bool:
        """Tell whether no page gave a sign for long, and nothing is at work."""
        return not self.tasks.at_work() and time.monotonic() - self._heard > QUIET_SECONDS
