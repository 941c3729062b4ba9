"""A picture of a page made even and quiet: light, noise, specks, dark fills, resolution."""

from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pages.scanned.tolerances import FILLS, INK, LIGHT, SHEETS
from extractors.pages.units import WHITE

Picture = NDArray[np.uint8]
"""Grey levels, 0 is black; rows from the top."""

Area = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def _square(side: int) -> Picture:
    return np.ones((side, side), np.uint8)


def level(picture: Picture) -> Picture:
    """Divide by the light that fell on the paper, so that paper is white everywhere.

    The paper is what remains when everything smaller than a word is closed; light fills become
    white as well. What is darker than any stain is a fill, and no paper.
    """
    height, width = picture.shape
    size = (width // LIGHT.coarse + 1, height // LIGHT.coarse + 1)
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, _square(LIGHT.words))
    usual = float(np.median(paper))
    paper = np.where(paper < LIGHT.stained * usual, usual, paper).astype(np.uint8)
    paper = cv2.GaussianBlur(cv2.medianBlur(paper, LIGHT.uneven), (0, 0), LIGHT.even)
    light = cv2.resize(
        np.maximum(paper, LIGHT.darkest), (width, height), interpolation=cv2.INTER_LINEAR
    )
    return cast(Picture, cv2.divide(picture, light, scale=WHITE))


def noise(picture: Picture) -> float:
    """Estimate the noise of the paper, in grey levels, before the light was levelled.

    Most of a page is bare paper, so the calmer squares tell.
    """
    rows, columns = (side // LIGHT.square for side in picture.shape)
    squares = picture[: rows * LIGHT.square, : columns * LIGHT.square].astype(np.float32)
    squares = squares.reshape(rows, LIGHT.square, columns, LIGHT.square)
    return float(np.percentile(squares.std(axis=(1, -1)), LIGHT.calm))


def quieten(picture: Picture, amount: float) -> Picture:
    """Take noise out at the resolution it was scanned with; a quiet picture comes back as it is."""
    if amount < LIGHT.quiet:
        return picture
    strength = min(LIGHT.most, LIGHT.base + LIGHT.rise * amount)
    return cast(
        Picture, cv2.fastNlMeansDenoising(picture, None, strength, LIGHT.patch, LIGHT.reach)
    )


def without_specks(picture: Picture, dpi: float) -> Picture:
    """Take out dots smaller than any full stop, which black-and-white scans are strewn with."""
    ink = (picture < INK.dark).astype(np.uint8)
    largest = (dpi / SHEETS.dpi * INK.speck) ** 2
    _count, labels, stats, _centres = cv2.connectedComponentsWithStats(ink)
    tiny = stats[:, cv2.CC_STAT_AREA] <= largest
    tiny[0] = False
    if tiny.sum() < INK.specks:
        return picture
    result = picture.copy()
    result[tiny[labels]] = WHITE
    return result


def without_fills(picture: Picture, dpi: float) -> tuple[Picture, list[Area]]:
    """Turn letters on filled areas into black on white; give the areas as well."""
    result, found = picture.copy(), []
    for (left, top, right, bottom), inside in _filled(picture, dpi):
        part = result[top:bottom, left:right]
        within = cv2.resize(inside, (part.shape[1], part.shape[0])) > 0
        part[within] = _black_on_white(part, within)[within]
        rows = np.flatnonzero(inside.mean(axis=1) > FILLS.covered) * FILLS.coarse
        if len(rows):
            first, last = top + int(rows[0]), top + int(rows[-1]) + FILLS.coarse
            found.append((left, first, right, last))
    return result, found


def _filled(picture: Picture, dpi: float) -> list[tuple[Area, Picture]]:
    """Give the areas darker than paper and wider than any stroke of a letter, and their shapes."""
    coarse = FILLS.coarse
    small = cv2.resize(picture, None, fx=1 / coarse, fy=1 / coarse, interpolation=cv2.INTER_AREA)
    dark = (small < FILLS.grey).astype(np.uint8)
    side = max(FILLS.narrowest, round(dpi / coarse * FILLS.stroke))
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, _square(side))
    solid = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((side * 2, side * 2 * 2), np.uint8))
    _count, labels, stats, _centres = cv2.connectedComponentsWithStats(solid)
    found = []
    for label, (left, top, width, height, area) in enumerate(stats):
        small = width * coarse < dpi * FILLS.wide or height * coarse < dpi * FILLS.high
        if not label or small:
            continue
        inside = (labels[top : top + height, left : left + width] == label).astype(np.uint8)
        if (dark[top : top + height, left : left + width] & inside).sum() >= FILLS.covered * area:
            sides = (left, top, left + width, top + height)
            whole = cast(Area, tuple(side * coarse for side in sides))
            found.append((whole, cast(Picture, inside)))
    return found


def _black_on_white(part: Picture, within: NDArray[np.bool_]) -> Picture:
    """Stretch from the fill's own grey; letters lie on the side where more differs from it."""
    part = cast(Picture, cv2.medianBlur(np.ascontiguousarray(part), FILLS.smooth))
    fill = float(np.median(part[within]))
    lighter, darker = (
        (part > fill + FILLS.differs)[within].mean(),
        (part < fill - FILLS.differs)[within].mean(),
    )
    if lighter > darker:
        stretched = (WHITE - part.astype(np.float32)) / max(WHITE - fill, 1.0)
    else:
        stretched = part.astype(np.float32) / max(fill, 1.0)
    return np.asarray(np.clip(stretched * FILLS.contrast * WHITE, 0, WHITE), np.uint8)


def turned(picture: Picture, degrees: float, scale: float) -> Picture:
    """Turn about the middle, counter-clockwise, and scale, in one step."""
    height, width = picture.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, scale)
    size = (round(width * scale), round(height * scale))
    matrix[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    way = cv2.INTER_AREA if scale < FILLS.half else cv2.INTER_CUBIC
    return cast(Picture, cv2.warpAffine(picture, matrix, size, flags=way, borderValue=WHITE))
