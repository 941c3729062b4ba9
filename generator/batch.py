"""Many jobs, on one core or several; a job that fails does not stop the others."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from evaluation.errors import LaporanError
from evaluation.faults import reason_of, traceback_of
from evaluation.messages import _, current_language, set_language
from generator.making import Maker
from generator.manifest import FileRecord
from generator.plan import Job


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be made, and why.

    ``traceback`` is that of a fault of the program, empty for what the user can mend.
    """

    job: Job
    reason: str
    traceback: str = ""


Outcome = tuple[FileRecord, ...] | Failure


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch made and what it could not make, both in the order of the jobs."""

    records: tuple[FileRecord, ...]
    failures: tuple[Failure, ...]

    def faults(self) -> tuple[str, ...]:
        """Give the tracebacks of faults of the program."""
        return tuple(failed.traceback for failed in self.failures if failed.traceback)


def make_all(
    maker: Maker,
    jobs: Sequence[Job],
    folder: Path,
    processes: int,
    progress: Callable[[], None],
) -> Batch:
    """Make every job, ``processes`` at a time, and call ``progress`` after each.

    The outcome does not depend on the number of processes nor on the order they finish in.
    """
    outcomes: dict[int, Outcome] = {}
    several = min(processes, len(jobs)) > 1
    run = _in_processes if several else _in_turn
    for index, outcome in run(maker, jobs, folder, processes):
        outcomes[index] = outcome
        progress()
    ordered = [outcomes[index] for index in range(len(jobs))]
    return Batch(
        records=tuple(r for made in ordered if not isinstance(made, Failure) for r in made),
        failures=tuple(failed for failed in ordered if isinstance(failed, Failure)),
    )


def _in_turn(
    maker: Maker, jobs: Sequence[Job], folder: Path, _processes: int
) -> Iterator[tuple[int, Outcome]]:
    for index, job in enumerate(jobs):
        yield index, _attempt(maker, job, folder)


def _in_processes(
    maker: Maker, jobs: Sequence[Job], folder: Path, processes: int
) -> Iterator[tuple[int, Outcome]]:
    # "spawn" on every system: forking a process that shows a progress bar copies its locks.
    # A worker is sent a fresh maker, without what this process has compiled.
    pool = ProcessPoolExecutor(
        min(processes, len(jobs)),
        mp_context=get_context("spawn"),
        initializer=_start_worker,
        initargs=(replace(maker), folder, current_language()),
    )
    try:
        futures: dict[Future[Outcome], int] = {
            pool.submit(_work, job): index for index, job in enumerate(jobs)
        }
        for future in as_completed(futures):
            yield futures[future], future.result()
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass
class _Worker:
    """What a worker process was started with."""

    maker: Maker
    folder: Path


_worker: _Worker | None = None


def _start_worker(maker: Maker, folder: Path, language: str) -> None:
    global _worker
    set_language(language)
    _worker = _Worker(maker, folder)


def _work(job: Job) -> Outcome:
    if _worker is None:
        raise RuntimeError("the worker process was not started")
    return _attempt(_worker.maker, job, _worker.folder)


def _attempt(maker: Maker, job: Job, folder: Path) -> Outcome:
    try:
        return maker.write(job, folder)
    except LaporanError as fault:
        return Failure(job, str(fault))
    except Exception as fault:  # noqa: BLE001 - one region's surprise must not stop the others
        reason = _("a fault of the program (%(reason)s)") % {"reason": reason_of(fault)}
        return Failure(job, reason, traceback_of(fault))
