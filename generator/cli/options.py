"""Options that several commands share, and what is typed for them."""

import datetime

import click

from evaluation.messages import _
from letters.dates import parse_date

FORCE = click.option(
    "--force",
    is_flag=True,
    help=str(_("Replace files that this command did not make, or changed ones.")),
)


def day_of(text: str) -> datetime.date:
    """Read the date that was typed for ``--date``. Raises click.UsageError for what is none."""
    day = parse_date(text)
    if day is None:
        told = _("“%(text)s” is no date (%(key)s).") % {"text": text, "key": "--date"}
        raise click.UsageError(str(told))
    return day


def today() -> datetime.date:
    """Give the day where the user is."""
    return datetime.datetime.now().astimezone().date()
