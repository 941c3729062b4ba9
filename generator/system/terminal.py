"""One line on a terminal; what the terminal would obey is shown as codes."""

import click

from evaluation.visible import visible


def tell(text: str) -> None:
    """Print one line of what was asked for; what the terminal would obey is shown as codes."""
    click.echo(visible(text))


def tell_aside(text: str) -> None:
    """Print one line beside what was asked for, on the stream for errors and progress."""
    click.echo(visible(text), err=True)
