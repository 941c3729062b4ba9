"""Blocks → DOCX, by python-docx for the package and its parts."""

from datetime import datetime
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.blocks import Document, Section
from generator.style import Style
from generator.writers.docx.flow import Flow, Tools
from generator.writers.docx.numbering import Numbering
from generator.writers.docx.sections import section_properties, text_width
from generator.writers.docx.styles import WordStyles
from generator.writers.docx.xml import Element, element

_DATE = datetime(2000, 1, 1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_WORD_2013 = 15  # the compatibility mode of current Word; below it, Word says "compatibility mode"


def write_docx(document: Document, style: Style, target: BinaryIO) -> None:
    """Write a document as DOCX.

    The same document and style give the same bytes. Raises TypeError for a block of an unknown
    type and ValueError for a picture that cannot be read.
    """
    word = docx.Document()
    _set_properties(word, document)
    tools = Tools(word, style, WordStyles(word, style, document.language), Numbering(word, style))
    _write_body(tools, document)
    written = BytesIO()
    word.save(written)
    _copy_without_clock(written, target)


def _write_body(tools: Tools, document: Document) -> None:
    body = tools.document.element.body
    for child in list(body):
        body.remove(child)
    flow = Flow(tools, tools.document.part, 0)
    *others, last = document.sections or (Section(()),)
    for section in others:
        content = _content(tools, flow, section)
        _end_section(content[-1], section_properties(tools, section, document.stamp))
        body.extend(content)
    body.extend(_content(tools, flow, last))
    body.append(section_properties(tools, last, document.stamp))


def _content(tools: Tools, flow: Flow, section: Section) -> list[Element]:
    width = text_width(tools.style.page(section.style))
    return flow.resized(width).elements(section.blocks) or [element("p")]


def _end_section(paragraph: Element, properties: Element) -> None:
    """Put a section's properties into its last paragraph, which is where the format wants them."""
    own = paragraph.find(qn("w:pPr"))
    if own is None:
        own = element("pPr")
        paragraph.insert(0, own)
    own.append(properties)


def _set_properties(word: WordDocument, document: Document) -> None:
    core = word.core_properties
    core.title = document.title[:255]
    core.author = document.author[:255]
    core.language = document.language
    core.last_modified_by = ""
    core.comments = ""
    core.created = core.modified = _DATE
    core.revision = 1
    settings = word.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compatibility = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )
    successors = ("w:docVars", "w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")
    settings.insert_element_before(element("compat", compatibility), *successors)


def _copy_without_clock(written: BytesIO, target: BinaryIO) -> None:
    """Copy a package with a fixed date on every part, the only thing that the clock had changed."""
    with ZipFile(written) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            info = ZipInfo(entry.filename, _ZIP_DATE)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            copy.writestr(info, source.read(entry))
