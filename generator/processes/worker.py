"""What runs in a process of the pool: tasks in, outcomes out, within bounds, until its parent ends.

Nothing here is called by the parent, and nothing of the parent's but bounds and, with each task,
the language is known.
"""

import _thread
import math
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

from evaluation.faults import reason_of
from evaluation.messages import set_language

OUT_OF_MEMORY = 71
"""Exit code of a process that a task asked for more memory than it may take."""

_FAREWELL = 1.0  # seconds to remove a file that is half written


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one task may take: bytes of address space, seconds of a processor, seconds.

    Windows and macOS keep no bound on address space of their own, and Windows none on processor
    time; the seconds are kept by the parent, everywhere.
    """

    memory: int
    processor_seconds: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has started and takes tasks."""


@dataclass(frozen=True, slots=True)
class Done:
    """A task's outcome."""

    outcome: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """What a task raised."""

    fault: Exception


def serve(pipe: Connection, bounds: Bounds) -> None:
    """Do tasks as they come, until the pipe is closed or the parent is no more.

    Each comes with what is to be done with it, or None for the same as before, and with the
    language of whoever gave it.
    """
    _heed_the_parent()
    _bound_memory(bounds)
    pipe.send(Ready())
    _silence()
    work: Callable[[Any], Any] | None = None
    while True:
        try:
            given, language, task = pipe.recv()
        except (EOFError, OSError):
            return
        work = given or work
        set_language(language)
        _bound_processor_time(bounds)
        pipe.send(_answer(work, task))


def _answer(work: Callable[[Any], Any] | None, task: object) -> Done | Raised:
    if work is None:
        raise RuntimeError("a task without anything to do with it")
    try:
        return Done(work(task))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    except Exception as fault:  # noqa: BLE001 - it travels to the parent, which raises it
        return Raised(_portable(fault))


def _portable(fault: Exception) -> Exception:
    """Give an exception that survives the way to the parent."""
    try:
        pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own bytes, a line before
    except Exception:  # noqa: BLE001 - whatever it is that cannot be taken apart
        return RuntimeError(reason_of(fault))
    return fault


def _heed_the_parent() -> None:
    """End when told to, when the parent ends however it ends, and not by Ctrl-C, which is its."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        with suppress(OSError):
            os.setpgid(0, 0)  # programs that are started here end with this process
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is None:
        return
    wait([parent.sentinel])
    _thread.interrupt_main(signal.SIGTERM)
    time.sleep(_FAREWELL)
    if sys.platform != "win32" and os.getpgid(0) == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _silence() -> None:
    """Let nothing that a library writes about a stranger's file reach the user's terminal."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with suppress(OSError):
            os.dup2(nowhere, stream)
    os.close(nowhere)


def _bound_memory(bounds: Bounds) -> None:
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):  # where the system knows no such bound
            _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
            allowed = bounds.memory if hard == resource.RLIM_INFINITY else min(bounds.memory, hard)
            resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
        with suppress(ValueError, OSError):  # a process that is ended leaves no picture of itself
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_processor_time(bounds: Bounds) -> None:
    """Let the next task take as much as is allowed on top of what was taken so far."""
    if sys.platform != "win32":
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        with suppress(ValueError, OSError):
            resource.setrlimit(
                resource.RLIMIT_CPU, (math.ceil(used) + bounds.processor_seconds, hard)
            )
