"""Which documents say something else once the round has changed: rendered from both, compared.

What the templates of a kind see of the round and of a region is compared first, so that only
documents which may differ are rendered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.document.kinds import Kind
from generator.making.maker import Maker
from generator.making.plan import Job
from generator.template_check.checking import names_used


@dataclass(frozen=True, slots=True)
class Stale:
    """Documents that no longer agree with the round.

    ``changed`` are to be made anew, as the round now plans them; ``gone`` has no successor.
    """

    changed: tuple[Job, ...]
    gone: tuple[Job, ...]


def stale_between(before: Maker, old: Sequence[Job], after: Maker, new: Sequence[Job]) -> Stale:
    """Give the jobs whose documents differ between two states of a round, made with one pack.

    Raises WrongTemplateError.
    """
    planned = {job.stem: job for job in old}
    changed = tuple(_Both(before, after).changed(planned, new))
    kept = {job.stem for job in new}
    return Stale(changed, tuple(job for job in old if job.stem not in kept))


@dataclass(frozen=True)
class _Both:
    """Two states of a round; ``same`` remembers for which kinds the round itself looks alike."""

    before: Maker
    after: Maker
    same: dict[str, bool] = field(default_factory=dict)

    def changed(self, planned: Mapping[str, Job], jobs: Sequence[Job]) -> Iterator[Job]:
        """Give the jobs that had no document before, or another one."""
        for job in jobs:
            earlier = planned.get(job.stem)
            if earlier is None or not self._alike(earlier, job):
                yield job

    def _alike(self, earlier: Job, job: Job) -> bool:
        """Tell whether a job gives the same document from both states."""
        before, after = self.before, self.after
        if before.letter.is_draft != after.letter.is_draft:
            return False  # the stamp of a draft is none of the templates'
        if before.carried(earlier) != after.carried(job):
            return False
        return self._seen_alike(earlier, job) or before.roots(earlier) == after.roots(job)

    def _seen_alike(self, earlier: Job, job: Job) -> bool:
        if not self._round_alike(job.kind):
            return False
        if earlier.region is None or job.region is None:
            return earlier.region is job.region
        name = job.kind.name
        seen = self.before.seen_of_region(name, earlier.region)
        return seen == self.after.seen_of_region(name, job.region)

    def _round_alike(self, kind: Kind) -> bool:
        if kind.name not in self.same:
            names = names_used(self.after.pack, [kind.name])
            seen = self.before.seen_of_round(names)
            self.same[kind.name] = seen == self.after.seen_of_round(names)
        return self.same[kind.name]
