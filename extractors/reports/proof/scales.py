"""The scale that scores stand on: the instrument's, or what the printed scores themselves show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from evaluation.model import Instrument, Scale
from extractors.reports.proof.tolerances import SCALES

# Scales and steps in use, the narrowest and the coarsest first.
_RANGES = tuple(
    (Decimal(low), Decimal(high))
    for low, high in ((1, 4), (0, 4), (1, 5), (0, 5), (1, 10), (0, 10), (0, 100))
)
_STEPS = tuple(map(Decimal, ("1", "0.5", "0.25", "0.2", "0.1", "0.05", "0.01")))


@dataclass(frozen=True, slots=True)
class SeenScale:
    """A scale and how it is known; ``count`` is the number of scores it was seen from, 0 if given.

    ``step`` of the scale binds single scores; 0 where any value within the scale is possible.
    """

    minimum: Decimal
    maximum: Decimal
    step: Decimal
    count: int

    def holds(self, value: Decimal) -> bool:
        """Tell whether a score lies within the scale."""
        return self.minimum <= value <= self.maximum

    def has_step(self, value: Decimal) -> bool:
        """Tell whether a score lies on the grid of steps."""
        return self.step == 0 or (value - self.minimum) % self.step == 0


def scale_of(like: Instrument | None, scores: Sequence[Decimal]) -> SeenScale | None:
    """Give the scale of a report; None where its scores are too few to tell.

    The grid is always seen from the scores: the instrument's step binds an assessor, and what a
    report prints is often the mean of several.
    """
    given: Scale | None = like.scale if like is not None else None
    if given is None and len(scores) < SCALES.fewest:
        return None
    if given is not None:
        low, high = given.minimum, given.maximum
    else:
        found = next((r for r in _RANGES if _share(scores, partial(_within, *r))), None)
        if found is None:
            return None
        low, high = found
    steps = (s for s in _STEPS if _share(scores, partial(_on_grid, low, s)))
    step = next(steps, Decimal(0))
    step = step if len(scores) >= SCALES.fewest else Decimal(0)
    return SeenScale(low, high, step, 0 if given is not None else len(scores))


def _within(low: Decimal, high: Decimal, value: Decimal) -> bool:
    return low <= value <= high


def _on_grid(low: Decimal, step: Decimal, value: Decimal) -> bool:
    return (value - low) % step == 0


def _share(scores: Sequence[Decimal], test: Callable[[Decimal], bool]) -> bool:
    """Tell whether nearly all scores pass a test."""
    misses = sum(1 for score in scores if not test(score))
    return misses <= SCALES.strays * len(scores)
