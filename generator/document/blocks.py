"""What a document is made of: a few frozen blocks that know *table* and never *score*.

A document is described once in these blocks and written by writers that know nothing else, so two
formats cannot disagree. ``style`` is always the name of a style class of the template pack (empty
for the default); looks are the style file's business.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.document.forms import AnySection


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text set in one way; ``em`` marks words of the document's foreign language."""

    text: str
    strong: bool = False
    em: bool = False


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page that this stands on; only in a section's header or footer."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """The number of pages of the whole file; only in a section's header or footer."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place that another program fills, by its name; only a format that is edited has it."""

    name: str


Inline = Run | LineBreak | PageNumber | PageCount | Placeholder


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    content: tuple[Inline, ...]
    style: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; it becomes a bookmark and stays with what follows."""

    level: int
    content: tuple[Inline, ...]
    style: str = ""


class Marker(Enum):
    """How the items of a list are marked."""

    DECIMAL = "1"
    ALPHA = "a"
    BULLET = "-"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: a paragraph, and whatever belongs under it (further paragraphs, lists)."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class List:
    """A list; each list counts from ``start`` anew."""

    items: tuple[ListItem, ...]
    marker: Marker = Marker.BULLET
    start: int = 1
    style: str = ""


class Scope(Enum):
    """What a cell with a heading in it heads: the cells below it, those beside it, or both."""

    COLUMN = "Column"
    ROW = "Row"
    BOTH = "Both"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``scope`` is None where it heads nothing.

    ``numeric`` marks a cell that holds one number or its dash and nothing else: such text cannot
    move a line, so two sections that differ in numeric cells alone have one layout.
    """

    content: tuple[Paragraph, ...]
    rowspan: int = 1
    colspan: int = 1
    numeric: bool = False
    style: str = ""
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its own cells, without those that reach into it from a row above."""

    cells: tuple[Cell, ...]
    style: str = ""


class Role(Enum):
    """What a table is to a reader who does not see it.

    A LIST only uses the grid to set labels beside their values: each cell that heads its row is a
    label, what follows it in the row is its value. It is read pair by pair, down the first column
    of labels, then the next; a label without a value is a paragraph.
    """

    TABLE = "table"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``columns`` are shares of the width, ``header`` rows repeat on every page.

    A cell that spans rows is repeated at the top of a page where a writer is able to. ``caption``
    says what the table shows; it is heard, not printed.
    """

    columns: tuple[float, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    style: str = ""
    caption: str = ""
    role: Role = Role.TABLE


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars, a value for each category of the chart; None draws no bar."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A clustered bar chart; ``alternative`` says in words what it shows."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    minimum: Decimal
    maximum: Decimal
    alternative: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the pack's assets (PNG or JPEG) as bytes, ``width`` in millimetres."""

    name: str
    data: bytes
    width: float
    alternative: str
    style: str = ""


SLOT = "\ue000"
"""Begins the text of a cell that a number is filled into later; which one stands behind it."""

Block = Paragraph | Heading | List | Table | Chart | Image


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one kind, begun on a new page; ``style`` names a page style.

    ``header`` and ``footer`` stand on every page of the section, in its margins.
    """

    blocks: tuple[Block, ...]
    style: str = ""
    header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()


class Relationship(Enum):
    """What an attachment is to the document (ISO 19005-3, 6.8): made from it, or data beside it."""

    SOURCE = "Source"
    DATA = "Data"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a document carries inside itself, where its format has room for one."""

    name: str
    mime: str
    data: bytes
    description: str
    relationship: Relationship = Relationship.DATA


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation as it is printed, and the words that it stands for."""

    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; ``stamp`` (such as KONSEP) is printed on every page when not empty.

    ``date`` is the day it is dated, None for a draft. ``foreign`` is the language of the foreign
    words in it. Languages are tags such as ``id-ID`` (BCP 47). ``abbreviations`` are those whose
    words are heard where they stand in the text.
    """

    title: str
    language: str
    sections: tuple["AnySection", ...]
    author: str = ""
    stamp: str = ""
    date: datetime.date | None = None
    foreign: str = "en"
    attachments: tuple[Attachment, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


def plain_text(content: tuple[Inline, ...]) -> str:
    """Give the text of inline content: a line break is a blank, page fields are left out."""
    return "".join(_plain(part) for part in content)


def _plain(part: Inline) -> str:
    if isinstance(part, Run):
        return part.text
    return " " if isinstance(part, LineBreak) else ""


def first_paragraph(item: ListItem) -> tuple[Paragraph, tuple[Block, ...]]:
    """Give the paragraph that carries an item's marker, empty if none leads it, and the rest."""
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        return item.blocks[0], item.blocks[1:]
    return Paragraph(()), item.blocks


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Go through blocks in reading order, into list items; a table or chart is one block."""
    for block in blocks:
        yield block
        if isinstance(block, List):
            for item in block.items:
                yield from walk(item.blocks)
