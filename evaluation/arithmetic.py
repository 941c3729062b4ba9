"""What is computed from scores, in decimal arithmetic and by one principle.

Every printed value is computed from printed values, so a reader with a pencil gets the same: the
mean of a question is rounded before it enters the mean of its dimension, and that is rounded
before it enters the final value. Rounding is half up, to two places.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from evaluation.model import Dimension, Evaluation, Instrument, PreviousResult, Region, WhenMissing

Values = Mapping[str, Decimal | None]
_PLACES = Decimal("0.01")
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Result:
    """What a region reached; every value is rounded to two places, as it is printed.

    ``questions`` (by number) and ``dimensions`` (by name) hold what belongs to the region's
    category, in printing order; None is "no value". ``previous`` lacks the dimensions that had no
    value last year. ``changes`` and ``improvement`` are this year less last year, None where
    either is missing.
    """

    region: Region
    questions: Mapping[int, Decimal | None]
    dimensions: Values
    final: Decimal | None
    previous: Mapping[str, Decimal]
    previous_final: Decimal | None
    changes: Values
    improvement: Decimal | None


def rounded(value: Decimal) -> Decimal:
    """Give a value rounded half up to two places: 2.345 becomes 2.35 and -0.005 becomes -0.01."""
    return value.quantize(_PLACES, ROUND_HALF_UP)


def mean(values: Sequence[Decimal]) -> Decimal | None:
    """Give the rounded mean of values; None when there are none."""
    return rounded(sum(values, _NOTHING) / len(values)) if values else None


def difference(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    """Give ``now`` less ``before``; None where either is missing."""
    return None if now is None or before is None else now - before


def weights_in_force(
    dimensions: Iterable[Dimension], category: str, values: Values
) -> Mapping[str, Decimal] | None:
    """Give the weights, by dimension, that the final value of a region is made with.

    A dimension without a value keeps its weight where ``Bila Kosong`` says ``0``, and drops out
    where it says ``bagi ulang``. None when one is missing that must not be (``tolak``). With
    weights w and values v (0 for a missing one that kept its weight) the final value is
    Σ w·v / Σ w: nothing but Σ w·v / 100 while all are there, and the shared-out weight otherwise.
    """
    weights: dict[str, Decimal] = {}
    for dimension in dimensions:
        missing = values.get(dimension.name) is None
        if missing and dimension.when_missing is WhenMissing.REFUSE:
            return None
        if not (missing and dimension.when_missing is WhenMissing.SHARE_OUT):
            weights[dimension.name] = dimension.weights[category]
    return weights


def final_value(dimensions: Iterable[Dimension], category: str, values: Values) -> Decimal | None:
    """Give the rounded final value; None when it cannot be made (see ``weights_in_force``)."""
    weights = weights_in_force(dimensions, category, values)
    total = sum(weights.values(), _NOTHING) if weights else _NOTHING
    if not weights or not total:
        return None
    return rounded(sum((w * (values[n] or _NOTHING) for n, w in weights.items()), _NOTHING) / total)


def _item_values(evaluation: Evaluation, region: Region) -> Mapping[int | str, Decimal | None]:
    """Give the mean over the assessors of each question and each directly scored dimension."""
    items = evaluation.instrument.items
    rows = [row.values for row in evaluation.scores.get(region.name, ())] if region.attended else []
    if not rows:
        return dict.fromkeys(items)
    columns = zip(*rows, strict=True)
    means = (mean([value for value in column if value is not None]) for column in columns)
    return dict(zip(items, means, strict=True))


def _dimension_value(
    instrument: Instrument, dimension: Dimension, items: Mapping[int | str, Decimal | None]
) -> Decimal | None:
    """Give a dimension's value; None where a question lacks one and the round allows no gaps."""
    if dimension.directly_scored:
        return items[dimension.name]
    values = [items[question.number] for question in dimension.questions]
    present = [value for value in values if value is not None]
    complete = len(present) == len(values) or instrument.averages_what_is_there
    return mean(present) if complete else None


def _previous(previous: PreviousResult | None) -> tuple[Mapping[str, Decimal], Decimal | None]:
    """Give last year's values and final value as they are printed."""
    if previous is None:
        return {}, None
    values = {name: rounded(value) for name, value in previous.dimensions.items()}
    return values, None if previous.final is None else rounded(previous.final)


def result(evaluation: Evaluation, region: Region) -> Result:
    """Compute what a region reached; for one that did not attend, every value of this year is None.

    Last year's final value stands by itself: it is not computed again from last year's dimensions.
    """
    instrument = evaluation.instrument
    dimensions = instrument.dimensions_of(region.category)
    items = _item_values(evaluation, region)
    values = {d.name: _dimension_value(instrument, d, items) for d in dimensions}
    final = final_value(dimensions, region.category, values) if region.attended else None
    previous, previous_final = _previous(evaluation.previous.get(region.name))
    return Result(
        region=region,
        questions={q.number: items[q.number] for d in dimensions for q in d.questions},
        dimensions=values,
        final=final,
        previous=previous,
        previous_final=previous_final,
        changes={name: difference(value, previous.get(name)) for name, value in values.items()},
        improvement=difference(final, previous_final),
    )


class Results:
    """What the regions of a round reached, each computed when it is first asked for, and once.

    Whoever prints, checks or counts results of a round is handed the same one.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self._known: dict[str, Result] = {}

    def of(self, region: Region) -> Result:
        """Give what a region of the round reached; see ``result``."""
        known = self._known.get(region.name)
        if known is None or known.region is not region:
            known = self._known[region.name] = result(self.evaluation, region)
        return known
