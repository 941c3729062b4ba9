"""How much text the cells of a workbook ask for, told before anybody makes cells of it.

A text that many cells share is stored once, and becomes one text a cell when it is read: 15 KB may
ask for a gigabyte. Most workbooks are known to be harmless from two counts over the bytes; only for
others is every cell looked at.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

MAX_TEXT = 64 << 20
"""Bytes of text in all cells together; a full round of 191 regions has 2 MB."""

MAX_TAGS = 1_000_000
"""Tags of a part that is kept as a tree while it is looked at; each costs some hundred bytes."""

_SHARED = "sharedstrings.xml"
_STRING_END = re.compile(rb"</(?:\w+:)?si")
_UNUSUAL_CELL = (b"\t", b"\n", b"\r", b"='", b" =", b"= ", b't="&', b"<!")


class TooMuchTextError(ValueError):
    """The cells ask for more text than any round has."""


class TooManyTagsError(ValueError):
    """A part describes more than any workbook has."""


def refuse_many_tags(xml: bytes, most: int = MAX_TAGS) -> None:
    """Raise TooManyTagsError for a part that would not fit into memory as a tree."""
    if xml.count(b"<") > most:
        raise TooManyTagsError


def refuse_vast_text(archive: ZipFile, sheets: Sequence[bytes]) -> None:
    """Raise TooMuchTextError when worksheets ask for more shared text than any round has.

    ``sheets`` are the XML of the worksheets. Raises XMLSyntaxError on damage.
    """
    parts = [
        archive.read(name)
        for name in archive.namelist()
        if name.replace("\\", "/").lower().rpartition("/")[2] == _SHARED
    ]
    longest = max(map(_longest, parts), default=0)
    if longest * sum(map(_uses, sheets)) <= MAX_TEXT:
        return
    lengths = max((_lengths(part) for part in parts), key=sum)
    if sum(_asked(xml, lengths) for xml in sheets) > MAX_TEXT:
        raise TooMuchTextError


def _longest(xml: bytes) -> int:
    """Give the bytes of the longest shared text at most."""
    if b"<!" in xml:  # what stands in comments and CDATA cannot be told from tags
        return len(xml)
    return max(map(len, _STRING_END.split(xml)))


def _uses(xml: bytes) -> int:
    """Give the number of cells with a shared text at most."""
    start = xml.find(b"<sheetData")
    if start < 0 or any(xml.find(sign, start) >= 0 for sign in _UNUSUAL_CELL):
        return xml.count(b"</")  # an index stands in an element that is closed
    return xml.count(b't="s"', start)


def _lengths(xml: bytes) -> Sequence[int]:
    """Give the bytes of each shared text."""
    lengths = []
    for _event, element in _elements(xml, "{*}si"):
        lengths.append(sum(len(text.encode()) for text in element.itertext()))
        element.clear()
    return lengths


def _asked(xml: bytes, lengths: Sequence[int]) -> int:
    """Give the bytes of shared text that the cells of a worksheet ask for."""
    asked = 0
    for _event, cell in _elements(xml, "{*}c"):
        if cell.get("t") == "s":
            index = "".join(cell.itertext("{*}v")).strip()
            known = index.isascii() and index.isdigit() and int(index[:9]) < len(lengths)
            asked += lengths[int(index[:9])] if known else 0
        cell.clear()
    return asked


def _elements(xml: bytes, tag: str) -> Iterator[tuple[str, etree._Element]]:
    yield from etree.iterparse(
        BytesIO(xml), tag=tag, resolve_entities=False, no_network=True, huge_tree=False
    )
