"""A section on its pages → the objects of it in a file, at the numbers that they get there."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from generator.writers.pdf.file.laid import Laid, Page, Slot
from generator.writers.pdf.file.objects import Packed, deflated, pack_objects, packs_of
from generator.writers.pdf.file.tree import written_elements, written_parents

PAGES, DOCUMENT, RESOURCES = 2, 7, 9
"""Numbers, the same in every file: the pages, the outermost element, what pages are drawn with."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section begins in a file: the first number of its objects, the index of its page."""

    number: int
    page: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A section's objects but for its streams of margins and those with numbers to be filled in.

    ``contents`` are the streams of its pages by number; None where numbers are to be filled in.
    """

    place: Place
    contents: Sequence[bytes | None]
    packed: Packed

    @property
    def element(self) -> int:
        """Give the number of the section's element."""
        return self.packed.first + 2 * len(self.contents)

    @property
    def pages(self) -> range:
        """Give the numbers of the page objects."""
        return range(self.packed.first, self.packed.first + len(self.contents))

    def content(self, index: int) -> int:
        """Give the number of the stream of a page."""
        return self.place.number + index

    def margins(self, index: int) -> int:
        """Give the number of the stream of a page's margins."""
        return self.place.number + len(self.contents) + index


def numbers_of(laid: Laid) -> int:
    """Give how many numbers a section takes."""
    small = _small(laid)
    return 2 * len(laid.pages) + packs_of(small) + small


def _small(laid: Laid) -> int:
    return 2 * len(laid.pages) + len(laid.elements)


def placed(laid: Laid, place: Place, contents: Sequence[bytes | None]) -> Placed:
    """Write a section's objects at their numbers."""
    count = len(laid.pages)
    stream = place.number + 2 * count
    first = stream + packs_of(_small(laid))
    element = first + 2 * count
    pages = [
        _page(page, place.number + at, place.number + count + at, place.page + at)
        for at, page in enumerate(laid.pages)
    ]
    elements = written_elements(laid, DOCUMENT, element, first)
    small = [*pages, *written_parents(laid, element), *elements]
    return Placed(place, contents, pack_objects(small, first, stream))


def _page(page: Page, content: int, margins: int, index: int) -> bytes:
    wide, high = (f"{round(side, 4):.8g}" for side in page.size)
    return (
        f"<</Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 {wide} {high}] "
        f"/Contents [{content} 0 R {margins} 0 R] /Resources {RESOURCES} 0 R "
        f"/StructParents {index} /Tabs /S>>"
    ).encode()


def contents_of(laid: Laid) -> list[bytes | None]:
    """Write the streams of a section's pages; None for one with numbers to be filled in."""
    return [None if _has_slots(page) else _deflated("".join(map(str, page.code)), 6)
            for page in laid.pages]  # fmt: skip


def _has_slots(page: Page) -> bool:
    return any(isinstance(one, Slot) for one in page.code)


def written_content(code: str) -> bytes:
    """Write the stream of a page whose numbers are its document's own."""
    return _deflated(code, 1)


def _deflated(code: str, level: int) -> bytes:
    return deflated({}, zlib.compress(code.encode("latin-1"), level))
