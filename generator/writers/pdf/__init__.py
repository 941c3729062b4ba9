"""Blocks → PDF, by an engine of our own; ReportLab only reads fonts."""

from typing import BinaryIO

from generator.document.blocks import Document
from generator.document.style import Style
from generator.writers.pdf.binding import bind


def write_pdf(document: Document, style: Style, target: BinaryIO) -> int:
    """Write a document as PDF and give the number of its pages.

    The same document and style give the same bytes. Any valid blocks can be written: what is too
    tall for a page is broken, a word too long for a line is split. Raises TypeError for a block of
    an unknown type and ValueError for a picture that cannot be read.
    """
    file, pages = bind(document, style)
    target.write(file)
    return pages
