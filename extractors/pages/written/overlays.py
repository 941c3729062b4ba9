"""What lies over a page and is no part of its own text: text boxes and form fields, as seen.

A reader sees a corrected score; the text of the page below still says the old one.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pypdfium2 import raw

from evaluation.sources import Box
from extractors.pages.limits import Limits
from extractors.pages.page import Word
from extractors.pages.written.turning import Turning

# Kinds of annotations that show text, and where each keeps it.
_KEPT = {raw.FPDF_ANNOT_FREETEXT: b"Contents", raw.FPDF_ANNOT_WIDGET: b"V"}
_HIDDEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(frozen=True, slots=True)
class Overlay:
    """A text box or a filled-in field, and its place on the page."""

    text: str
    box: Box


def overlays(page: raw.FPDF_PAGE, turning: Turning, limits: Limits) -> tuple[Overlay, ...]:
    """Give the text boxes and fields of a page that say something."""
    count = min(raw.FPDFPage_GetAnnotCount(page), limits.annotations)
    return tuple(
        found for index in range(count) if (found := _overlay(page, index, turning, limits))
    )


def laid_over(words: Sequence[Word], over: Sequence[Overlay]) -> tuple[Word, ...]:
    """Give the words as they are seen: what lies over them in place of what lies below."""
    seen = [word for word in words if not any(_covers(one.box, word.box) for one in over)]
    return (*seen, *(word for one in over for word in _words(one)))


def covering(words: Sequence[Word], over: Sequence[Overlay]) -> tuple[Box, ...]:
    """Give the places of overlays that hide words of the page."""
    return tuple(one.box for one in over if any(_covers(one.box, word.box) for word in words))


def _overlay(page: raw.FPDF_PAGE, index: int, turning: Turning, limits: Limits) -> Overlay | None:
    one = raw.FPDFPage_GetAnnot(page, index)
    if not one:
        return None
    try:
        key = _KEPT.get(raw.FPDFAnnot_GetSubtype(one))
        if key is None or raw.FPDFAnnot_GetFlags(one) & _HIDDEN:
            return None
        rect = raw.FS_RECTF()
        text = _text(one, key, limits.annotation_letters)
        if not text or not raw.FPDFAnnot_GetRect(one, ctypes.byref(rect)):
            return None
        return Overlay(text, turning.box(rect.left, rect.bottom, rect.right, rect.top))
    finally:
        raw.FPDFPage_CloseAnnot(one)


def _text(one: raw.FPDF_ANNOTATION, key: bytes, letters: int) -> str:
    buffer = (ctypes.c_ushort * letters)()
    size = ctypes.sizeof(buffer)
    written = raw.FPDFAnnot_GetStringValue(one, key, buffer, size)
    if not 0 < written <= size:
        return ""
    return bytes(buffer)[:written].decode("utf-16-le", "replace").strip("\x00 \r\n\t")


def _covers(over: Box, box: Box) -> bool:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return over.left <= x <= over.right and over.top <= y <= over.bottom


def _words(one: Overlay) -> Iterator[Word]:
    """Give the words of an overlay, set from its top left in lines of like height."""
    lines = [line.split() for line in one.text.splitlines()] or [[]]
    high = (one.box.bottom - one.box.top) / len(lines)
    for place, words in enumerate(lines):
        letters = sum(map(len, words)) + len(words)
        wide = min(high / 2, (one.box.right - one.box.left) / max(letters, 1))
        left, top = one.box.left + wide / 2, one.box.top + place * high
        for text in words:
            right = left + wide * len(text)
            yield Word(text, Box(left, top, right, top + high), high)
            left = right + wide
