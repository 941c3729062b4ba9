"""The second reading of score cells: cut out anew and read as figures only, all in one go."""

from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from evaluation.sources import Box
from extractors.pages.ocr.tesseract import BLOCK, Manner, Seen, languages, read
from extractors.pages.page import Word
from extractors.pages.scanned.cleaning import Picture
from extractors.pages.scanned.encoding import encoded
from extractors.pages.scanned.picture import CleanPicture
from extractors.pages.scanned.segments import stack
from extractors.pages.scanned.tolerances import FIGURES, INK
from extractors.pages.units import WHITE

LETTERS = "0123456789.,-"
_ENGLISH = "eng"


def digits_in(picture: CleanPicture, boxes: Sequence[Box], seconds: float) -> tuple[Word, ...]:
    """Read each box as figures; a box with nothing in it gives a word without text, sureness 0.

    The cells are read by another model than the page, which makes other slips; a cell in which it
    sees nothing is shown to it once more in another size. Raises RecognitionTimeoutError.
    """
    inks = {index: _ink_of(picture.cut(box), picture.dpi) for index, box in enumerate(boxes)}
    left = {index: ink for index, ink in inks.items() if ink is not None}
    found: dict[int, list[Seen]] = {}
    for size in (1.0, FIGURES.smaller):
        found |= _read_together(left, size, picture.dpi, seconds)
        left = {index: ink for index, ink in left.items() if index not in found}
    return tuple(_word(box, found.get(index, [])) for index, box in enumerate(boxes))


def _read_together(
    inks: Mapping[int, Picture], size: float, dpi: float, seconds: float
) -> dict[int, list[Seen]]:
    """Read inks set one below the other at ``size``; give what was seen in each."""
    if not inks:
        return {}
    numbers = list(inks)
    column = stack([(0, 0, _scaled(inks[number], size, dpi)) for number in numbers], dpi)
    found: dict[int, list[Seen]] = {}
    for seen in read(encoded(column.picture), Manner(_model(), BLOCK, LETTERS), dpi, seconds):
        at = column.index_of(seen.top + seen.height / 2)
        if at is not None:
            found.setdefault(numbers[at], []).append(seen)
    return found


def _model() -> str:
    """Give the model for figures: English, or any one where that was left out."""
    known = languages()
    return _ENGLISH if _ENGLISH in known else min(known - {"osd"}, default=_ENGLISH)


def _word(box: Box, seen: list[Seen]) -> Word:
    ordered = sorted(seen, key=lambda word: word.left)
    text = "".join(word.text for word in ordered)
    return Word(text, box, sureness=min((word.sureness for word in ordered), default=0.0))


def _ink_of(part: Picture, dpi: float) -> Picture | None:
    """Give the ink of a cell; None where it is blank."""
    rows = np.flatnonzero((part < INK.faint).any(axis=1)) if part.size else np.empty(0)
    columns = np.flatnonzero((part < INK.faint).any(axis=0)) if part.size else np.empty(0)
    if len(rows) < FIGURES.least * dpi or rows[-1] - rows[0] > FIGURES.tallest * dpi:
        return None
    return part[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _scaled(ink: Picture, size: float, dpi: float) -> Picture:
    scaled = cv2.resize(ink, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)
    return np.pad(scaled.astype(np.uint8), round(FIGURES.air * dpi), constant_values=WHITE)
