"""Work for the tests of processes: what may happen to a task, in a module that is quickly read."""

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import UnreadableInputError
from evaluation.messages import _, current_language
from evaluation.sources import Source


def name_loss(task: object, reason: str) -> str:
    return f"lost {task}: {reason}"


@dataclass(frozen=True)
class Fragile:
    """Doubles numbers; something happens at some of them."""

    at: tuple[int, ...]
    happens: Callable[[], object]

    def __call__(self, number: int) -> object:
        if number in self.at:
            self.happens()
        return 2 * number


@dataclass(frozen=True)
class Once:
    """Doubles numbers; the first who comes to 3 ends its process and leaves a mark."""

    mark: Path

    def __call__(self, number: int) -> object:
        if number == 3 and not self.mark.exists():
            self.mark.touch()
            os._exit(1)
        return 2 * number


@dataclass(frozen=True)
class HangAfterTelling:
    """Writes down the number of its process, with a dot behind it, and waits for ever."""

    told: Path

    def __call__(self, _task: int) -> None:
        self.told.write_text(f"{os.getpid()}.")
        hang()


def end() -> None:
    os._exit(1)


def end_well() -> None:
    os._exit(0)


def segfault() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def take_all_memory() -> None:
    bytearray(3 << 30)


def hang() -> None:
    threading.Event().wait()


def count_for_ever() -> None:
    while True:
        pass


def refuse(number: int) -> None:
    source, remedy = Source(f"{number}.xls"), _("Take a fresh copy of it.")
    raise UnreadableInputError(_("the file is damaged."), source=source, remedy=remedy)


def raise_the_unspeakable(_number: int) -> None:
    class UnspeakableError(Exception):
        """Known to nobody else, so that it cannot travel."""

    raise UnspeakableError("as it is")


def about(_task: object) -> tuple[str, int]:
    return current_language(), os.getpid()


def slow(number: int) -> int:
    time.sleep(0.05)
    return 2 * number
