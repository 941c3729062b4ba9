"""Pages of our own documents as pictures, kept by the contents of the document."""

from collections import OrderedDict
from dataclasses import dataclass, field
from io import BytesIO
from threading import Lock

import pypdfium2 as pdfium

from generator.system.store import Store, open_store
from generator.use_cases.drafts import digest_of

_SCALE = 1.6  # pixels a point: sharp on a screen, some 80 KB a page
_KEPT = 24  # documents whose pages may still be asked for


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document: its number from 1, its size in whole points."""

    number: int
    width: int
    height: int


@dataclass
class Pictures:
    """Documents that a page shows, by the digests under which their pictures are asked for.

    One picture is drawn at a time, since pdfium knows no threads.
    """

    _documents: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _turn: Lock = field(default_factory=Lock)
    _store: Store = field(default_factory=open_store)

    def pages(self, pdf: bytes) -> tuple[str, tuple[Page, ...]]:
        """Take a document; give its digest and its pages."""
        digest = digest_of(pdf)
        with self._turn:
            self._documents[digest] = pdf
            self._documents.move_to_end(digest)
            while len(self._documents) > _KEPT:
                self._documents.popitem(last=False)
            with pdfium.PdfDocument(pdf) as document:
                sizes = [document.get_page_size(index) for index in range(len(document))]
        pages = (Page(n, round(width), round(height)) for n, (width, height) in enumerate(sizes, 1))
        return digest, tuple(pages)

    def picture(self, digest: str, number: int) -> bytes | None:
        """Give a page as PNG; None where it is not known or there is no such page."""
        key = f"page {_SCALE} {number} {digest}"
        kept = self._store.get(key)
        if kept is not None:
            return kept
        with self._turn:
            pdf = self._documents.get(digest)
            drawn = None if pdf is None else _drawn(pdf, number)
        if drawn is not None:
            self._store.put(key, drawn)
        return drawn


def _drawn(pdf: bytes, number: int) -> bytes | None:
    with pdfium.PdfDocument(pdf) as document:
        if not 1 <= number <= len(document):
            return None
        target = BytesIO()
        document[number - 1].render(scale=_SCALE).to_pil().save(target, "PNG")
        return target.getvalue()
