"""The looks of a template pack: page, paragraph, heading, list and table styles as plain values.

They are read from the pack's ``gaya.toml``. A style class takes what it does not say from the
``default`` of its kind. Lengths: pages in millimetres, everything else in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The type family: ``name`` is what DOCX asks for, the paths are what PDF embeds."""

    name: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


@dataclass(frozen=True, slots=True)
class PageStyle:
    """A kind of page. Millimetres; header and footer stand inside the top and bottom margins."""

    width: float = 210
    height: float = 297
    left: float = 30
    right: float = 20
    top: float = 20
    bottom: float = 25
    header_distance: float = 10
    footer_distance: float = 10

    @property
    def landscape(self) -> bool:
        """Tell whether the page lies on its long side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph, heading or list text is set. Points; ``leading`` in font sizes."""

    size: float = 11
    leading: float = 1.25
    align: str = "justify"  # left | right | center | justify
    space_before: float = 0
    space_after: float = 6
    left_indent: float = 0
    right_indent: float = 0
    first_indent: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    keep_with_next: bool = False
    rule_below: float = 0
    rule_colour: str = "#000000"


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How list items are set: each depth is indented by ``indent``, the marker hangs in it."""

    indent: float = 18
    bullet: str = "•"
    decimal: str = "{}."
    alpha: str = "{}."
    text: str = ""  # name of the paragraph style of the items' text


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How a table looks. ``border`` is a line width; 0 draws none.

    ``text`` names the paragraph style of its cells, ``header_text`` that of its header rows;
    a cell's own style class may give ``CellStyle`` instead.
    """

    border: float = 0.5
    border_colour: str = "#000000"
    header_fill: str = ""
    zebra_fill: str = ""
    padding: float = 3
    text: str = "tabel"
    header_text: str = "tabel-kepala"
    number_text: str = "tabel-angka"
    valign: str = "top"
    space_before: float = 3
    space_after: float = 9


@dataclass(frozen=True, slots=True)
class CellStyle:
    """A cell class: fill and paragraph style; empty means as the table says."""

    fill: str = ""
    text: str = ""
    valign: str = ""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How a chart looks. Height in points; one colour a series."""

    height: float = 230
    colours: tuple[str, ...] = ("#9DB2C9", "#1F4E79")
    size: float = 9
    grid_colour: str = "#D9D9D9"


@dataclass(frozen=True, slots=True)
class StampStyle:
    """How the stamp of a draft is set, at the top of each page."""

    size: float = 12
    colour: str = "#C00000"


@dataclass(frozen=True)
class Style:
    """All looks of a pack; headings are the paragraph classes ``h1`` to ``h3``."""

    font: FontFamily
    pages: Mapping[str, PageStyle] = field(default_factory=dict)
    paragraphs: Mapping[str, TextStyle] = field(default_factory=dict)
    lists: Mapping[str, ListStyle] = field(default_factory=dict)
    tables: Mapping[str, TableStyle] = field(default_factory=dict)
    cells: Mapping[str, CellStyle] = field(default_factory=dict)
    charts: Mapping[str, ChartStyle] = field(default_factory=dict)
    stamp: StampStyle = StampStyle()

    def page(self, name: str) -> PageStyle:
        """Give a page style; the empty name is the default."""
        return self.pages[name or DEFAULT]

    def text(self, name: str) -> TextStyle:
        """Give a paragraph style; the empty name is the default."""
        return self.paragraphs[name or DEFAULT]

    def list(self, name: str) -> ListStyle:
        """Give a list style; the empty name is the default."""
        return self.lists[name or DEFAULT]

    def table(self, name: str) -> TableStyle:
        """Give a table style; the empty name is the default."""
        return self.tables[name or DEFAULT]

    def cell(self, name: str) -> CellStyle:
        """Give a cell style; the empty name is the default."""
        return self.cells[name or DEFAULT]

    def chart(self, name: str) -> ChartStyle:
        """Give a chart style; the empty name is the default."""
        return self.charts[name or DEFAULT]


DEFAULT = "default"
