"""Findings as one self-contained page that a superior can read: no script, no outside address."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from evaluation.messages import _, current_language
from evaluation.model import Evaluation
from evaluation.sources import Finding, Severity
from evaluation.visible import escape
from generator.review.lines import severity_name
from generator.review.overview import overview

_CLASSES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}

_CSS = """
:root { color: #1b1b1b; background: #fff; font: 16px/1.5 Arial, "Liberation Sans", sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; color: #1f3864; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; color: #1f3864; }
.round { color: #44546a; margin: 0 0 1.2rem; }
.verdict { font-size: 1.15rem; padding: .8rem 1rem; border-left: .4rem solid; margin: 0 0 1rem; }
.verdict.error { border-color: #b3261e; background: #fdecea; }
.verdict.warning { border-color: #8a6100; background: #fff6da; }
.verdict.good { border-color: #1e6b3a; background: #e9f6ee; }
.counts { display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; margin: 0; list-style: none; }
.counts li { border: 1px solid #c8ced8; border-radius: .4rem; padding: .35rem .9rem; }
.counts b { font-size: 1.35rem; margin-right: .35rem; }
figure { margin: 0; } figcaption { color: #44546a; font-size: .9rem; }
svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; overflow-wrap: anywhere; }
th { border-bottom: 2px solid #1f3864; } td { border-bottom: 1px solid #d9dee6; }
td:first-child { white-space: nowrap; font-family: Consolas, "Liberation Mono", monospace; }
.tag { font-weight: bold; white-space: nowrap; }
.tag.error { color: #b3261e; } .tag.warning { color: #7a5600; } .tag.notice { color: #1f4e79; }
.remedy { color: #44546a; }
@media (max-width: 40rem) { td:first-child { white-space: normal; } th, td { padding: .3rem; } }
@media print { body { padding: 0; max-width: none; } tr, figure { break-inside: avoid; }
  @page { size: A4; margin: 18mm; } }
"""


def write_html(
    findings: Sequence[Finding], evaluation: Evaluation | None, target: BinaryIO
) -> None:
    """Write the page; ``evaluation`` is None where the workbook could not be understood."""
    target.write("".join(_page(findings, evaluation)).encode())


def _page(findings: Sequence[Finding], evaluation: Evaluation | None) -> Iterator[str]:
    title = _("Check before sending")
    yield f'<!DOCTYPE html>\n<html lang="{current_language()}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(title)}</title>\n<style>{_CSS}</style>\n</head>\n<body>\n"
    yield f"<h1>{escape(title)}</h1>\n"
    yield f'<p class="round">{escape(_round(evaluation))}</p>\n'
    yield _verdict(findings)
    yield _counts(findings)
    if evaluation is not None:
        yield overview(evaluation)
    for place, group in _by_place(findings).items():
        yield _table(place, group)
    yield "</body>\n</html>\n"


def _round(evaluation: Evaluation | None) -> str:
    if evaluation is None:
        return _("The workbook could not be understood.")
    facts = (evaluation.facts.get(key) for key in ("Program", "Tahun", "Nomor"))
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
        place = (source.sheet or source.file) if source else _("The round as a whole")
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
