"""Lines on a terminal; what the terminal would obey is shown as codes."""

from collections.abc import Sequence

import click

from evaluation.messages import Message, _
from evaluation.visible import visible


def tell(text: str | Message) -> None:
    """Print one line of what was asked for; what the terminal would obey is shown as codes."""
    click.echo(visible(str(text)))


def tell_aside(text: str | Message) -> None:
    """Print one line beside what was asked for, on the stream for errors and progress."""
    click.echo(visible(str(text)), err=True)


SCREEN = 40  # lines of a list that are told where not all are asked for


def tell_list(
    told: Sequence[str | Message], *, show_all: bool = False, most: int = SCREEN, indent: str = ""
) -> None:
    """Print a list, at most ``most`` lines of it unless all are asked for with ``--all``.

    What is left out is counted in a line of its own, which never stands for one line alone.
    """
    shown = told if show_all or len(told) <= most + 1 else told[:most]
    for line in shown:
        tell(f"{indent}{line}")
    if len(shown) < len(told):
        rest = _("… %(count)d more lines; --all shows them.") % {"count": len(told) - len(shown)}
        tell(f"{indent}{rest}")
