"""One line on a terminal; what the terminal would obey is shown as codes."""

import click

from evaluation.messages import Message
from evaluation.visible import visible


def tell(text: str | Message) -> None:
    """Print one line of what was asked for; what the terminal would obey is shown as codes."""
    click.echo(visible(str(text)))


def tell_aside(text: str | Message) -> None:
    """Print one line beside what was asked for, on the stream for errors and progress."""
    click.echo(visible(str(text)), err=True)
