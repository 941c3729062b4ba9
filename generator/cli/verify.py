"""``laporan verify``: whether files are still what was made."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from evaluation.errors import ExitCode
from evaluation.messages import Message, _, composed, ngettext
from evaluation.record import Flag
from generator.cli.console import counted
from generator.issuing.verifying import Standing, Verdict, is_wrong, standing_names
from generator.system.terminal import tell, tell_list
from generator.use_cases import verified


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--all", "show_all", is_flag=True, help=str(_("Name every file.")))
def verify(paths: Sequence[Path], show_all: bool) -> int:
    """Verify folders against their lists, files against their seals and the data in them."""
    with counted(_("Files")) as step:
        verdicts = verified.verify(paths, progress=step)
    named = {str(path) for path in paths}
    told = [
        one
        for one in verdicts
        if show_all or one.standing is not Standing.INTACT or one.path in named
    ]
    tell_list([line for one in told for line in _lines(one)], show_all=show_all)
    counts = Counter(one.standing for one in verdicts)
    names = standing_names()
    for standing, count in counts.items():
        tell(f"{count:>5}  {names[standing]}")
    return ExitCode.DONE_WITH_FINDINGS if any(map(is_wrong, verdicts)) else ExitCode.DONE


def _lines(verdict: Verdict) -> Iterator[str]:
    """Tell how a file stands, and what its pages and its identifier say of it."""
    yield f"{verdict.path}: {standing_names()[verdict.standing]}"
    for told in _details(verdict):
        yield f"  {told}"


def _details(verdict: Verdict) -> Iterator[Message]:
    seen = verdict.agreement
    if seen is None:
        return
    for flag in seen.differing:
        yield _disagreement(flag)
    if seen.reason:
        yield _("its pages cannot be read: %(reason)s") % {"reason": seen.reason}
    if seen.proven:
        told = ngettext(
            "the %(count)d value in its record is the one that its pages print.",
            "all %(count)d values in its record are those that its pages print.",
            seen.values,
        )
        yield told % {"count": seen.values}
    if is_wrong(verdict) and verdict.identified is not None:
        yield (
            _("its content is the one that its identifier was made from.")
            if verdict.identified
            else _("its identifier is not that of its content.")
        )


def _disagreement(flag: Flag) -> Message:
    page, number = flag.source.page, flag.number
    place = _("p. %(page)d") % {"page": page} if page else ""
    asked = _("question %(number)d") % {"number": number} if number is not None else ""
    named = composed(place, flag.dimension or "", asked, between=", ")
    return composed(f"{named}:" if str(named) else "", flag.message)
