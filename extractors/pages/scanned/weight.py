"""Which words of a picture are bold: headings tell themselves by it."""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.pages.page import Word
from extractors.pages.scanned.picture import CleanPicture
from extractors.pages.scanned.tolerances import FIGURES
from extractors.pages.units import POINTS_AN_INCH


def weighed(picture: CleanPicture, words: Sequence[Word]) -> tuple[Word, ...]:
    """Give the words with ``bold`` told by their strokes.

    A stroke's thickness, as a share of the type size, is compared with the page's usual one; on a
    page of few words nothing is told.
    """
    if len(words) < FIGURES.fewest:
        return tuple(words)
    ink = (picture.letters < FIGURES.stroke).astype(np.uint8)
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, FIGURES.reach)
    strokes = [_stroke(depth, picture, word) for word in words]
    usual = float(np.median([stroke for stroke in strokes if stroke]))
    return tuple(
        replace(word, bold=stroke > FIGURES.heavier * usual) if stroke else word
        for word, stroke in zip(words, strokes, strict=True)
    )


def _stroke(depth: np.ndarray, picture: CleanPicture, word: Word) -> float:
    """Give the mean thickness of a word's strokes by its type size; 0 where there is no ink."""
    left, top, right, bottom = (
        max(0, round(side * picture.dpi / POINTS_AN_INCH)) for side in word.box
    )
    inside = depth[top:bottom, left:right]
    found = inside[inside > 0]
    return float(found.mean()) / max(word.size, 1.0) if found.size else 0.0
