"""Findings as JSON, for programs."""

from collections import Counter
from collections.abc import Sequence
from typing import BinaryIO

from evaluation.exact_json import exact_json
from evaluation.messages import Fact, Message, is_part
from evaluation.sources import Finding, Severity, Source


def write_json(findings: Sequence[Finding], target: BinaryIO) -> None:
    """Write findings in the order given, each with every part of its place (null: none).

    ``facts`` are the same in every language; ``message`` and ``remedy`` are in that of the run.
    """
    counted = Counter(finding.severity for finding in findings)
    content = {
        "counts": {severity.name.lower(): counted[severity] for severity in sorted(Severity)},
        "findings": [_entry(finding) for finding in findings],
    }
    target.write((exact_json(content) + "\n").encode())


def _entry(finding: Finding) -> dict[str, object]:
    source = finding.source
    return {
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "file": source.file if source else None,
        "sheet": source.sheet if source else None,
        "cell": source.cell if source else None,
        "line": source.line if source else None,
        "column": source.column if source else None,
        "origin": _origin(finding.origin),
        "facts": _facts(finding.message),
        "message": str(finding.message),
        "remedy": str(finding.remedy),
    }


def _facts(message: Message) -> dict[str, object]:
    """Give the facts of a message by name; those of the parts that it is composed of as its own."""
    facts: dict[str, object] = {}
    for name, fact in message.facts or ():
        if isinstance(fact, Message) and is_part(name):
            facts |= _facts(fact)
        elif not is_part(name):
            facts[name] = _plain(fact)
    return facts


def _plain(fact: Fact) -> object:
    """Give a fact as plain data; a message among them by its identifier and its own facts."""
    if isinstance(fact, Message):
        return {"id": fact.id, "facts": _facts(fact)}
    return [_plain(one) for one in fact] if isinstance(fact, tuple) else fact


def _origin(origin: Source | None) -> dict[str, str | None] | None:
    """Give the place that a collected value came from; None (null) where that is not known."""
    if origin is None:
        return None
    return {"file": origin.file, "sheet": origin.sheet, "cell": origin.cell}
