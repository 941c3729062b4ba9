"""Rules about single scores."""

from collections.abc import Iterator
from decimal import Decimal

from evaluation.checks.check import Check
from evaluation.messages import Message, _
from evaluation.model import Evaluation, PreviousResult, Region, Scale, ScoreRow
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source


def off_scale(evaluation: Evaluation) -> Iterator[Finding]:
    """Find scores below or above the scale."""
    scale = evaluation.instrument.scale
    for row in _rows(evaluation):
        if all(value is None or scale.holds(value) for value in row.values):
            continue
        for index, value in enumerate(row.values):
            if value is not None and not scale.holds(value):
                yield rules.SCORE_OFF_SCALE.found(
                    row.source(index), _off(value, scale), _remedy(scale)
                )


def off_step(evaluation: Evaluation) -> Iterator[Finding]:
    """Find scores that an assessor may not give to a question, although they lie in the scale.

    Means of assessors and dimensions that are scored directly are bound by the scale alone.
    """
    scale, questions = evaluation.instrument.scale, len(evaluation.instrument.questions)
    allowed: dict[Decimal, bool] = {}
    for row in _rows(evaluation):
        if row.assessor is None:
            continue
        for index, value in enumerate(row.values[:questions]):
            if value is None or allowed.get(value):
                continue
            allowed[value] = scale.has_step(value) or not scale.holds(value)
            if not allowed[value]:
                message = _("the score %(value)s is no step of the scale.")
                told = message % {"value": value}
                yield rules.SCORE_OFF_STEP.found(row.source(index), told, _remedy(scale))


def not_counted(evaluation: Evaluation) -> Iterator[Finding]:
    """Find scores in dimensions that the region's category does not have."""
    foreign = {
        category: _foreign_items(evaluation, category)
        for category in evaluation.instrument.categories
    }
    for region in evaluation.regions:
        for row in evaluation.scores.get(region.name, ()):
            for index, dimension in foreign.get(region.category, {}).items():
                if row.values[index] is not None:
                    yield _not_counted(row, index, region, dimension)


def _not_counted(row: ScoreRow, index: int, region: Region, dimension: str) -> Finding:
    message = _("the score does not count: %(category)s has no dimension %(dimension)s.")
    told = message % {"category": region.category, "dimension": dimension}
    remedy = _("Clear the cell, or correct the category of %(region)s.") % {"region": region.name}
    return rules.SCORE_NOT_COUNTED.found(row.source(index), told, remedy)


def _foreign_items(evaluation: Evaluation, category: str) -> dict[int, str]:
    """Give the dimension of every item, by position, that a category does not have.

    A dimension that has no weights anywhere is unknown, which its reader tells.
    """
    instrument = evaluation.instrument
    foreign: dict[int, str] = {}
    for dimension in instrument.dimensions:
        if dimension.weights and category not in dimension.weights:
            items: list[int | str] = [question.number for question in dimension.questions]
            for item in items or [dimension.name]:
                foreign[instrument.position[item]] = dimension.name
    return foreign


def previous_off_scale(evaluation: Evaluation) -> Iterator[Finding]:
    """Find last year's values that no scale like this year's gives.

    The scale may have been another then, and a missing dimension counted as 0: so a warning, and
    only what lies below 0 or above the scale.
    """
    scale = evaluation.instrument.scale
    lowest = min(scale.minimum, Decimal(0))
    for region, previous in evaluation.previous.items():
        for value, place in _previous_values(previous):
            if not lowest <= value <= scale.maximum:
                message = _("last year's value %(value)s of %(region)s lies outside of the scale.")
                told = message % {"value": value, "region": region}
                yield rules.PREVIOUS_OFF_SCALE.found(place, told, _("Compare last year's report."))


def _previous_values(previous: PreviousResult) -> Iterator[tuple[Decimal, Source]]:
    for name, value in previous.dimensions.items():
        yield value, previous.cells.get(name, previous.source)
    if previous.final is not None:
        yield previous.final, previous.final_cell or previous.source


def _rows(evaluation: Evaluation) -> Iterator[ScoreRow]:
    return (row for rows in evaluation.scores.values() for row in rows)


def _off(value: Decimal, scale: Scale) -> Message:
    message = _("the score %(value)s lies outside of the scale from %(minimum)s to %(maximum)s.")
    return message % {"value": value, "minimum": scale.minimum, "maximum": scale.maximum}


def _remedy(scale: Scale) -> Message:
    if scale.step is None:
        message = _("Assessors give %(minimum)s to %(maximum)s.")
        return message % {"minimum": scale.minimum, "maximum": scale.maximum}
    message = _("Assessors give %(minimum)s to %(maximum)s by %(step)s.")
    return message % {"minimum": scale.minimum, "maximum": scale.maximum, "step": scale.step}


CHECKS = (
    Check(rules.SCORE_OFF_SCALE, off_scale),
    Check(rules.SCORE_OFF_STEP, off_step),
    Check(rules.SCORE_NOT_COUNTED, not_counted),
    Check(rules.PREVIOUS_OFF_SCALE, previous_off_scale),
)
