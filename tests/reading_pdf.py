"""What a PDF says, read by pdfium, which shares no code with the writer."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

FIGURE = "Figure"
NO_TEXT = frozenset({"Artifact", FIGURE})


def squeezed(text: str) -> str:
    """Give a text without any blanks: line ends and word gaps are the layout's business."""
    return "".join(text.split())


def body_text(path: Path) -> str:
    """Give the text of all pages in content order, without decoration, figures and blanks."""
    return body_and_figures(path)[0]


def figure_texts(path: Path) -> Counter[str]:
    """Give the strings that were set inside figures."""
    return body_and_figures(path)[1]


def body_and_figures(path: Path) -> tuple[str, Counter[str]]:
    """Give the text of all pages and the strings set inside figures, in one reading."""
    texts = tuple(_texts(path))
    body = squeezed("".join(text for marks, text in texts if not marks & NO_TEXT))
    return body, Counter(text.strip() for marks, text in texts if FIGURE in marks)


def page_texts(path: Path) -> list[str]:
    """Give everything that each page shows."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def _texts(path: Path) -> Iterator[tuple[frozenset[str], str]]:
    document = pypdfium2.PdfDocument(path)
    try:
        for page in document:
            text_page = page.get_textpage()
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                yield _marks(item.raw), _text(item.raw, text_page.raw)
            text_page.close()
            page.close()
    finally:
        document.close()


def _marks(item: object) -> frozenset[str]:
    names = set()
    for index in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, index)
        names.add(_wide(raw.FPDFPageObjMark_GetName, mark))
    return frozenset(names)


def _wide(read: object, mark: object) -> str:
    size = ctypes.c_ulong()
    read(mark, None, 0, size)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(size.value)
    read(mark, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size.value, size)  # type: ignore[operator]
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _text(item: object, text_page: object) -> str:
    size = raw.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(
        item, text_page, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
    )
    return buffer.raw.decode("utf-16-le").rstrip("\0")
