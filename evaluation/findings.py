"""Findings gathered while a workbook is read, and the words that lists of numbers are told in."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from evaluation.messages import _
from evaluation.names import name_key
from evaluation.sources import Finding, Severity, Source
from evaluation.workbook.sheets import SHEETS

# A column of 100,000 wrong cells is one mistake: beyond this many alike, they are only counted.
MOST_ALIKE = 1000


class Findings:
    """A growing list of findings that one damaged file cannot flood."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._alike: Counter[tuple[str, str | None]] = Counter()

    def add(self, finding: Finding) -> None:
        """Keep a finding, or only count it where its kind has filled its sheet already."""
        kind = (finding.rule, finding.source.sheet if finding.source else None)
        self._alike[kind] += 1
        if self._alike[kind] <= MOST_ALIKE:
            self._findings.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Keep several findings."""
        for finding in findings:
            self.add(finding)

    def all(self) -> tuple[Finding, ...]:
        """Give what was kept, in order, and at the end how many more of a kind there were."""
        return (*self._findings, *self._uncounted())

    def _uncounted(self) -> Iterable[Finding]:
        last = {(f.rule, f.source.sheet if f.source else None): f for f in self._findings}
        for kind, count in self._alike.items():
            if count > MOST_ALIKE:
                alike = last[kind]
                sheet = Source(alike.source.file, alike.source.sheet) if alike.source else None
                message = _("%(count)d more of this kind: %(rule)s.")
                told = message % {"count": count - MOST_ALIKE, "rule": alike.rule}
                yield Finding(alike.rule, alike.severity, sheet, told)


_SHEET_ORDER = {name_key(sheet.name): index for index, sheet in enumerate(SHEETS)}
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


def in_sheet_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings as one goes through the workbook: by sheet, row and column.

    What is about a whole sheet stands before its cells, what is about the round before all.
    """
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[int, int, int, str]:
    source = finding.source
    if source is None or source.sheet is None:
        return (-1, 0, 0, "")
    cell = _CELL.fullmatch(source.cell or "")
    row, column = (int(cell[2]), cell[1]) if cell else (0, "")
    return (_SHEET_ORDER.get(name_key(source.sheet), len(SHEETS)), row, len(column), column)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding stops the making of documents."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def number_ranges(numbers: Iterable[int]) -> str:
    """Write whole numbers as people do: 12, 14, 15 and 16 are ``12, 14–16``, 1 and 2 ``1, 2``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run) for run in runs)


def _run(run: Sequence[int]) -> str:
    return f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(str(number) for number in run)
