"""``laporan dispatch`` and ``laporan labels``: what was made, handed over."""

from collections.abc import Sequence
from pathlib import Path

import click

from evaluation.errors import ExitCode
from evaluation.messages import _, ngettext
from generator.cli.console import counted, tell_waiting
from generator.cli.options import FORCE
from generator.system.terminal import tell
from generator.use_cases import handed
from generator.writers.pdf.labels import SHEETS

_PACK = click.option("--pack", help=str(_("Template pack: a name, or the path of a folder.")))
_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("source", type=_PATH)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=str(_("Folder of the documents; of an issue, the folder to write into.")),
)
@click.option("--zip", "zips", is_flag=True, help=str(_("Write one archive a region, too.")))
@click.option(
    "--print", "printing", is_flag=True, help=str(_("Write one file of all reports to print, too."))
)
@_PACK
@FORCE
def dispatch(
    source: Path,
    output: Path | None,
    zips: bool,
    printing: bool,
    pack: str | None,
    force: bool,
) -> int:
    """Make ready what is handed over."""
    with counted(_("Archives")) as step:
        made = handed.dispatch(
            source, output, zips=zips, printing=printing, pack=pack, force=force,
            progress=step, waiting=tell_waiting,
        )  # fmt: skip
    tell_handed(made)
    return ExitCode.DONE


@click.command()
@click.argument("workbook", type=_PATH)
@click.argument("chosen", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=str(_("PDF to write; without it, label.pdf beside the workbook.")),
)
@click.option(
    "--sheet",
    type=click.Choice(tuple(SHEETS)),
    default="2x7",
    help=str(_("Sheet of labels: columns and rows on A4.")),
)
@click.option(
    "--skip",
    type=click.IntRange(0),
    default=0,
    help=str(_("Places of the first sheet that were used already.")),
)
@_PACK
@FORCE
def labels(
    workbook: Path,
    chosen: Sequence[str],
    output: Path | None,
    sheet: str,
    skip: int,
    pack: str | None,
    force: bool,
) -> int:
    """Write address labels."""
    room = SHEETS[sheet].room
    if skip >= room:
        told = _("the sheet %(sheet)s has %(count)d places.") % {"sheet": sheet, "count": room}
        raise click.UsageError(str(told))
    path, pages = handed.labels(
        workbook, output, chosen, sheet=sheet, skip=skip, pack=pack, force=force
    )
    told = ngettext("%(count)d sheet: %(file)s", "%(count)d sheets: %(file)s", pages)
    tell(told % {"count": pages, "file": path})
    return ExitCode.DONE


def tell_handed(made: handed.Handed) -> None:
    """Tell what was made ready, and where it lies."""
    if made.archives:
        told = ngettext(
            "%(count)d archive in %(folder)s.", "%(count)d archives in %(folder)s.",
            len(made.archives),
        )  # fmt: skip
        tell(told % {"count": len(made.archives), "folder": made.folder})
    if made.print:
        pages = _("To be printed on both sides: %(file)s (%(count)d pages)")
        tell(pages % {"file": made.print, "count": made.pages})
    if made.list:
        tell(_("Written: %(file)s") % {"file": made.list})
