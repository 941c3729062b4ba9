"""What must hold of a round before a document leaves the building: the checks of all modules.

A check is a function from an Evaluation to findings; some need what the regions reached as well,
which is computed once for all of them. One that looks at cells gives their place; none of them
changes anything, and none depends on another having run.
"""

from evaluation.arithmetic import Results
from evaluation.checks import (
    comments,
    completeness,
    history,
    instrument,
    patterns,
    regions,
    results,
    scores,
)
from evaluation.findings import Findings, in_sheet_order
from evaluation.model import Evaluation
from evaluation.sources import Finding

__all__ = ["CHECKS", "RESULT_CHECKS", "check"]

CHECKS = (
    *scores.CHECKS,
    *instrument.CHECKS,
    *regions.CHECKS,
    *patterns.CHECKS,
    *comments.CHECKS,
    *completeness.CHECKS,
    *history.CHECKS,
)
"""The checks of what the workbook holds, in no order that matters."""

RESULT_CHECKS = (*results.RESULT_CHECKS, *history.RESULT_CHECKS)
"""The checks of what is computed from it."""


def check(evaluation: Evaluation, computed: Results | None = None) -> tuple[Finding, ...]:
    """Give all that any check finds, in the order of the sheets; nothing when all is well.

    ``computed`` are the round's results; None lets them be computed here.
    """
    findings = Findings()
    for one in CHECKS:
        findings.extend(one.find(evaluation))
    reached = results.reached_results(computed or Results(evaluation))
    for of_results in RESULT_CHECKS:
        findings.extend(of_results.find(evaluation, reached))
    return in_sheet_order(findings.all())
