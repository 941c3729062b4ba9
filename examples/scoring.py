"""Whole scores of a panel that average out at values known beforehand.

A score is the scale's minimum plus a number of steps up. Every possible step of every score has an
effort; the total that is wanted decides how many of the cheapest are taken. So a question that is
hard everywhere, one that a region neglects and an assessor who is strict all show, and the total
is met exactly.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from examples.choices import digest

LOWEST, HIGHEST = 1, 4

# How far apart the efforts of two steps of one score lie, and how much of an effort is due to the
# question, to the region's dealing with it, to the assessor, and to the day.
_STEP = 100
_QUESTION = 170
_REGION = 210
_ASSESSOR = 60
_DAY = 140


def rounded(value: Decimal) -> Decimal:
    """Give a value to two places, half up."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def total_for(mean: Decimal, scores: int) -> int:
    """Give a sum of so many scores whose mean is printed as ``mean``.

    Raises ValueError where no sum of whole scores gives it.
    """
    nearest = int((mean * scores).to_integral_value(ROUND_HALF_UP))
    for total in (nearest, nearest - 1, nearest + 1):
        if rounded(Decimal(total) / scores) == mean:
            return total
    raise ValueError(f"no {scores} whole scores have the mean {mean}")


def _efforts(region: str, question: int, panel: int) -> list[int]:
    """Give the effort of the first step up in one question, by assessor."""
    known = digest("question", question)[0] * _QUESTION // 256
    own = digest(region, question)
    base = known + own[31] * _REGION // 256
    strict = digest(region, "panel")
    return [
        base + strict[assessor] * _ASSESSOR // 256 + own[assessor] * _DAY // 256
        for assessor in range(panel)
    ]


def scores(
    region: str, questions: Sequence[int], panel: int, total: int
) -> dict[int, tuple[int, ...]]:
    """Give whole scores by question, one for each of ``panel`` assessors, that sum to ``total``."""
    steps = sorted(
        (effort + level * _STEP, question, assessor)
        for question in questions
        for assessor, effort in enumerate(_efforts(region, question, panel))
        for level in range(HIGHEST - LOWEST)
    )
    given = {question: [LOWEST] * panel for question in questions}
    for _, question, assessor in steps[: total - LOWEST * len(questions) * panel]:
        given[question][assessor] += 1
    return {question: tuple(row) for question, row in given.items()}
