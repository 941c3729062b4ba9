"""What must hold of a round before a document leaves the building, as a table of rules.

A rule is a function from an Evaluation to findings; some need what the regions reached as well,
which is computed once for all of them. One that looks at cells gives their place; none of them
changes anything, and none depends on another having run.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evaluation.arithmetic import Result
from evaluation.checks import comments, history, instrument, patterns, regions, results, scores
from evaluation.findings import Findings, in_sheet_order
from evaluation.model import Evaluation
from evaluation.sources import Finding

__all__ = ["RESULT_RULES", "RULES", "ResultRule", "Rule", "check"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: the identifier that its findings bear, and the function that makes them."""

    identifier: str
    find: Callable[[Evaluation], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class ResultRule:
    """A check that needs the results of the regions that took part and have scores."""

    identifier: str
    find: Callable[[Evaluation, Sequence[Result]], Iterable[Finding]]


RULES = (
    Rule(scores.OFF_SCALE, scores.off_scale),
    Rule(scores.OFF_STEP, scores.off_step),
    Rule(scores.NOT_COUNTED, scores.not_counted),
    Rule(scores.PREVIOUS_OFF_SCALE, scores.previous_off_scale),
    Rule(instrument.QUESTION_TEXT_REPEATED, instrument.question_text_repeated),
    Rule(regions.ADDRESSEE_REPEATED, regions.addressee_repeated),
    Rule(regions.WITHOUT_SCORES, regions.without_scores),
    Rule(regions.ABSENT_WITH_SCORES, regions.absent_with_scores),
    Rule(regions.WITHOUT_COMMENTS, regions.without_comments),
    Rule(regions.NAMES_ALIKE, regions.names_alike),
    Rule(patterns.SCORES_ALL_EQUAL, patterns.scores_all_equal),
    Rule(patterns.SCORES_COPIED, patterns.scores_copied),
    Rule(patterns.ASSESSOR_ALL_EQUAL, patterns.assessor_all_equal),
    Rule(comments.POINT_REPEATED, comments.point_repeated),
    Rule(comments.PEOPLE_ALIKE, comments.people_alike),
    Rule(history.PREVIOUS_FINAL_DISAGREES, history.previous_final_disagrees),
)
"""The rules about what the workbook holds, in no order that matters."""

RESULT_RULES = (
    ResultRule(results.QUESTION_UNSCORED, results.question_unscored),
    ResultRule(results.DIMENSION_MISSING, results.dimension_missing),
    ResultRule(results.FINAL_MISSING, results.final_missing),
    ResultRule(history.CHANGE_IMPROBABLE, history.change_improbable),
)
"""The rules about what is computed from it."""


def check(evaluation: Evaluation) -> tuple[Finding, ...]:
    """Give everything that any rule finds, in the order of the sheets; nothing when all is well."""
    findings = Findings()
    for rule in RULES:
        findings.extend(rule.find(evaluation))
    reached = results.reached_results(evaluation)
    for result_rule in RESULT_RULES:
        findings.extend(result_rule.find(evaluation, reached))
    return in_sheet_order(findings.all())
