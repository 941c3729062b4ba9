"""``laporan check``: everything that is wrong with a round, before anything is made."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from evaluation.errors import ExitCode
from evaluation.messages import _
from evaluation.sources import Finding, Severity
from generator.cli.console import tell_findings
from generator.cli.options import FORCE
from generator.making.rounds import exit_code_of, stops
from generator.processes.pool import COPYING, Pool
from generator.review.lines import counts
from generator.review.matrix import coverage_line
from generator.review.page import write_html
from generator.review.record import write_json
from generator.system.existing import Identity, Output, Outputs, identities
from generator.system.terminal import tell
from generator.use_cases.documents import inspect
from generator.use_cases.reading import read_cells
from generator.workbooks.marked import marked_copy, marked_values

_PAGE, _COPY, _RECORD = "check --html", "check --xlsx", "check --json"
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
    outputs = Outputs(_read(workbook, pack), force)
    wanted = ((html, _PAGE), (xlsx, _COPY), (record, _RECORD))
    outputs.check([Output(path, maker) for path, maker in wanted if path])
    seen = inspect(workbook, pack)
    findings = seen.findings
    if html:
        fill = partial(write_html, findings, seen.results)
        outputs.write(Output(html, _PAGE), fill)
    if xlsx:
        marked = _marked(workbook, findings)
        outputs.write(Output(xlsx, _COPY), lambda target: target.write(marked))
    if record:
        outputs.write(Output(record, _RECORD), partial(write_json, findings))
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


def _read(workbook: Path, pack: str | None) -> frozenset[Identity]:
    """Give what is read, and therefore never replaced."""
    packs = identities([Path(pack)]) if pack else frozenset()
    return identities([workbook], {".csv"}) | packs


def _marked(workbook: Path, findings: Sequence[Finding]) -> bytes:
    """Give the workbook with its cells marked, its looks kept where that can be done."""
    with Pool(1, COPYING) as pool:
        copy = pool.alone(partial(marked_copy, findings), workbook)
    if copy is not None:
        return copy
    return marked_values(findings, [(sheet.name, sheet.rows) for sheet in read_cells(workbook)])
