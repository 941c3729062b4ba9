"""What a command tells the user: progress while it works, findings, a summary at the end."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from evaluation.messages import _
from evaluation.source import Finding, Severity

LISTED = 40  # findings told one by one; a screen holds about as many

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


def severity_name(severity: Severity) -> str:
    """Give the word for a severity in the user's language."""
    names = {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.NOTICE: _("notice"),
    }
    return names[severity]


def tell_error(text: str) -> None:
    """Print one line about something that went wrong."""
    click.echo(f"{click.style(severity_name(Severity.ERROR), fg='red')}: {text}", err=True)


def tell_findings(findings: Sequence[Finding]) -> None:
    """Print findings, the gravest first, each on a line; the rest of a long list is counted."""
    ordered = sorted(findings, key=lambda finding: -finding.severity)
    for finding in ordered[:LISTED]:
        word = click.style(severity_name(finding.severity), fg=_COLOURS[finding.severity])
        click.echo(f"{word}: {_one_line(finding)}", err=True)
    rest = Counter(finding.severity for finding in ordered[LISTED:])
    for severity, count in rest.items():
        click.echo(
            _("… and %(count)d more: %(kind)s") % {"count": count, "kind": severity_name(severity)},
            err=True,
        )


def _one_line(finding: Finding) -> str:
    """Write a finding on one line whatever the workbook's texts hold; control codes are shown."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in str(finding))


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Show progress: a bar on a terminal, a line every tenth part in a log."""
    if sys.stderr.isatty():
        with _bar(label, total) as advance:
            yield advance
    else:
        yield _lines(label, total)


@contextmanager
def _bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    from rich.console import Console  # slow to import, wanted only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)


def _lines(label: str, total: int) -> Callable[[], None]:
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        if done == total or done * 10 // total > (done - 1) * 10 // total:
            click.echo(f"{label}: {done}/{total}", err=True)

    return advance
