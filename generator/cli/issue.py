"""``laporan issue`` and ``laporan correct``: what goes out, and how it is put right."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from evaluation.errors import ExitCode
from evaluation.messages import Message, _, ngettext
from generator.cli.console import counted, tell_waiting
from generator.cli.options import day_of, today
from generator.issuing.correcting import Planned
from generator.issuing.issue import Issue
from generator.making.plan import Job
from generator.review.compared import round_lines
from generator.system.terminal import tell, tell_list
from generator.use_cases import issued
from letters.dates import format_date

_WORKBOOK = click.argument("workbook", type=click.Path(path_type=Path))
_PACK = click.option("--pack", help=str(_("Template pack: a name, or the path of a folder.")))


@click.command()
@_WORKBOOK
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=str(_("Folder in which the documents were made; without it, the workbook's own folder.")),
)
@_PACK
def issue(workbook: Path, output: Path | None, pack: str | None) -> int:
    """Issue the documents of a round."""
    _tell_issue(issued.issue(workbook, output, pack=pack, waiting=tell_waiting))
    return ExitCode.DONE


@click.command("correct")
@_WORKBOOK
@click.option(
    "--against",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=str(_("Folder of the issue that is corrected.")),
)
@click.option(
    "--reason", help=str(_("Why; it is printed. Without it, it is only told what differs."))
)
@click.option("--date", "day", help=str(_("Date of the correction; without it, today.")))
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    help=str(_("Processes to work with; without it, one a core.")),
)
@click.option("--all", "show_all", is_flag=True, help=str(_("Show every difference.")))
@_PACK
def correct_command(
    workbook: Path,
    against: Path,
    reason: str | None,
    day: str | None,
    jobs: int,
    show_all: bool,
    pack: str | None,
) -> int:
    """Tell what differs from an issue, and make what has to take its place."""
    prepared = issued.prepare_correction(workbook, against, pack=pack)
    _tell_planned(prepared.planned, show_all)
    if not prepared.needed:
        return ExitCode.DONE
    if not (reason or "").strip():
        tell(_("Nothing was made. Give the reason with --reason to make the correction."))
        return ExitCode.DONE_WITH_FINDINGS
    on = today() if day is None else day_of(day)
    with counted(_("Documents")) as step:
        made = issued.correct(
            prepared,
            (reason or "").strip(),
            on,
            processes=jobs,
            progress=step,
            waiting=tell_waiting,
        )
    _tell_issue(made)
    return ExitCode.DONE


def _tell_planned(planned: Planned, show_all: bool) -> None:
    tell_list(list(round_lines(planned.data, planned.results)), show_all=show_all)
    if planned.pack_changed:
        tell(_("The template pack is another one than that of the issue."))
    stale = planned.stale
    if not (stale.changed or stale.gone):
        tell(_("Every document that was issued still says what the workbook says."))
        return
    _tell_jobs(_("No longer true:"), stale.changed, show_all)
    _tell_jobs(_("No longer part of the round:"), stale.gone, show_all)


def _tell_jobs(heading: Message, jobs: Sequence[Job], show_all: bool) -> None:
    if not jobs:
        return
    tell(heading)
    tell_list([job.stem for job in jobs], show_all=show_all, indent="  ")


def _tell_issue(made: Issue) -> None:
    told = {"number": made.own_number, "date": format_date(made.own_date), "folder": made.folder}
    tell(_("Issued as %(number)s, %(date)s: %(folder)s") % told)
    count = ngettext("%(count)d file.", "%(count)d files.", len(made.files))
    tell(count % {"count": len(made.files)})
