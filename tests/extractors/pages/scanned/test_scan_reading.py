"""Whole pages read by Tesseract; skipped where it is not installed."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from evaluation.sources import Box
from extractors.pages.page import Origin
from extractors.pages.scanned.reading import recognise, recognise_digits, scan_page
from tests.extractors.pages.scanned import LINES, SCORES, pictured, spoilt

pytestmark = pytest.mark.needs("tesseract")
ROWS = tuple(Box(476, 91 + 24 * at, 529, 113 + 24 * at) for at in range(len(SCORES)))


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory, picture: NDArray[np.uint8]) -> Path:
    folder = tmp_path_factory.mktemp("scan")
    return pictured(folder / "pindai.pdf", spoilt(picture, 0.8, noise=3), 200)


def test_a_scan_reads_as_its_text_at_its_places(scan: Path) -> None:
    page = recognise(scan, 1)
    assert page.origin is Origin.RECOGNISED
    assert (page.width, page.height) == pytest.approx((595, 842), abs=2)
    text = " ".join(word.text for word in page.words)
    assert all(word in text for word in LINES[0].split())
    scores = [word for word in page.words if word.box.left > 478]
    scores.sort(key=lambda word: word.box.top)
    assert tuple(word.text for word in scores) == SCORES
    assert all(abs(w.box.left - 486) < 5 for w in scores)
    assert len(page.rulings) == 14


def test_score_cells_are_read_again_as_figures(scan: Path) -> None:
    found = recognise_digits(scan, 1, ROWS)
    assert [word.text.replace(".", ",") for word in found] == list(SCORES)
    assert all(0 <= word.sureness <= 1 for word in found)


def test_a_cell_without_figures_gives_a_word_without_text(scan: Path) -> None:
    (found,) = recognise_digits(scan, 1, [Box(60, 700, 200, 720)])
    assert (found.text, found.sureness) == ("", 0.0)


def test_a_page_upside_down_reads_the_same(tmp_path: Path, picture: NDArray[np.uint8]) -> None:
    path = pictured(tmp_path / "balik.pdf", np.ascontiguousarray(np.rot90(picture, 2)), 200)
    read = scan_page(path, 1)
    assert read.standing.quarters == 2
    assert "Perencanaan" in {word.text for word in read.page().words}


def test_a_blank_page_has_no_words_and_no_fault(tmp_path: Path) -> None:
    blank = np.full((1000, 700), 250, np.uint8)
    page = recognise(pictured(tmp_path / "kosong.pdf", blank, 100), 1)
    assert (page.words, page.rulings, page.fault) == ((), (), None)


def test_a_page_that_cannot_be_drawn_says_why(scan: Path) -> None:
    page = recognise(scan, 9)
    assert page.words == ()
    assert page.fault


def test_a_page_that_takes_too_long_says_so(scan: Path) -> None:
    page = scan_page(scan, 1).page(seconds=0.001)
    assert page.words == ()
    assert page.fault
