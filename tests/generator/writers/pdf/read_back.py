"""Blocks written as PDF and read back, page by page: what is content and what is decoration."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber

from generator.document.blocks import (
    Block,
    Cell,
    Document,
    PageCount,
    PageNumber,
    Paragraph,
    Run,
    Section,
)
from generator.document.style import Style
from generator.writers.pdf import write_pdf

Character = dict[str, Any]
FOOTER = (Paragraph((Run("Halaman "), PageNumber(), Run(" dari "), PageCount()), "nomor-halaman"),)
_MILLIMETRE = 72 / 25.4


def paragraph(text: str, style: str = "") -> Paragraph:
    return Paragraph((Run(text),) if text else (), style)


def cell(text: str, rowspan: int = 1, colspan: int = 1, style: str = "") -> Cell:
    return Cell((paragraph(text, style),), rowspan, colspan)


def fillers(count: int) -> tuple[Block, ...]:
    """Give short paragraphs that push what follows them down the page."""
    return tuple(paragraph(f"alinea{number}") for number in range(count))


def words(count: int, name: str = "kata") -> str:
    """Give a text of distinct words of one length."""
    return " ".join(f"{name}{number:04}" for number in range(count))


@dataclass(frozen=True)
class Page:
    """A page as its characters in content order, with its size in points."""

    width: float
    height: float
    characters: Sequence[Character]

    @property
    def content(self) -> list[str]:
        """Give the words of the page that are no decoration."""
        return _words([one for one in self.characters if one["tag"] != "Artifact"])

    @property
    def decoration(self) -> list[str]:
        """Give the words of the page that a screen reader passes over."""
        return _words([one for one in self.characters if one["tag"] == "Artifact"])

    def within(self, top: float, bottom: float) -> str:
        """Give the characters that reach into a band of the page; points from its top."""
        reaching = (
            one["text"] for one in self.characters if one["bottom"] > top and one["top"] < bottom
        )
        return "".join(reaching).replace(" ", "")

    def outside(self) -> str:
        """Give the characters that leave the page."""
        return "".join(one["text"] for one in self.characters if self._leaves(one))

    def _leaves(self, one: Character) -> bool:
        return bool(
            one["x0"] < 0 or one["x1"] > self.width or one["top"] < 0 or one["bottom"] > self.height
        )


def _words(characters: list[Character]) -> list[str]:
    found = pdfplumber.utils.extract_words(characters, use_text_flow=True)
    return [word["text"] for word in found]


def read(data: bytes) -> list[Page]:
    """Give the pages of a file."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [Page(float(page.width), float(page.height), page.chars) for page in pdf.pages]


def written(document: Document, style: Style) -> bytes:
    target = BytesIO()
    write_pdf(document, style, target)
    return target.getvalue()


def pages(style: Style, *blocks: Block, footer: tuple[Block, ...] = ()) -> list[Page]:
    """Write blocks as one section and read the pages."""
    return read(written(Document("Judul", "id-ID", (Section(blocks, footer=footer),)), style))


def content(made: Sequence[Page]) -> list[str]:
    return [word for page in made for word in page.content]


def home(made: Sequence[Page], word: str) -> int:
    """Give the index of the only page that has a word as content."""
    (index,) = [number for number, page in enumerate(made) if word in page.content]
    return index


def assert_keeps_to_its_frame(made: Sequence[Page], style: Style) -> None:
    """No text leaves the page, and none but the footer stands in the footer's zone."""
    bottom = style.page("").bottom * _MILLIMETRE
    for number, page in enumerate(made, 1):
        assert page.outside() == ""
        below = page.within(page.height - bottom + 1, page.height)
        assert below == f"Halaman{number}dari{len(made)}"
