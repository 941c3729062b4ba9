"""Findings as JSON, for programs."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import BinaryIO

from evaluation.sources import Finding, Severity, Source


def write_json(findings: Sequence[Finding], target: BinaryIO) -> None:
    """Write findings in the order given, each with every part of its place (null: none)."""
    counted = Counter(finding.severity for finding in findings)
    content = {
        "counts": {severity.name.lower(): counted[severity] for severity in sorted(Severity)},
        "findings": [_entry(finding) for finding in findings],
    }
    target.write((json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


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
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _origin(origin: Source | None) -> dict[str, str | None] | None:
    """Give the place that a collected value came from; None (null) where that is not known."""
    if origin is None:
        return None
    return {"file": origin.file, "sheet": origin.sheet, "cell": origin.cell}
