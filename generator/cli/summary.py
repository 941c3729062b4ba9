"""The end of a command: how many of what, where, how long, what to look at."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.messages import NOTHING, Message, _, composed, ngettext
from evaluation.sources import Severity
from generator.cli.console import tell_error, tell_findings, tell_warning
from generator.making.batch import Batch
from generator.making.leftovers import LeftOver
from generator.making.rounds import Round
from generator.review.compared import round_lines
from generator.system.terminal import tell, tell_aside, tell_list
from generator.use_cases.changes import Changes, Others
from generator.use_cases.documents import Made

_NAMED = 12  # files of earlier runs that are named; the others are counted


def tell_summary(done: Made) -> None:
    """Print what was made and what needs a look: findings, drafts, failures."""
    opened, made = done.round, done.batch
    tell_findings(opened.findings)
    for failure in made.failures:
        tell_error(f"{failure.job.stem}: {failure.reason}")
    counts = Counter((record.kind, Path(record.path).suffix[1:]) for record in made.records)
    for (kind, file_format), count in counts.items():
        tell(f"{count:>5}  {opened.pack.kinds[kind].label} ({file_format.upper()})")
    tell(
        ngettext(
            "%(count)d file in %(folder)s, %(seconds).1f s, template pack “%(pack)s”.",
            "%(count)d files in %(folder)s, %(seconds).1f s, template pack “%(pack)s”.",
            len(made.records),
        )
        % {
            "count": len(made.records),
            "folder": done.folder,
            "seconds": done.seconds,
            "pack": opened.pack.name,
        }
    )
    if opened.letter.held_back:
        tell(_("DRAFT: every page says KONSEP, as --draft asks."))
    elif opened.letter.is_draft:
        tell(_("DRAFT: the letter has no number or date yet; every page says KONSEP."))
    _tell_what_to_look_at(opened, made)


def tell_left_over(left: LeftOver) -> None:
    """Name what earlier runs left in the folder and this one did not make."""
    gone = _("Left where they are, but no longer part of this round: %(files)s.")
    older = _("Left from an earlier run, not made again by this one: %(files)s.")
    for told, files in ((gone, left.gone), (older, left.older)):
        if files:
            tell_aside(told % {"files": _named(files)})


def tell_changes(changes: Changes | None) -> None:
    """Tell how many files are as they were, which are not, and what changed in the workbook."""
    if changes is None:
        return
    told = ngettext(
        "%(count)d file is the same as before.",
        "%(count)d files are the same as before.",
        changes.unchanged,
    )
    tell(told % {"count": changes.unchanged})
    if not changes.changed:
        return
    tell(_("Changed: %(files)s.") % {"files": _named(changes.changed)})
    lines: list[str | Message] = [*_reasons(changes)]
    lines += round_lines(changes.data or (), changes.results)
    tell_list(lines, indent="  ")


def _reasons(changes: Changes) -> Iterator[Message]:
    if changes.pack:
        yield _("The template pack was changed since.")
    if changes.data is None:
        yield _("What changed in the workbook cannot be told: it was not kept as it was then.")
    elif not (changes.data or changes.pack):
        yield _(
            "Workbook and template pack say the same as then; the program makes them otherwise."
        )


def tell_others(others: Others) -> None:
    """Warn of files in the folder that no longer agree with the workbook."""
    if others.stale:
        told = _("no longer agree with the workbook: %(files)s. Make them again: laporan build.")
        tell_warning(told % {"files": _named(others.stale)})
    if others.unknown:
        told = _(
            "made from another state of workbook or template pack, and not looked at:"
            " %(files)s. Make them again: laporan build."
        )
        tell_warning(told % {"files": _named(others.unknown)})


def _named(files: Sequence[str]) -> Message:
    """Name some files, and count the others."""
    rest = len(files) - _NAMED
    more = _(" and %(count)d more") % {"count": rest} if rest > 0 else NOTHING
    return composed(", ".join(files[:_NAMED]), more, between="")


def _tell_what_to_look_at(opened: Round, made: Batch) -> None:
    if made.failures:
        tell(
            ngettext(
                "%(count)d document FAILED and was not made; see above.",
                "%(count)d documents FAILED and were not made; see above.",
                len(made.failures),
            )
            % {"count": len(made.failures)}
        )
    warnings = sum(finding.severity is Severity.WARNING for finding in opened.findings)
    if warnings:
        tell(
            ngettext(
                "%(count)d warning to look at; see above.",
                "%(count)d warnings to look at; see above.",
                warnings,
            )
            % {"count": warnings}
        )
