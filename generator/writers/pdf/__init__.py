"""Blocks → PDF, by ReportLab."""

from typing import BinaryIO

from reportlab import rl_config

from generator.document.blocks import Document
from generator.document.style import Style
from generator.writers.pdf.layout.pages import write_pages

rl_config.useA85 = 0  # ASCII armour makes a file a quarter larger and serves nobody


def write_pdf(document: Document, style: Style, target: BinaryIO) -> int:
    """Write a document as PDF and give the number of its pages.

    The same document and style give the same bytes. Any valid blocks can be written: what is too
    tall for a page is broken, a word too long for a line is split. Raises TypeError for a block of
    an unknown type and ValueError for a picture that cannot be read.
    """
    return write_pages(document, style, target)
