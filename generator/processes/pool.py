"""The one pool of processes: whatever a stranger's file or template does, it does to itself alone.

Processes are spawned on every system alike, told the bounds and, with each task, the language of
whoever gives it, and watched. A
task that ends its process, or takes longer than it may, is done again alone, since another task
beside it may have been the cause; if it fails again it is lost, and the caller says what then.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, TypeVar

from evaluation.errors import CancelledError
from evaluation.messages import Message, _
from generator.processes.worker import Bounds, Done, Raised
from generator.processes.workers import Lost, Worker, speaking

__all__ = [
    "COPYING",
    "DIGITISING",
    "MAKING",
    "SPREADSHEETS",
    "Bounds",
    "Cancelled",
    "Pool",
    "go_on",
    "never",
]

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

DIGITISING = Bounds(memory=2 << 30, processor_seconds=900, seconds=3600)
"""For one past report; it needs a tenth of the memory and a hundredth of the time."""

MAKING = Bounds(memory=2 << 30, processor_seconds=600, seconds=1200)
"""For one document in all its formats; a packet needs some seconds."""

COPYING = Bounds(memory=2 << 30, processor_seconds=120, seconds=300)
"""For a copy of a workbook with its looks; a full round takes some seconds."""

SPREADSHEETS = Bounds(memory=1 << 30, processor_seconds=60, seconds=180)
"""For one spreadsheet of strangers; a whole round of 191 regions needs a second."""

Cancelled = Callable[[], bool]
"""Asked again and again whether what is being done is not wanted any more."""


def never() -> bool:
    """Want it to the end."""
    return False


def go_on(cancelled: Cancelled) -> None:
    """Raise CancelledError where the work is not wanted any more."""
    if cancelled():
        raise CancelledError(_("cancelled; every file that stands there is whole."))


_ASKING = 0.2  # seconds between two questions whether the work is still wanted
_FINISHING = 3.0  # seconds for what is at work when the user interrupts
_ENDING = 2.0  # seconds until a process that was told to end is ended by force


class Pool:
    """Up to ``count`` processes, started when they are needed; use it with ``with``.

    ``left`` is called with the number of every process that was ended by force or ended by itself,
    so that what it left half done can be cleared away. ``cancelled`` is asked while tasks are done,
    whether they are not wanted any more.
    """

    def __init__(
        self,
        count: int,
        bounds: Bounds,
        left: Callable[[int], None] = lambda _number: None,
        cancelled: Cancelled = never,
    ) -> None:
        self._count = count
        self._bounds = bounds
        self._left = left
        self._cancelled = cancelled
        self._workers: list[Worker] = []

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all processes; the pool may be used again."""
        self._end(self._workers)

    def run(
        self,
        work: Callable[[Task], Outcome],
        tasks: Sequence[Task],
        lost: Callable[[Task, Message], Outcome],
        tell: Callable[[int, Outcome], None],
    ) -> None:
        """Do every task, and ``tell`` the index and the outcome of each as they are ready.

        ``lost`` makes the outcome of a task that cannot be done, from the reason.
        Raises what ``work`` raised, and CancelledError. When the user interrupts or cancels, what
        is at work gets a few seconds to be done and told, before that goes on.
        """
        try:
            again = []
            for index, answer in self._answers(work, dict(enumerate(tasks)), self._count):
                if isinstance(answer, Lost):
                    again.append(index)
                else:
                    tell(index, _outcome(answer))
            for index in sorted(again):
                self._end(self._workers)
                for _index, answer in self._answers(work, {index: tasks[index]}, 1):
                    if isinstance(answer, Lost):
                        tell(index, lost(tasks[index], answer.reason))
                    else:
                        tell(index, _outcome(answer))
        except (KeyboardInterrupt, CancelledError):
            self._finish(tell)
            raise
        finally:
            self._end(self._busy())

    def all(
        self,
        work: Callable[[Task], Outcome],
        tasks: Sequence[Task],
        lost: Callable[[Task, Message], Outcome],
    ) -> Sequence[Outcome]:
        """Do every task; give the outcomes in the order of the tasks. Raises as ``run``."""
        outcomes: dict[int, Outcome] = {}
        self.run(work, tasks, lost, outcomes.__setitem__)
        return [outcomes[index] for index in range(len(tasks))]

    def alone(self, work: Callable[[Task], Outcome], task: Task) -> Outcome | None:
        """Do one task; None when it is lost. Raises what ``work`` raised."""
        lost: Callable[[Task, Message], Outcome | None] = lambda _task, _reason: None  # noqa: E731
        return self.all(work, [task], lost)[0]

    def _busy(self) -> Sequence[Worker]:
        return [worker for worker in self._workers if worker.index is not None]

    def _answers(
        self, work: Callable[[Any], Any], tasks: dict[int, Any], count: int
    ) -> Iterator[tuple[int, Done | Raised | Lost]]:
        """Give the answer to each task as it comes."""
        waiting = deque(tasks.items())
        while waiting or self._busy():
            go_on(self._cancelled)
            self._give(work, waiting, count)
            until = float("inf") if self._cancelled is never else time.monotonic() + _ASKING
            for index, worker, answer in speaking(self._busy(), until):
                if isinstance(answer, Lost):
                    self._end([worker])
                yield index, answer

    def _give(
        self, work: Callable[[Any], Any], waiting: deque[tuple[int, Any]], count: int
    ) -> None:
        """Give a task to everyone who has none, while there are any."""
        while waiting:
            idle = next((one for one in self._workers if one.index is None), None)
            if idle is None and len(self._workers) >= count:
                return
            if idle is None:
                idle = Worker(self._bounds)
                self._workers.append(idle)
            index, task = waiting.popleft()
            idle.give(work, index, task)

    def _finish(self, tell: Callable[[int, Any], None]) -> None:
        """Tell what is done, of what is at work, within some seconds."""
        end = time.monotonic() + _FINISHING
        while self._busy() and time.monotonic() < end:
            for index, worker, answer in speaking(self._busy(), end):
                if isinstance(answer, Done):
                    tell(index, answer.outcome)
                if isinstance(answer, Lost):
                    self._end([worker])

    def _end(self, workers: Sequence[Worker]) -> None:
        """End some processes, all at the same time."""
        for worker in workers:
            worker.ask_to_end()
        end = time.monotonic() + _ENDING
        for worker in tuple(workers):
            self._workers.remove(worker)
            if not worker.end(end):
                self._left(worker.number)


def _outcome(answer: Done | Raised) -> Any:
    if isinstance(answer, Raised):
        raise answer.fault
    return answer.outcome
