"""Which words of a picture are bold: headings tell themselves by it."""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.pages.page import Word
from extractors.pages.scanned.picture import CleanPicture

_INK = 175
_HEAVIER = 1.18
_FEWEST = 12


def weighed(picture: CleanPicture, words: Sequence[Word]) -> tuple[Word, ...]:
    """Give the words with ``bold`` told by their strokes.

    A stroke's thickness, as a share of the type size, is compared with the page's usual one; on a
    page of few words nothing is told.
    """
    if len(words) < _FEWEST:
        return tuple(words)
    ink = (picture.letters < _INK).astype(np.uint8)
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
    strokes = [_stroke(depth, picture, word) for word in words]
    usual = float(np.median([stroke for stroke in strokes if stroke]))
    return tuple(
        replace(word, bold=stroke > _HEAVIER * usual) if stroke else word
        for word, stroke in zip(words, strokes, strict=True)
    )


def _stroke(depth: np.ndarray, picture: CleanPicture, word: Word) -> float:
    """Give the mean thickness of a word's strokes by its type size; 0 where there is no ink."""
    left, top, right, bottom = (max(0, round(side * picture.dpi / 72)) for side in word.box)
    inside = depth[top:bottom, left:right]
    found = inside[inside > 0]
    return float(found.mean()) / max(word.size, 1.0) if found.size else 0.0
