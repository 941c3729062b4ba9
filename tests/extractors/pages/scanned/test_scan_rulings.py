import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.pages.scanned.cleaning import turned
from extractors.pages.scanned.rulings import lines_of


@pytest.fixture
def large(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return turned(picture, 0.0, 1.5)


def test_every_line_of_a_table_is_found_once_and_no_line_of_text(
    large: NDArray[np.uint8],
) -> None:
    _letters, lines = lines_of(large, 300)
    across = [line for line in lines if line[2] - line[0] > line[3] - line[1]]
    down = [line for line in lines if line not in across]
    assert len(across) == 11
    assert len(down) == 3
    assert all(line[2] - line[0] > 1900 for line in across)


def test_the_letters_stay_when_the_lines_go(large: NDArray[np.uint8]) -> None:
    letters, lines = lines_of(large, 300)
    bare = large.copy()
    for left, top, right, bottom in lines:
        bare[top - 2 : bottom + 2, left - 2 : right + 2] = 255
    assert (letters < 128).sum() == pytest.approx((bare < 128).sum(), rel=0.01)


def test_a_faint_line_slightly_askew_and_broken_is_one_line() -> None:
    page = np.full((600, 2000), 255, np.uint8)
    for column in range(100, 1750):
        if column % 300 > 3:
            page[300 + column // 600, column] = 190
    _letters, lines = lines_of(page, 300)
    assert len(lines) == 1
    assert lines[0][0] < 110
    assert lines[0][2] > 1740
