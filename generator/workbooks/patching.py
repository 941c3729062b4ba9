"""Texts put into single cells of an .xlsx; everything else in the file stays as it was.

Only the part of the sheet is written anew, and in it only the cell: formats, formulas, pictures,
notes and whatever else a user's workbook holds are not touched.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from evaluation.errors import UnwritableOutputError
from evaluation.messages import Message, _
from evaluation.names import name_key
from evaluation.sources import Source
from extractors.spreadsheets.archives import damaged, open_archive
from extractors.spreadsheets.xlsx import worksheets

Place = tuple[str, str]
"""A sheet's name, in any spelling, and the address of a cell."""

_MAGIC = b"PK\x03\x04"
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPE = "inlineStr"


def with_texts(workbook: bytes, texts: Mapping[Place, str], file: str) -> bytes:
    """Give a workbook with texts in some of its cells, each in place of what stood there.

    ``file`` names it in errors. Raises UnwritableOutputError for what is no .xlsx, for a sheet
    that it has not, and for a cell with a formula or inside a merged area; UnreadableInputError
    for a damaged one.
    """
    if not workbook.startswith(_MAGIC):
        raise _by_hand(_("only an .xlsx workbook can be written into."), Source(file))
    with open_archive(workbook, file) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise _by_hand(_("only an .xlsx workbook can be written into."), Source(file))
        parts = {name_key(name): part for name, part in worksheets(archive)}
        changed: dict[str, dict[str, str]] = {}
        for (sheet, cell), text in texts.items():
            if name_key(sheet) not in parts:
                raise _by_hand(_("there is no such sheet."), Source(file, sheet))
            changed.setdefault(parts[name_key(sheet)], {})[cell] = text
        return _copied(archive, changed, file)


def _copied(archive: ZipFile, changed: Mapping[str, Mapping[str, str]], file: str) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for info in archive.infolist():
            content = archive.read(info)
            if info.filename in changed:
                content = _with_cells(content, changed[info.filename], file)
            copy.writestr(info, content)
    return target.getvalue()


def _with_cells(xml: bytes, texts: Mapping[str, str], file: str) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(xml, parser)
    for address, text in texts.items():
        _write(_cell(root, address, file), text, Source(file, cell=address))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _write(cell: etree._Element, text: str, source: Source) -> None:
    """Put a text into a cell, as text whatever it begins with; its format stays."""
    if cell.find("{*}f") is not None:
        raise _by_hand(_("the cell holds a formula."), source)
    for child in list(cell):
        cell.remove(child)
    cell.set("t", _TYPE)
    name = etree.QName(cell).namespace
    line = etree.SubElement(etree.SubElement(cell, f"{{{name}}}is"), f"{{{name}}}t")
    line.text = text
    line.set(_SPACE, "preserve")


def _cell(root: etree._Element, address: str, file: str) -> etree._Element:
    """Find a cell, or make it where it belongs."""
    found = _ADDRESS.fullmatch(address)
    if found is None or any(_inside(address, area) for area in _merged(root)):
        raise _by_hand(_("the cell is part of a merged area."), Source(file, cell=address))
    data = root.find("{*}sheetData")
    if data is None:
        raise damaged(file)
    row = _child(data, "row", found[2])
    return _child(row, "c", address)


def _child(parent: etree._Element, tag: str, reference: str) -> etree._Element:
    """Find the child of a reference, or insert it in the order of references."""
    place = _order(reference)
    for position, child in enumerate(parent):
        theirs = child.get("r")
        if theirs == reference:
            return child
        if theirs and _order(theirs) > place:
            return _made(parent, position, tag, reference)
    return _made(parent, len(parent), tag, reference)


def _order(reference: str) -> int:
    """Give where a row, or a cell of one row, comes."""
    return int(reference) if reference.isdigit() else _column(reference)


def _made(parent: etree._Element, position: int, tag: str, reference: str) -> etree._Element:
    child = etree.Element(f"{{{etree.QName(parent).namespace}}}{tag}", r=reference)
    parent.insert(position, child)
    return child


def _column(address: str) -> int:
    index = 0
    for letter in address.rstrip("0123456789"):
        index = index * 26 + ord(letter) - ord("A") + 1
    return index


def _merged(root: etree._Element) -> Iterator[str]:
    for area in root.iterfind("{*}mergeCells/{*}mergeCell"):
        yield area.get("ref", "")


def _inside(address: str, area: str) -> bool:
    """Tell whether a cell is in an area without being the one that holds its value."""
    first, _colon, last = area.partition(":")
    ends = [_ADDRESS.fullmatch(end) for end in (first, last or first)]
    cell = _ADDRESS.fullmatch(address)
    if cell is None or ends[0] is None or ends[1] is None or address == first:
        return False
    columns = range(_column(ends[0][0]), _column(ends[1][0]) + 1)
    rows = range(int(ends[0][2]), int(ends[1][2]) + 1)
    return _column(address) in columns and int(cell[2]) in rows


def _by_hand(message: Message, source: Source) -> UnwritableOutputError:
    return UnwritableOutputError(
        message, source=source, remedy=_("Type it into the workbook yourself.")
    )
