"""``laporan buka``: the page for people who never type."""

from collections.abc import Callable
from pathlib import Path

import click

from evaluation.errors import ExitCode, UnwritableOutputError
from evaluation.messages import _
from generator.system.folders import documents_folder
from generator.system.terminal import tell

_FOLDER = "Laporan"


@click.command("buka")
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--no-open", is_flag=True, help=str(_("Tell the address without opening it.")))
def buka(folder: Path | None, no_open: bool) -> int:
    """Serve the page until it is closed."""
    serve = _serve()
    place = folder or documents_folder() / _FOLDER

    def show(address: str) -> None:
        if no_open:
            tell(address)
        else:
            tell(_("Laporan is open in your browser. Close it there, or here with Ctrl-C."))
            click.launch(address)

    serve(place.absolute(), _open, show)
    return ExitCode.DONE


def _open(path: Path) -> None:
    click.launch(str(path))


def _serve() -> Callable[[Path, Callable[[Path], None], Callable[[str], None]], None]:
    """Give what serves the page, which needs packages that no other command does."""
    try:
        from generator.web.serving import serve
    except ModuleNotFoundError as missing:
        raise UnwritableOutputError(
            _("the page needs a package that is not installed: %(name)s.")
            % {"name": missing.name or ""},
            remedy=_('Install it: python -m pip install "laporan[web]"'),
        ) from None
    return serve
