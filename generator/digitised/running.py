"""Many tasks over processes of their own, since a stranger's file may end the one that reads it.

The tasks go to an executor of ``concurrent.futures``: processes of this machine, or the workers of
a Dask cluster, which has the same interface.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from evaluation.commands import pip_install
from evaluation.errors import UnreadableInputError, WrongDataError
from evaluation.messages import _, current_language, set_language

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

MEMORY = 2 << 30
"""Bytes of address space that one process may take; a report needs a tenth of that."""

_SECONDS = 900  # of processor time for one file


def run_all(
    tasks: Sequence[Task],
    work: Callable[[Task], Outcome],
    processes: int,
    lost: Callable[[Task], Outcome],
) -> Iterator[tuple[int, Outcome]]:
    """Do every task in processes of this machine; give index and outcome as they are ready.

    A task that ends its process (too much memory or time) is told apart from those that were at
    work beside it, by doing each again alone; ``lost`` makes its outcome.
    """
    waiting = dict(enumerate(tasks))
    while waiting:
        processes = min(processes, len(waiting))
        broken = False
        for index, outcome in _attempt(waiting, work, processes):
            if outcome is None:
                broken = True
                continue
            del waiting[index]
            yield index, outcome
        if not broken:
            return
        if processes == 1:  # the first that is left is the one that was at work
            index = next(iter(waiting))
            yield index, lost(waiting.pop(index))
        processes = 1


def _attempt(
    waiting: dict[int, Task], work: Callable[[Task], Outcome], processes: int
) -> Iterator[tuple[int, Outcome | None]]:
    """Do the tasks that wait; None for each that was not done when a process ended."""
    with _processes(processes) as executor:
        futures: dict[Future[Outcome], int] = {}
        for index, task in list(waiting.items()):
            try:
                futures[executor.submit(_limited, work, task)] = index
            except BrokenProcessPool:
                yield index, None
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], None


@contextmanager
def _processes(count: int) -> Iterator[Executor]:
    pool = ProcessPoolExecutor(
        count,
        mp_context=get_context("spawn"),
        initializer=_start,
        initargs=(current_language(),),
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _start(language: str) -> None:
    set_language(language)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))


def _limited(work: Callable[[Task], Outcome], task: Task) -> Outcome:
    """Do one task within the processor time that one file may take."""
    if sys.platform != "win32":
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + _SECONDS, hard))
    return work(task)


def run_on_cluster(
    tasks: Sequence[Task], work: Callable[[Task], Outcome], address: str
) -> Iterator[tuple[int, Outcome]]:
    """Do every task on the workers of a Dask scheduler, which see the same files.

    Raises UnreadableInputError when the library is missing, WrongDataError when no scheduler
    answers at the address.
    """
    with _cluster(address) as executor:
        futures = {executor.submit(work, task): index for index, task in enumerate(tasks)}
        for future in as_completed(futures):
            yield futures[future], future.result()


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise UnreadableInputError(
            _("working on a cluster needs the Python library distributed."),
            remedy=_("Install it: %(command)s") % {"command": pip_install("distributed")},
        ) from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as fault:
        raise WrongDataError(
            _("no Dask scheduler answers at %(address)s: %(reason)s.")
            % {"address": address, "reason": fault},
            remedy=_("Start it with “dask scheduler”, and give the address that it prints."),
        ) from None
    with client:
        yield client.get_executor(pure=False)


def in_order(outcomes: Iterable[tuple[int, Outcome]]) -> tuple[Outcome, ...]:
    """Put outcomes into the order of their tasks."""
    return tuple(outcome for _index, outcome in sorted(outcomes, key=lambda pair: pair[0]))
