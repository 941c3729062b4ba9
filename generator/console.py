"""What a command tells the user: progress while it works, findings, a summary at the end."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

import click

from evaluation.source import Finding, Severity
from generator.review.lines import lines, severity_name

LISTED = 40  # lines of findings at most, so that they stay on a screen
_REST = 4  # lines of a screen that the summary needs

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


def tell_error(text: str) -> None:
    """Print one line about something that went wrong."""
    click.echo(f"{click.style(severity_name(Severity.ERROR), fg='red')}: {text}", err=True)


def tell_findings(findings: Sequence[Finding], show_all: bool = False) -> None:
    """Print findings, the gravest first: a screenful, or all of them."""
    screen = shutil.get_terminal_size((80, LISTED)).lines - _REST
    for line in lines(findings, None if show_all else max(min(screen, LISTED), _REST)):
        mark = "" if line.severity is None else _mark(line.severity)
        click.echo(f"{mark}{line.text}", err=True)


def _mark(severity: Severity) -> str:
    return click.style(severity_name(severity), fg=_COLOURS[severity]) + ": "


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[..., None]]:
    """Show progress: a bar on a terminal, a line every tenth part in a log.

    What it gives is called after each piece of work, or with the number of pieces that are done.
    """
    if sys.stderr.isatty():
        with _bar(label, total) as advance:
            yield advance
    else:
        yield _lines(label, total)


@contextmanager
def counted(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show progress whose total is told with each step: call with the pieces done and of all."""
    with ExitStack() as stack:
        shown: list[Callable[..., None]] = []

        def tell(done: int, total: int) -> None:
            if not shown:
                shown.append(stack.enter_context(progress(label, total)))
            shown[0]()

        yield tell


@contextmanager
def _bar(label: str, total: int) -> Iterator[Callable[..., None]]:
    from rich.console import Console  # slow to import, wanted only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda pieces=1: bar.advance(task, pieces)


def _lines(label: str, total: int) -> Callable[..., None]:
    done = 0

    def advance(pieces: int = 1) -> None:
        nonlocal done
        before, done = done, done + pieces
        if done == total or done * 10 // total > before * 10 // total:
            click.echo(f"{label}: {done}/{total}", err=True)

    return advance
