"""``laporan check``: everything that is wrong with a round, before anything is made."""

from pathlib import Path

import click

from evaluation.errors import ExitCode
from evaluation.messages import _
from evaluation.sources import Severity
from generator.cli.console import tell_findings
from generator.cli.options import FORCE
from generator.making.rounds import exit_code_of, stops
from generator.review.lines import counts
from generator.review.matrix import coverage_line
from generator.system.terminal import tell
from generator.use_cases.checking import check as check_round

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("workbook", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help=str(_("Let warnings count as errors.")))
@click.option(
    "--all", "show_all", is_flag=True, help=str(_("Show every finding, not just a screenful."))
)
@click.option("--html", type=_FILE, help=str(_("Write the findings as a page to read.")))
@click.option(
    "--xlsx", type=_FILE, help=str(_("Write a copy of the workbook with its cells marked."))
)
@click.option("--json", "record", type=_FILE, help=str(_("Write the findings for programs.")))
@click.option("--pack", help=str(_("Template pack: a name, or the path of a folder.")))
@FORCE
def check(
    workbook: Path,
    strict: bool,
    show_all: bool,
    html: Path | None,
    xlsx: Path | None,
    record: Path | None,
    pack: str | None,
    force: bool,
) -> int:
    """Check a workbook with its pack, and tell the outcome in every way that was asked for."""
    seen = check_round(workbook, pack, html=html, xlsx=xlsx, record=record, force=force)
    findings = seen.findings
    tell_findings(findings, show_all=show_all)
    covered = coverage_line(seen.evaluation)
    if covered is not None:
        tell(covered)
    tell(_("%(workbook)s: %(counts)s.") % {"workbook": workbook, "counts": counts(findings)})
    stopping = [finding for finding in findings if stops(finding, strict=strict)]
    if stopping:
        return exit_code_of(stopping)
    warned = any(finding.severity is Severity.WARNING for finding in findings)
    return ExitCode.DONE_WITH_FINDINGS if warned else ExitCode.DONE
