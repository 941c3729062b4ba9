"""``laporan forms`` and ``laporan collect``: spreadsheets out to the assessors and back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from evaluation.errors import ExitCode, NothingSucceededError
from evaluation.messages import _, ngettext
from evaluation.sources import Finding, Severity
from generator.cli.console import counted, tell_findings
from generator.cli.options import FORCE
from generator.system.terminal import tell

_FILE = click.Path(dir_okay=False, path_type=Path)

FOLDER = "formulir"


@click.command()
@click.argument("workbook", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=str(_("Folder to write into; without it, formulir beside the workbook.")),
)
@click.option(
    "--assessor",
    "assessors",
    multiple=True,
    help=str(_("“Name, institution” of one who scores every region; may be repeated.")),
)
@FORCE
def forms(workbook: Path, output: Path | None, assessors: Sequence[str], force: bool) -> int:
    """Write the forms of a round."""
    from generator.use_cases.returned import forms as write_forms

    with counted(_("Forms")) as step:
        written = write_forms(workbook, output, assessors=assessors, force=force, progress=step)
    folder = output or workbook.parent / FOLDER
    told = ngettext("%(count)d form in %(folder)s.", "%(count)d forms in %(folder)s.", len(written))
    tell(told % {"count": len(written), "folder": folder})
    return ExitCode.DONE


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=_FILE, required=True, help=str(_("The workbook to write.")))
@click.option("--into", type=_FILE, help=str(_("The workbook to add to; it says what is known.")))
@click.option(
    "--map",
    "map_file",
    type=_FILE,
    help=str(_("What unclear columns mean; written for you to complete where it is missing.")),
)
@click.option(
    "--sent",
    type=_FILE,
    help=str(_("The list that forms left; found by itself in a folder that is collected.")),
)
@click.option(
    "--newer",
    is_flag=True,
    help=str(_("Where two files differ, let the one count that was saved later.")),
)
@click.option(
    "--all", "show_all", is_flag=True, help=str(_("Show every column and every finding."))
)
@FORCE
def collect(
    paths: Sequence[Path],
    output: Path,
    into: Path | None,
    map_file: Path | None,
    sent: Path | None,
    newer: bool,
    show_all: bool,
    force: bool,
) -> int:
    """Gather files, say how each was understood, and write the workbook whole or not at all."""
    from generator.review.returns import tell_returned
    from generator.review.understood import tell_understood
    from generator.use_cases.returned import collect as gather
    from generator.use_cases.returned import say_in

    try:
        with counted(_("Files")) as step:
            gathered = gather(
                paths,
                output,
                into=into,
                mapping=map_file,
                sent=sent,
                newer=newer,
                force=force,
                progress=step,
            )
    except NothingSucceededError as nothing:
        tell_findings(nothing.findings, show_all=show_all)
        if nothing.remedy:
            tell(nothing.remedy)
        raise NothingSucceededError(nothing.message) from None
    found = gathered.found
    if gathered.old:
        tell(_("The workbook as it was: %(file)s") % {"file": gathered.old})
    tell_understood(found, show_all=show_all)
    findings = [_with_file(finding) for finding in (*found.findings, *gathered.contradictions)]
    tell_findings(findings, show_all=show_all)
    tell_returned(gathered)
    told = _("%(scores)d scores and %(comments)d comments → %(output)s.")
    counts = {
        "scores": len(found.draft.scores),
        "comments": len(found.draft.comments),
        "output": output,
    }
    tell(told % counts)
    if gathered.mapping:
        tell(say_in(gathered.mapping))
    worth_a_look = any(finding.severity > Severity.NOTICE for finding in findings)
    return ExitCode.DONE_WITH_FINDINGS if worth_a_look else ExitCode.DONE


def _with_file(finding: Finding) -> Finding:
    """Name the file as well: here a sheet may be any of hundreds of files."""
    source = finding.source
    if source is None or source.sheet is None:
        return finding
    return replace(finding, source=replace(source, sheet=f"{source.file} {source.sheet}"))
