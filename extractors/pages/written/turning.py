"""From a PDF's own measures (origin at the bottom left, any rotation) to a page as it is read."""

import math
from dataclasses import dataclass

from evaluation.sources import Box
from extractors.pages.units import QUARTERS
from extractors.pages.written.tolerances import WORDS


@dataclass(frozen=True, slots=True)
class Turning:
    """Maps rectangles of a PDF page to the page as it is read.

    ``frame`` is the visible part of the page in PDF measures (left, bottom, right, top);
    ``quarters`` is by how many quarter turns, counter-clockwise, its text runs.
    """

    frame: tuple[float, float, float, float]
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Give width and height of the page as it is read."""
        left, bottom, right, top = self.frame
        width, height = right - left, top - bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Give a rectangle of the PDF as it stands on the page that is read."""
        x0, y0, x1, y1 = self.frame
        if self.quarters == 0:
            return Box(left - x0, y1 - top, right - x0, y1 - bottom)
        if self.quarters == 1:
            return Box(bottom - y0, left - x0, top - y0, right - x0)
        if self.quarters == 2:
            return Box(x1 - right, bottom - y0, x1 - left, top - y0)
        return Box(y1 - top, x1 - right, y1 - bottom, x1 - left)


def quarters_of(radians: float) -> int | None:
    """Give the quarter turns of an angle, 0 to 3; None where it lies askew by over 2 degrees.

    pdfium measures angles clockwise; the turns are counted counter-clockwise.
    """
    turns = -radians / (math.pi / 2)
    nearest = round(turns)
    return nearest % QUARTERS if abs(turns - nearest) < WORDS.askew else None
