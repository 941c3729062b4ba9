"""A page of a PDF as a picture, within bounds of pixels and time."""

import ctypes
import io
import math
import time
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from evaluation.doubts import unreadable_page
from evaluation.sources import Box
from extractors.pages.readable import readable
from extractors.pages.scanned.tolerances import SHEETS
from extractors.pages.units import (
    CENTIMETRES_AN_INCH,
    MILLION,
    POINTS_AN_INCH,
    QUARTERS,
    WHITE,
    WHITE_PIXEL,
)
from extractors.pages.written.opening import open_pages
from extractors.pages.written.words import quarters, runs


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one page may cost.

    ``megapixels`` bounds the picture made of a page, ``image_megapixels`` a picture stored in it
    (which pdfium unpacks whole), ``seconds`` the drawing of one page. A page of A3 at 300 dpi has
    17 megapixels.
    """

    megapixels: float = 36.0
    image_megapixels: float = 250.0
    seconds: float = 20.0
    lowest_dpi: float = 60.0


USUAL = Bounds()


class UndrawableError(Exception):
    """The page cannot be made a picture; ``doubt`` says why."""

    def __init__(self, cause: str, **facts: int) -> None:
        self.doubt = unreadable_page(cause, **facts)
        super().__init__(self.doubt.message)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a page has to be turned to be read.

    ``quarters`` are clockwise quarter turns of the page as it is displayed; ``skew`` is degrees,
    counter-clockwise, by which it is turned about its middle after that.
    """

    quarters: int = 0
    skew: float = 0.0


class Sheet:
    """One page of an open PDF, to be drawn as often as needed; sizes are points as displayed."""

    def __init__(self, document: pdfium.PdfDocument, number: int, bounds: Bounds = USUAL) -> None:
        """Load page ``number``, counted from 1. Raises UndrawableError for a damaged page."""
        try:
            self._page = document[number - 1]
        except (pdfium.PdfiumError, IndexError):
            raise UndrawableError("damaged") from None
        self._bounds = bounds
        self.width, self.height = self._page.get_size()
        self._images = self._stored_images()

    @property
    def native_dpi(self) -> float | None:
        """Give the resolution of the pictures that fill the page; None when none do."""
        area = sum(share for share, _dpi, _size in self._images)
        if area < SHEETS.filled:
            return None
        return max(self._images)[1]

    def dpi_within_bounds(self, wanted: float) -> float:
        """Give the resolution to draw at. Raises UndrawableError for a page beyond all paper."""
        inches = self.width * self.height / POINTS_AN_INCH**2
        if inches <= 0:
            raise UndrawableError("damaged")
        dpi = min(wanted, math.sqrt(self._bounds.megapixels * MILLION / inches))
        if dpi < self._bounds.lowest_dpi:
            width, height = (
                round(side / POINTS_AN_INCH * CENTIMETRES_AN_INCH)
                for side in (self.width, self.height)
            )
            raise UndrawableError("page-too-large", width=width, height=height)
        return dpi

    def draw(self, dpi: float, quarters: int = 0) -> pdfium.PdfBitmap:
        """Draw the page in grey. Raises UndrawableError when it takes too long or too much."""
        if any(
            size > self._bounds.image_megapixels * MILLION for _share, _dpi, size in self._images
        ):
            raise UndrawableError("picture-too-large")
        width, height = (math.ceil(s * dpi / POINTS_AN_INCH) for s in (self.width, self.height))
        if quarters % 2:
            width, height = height, width
        bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
        raw.FPDFBitmap_FillRect(bitmap.raw, 0, 0, width, height, WHITE_PIXEL)
        self._draw_on(bitmap, quarters)
        return bitmap

    def _draw_on(self, bitmap: pdfium.PdfBitmap, quarters: int) -> None:
        """Draw piece by piece, so that a page of endless drawing can be left."""
        end = time.monotonic() + self._bounds.seconds
        late = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(raw.IFSDK_PAUSE))(
            lambda _pause: int(time.monotonic() > end)
        )
        pause = raw.IFSDK_PAUSE(version=1, NeedToPauseNow=late, user=None)
        flags = raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT
        state = raw.FPDF_RenderPageBitmap_Start(
            bitmap.raw, self._page.raw, 0, 0, bitmap.width, bitmap.height,
            quarters % QUARTERS, flags, ctypes.byref(pause),
        )  # fmt: skip
        raw.FPDF_RenderPage_Close(self._page.raw)
        if state != raw.FPDF_RENDER_DONE:
            raise UndrawableError("drawing-too-long")

    def _stored_images(self) -> list[tuple[float, float, int]]:
        """Give for each picture its share of the page, its resolution, its size in pixels."""
        found = []
        area = max(self.width * self.height, 1.0)
        for item in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=SHEETS.depth):
            left, bottom, right, top = item.get_bounds()
            across, down = ctypes.c_uint(), ctypes.c_uint()
            raw.FPDFImageObj_GetImagePixelSize(item.raw, ctypes.byref(across), ctypes.byref(down))
            longer = max(right - left, top - bottom)
            dots = max(across.value, down.value) * POINTS_AN_INCH
            dpi = dots / longer if longer > 0 else 0.0
            found.append(((right - left) * (top - bottom) / area, dpi, across.value * down.value))
        return found


def cut_out(
    path: Path,
    page_number: int,
    box: Box,
    password: str | None = None,
    standing: Standing | None = None,
    dpi: float = SHEETS.shown,
) -> bytes:
    """Give the place ``box`` of a page as a PNG, with a little around it, for a person to see.

    ``box`` is points of the page as it is read; ``standing`` says how it was turned for that, None
    has it found out. Raises UndrawableError when the page cannot be drawn, and what
    ``standing_on_page`` raises.
    """
    admit(path, password)
    turned = standing or standing_on_page(path, page_number, password)
    with pdfium.PdfDocument(path, password) as document:
        sheet = Sheet(document, page_number)
        scale = sheet.dpi_within_bounds(dpi)
        picture = sheet.draw(scale, turned.quarters).to_pil().convert("L")
    if turned.skew:
        picture = picture.rotate(turned.skew, Image.Resampling.BICUBIC, fillcolor=WHITE)
    stream = io.BytesIO()
    picture.crop(_around(box, scale / POINTS_AN_INCH, picture.size)).save(stream, "PNG")
    return stream.getvalue()


def admit(path: Path, password: str | None = None) -> None:
    """Let no file through that opening would refuse: too large, packed to burst, locked, no PDF.

    A file is looked at once for all of its pages. Raises UnreadableInputError.
    """
    modified = path.stat().st_mtime_ns if path.exists() else 0
    _admitted(path, modified, password)


@lru_cache
def _admitted(path: Path, _modified: int, password: str | None) -> None:
    open_pages(path, password, partial=True).close()


def standing_on_page(
    path: Path, page_number: int, password: str | None = None, language: str = "ind"
) -> Standing:
    """Find how a page is turned to be read: by its characters, or by its picture without them.

    Raises UndrawableError, UnreadableInputError for a file that does not open, and
    MissingToolError for a scanned page without the extra ``scan``.
    """
    with open_pages(path, password, partial=True) as pages:
        if readable(pages.page(page_number - 1)):
            return _written_standing(path, page_number, password)
    from extractors.pages.scanned.picture import standing_on
    from extractors.pages.scanned.upright import reads

    with pdfium.PdfDocument(path, password) as document:
        return standing_on(Sheet(document, page_number), partial(reads, language))


def _written_standing(path: Path, page_number: int, password: str | None) -> Standing:
    """Undo the turn of most words, less the turn that the page is displayed with anyway."""
    with pdfium.PdfDocument(path, password) as document:
        page = document[page_number - 1]
        text = page.get_textpage()
        turned = quarters(text.raw, runs(text.raw, text.count_chars()))
        shown = raw.FPDFPage_GetRotation(page.raw)
    return Standing((turned - shown) % QUARTERS if turned is not None else 0)


def _around(box: Box, scale: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left = min(max(0, int((box.left - SHEETS.margin) * scale)), size[0] - 1)
    top = min(max(0, int((box.top - SHEETS.margin) * scale)), size[1] - 1)
    right = max(left + 1, min(size[0], math.ceil((box.right + SHEETS.margin) * scale)))
    bottom = max(top + 1, min(size[1], math.ceil((box.bottom + SHEETS.margin) * scale)))
    return left, top, right, bottom
