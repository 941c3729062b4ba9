"""The straight lines of a table in a picture: found, and taken out so that letters are left."""

from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pages.scanned.cleaning import Picture
from extractors.pages.scanned.tolerances import LINES
from extractors.pages.units import WHITE

Line = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""
Ink = NDArray[np.uint8]
_AROUND: Ink = np.ones((LINES.wavy, LINES.wavy), np.uint8)


def lines_of(picture: Picture, dpi: float) -> tuple[Picture, list[Line]]:
    """Give the picture without its lines, and the lines."""
    ink: Ink = (picture < LINES.faint).astype(np.uint8)
    flat, across = _found(ink, dpi, LINES.across)
    tall, down = _found(np.ascontiguousarray(ink.T), dpi, LINES.down)
    around = cv2.dilate(cv2.max(flat, np.ascontiguousarray(tall.T)), _AROUND)
    result = picture.copy()
    result[around > 0] = WHITE
    return result, across + [_swap(line) for line in down]


def _found(ink: Ink, dpi: float, shortest: float) -> tuple[Ink, list[Line]]:
    """Give the pixels of the lines from left to right, and the lines."""
    mask = _mask(ink, dpi, shortest)
    _count, labels, stats, _centres = cv2.connectedComponentsWithStats(
        cv2.dilate(mask, np.ones((LINES.wavy, LINES.bridged), np.uint8))
    )
    pieces, kept = [], np.zeros(len(stats), np.uint8)
    for label, (left, top, width, height, _area) in enumerate(stats):
        piece = (int(left), int(top), int(left + width), int(top + height))
        if label and height < LINES.highest * dpi and not _in_text(ink, mask, piece, dpi):
            pieces.append(piece)
            kept[label] = 1
    return cast(Ink, cv2.bitwise_and(mask, kept[labels])), _joined(pieces, dpi)


def _mask(ink: Ink, dpi: float, shortest: float) -> Ink:
    """Give the pixels that may be lines from left to right.

    A line may be slightly askew and broken: it is thickened by a pixel and its gaps are closed
    before anything shorter than ``shortest`` inches is dropped, then cut back to real ink.
    """
    bridged = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, LINES.bridged), np.uint8))
    thick = cv2.dilate(bridged, np.ones((LINES.wavy, 1), np.uint8))
    kept = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(shortest * dpi)), np.uint8))
    tallest = round(LINES.thickest * dpi) + LINES.wavy
    solid = cv2.morphologyEx(kept, cv2.MORPH_OPEN, np.ones((tallest, 1), np.uint8))
    lines = cv2.subtract(kept, cv2.dilate(solid, _AROUND))
    return cast(Ink, cv2.bitwise_and(lines, bridged))


def _in_text(ink: Ink, mask: Ink, piece: Line, dpi: float) -> bool:
    """Tell letters that happen to stand in one row: more ink follows right above or below them."""
    left, top, right, bottom = piece
    reach = max(LINES.nearest, round(LINES.beside * dpi))
    letters = (ink[:, left:right] > 0) & (mask[:, left:right] == 0)
    above = letters[max(0, top - reach) : top + 1].any(axis=0).mean()
    below = letters[bottom - 1 : bottom + reach].any(axis=0).mean()
    return bool(max(above, below) > LINES.crowded)


def _joined(pieces: list[Line], dpi: float) -> list[Line]:
    """Join pieces at one height with small gaps between them; drop what stays short."""
    near, gap = LINES.near * dpi, LINES.gap * dpi
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=_middle):
        if rows and _middle(piece) - _middle(rows[-1][-1]) <= near:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    found = []
    for row in rows:
        current: Line | None = None
        for piece in sorted(row):
            if current and piece[0] - current[2] <= gap:
                current = _around(current, piece)
            else:
                found += [current] if current else []
                current = piece
        found += [current] if current else []
    return [line for line in found if line[2] - line[0] >= LINES.shortest * dpi]


def _middle(line: Line) -> float:
    return (line[1] + line[3]) / 2


def _around(first: Line, second: Line) -> Line:
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )


def _swap(line: Line) -> Line:
    return line[1], line[0], line[3], line[2]
