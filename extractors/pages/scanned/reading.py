"""Scanned pages: whether a page needs recognising, its words and lines, its scores a second time.

Tesseract does the reading, as a program of its own; OpenCV and NumPy (the extra ``scan``) prepare
the picture. All are looked for when the first scanned page comes, never before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from evaluation.doubts import Doubt, unreadable_page
from evaluation.sources import Box
from extractors.pages.limits import RECOGNISING_SECONDS
from extractors.pages.ocr import tesseract as ocr_tesseract
from extractors.pages.ocr.lines import level_words
from extractors.pages.ocr.missing import no_libraries
from extractors.pages.ocr.tesseract import Manner, RecognitionTimeoutError, Seen
from extractors.pages.page import Origin, Page, Word
from extractors.pages.readable import better_of, readable
from extractors.pages.scanned.drawing import USUAL, Bounds, Sheet, Standing, UndrawableError, admit

if TYPE_CHECKING:
    from extractors.pages.scanned.picture import CleanPicture
    from extractors.pages.scanned.segments import Column

__all__ = [
    "Scan",
    "better_of",
    "readable",
    "recognise",
    "recognise_digits",
    "scan_page",
    "tesseract_available",
]

_INDONESIAN = "ind"


@dataclass(frozen=True, slots=True)
class Scan:
    """One scanned page, drawn and cleaned once and read as often as needed.

    ``fault`` says why there is no picture, None when there is one.
    """

    number: int
    language: str
    picture: "CleanPicture | None"
    fault: Doubt | None = None

    @property
    def standing(self) -> Standing:
        """Tell how the page was turned: ``raster.cut_out`` wants to know."""
        return self.picture.standing if self.picture else Standing()

    def page(self, seconds: float = RECOGNISING_SECONDS) -> Page:
        """Read the page: words, and the lines of its tables. A fault leaves it without words."""
        if self.picture is None:
            return Page(self.number, 0.0, 0.0, (), origin=Origin.RECOGNISED, fault=self.fault)
        width, height = self.picture.size
        rulings = self.picture.rulings()
        try:
            words, fault = tuple(_words(self.picture, self.language, seconds)), None
        except RecognitionTimeoutError:
            words, fault = (), unreadable_page("recognising-too-long")
        return Page(self.number, width, height, words, rulings, Origin.RECOGNISED, fault=fault)

    def digits(
        self, boxes: Sequence[Box], seconds: float = RECOGNISING_SECONDS
    ) -> tuple[Word, ...]:
        """Read cells a second time, as figures only: one word for each box, in its order.

        A word without text and sureness 0 stands for a cell in which no figure was found.
        """
        from extractors.pages.scanned.digits import digits_in

        unread = tuple(Word("", box, sureness=0.0) for box in boxes)
        if self.picture is None or not boxes:
            return unread
        try:
            return digits_in(self.picture, boxes, seconds)
        except RecognitionTimeoutError:
            return unread


def tesseract_available(language: str = _INDONESIAN) -> None:
    """Do nothing when scanned pages can be read.

    Raises MissingToolError, with the line that installs it, for whatever is missing.
    """
    ocr_tesseract.check_language(language)
    for module in ("cv2", "numpy"):
        try:
            __import__(module)
        except ImportError:
            raise no_libraries(module) from None


def scan_page(
    path: Path,
    page_number: int,
    password: str | None = None,
    language: str = _INDONESIAN,
    bounds: Bounds = USUAL,
) -> Scan:
    """Draw and clean one page (counted from 1), ready to be read.

    Raises MissingToolError, and UnreadableInputError for a file that opening refuses; a page that
    cannot be drawn comes back with its fault.
    """
    admit(path, password)
    tesseract_available(language)
    from extractors.pages.scanned.picture import clean_picture
    from extractors.pages.scanned.upright import reads

    try:
        with pdfium.PdfDocument(path, password) as document:
            sheet = Sheet(document, page_number, bounds)
            return Scan(page_number, language, clean_picture(sheet, partial(reads, language)))
    except UndrawableError as fault:
        return Scan(page_number, language, None, fault.doubt)
    except pdfium.PdfiumError:
        return Scan(page_number, language, None, unreadable_page("damaged"))


def recognise(
    path: Path, page_number: int, password: str | None = None, language: str = _INDONESIAN
) -> Page:
    """Read one scanned page; see ``Scan.page``. Raises MissingToolError."""
    return scan_page(path, page_number, password, language).page()


def recognise_digits(
    path: Path,
    page_number: int,
    boxes: Sequence[Box],
    password: str | None = None,
    language: str = _INDONESIAN,
) -> tuple[Word, ...]:
    """Read cells of a scanned page as figures; see ``Scan.digits``. Raises MissingToolError.

    Whoever reads the page as well had better keep its ``Scan``: it is drawn anew here.
    """
    return scan_page(path, page_number, password, language).digits(boxes)


def _words(picture: "CleanPicture", language: str, seconds: float) -> list[Word]:
    from extractors.pages.scanned.encoding import encoded
    from extractors.pages.scanned.segments import column_of
    from extractors.pages.scanned.weight import weighed

    column = column_of(picture.letters, list(picture.lines), picture.dpi)
    if not column.segments:
        return []
    manner = Manner(language)
    seen = ocr_tesseract.read(encoded(column.picture), manner, picture.dpi, seconds)
    placed = ((entry, _placed(entry, column, picture)) for entry in seen)
    lines = ((_line(entry, column), word) for entry, word in placed if word is not None)
    return list(weighed(picture, level_words(lines)))


def _line(seen: Seen, column: "Column") -> tuple[object, ...]:
    """Tell lines apart: by Tesseract's count, and by the piece that a word was cut out with."""
    return (*seen.line, column.index_of(seen.top + seen.height / 2))


def _placed(seen: Seen, column: "Column", picture: "CleanPicture") -> Word | None:
    place = column.place(seen.left, seen.top, seen.height)
    if place is None or not any(char.isalnum() or char in _SIGNS for char in seen.text):
        return None
    left, top = place
    box = picture.box(left, top, left + seen.width, top + seen.height)
    return Word(seen.text, box, box.bottom - box.top, None, seen.sureness)


_SIGNS = frozenset("-–•%()/&+#?!*:")
