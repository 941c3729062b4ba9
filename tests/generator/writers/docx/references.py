"""What a package refers to and does not hold: Word repairs or refuses such a file."""

import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_STYLING = ("basedOn", "next", "link")
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = qn("r:id").removesuffix("id")


def dangling(package: ZipFile) -> list[str]:
    """Give each reference, with its part, that leads nowhere."""
    return [
        *_styles_and_lists(package),
        *(f"{part}: {name}" for part in _parts(package) for name in _relations(package, part)),
        *_untyped(package),
    ]


def _parts(package: ZipFile) -> list[str]:
    return [name for name in package.namelist() if name.startswith("word/") and _is_xml(name)]


def _is_xml(name: str) -> bool:
    return name.endswith(".xml")


def _root(package: ZipFile, part: str) -> etree._Element:
    return etree.fromstring(package.read(part))


def _values(root: etree._Element, tag: str) -> set[str]:
    return {str(one.get(qn("w:val"))) for one in root.iter(qn(f"w:{tag}"))}


def _styles_and_lists(package: ZipFile) -> Iterator[str]:
    styles, numbering = _root(package, "word/styles.xml"), _root(package, "word/numbering.xml")
    known = {
        (one.get(qn("w:type")), one.get(qn("w:styleId"))) for one in styles.iter(qn("w:style"))
    }
    lists = {one.get(qn("w:numId")) for one in numbering.iter(qn("w:num"))}
    looks = {one.get(qn("w:abstractNumId")) for one in numbering.iter(qn("w:abstractNum"))}
    for part in _parts(package):
        root = _root(package, part)
        for tag, kind in (*_STYLED.items(), *((tag, "paragraph") for tag in _STYLING)):
            for name in _values(root, tag):
                if (kind, name) not in known:
                    yield f"{part}: {tag} {name}"
        yield from (f"{part}: numId {one}" for one in _values(root, "numId") - lists)
    yield from (f"abstractNumId {one}" for one in _values(numbering, "abstractNumId") - looks)


def _relations(package: ZipFile, part: str) -> Iterator[str]:
    """Give the relationships that a part uses and lacks, and those that lead to no part."""
    folder, name = posixpath.split(part)
    file = f"{folder}/_rels/{name}.rels"
    given = _root(package, file).iter(f"{_PACKAGE}Relationship") if file in _names(package) else ()
    targets = {one.get("Id"): posixpath.normpath(f"{folder}/{one.get('Target')}") for one in given}
    used = {
        value
        for one in _root(package, part).iter()
        for key, value in one.attrib.items()
        if str(key).startswith(_RELATION)
    }
    yield from (str(one) for one in used - set(targets))
    yield from (one for one in targets.values() if one not in _names(package))


def _names(package: ZipFile) -> frozenset[str]:
    return frozenset(package.namelist())


def _untyped(package: ZipFile) -> Iterator[str]:
    """Give parts without a content type of their own kind, and types of parts that are missing."""
    types = _root(package, "[Content_Types].xml")
    defaults = {one.get("Extension") for one in types.iter(f"{_TYPES}Default")}
    overrides = {str(one.get("PartName"))[1:] for one in types.iter(f"{_TYPES}Override")}
    parts = _names(package) - {"[Content_Types].xml"}
    yield from (f"no such part: {one}" for one in overrides - parts)
    for part in parts - overrides:
        if _is_xml(part) or part.rpartition(".")[2] not in defaults:
            yield f"no content type: {part}"
