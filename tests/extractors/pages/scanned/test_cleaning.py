import numpy as np
from numpy.typing import NDArray

from extractors.pages.scanned.cleaning import (
    level,
    noise,
    quieten,
    without_fills,
    without_specks,
)
from tests.extractors.pages.scanned import spoilt


def test_paper_is_white_however_the_light_fell(picture: NDArray[np.uint8]) -> None:
    shade = np.linspace(1.0, 0.6, picture.shape[1])
    dim = (picture * shade).astype(np.uint8)
    assert np.percentile(level(dim), 40) > 245


def test_noise_is_measured_and_taken_out(picture: NDArray[np.uint8]) -> None:
    seen = spoilt(picture, noise=9)
    assert noise(picture) < 1
    assert 6 < noise(seen) < 12
    assert noise(quieten(seen, noise(seen))) < 3


def test_a_quiet_picture_is_left_alone(picture: NDArray[np.uint8]) -> None:
    assert quieten(picture, noise(picture)) is picture


def test_dots_smaller_than_a_full_stop_go_and_a_full_stop_stays() -> None:
    page = np.full((300, 300), 255, np.uint8)
    page[10:290:20, 10:290:20] = 0
    page[101:106, 101:106] = 0
    result = without_specks(page, 300)
    assert (result[101:106, 101:106] == 0).all()
    assert (result < 128).sum() == 25


def test_white_letters_on_a_fill_become_black_on_white() -> None:
    page = np.full((400, 800), 255, np.uint8)
    page[100:200, 100:700] = 90
    for left in range(150, 650, 25):
        page[130:170, left : left + 6] = 255
    result, fills = without_fills(page, 300)
    assert result[150, 153] < 60
    assert result[110, 400] > 240
    assert result[50, 50] == 255
    assert [(abs(a - b) <= 8) for a, b in zip(fills[0], (100, 100, 700, 200), strict=True)] == (
        [True] * 4
    )
