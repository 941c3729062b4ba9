"""Which documents say something else once the round has changed: rendered from both, compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.making.maker import Maker
from generator.making.plan import Job


@dataclass(frozen=True, slots=True)
class Stale:
    """Documents that no longer agree with the round.

    ``changed`` are to be made anew, as the round now plans them; ``gone`` has no successor.
    """

    changed: tuple[Job, ...]
    gone: tuple[Job, ...]


def stale_between(before: Maker, old: Sequence[Job], after: Maker, new: Sequence[Job]) -> Stale:
    """Give the jobs whose documents differ between two states of a round.

    Raises WrongTemplateError.
    """
    planned = {job.stem: job for job in old}
    changed = tuple(_changed(before, planned, after, new))
    kept = {job.stem for job in new}
    return Stale(changed, tuple(job for job in old if job.stem not in kept))


def _changed(
    before: Maker, planned: dict[str, Job], after: Maker, jobs: Sequence[Job]
) -> Iterator[Job]:
    for job in jobs:
        earlier = planned.get(job.stem)
        if earlier is None or not _same(before, earlier, after, job):
            yield job


def _same(before: Maker, earlier: Job, after: Maker, job: Job) -> bool:
    """Tell whether a job gives the same document from both states."""
    if before.roots(earlier) != after.roots(job):
        return False
    return before.carried(earlier) == after.carried(job)
