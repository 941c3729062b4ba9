import numpy as np
from numpy.typing import NDArray

from extractors.pages.scanned.cleaning import turned
from extractors.pages.scanned.rulings import lines_of
from extractors.pages.scanned.segments import column_of, stack


def test_cells_beside_each_other_become_pieces_below_each_other(
    picture: NDArray[np.uint8],
) -> None:
    letters, lines = lines_of(turned(picture, 0.0, 1.5), 300)
    column = column_of(letters, lines, 300)
    assert len(column.segments) == 21
    starts = [segment.start for segment in column.segments]
    assert starts == sorted(starts)


def test_a_spot_of_the_column_is_found_again_on_the_page() -> None:
    part = np.zeros((20, 30), np.uint8)
    column = stack([(500, 40, part), (90, 700, part)], 300)
    second = column.segments[1]
    assert column.place(column.margin + 4, second.start + 2, 10) == (94, 702)
    assert column.index_of(second.end + 100) is None


def test_nothing_gives_an_empty_column() -> None:
    blank = np.full((200, 200), 255, np.uint8)
    assert column_of(blank, [], 300).segments == ()
