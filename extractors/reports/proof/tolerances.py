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


@dataclass(frozen=True, slots=True)
class NamedTolerances:
    """What shows that a list names dimensions, and that two names are of one."""

    lines: Count = 90
    """A table of weights has at most so many lines."""
    beside: Points = 40.0
    """A weight stands no further than this from the middle of its column's head."""
    stem: Count = 4
    """Words with so many letters alike at their beginning are alike."""


@dataclass(frozen=True, slots=True)
class RowTolerances:
    """What shows rows of questions in running text: numbers and values, each below each other."""

    rows: Count = 3
    """So many rows at least are a table."""
    aligned: Points = 4.0
    """Numbers, and values, that differ in place by no more than this stand below each other."""
    digits: Count = 3
    """The number of a row has at most so many digits."""
    apart: Points = 150.0
    """Values stand at least this far right of the numbers."""


SCALES = ScaleTolerances()
READINGS = ReadingTolerances()
NAMED = NamedTolerances()
UNREAD = RowTolerances()
