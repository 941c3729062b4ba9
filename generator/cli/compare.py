"""``laporan compare``: two versions of a round, a document or an issue, every difference told."""

from functools import partial
from pathlib import Path

import click

from evaluation.errors import ExitCode
from evaluation.messages import _, ngettext
from generator.cli.console import counted
from generator.cli.options import FORCE
from generator.review.compared import comparison_lines, write_comparison
from generator.system.existing import Output, Outputs, identities
from generator.system.terminal import tell, tell_list
from generator.use_cases import compared

_PAGE = "compare --html"


@click.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help=str(_("Write the differences as a page to read.")),
)
@click.option("--all", "show_all", is_flag=True, help=str(_("Show every difference.")))
@FORCE
def compare(before: Path, after: Path, html: Path | None, show_all: bool, force: bool) -> int:
    """Compare two versions."""
    outputs = Outputs(identities([before, after], {".csv"}), force)
    if html:
        outputs.check([Output(html, _PAGE)])
    with counted(_("Documents")) as step:
        found = compared.compare(before, after, progress=step)
    if html:
        sides = (str(before), str(after))
        outputs.write(Output(html, _PAGE), partial(write_comparison, sides, found))
    tell_list(list(comparison_lines(found)), show_all=show_all)
    told = ngettext("%(count)d difference.", "%(count)d differences.", found.count)
    tell(told % {"count": found.count})
    return ExitCode.DONE_WITH_FINDINGS if found.count else ExitCode.DONE
