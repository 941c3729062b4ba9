"""``laporan sign``: documents signed with the user's own certificate."""

from collections.abc import Sequence
from pathlib import Path

import click

from evaluation.errors import ExitCode, UnreadableInputError
from evaluation.messages import _, ngettext
from evaluation.sources import Source
from generator.cli.console import counted
from generator.cli.options import FORCE
from generator.system.terminal import tell
from generator.use_cases import signed

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--certificate",
    required=True,
    type=_FILE,
    help=str(_("Your certificate with its key: a .p12 or .pfx file.")),
)
@click.option(
    "--password-file",
    type=_FILE,
    help=str(_("File whose first line is the certificate's password; without it, you are asked.")),
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=str(_("Folder to write the signed files into.")),
)
@FORCE
def sign(
    files: Sequence[Path],
    certificate: Path,
    password_file: Path | None,
    output: Path,
    force: bool,
) -> int:
    """Sign documents."""
    password = _password(password_file)
    with counted(_("Documents")) as step:
        made = signed.sign(files, certificate, password, output, force=force, progress=step)
    told = ngettext(
        "%(count)d signed file in %(folder)s.", "%(count)d signed files in %(folder)s.", len(made)
    )
    tell(told % {"count": len(made), "folder": output})
    return ExitCode.DONE


def _password(path: Path | None) -> str:
    if path is None:
        asked: str = click.prompt(str(_("Password of the certificate")), hide_input=True, err=True)
        return asked
    try:
        return path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise UnreadableInputError(
            _("the file cannot be read: %(reason)s.") % {"reason": reason},
            source=Source(str(path)),
            remedy=_("Check the name and the folder."),
        ) from None
