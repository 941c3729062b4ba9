"""The last number that pages print shows which of them a file lacks."""

import pytest

from extractors.pages.page import Page
from extractors.reports.text.body import sheets_of
from extractors.reports.text.numbering import gaps
from tests.extractors.reports.writing import line


def lacking(*feet: str) -> list[tuple[int, int, int]]:
    """The gaps of a file by its feet: the page before, the first and the last that lack."""
    pages = []
    for number, foot in enumerate(feet, 1):
        lines = [line(f"Isi {number} halaman", 300), *([line(foot, 960)] if foot else [])]
        pages.append(Page(number, 600, 1000, tuple(word for one in lines for word in one.words)))
    return [(gap.page, gap.first, gap.last) for gap in gaps(sheets_of(pages))]


@pytest.mark.parametrize(
    ("feet", "found"),
    [
        (("Halaman 1 dari 3", "Halaman 2 dari 3", "Halaman 3 dari 3"), []),
        (("Halaman 1 dari 3", "Halaman 2 dari 3"), [(2, 3, 3)]),
        (("Halaman 1 dari 2",), [(1, 2, 2)]),
        (("1/4", "2/4", "4/4"), [(2, 3, 3)]),
        (("Hal. 3 dari 4", "Hal. 4 dari 4"), [(1, 1, 2)]),
        (("", "", "Hal. 3 dari 4", "Hal. 4 dari 4"), []),
        (("1 / 3", "", "3 / 3"), []),
        (("1 / 3", "2 / 3", ""), []),
        (("1 / 2", "2 / 2", "1 / 2", "2 / 2"), []),
        (("1 / 2", "2 / 2", "1 / 2"), [(3, 2, 2)]),
        (("1 / 2", "1 / 3", "2 / 3", "3 / 3"), [(1, 2, 2)]),
        (("Halaman 1", "Halaman 3"), []),
        (("5 dari 4", "5 dari 4"), []),
    ],
)
def test_pages_up_to_the_last_number_are_there_or_told(
    feet: tuple[str, ...], found: list[tuple[int, int, int]]
) -> None:
    assert lacking(*feet) == found
