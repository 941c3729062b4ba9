"""The package around the parts: a bare document, its properties, and the same bytes each time."""

from datetime import date, datetime, time
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from generator.document.blocks import Document
from generator.writers.docx.oxml import element

_DRAFT_DATE = date(2000, 1, 1)  # the format wants a date even where there is none
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_DOCUMENT, _EMPTY_BODY = "word/document.xml", b"<w:body/>"
_UNIX = 3  # the system a zip entry says it was made on, whichever it was
_WORD_2013 = 15  # the compatibility mode of current Word; below it, Word says "compatibility mode"
_KEPT_STYLES = frozenset({"DefaultParagraphFont", "TableNormal", "NoList"})
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>laporan</Application></Properties>'
)


def bare_document(document: Document) -> WordDocument:
    """Give an empty package with a document's properties, without what python-docx's own brings.

    That is a picture of another document, 160 styles, fonts and sources that nothing here uses.
    """
    word = docx.Document()
    _drop(word.part.package.rels, {_THUMBNAIL})
    unused = {_WITH_EFFECTS, RELATIONSHIP_TYPE.CUSTOM_XML, RELATIONSHIP_TYPE.WEB_SETTINGS}
    _drop(word.part.rels, unused | {RELATIONSHIP_TYPE.FONT_TABLE})
    _clear(word.element.body)
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            styles.remove(style)
    _set_properties(word, document)
    _set_settings(word.settings.element, document.language)
    return word


def _drop(relations: Any, kinds: set[str]) -> None:
    """Take relationships out; a part that nothing refers to is not saved."""
    for name in [name for name, one in relations.items() if one.reltype in kinds]:
        del relations[name]


def _clear(parent: Any) -> None:
    for child in list(parent):
        parent.remove(child)


def _set_properties(word: WordDocument, document: Document) -> None:
    core = word.core_properties
    core.title = document.title[:255]
    core.author = document.author[:255]
    core.language = document.language
    core.last_modified_by = ""
    core.comments = ""
    core.created = core.modified = _moment(document.date)
    core.revision = 1
    word.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = _APPLICATION


def _moment(day: date | None) -> datetime:
    return datetime.combine(day or _DRAFT_DATE, time())


def _set_settings(settings: Any, language: str) -> None:
    """Say what matters and nothing of the editor that the package came from."""
    _clear(settings)
    mode = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )
    settings.extend(
        (
            element("zoom", percent=100),
            element("defaultTabStop", val=720),
            element("characterSpacingControl", val="doNotCompress"),
            # Else Word stretches a justified line that ends in a line break.
            element("compat", element("doNotExpandShiftReturn"), mode),
            element("themeFontLang", val=language),
        )
    )


def copy_without_clock(written: BinaryIO, body: str, target: BinaryIO) -> None:
    """Copy a package with a fixed date and system on every part: all that may differ otherwise.

    ``body`` is put into the document, whose own one is empty.
    """
    with ZipFile(written) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            info = ZipInfo(entry.filename, _ZIP_DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = 0o600 << 16
            part = source.read(entry)
            if entry.filename == _DOCUMENT:
                part = part.replace(_EMPTY_BODY, f"<w:body>{body}</w:body>".encode(), 1)
            copy.writestr(info, part)
