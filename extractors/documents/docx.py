"""The text of a DOCX: a line a paragraph, a line a row of a table; no part but the body is read."""

from collections.abc import Iterator

from lxml import etree

from evaluation.comparing.texts import TextLine
from extractors.spreadsheets.archives import damaged, open_archive

_BODY = "word/document.xml"
_BLANKS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


def docx_lines(content: bytes, file: str) -> tuple[TextLine, ...]:
    """Read the lines of a document's body. Raises UnreadableInputError."""
    with open_archive(content, file) as archive:
        if _BODY not in archive.namelist():
            raise damaged(file)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(archive.read(_BODY), parser)
        except etree.XMLSyntaxError:
            raise damaged(file) from None
    return tuple(TextLine(text) for text in _lines(root) if text.strip())


def _lines(root: etree._Element) -> Iterator[str]:
    """Give paragraphs outside tables, and rows of the outermost tables."""
    for element in root.iter("{*}p", "{*}tr"):
        inside = any(etree.QName(above).localname == "tr" for above in element.iterancestors())
        if not inside:
            yield _text(element)


def _text(element: etree._Element) -> str:
    pieces = []
    for inner in element.iter():
        name = etree.QName(inner).localname if isinstance(inner.tag, str) else ""
        if name == "t":
            pieces.append(inner.text or "")
        elif name in {"tc", "p"} and pieces:
            pieces.append(" ")
        else:
            pieces.append(_BLANKS.get(name, ""))
    return " ".join("".join(pieces).split())
