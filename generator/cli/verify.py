"""``laporan verify``: whether files are still what was made."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from evaluation.errors import ExitCode
from evaluation.messages import _
from generator.issuing.verifying import (
    Standing,
    Verdict,
    is_wrong,
    standing_names,
    verify_file,
    verify_folder,
)
from generator.system.terminal import tell

_SCREEN = 40


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--all", "show_all", is_flag=True, help=str(_("Name every file.")))
def verify(paths: Sequence[Path], show_all: bool) -> int:
    """Verify folders against their lists, files against their seals."""
    verdicts = [verdict for path in paths for verdict in _verdicts(path)]
    names = standing_names()
    shown = [one for one in verdicts if show_all or one.standing is not Standing.INTACT]
    for one in shown if show_all else shown[:_SCREEN]:
        tell(f"{one.path}: {names[one.standing]}")
    if len(shown) > _SCREEN and not show_all:
        tell(_("… and more; --all names every file."))
    counts = Counter(one.standing for one in verdicts)
    for standing, count in counts.items():
        tell(f"{count:>5}  {names[standing]}")
    return ExitCode.DONE_WITH_FINDINGS if any(map(is_wrong, verdicts)) else ExitCode.DONE


def _verdicts(path: Path) -> Sequence[Verdict]:
    return verify_folder(path) if path.is_dir() else (verify_file(path),)
