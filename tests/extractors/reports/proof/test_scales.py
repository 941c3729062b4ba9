"""The scale that printed scores show, and the one that a known instrument gives."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from evaluation.model import Instrument, Scale
from extractors.reports.proof.scales import SeenScale, scale_of

D = Decimal
TWELVE = ("1", "2", "3", "4") * 3


def seen(*scores: str, like: Instrument | None = None) -> SeenScale | None:
    return scale_of(like, [D(score) for score in scores])


@pytest.mark.parametrize(
    ("scores", "low", "high", "step"),
    [
        (TWELVE, 1, 4, "1"),
        ((*TWELVE, *TWELVE, "3.5", "3.5"), 1, 4, "0.5"),
        ((*TWELVE, "3.25"), 1, 4, "0.25"),
        ((*TWELVE, "3.6"), 1, 4, "0.2"),
        ((*TWELVE, "3.7"), 1, 4, "0.1"),
        ((*TWELVE, "3.65"), 1, 4, "0.05"),
        ((*TWELVE, "3.67"), 1, 4, "0.01"),
        ((*TWELVE, "3.667"), 1, 4, "0"),
        ((*TWELVE, "0"), 0, 4, "1"),
        ((*TWELVE, "5"), 1, 5, "1"),
        ((*TWELVE, "0", "5"), 0, 5, "1"),
        ((*TWELVE, "10"), 1, 10, "1"),
        ((*TWELVE, "0", "10"), 0, 10, "1"),
        ((*TWELVE, "100"), 0, 100, "1"),
        ((*TWELVE, "6"), 1, 10, "1"),
        ((*TWELVE, "11"), 0, 100, "1"),
    ],
)
def test_scores_show_the_narrowest_scale_and_the_coarsest_step(
    scores: Sequence[str], low: int, high: int, step: str
) -> None:
    assert seen(*scores) == SeenScale(D(low), D(high), D(step), len(scores))


@pytest.mark.parametrize("scores", [TWELVE[:11], (*TWELVE, "101"), (*TWELVE, "-1"), ()])
def test_scores_that_are_too_few_or_on_no_scale_show_none(scores: Sequence[str]) -> None:
    assert seen(*scores) is None


@pytest.mark.parametrize(("count", "high"), [(24, 10), (25, 4), (49, 10), (50, 4)])
def test_one_score_in_twenty_five_may_stray(count: int, high: int) -> None:
    strays = ["9"] * (2 if count > 25 else 1)
    scores = (["1", "2", "3", "4"] * 13)[: count - len(strays)] + strays
    scale = seen(*scores)
    assert scale is not None and scale.maximum == high


def test_a_known_instrument_gives_the_scale_and_its_scores_the_step() -> None:
    like = Instrument((), (), Scale(D(1), D(5), D("0.2")))
    assert seen("1", like=like) == SeenScale(D(1), D(5), D(0), 0)
    assert seen(*TWELVE[:11], like=like) == SeenScale(D(1), D(5), D(0), 0)
    assert seen(*TWELVE, like=like) == SeenScale(D(1), D(5), D(1), 0)


def test_steps_are_counted_from_the_lowest_value() -> None:
    like = Instrument((), (), Scale(D("0.25"), D("4.25"), D(1)))
    scale = seen(*("0.25", "1.25", "2.25", "3.25") * 3, like=like)
    assert scale == SeenScale(D("0.25"), D("4.25"), D(1), 0)
    assert scale is not None and scale.has_step(D("1.25")) and not scale.has_step(D(1))


def test_a_scale_holds_its_ends_and_without_a_step_every_value() -> None:
    scale = SeenScale(D(1), D(4), D(0), 0)
    assert [scale.holds(D(v)) for v in ("0.99", "1", "4", "4.01")] == [False, True, True, False]
    assert scale.has_step(D("3.14159"))
    assert not SeenScale(D(1), D(4), D("0.2"), 0).has_step(D("3.5"))
