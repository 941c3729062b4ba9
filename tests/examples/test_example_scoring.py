"""Whole scores that meet a mean."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples.scoring import rounded, scores, total_for


@given(st.data())
def test_any_total_that_can_be_reached_is_reached_within_the_scale(data):
    questions = data.draw(st.lists(st.integers(1, 200), min_size=1, max_size=20, unique=True))
    panel = data.draw(st.integers(1, 6))
    count = len(questions) * panel
    total = data.draw(st.integers(count, 4 * count))
    given_scores = scores(data.draw(st.text(max_size=5)), questions, panel, total)
    assert sorted(given_scores) == sorted(questions)
    assert all(len(row) == panel for row in given_scores.values())
    flat = [score for row in given_scores.values() for score in row]
    assert sum(flat) == total
    assert min(flat) >= 1
    assert max(flat) <= 4


@given(st.integers(1, 270), st.data())
def test_the_total_found_for_a_printed_mean_prints_as_that_mean(count, data):
    mean = rounded(Decimal(data.draw(st.integers(count, 4 * count))) / count)
    assert rounded(Decimal(total_for(mean, count)) / count) == mean


def test_a_mean_between_the_steps_is_refused():
    with pytest.raises(ValueError, match=r"5 whole scores have the mean 3\.5"):
        total_for(Decimal("3.5"), 5)


def test_a_half_is_rounded_up():
    assert rounded(Decimal("2.125")) == Decimal("2.13")


def test_the_same_region_is_scored_the_same_for_ever():
    assert scores("KAB. CONTOH", [1, 2, 3], 5, 40) == {
        1: (3, 2, 1, 3, 3),
        2: (4, 3, 2, 3, 3),
        3: (3, 3, 2, 3, 2),
    }
