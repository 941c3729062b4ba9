"""Marks tiled over a page are no part of it; words of tables are."""

from dataclasses import replace

import pytest

from evaluation.sources import Box
from extractors.pages.page import Page, Word
from extractors.reports.text.marks import without_marks
from tests.extractors.tolerated import Bound, Bounds


def word(text: str, left: float, top: float, size: float = 10) -> Word:
    return Word(text, Box(left, top, left + 5 * len(text), top + size), size)


def tiled(
    text: str = "SALINAN 2",
    columns: int = 4,
    rows: int = 6,
    *,
    width: float = 500,
    height: float = 700,
    every: int = 1,
    shift: float = 0,
    others: int = 0,
    keep: int = 10_000,
) -> Page:
    """A page of 600 × 1000 points with a mark in a grid, and one line of text amid it.

    ``every`` leaves marks out, ``shift`` moves one column, ``others`` have another last word;
    ``keep`` marks stay beside those on the diagonals.
    """
    words = [word("Pertanyaan", 90, 503), word("3,2", 400, 503)]
    place = 0
    for row in range(rows):
        for column in range(columns):
            place += 1
            if every > 1 and (row + column) % every:
                continue
            if keep < 10_000 and row % columns != column:
                keep -= 1
                if keep < 0:
                    continue
            left = 40 + width / (columns - 1) * column + (shift if column == 1 else 0)
            for text_of in text.split():
                shown = "9" if text_of == "2" and place <= others else text_of
                words.append(word(shown, left, 60 + height / (rows - 1) * row))
                left += 5 * len(text_of) + 3
    plain = "\r\n".join([*[text] * 3, "Pertanyaan 3,2"])
    return Page(1, 600, 1000, tuple(words), plain=plain)


def left(page: Page) -> set[str]:
    return {one.text for one in without_marks(page).words}


def test_a_tiled_mark_goes_with_all_its_words_and_the_text_stays() -> None:
    page = without_marks(tiled())
    assert [one.text for one in page.words] == ["Pertanyaan", "3,2"]
    assert page.plain is not None
    assert page.plain.split() == ["Pertanyaan", "3,2"]
    assert without_marks(replace(tiled(), plain=None)).plain is None


def test_a_mark_of_several_words_goes_whole() -> None:
    assert left(tiled("TIDAK UNTUK DISALIN")) == {"Pertanyaan", "3,2"}


def test_rows_of_marks_may_be_shifted_by_half() -> None:
    assert left(tiled(columns=7, rows=8, every=2)) == {"Pertanyaan", "3,2"}


@pytest.mark.parametrize(
    "page",
    [
        tiled(columns=2), tiled(width=200), tiled(height=300), tiled("3,2 2"), tiled("AB C"),
        tiled(shift=30), Page(1, 600, 1000, ()),
    ],
)  # fmt: skip
def test_words_that_are_no_grid_over_the_page_stay(page: Page) -> None:
    assert without_marks(page) is page


BOUNDS: Bounds = {
    ("MARKS", "fewest"): Bound(lambda n: len(left(tiled(columns=3, rows=5, keep=n))) == 2, 7, 6),
    ("MARKS", "letters"): Bound(lambda text: len(left(tiled(text))) == 2, "ASLI", "ASL"),
    ("MARKS", "span"): Bound(lambda width: len(left(tiled(width=width))) == 2, 361, 359),
    ("MARKS", "filled"): Bound(lambda n: len(left(tiled(columns=4, rows=10, keep=n))) == 2, 6, 5),
    ("MARKS", "uneven"): Bound(lambda by: len(left(tiled(width=510, shift=by))) == 2, 2, 3),
    ("MARKS", "longest"): Bound(
        lambda text: len(left(tiled(text))) == 2, "SALIN a b c d e", "SALIN a b c d e f"
    ),
    ("MARKS", "nearly"): Bound(lambda n: "2" not in left(tiled(rows=5, others=n)), 2, 3),
}
