"""Whose scores came, and whose did not: a few lines after each collecting."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from evaluation.messages import Message, _
from evaluation.returns import Returned
from generator.system.terminal import tell

_NAMES = 6  # names in a line


class Counted(Protocol):
    """What a collecting knows of whose scores there are."""

    @property
    def without(self) -> Sequence[str]:
        """Give the regions that nobody has scored."""

    @property
    def newcomers(self) -> Sequence[str]:
        """Give the assessors whom the workbook did not know."""

    @property
    def returned(self) -> Returned | None:
        """Give what came of the forms that were sent; None without a list of them."""

    @property
    def reminders(self) -> Path | None:
        """Give the list of those to be reminded; None where nobody is."""


def tell_returned(gathered: Counted) -> None:
    """Print who is missing, new or unexpected, each in a line; nothing where nobody is."""
    if gathered.without:
        _named(_("Regions without scores: %(count)d: %(names)s"), gathered.without)
    if gathered.newcomers:
        _named(_("Assessors who are new: %(count)d: %(names)s"), gathered.newcomers)
    if gathered.returned is not None:
        _tell_forms(gathered.returned)
    if gathered.reminders:
        tell(_("Who is to be reminded: %(file)s") % {"file": gathered.reminders})


def _tell_forms(found: Returned) -> None:
    told = _("Forms: %(whole)d back whole, %(partly)d partly filled, %(missing)d not back.")
    facts = {
        "whole": len(found.whole),
        "partly": len(found.partly),
        "missing": len(found.missing),
    }
    tell(told % facts)
    if found.missing:
        names = [_pair(one.region, one.assessor) for one in found.missing]
        _named(_("Not back: %(count)d: %(names)s"), names)
    if found.unexpected:
        names = [_pair(region, assessor) for region, assessor in found.unexpected]
        _named(_("Scores that no form was sent for: %(count)d: %(names)s"), names)


def _pair(region: str, assessor: str) -> str:
    return f"{region} ({assessor})" if assessor else region


def _named(told: Message, names: Sequence[str]) -> None:
    more = " …" if len(names) > _NAMES else ""
    tell(told % {"count": len(names), "names": ", ".join(names[:_NAMES]) + more})
