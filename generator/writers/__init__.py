"""The formats that a document can be written in."""

from collections.abc import Callable, Mapping
from typing import BinaryIO

from generator.document.blocks import Document
from generator.document.style import Style

Writer = Callable[[Document, Style, BinaryIO], int | None]


def _pdf(document: Document, style: Style, target: BinaryIO) -> int:
    from generator.writers.pdf import write_pdf  # ReportLab is slow to import

    return write_pdf(document, style, target)


def _docx(document: Document, style: Style, target: BinaryIO) -> None:
    from generator.writers.docx import write_docx  # python-docx is slow to import

    write_docx(document, style, target)


WRITERS: Mapping[str, Writer] = {"pdf": _pdf, "docx": _docx}
"""A writer fills a binary stream and gives the number of pages, None if it cannot know."""
