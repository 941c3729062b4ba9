"""``laporan exempt``: a finding that is right as it is."""

from pathlib import Path

import click

from evaluation.errors import ExitCode
from evaluation.messages import _
from generator.system.terminal import tell


@click.command()
@click.argument("workbook", type=click.Path(path_type=Path))
@click.argument("rule")
@click.option(
    "--at", "place", default="", help=str(_("The cell, sheet or template; without it, anywhere."))
)
@click.option("--reason", required=True, help=str(_("Why the finding is right as it is.")))
def exempt(workbook: Path, rule: str, place: str, reason: str) -> int:
    """Add a row to the sheet of exemptions."""
    from generator.use_cases.exempting import exempt as note

    note(workbook, rule, place, reason)
    tell(_("Written: %(file)s") % {"file": workbook})
    return ExitCode.DONE
