"""How a scanned page lies: by quarter turns, upside down, askew."""

from collections.abc import Callable
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pages.scanned.cleaning import Picture, turned
from extractors.pages.scanned.drawing import Standing
from extractors.pages.scanned.tolerances import INK, TILT
from extractors.pages.units import QUARTERS

# How far about the best angle so far it is looked for, and in which steps, in degrees.
_SEARCH = ((TILT.widest, 0.5), (0.5, 0.1), (0.1, 0.025))
Ink = NDArray[np.uint8]
Judge = Callable[[Picture, float], float]
"""Tells how well a picture at a resolution reads; only the order of the answers matters."""


def standing_of(picture: Picture, dpi: float, judge: Judge | None = None) -> Standing:
    """Find how a levelled picture must be turned so that its lines run from left to right.

    Where the shape of the lines hardly tells top from bottom, ``judge`` says how well a picture
    reads; without it such a page is taken to lie as most do.
    """
    scale = TILT.dpi / dpi
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink: Ink = (small < INK.faint).astype(np.uint8)
    if ink.sum() < TILT.fewest:
        return Standing()
    text = _without_lines(ink)
    lying = _word_lengths(np.ascontiguousarray(text.T)) > TILT.lying * _word_lengths(text)
    quarters = QUARTERS - 1 if lying else 0
    text = np.rot90(text, -quarters)
    skew = skew_of(text)
    leans = leaning(turned_ink(text, skew))
    if abs(leans) < TILT.unsure and judge:
        level = turned(np.ascontiguousarray(np.rot90(picture, -quarters)), skew, 1.0)
        headstand = judge(np.ascontiguousarray(np.rot90(level, 2)), dpi) > judge(level, dpi)
    else:
        headstand = leans < TILT.headstand
    return Standing((quarters + 2 * headstand) % QUARTERS, skew)


def _word_lengths(ink: Ink) -> int:
    """Give how long all words together are, if lines run from left to right."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, TILT.letter_gap), np.uint8))
    _count, _labels, stats, _centres = cv2.connectedComponentsWithStats(joined)
    width, height = stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT]
    high = (height >= TILT.lowest_word) & (height <= TILT.highest)
    return int(width[high & (width > TILT.word_length * height)].sum())


def skew_of(ink: Ink) -> float:
    """Give the degrees, counter-clockwise, by which ink must be turned to lie level."""
    best = (-1.0, 0.0)
    for reach, step in _SEARCH:
        angles = np.arange(best[1] - reach, best[1] + reach + step / 2, step)
        best = max((_sharpness(turned_ink(ink, float(a))), float(a)) for a in angles)
    return best[1]


def turned_ink(ink: Ink, degrees: float) -> Ink:
    """Turn ink about its middle."""
    height, width = ink.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    ink = np.ascontiguousarray(ink)
    return cast(Ink, cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_NEAREST))


def _sharpness(ink: Ink) -> float:
    rows = ink.sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _without_lines(ink: Ink) -> Ink:
    """Take out what is longer than any word is wide or letter high, whichever way it runs."""
    long = round(TILT.dpi * TILT.long)
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((long, 1), np.uint8))
    lines = cv2.dilate(cv2.max(across, down), np.ones((TILT.around, TILT.around), np.uint8))
    return cast(Ink, cv2.subtract(ink, lines))


def leaning(ink: Ink) -> float:
    """Tell how lines lean, from -1 (standing on their heads) to 1; 0 where they do not tell.

    Letters reach above the small ones (b d h k l t, capitals, figures) more often than below (g j
    p q y), in Indonesian as in English.
    """
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, TILT.word_gap), np.uint8))
    _count, _labels, stats, _centres = cv2.connectedComponentsWithStats(joined)
    above = below = 0.0
    for left, top, width, height, _area in stats[1:]:
        high = TILT.lowest_line <= height <= TILT.highest
        if high and width > TILT.line_length * height:
            over, under = _beyond(ink[top : top + height, left : left + width])
            above, below = above + over, below + under
    return (above - below) / max(above + below, 1.0)


def _beyond(line: Ink) -> tuple[float, float]:
    """Give a line's ink above and below its dense band, the small letters."""
    rows = line.sum(axis=1, dtype=np.float64)
    dense = np.flatnonzero(rows > TILT.dense * rows.max())
    return float(rows[: dense[0]].sum()), float(rows[dense[-1] + 1 :].sum())
