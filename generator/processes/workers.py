"""A process of the pool as its parent sees it: started, given tasks, watched, ended."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import Any

from evaluation.messages import Message, _, current_language
from generator.processes.worker import OUT_OF_MEMORY, Bounds, Done, Raised, Ready, serve

_STARTING = 600.0  # seconds until a process takes tasks
_TOLD_TO_END = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Lost:
    """A task was not done, and why."""

    reason: Message


Answer = Done | Raised | Lost


class Worker:
    """One spawned process. ``index`` is that of the task it is at, None when it has none."""

    def __init__(self, bounds: Bounds) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, bounds), daemon=True)
        with _undisturbed():
            self._process.start()
        theirs.close()
        self.number = self._process.pid or 0
        self.index: int | None = None
        self.until = time.monotonic() + _STARTING
        self._seconds = bounds.seconds
        self._ready = False
        self._waiting: tuple[Callable[[Any], Any], str, object] | None = None
        self._work: Callable[[Any], Any] | None = None

    def give(self, work: Callable[[Any], Any], index: int, task: object) -> None:
        """Give a task. One that cannot be sent for the process has ended is told by ``answer``."""
        self.index = index
        if self._ready:
            self._send(work, current_language(), task)
        else:  # nobody would read it yet, and whoever sends much has to wait for that
            self._waiting = (work, current_language(), task)

    def answer(self) -> Answer | None:
        """Take what the process says: about its task, or None when it only has started."""
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            return Lost(self._why())
        if isinstance(said, Ready):
            self._ready = True
            if self._waiting is not None:
                self._send(*self._waiting)
            return None
        self.index = None
        return said  # type: ignore[no-any-return]

    def _send(self, work: Callable[[Any], Any], language: str, task: object) -> None:
        """Send a task, and what to do with it unless that is the same as before."""
        self.until = time.monotonic() + self._seconds
        given, self._work = (None if work is self._work else work), work
        with suppress(OSError):
            self.pipe.send((given, language, task))

    def ask_to_end(self) -> None:
        """Have the process end as soon as it can, with nothing half written."""
        self.pipe.close()
        if sys.platform != "win32":
            with suppress(OSError):
                os.kill(self.number, signal.SIGTERM)

    def end(self, until: float) -> bool:
        """Wait for the process, to a time of the monotonic clock at most, then end it by force.

        Tells whether it ended well.
        """
        self._process.join(max(until - time.monotonic(), 0.0))
        ended = self._process.exitcode
        if ended is None:
            self._kill()
            self._process.join()
        self._process.close()
        return ended == 0

    def _kill(self) -> None:
        """End the process, and the programs that it has started."""
        if sys.platform != "win32":
            with suppress(OSError):
                os.killpg(self.number, signal.SIGKILL)
        self._process.kill()

    def _why(self) -> Message:
        """Tell why a process ended that nobody told to."""
        self._process.join(1.0)
        code = self._process.exitcode
        if code == OUT_OF_MEMORY:
            return _("it takes too much memory")
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return _too_long()
        return _("it takes too much memory or breaks the program that reads it")


def speaking(
    workers: Sequence[Worker], until: float = float("inf")
) -> Iterator[tuple[int, Worker, Answer]]:
    """Wait for workers that are at a task, to ``until`` at most; give index, worker and answer.

    One that takes longer than it may is answered for.
    """
    end = min(until, min(worker.until for worker in workers))
    heard = wait([worker.pipe for worker in workers], max(end - time.monotonic(), 0.0))
    for worker in workers:
        index = worker.index
        answer: Answer | None = None
        if worker.pipe in heard:
            answer = worker.answer()
        elif time.monotonic() > worker.until:
            answer = Lost(_too_long())
        if answer is not None and index is not None:
            yield index, worker, answer


def _too_long() -> Message:
    return _("it takes too long")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start a process with Ctrl-C held back, which would end it with a traceback."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _TOLD_TO_END)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
