"""The drawn lines of a page, asked what they part."""

import pytest

from evaluation.sources import Box
from extractors.pages.page import Ruling
from extractors.reports.text.rulings import Rules, band, merged


def flat(y: float, left: float, right: float) -> Ruling:
    return Ruling(Box(left, y, right, y + 1))


def tall(x: float, top: float, bottom: float) -> Ruling:
    return Ruling(Box(x, top, x + 1, bottom))


@pytest.mark.parametrize(
    ("rulings", "heights"),
    [
        ([flat(200, 0, 100), flat(100, 0, 100)], [100.5, 200.5]),
        ([flat(100, 0, 74)], []),
        ([flat(100, 0, 75)], [100.5]),
        ([flat(100, 25, 300)], [100.5]),
        ([flat(100, 26, 300)], []),
        ([flat(49, 0, 100), flat(251, 0, 100)], []),
        ([flat(49.5, 0, 100), flat(249.5, 0, 100)], [50, 250]),
        ([flat(100, 0, 100), flat(101.6, 0, 100), flat(103.3, 0, 100)], [100.5, 103.8]),
        ([tall(50, 60, 240)], []),
    ],
)
def test_lines_that_run_over_three_quarters_of_a_column(
    rulings: list[Ruling], heights: list[float]
) -> None:
    assert Rules(rulings).across(0, 100, 50, 250) == pytest.approx(heights)


@pytest.mark.parametrize(
    ("rulings", "places"),
    [
        ([tall(80, 50, 100), tall(20, 40, 110)], [20.5, 80.5]),
        ([tall(20, 51.6, 98.4)], [20.5]),
        ([tall(20, 51.7, 100)], []),
        ([tall(20, 50, 98.3)], []),
        ([tall(-1, 50, 100), tall(100, 50, 100)], []),
        ([tall(-0.5, 50, 100), tall(99.5, 50, 100)], [0, 100]),
        ([flat(60, 20, 80)], []),
    ],
)
def test_upright_lines_that_run_from_top_to_bottom(
    rulings: list[Ruling], places: list[float]
) -> None:
    assert Rules(rulings).beside(50, 100, 0, 100) == pytest.approx(places)


@pytest.mark.parametrize(
    ("rulings", "end"),
    [
        ([tall(20, 50, 300), tall(80, 50, 400)], 400),
        ([tall(20, 50, 300), tall(50, 50, 400)], 300),
        ([tall(21, 50, 300)], 300),
        ([tall(21.2, 50, 300)], 100),
        ([tall(20, 101.6, 300)], 300),
        ([tall(20, 101.7, 300)], 100),
        ([tall(20, 50, 99)], 100),
        ([], 100),
    ],
)
def test_how_far_down_the_lines_of_a_table_run(rulings: list[Ruling], end: float) -> None:
    assert Rules(rulings).upright_end([20, 80], 100) == end


def test_values_nearer_than_a_line_is_thick_are_one() -> None:
    assert merged([3, 1, 2.6, 4.7]) == [1, 3, 4.7]
    assert [band([10, 20], height) for height in (5, 10, 15, 25)] == [0, 0, 1, 2]
