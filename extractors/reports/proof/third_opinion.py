"""The third opinion: pdfplumber, which shares no code with pdfium, asked for one place."""

from pathlib import Path
from typing import Any

from evaluation.sources import Source
from extractors.reports.proof.tolerances import READINGS


class Plumber:
    """Reads single places of one file; opens it at the first question. Close it afterwards.

    Pages that are rotated or cropped have other measures there; of those it tells nothing.
    """

    def __init__(self, path: Path, password: str | None = None) -> None:
        self._path = path
        self._password = password
        self._document: Any = None
        self._pages: dict[int, Any] = {}

    def __call__(self, source: Source) -> str | None:
        """Give the text at a place, None where the page cannot be asked or nothing stands there."""
        if source.page is None or source.box is None:
            return None
        page = self._page(source.page)
        if page is None:
            return None
        left, top, right, bottom = source.box
        room = READINGS.room
        words = [
            word["text"]
            for word in page
            if left - room <= (word["x0"] + word["x1"]) / 2 <= right + room
            and top - room <= (word["top"] + word["bottom"]) / 2 <= bottom + room
        ]
        return " ".join(words) or None

    def close(self) -> None:
        """Close the file, if it was opened."""
        if self._document is not None:
            self._document.close()
            self._document = None

    def _page(self, number: int) -> Any:
        if number not in self._pages:
            self._pages[number] = self._words(number)
        return self._pages[number]

    def _words(self, number: int) -> Any:
        import pdfplumber

        try:
            if self._document is None:
                self._document = pdfplumber.open(self._path, password=self._password or "")
            page = self._document.pages[number - 1]
            if page.rotation or tuple(page.bbox[:2]) != (0, 0):
                return None
            words = page.extract_words()
            page.close()
        except Exception:  # noqa: BLE001 - it fails in many ways on what pdfium reads well
            return None
        return words
