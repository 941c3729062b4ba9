"""The grids on which invented rounds are scored."""

import random
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """Scores run from ``low`` to ``high`` in steps of ``step``."""

    low: Decimal
    high: Decimal
    step: Decimal

    def draw(self, chance: random.Random) -> Decimal:
        steps = int((self.high - self.low) / self.step)
        return self.low + self.step * min(steps, max(0, round(chance.gauss(0.62, 0.25) * steps)))


def _scale(low: str, high: str, step: str) -> Scale:
    return Scale(Decimal(low), Decimal(high), Decimal(step))


SCALES = (
    _scale("1", "4", "0.2"),
    _scale("1", "4", "1"),
    _scale("1", "5", "0.5"),
    _scale("1", "4", "0.25"),
    _scale("0", "100", "1"),
    _scale("0", "100", "0.5"),
    _scale("1", "5", "0.2"),
    _scale("1", "5", "1"),
)
