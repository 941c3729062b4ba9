"""Rules about scores that are all possible and together improbable: all equal, or copied."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from evaluation.checks.check import Check
from evaluation.messages import _
from evaluation.model import Evaluation, Region, ScoreRow
from evaluation.names import name_key
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source

FEWEST = 10
"""So many scores of questions must agree before it is improbable that they do."""

_Rows = list[tuple[Region, ScoreRow]]
_key = lru_cache(maxsize=1000)(name_key)  # a round has thousands of rows and few assessors


def scores_all_equal(evaluation: Evaluation) -> Iterator[Finding]:
    """Find rows that hold one and the same score in every question.

    An assessor all of whose rows are like that is told once, by ``assessor_all_equal``.
    """
    told_already = _undiscerning(evaluation)
    for region, row in _rows(evaluation):
        value = _only_score(evaluation, row, FEWEST)
        if value is not None and _assessor(row) not in told_already:
            message = _("all scores of %(region)s in this row are %(value)s.")
            told = message % {"region": region.name, "value": value}
            remedy = _("Make sure that they were not filled in by copying down.")
            yield rules.SCORES_ALL_EQUAL.found(_first_score(row), told, remedy)


def scores_copied(evaluation: Evaluation) -> Iterator[Finding]:
    """Find regions with a row that agrees, question by question, with another region's.

    Rows are compared within one assessor, or among rows of means. A region is told once, with the
    first region that it agrees with; rows of one single score are told by the other rules.
    """
    questions = len(evaluation.instrument.questions)
    alike: dict[tuple[str, tuple[Decimal | None, ...]], _Rows] = {}
    told: set[str] = set()
    for region, row in _rows(evaluation):
        # The first scores part nearly all rows: so only they are hashed, the rest is compared.
        others = alike.setdefault((_assessor(row), row.values[: min(FEWEST, questions)]), [])
        other = _copied(row, others, questions)
        others.append((region, row))
        equal = other is not None and _only_score(evaluation, row, 1) is not None
        if other is None or other == region or equal or region.name in told:
            continue
        told.add(region.name)
        message = _("%(region)s has the same scores as %(other)s in every question.")
        remedy = _("Make sure that they were not copied from there.")
        names = {"region": region.name, "other": other.name}
        yield rules.SCORES_COPIED.found(_first_score(row), message % names, remedy)


def _copied(row: ScoreRow, others: _Rows, questions: int) -> Region | None:
    """Give the first region among others that has the scores of a row; None when none has."""
    values = row.values[:questions]
    if not others or len(values) - values.count(None) < FEWEST:
        return None
    return next((region for region, other in others if other.values[:questions] == values), None)


def assessor_all_equal(evaluation: Evaluation) -> Iterator[Finding]:
    """Find assessors who gave several regions the same score in every question."""
    for rows in _undiscerning(evaluation).values():
        _region, row = rows[0]
        message = _("%(assessor)s gave every region the score %(value)s in every question.")
        value = _only_score(evaluation, row, 1)
        told = message % {"assessor": row.assessor, "value": value}
        remedy = _("Make sure that these are scores and no placeholders.")
        yield rules.ASSESSOR_ALL_EQUAL.found(_first_score(row), told, remedy)


def _undiscerning(evaluation: Evaluation) -> dict[str, _Rows]:
    """Give the rows of each assessor who gave two or more regions nothing but one score."""
    of_assessors: dict[str, _Rows] = {}
    given: dict[str, set[Decimal | None]] = {}
    for region, row in _rows(evaluation):
        if row.assessor is not None:
            of_assessors.setdefault(_assessor(row), []).append((region, row))
            given.setdefault(_assessor(row), set()).add(_only_score(evaluation, row, 1))
    return {
        assessor: rows
        for assessor, rows in of_assessors.items()
        if len(given[assessor]) == 1
        and None not in given[assessor]
        and len({region.name for region, _row in rows}) > 1
        and sum(_scored(evaluation, row) for _region, row in rows) >= FEWEST
    }


def _only_score(evaluation: Evaluation, row: ScoreRow, fewest: int) -> Decimal | None:
    """Give the score that a row holds in all questions; None for several or less than ``fewest``.

    Questions without a score do not count.
    """
    values = row.values[: len(evaluation.instrument.questions)]
    first = next((value for value in values if value is not None), None)
    if first is None or any(value != first and value is not None for value in values):
        return None
    return first if _scored(evaluation, row) >= fewest else None


def _scored(evaluation: Evaluation, row: ScoreRow) -> int:
    """Give how many questions a row has scores for."""
    values = row.values[: len(evaluation.instrument.questions)]
    return len(values) - values.count(None)


def _rows(evaluation: Evaluation) -> Iterator[tuple[Region, ScoreRow]]:
    """Give the rows of the regions that took part and hold a question's score."""
    questions = len(evaluation.instrument.questions)
    for region in evaluation.attended():
        for row in evaluation.scores.get(region.name, ()):
            if any(value is not None for value in row.values[:questions]):
                yield region, row


def _assessor(row: ScoreRow) -> str:
    return _key(row.assessor or "")


def _first_score(row: ScoreRow) -> Source:
    return row.source(next(i for i, value in enumerate(row.values) if value is not None))


CHECKS = (
    Check(rules.SCORES_ALL_EQUAL, scores_all_equal),
    Check(rules.SCORES_COPIED, scores_copied),
    Check(rules.ASSESSOR_ALL_EQUAL, assessor_all_equal),
)
