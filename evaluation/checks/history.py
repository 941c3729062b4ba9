"""Rules about last year's results: whether they agree with themselves, and with this year's."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from evaluation.arithmetic import Result, rounded
from evaluation.checks.check import Check, ResultCheck
from evaluation.messages import _
from evaluation.model import Evaluation, PreviousResult, Scale, WhenMissing
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source
from evaluation.workbook.sheets import TAHUN_LALU

IMPROBABLE_SHARE = Decimal("0.5")
"""A value that moved by more than this share of the scale's extent from one year to the next is
improbable: by more than 1.5 on the scale from 1 to 4."""


def previous_final_disagrees(evaluation: Evaluation) -> Iterator[Finding]:
    """Find last year's final values that last year's weights do not make of its dimensions.

    Only where the sheet ``Bobot Tahun Lalu`` gives the weights of the region's category. What a
    missing dimension did last year is not known: its weight may have counted for nothing or have
    been shared out, and either is accepted.
    """
    known = {dimension.name for dimension in evaluation.instrument.dimensions}
    for region in evaluation.regions:
        weights = evaluation.previous_weights.get(region.category, {})
        previous = evaluation.previous.get(region.name)
        if previous is None or previous.final is None or not known.issuperset(weights):
            continue
        reachable = _finals(weights, previous)
        if reachable and rounded(previous.final) not in reachable:
            message = _(
                "last year's final value %(final)s of %(region)s is not what its dimensions give:"
                " %(right)s."
            )
            told = message % {
                "final": previous.final,
                "region": region.name,
                "right": " / ".join(str(final) for final in reachable),
            }
            remedy = _("Compare last year's report, and the sheet Bobot Tahun Lalu.")
            place = previous.final_cell or previous.source
            yield rules.PREVIOUS_FINAL_DISAGREES.found(place, told, remedy)


def _finals(weights: Mapping[str, Decimal], previous: PreviousResult) -> tuple[Decimal, ...]:
    """Give the final values that weights and last year's values allow; none without values."""
    values = {
        name: rounded(value) for name, value in previous.dimensions.items() if name in weights
    }
    present = sum((weights[name] for name in values), Decimal(0))
    if not present:
        return ()
    weighted = sum((weights[name] * value for name, value in values.items()), Decimal(0))
    counted, shared_out = rounded(weighted / sum(weights.values())), rounded(weighted / present)
    return (counted,) if counted == shared_out else (counted, shared_out)


def change_improbable(evaluation: Evaluation, results: Sequence[Result]) -> Iterator[Finding]:
    """Find values that moved further since last year than anybody would expect.

    They stand at last year's cell, for this year's value has none of its own.
    """
    scale = evaluation.instrument.scale
    most = (scale.maximum - scale.minimum) * IMPROBABLE_SHARE
    for reached in results:
        for name, before, now, place in _compared(evaluation, reached):
            if abs(now - before) > most and _possible(before, scale) and _possible(now, scale):
                message = _("%(region)s: %(value)s moved from %(before)s to %(now)s in one year.")
                told = message % {
                    "region": reached.region.name,
                    "value": name,
                    "before": before,
                    "now": now,
                }
                remedy = _("Compare last year's report and this year's scores.")
                yield rules.CHANGE_IMPROBABLE.found(place, told, remedy)


def _compared(
    evaluation: Evaluation, reached: Result
) -> Iterator[tuple[str, Decimal, Decimal, Source]]:
    """Give each value that both years have: its name, last year's, this year's, last year's cell.

    A 0 of last year in a dimension whose missing value counts as 0 is no value.
    """
    previous = evaluation.previous.get(reached.region.name)
    if previous is None:
        return
    for dimension in evaluation.instrument.dimensions_of(reached.region.category):
        before, now = reached.previous.get(dimension.name), reached.dimensions[dimension.name]
        missing = before == 0 and dimension.when_missing is WhenMissing.ZERO
        if before is not None and now is not None and not missing:
            place = previous.cells.get(dimension.name, previous.source)
            yield dimension.name, before, now, place
    if reached.previous_final is not None and reached.final is not None:
        place = previous.final_cell or previous.source
        yield TAHUN_LALU.final.heading, reached.previous_final, reached.final, place


def _possible(value: Decimal, scale: Scale) -> bool:
    """Tell whether a value can be one at all; what cannot is another rule's finding."""
    return min(scale.minimum, Decimal(0)) <= value <= scale.maximum


CHECKS = (Check(rules.PREVIOUS_FINAL_DISAGREES, previous_final_disagrees),)


RESULT_CHECKS = (ResultCheck(rules.CHANGE_IMPROBABLE, change_improbable),)
