"""Findings as one self-contained page that a superior can read: no script, no outside address."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from evaluation.arithmetic import Results
from evaluation.messages import _
from evaluation.sources import Finding, Severity
from evaluation.visible import escape
from evaluation.workbook.facts import FACTS
from generator.review.frame import framed
from generator.review.lines import severity_name
from generator.review.matrix import coverage_table
from generator.review.overview import overview

_CLASSES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def write_html(findings: Sequence[Finding], results: Results | None, target: BinaryIO) -> None:
    """Write the page; ``results`` is None where the workbook could not be understood."""
    pieces = framed(_("Check before sending"), _page(findings, results))
    target.write("".join(pieces).encode())


def _page(findings: Sequence[Finding], results: Results | None) -> Iterator[str]:
    yield f'<p class="round">{escape(_round(results))}</p>\n'
    yield _verdict(findings)
    yield _counts(findings)
    if results is not None:
        yield overview(results)
        yield from coverage_table(results.evaluation)
    for place, group in _by_place(findings).items():
        yield _table(place, group)


def _round(results: Results | None) -> str:
    if results is None:
        return str(_("The workbook could not be understood."))
    told = (FACTS.programme, FACTS.year, FACTS.number)
    facts = (results.evaluation.facts.get(one.key) for one in told)
    return " · ".join(fact for fact in facts if fact)


def _verdict(findings: Sequence[Finding]) -> str:
    gravest = max((finding.severity for finding in findings), default=Severity.NOTICE)
    told = {
        Severity.ERROR: ("error", _("Nothing can be sent: there are errors to mend.")),
        Severity.WARNING: ("warning", _("It can be made, but a person should look first.")),
        Severity.NOTICE: ("good", _("Nothing stands in the way of sending.")),
    }
    style, text = told[gravest]
    return f'<p class="verdict {style}">{escape(text)}</p>\n'


def _counts(findings: Sequence[Finding]) -> str:
    counted = Counter(finding.severity for finding in findings)
    items = (
        f"<li><b>{counted[severity]}</b>{escape(severity_name(severity, counted[severity]))}</li>"
        for severity in sorted(Severity, reverse=True)
    )
    return f'<ul class="counts">{"".join(items)}</ul>\n'


def _by_place(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Group findings by sheet or template, those that hold an error first."""
    ordered = sorted(findings, key=lambda finding: -finding.severity)
    groups: dict[str, list[Finding]] = {}
    for finding in ordered:
        source = finding.source
        place = (source.sheet or source.file) if source else str(_("The round as a whole"))
        groups.setdefault(place, []).append(finding)
    return groups


def _table(place: str, findings: Sequence[Finding]) -> str:
    heads = "".join(f"<th>{escape(one)}</th>" for one in (_("Place"), _("Finding")))
    rows = "".join(_row(finding) for finding in findings)
    return f"<h2>{escape(place)}</h2>\n<table><tr>{heads}</tr>\n{rows}</table>\n"


def _row(finding: Finding) -> str:
    style = _CLASSES[finding.severity]
    remedy = f'<br><span class="remedy">{escape(finding.remedy)}</span>' if finding.remedy else ""
    return (
        f"<tr><td>{escape(finding.place)}</td><td>"
        f'<span class="tag {style}">{escape(severity_name(finding.severity))}</span> '
        f"{escape(finding.message)}{remedy}</td></tr>\n"
    )
