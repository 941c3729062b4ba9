"""Blocks → items: one short function a block."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.document.blocks import (
    Block,
    Chart,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Marker,
    Paragraph,
    Run,
    Table,
    first_paragraph,
    plain_text,
)
from generator.document.style import Style, TextStyle
from generator.writers.pdf.layout.cells import TableSetter
from generator.writers.pdf.layout.chart import ColumnChart
from generator.writers.pdf.layout.item import Bookmark, Item
from generator.writers.pdf.layout.keep import Kept
from generator.writers.pdf.layout.picture import Picture
from generator.writers.pdf.layout.text import PageFields, SetText, Typesetter
from generator.writers.pdf.tagging.speech import Tongue
from generator.writers.pdf.tagging.structure import Traits

_LEAST_TEXT = 72  # points that text keeps, however deep its list lies
_BLANK = (Run("\u00a0"),)  # the marker of an empty paragraph stands in a line
_NUMBERING = {Marker.DECIMAL: "Decimal", Marker.ALPHA: "LowerAlpha", Marker.BULLET: "Disc"}


class Flow:
    """Turns the blocks of one kind of page into items.

    ``width`` and ``height`` are those of the frame, in points; ``fields`` says what page fields
    print. What is made becomes elements of ``tongue``'s structure, in reading order.
    """

    def __init__(
        self,
        style: Style,
        typesetter: Typesetter,
        tongue: Tongue,
        width: float,
        height: float,
        fields: PageFields | None = None,
    ) -> None:
        self._style = style
        self._typesetter = typesetter
        self._tongue = tongue
        self._structure = tongue.structure
        self._tables = TableSetter(style, typesetter, tongue, fields)
        self._width = width
        self._height = height
        self._fields = fields
        self._make: Mapping[type, Callable[..., list[Item]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            List: self._list,
            Table: self._table,
            Chart: self._chart,
            Image: self._image,
        }

    def items(self, blocks: Sequence[Block]) -> list[Item]:
        """Give the items of some blocks, those that belong together kept together."""
        return Kept.join(self._blocks(blocks, 0), self._height)

    def _blocks(self, blocks: Sequence[Block], indent: float) -> list[Item]:
        made: list[Item] = []
        for block in blocks:
            make = self._make.get(type(block))
            if make is None:
                raise TypeError(f"the PDF writer knows no {type(block).__name__}")
            made += make(block, indent)
        return made

    def _heading(self, block: Heading, indent: float) -> list[Item]:
        style = self._style.text(block.style or f"h{block.level}")
        title = self._set(block.content, style, indent, f"H{block.level}")
        mark = Bookmark(plain_text(block.content).strip(), block.level - 1)
        return [mark, replace(title, keeps=True)]

    def _paragraph(self, block: Paragraph, indent: float) -> list[Item]:
        return [self._set(block.content, self._style.text(block.style), indent, "P")]

    def _set(self, content: Sequence[Inline], style: TextStyle, indent: float, tag: str) -> SetText:
        shown = self._typesetter.content(content)
        made = self._typesetter.paragraph(
            shown, style, self._width, indent=self._indent(style, indent), fields=self._fields
        )
        speech = self._tongue.speech(shown, self._structure.add(tag))
        return replace(made, speech=speech, keeps=style.keep_with_next)

    def _indent(self, style: TextStyle, indent: float) -> float:
        """Give an indent that leaves room for text."""
        room = self._width - style.left_indent - style.right_indent - _LEAST_TEXT
        return max(min(indent, room), 0)

    def _list(self, block: List, indent: float) -> list[Item]:
        with self._structure.inside("L", Traits(numbering=_NUMBERING[block.marker])):
            return [
                made
                for number, item in enumerate(block.items, block.start)
                for made in self._item(block, item, number, indent)
            ]

    def _item(self, block: List, item: ListItem, number: int, indent: float) -> list[Item]:
        style = self._style.list(block.style)
        inner = min(indent + style.indent, max(self._width - _LEAST_TEXT, 0))
        marker = _marker(block.marker, number, style.bullet, style.decimal, style.alpha)
        first, rest = first_paragraph(item)
        text = self._style.text(first.style or style.text)
        shown = self._typesetter.content(first.content)
        made = self._typesetter.paragraph(
            shown or _BLANK,
            text,
            self._width,
            indent=self._indent(text, inner),
            marker=marker,
            marker_indent=indent,
            fields=self._fields,
        )
        with self._structure.inside("LI"):
            label = self._structure.add("Lbl")
            with self._structure.inside("LBody") as body:
                element = self._structure.add("P") if rest else body
                speech = self._tongue.speech(shown, element)
                heard = replace(made, speech=speech, label=label, keeps=text.keep_with_next)
                return [heard, *self._blocks(rest, inner)]

    def _chart(self, block: Chart, _indent: float) -> list[Item]:
        style = self._style.chart(block.style)
        element = self._structure.add("Figure", Traits(alternative=block.alternative))
        height = min(style.height, self._height)
        return [ColumnChart(block, style, self._typesetter, self._width, height, element)]

    def _image(self, block: Image, indent: float) -> list[Item]:
        element = None
        if block.alternative:
            element = self._structure.add("Figure", Traits(alternative=block.alternative))
        style = self._style.text(block.style)
        sides = (indent + style.left_indent, self._width)
        return [Picture(block, sides, self._height, style.align, element)]

    def _table(self, block: Table, indent: float) -> list[Item]:
        return self._tables.items(block, self._width, indent, self._height)


def _marker(marker: Marker, number: int, bullet: str, decimal: str, alpha: str) -> str:
    written = {
        Marker.BULLET: lambda: bullet,
        Marker.DECIMAL: lambda: decimal.format(number),
        Marker.ALPHA: lambda: alpha.format(letters_of(number)),
    }
    return written[marker]()


def letters_of(number: int) -> str:
    """Count in letters: 1 is a, 26 is z, 27 is aa; 0 and below stay figures."""
    if number < 1:
        return str(number)
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
