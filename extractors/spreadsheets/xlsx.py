"""A look into an ``.xlsx`` file (ECMA-376) for what the reader of values does not tell.

Formulas that were never calculated have no stored value and read as blank; errors read as blank as
well; and one stray cell far away makes a sheet as large as the grid. The parts are searched as
bytes, because an XML parser would take longer than all the rest of the reading.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from posixpath import join, normpath
from zipfile import ZipFile

from lxml import etree

from extractors.spreadsheets.cells import (
    MAX_CELLS,
    Broken,
    Hidden,
    Position,
    Scan,
    Trouble,
    corner,
)
from extractors.spreadsheets.texts import refuse_many_tags, refuse_vast_text

_MAIN = "{*}"
_ID = re.compile(r"\{[^}]*/relationships\}id")
_COLUMN = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,7})[0-9]")
_ROW = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]*([0-9]{1,10})")
# The same as every program in fact writes it; a pattern that begins with letters is found sooner.
_USUAL_COLUMN = re.compile(rb"r=\"([A-Za-z]{1,7})[0-9]")
_USUAL_ROW = re.compile(rb"r=\"[A-Za-z]*([0-9]{1,10})")
_UNUSUAL = (b"\t", b"\n", b"\r", b"='", b" =", b"= ")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_CELL_HEAD = re.compile(rb"<(?:\w+:)?c(\s[^>]*)>")
_STYLE = re.compile(rb"\ss\s*=\s*[\"']([0-9]+)")
_CELL_END = re.compile(rb"</(?:\w+:)?c\s*>")
_REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,7})([0-9]{1,10})")
_KIND = re.compile(rb"\st\s*=\s*[\"'](\w+)")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ERROR_KIND = re.compile(rb"\st\s*=\s*[\"']e[\"']")
_ROW_HEAD = re.compile(rb"<(?:\w+:)?row(\s[^>]*)>")
_COLUMNS_HEAD = re.compile(rb"<(?:\w+:)?col(\s[^>]*)>")
_HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"']([0-9]{1,7})[\"']")
_ATTRIBUTE = {
    name: re.compile(rb"\s%s\s*=\s*[\"']([0-9]{1,5})[\"']" % name.encode())
    for name in ("min", "max")
}
_MOST_HIDDEN = 1000  # columns; whoever hides the rest of a sheet hides sixteen thousand
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<")


def scan_xlsx(archive: ZipFile) -> Mapping[str, Scan]:
    """Look at every worksheet, by sheet name.

    Raises KeyError or XMLSyntaxError on damage, TooMuchTextError or TooManyTagsError beyond bounds.
    """
    styles = _percent_styles(archive)
    sheets = {name: archive.read(part) for name, part in worksheets(archive)}
    refuse_vast_text(archive, tuple(sheets.values()))
    return {name: scan_part(xml, styles) for name, xml in sheets.items()}


def _percent_styles(archive: ZipFile) -> frozenset[bytes]:
    """Give the numbers of the cell formats that show percents (ECMA-376, 18.8.30: 9 and 10)."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    sheet = _parsed(archive, "xl/styles.xml")
    percents = {"9", "10"} | {
        each.get("numFmtId", "")
        for each in sheet.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt")
        if "%" in each.get("formatCode", "")
    }
    formats = sheet.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    return frozenset(
        str(number).encode()
        for number, each in enumerate(formats)
        if each.get("numFmtId") in percents
    )


def worksheets(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Give the name and part of every sheet, in the order of the workbook.

    Raises KeyError or XMLSyntaxError on damage.
    """
    base = "xl"
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _parsed(archive, "xl/_rels/workbook.xml.rels")
        if relation.get("Type", "").endswith("/worksheet")
    }
    for sheet in _parsed(archive, "xl/workbook.xml").iterfind(f"{_MAIN}sheets/{_MAIN}sheet"):
        key = next((value for name, value in sheet.attrib.items() if _ID.fullmatch(name)), None)
        if key in targets:
            target = targets[key]
            part = target.lstrip("/") if target.startswith("/") else normpath(join(base, target))
            yield sheet.get("name", ""), part


def _parsed(archive: ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    xml = archive.read(part)
    refuse_many_tags(xml)
    return etree.fromstring(xml, parser)


def scan_part(xml: bytes, percent_styles: Collection[bytes] = ()) -> Scan:
    """Look at the XML of one worksheet."""
    last = _rough_corner(xml)
    if (last[0] + 1) * (last[1] + 1) > MAX_CELLS:
        last = corner(position for position, _kind, body in _cells(xml) if _holds(body))
    percents = frozenset(_styled(xml, percent_styles)) if percent_styles else frozenset()
    broken = dict(_broken(xml)) if _suspicious(xml) else {}
    return Scan(last, broken, percents=percents, unseen=_hidden(xml))


def _hidden(xml: bytes) -> Hidden:
    """Give the rows and columns that are hidden (18.3.1.73 and 18.3.1.13), as far as they hold."""
    if b"hidden" not in xml:
        return Hidden()
    rows = [int(found[1]) - 1 for head in _ROW_HEAD.findall(xml) if (found := _of_hidden(head))]
    columns = [
        column
        for head in _COLUMNS_HEAD.findall(xml)
        if _HIDDEN.search(head)
        for column in _span(head)
    ]
    return Hidden(rows, columns)


def _of_hidden(head: bytes) -> re.Match[bytes] | None:
    return _NUMBER.search(head) if _HIDDEN.search(head) else None


def _span(head: bytes) -> range:
    """Give the columns that one ``col`` is about, of a great many only the first ones."""
    ends = [_ATTRIBUTE[name].search(head) for name in ("min", "max")]
    if not (ends[0] and ends[1]):
        return range(0)
    first, last = int(ends[0][1]), int(ends[1][1])
    return range(first - 1, min(last, first + _MOST_HIDDEN))


def _suspicious(xml: bytes) -> bool:
    """Tell whether any cell may hold a formula or an error; the patterns are slow, so ask first."""
    may_compute = b"<f" in xml or b":f" in xml
    may_fail = b'"e"' in xml or b"'e'" in xml
    return bool((may_compute and _FORMULA.search(xml)) or (may_fail and _ERROR_KIND.search(xml)))


def _styled(xml: bytes, styles: Collection[bytes]) -> Iterator[Position]:
    """Give the cells that have one of some formats."""
    for head in _CELL_HEAD.findall(xml):
        reference, style = _REFERENCE.search(head), _STYLE.search(head)
        if reference and style and style[1] in styles:
            yield int(reference[2]) - 1, _column_index(reference[1])


def _rough_corner(xml: bytes) -> Position:
    """Give the last row and column that are mentioned, be it only with a format."""
    start = xml.find(b"<sheetData")
    unusual = start < 0 or any(xml.find(sign, start) >= 0 for sign in _UNUSUAL)
    of_column, of_row = (_COLUMN, _ROW) if unusual else (_USUAL_COLUMN, _USUAL_ROW)
    columns = {_column_index(letters) for letters in set(of_column.findall(xml))}
    rows = {int(digits) - 1 for digits in set(of_row.findall(xml))}
    return (max(rows, default=-1), max(columns, default=-1))


def _column_index(letters: bytes) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + letter - ord("A") + 1
    return index - 1


def _cells(xml: bytes) -> Iterator[tuple[Position, bytes, bytes]]:
    """Go through all cells that name their place: position, kind (``t``), what they contain."""
    starts = [found.start() for found in _CELL.finditer(xml)]
    for start, end in zip(starts, [*starts[1:], len(xml)], strict=True):
        head, _close, rest = xml[start:end].partition(b">")
        reference, kind = _REFERENCE.search(head), _KIND.search(head)
        if reference:
            position = (int(reference[2]) - 1, _column_index(reference[1]))
            body = b"" if head.endswith(b"/") else _CELL_END.split(rest, maxsplit=1)[0]
            yield position, kind[1] if kind else b"n", body


def _holds(body: bytes) -> bool:
    return b"v>" in body or b"is>" in body or _FORMULA.search(body) is not None


def _broken(xml: bytes) -> Iterator[tuple[Position, Broken]]:
    """Give cells with an error and formulas without a value (an empty text is a value)."""
    for position, kind, body in _cells(xml):
        value = _VALUE.search(body)
        if kind == b"e":
            yield (
                position,
                Broken(Trouble.ERROR, value[1].decode("utf-8", "replace") if value else ""),
            )
        elif kind != b"str" and not (value and value[1]) and _FORMULA.search(body):
            yield position, Broken(Trouble.NOT_CALCULATED)
