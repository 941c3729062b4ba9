"""Which way up a page reads better, where its shapes do not tell."""

import numpy as np

from extractors.pages.ocr.tesseract import Manner, RecognitionTimeoutError, read
from extractors.pages.scanned.cleaning import Picture
from extractors.pages.scanned.encoding import encoded
from extractors.pages.scanned.tolerances import INK, SHEETS


def reads(language: str, picture: Picture, dpi: float) -> float:
    """Tell how surely the fullest quarter of a page reads, from 0 to 1."""
    height = picture.shape[0]
    band = max(1, int(height * SHEETS.band))
    ink = np.cumsum((picture < INK.dark).sum(axis=1, dtype=np.int64))
    top = int(np.argmax(ink[band:] - ink[:-band])) if height > band else 0
    try:
        seen = read(encoded(picture[top : top + band]), Manner(language), dpi, SHEETS.seconds)
    except RecognitionTimeoutError:
        return 0.0
    letters = sum(len(word.text) for word in seen)
    return sum(word.sureness * len(word.text) for word in seen) / max(letters, 1)
