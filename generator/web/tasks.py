"""What takes long: one piece of work a round, followed and ended from the page."""

import threading
import time
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, field
from enum import Enum

from evaluation.errors import CancelledError, LaporanError, ProgramFaultError
from evaluation.faults import reason_of, traceback_of
from evaluation.messages import Message, _, literal
from generator.system.fault_log import write_log
from generator.use_cases.following import Cancelled, Progress
from generator.web.notes import Notes
from generator.web.shelf import Round

_ENDING = 15.0  # seconds that work has to end when the server does


class State(Enum):
    """How far work is."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass
class Task:
    """Work of one kind on one round, as it stands. ``total`` is 0 before that is known."""

    what: str
    began: float = field(default_factory=time.monotonic)
    done: int = 0
    total: int = 0
    state: State = State.RUNNING
    told: tuple[Message, ...] = ()
    _stopped: threading.Event = field(default_factory=threading.Event)
    _first: float | None = None

    def cancel(self) -> None:
        """Ask the work to end."""
        self._stopped.set()

    @property
    def is_ending(self) -> bool:
        """Tell whether the work was asked to end and is still at it."""
        return self.state is State.RUNNING and self._stopped.is_set()

    @property
    def minutes_left(self) -> int | None:
        """Give how long the rest takes at the pace so far; None where that cannot be told yet."""
        if self._first is None or self.done < 1 or self.total < 1:
            return None
        pace = (time.monotonic() - self._first) / self.done
        return int(-(-pace * (self.total - self.done) // 60))

    def step(self, done: int, total: int) -> None:
        """Note how far the work is."""
        self._first = self._first or time.monotonic()
        self.done, self.total = done, total


Doing = Callable[[Progress, Cancelled], tuple[Message, ...]]
"""Does some work, followed and ended from outside; gives what there is to tell of it."""


class Tasks:
    """The work of all rounds, the last of each kept to be told of."""

    def __init__(self) -> None:
        self._tasks: dict[str, Task] = {}
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()

    def of(self, one: Round) -> Task | None:
        """Give the last work on a round; None where there was none."""
        return self._tasks.get(one.identifier)

    def at_work(self) -> bool:
        """Tell whether any work goes on."""
        return any(task.state is State.RUNNING for task in self._tasks.values())

    def start(self, one: Round, what: str, work: Doing) -> bool:
        """Begin some work on a round; False where other work goes on there."""
        with self._lock:
            standing = self._tasks.get(one.identifier)
            if standing is not None and standing.state is State.RUNNING:
                return False
            task = self._tasks[one.identifier] = Task(what)
        context = copy_context()  # with the language of whoever asked
        doing = threading.Thread(target=context.run, args=(_do, task, one, work), daemon=True)
        self._threads.append(doing)
        doing.start()
        return True

    def end(self) -> None:
        """End all work, and wait for that some seconds."""
        for task in self._tasks.values():
            task.cancel()
        until = time.monotonic() + _ENDING
        for doing in self._threads:
            doing.join(max(until - time.monotonic(), 0.0))


def _do(task: Task, one: Round, work: Doing) -> None:
    """Do some work to its end, however it ends."""
    notes = Notes(one.folder)
    noted = notes.begin(task.what)
    try:
        told, state = work(task.step, task._stopped.is_set), State.DONE
    except CancelledError:
        told, state = (
            (_("Ended before all was done; every file that stands there is whole."),),
            (State.CANCELLED),
        )
    except LaporanError as fault:
        told, state = _told(fault), State.FAILED
    except BaseException as fault:  # noqa: BLE001 - a thread that falls silently helps nobody
        told, state = _fault(fault), State.FAILED
    task.told = told
    notes.end(noted, state.value)
    task.state = state


def _told(fault: LaporanError) -> tuple[Message, ...]:
    if isinstance(fault, ProgramFaultError):
        _log(list(fault.tracebacks))
    return (*(literal(one) for one in fault.findings), *fault.reasons, fault.told)


def _fault(fault: BaseException) -> tuple[Message, ...]:
    _log([traceback_of(fault)])
    told = _("a fault of the program, not of your data (%(reason)s). Nothing more was made.")
    return (told % {"reason": reason_of(fault)},)


def _log(tracebacks: list[str]) -> None:
    try:
        write_log(["buka"], tracebacks)
    except OSError:
        return
