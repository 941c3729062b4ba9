"""Blocks → DOCX, by python-docx for the package and its parts."""

from io import BytesIO
from typing import BinaryIO

from generator.document.blocks import Document, Section
from generator.document.forms import plain
from generator.document.style import Style
from generator.writers.docx.flow import Flow, Tools
from generator.writers.docx.numbering import Numbering
from generator.writers.docx.package import bare_document, copy_without_clock
from generator.writers.docx.sections import section_properties, text_width
from generator.writers.docx.styles import WordStyles
from generator.writers.docx.xml import Node, element, written


def write_docx(document: Document, style: Style, target: BinaryIO) -> None:
    """Write a document as DOCX.

    The same document and style give the same bytes. Raises TypeError for a block of an unknown
    type, ValueError for a picture that cannot be read and for a table row with too many cells.
    """
    word = bare_document(document)
    styles = WordStyles(word, style, document.language)
    tools = Tools(word, style, styles, Numbering(word, style), document.foreign)
    body = written(_body(tools, document))
    package = BytesIO()
    word.save(package)
    copy_without_clock(package, body, target)


def _body(tools: Tools, document: Document) -> list[Node]:
    body: list[Node] = []
    *others, last = map(plain, document.sections or (Section(()),))
    for section in others:
        content = _content(tools, section)
        _end_section(content[-1], section_properties(tools, section, document.stamp))
        body.extend(content)
    body.extend(_content(tools, last))
    body.append(section_properties(tools, last, document.stamp))
    return body


def _content(tools: Tools, section: Section) -> list[Node]:
    width = text_width(tools.style.page(section.style))
    flow = Flow(tools, tools.document.part, width)
    return flow.elements(section.blocks) or [element("p")]


def _end_section(paragraph: Node, properties: Node) -> None:
    """Put a section's properties into its last paragraph, which is where the format wants them."""
    own = paragraph.find("w:pPr")
    if own is None:
        own = element("pPr")
        paragraph.children.insert(0, own)
    own.children.append(properties)
