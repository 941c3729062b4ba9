"""Blocks → the elements of a document's body, header or footer: one short function a block."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any

from docx.document import Document as WordDocument
from docx.image.image import Image as Pixels
from docx.shared import Mm, Pt
from lxml import etree

from generator.document.blocks import (
    Block,
    Chart,
    Heading,
    Image,
    Inline,
    LineBreak,
    List,
    ListItem,
    PageCount,
    PageNumber,
    Paragraph,
    Placeholder,
    Run,
    Table,
    first_paragraph,
)
from generator.document.style import Style
from generator.writers.docx.chart import add_chart
from generator.writers.docx.numbering import Numbering, level
from generator.writers.docx.spacing import Piece, joined
from generator.writers.docx.styles import WordStyles
from generator.writers.docx.table import table
from generator.writers.docx.xml import Node, element, instruction_text, text, toggle, twips


@dataclass(frozen=True)
class Tools:
    """What every part of one document is written with."""

    document: WordDocument
    style: Style
    styles: WordStyles
    numbering: Numbering
    foreign: str
    drawings: Iterator[int] = field(default_factory=lambda: count(1))


class Flow:
    """Writes blocks into one part (body, header or footer) at a width given in points."""

    def __init__(self, tools: Tools, part: Any, width: float) -> None:
        self._tools = tools
        self._part = part
        self._width = width
        self._make: Mapping[type, Callable[..., list[Piece]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            List: self._list,
            Table: self._table,
            Chart: self._chart,
            Image: self._image,
        }

    def elements(self, blocks: Sequence[Block]) -> list[Node]:
        """Give the elements of some blocks. Raises TypeError for an unknown one."""
        return joined(self._pieces(blocks, 0, 0))

    def _pieces(self, blocks: Sequence[Block], indent: float, depth: int) -> list[Piece]:
        made: list[Piece] = []
        for block in blocks:
            make = self._make.get(type(block))
            if make is None:
                raise TypeError(f"the DOCX writer knows no {type(block).__name__}")
            made += make(block, indent, depth)
        return made

    def _heading(self, block: Heading, _indent: float, _depth: int) -> list[Piece]:
        style = self._tools.styles.heading(block.level, block.style)
        name = block.style or f"h{block.level}"
        return [self._piece(self._set(block.content, style, name), name)]

    def _paragraph(self, block: Paragraph, indent: float, _depth: int) -> list[Piece]:
        style = self._tools.styles.paragraph(block.style)
        left = _indented(self._left(block, indent))
        return [self._piece(self._set(block.content, style, block.style, left), block.style)]

    def _left(self, block: Paragraph, indent: float) -> float:
        """Give the left indent that differs from the style's own; 0 where none is needed."""
        return indent and indent + self._tools.style.text(block.style).left_indent

    def _piece(self, made: Node, class_name: str) -> Piece:
        look = self._tools.style.text(class_name)
        return Piece(made, look.space_before, look.space_after)

    def _set(
        self, content: Sequence[Inline], style: str, class_name: str, *properties: Node | None
    ) -> Node:
        """Make a paragraph of a style; in an italic style, emphasised text stands upright."""
        shown = None if style == "Normal" else element("pStyle", val=style)
        kept = [one for one in (shown, *properties) if one is not None]
        look = self._tools.style.text(class_name)
        foreign = self._tools.foreign
        runs = [run for part in content for run in _runs(part, look.italic, foreign)]
        return element("p", element("pPr", *kept) if kept else None, *runs)

    def _list(self, block: List, indent: float, depth: int) -> list[Piece]:
        number = self._tools.numbering.instance(block, depth)
        return [
            one for item in block.items for one in self._item(block, item, number, indent, depth)
        ]

    def _item(
        self, block: List, item: ListItem, number: int, indent: float, depth: int
    ) -> list[Piece]:
        look = self._tools.style.list(block.style)
        inner = indent + look.indent
        first, rest = first_paragraph(item)
        name = first.style or look.text
        carrier = self._set(
            first.content,
            self._tools.styles.list_item(block.marker, name),
            name,
            element("numPr", element("ilvl", val=level(depth)), element("numId", val=number)),
            element("ind", left=twips(inner), hanging=twips(look.indent)),
            _mark_properties(first.content),
        )
        return [self._piece(carrier, name), *self._pieces(rest, inner, depth + 1)]

    def _table(self, block: Table, indent: float, _depth: int) -> list[Piece]:
        if not (block.header or block.rows):
            return []
        made = table(block, self._tools.style, self._width - indent, indent, self._in_cell)
        look = self._tools.style.table(block.style)
        return [Piece(made, look.space_before, look.space_after, is_table=True)]

    def _in_cell(self, paragraph: Paragraph, class_name: str) -> Node:
        name = paragraph.style or class_name
        return self._set(paragraph.content, self._tools.styles.paragraph(name), name)

    def _chart(self, block: Chart, _indent: float, _depth: int) -> list[Piece]:
        style, font = self._tools.style.chart(block.style), self._tools.style.font.name
        number = next(self._tools.drawings)
        made = element("p", add_chart(self._part, block, style, font, self._width, number))
        return [self._piece(made, "")]

    def _image(self, block: Image, indent: float, _depth: int) -> list[Piece]:
        wide = min(Mm(block.width), Pt(self._width - indent))
        try:
            pixels = Pixels.from_blob(block.data)
            high = round(wide * pixels.px_height / pixels.px_width)  # whatever the file says of dpi
            inline = self._part.new_pic_inline(BytesIO(block.data), wide, high)
        except Exception as fault:
            raise ValueError(f"the picture {block.name} cannot be read") from fault
        # python-docx counts what already stands in the part, and this does not stand there yet.
        inline.docPr.set("id", str(next(self._tools.drawings)))
        inline.docPr.set("descr", block.alternative)
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        style = self._tools.styles.paragraph(block.style)
        properties = element(
            "pPr",
            element("pStyle", val=style),
            _indented(self._left(Paragraph((), block.style), indent)),
        )
        picture = element("r", element("drawing", etree.tostring(inline, encoding="unicode")))
        return [self._piece(element("p", properties, picture), block.style)]


def _runs(part: Inline, italic: bool, foreign: str) -> list[Node]:
    match part:
        case Run():
            properties = [
                element("b") if part.strong else None,
                toggle("i", not italic) if part.em else None,
                element("lang", val=foreign) if part.em else None,
            ]
            shown = any(one is not None for one in properties)
            return [element("r", element("rPr", *properties) if shown else None, text(part.text))]
        case LineBreak():
            return [element("r", element("br"))]
        case PageNumber():
            return _field("PAGE")
        case PageCount():
            return _field("NUMPAGES")
        case Placeholder():
            return [element("r", text(f"${{{part.name}}}"))]


def _field(instruction: str) -> list[Node]:
    """Make a field; the stored result is what a program shows that does not compute it."""
    return [
        _field_mark("begin"),
        element("r", instruction_text(f" {instruction} ")),
        _field_mark("separate"),
        element("r", text("1")),
        _field_mark("end"),
    ]


def _field_mark(kind: str) -> Node:
    return element("r", element("fldChar", fldCharType=kind))


def _mark_properties(content: Sequence[Inline]) -> Node | None:
    """Make a list's marker bold where the text begins so."""
    first = content[0] if content else None
    strong = isinstance(first, Run) and first.strong
    return element("rPr", element("b")) if strong else None


def _indented(left: float) -> Node | None:
    return element("ind", left=twips(left)) if left else None
