"""The floor under the archive of past reports tells whatever is read worse than before."""

import tarfile
import tomllib
from pathlib import Path

import pytest

from benchmarks.archive.floor import Figures, fallen, figures, kept_floor, written
from benchmarks.archive.keep import KEPT
from benchmarks.archive.score import Tally

FIGURES: Figures = {"score-right": 10, "wrong": 1, "flagged": 2}


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({}, []),
        ({"score-right": 11, "wrong": 0, "flagged": 0}, []),
        ({"score-right": 9}, ["a: score-right is 9, was 10"]),
        ({"wrong": 2}, ["a: wrong is 2, was 1"]),
        ({"flagged": 3}, ["a: flagged is 3, was 2"]),
    ],
)
def test_what_is_worse_than_the_floor_is_told(found: Figures, told: list[str]) -> None:
    assert list(fallen({"a": FIGURES}, {"a": {**FIGURES, **found}})) == told


def test_a_layout_that_was_not_read_and_one_without_floor_are_told() -> None:
    assert len(list(fallen({"a": FIGURES}, {}))) == 3
    assert list(fallen({}, {"a": FIGURES})) == ["a: has no floor; --accept records one"]


def test_figures_count_right_values_by_part_and_silent_errors() -> None:
    tally = Tally()
    tally.add("score", 3, 3, False)
    tally.add("score", 3, 4, False)
    tally.add("score", 3, 4, True)
    tally.add("text", "a", "b", False)
    own = figures(tally)
    assert (own["score-right"], own["wrong"], own["wrong-numbers"], own["flagged"]) == (1, 2, 1, 1)


def test_every_layout_that_is_kept_has_its_floor_and_its_truth() -> None:
    with tarfile.open(KEPT) as book:
        names = [Path(name) for name in book.getnames()]
    layouts = {name.parent.name for name in names if name.suffix == ".pdf"}
    assert len(layouts) == 31
    assert layouts == {name.parent.name for name in names if name.suffix == ".json"}
    assert layouts == set(kept_floor())


def test_figures_are_kept_as_they_are_read() -> None:
    assert tomllib.loads(written({"a": FIGURES})) == {"a": FIGURES}
