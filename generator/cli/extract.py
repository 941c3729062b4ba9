"""``laporan extract``: past reports that exist only as PDF → one workbook, doubtful values told."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evaluation.errors import ExitCode
from evaluation.messages import _, ngettext
from evaluation.record import Record
from evaluation.sources import Severity
from generator.cli.console import counted, tell_error, tell_findings
from generator.cli.options import FORCE
from generator.system.terminal import tell

if TYPE_CHECKING:
    from extractors.archive.digitise import Outcome

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=_FILE, required=True, help=str(_("The workbook to write.")))
@click.option("--json", "records", type=_FOLDER, help=str(_("Folder for one JSON file a PDF.")))
@click.option("--password", help=str(_("Password of locked files.")))
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    help=str(_("Processes to work with; without it, one a core.")),
)
@click.option(
    "--ocr",
    type=click.Choice(("auto", "never", "always")),
    default="auto",
    help=str(_("Recognise scanned pages: those that need it, none, or all pages.")),
)
@click.option(
    "--pages", "pages_only", is_flag=True, help=str(_("Ignore the record inside a file."))
)
@click.option("--like", type=_FILE, help=str(_("A workbook with the questions that were asked.")))
@click.option("--partial", is_flag=True, help=str(_("Take what is left of damaged files.")))
@click.option("--review", type=_FILE, help=str(_("Write a page to settle doubtful values on.")))
@click.option("--resolved", type=_FILE, help=str(_("Put in the values settled on that page.")))
@click.option("--cluster", help=str(_("Address of a Dask scheduler to hand the work to.")))
@FORCE
def extract(
    paths: Sequence[Path],
    output: Path,
    records: Path | None,
    password: str | None,
    jobs: int,
    ocr: str,
    pages_only: bool,
    like: Path | None,
    partial: bool,
    review: Path | None,
    resolved: Path | None,
    cluster: str | None,
    force: bool,
) -> int:
    """Digitise files, and tell what is doubtful or could not be read."""
    from extractors.archive.digitise import Ocr
    from generator.use_cases.past import extract as read_past
    from generator.use_cases.past_files import pdf_files

    files = pdf_files(paths)
    if not files:
        raise click.UsageError(str(_("there is no PDF in these folders.")))
    with counted(_("Pages")) as step:
        read = read_past(
            files, output, records=records, review=review, resolved=resolved, like=like,
            password=password, ocr=Ocr(ocr), partial=partial, processes=jobs, cluster=cluster,
            force=force, pages_only=pages_only, progress=step,
        )  # fmt: skip
    for outcome in read.outcomes:
        if outcome.record is None:
            tell_error(outcome.reason)
    tell_findings(read.findings)
    _tell(read.outcomes, read.records, output)
    read.refuse_faults()
    failed = any(outcome.record is None for outcome in read.outcomes)
    doubtful = any(record.flags for record in read.records)
    wrong = any(finding.severity is Severity.ERROR for finding in read.findings)
    return ExitCode.DONE_WITH_FINDINGS if doubtful or wrong or failed else ExitCode.DONE


def _tell(outcomes: Sequence["Outcome"], records: Sequence[Record], output: Path) -> None:
    """Tell how much was read, and how much of it needs a look."""
    scores = sum(len(one.items) for record in records for one in record.dimensions)
    flags = sum(len(record.flags) for record in records)
    files = sum(outcome.record is not None for outcome in outcomes)
    told = ngettext(
        "%(count)d file, %(scores)d scores → %(output)s.",
        "%(count)d files, %(scores)d scores → %(output)s.",
        files,
    )
    tell(told % {"count": files, "scores": scores, "output": output})
    if len(records) > files:
        told = _("The files hold %(count)d documents; the JSON of each says its pages.")
        tell(told % {"count": len(records)})
    proven = sum(outcome.proven for outcome in outcomes)
    if proven:
        told = ngettext(
            "%(count)d file carries its own record, and its pages agree with every score of it.",
            "%(count)d files carry their own records, and their pages agree with every score.",
            proven,
        )
        tell(told % {"count": proven})
    scanned = sum(outcome.scanned for outcome in outcomes)
    if scanned:
        tell(_("%(count)d scanned pages were recognised.") % {"count": scanned})
    if flags:
        tell(_("%(count)d values are doubtful; --review shows each.") % {"count": flags})
    failed = sum(outcome.record is None for outcome in outcomes)
    if failed:
        tell(_("%(count)d files could not be read; see above.") % {"count": failed})
