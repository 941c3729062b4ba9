"""``laporan forms`` and ``laporan collect``: spreadsheets out to the assessors and back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from evaluation.errors import ExitCode, WrongDataError
from evaluation.messages import _, ngettext
from evaluation.model import Evaluation
from evaluation.names import name_key
from evaluation.sheets import BOBOT, DIMENSI, INSTRUMEN, SURAT, WILAYAH
from evaluation.source import Finding, Severity
from generator.console import progress
from generator.files import write_whole

_NEEDED = frozenset(name_key(one.name) for one in (SURAT, INSTRUMEN, DIMENSI, BOBOT, WILAYAH))
_FOLDER = "formulir"


@click.command(help=_("Write one form a region and assessor, to be filled in and collected."))
@click.argument("workbook", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Folder to write into; without it, formulir beside the workbook."),
)
@click.option(
    "--assessor",
    "assessors",
    multiple=True,
    help=_("“Name, institution” of one who scores every region; may be repeated."),
)
def forms(workbook: Path, output: Path | None, assessors: Sequence[str]) -> int:
    """Write the forms of a round."""
    from generator.forms.plan import parse_assessor, plan_forms
    from generator.forms.writing import write_form

    evaluation = _round(workbook)
    planned = plan_forms(evaluation, tuple(map(parse_assessor, assessors)))
    folder = output or workbook.parent / _FOLDER
    with progress(_("Forms"), len(planned)) as advance:
        for form in planned:
            fill = partial(write_form, evaluation=evaluation, form=form)
            write_whole(folder / f"{form.stem}.xlsx", fill)
            advance()
    told = ngettext("%(count)d form in %(folder)s.", "%(count)d forms in %(folder)s.", len(planned))
    click.echo(told % {"count": len(planned), "folder": folder})
    return ExitCode.DONE


def _round(workbook: Path) -> Evaluation:
    """Read what forms are made of; that nobody has scored yet is no fault of theirs."""
    from extractors.workbook import read_workbook

    reading = read_workbook(workbook)
    wrong = [finding for finding in reading.findings if _stops(finding)]
    if wrong or reading.evaluation is None:
        raise WrongDataError(
            _("questions or regions are wrong; nothing was made."),
            findings=wrong or reading.findings,
        )
    return reading.evaluation


def _stops(finding: Finding) -> bool:
    sheet = finding.source.sheet if finding.source else None
    return finding.severity is Severity.ERROR and (sheet is None or name_key(sheet) in _NEEDED)
