"""``laporan new``, ``build``, ``report`` and ``letter``: what the user types, in which order."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from evaluation.errors import ExitCode
from evaluation.messages import _
from generator.cli.console import counted, tell_waiting
from generator.cli.options import FORCE
from generator.cli.summary import tell_changes, tell_left_over, tell_others, tell_summary
from generator.system.existing import Output, Outputs
from generator.system.terminal import tell
from generator.use_cases import documents
from generator.writers import WRITERS

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_WORKBOOK = click.argument("workbook", type=click.Path(path_type=Path))
_ZIP = click.option(
    "--zip",
    "zips",
    is_flag=True,
    help=str(_("Write one archive a region: its documents and the label of its envelope.")),
)


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
            click.option(
                "--draft",
                is_flag=True,
                help=str(_("Let every page say KONSEP, whatever number and date there are.")),
            ),
            FORCE,
        )
    ):
        command = option(command)
    return command


@click.command()
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


@click.command()
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
@_ZIP
def build(
    workbook: Path,
    output: Path | None,
    formats: Sequence[str],
    pack: str | None,
    jobs: int,
    packet: bool,
    strict: bool,
    draft: bool,
    zips: bool,
    force: bool,
) -> int:
    """Make every document of the round."""
    with counted(_("Documents")) as step:
        made = documents.build(
            workbook, output, formats=formats, pack=pack, packet=packet, strict=strict,
            draft=draft, force=force, processes=jobs, progress=step, waiting=tell_waiting,
        )  # fmt: skip
    return _told(made, zips=zips, force=force)


@click.command()
@_WORKBOOK
@click.argument("regions", nargs=-1, required=True)
@_options
@_ZIP
def report(
    workbook: Path,
    regions: Sequence[str],
    output: Path | None,
    formats: Sequence[str],
    pack: str | None,
    draft: bool,
    zips: bool,
    force: bool,
) -> int:
    """Make the reports of some regions."""
    with counted(_("Documents")) as step:
        made = documents.report(
            workbook, regions, output, formats=formats, pack=pack,
            draft=draft, force=force, progress=step, waiting=tell_waiting,
        )  # fmt: skip
    return _told(made, zips=zips, force=force)


@click.command()
@_WORKBOOK
@_options
def letter(
    workbook: Path,
    output: Path | None,
    formats: Sequence[str],
    pack: str | None,
    draft: bool,
    force: bool,
) -> int:
    """Make the letter and the annexes that list regions."""
    with counted(_("Documents")) as step:
        made = documents.letter(
            workbook, output, formats=formats, pack=pack,
            draft=draft, force=force, progress=step, waiting=tell_waiting,
        )  # fmt: skip
    return _told(made)


def _told(made: documents.Made, *, zips: bool = False, force: bool = False) -> int:
    """Tell what was made, put it into archives where that was asked for; give the exit code."""
    tell_summary(made)
    if zips:
        from generator.cli.handing import tell_handed
        from generator.use_cases.handed import archive

        tell_handed(archive(made, force=force))
    tell_changes(made.changes)
    tell_others(made.others)
    tell_left_over(made.left)
    made.refuse_failures()
    return ExitCode.DONE_WITH_FINDINGS if made.batch.failures else ExitCode.DONE
