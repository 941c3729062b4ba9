"""What a printed table gives away about how it was computed: the weights behind its final values.

A past round is known by its national table, which prints the value of each dimension and the final
value, not the weights. They are found by least squares and believed only when they reproduce every
row of the table as printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from evaluation.arithmetic import rounded
from evaluation.model import WhenMissing

Row = tuple[Sequence[Decimal | None], Decimal]
"""The values of the dimensions (None: none printed) and the final value, as printed."""

_HUNDRED = Decimal(100)
_SINGULAR = 1e-9
_MOST_TREATED = 4  # dimensions whose treatment is tried out together


@dataclass(frozen=True, slots=True)
class FoundWeights:
    """Weights in percent that reproduce every row; None where a dimension never has a value.

    ``when_missing`` says for each dimension what its blank cells do to the final value.
    """

    weights: tuple[Decimal | None, ...]
    when_missing: tuple[WhenMissing, ...]


def find_weights(rows: Sequence[Row]) -> FoundWeights | None:
    """Give the weights behind some rows of one category; None where none explain all of them.

    At least as many complete rows are needed as there are dimensions with values.
    """
    used = [any(values[column] is not None for values, _final in rows) for column in _width(rows)]
    kept = [column for column, is_used in enumerate(used) if is_used]
    table = [([values[column] for column in kept], final) for values, final in rows]
    weights = _solved(table)
    if weights is None:
        return None
    treatment = _treatment(table, weights)
    if treatment is None:
        return None
    found = dict(zip(kept, zip(weights, treatment, strict=True), strict=True))
    return FoundWeights(
        tuple(found[column][0] if column in found else None for column in _width(rows)),
        tuple(
            found[column][1] if column in found else WhenMissing.REFUSE for column in _width(rows)
        ),
    )


def _width(rows: Sequence[Row]) -> range:
    return range(len(rows[0][0]) if rows else 0)


def _solved(table: Sequence[tuple[list[Decimal | None], Decimal]]) -> tuple[Decimal, ...] | None:
    """Give whole percents by least squares over the complete rows; None where they cannot be."""
    complete = [
        ([float(value) for value in values if value is not None], float(final))
        for values, final in table
        if None not in values
    ]
    width = len(table[0][0]) if table else 0
    if not width or len(complete) < width:
        return None
    matrix = [
        [
            sum(values[row] * values[column] for values, _final in complete)
            for column in range(width)
        ]
        + [sum(values[row] * final for values, final in complete)]
        for row in range(width)
    ]
    solution = _eliminated(matrix)
    if solution is None:
        return None
    weights = tuple(Decimal(round(100 * weight)) for weight in solution)
    return weights if sum(weights) == _HUNDRED and min(weights) >= 0 else None


def _eliminated(matrix: list[list[float]]) -> list[float] | None:
    """Solve linear equations by Gauss and Jordan; None where they have no single solution."""
    size = len(matrix)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(matrix[row][column]))
        if abs(matrix[pivot][column]) < _SINGULAR:
            return None
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        scale = matrix[column][column]
        matrix[column] = [value / scale for value in matrix[column]]
        for row in range(size):
            if row != column:
                factor = matrix[row][column]
                pairs = zip(matrix[row], matrix[column], strict=True)
                matrix[row] = [value - factor * other for value, other in pairs]
    return [row[-1] for row in matrix]


def _treatment(
    table: Sequence[tuple[list[Decimal | None], Decimal]], weights: Sequence[Decimal]
) -> tuple[WhenMissing, ...] | None:
    """Give what blanks of each dimension do, so that every row comes out; None if nothing does.

    A dimension that is blank nowhere refuses blanks: the table does not tell more.
    """
    blank = [
        column
        for column in range(len(weights))
        if any(values[column] is None for values, _final in table)
    ]
    if len(blank) > _MOST_TREATED:
        return None
    for count in range(len(blank) + 1):
        for shared in combinations(blank, count):
            if all(_final(values, weights, shared) == final for values, final in table):
                return tuple(
                    WhenMissing.SHARE_OUT
                    if column in shared
                    else WhenMissing.ZERO
                    if column in blank
                    else WhenMissing.REFUSE
                    for column in range(len(weights))
                )
    return None


def _final(
    values: Sequence[Decimal | None], weights: Sequence[Decimal], shared: Sequence[int]
) -> Decimal | None:
    """Compute a final value where the blanks of ``shared`` columns leave their weight to others."""
    counted = [
        (weight, value or Decimal(0))
        for column, (weight, value) in enumerate(zip(weights, values, strict=True))
        if value is not None or column not in shared
    ]
    total = sum((weight for weight, _value in counted), Decimal(0))
    return rounded(sum((w * v for w, v in counted), Decimal(0)) / total) if total else None
