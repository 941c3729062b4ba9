"""The commands: what the user types, and in which order things are done. Nothing else."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from evaluation.errors import ExitCode, NothingSucceededError, ProgramFaultError, WrongTemplateError
from evaluation.messages import LANGUAGES, _, ngettext
from evaluation.model import Region
from generator.cli.check import check
from generator.cli.compare import compare
from generator.cli.console import progress, tell_waiting
from generator.cli.extract import extract
from generator.cli.forms import collect, forms
from generator.cli.issue import correct_command, issue
from generator.cli.options import FORCE
from generator.cli.packs import fields, preview
from generator.cli.reading import read_round
from generator.cli.register import register
from generator.cli.summary import tell_left_over, tell_summary
from generator.cli.verify import verify
from generator.document.kinds import Request, Scope
from generator.making.batch import HERE, Batch, Outcome, Outcomes, batch_of, make_all
from generator.making.leftovers import left_over
from generator.making.manifest import Manifest, open_manifest
from generator.making.memory import lasting_objects
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rehearsal import Extent
from generator.making.rounds import Round, open_round
from generator.packs.packs import Pack
from generator.system.existing import Output, Outputs, identities
from generator.system.terminal import tell
from generator.system.turns import turn_in
from generator.writers import WRITERS

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_WORKBOOK = click.argument("workbook", type=click.Path(path_type=Path))


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that all makers of documents share."""
    for option in reversed(
        (
            click.option(
                "-o",
                "--output",
                type=click.Path(file_okay=False, path_type=Path),
                help=str(_("Folder to write into; without it, the workbook's own folder.")),
            ),
            click.option(
                "--format",
                "formats",
                type=click.Choice(tuple(WRITERS)),
                multiple=True,
                help=str(_("Format to write; may be repeated. Without it, all.")),
            ),
            click.option("--pack", help=str(_("Template pack: a name, or the path of a folder."))),
            FORCE,
        )
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(LANGUAGES), help=str(_("Language of the messages.")))
@click.version_option(version("laporan"), "--version", help=str(_("Show the version.")))
def laporan(lang: str | None) -> None:
    """Take the options that all commands share."""
    del lang  # read before the commands were defined, since their help depends on it


laporan.help = str(
    _("From one evaluation workbook to the letter, its annexes and one report a region.")
)


@laporan.command(help=str(_("Write a blank workbook to fill in.")))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--example", is_flag=True, help=str(_("Fill it in with the example round of 2024.")))
@click.option("--force", is_flag=True, help=str(_("Replace the file if it exists.")))
def new(file: Path, example: bool, force: bool) -> int:
    """Write a workbook, blank or filled with the example round."""
    from generator.workbooks.book import write_workbook

    if file.exists() and not force:
        raise click.UsageError(str(_("%(file)s exists; --force replaces it.") % {"file": file}))
    sheets = import_module("examples.round_2024").sheets() if example else None
    fill = partial(write_workbook, sheets=sheets)
    Outputs(force=force).write(Output(file, "new"), fill)
    tell(_("Written: %(file)s") % {"file": file})
    return ExitCode.DONE


@laporan.command(
    help=str(_("Make everything: letter, annexes, national table, a report a region."))
)
@_WORKBOOK
@_options
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    help=str(_("Processes to work with; without it, one a core.")),
)
@click.option("--packet", is_flag=True, help=str(_("Add one PDF a region that holds everything.")))
@click.option("--strict", is_flag=True, help=str(_("Let warnings stop the making as errors do.")))
def build(
    workbook: Path,
    output: Path | None,
    formats: Sequence[str],
    pack: str | None,
    jobs: int,
    packet: bool,
    strict: bool,
    force: bool,
) -> int:
    """Make every document of the round."""
    opened = _open(workbook, pack, strict)
    requests = (Request.ALL, Request.PACKETS) if packet else (Request.ALL,)
    planned = _planned(opened, opened.evaluation.regions, formats, *requests)
    place = _Place(workbook, output or workbook.parent, force)
    return _make(opened, planned, place, jobs, whole=True)


@laporan.command(help=str(_("Make one region's report again. REGION is its name, code or number.")))
@_WORKBOOK
@click.argument("region")
@_options
def report(
    workbook: Path,
    region: str,
    output: Path | None,
    formats: Sequence[str],
    pack: str | None,
    force: bool,
) -> int:
    """Make the report of one region."""
    opened = _open(workbook, pack, extent=Extent.SAMPLES)
    jobs = _planned(opened, [opened.region(region)], formats, Request.REPORT)
    return _make(opened, jobs, _Place(workbook, output or workbook.parent, force))


@laporan.command(help=str(_("Make the letter and its annexes alone.")))
@_WORKBOOK
@_options
def letter(
    workbook: Path, output: Path | None, formats: Sequence[str], pack: str | None, force: bool
) -> int:
    """Make the letter and the annexes that list regions."""
    opened = _open(workbook, pack, extent=Extent.SAMPLES)
    jobs = _planned(opened, (), formats, Request.LETTER)
    return _make(opened, jobs, _Place(workbook, output or workbook.parent, force))


def _planned(
    opened: Round, regions: Sequence[Region], formats: Sequence[str], *requests: Request
) -> tuple[Job, ...]:
    """Plan what requests make: the round's own documents, then those of some of its regions."""
    kinds, chosen = opened.pack.kinds, _chosen(formats)
    return (
        *plan_round(opened.evaluation, chosen, kinds.of(Scope.ROUND, *requests)),
        *plan_regions(opened.evaluation, regions, chosen, kinds.of(Scope.REGION, *requests)),
    )


def _chosen(formats: Sequence[str]) -> tuple[str, ...]:
    """Give the formats to write, each once: those that were asked for, or all."""
    return tuple(name for name in WRITERS if name in formats or not formats)


def _open(
    workbook: Path,
    pack: str | None,
    strict: bool = False,
    extent: Extent = Extent.EVERY_REGION,
) -> Round:
    with lasting_objects():
        read = read_round(workbook)
        return open_round(
            read.evaluation, read.findings, read.sha256, pack, strict=strict, extent=extent
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where documents go; ``force`` lets them replace whatever was not read for them."""

    workbook: Path
    folder: Path
    force: bool

    def open(self, pack: Pack) -> Manifest:
        """Open the folder's manifest, and with it what may be replaced."""
        inputs = identities([self.workbook], {".csv"}) | identities(pack.folders)
        return open_manifest(self.folder, inputs, force=self.force)


def _make(
    opened: Round, jobs: tuple[Job, ...], place: _Place, processes: int = HERE, whole: bool = False
) -> int:
    """Make what was planned, write or update the manifest, tell the outcome.

    Whenever the user interrupts, the manifest names what was made until then.
    """
    paths = [path for job in jobs for path in job.paths]
    outcomes: Outcomes = {}
    with turn_in(place.folder, tell_waiting):
        started = time.monotonic()
        manifest = place.open(opened.pack)
        manifest.check(paths, whole=whole)
        with manifest.withdrawn(
            opened.origin, paths, lambda: batch_of(outcomes).records, whole=whole
        ):
            _fill(opened, jobs, manifest, processes, outcomes)
            made = batch_of(outcomes)
            _refuse_none(made)
            note = manifest.write if whole else manifest.update
            note(opened.origin, made.records)
    tell_summary(opened, made, place.folder, time.monotonic() - started)
    if whole:
        paths_made = {one.path for one in made.records}
        tell_left_over(left_over(place.folder, opened.pack.kinds, jobs, paths_made))
    _refuse_faults(made)
    _refuse_templates(made)
    return ExitCode.DONE_WITH_FINDINGS if made.failures else ExitCode.DONE


def _fill(
    opened: Round, jobs: tuple[Job, ...], manifest: Manifest, processes: int, outcomes: Outcomes
) -> None:
    """Make documents into the folder of a manifest; note what became of each."""
    maker = replace(opened.maker, outputs=manifest.outputs)
    with progress(_("Documents"), len(jobs)) as advance:

        def tell_outcome(index: int, outcome: Outcome) -> None:
            outcomes[index] = outcome
            advance()

        make_all(maker, jobs, manifest.folder, processes, tell_outcome)


def _refuse_none(made: Batch) -> None:
    """Raise NothingSucceededError where not one document could be made."""
    if not made.records:
        _refuse_faults(made)
        _refuse_templates(made)
        raise NothingSucceededError(
            _("no document could be made: %(reason)s") % {"reason": made.failures[0].reason}
        )


def _refuse_faults(made: Batch) -> None:
    """Raise ProgramFaultError where a document failed by no fault of the user's data."""
    faults = made.faults()
    if faults:
        told = ngettext(
            "%(count)d document could not be made by a fault of the program.",
            "%(count)d documents could not be made by a fault of the program.",
            len(faults),
        )
        raise ProgramFaultError(told % {"count": len(faults)}, faults)


def _refuse_templates(made: Batch) -> None:
    """Raise WrongTemplateError where a template is wrong for the data of some document."""
    wrong = [one for one in made.failures if one.exit_code is ExitCode.WRONG_TEMPLATE]
    if wrong:
        told = _("%(document)s could not be made: %(reason)s")
        raise WrongTemplateError(told % {"document": wrong[0].job.stem, "reason": wrong[0].reason})


for command in (
    check,
    compare,
    fields,
    preview,
    forms,
    collect,
    extract,
    register,
    issue,
    correct_command,
    verify,
):
    laporan.add_command(command)
