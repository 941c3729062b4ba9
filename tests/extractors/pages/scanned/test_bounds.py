from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from numpy.typing import NDArray

from evaluation.errors import UnreadableInputError
from evaluation.sources import Box
from extractors.pages.scanned.drawing import Bounds, Sheet, Standing, UndrawableError, cut_out
from extractors.pages.scanned.picture import clean_picture
from tests.extractors.pages.scanned import pictured, written


def test_a_page_of_ten_metres_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    path = written(tmp_path / "besar.pdf", (28_346, 28_346))
    with (
        pdfium.PdfDocument(path) as document,
        pytest.raises(UndrawableError, match="1000 × 1000 cm"),
    ):
        clean_picture(Sheet(document, 1))


def test_a_large_page_is_drawn_at_a_lower_resolution(written_page: Path) -> None:
    with pdfium.PdfDocument(written_page) as document:
        sheet = Sheet(document, 1, Bounds(megapixels=1.0))
        bitmap = sheet.draw(sheet.dpi_within_bounds(300))
        assert 0.9e6 < bitmap.width * bitmap.height < 1.01e6


def test_a_vast_picture_in_a_page_is_not_unpacked(
    tmp_path: Path, picture: NDArray[np.uint8]
) -> None:
    path = pictured(tmp_path / "gambar.pdf", picture, 200)
    with pdfium.PdfDocument(path) as document:
        sheet = Sheet(document, 1, Bounds(image_megapixels=1.0))
        with pytest.raises(UndrawableError):
            sheet.draw(100)


def test_drawing_without_end_is_left(written_page: Path) -> None:
    with pdfium.PdfDocument(written_page) as document:
        sheet = Sheet(document, 1, Bounds(seconds=-1.0))
        with pytest.raises(UndrawableError):
            sheet.draw(72)


def test_a_page_that_is_not_there_is_damaged(written_page: Path) -> None:
    with pdfium.PdfDocument(written_page) as document, pytest.raises(UndrawableError):
        Sheet(document, 2)


def test_the_resolution_of_a_scan_is_that_of_its_picture(
    tmp_path: Path, picture: NDArray[np.uint8], written_page: Path
) -> None:
    with pdfium.PdfDocument(pictured(tmp_path / "pindai.pdf", picture, 200)) as document:
        assert Sheet(document, 1).native_dpi == pytest.approx(200, rel=0.01)
    with pdfium.PdfDocument(written_page) as document:
        assert Sheet(document, 1).native_dpi is None


def test_a_place_is_cut_out_as_a_small_picture(written_page: Path) -> None:
    png = cut_out(written_page, 1, Box(60, 90, 530, 114))
    assert png.startswith(b"\x89PNG")
    assert len(png) < 60_000


def test_a_place_beyond_the_page_still_gives_a_picture(written_page: Path) -> None:
    png = cut_out(written_page, 1, Box(5000, 5000, 6000, 6000), standing=Standing(1, 0.5))
    assert png.startswith(b"\x89PNG")


def test_a_file_that_opening_refuses_is_not_drawn_either(tmp_path: Path) -> None:
    path = tmp_path / "bukan.pdf"
    path.write_text("bukan PDF", encoding="utf-8")
    with pytest.raises(UnreadableInputError):
        cut_out(path, 1, Box(0, 0, 9, 9))
