"""Between two rows that no ruling parts, the widest gap parts them."""

import pytest

from evaluation.sources import Box
from extractors.pages.page import Word
from extractors.reports.tables.cuts import Cutter
from tests.extractors.reports.writing import line

AFTER = line("Baris berikut", top=100)


def words(*spans: tuple[float, float]) -> list[Word]:
    return [Word("kata", Box(50, top, 70, bottom)) for top, bottom in spans]


@pytest.mark.parametrize(
    ("every", "own", "height"),
    [
        ([(50, 60), (100, 110)], [], 80),
        ([(50, 60), (64, 74), (100, 110)], [], 87),
        ([(50, 60), (80, 90), (100, 110)], [], 70),
        ([(50, 60), (75, 85), (100, 110)], [], 92.5),
        ([(50, 60), (75.7, 85), (100, 110)], [], 92.5),
        ([(50, 60), (75.9, 85), (100, 110)], [], 67.95),
        ([(50, 60), (55, 120), (100, 110)], [(50, 60), (100, 110)], 80),
        ([(50, 60), (55, 120)], [(50, 120)], 99.5),
        ([(10, 20), (50, 60), (100, 110)], [], 80),
        ([(10, 40), (100, 110)], [], 99.5),
        ([(50, 60), (90, 95), (106, 110)], [], 75),
        ([], [], 99.5),
    ],
)
def test_the_last_of_the_widest_gaps(
    every: list[tuple[float, float]], own: list[tuple[float, float]], height: float
) -> None:
    assert Cutter(words(*every), words(*own)).between(45, AFTER) == pytest.approx(height)
