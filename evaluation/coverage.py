"""Whose scores are there: regions × assessors, each whole, partly or not filled in.

A directly scored dimension is no question: whether it has a value is told by what needs it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.model import Evaluation, Region, ScoreRow

AGREEING = Decimal("0.8")
"""Share of a category's regions that must agree before their number is called the usual one."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What one assessor scored in a region: ``scored`` of the ``asked`` questions of its category.

    ``assessor`` is None for a row of means. ``blank`` are the numbers of the questions without a
    score, in the order of the instrument.
    """

    assessor: str | None
    scored: int
    asked: int
    blank: tuple[int, ...]
    row: ScoreRow

    @property
    def whole(self) -> bool:
        """Tell whether no question is without a score."""
        return not self.blank


@dataclass(frozen=True, slots=True)
class Covered:
    """What the assessors of one region scored, in the order of their rows.

    ``asked`` are the numbers of the questions of its category.
    """

    region: Region
    asked: tuple[int, ...]
    assessors: tuple[Filled, ...]

    def scorers(self, question: int) -> int:
        """Give how many scored a question."""
        return sum(question not in one.blank for one in self.assessors)


@dataclass(frozen=True, slots=True)
class Usual:
    """How a category's regions are usually scored; None where too few of them agree.

    ``assessors`` is the number of rows a region has, ``scorers`` that of scores a question has.
    """

    assessors: int | None
    scorers: Mapping[int, int | None]


def coverage(evaluation: Evaluation) -> tuple[Covered, ...]:
    """Give what was scored in each region that took part, in the order of the workbook.

    A region of a category that is not known has no questions and is left out; that is told.
    """
    return tuple(
        _covered(evaluation, region)
        for region in evaluation.attended()
        if region.category in evaluation.instrument.categories
    )


def _covered(evaluation: Evaluation, region: Region) -> Covered:
    asked = tuple(
        question.number
        for dimension in evaluation.instrument.dimensions_of(region.category)
        for question in dimension.questions
    )
    rows = evaluation.scores.get(region.name, ())
    return Covered(region, asked, tuple(_filled(evaluation, asked, row) for row in rows))


def _filled(evaluation: Evaluation, asked: Sequence[int], row: ScoreRow) -> Filled:
    position = evaluation.instrument.position
    blank = tuple(number for number in asked if row.values[position[number]] is None)
    return Filled(row.assessor, len(asked) - len(blank), len(asked), blank, row)


def usual(covered: Sequence[Covered]) -> Mapping[str, Usual]:
    """Give how each category's regions are usually scored."""
    groups: dict[str, list[Covered]] = {}
    for one in covered:
        groups.setdefault(one.region.category, []).append(one)
    return {category: _usual(group) for category, group in groups.items()}


def _usual(group: Sequence[Covered]) -> Usual:
    scored = [one for one in group if one.assessors]
    numbers = scored[0].asked if scored else ()
    scorers = {number: _agreed([one.scorers(number) for one in scored]) for number in numbers}
    return Usual(_agreed([len(one.assessors) for one in scored]), scorers)


def _agreed(numbers: Sequence[int]) -> int | None:
    """Give the number that most have, None where fewer than AGREEING do or none is there."""
    for number, count in Counter(numbers).most_common(1):
        if count >= AGREEING * len(numbers):
            return number
    return None
