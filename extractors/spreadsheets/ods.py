"""A look into an ``.ods`` file (OpenDocument 1.3) for what the reader of values does not tell.

Cells and rows are written once with a number of repetitions, so a small file may stand for a sheet
of any size; errors and formulas that were never calculated read as blank.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from extractors.spreadsheets.cells import Broken, Position, Scan, Trouble, corner
from extractors.spreadsheets.texts import MAX_TEXT, TooMuchTextError, refuse_many_tags

_NAMESPACES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TABLE = f"{{{_NAMESPACES.format('table')}}}"
_OFFICE = f"{{{_NAMESPACES.format('office')}}}"
_TEXT = f"{{{_NAMESPACES.format('text')}}}"
_CALC_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_MOST_PERCENTS = 10_000  # alike beside and below each other; no table of scores has more
_MOST_TAGS = 4_000_000  # rows are forgotten one by one, so there may be more than in a tree
_STRING = f"{_OFFICE}string-value"
_BLANKS = f"{_TEXT}s"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def scan_ods(archive: ZipFile) -> Mapping[str, Scan]:
    """Look at every sheet, by sheet name.

    Raises KeyError and XMLSyntaxError on damage, TooMuchTextError and TooManyTagsError beyond
    bounds.
    """
    scans: dict[str, Scan] = {}
    xml = archive.read("content.xml")
    refuse_many_tags(xml, _MOST_TAGS)
    with BytesIO(xml) as content:
        asked = 0
        found: list[tuple[Position, Broken | None]] = []
        merged: list[tuple[Position, Position]] = []
        percents: list[Position] = []
        row = 0
        for _event, element in etree.iterparse(
            content,
            tag=(f"{_TABLE}table-row", f"{_TABLE}table"),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
        ):
            if element.tag == f"{_TABLE}table-row":
                height = _repeated(element, "rows")
                asked += _asked(element, height)
                if asked > MAX_TEXT:
                    raise TooMuchTextError
                found.extend(_row(element, row, height))
                merged.extend(_merged(element, row))
                percents.extend(_percents(element, row, height))
                row += height
            else:
                broken = {position: cell for position, cell in found if cell}
                last = corner(position for position, _cell in found)
                scans[element.get(f"{_TABLE}name", "")] = Scan(
                    last, broken, tuple(merged), frozenset(percents)
                )
                found, merged, percents, row = [], [], [], 0
            _forget(element)
    return scans


def _forget(element: etree._Element) -> None:
    """Free an element that has been looked at, and all before it beside it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _repeated(element: etree._Element, what: str) -> int:
    count = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(int(count[:12]), 1) if count.isascii() and count.isdigit() else 1


def _asked(element: etree._Element, height: int) -> int:
    """Give the bytes of text that a row asks for beyond those that stand in the file."""
    asked = 0
    for cell in element.iterchildren(*_CELLS):
        width = _repeated(cell, "columns")
        blanks = sum(_blanks(mark) for mark in cell.iter(_BLANKS)) if len(cell) else 0
        if blanks or (width * height > 1 and (len(cell) or cell.get(_STRING))):
            text = max(len(cell.get(_STRING, "")), sum(map(len, cell.itertext())))
            asked += (blanks + text) * width * height
    return asked


def _blanks(mark: etree._Element) -> int:
    """Give the number of blanks that a mark stands for."""
    count = mark.get(f"{_TEXT}c", "1")
    return int(count[:12]) if count.isascii() and count.isdigit() else 1


def _row(
    element: etree._Element, row: int, height: int
) -> Iterator[tuple[Position, Broken | None]]:
    """Give the last position of each run of cells that hold anything, and the broken cells."""
    column = 0
    for cell in element.iterchildren(*_CELLS):
        width = _repeated(cell, "columns")
        broken = _trouble(cell)
        if broken:
            yield (row, column), broken
        if broken or cell.get(f"{_OFFICE}value-type") or cell.find(f"{_TEXT}p") is not None:
            yield (row + height - 1, column + width - 1), broken
        column += width


def _merged(element: etree._Element, row: int) -> Iterator[tuple[Position, Position]]:
    """Give the first and last cell of every merged range that begins in a row."""
    column = 0
    for cell in element.iterchildren(*_CELLS):
        height, width = _spanned(cell, "rows"), _spanned(cell, "columns")
        if height > 1 or width > 1:
            yield (row, column), (row + height - 1, column + width - 1)
        column += _repeated(cell, "columns")


def _percents(element: etree._Element, row: int, height: int) -> Iterator[Position]:
    """Give the cells of a row that hold percents; of repetitions as many as a sheet may have."""
    column = 0
    for cell in element.iterchildren(*_CELLS):
        width = _repeated(cell, "columns")
        if cell.get(f"{_OFFICE}value-type") == "percentage" and width * height <= _MOST_PERCENTS:
            yield from ((row + r, column + c) for r in range(height) for c in range(width))
        column += width


def _spanned(cell: etree._Element, what: str) -> int:
    count = cell.get(f"{_TABLE}number-{what}-spanned", "1")
    return max(int(count[:7]), 1) if count.isascii() and count.isdigit() else 1


def _trouble(cell: etree._Element) -> Broken | None:
    shown = "".join(cell.itertext(f"{_TEXT}p")) if cell.get(f"{_TABLE}formula") else ""
    if cell.get(_CALC_KIND) == "error":
        return Broken(Trouble.ERROR, shown)
    uncalculated = cell.get(f"{_TABLE}formula") and cell.get(f"{_OFFICE}value-type") is None
    if uncalculated and cell.find(f"{_TEXT}p") is None:
        return Broken(Trouble.NOT_CALCULATED)
    return None
