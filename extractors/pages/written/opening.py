"""A PDF of strangers opened with care: its pages one by one, as words and rulings.

pdfium reads; a page is closed before the next is opened, so a file of any length takes the memory
of one page.
"""

import ctypes
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pypdfium2 as pdfium
from pypdfium2 import raw

from evaluation.doubts import unreadable_page
from evaluation.errors import UnreadableInputError
from evaluation.regular import refuse_irregular
from extractors.pages.bombs import broken, swollen
from extractors.pages.limits import USUAL, Limits
from extractors.pages.page import Page
from extractors.pages.refusals import (
    cannot_open,
    damaged,
    empty,
    locked,
    no_pdf,
    too_large,
    too_long,
    too_many_pages,
    too_swollen,
)
from extractors.pages.units import MEGABYTE, QUARTERS
from extractors.pages.written import rulings as written_rulings
from extractors.pages.written.overlays import covering, laid_over, overlays
from extractors.pages.written.tolerances import FILES
from extractors.pages.written.turning import Turning
from extractors.pages.written.words import Fonts, WordReader, quarters, runs


class Pages:
    """The pages of one open file; iterate once or often, then close (or use ``with``).

    ``incomplete`` tells that the end of the file is missing, or that a part does not unpack whole.
    """

    def __init__(
        self, document: pdfium.PdfDocument, file: str, incomplete: bool, limits: Limits
    ) -> None:
        self._document = document
        self._file = file
        self._limits = limits
        self._fonts = Fonts()
        self.incomplete = incomplete

    def __len__(self) -> int:
        return len(self._document)

    def __iter__(self) -> Iterator[Page]:
        """Read page after page; a page that cannot be read comes back without words.

        Raises UnreadableInputError when the file takes longer than its limit.
        """
        end = None if self._limits.seconds is None else time.monotonic() + self._limits.seconds
        for index in range(len(self)):
            if end is not None and time.monotonic() > end:
                raise too_long(self._file, index)
            yield self.page(index)

    def page(self, index: int) -> Page:
        """Read one page; ``index`` counts from 0."""
        handle = raw.FPDF_LoadPage(self._document.raw, index)
        if not handle:
            return Page(index + 1, 0.0, 0.0, (), fault=unreadable_page("damaged"))
        try:
            return self._read(handle, index + 1)
        finally:
            raw.FPDF_ClosePage(handle)

    def attachment(self, name: str, most: int) -> bytes | None:
        """Give an embedded file by its name, at most ``most`` bytes and one more; None if none."""
        for index in range(min(self._document.count_attachments(), self._limits.attachments)):
            one = self._document.get_attachment(index)
            if one.get_name() == name:
                return bytes(one.get_data())[: most + 1]
        return None

    def close(self) -> None:
        """Close the file."""
        self._document.close()

    def __enter__(self) -> "Pages":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self, handle: raw.FPDF_PAGE, number: int) -> Page:
        text_page = raw.FPDFText_LoadPage(handle)
        if not text_page:
            return Page(number, 0.0, 0.0, (), fault=unreadable_page("damaged"))
        try:
            return self._built(handle, text_page, number)
        finally:
            raw.FPDFText_ClosePage(text_page)

    def _built(self, handle: raw.FPDF_PAGE, text_page: raw.FPDF_TEXTPAGE, number: int) -> Page:
        count = raw.FPDFText_CountChars(text_page)
        if count > self._limits.characters:
            return Page(number, 0.0, 0.0, (), fault=unreadable_page("crowded"))
        found = runs(text_page, max(count, 0))
        turned = quarters(text_page, found)
        if turned is None:
            turned = raw.FPDFPage_GetRotation(handle) % QUARTERS
        turning = Turning(_frame(handle), turned)
        width, height = turning.size
        lines = written_rulings.rulings(handle, turning, self._limits)
        words = tuple(WordReader(text_page, turning, self._fonts, lines).words(found))
        over = overlays(handle, turning, self._limits)
        hidden = covering(words, over)
        seen = laid_over(words, over) if over else words
        plain = _plain(text_page, count)
        return Page(number, width, height, seen, lines, plain=plain, overlaid=hidden)


def open_pages(
    path: Path, password: str | None = None, *, partial: bool = False, limits: Limits = USUAL
) -> Pages:
    """Open a PDF for reading.

    ``partial`` also opens a file whose end is missing, or a part of which does not unpack whole.
    Raises UnreadableInputError, with the remedy, for a file that is missing, no PDF, empty, locked,
    damaged or beyond the limits.
    """
    file = str(path)
    data = _bytes(path, limits)
    incomplete = b"%%EOF" not in data[-FILES.tail :] or broken(data)
    try:
        document = pdfium.PdfDocument(data, password)
        count = len(document)
    except pdfium.PdfiumError as fault:
        raise _refusal(file, fault, password) from None
    if incomplete and not partial:
        document.close()
        raise damaged(file, count)
    if not 0 < count <= limits.pages:
        document.close()
        raise too_many_pages(file, count, limits.pages) if count else damaged(file, 0)
    return Pages(document, file, incomplete, limits)


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        refuse_irregular(path)
        with path.open("rb") as stream:
            data = stream.read(limits.megabytes * MEGABYTE + 1)
    except OSError as fault:
        raise cannot_open(str(path), fault) from None
    if not data:
        raise empty(str(path))
    if len(data) > limits.megabytes * MEGABYTE:
        raise too_large(str(path), limits.megabytes)
    if b"%PDF-" not in data[: FILES.head]:
        raise no_pdf(str(path))
    if swollen(data, limits.stream_megabytes * MEGABYTE):
        raise too_swollen(str(path), limits.stream_megabytes)
    return data


def _refusal(file: str, fault: pdfium.PdfiumError, password: str | None) -> UnreadableInputError:
    if getattr(fault, "err_code", None) == raw.FPDF_ERR_PASSWORD:
        return locked(file, wrong=password is not None)
    return damaged(file, 0)


def _frame(handle: raw.FPDF_PAGE) -> tuple[float, float, float, float]:
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(handle, ctypes.byref(bounds))
    return bounds.left, bounds.bottom, bounds.right, bounds.top


def _plain(text_page: raw.FPDF_TEXTPAGE, count: int) -> str:
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(buffer).decode("utf-16-le", "replace")[: max(written - 1, 0)]
