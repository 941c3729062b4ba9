"""The floor under messy spreadsheets tells whatever is collected worse than before."""

from collections import Counter

import pytest

from benchmarks.messy.floor import PARTS, Figures, fallen, figures, kept_floor
from benchmarks.messy.paper import Case, Paper
from benchmarks.messy.programmes import PROGRAMMES
from benchmarks.messy.runs import SETS, Run
from benchmarks.messy.score import Tally, run_case

FIGURES: Figures = {**dict.fromkeys(PARTS, 0), "right": 10, "wrong": 1, "missing in silence": 2}


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({}, []),
        ({"right": 11, "wrong": 0, "missing in silence": 0}, []),
        ({"right": 9}, ["a: right is 9, was 10"]),
        ({"wrong": 2}, ["a: wrong is 2, was 1"]),
        ({"missing in silence": 3}, ["a: missing in silence is 3, was 2"]),
    ],
)
def test_what_is_worse_than_the_floor_is_told(found: Figures, told: list[str]) -> None:
    assert list(fallen({"a": FIGURES}, {"a": {**FIGURES, **found}})) == told


def test_a_set_that_was_not_run_is_told() -> None:
    assert list(fallen({"a": FIGURES}, {})) == ["a: right is 0, was 10"]


def test_figures_are_summed_up_by_set_and_way() -> None:
    one, two = Tally(Counter(right=2, wrong=1)), Tally(Counter(right=3))
    found = figures([Run("s", "x", "into", one), Run("s", "y", "into", two)])
    assert (found["s-into"]["right"], found["s-into"]["wrong"]) == (5, 1)


def test_nothing_wrong_in_silence_is_on_the_floor_of_what_is_collected_into_a_round() -> None:
    floor = kept_floor()
    assert {name for name in floor if name.endswith("-into")} == {"seen-into", "unseen-into"}
    assert [floor[f"{name}-into"]["wrong"] for name in SETS] == [0, 0]


def test_there_are_sixty_kinds_and_each_stands_in_one_set() -> None:
    names = [kind.__name__ for kinds in SETS.values() for kind in kinds]
    assert len(names) >= 60
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("shift", "counts"), [(0, {"right": 2}), (1, {"wrong": 2}), (None, {"missing": 2})]
)
def test_the_scorer_tells_right_wrong_and_missing_apart(
    shift: int | None, counts: dict[str, int]
) -> None:
    case = Case(PROGRAMMES[5])
    region, who = case.programme.regions[0], case.programme.assessors[0]
    paper = Paper("Nilai")
    paper.add("Wilayah", "Asesor", "1", "2")
    told = None if shift is None else (lambda value: 11 - value if shift else value)
    cells = [case.score(region, who, n, told or (lambda _value: "?")) for n in (1, 2)]
    paper.add(region, who, *cells)
    case.xlsx("nilai.xlsx", paper)
    tally = run_case(case, into=True)
    assert {name: tally.counts[name] for name in counts} == counts
