"""What a DOCX says, read by python-docx, its list numbers resolved as Word does."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.reading_pdf import squeezed

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def body_text(path: Path) -> str:
    """Give the text of the body in order, list markers included, without blanks."""
    document = docx.Document(str(path))
    numbering = _Numbering(document)
    return squeezed("".join(_texts(document, numbering)))


def tables(path: Path) -> list[list[list[str]]]:
    """Give every table as rows of cell texts; the continuation of a merged cell is empty."""
    return [
        [[_own_text(cell) for cell in row._tr.tc_lst] for row in table.rows]
        for table in docx.Document(str(path)).tables
    ]


def chart_texts(path: Path) -> Counter[str]:
    """Give the titles and the numbers (two places, decimal comma) that the charts are made of."""
    said: Counter[str] = Counter()
    with ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("word/charts/"):
                chart = etree.fromstring(package.read(name))
                said.update(title.text or "" for title in chart.iter(f"{_DRAWING}t"))
                for cache in chart.iter(f"{_CHART}numCache"):
                    values = (point.text for point in cache.iter(f"{_CHART}v"))
                    said.update(f"{float(value or 0):.2f}".replace(".", ",") for value in values)
    return said


def _own_text(cell: Any) -> str:
    return "".join(node.text or "" for node in cell.iter(qn("w:t")))


def _texts(document: Any, numbering: "_Numbering") -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield from (_own_text(cell) for cell in row._tr.tc_lst)
        elif isinstance(block, Paragraph):
            yield numbering.marker(block) + block.text


class _Numbering:
    """Counts list items: each list from its own start, at its own level."""

    def __init__(self, document: Any) -> None:
        root = document.part.numbering_part.element
        self._abstract = {
            one.get(qn("w:abstractNumId")): one for one in root.iter(qn("w:abstractNum"))
        }
        self._lists = {one.get(qn("w:numId")): one for one in root.iter(qn("w:num"))}
        self._seen: Counter[str] = Counter()

    def marker(self, paragraph: Paragraph) -> str:
        properties = paragraph._p.pPr
        if properties is None or properties.numPr is None:
            return ""
        number, depth = str(properties.numPr.numId.val), str(properties.numPr.ilvl.val)
        instance = self._lists[number]
        level = self._level(self._abstract[_value(instance, "w:abstractNumId")], depth)
        start = next(
            int(_value(override, "w:startOverride"))
            for override in instance.iter(qn("w:lvlOverride"))
            if override.get(qn("w:ilvl")) == depth
        )
        count = start + self._seen[number]
        self._seen[number] += 1
        written = {"decimal": str(count), "lowerLetter": chr(ord("a") + count - 1), "bullet": ""}
        return re.sub(r"%\d", written[_value(level, "w:numFmt")], _value(level, "w:lvlText"))

    def _level(self, abstract: Any, depth: str) -> Any:
        return next(one for one in abstract.iter(qn("w:lvl")) if one.get(qn("w:ilvl")) == depth)


def _value(parent: Any, tag: str) -> str:
    return str(parent.find(qn(tag)).get(qn("w:val")))
