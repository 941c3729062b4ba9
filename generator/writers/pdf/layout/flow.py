"""Blocks → flowables: one short function a block."""

from collections.abc import Callable, Mapping, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

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
from generator.writers.pdf.layout.keep import Kept
from generator.writers.pdf.layout.picture import Picture
from generator.writers.pdf.layout.text import PageFields, SetParagraph, Typesetter
from generator.writers.pdf.tagging.speech import Tongue
from generator.writers.pdf.tagging.structure import Traits

_LEAST_TEXT = 72  # points that text keeps, however deep its list lies
_BLANK = (Run("\u00a0"),)  # ReportLab draws the marker of no empty paragraph
_NUMBERING = {Marker.DECIMAL: "Decimal", Marker.ALPHA: "LowerAlpha", Marker.BULLET: "Disc"}


class Bookmark(Flowable):  # type: ignore[misc]
    """A heading's entry in the outline; it takes no room."""

    _ZEROSIZE = 1

    def __init__(self, title: str, level: int) -> None:
        super().__init__()
        self.title = title
        self.level = level

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Note the place; the outline is written when all pages are known."""
        _x, y = self.canv.absolutePosition(0, 0)
        self.canv.note_bookmark(self.title, self.level, y)


class Flow:
    """Turns the blocks of one kind of page into flowables.

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
        self._make: Mapping[type, Callable[..., list[Flowable]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            List: self._list,
            Table: self._table,
            Chart: self._chart,
            Image: self._image,
        }

    def flowables(self, blocks: Sequence[Block]) -> list[Flowable]:
        """Give the flowables of some blocks, those that belong together kept together."""
        return Kept.join(self._blocks(blocks, 0), self._height)

    def _blocks(self, blocks: Sequence[Block], indent: float) -> list[Flowable]:
        made: list[Flowable] = []
        for block in blocks:
            make = self._make.get(type(block))
            if make is None:
                raise TypeError(f"the PDF writer knows no {type(block).__name__}")
            made += make(block, indent)
        return made

    def _heading(self, block: Heading, indent: float) -> list[Flowable]:
        style = self._style.text(block.style or f"h{block.level}")
        title = self._set(block.content, style, indent, f"H{block.level}")
        title.keeps = True
        mark = Bookmark(plain_text(block.content).strip(), block.level - 1)
        mark.keeps = True
        return [mark, title]

    def _paragraph(self, block: Paragraph, indent: float) -> list[Flowable]:
        return [self._set(block.content, self._style.text(block.style), indent, "P")]

    def _set(
        self, content: Sequence[Inline], style: TextStyle, indent: float, tag: str
    ) -> SetParagraph:
        shown = self._typesetter.content(content)
        made = self._typesetter.paragraph(
            shown, style, indent=self._indent(style, indent), fields=self._fields
        )
        made.keeps = style.keep_with_next
        made.speech = self._tongue.speech(shown, self._structure.add(tag))
        return made

    def _indent(self, style: TextStyle, indent: float) -> float:
        """Give an indent that leaves room for text."""
        room = self._width - style.left_indent - style.right_indent - _LEAST_TEXT
        return max(min(indent, room), 0)

    def _list(self, block: List, indent: float) -> list[Flowable]:
        with self._structure.inside("L", Traits(numbering=_NUMBERING[block.marker])):
            return [
                flowable
                for number, item in enumerate(block.items, block.start)
                for flowable in self._item(block, item, number, indent)
            ]

    def _item(self, block: List, item: ListItem, number: int, indent: float) -> list[Flowable]:
        style = self._style.list(block.style)
        inner = min(indent + style.indent, max(self._width - _LEAST_TEXT, 0))
        marker = _marker(block.marker, number, style.bullet, style.decimal, style.alpha)
        first, rest = first_paragraph(item)
        text = self._style.text(first.style or style.text)
        shown = self._typesetter.content(first.content)
        made = self._typesetter.paragraph(
            shown or _BLANK,
            text,
            indent=self._indent(text, inner),
            marker=marker,
            marker_indent=indent,
            fields=self._fields,
        )
        made.keeps = text.keep_with_next
        with self._structure.inside("LI"):
            made.label = self._structure.add("Lbl")
            with self._structure.inside("LBody") as body:
                element = self._structure.add("P") if rest else body
                made.speech = self._tongue.speech(shown, element)
                return [made, *self._blocks(rest, inner)]

    def _chart(self, block: Chart, _indent: float) -> list[Flowable]:
        style = self._style.chart(block.style)
        element = self._structure.add("Figure", Traits(alternative=block.alternative))
        height = min(style.height, self._height)
        return [ColumnChart(block, style, self._typesetter, height, element)]

    def _image(self, block: Image, _indent: float) -> list[Flowable]:
        element = None
        if block.alternative:
            element = self._structure.add("Figure", Traits(alternative=block.alternative))
        picture = Picture(block, min(block.width * mm, self._width), self._height, element)
        align = self._style.text(block.style).align.upper()
        picture.hAlign = align if align in {"LEFT", "RIGHT", "CENTER"} else "LEFT"
        return [picture]

    def _table(self, block: Table, indent: float) -> list[Flowable]:
        return self._tables.flowables(block, self._width, indent, self._height)


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
