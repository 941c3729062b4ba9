"""What must hold of a round before a document leaves the building, as a table of rules.

A rule is a function from an Evaluation to findings. One that looks at cells gives their place; none
of them changes anything, and none depends on another having run.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from evaluation.checks import regions, results, scores
from evaluation.findings import Findings, in_sheet_order
from evaluation.model import Evaluation
from evaluation.source import Finding

__all__ = ["RULES", "Rule", "check"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: the identifier that its findings bear, and the function that makes them."""

    identifier: str
    find: Callable[[Evaluation], Iterable[Finding]]


RULES = (
    Rule(scores.OFF_SCALE, scores.off_scale),
    Rule(scores.OFF_STEP, scores.off_step),
    Rule(scores.NOT_COUNTED, scores.not_counted),
    Rule(scores.PREVIOUS_OFF_SCALE, scores.previous_off_scale),
    Rule(regions.ADDRESSEE_REPEATED, regions.addressee_repeated),
    Rule(regions.WITHOUT_SCORES, regions.without_scores),
    Rule(regions.ABSENT_WITH_SCORES, regions.absent_with_scores),
    Rule(results.QUESTION_UNSCORED, results.question_unscored),
    Rule(results.DIMENSION_MISSING, results.dimension_missing),
    Rule(results.FINAL_MISSING, results.final_missing),
)
"""Every rule, in no order that matters."""


def check(evaluation: Evaluation) -> tuple[Finding, ...]:
    """Give everything that any rule finds, in the order of the sheets; nothing when all is well."""
    findings = Findings()
    for rule in RULES:
        findings.extend(rule.find(evaluation))
    return in_sheet_order(findings.all())
