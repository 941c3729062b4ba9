"""A picture of a page made even and quiet: light, noise, specks, dark fills, resolution."""

from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""Grey levels, 0 is black; rows from the top."""

_COARSE = 8
_STAINED = 0.6
_WHITE = 255
_QUIET = 2.5
_SQUARE = 12
_FILL = 205
_STROKE = 0.06
_COVERED = 0.6
# The least that a filled cell measures, in inches; a blot or a heavy letter is smaller.
_WIDE = 0.5
_HIGH = 0.11

Area = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def level(picture: Picture) -> Picture:
    """Divide by the light that fell on the paper, so that paper is white everywhere.

    The paper is what remains when everything smaller than a word is closed; light fills become
    white as well. What is darker than any stain is a fill, and no paper.
    """
    height, width = picture.shape
    size = (width // _COARSE + 1, height // _COARSE + 1)
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    usual = float(np.median(paper))
    paper = np.where(paper < _STAINED * usual, usual, paper).astype(np.uint8)
    paper = cv2.GaussianBlur(cv2.medianBlur(paper, 9), (0, 0), 2)
    light = cv2.resize(np.maximum(paper, 60), (width, height), interpolation=cv2.INTER_LINEAR)
    return cast(Picture, cv2.divide(picture, light, scale=_WHITE))


def noise(picture: Picture) -> float:
    """Estimate the noise of the paper, in grey levels, before the light was levelled.

    Most of a page is bare paper, so the calmer squares tell.
    """
    rows, columns = (side // _SQUARE for side in picture.shape)
    squares = picture[: rows * _SQUARE, : columns * _SQUARE].astype(np.float32)
    squares = squares.reshape(rows, _SQUARE, columns, _SQUARE)
    return float(np.percentile(squares.std(axis=(1, 3)), 30))


def quieten(picture: Picture, amount: float) -> Picture:
    """Take noise out at the resolution it was scanned with; a quiet picture comes back as it is."""
    if amount < _QUIET:
        return picture
    strength = min(30.0, 4.0 + 1.6 * amount)
    return cast(Picture, cv2.fastNlMeansDenoising(picture, None, strength, 5, 11))


def without_specks(picture: Picture, dpi: float) -> Picture:
    """Take out dots smaller than any full stop, which black-and-white scans are strewn with."""
    ink = (picture < 128).astype(np.uint8)
    largest = (dpi / 300 * 2.3) ** 2
    _count, labels, stats, _centres = cv2.connectedComponentsWithStats(ink, connectivity=8)
    tiny = stats[:, cv2.CC_STAT_AREA] <= largest
    tiny[0] = False
    if tiny.sum() < 20:
        return picture
    result = picture.copy()
    result[tiny[labels]] = _WHITE
    return result


def without_fills(picture: Picture, dpi: float) -> tuple[Picture, list[Area]]:
    """Turn letters on filled areas into black on white; give the areas as well."""
    result, found = picture.copy(), []
    for (left, top, right, bottom), inside in _filled(picture, dpi):
        part = result[top:bottom, left:right]
        within = cv2.resize(inside, (part.shape[1], part.shape[0])) > 0
        part[within] = _black_on_white(part, within)[within]
        rows = np.flatnonzero(inside.mean(axis=1) > _COVERED) * 4
        if len(rows):
            found.append((left, top + int(rows[0]), right, top + int(rows[-1]) + 4))
    return result, found


def _filled(picture: Picture, dpi: float) -> list[tuple[Area, Picture]]:
    """Give the areas darker than paper and wider than any stroke of a letter, and their shapes."""
    small = cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    dark = (small < _FILL).astype(np.uint8)
    side = max(3, round(dpi / 4 * _STROKE))
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    solid = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((side * 2, side * 4), np.uint8))
    _count, labels, stats, _centres = cv2.connectedComponentsWithStats(solid)
    found = []
    for label, (left, top, width, height, area) in enumerate(stats):
        if not label or width * 4 < dpi * _WIDE or height * 4 < dpi * _HIGH:
            continue
        inside = (labels[top : top + height, left : left + width] == label).astype(np.uint8)
        if (dark[top : top + height, left : left + width] & inside).sum() >= _COVERED * area:
            right, bottom = left + width, top + height
            found.append(((left * 4, top * 4, right * 4, bottom * 4), cast(Picture, inside)))
    return found


def _black_on_white(part: Picture, within: NDArray[np.bool_]) -> Picture:
    """Stretch from the fill's own grey; letters lie on the side where more differs from it."""
    part = cast(Picture, cv2.medianBlur(np.ascontiguousarray(part), 3))
    fill = float(np.median(part[within]))
    lighter, darker = (part > fill + 40)[within].mean(), (part < fill - 40)[within].mean()
    if lighter > darker:
        stretched = (_WHITE - part.astype(np.float32)) / max(_WHITE - fill, 1.0)
    else:
        stretched = part.astype(np.float32) / max(fill, 1.0)
    return np.asarray(np.clip(stretched * 1.25 * _WHITE, 0, _WHITE), np.uint8)


def turned(picture: Picture, degrees: float, scale: float) -> Picture:
    """Turn about the middle, counter-clockwise, and scale, in one step."""
    height, width = picture.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, scale)
    size = (round(width * scale), round(height * scale))
    matrix[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    way = cv2.INTER_AREA if scale < 0.7 else cv2.INTER_CUBIC
    return cast(Picture, cv2.warpAffine(picture, matrix, size, flags=way, borderValue=_WHITE))
