"""Pieces of lines, cut out of a page and set one below the other for recognition.

Cells of a table stand beside each other with lines at different heights, and a lone figure is
easily passed over. Set in one column, every piece is read for itself; its place is remembered.
"""

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pages.scanned.cleaning import Picture
from extractors.pages.scanned.rulings import Line
from extractors.pages.scanned.tolerances import INK, PIECES
from extractors.pages.units import WHITE

Labels = NDArray[np.int32]
_GROWN = np.ones((PIECES.grown, PIECES.grown), np.uint8)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line: where it stands in the page, and where in the column; pixels.

    ``top`` and ``left`` are its place on the page, ``start`` and ``end`` its rows of the column.
    """

    left: int
    top: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Column:
    """Pieces set one below the other; ``margin`` is the white to their left in pixels."""

    picture: Picture
    segments: tuple[Segment, ...]
    margin: int

    def place(self, left: int, top: int, height: int) -> tuple[int, int] | None:
        """Give where on the page a spot of the column stands, None for a spot between pieces."""
        at = self.index_of(top + height / 2)
        if at is None:
            return None
        segment = self.segments[at]
        return left - self.margin + segment.left, top - segment.start + segment.top

    def index_of(self, row: float) -> int | None:
        """Give which piece stands at a row of the column, None for the white between pieces."""
        starts = [segment.start - PIECES.near for segment in self.segments]
        at = int(np.searchsorted(starts, row, side="right")) - 1
        return at if at >= 0 and row <= self.segments[at].end + PIECES.near else None


def column_of(picture: Picture, lines: list[Line], dpi: float) -> Column:
    """Set the pieces of a page, lines removed, one below the other in reading order."""
    labels, boxes = _pieces(picture, lines, dpi)
    cuts = []
    for label, (left, top, width, height) in boxes:
        part = picture[top : top + height, left : left + width]
        own = labels[top : top + height, left : left + width] == label
        cuts.append((left, top, np.where(own, part, WHITE).astype(np.uint8)))
    return stack(cuts, dpi)


def stack(cuts: list[tuple[int, int, Picture]], dpi: float) -> Column:
    """Set cut-out pieces (left, top, picture) one below the other."""
    margin, leading = round(PIECES.margin * dpi), round(PIECES.leading * dpi)
    width = max((part.shape[1] for _left, _top, part in cuts), default=1) + 2 * margin
    height = sum(part.shape[0] + leading for _left, _top, part in cuts) + leading
    paper = np.full((min(height, PIECES.tallest), width), WHITE, np.uint8)
    segments, at = [], leading
    for left, top, part in cuts:
        end = at + part.shape[0]
        if end > paper.shape[0]:
            break
        paper[at:end, margin : margin + part.shape[1]] = part
        segments.append(Segment(left, top, at, end))
        at = end + leading
    return Column(paper, tuple(segments), margin)


def _pieces(
    picture: Picture, lines: list[Line], dpi: float
) -> tuple[Labels, list[tuple[int, tuple[int, int, int, int]]]]:
    """Give the label of each pixel, and label and box of each piece in reading order."""
    ink = cv2.dilate((picture < INK.soft).astype(np.uint8), _GROWN)
    joined = cv2.morphologyEx(
        ink, cv2.MORPH_CLOSE, np.ones((1, round(PIECES.word_gap * dpi)), np.uint8)
    )
    joined = cv2.morphologyEx(
        joined, cv2.MORPH_CLOSE, np.ones((round(PIECES.dot_gap * dpi), 1), np.uint8)
    )
    for left, top, right, bottom in lines:
        joined[max(0, top) : bottom, max(0, left) : right] = 0
    _count, labels, stats, _centres = cv2.connectedComponentsWithStats(joined)
    smallest = PIECES.speck * dpi
    found = [
        (index, (int(left), int(top), int(width), int(height)))
        for index, (left, top, width, height, _area) in enumerate(stats)
        if index and min(width, height) >= smallest and height <= PIECES.bar * width
    ]
    return cast(Labels, labels), _in_order(found)[: PIECES.most]


def _in_order(
    found: list[tuple[int, tuple[int, int, int, int]]],
) -> list[tuple[int, tuple[int, int, int, int]]]:
    """Order pieces by line, then from left to right: those whose middles overlap share a line."""
    rows: list[list[tuple[int, tuple[int, int, int, int]]]] = []
    for piece in sorted(found, key=lambda p: p[1][1] + p[1][3] / 2):
        _label, (_left, top, _width, height) = piece
        middle = top + height / 2
        if rows and middle < rows[-1][0][1][1] + rows[-1][0][1][3] * PIECES.same_line:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda p: p[1][0])]
