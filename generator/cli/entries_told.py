"""Entries of the outgoing book as a command tells them: one line each."""

from collections.abc import Sequence

from evaluation.errors import ExitCode
from evaluation.messages import _, ngettext
from generator.making.numbering import status_name
from generator.register.book import Given
from generator.register.entries import Entry
from generator.system.terminal import tell, tell_aside
from letters.dates import format_date


def tell_given(given: Given) -> None:
    """Show a number; it is on disk by now."""
    tell(given.entry.number or "")
    if not given.new:
        tell_aside(_("This letter had its number already."))
    if given.later is not None:
        told = {"number": given.later.number, "date": format_date(given.later.matter.date)}
        tell_aside(_("Its date is earlier than that of %(number)s (%(date)s).") % told)


def tell_entries(entries: Sequence[Entry]) -> int:
    """List entries, and count them; give the exit code."""
    for entry in entries:
        tell(entry_line(entry))
    count = ngettext("%(count)d entry.", "%(count)d entries.", len(entries))
    tell(count % {"count": len(entries)})
    return ExitCode.DONE


def entry_line(entry: Entry) -> str:
    """Give an entry on one line: identifier, number, date, status, subject, to whom."""
    matter = entry.matter
    region = f" · {matter.key.region}" if matter.key and matter.key.region else ""
    first = matter.addressees[:1]
    others = f" (+{len(matter.addressees) - 1})" if len(matter.addressees) > 1 else ""
    to = f" · {first[0]}{others}" if first else ""
    reason = f" · {entry.reason}" if entry.reason else ""
    head = f"{entry.identifier:>4}  {entry.number or '—'}  {format_date(matter.date)}"
    return f"{head}  {status_name(entry.status)}  {matter.subject}{region}{to}{reason}"
