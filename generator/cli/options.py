"""Options that several commands share."""

import click

from evaluation.messages import _

FORCE = click.option(
    "--force",
    is_flag=True,
    help=str(_("Replace files that this command did not make, or changed ones.")),
)
