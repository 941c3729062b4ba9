"""A page of a PDF → an upright, level, clean picture at one resolution, and its lines.

Needs OpenCV and NumPy (the extra ``scan``); :mod:`extractors.pages.scanned.reading` sees to that.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from evaluation.sources import Box
from extractors.pages.page import Ruling
from extractors.pages.scanned.cleaning import (
    Area,
    Picture,
    level,
    noise,
    quieten,
    turned,
    without_fills,
    without_specks,
)
from extractors.pages.scanned.drawing import Sheet, Standing
from extractors.pages.scanned.orientation import Judge, standing_of
from extractors.pages.scanned.rulings import Line, lines_of
from extractors.pages.scanned.tolerances import SHEETS
from extractors.pages.units import POINTS_AN_INCH


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """Letters alone, black on white; ``lines`` were taken out. Pixels are 1/``dpi`` inch."""

    letters: Picture
    lines: tuple[Line, ...]
    dpi: float
    standing: Standing

    @property
    def size(self) -> tuple[float, float]:
        """Give width and height in points."""
        height, width = self.letters.shape
        return width * POINTS_AN_INCH / self.dpi, height * POINTS_AN_INCH / self.dpi

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Give pixels as points."""
        scale = POINTS_AN_INCH / self.dpi
        return Box(left * scale, top * scale, right * scale, bottom * scale)

    def cut(self, box: Box) -> Picture:
        """Give the part of the picture that a box in points covers; empty outside the page."""
        scale = self.dpi / POINTS_AN_INCH
        left, top, right, bottom = (max(0, round(side * scale)) for side in box)
        return self.letters[top:bottom, left:right]

    def rulings(self) -> tuple[Ruling, ...]:
        """Give the lines as the reader of tables wants them."""
        return tuple(Ruling(self.box(*line)) for line in self.lines)


def drawn(sheet: Sheet, dpi: float) -> Picture:
    """Draw a page at ``dpi`` as it is displayed. Raises UndrawableError."""
    bitmap = sheet.draw(dpi)
    rows = np.frombuffer(bitmap.buffer, np.uint8).reshape(bitmap.height, bitmap.stride)
    return np.ascontiguousarray(rows[:, : bitmap.width])


def clean_picture(sheet: Sheet, judge: Judge | None = None) -> CleanPicture:
    """Draw a page as it was scanned and clean it; for ``judge`` see ``standing_of``.

    Noise goes at the resolution of the scan, before scaling smears it over letters. Raises
    UndrawableError.
    """
    cv2.setNumThreads(1)
    native = sheet.native_dpi
    dpi = sheet.dpi_within_bounds(min(SHEETS.dpi, native or SHEETS.dpi))
    seen = drawn(sheet, dpi)
    calm = quieten(level(seen), noise(seen) if native else 0.0)
    standing = standing_of(calm, dpi, judge)
    upright = np.ascontiguousarray(np.rot90(calm, -standing.quarters))
    final = sheet.dpi_within_bounds(SHEETS.dpi)
    straight = turned(upright, standing.skew, final / dpi)
    whole, fills = without_fills(without_specks(straight, final), final)
    letters, lines = lines_of(whole, final)
    edges = [edge for fill in fills for edge in _edges(fill)]
    return CleanPicture(letters, (*lines, *edges), final, standing)


def standing_on(sheet: Sheet, judge: Judge | None = None) -> Standing:
    """Find how a scanned page lies, as ``clean_picture`` finds it. Raises UndrawableError."""
    native = sheet.native_dpi
    dpi = sheet.dpi_within_bounds(min(SHEETS.dpi, native or SHEETS.dpi))
    seen = drawn(sheet, dpi)
    calm = quieten(level(seen), noise(seen) if native else 0.0)
    return standing_of(calm, dpi, judge)


def _edges(fill: Area) -> tuple[Line, Line]:
    left, top, right, bottom = fill
    return (left, top, right, top + 1), (left, bottom - 1, right, bottom)
