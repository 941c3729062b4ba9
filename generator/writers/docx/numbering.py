"""Lists: one numbering definition a look, one instance a list, so that each list restarts."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.document.blocks import List, Marker
from generator.document.style import ListStyle, Style
from generator.writers.docx.oxml import element
from generator.writers.docx.xml import twips

_LEVELS = 9  # as many as the format knows (ECMA-376 part 1, 17.9)
_FORMATS = {Marker.DECIMAL: "decimal", Marker.ALPHA: "lowerLetter", Marker.BULLET: "bullet"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A list that was asked for: its class, marker, first number, and how deep it stands."""

    style: str
    marker: Marker
    start: int
    depth: int


class Numbering:
    """The numbering definitions of one document."""

    def __init__(self, document: WordDocument, style: Style) -> None:
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._style = style
        self._abstract: dict[tuple[str, Marker], int] = {}
        self.asked: list[Asked] = []

    def instance(self, block: List, depth: int) -> int:
        """Give the number of a new list that counts from the block's start at its own depth."""
        return self.again(Asked(block.style, block.marker, block.start, depth))

    def again(self, asked: Asked) -> int:
        """Give the number of a new list like one that was asked for."""
        self.asked.append(asked)
        number = len(self.asked)
        abstract = self._definition(asked.style, asked.marker)
        override = element("startOverride", val=asked.start)
        self._root.append(
            element(
                "num",
                element("abstractNumId", val=abstract),
                element("lvlOverride", override, ilvl=level(asked.depth)),
                numId=number,
            )
        )
        return number

    def _definition(self, name: str, marker: Marker) -> int:
        key = (name, marker)
        if key not in self._abstract:
            number = len(self._abstract)
            self._abstract[key] = number
            levels = [_level(self._style.list(name), marker, depth) for depth in range(_LEVELS)]
            made = element(
                "abstractNum", element("multiLevelType", val="multilevel"), *levels,
                abstractNumId=number,
            )  # fmt: skip
            # Definitions must all stand before the first instance.
            self._root.insert(len(self._root.findall(qn("w:abstractNum"))), made)
        return self._abstract[key]


def level(depth: int) -> int:
    """Give the level for a depth of nesting; deeper lists than the format knows share the last."""
    return min(depth, _LEVELS - 1)


def _level(style: ListStyle, marker: Marker, depth: int) -> object:
    pattern = {
        Marker.DECIMAL: style.decimal.format(f"%{depth + 1}"),
        Marker.ALPHA: style.alpha.format(f"%{depth + 1}"),
        Marker.BULLET: style.bullet,
    }
    indent = twips(style.indent)
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=_FORMATS[marker]),
        element("lvlText", val=pattern[marker]),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=indent * (depth + 1), hanging=indent)),
        ilvl=depth,
    )
