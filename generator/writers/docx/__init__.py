"""Blocks → DOCX, by python-docx for the package and its parts."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from generator.document.blocks import Document, Section
from generator.document.forms import AnySection, plain
from generator.document.style import Style
from generator.writers.docx.flow import Flow, Tools
from generator.writers.docx.kept import PROPERTIES, Body, bodies_of, body_of, can_be_kept
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
    body = "".join(_body(tools, document))
    package = BytesIO()
    word.save(package)
    copy_without_clock(package, body, target)


def _body(tools: Tools, document: Document) -> Iterator[str]:
    *others, last = document.sections or (Section(()),)
    for section in others:
        yield _section(tools, section, document.stamp)
    yield written(_content(tools, plain(last)))
    yield written([section_properties(tools, plain(last), document.stamp)])


def _section(tools: Tools, section: AnySection, stamp: str) -> str:
    """Write a section that others follow; what was written of its form is filled in.

    Headers and footers are parts of each document, so a section's properties are its own.
    """
    if isinstance(section, Section) or not can_be_kept(section):
        content = _content(tools, plain(section))
        _end_section(content[-1], section_properties(tools, plain(section), stamp))
        return written(content)
    bodies = bodies_of(tools.style)
    key = (section.form.key, tools.foreign, len(tools.numbering.asked))
    body = bodies.known.get(key)
    if body is None:
        body = _written_form(tools, section.form.section)
        bodies.keep(key, body)
    else:
        body.ask_again(tools.styles, tools.numbering)
    properties = written([section_properties(tools, section.form.section, stamp)])
    return body.filled(section.numbers, properties)


def _written_form(tools: Tools, section: Section) -> Body:
    styles, lists = len(tools.styles.wanted), len(tools.numbering.asked)
    content = _content(tools, section)
    _end_section(content[-1], PROPERTIES)
    wanted = dict.fromkeys(tools.styles.wanted[styles:])
    return body_of(written(content), tuple(wanted), tuple(tools.numbering.asked[lists:]))


def _content(tools: Tools, section: Section) -> list[Node]:
    width = text_width(tools.style.page(section.style))
    flow = Flow(tools, tools.document.part, width)
    return flow.elements(section.blocks) or [element("p")]


def _end_section(paragraph: Node, properties: Node | str) -> None:
    """Put a section's properties into its last paragraph, which is where the format wants them."""
    own = paragraph.find("w:pPr")
    if own is None:
        own = element("pPr")
        paragraph.children.insert(0, own)
    own.children.append(properties)
