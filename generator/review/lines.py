"""Findings as lines of text, never more than a screen unless all are asked for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.messages import Message, _, composed, ngettext
from evaluation.sources import Finding, Severity
from evaluation.visible import visible

FIRST_OF_A_KIND = 3  # findings of one rule on one sheet that are told in full
_PLACES = 8  # further places of the same kind that are named


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the outcome; ``severity`` is None for a line about the others."""

    text: str
    severity: Severity | None = None


def severity_name(severity: Severity, count: int = 1) -> Message:
    """Give the word for a severity, as it stands beside a count."""
    names = {
        Severity.ERROR: ngettext("error", "errors", count),
        Severity.WARNING: ngettext("warning", "warnings", count),
        Severity.NOTICE: ngettext("notice", "notices", count),
    }
    return names[severity]


def lines(findings: Sequence[Finding], height: int | None = None) -> list[Line]:
    """Give one line a finding, the gravest first; many of one kind are told together.

    ``height`` bounds the number of lines; None tells every finding in full.
    """
    ordered = sorted(findings, key=lambda finding: -finding.severity)
    if height is None:
        return [_line(finding) for finding in ordered]
    told = list(_grouped(ordered))
    if len(told) <= height:
        return told
    kept = told[: max(height - 1, 0)]
    rest = _("… %(count)d more lines; --all shows them.") % {"count": len(told) - len(kept)}
    return [*kept, Line(str(rest))]


def counts(findings: Sequence[Finding]) -> Message:
    """Give how many findings of each severity there are: ``2 errors``-like words, gravest first."""
    counted = Counter(finding.severity for finding in findings)
    parts = [
        composed(counted[severity], severity_name(severity, counted[severity]))
        for severity in sorted(Severity, reverse=True)
        if counted[severity]
    ]
    return composed(*parts, between=", ") if parts else _("nothing found")


def _line(finding: Finding) -> Line:
    return Line(visible(str(finding)), finding.severity)


def _grouped(findings: Sequence[Finding]) -> Iterator[Line]:
    for group in _groups(findings):
        shown = FIRST_OF_A_KIND if len(group) > FIRST_OF_A_KIND + 1 else len(group)
        yield from (_line(finding) for finding in group[:shown])
        if group[shown:]:
            yield _more(group[shown:])


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Group findings in cells by rule and sheet; any other finding stands for itself."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        source = finding.source
        where = source.sheet if source and source.cell else None
        groups.setdefault((finding.rule, where or str(finding)), []).append(finding)
    return list(groups.values())


def _more(rest: Sequence[Finding]) -> Line:
    places = [str(finding.source) for finding in rest[:_PLACES] if finding.source]
    text = _("… and %(count)d more of this kind: %(places)s") % {
        "count": len(rest),
        "places": ", ".join(places) + (" …" if len(rest) > _PLACES else ""),
    }
    return Line(str(text), rest[0].severity)
