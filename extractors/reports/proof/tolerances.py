"""How many scores make a proof, and how far a reader may look for one."""

from dataclasses import dataclass
from decimal import Decimal

from extractors.pages.units import Count, ExactShare, Points


@dataclass(frozen=True, slots=True)
class ScaleTolerances:
    """What shows the scale that scores stand on."""

    fewest: Count = 12
    """Fewer scores than this show no scale."""
    strays: ExactShare = Decimal("0.04")
    """Up to this share of the scores may be misread without changing what scale is seen."""


@dataclass(frozen=True, slots=True)
class ReadingTolerances:
    """Where the second and the third reading look for a score."""

    lines: Count = 14
    """The last question and its score stand on at most so many lines of the file's text."""
    lines_before: Count = 4
    """A score given before its question stands at most so many lines above it."""
    digits: Count = 4
    """A question's number has at most so many digits."""
    room: Points = 1.5
    """A word's middle may lie this far outside of the place that is asked for."""


SCALES = ScaleTolerances()
READINGS = ReadingTolerances()
