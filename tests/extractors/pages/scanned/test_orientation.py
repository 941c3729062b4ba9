import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.pages.scanned.cleaning import level, turned
from extractors.pages.scanned.drawing import Standing
from extractors.pages.scanned.orientation import standing_of
from tests.extractors.pages.scanned import spoilt


@pytest.mark.parametrize("degrees", [-2.0, -0.7, 0.0, 0.3, 1.5, 4.0])
def test_a_page_askew_is_turned_back_to_a_tenth_of_a_degree(
    picture: NDArray[np.uint8], degrees: float
) -> None:
    found = standing_of(level(spoilt(picture, degrees, noise=4)), 200)
    assert found.quarters == 0
    assert found.skew == pytest.approx(-degrees, abs=0.1)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_that_lies_wrong_is_set_upright(picture: NDArray[np.uint8], quarters: int) -> None:
    lying = np.ascontiguousarray(np.rot90(picture, quarters))
    assert standing_of(lying, 200).quarters == quarters


def test_an_empty_page_stands_as_it_is() -> None:
    assert standing_of(np.full((900, 600), 255, np.uint8), 110) == Standing()


def test_turning_scales_about_the_middle(picture: NDArray[np.uint8]) -> None:
    height, width = picture.shape
    assert turned(picture, 0.0, 1.5).shape == (round(height * 1.5), round(width * 1.5))
