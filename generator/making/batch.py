"""Many jobs, on one core or several; a job that fails does not stop the others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from evaluation.errors import ExitCode, LaporanError
from evaluation.faults import reason_of, traceback_of
from evaluation.messages import Message, _
from generator.making.maker import Maker
from generator.making.manifest import FileRecord
from generator.making.plan import Job
from generator.processes.pool import MAKING, Cancelled, Pool, go_on, never
from generator.system.files import PART

HERE = 0
"""Number of processes of a batch so small that starting one would cost more than making it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be made, and why.

    ``exit_code`` is that of a command that makes nothing else. ``traceback`` is that of a fault of
    the program, empty for what the user can mend.
    """

    job: Job
    reason: Message
    traceback: str = ""
    exit_code: ExitCode = ExitCode.NOTHING_SUCCEEDED


Outcome = tuple[FileRecord, ...] | Failure
Tell = Callable[[int, Outcome], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch made and what it could not make, both in the order of the jobs."""

    records: tuple[FileRecord, ...]
    failures: tuple[Failure, ...]

    def faults(self) -> tuple[str, ...]:
        """Give the tracebacks of faults of the program."""
        return tuple(failed.traceback for failed in self.failures if failed.traceback)


Outcomes = dict[int, Outcome]
"""What became of jobs until now, by their index."""


def make_all(
    maker: Maker,
    jobs: Sequence[Job],
    folder: Path,
    processes: int,
    tell: Tell,
    cancelled: Cancelled = never,
) -> None:
    """Make every job, ``processes`` at a time, and tell the outcome of each as it is there.

    With HERE, one after the other in this very process. The outcome does not depend on the number
    of processes nor on the order they finish in. Raises CancelledError once ``cancelled`` says so.
    """
    if processes > HERE:
        _in_processes(maker, jobs, folder, processes, tell, cancelled)
        return
    for index, job in enumerate(jobs):
        go_on(cancelled)
        tell(index, _attempt(maker, job, folder))


def batch_of(outcomes: Mapping[int, Outcome]) -> Batch:
    """Put outcomes into the order of their jobs."""
    ordered = [outcomes[index] for index in sorted(outcomes)]
    return Batch(
        records=tuple(r for made in ordered if not isinstance(made, Failure) for r in made),
        failures=tuple(failed for failed in ordered if isinstance(failed, Failure)),
    )


def _in_processes(
    maker: Maker,
    jobs: Sequence[Job],
    folder: Path,
    processes: int,
    tell: Tell,
    cancelled: Cancelled,
) -> None:
    folders = {(folder / job.stem).parent for job in jobs}
    with Pool(min(processes, len(jobs)), MAKING, partial(_clear, folders), cancelled) as pool:
        # A worker is sent a fresh maker, without what this process has compiled.
        pool.run(_Making(replace(maker), folder), jobs, _lost, tell)


@dataclass(frozen=True)
class _Making:
    """What is done with a job in a process of its own."""

    maker: Maker
    folder: Path

    def __call__(self, job: Job) -> Outcome:
        return _attempt(self.maker, job, self.folder)


def _lost(job: Job, reason: Message) -> Failure:
    return Failure(job, _("making it was ended: %(reason)s.") % {"reason": reason})


def _clear(folders: Iterable[Path], process: int) -> None:
    """Remove the files that a process was writing when it ended."""
    for folder in folders:
        for part in folder.glob(f".*.{process}{PART}"):
            with suppress(OSError):
                part.unlink()


def _exit_code(fault: LaporanError) -> ExitCode:
    """Give the exit code of a document's fault: a template's has one in all commands."""
    wrong_template = fault.exit_code is ExitCode.WRONG_TEMPLATE
    return ExitCode.WRONG_TEMPLATE if wrong_template else ExitCode.NOTHING_SUCCEEDED


def _attempt(maker: Maker, job: Job, folder: Path) -> Outcome:
    try:
        return maker.write(job, folder)
    except MemoryError:
        raise  # the process is of no use any more
    except LaporanError as fault:
        return Failure(job, fault.told, exit_code=_exit_code(fault))
    except Exception as fault:  # noqa: BLE001 - one region's surprise must not stop the others
        reason = _("a fault of the program (%(reason)s)") % {"reason": reason_of(fault)}
        return Failure(job, reason, traceback_of(fault))
