"""The same work on the workers of a Dask cluster, each task in a process of its own there as well.

A worker of the cluster keeps its process from task to task: it is told the caller's language and
bounds, and what a stranger's file does to it, it does not do to the cluster.
"""

import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from evaluation.commands import pip_install
from evaluation.errors import UnreadableInputError, WrongDataError
from evaluation.messages import Message, _, current_language, in_language
from generator.processes.pool import Bounds, Pool

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class _Order:
    """What a worker of the cluster has to know beside the task."""

    language: str
    bounds: Bounds


def run_on_cluster(
    address: str,
    bounds: Bounds,
    work: Callable[[Task], Outcome],
    tasks: Sequence[Task],
    lost: Callable[[Task, Message], Outcome],
    tell: Callable[[int, Outcome], None],
) -> None:
    """Do every task on the workers of a Dask scheduler, which see the same files; as ``Pool.run``.

    Raises UnreadableInputError when the library is missing, WrongDataError when no scheduler
    answers at the address.
    """
    order = _Order(current_language(), bounds)
    with _cluster(address) as executor:
        futures = {
            executor.submit(_there, order, work, lost, task): index
            for index, task in enumerate(tasks)
        }
        for future in as_completed(futures):
            index = futures[future]
            fault = future.exception()
            # the cluster gives up on a task whose workers are lost again and again
            reason = _("the cluster lost it (%(reason)s)") % {"reason": type(fault).__name__}
            tell(index, future.result() if fault is None else lost(tasks[index], reason))


_kept = threading.local()


def _there(
    order: _Order,
    work: Callable[[Task], Outcome],
    lost: Callable[[Task, Message], Outcome],
    task: Task,
) -> Outcome:
    """Do one task on a worker of the cluster, in the process that this thread keeps for it."""
    outcomes: dict[int, Outcome] = {}
    with in_language(order.language):
        _pool(order.bounds).run(work, [task], lost, outcomes.__setitem__)
    return outcomes[0]


def _pool(bounds: Bounds) -> Pool:
    """Give this thread's process; a new one for other bounds."""
    if getattr(_kept, "bounds", None) != bounds:
        if hasattr(_kept, "pool"):
            _kept.pool.close()
        # Workers of a cluster may be daemons, which start no process unless they say they are none.
        multiprocessing.current_process().daemon = False
        _kept.bounds, _kept.pool = bounds, Pool(1, bounds)
    pool: Pool = _kept.pool
    return pool


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
