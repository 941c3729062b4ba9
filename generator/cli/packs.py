"""``laporan fields`` and ``laporan preview``: a template pack looked at by itself."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from evaluation.errors import ExitCode
from evaluation.findings import has_errors
from evaluation.messages import _
from evaluation.names import name_key
from evaluation.sources import Finding
from evaluation.workbook.sheets import SURAT
from generator.cli.console import tell_findings
from generator.cli.options import FORCE
from generator.document.blocks import Document
from generator.document.kinds import Request, Scope
from generator.making.plan import plan_regions, plan_round
from generator.making.rehearsal import Extent
from generator.making.rounds import Round
from generator.packs.packs import Pack, choose_pack
from generator.system.existing import Output, Outputs, identities
from generator.system.terminal import tell
from generator.template_check.checking import check_pack, fact_key, needed_fields
from generator.template_check.field_table import field_table
from generator.use_cases.documents import open_workbook
from generator.workbooks.book import Rows, write_workbook
from generator.writers import WRITERS

_PACK = click.argument("pack")


@click.command()
@_PACK
@click.option(
    "--all", "show_all", is_flag=True, help=str(_("Name every place, not just the first."))
)
def fields(pack: str, show_all: bool) -> int:
    """List a pack's fields: facts of the sheet Surat first."""
    chosen = _chosen(pack)
    for line in field_table(needed_fields(chosen), show_all=show_all):
        tell(line)
    return _outcome(check_pack(chosen))


@click.command()
@_PACK
@click.option("--region", help=str(_("Region to show: a name, code or number.")))
@click.option(
    "--workbook",
    type=click.Path(path_type=Path),
    help=str(_("Workbook to take the data from; without it, the example round of 2024.")),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=str(_("File to write; without it, one named after the pack.")),
)
@click.option("--no-open", is_flag=True, help=str(_("Write the file without opening it.")))
@FORCE
def preview(
    pack: str,
    region: str | None,
    workbook: Path | None,
    output: Path | None,
    no_open: bool,
    force: bool,
) -> int:
    """Write one letter and one report into a PDF and open it."""
    chosen = choose_pack(pack, None, None, workbook.parent if workbook else Path.cwd())
    path = output or Path(f"preview-{chosen.name}.pdf")
    outputs = Outputs(identities((workbook, *chosen.folders)), force)
    target = Output(path, "preview")
    outputs.check([target])
    opened = (
        _sample_round(pack)
        if workbook is None
        else open_workbook(workbook, pack, extent=Extent.SAMPLES)
    )
    document = _sample(opened, region)
    outputs.write(target, partial(WRITERS["pdf"], document, opened.pack.style))
    tell(_("Written: %(file)s") % {"file": path})
    if not no_open:
        click.launch(str(path))
    return ExitCode.DONE


def _chosen(pack: str) -> Pack:
    return choose_pack(pack, None, None, Path.cwd())


def _outcome(findings: Sequence[Finding]) -> int:
    tell_findings(findings, show_all=True)
    return ExitCode.WRONG_TEMPLATE if has_errors(findings) else ExitCode.DONE


def _sample_round(pack: str) -> Round:
    """Open the example round as a workbook that was read, with every fact that the pack needs."""
    from examples import round_2024

    sheets = dict(round_2024.sheets())
    sheets[SURAT.name] = _with_facts(sheets[SURAT.name], _chosen(pack))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "evaluasi-2024.xlsx"
        write_workbook(path, sheets)
        return open_workbook(path, pack, extent=Extent.SAMPLES)


def _with_facts(rows: Rows, pack: Pack) -> Rows:
    """Fill in the facts that a pack needs beyond the example's: each stands as its own name."""
    given = {name_key(str(row[0])) for row in rows if row[1] is not None}
    keys = (fact_key(one.path) for one in needed_fields(pack) if not one.optional)
    lacking = {name_key(key): key for key in keys if key and name_key(key) not in given}
    kept = (row for row in rows if name_key(str(row[0])) not in lacking)
    return [*kept, *((key, f"({key})") for key in lacking.values())]


def _sample(opened: Round, region: str | None) -> Document:
    evaluation, maker = opened.evaluation, opened.maker
    shown = opened.region(region) if region else (*evaluation.attended(), *evaluation.regions)[0]
    kinds = opened.pack.kinds
    jobs = (
        *plan_round(evaluation, (), kinds.of(Scope.ROUND, Request.PREVIEW)),
        *plan_regions(evaluation, [shown], (), kinds.of(Scope.REGION, Request.PREVIEW)),
    )
    return maker.build([root for job in jobs for root in maker.roots(job)])
