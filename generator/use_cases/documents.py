"""A workbook → findings, and documents: what ``check``, ``build``, ``report`` and ``letter`` do."""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.errors import (
    ExitCode,
    NothingSucceededError,
    ProgramFaultError,
    WrongTemplateError,
)
from evaluation.messages import _, ngettext
from evaluation.model import Region
from generator.document.kinds import Request, Scope
from generator.making.batch import HERE, Batch, Outcome, Outcomes, batch_of, make_all
from generator.making.inspection import Inspection
from generator.making.inspection import inspect as inspected
from generator.making.leftovers import LeftOver, left_over
from generator.making.manifest import Manifest, open_manifest
from generator.making.memory import lasting_objects
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rehearsal import Extent
from generator.making.rounds import Round, open_round
from generator.system.existing import identities
from generator.system.turns import turn_in
from generator.use_cases.changes import Changes, Others, changes_since, others_of
from generator.use_cases.earlier import keep_workbook
from generator.use_cases.following import Cancelled, Progress, never, unseen
from generator.use_cases.reading import read_round
from generator.writers import WRITERS

_NONE_LEFT = LeftOver((), ())
_NO_OTHERS = Others()


@dataclass(frozen=True)
class Made:
    """What was made of a round, and what could not be made.

    ``left`` names what earlier runs left in the folder, and ``changes`` says what became of the
    files that it held before; only a build looks for these. ``others`` are files of the folder
    that ``report`` and ``letter`` did not make and that no longer agree with the workbook.
    ``seconds`` is the time that the making took.
    """

    round: Round
    batch: Batch
    folder: Path
    seconds: float
    left: LeftOver = _NONE_LEFT
    changes: Changes | None = None
    others: Others = _NO_OTHERS

    def refuse_failures(self) -> None:
        """Raise ProgramFaultError or WrongTemplateError where documents failed by such a fault.

        One that could not be written is told by ``batch.failures`` alone.
        """
        _refuse_failures(self.batch)


Waiting = Callable[[], None]
"""Called when another run has the folder, before its end is waited for."""


def unasked() -> None:
    """Wait without a word."""


@dataclass(frozen=True, slots=True)
class _Following:
    """Who is told how far the making is, and who may end it."""

    progress: Progress
    cancelled: Cancelled
    waiting: Waiting


def inspect(workbook: Path, pack: str | None = None) -> Inspection:
    """Read a workbook and find everything that is wrong with it, its letter, pack and wording.

    ``pack`` is the name of a template pack or the path of its folder; without it, the workbook
    says. Raises UnreadableInputError.
    """
    with lasting_objects():
        read = read_round(workbook)
        return inspected(read.evaluation, read.findings, pack)


def open_workbook(
    workbook: Path,
    pack: str | None = None,
    *,
    strict: bool = False,
    draft: bool = False,
    extent: Extent = Extent.EVERY_REGION,
) -> Round:
    """Read and check a workbook, for making documents of it.

    With ``strict``, warnings stop it as errors do; with ``draft``, every page will say KONSEP,
    whatever number and date the workbook has. Raises UnreadableInputError, WrongDataError or
    WrongTemplateError, with everything that was found.
    """
    with lasting_objects():
        read = read_round(workbook)
        opened = open_round(
            read.evaluation, read.findings, read.sha256, pack, strict=strict, extent=extent
        )
    return opened.held_back() if draft else opened


def build(
    workbook: Path,
    folder: Path | None = None,
    *,
    formats: Collection[str] = (),
    pack: str | None = None,
    packet: bool = False,
    strict: bool = False,
    draft: bool = False,
    force: bool = False,
    processes: int = HERE,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
    waiting: Waiting = unasked,
) -> Made:
    """Make every document of a round into a folder, the workbook's own unless another is given.

    ``formats`` are those to write, all when it is empty; ``packet`` adds one PDF a region that
    holds everything; with ``draft`` every page says KONSEP; ``force`` replaces files that this
    program did not make. With ``processes`` 0 everything is made in this process. Raises as
    ``open_workbook``, and UnwritableOutputError, NothingSucceededError, ProgramFaultError or
    CancelledError.
    """
    opened = open_workbook(workbook, pack, strict=strict, draft=draft)
    requests = (Request.ALL, Request.PACKETS) if packet else (Request.ALL,)
    jobs = _planned(opened, opened.evaluation.regions, formats, *requests)
    place = _Place(workbook, folder or workbook.parent, force)
    following = _Following(progress, cancelled, waiting)
    made = _make(opened, jobs, place, following, processes, whole=True)
    paths = {one.path for one in made.batch.records}
    return replace(made, left=left_over(place.folder, opened.pack.kinds, jobs, paths))


def report(
    workbook: Path,
    regions: str | Sequence[str],
    folder: Path | None = None,
    *,
    formats: Collection[str] = (),
    pack: str | None = None,
    draft: bool = False,
    force: bool = False,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
    waiting: Waiting = unasked,
) -> Made:
    """Make the report of a region, or of some, found by name, code or number; as ``build``.

    Raises UnknownRegionError as well.
    """
    opened = open_workbook(workbook, pack, draft=draft, extent=Extent.SAMPLES)
    asked = [regions] if isinstance(regions, str) else regions
    found = {region.name: region for region in map(opened.region, asked)}
    jobs = _planned(opened, list(found.values()), formats, Request.REPORT)
    place = _Place(workbook, folder or workbook.parent, force)
    return _make(opened, jobs, place, _Following(progress, cancelled, waiting))


def letter(
    workbook: Path,
    folder: Path | None = None,
    *,
    formats: Collection[str] = (),
    pack: str | None = None,
    draft: bool = False,
    force: bool = False,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
    waiting: Waiting = unasked,
) -> Made:
    """Make the letter and the annexes that list regions; otherwise as ``build``."""
    opened = open_workbook(workbook, pack, draft=draft, extent=Extent.SAMPLES)
    jobs = _planned(opened, (), formats, Request.LETTER)
    place = _Place(workbook, folder or workbook.parent, force)
    return _make(opened, jobs, place, _Following(progress, cancelled, waiting))


def _planned(
    opened: Round, regions: Sequence[Region], formats: Collection[str], *requests: Request
) -> tuple[Job, ...]:
    """Plan what requests make: the round's own documents, then those of some of its regions."""
    kinds, chosen = opened.pack.kinds, _chosen(formats)
    return (
        *plan_round(opened.evaluation, chosen, kinds.of(Scope.ROUND, *requests)),
        *plan_regions(opened.evaluation, regions, chosen, kinds.of(Scope.REGION, *requests)),
    )


def _chosen(formats: Collection[str]) -> tuple[str, ...]:
    """Give the formats to write, each once: those that were asked for, or all."""
    return tuple(name for name in WRITERS if name in formats or not formats)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where documents go; ``force`` lets them replace whatever was not read for them."""

    workbook: Path
    folder: Path
    force: bool

    def open(self, opened: Round) -> Manifest:
        """Open the folder's manifest, and with it what may be replaced."""
        inputs = identities([self.workbook], {".csv"}) | identities(opened.pack.folders)
        return open_manifest(self.folder, inputs, force=self.force)


def _make(
    opened: Round,
    jobs: tuple[Job, ...],
    place: _Place,
    following: _Following,
    processes: int = HERE,
    whole: bool = False,
) -> Made:
    """Make what was planned, and write or update the manifest.

    However it ends, the manifest names what was made until then.
    """
    paths = [path for job in jobs for path in job.paths]
    outcomes: Outcomes = {}
    with turn_in(place.folder, following.waiting):
        started = time.monotonic()
        manifest = place.open(opened)
        manifest.check(paths, whole=whole)
        with manifest.withdrawn(
            opened.origin, paths, lambda: batch_of(outcomes).records, whole=whole
        ):
            _fill(opened, jobs, manifest, processes, outcomes, following)
            made = batch_of(outcomes)
            _refuse_none(made)
            note = manifest.write if whole else manifest.update
            note(opened.origin, made.records)
    keep_workbook(place.workbook, opened.workbook_sha256)
    done = Made(opened, made, place.folder, time.monotonic() - started)
    if whole:
        return replace(done, changes=changes_since(manifest.content, opened, made.records))
    return replace(done, others=others_of(manifest.content, opened, paths))


def _fill(
    opened: Round,
    jobs: tuple[Job, ...],
    manifest: Manifest,
    processes: int,
    outcomes: Outcomes,
    following: _Following,
) -> None:
    """Make documents into the folder of a manifest; note what became of each."""
    maker = opened.maker.with_outputs(manifest.outputs)
    following.progress(0, len(jobs))

    def note(index: int, outcome: Outcome) -> None:
        outcomes[index] = outcome
        following.progress(len(outcomes), len(jobs))

    make_all(maker, jobs, manifest.folder, processes, note, following.cancelled)


def _refuse_none(made: Batch) -> None:
    """Raise NothingSucceededError where not one document could be made."""
    if not made.records:
        _refuse_failures(made)
        raise NothingSucceededError(
            _("no document could be made: %(reason)s") % {"reason": made.failures[0].reason}
        )


def _refuse_failures(made: Batch) -> None:
    faults = made.faults()
    if faults:
        told = ngettext(
            "%(count)d document could not be made by a fault of the program.",
            "%(count)d documents could not be made by a fault of the program.",
            len(faults),
        )
        raise ProgramFaultError(told % {"count": len(faults)}, faults)
    wrong = [one for one in made.failures if one.exit_code is ExitCode.WRONG_TEMPLATE]
    if wrong:
        told = _("%(document)s could not be made: %(reason)s")
        raise WrongTemplateError(told % {"document": wrong[0].job.stem, "reason": wrong[0].reason})
