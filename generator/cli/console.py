"""What a command tells the user: progress while it works, findings, a summary at the end.

Nothing is printed but here and by ``system.terminal``, so that no name and no content of a file
reaches a terminal as it is.
"""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

import click

from evaluation.messages import Message, _
from evaluation.sources import Finding, Severity
from evaluation.visible import visible
from generator.review.lines import lines, severity_name
from generator.system.terminal import tell_aside

LISTED = 40  # lines of findings at most, so that they stay on a screen
_REST = 4  # lines of a screen that the summary needs

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


def tell_error(text: str | Message) -> None:
    """Print one line about something that went wrong."""
    _tell_marked(Severity.ERROR, text)


def tell_warning(text: str | Message) -> None:
    """Print one line about something that needs a look."""
    _tell_marked(Severity.WARNING, text)


def tell_waiting() -> None:
    """Say that another run has the folder, which is waited for."""
    tell_aside(_("another run writes into this folder; waiting until it ends."))


def tell_findings(findings: Sequence[Finding], show_all: bool = False) -> None:
    """Print findings, the gravest first: a screenful, or all of them."""
    screen = shutil.get_terminal_size((80, LISTED)).lines - _REST
    for line in lines(findings, None if show_all else max(min(screen, LISTED), _REST)):
        _tell_marked(line.severity, line.text)


def _tell_marked(severity: Severity | None, text: str | Message) -> None:
    mark = "" if severity is None else f"{_coloured(severity)}: "
    click.echo(f"{mark}{visible(str(text))}", err=True)


def _coloured(severity: Severity) -> str:
    return click.style(severity_name(severity), fg=_COLOURS[severity])


@contextmanager
def progress(label: Message, total: int) -> Iterator[Callable[..., None]]:
    """Show progress: a bar on a terminal, a line every tenth part in a log.

    What it gives is called after each piece of work, or with the number of pieces that are done.
    """
    if sys.stderr.isatty():
        with _bar(label, total) as advance:
            yield advance
    else:
        yield _lines(label, total)


@contextmanager
def counted(label: Message) -> Iterator[Callable[[int, int], None]]:
    """Show progress whose total is told with each step: call with the pieces done and of all."""
    with ExitStack() as stack:
        shown: list[Callable[..., None]] = []
        before = 0

        def tell(done: int, total: int) -> None:
            nonlocal before
            if not shown:
                shown.append(stack.enter_context(progress(label, total)))
            if done > before:
                shown[0](done - before)
                before = done

        yield tell


@contextmanager
def _bar(label: Message, total: int) -> Iterator[Callable[..., None]]:
    from rich.console import Console  # slow to import, wanted only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(visible(str(label)), markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(str(label), total=total)
        yield lambda pieces=1: bar.advance(task, pieces)


def _lines(label: Message, total: int) -> Callable[..., None]:
    done = 0

    def advance(pieces: int = 1) -> None:
        nonlocal done
        before, done = done, done + pieces
        if done == total or done * 10 // total > before * 10 // total:
            tell_aside(f"{label}: {done}/{total}")

    return advance
