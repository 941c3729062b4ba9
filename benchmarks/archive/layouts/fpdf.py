"""Blocks → PDF by fpdf2, with the fonts of the system embedded."""

from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from benchmarks.archive.blocks import Block, Cell, Document, Heading, Table, Text, Turn
from benchmarks.archive.look import Look, Rules

FONTS = Path("/usr/share/fonts/truetype/dejavu")
BORDERS = {
    Rules.GRID: TableBordersLayout.ALL,
    Rules.HORIZONTAL: TableBordersLayout.HORIZONTAL_LINES,
    Rules.ZEBRA: TableBordersLayout.NONE,
    Rules.HEAD: TableBordersLayout.SINGLE_TOP_LINE,
    Rules.NONE: TableBordersLayout.NONE,
}


class Book(FPDF):
    """A document with running lines."""

    def __init__(self, look: Look) -> None:
        super().__init__(unit="pt", format="A4")
        self.look = look

    def header(self) -> None:
        self._running(20, self.look.head)

    def footer(self) -> None:
        self._running(-30, self.look.foot.replace("{page}", str(self.page_no())))

    def _running(self, height: float, line: str) -> None:
        if line:
            self.set_y(height)
            self.set_font("body", size=8)
            self.cell(0, 10, line, align="C", new_x="LMARGIN", new_y="NEXT")
            self.ln(10)


def fpdf2(document: Document, path: Path) -> None:
    """Print with fpdf2."""
    book = Book(document.look)
    face = "DejaVuSerif" if document.look.serif else "DejaVuSans"
    book.add_font("body", "", FONTS / f"{face}.ttf")
    book.add_font("body", "B", FONTS / f"{face}-Bold.ttf")
    book.set_margin(50)
    book.set_auto_page_break(True, 50)
    book.add_page()
    for block in document.blocks:
        _block(book, block)
    book.output(str(path))


def _block(book: Book, block: Block) -> None:
    size = book.look.size
    match block:
        case Heading(text, level):
            book.set_font("body", "B", size + (8, 4, 2)[level])
            book.ln(6)
            book.multi_cell(
                0, None, text, align="L" if level else "C", new_x="LMARGIN", new_y="NEXT"
            )
        case Text():
            _text(book, block)
        case Turn(landscape):
            book.add_page("L" if landscape else "P")
        case Table():
            _table(book, block)


def _text(book: Book, block: Text) -> None:
    book.set_font("body", "B" if block.bold else "", book.look.size)
    book.set_x(book.l_margin + 18 * block.indent)
    if block.mark:
        book.cell(18, book.look.size * 1.3, block.mark)
    book.multi_cell(
        0,
        book.look.size * 1.3,
        block.text,
        align="J" if block.justify else "L",
        new_x="LMARGIN",
        new_y="NEXT",
    )


def _table(book: Book, table: Table) -> None:
    look = book.look
    book.set_font("body", size=look.size)
    borders = BORDERS[look.rules] if table.ruled else TableBordersLayout.NONE
    zebra = look.rules is Rules.ZEBRA and table.ruled
    with book.table(
        col_widths=tuple(round(w * 1000) for w in table.widths),
        borders_layout=borders,
        first_row_as_headings=bool(table.head),
        headings_style=FontFace(emphasis="BOLD"),
        cell_fill_color=(230, 238, 246) if zebra else None,
        cell_fill_mode="ROWS" if zebra else "NONE",
        line_height=look.size * 1.3,
        text_align="LEFT",
        padding=2,
    ) as grid:
        if table.head:
            grid.row(table.head)
        for cells in table.rows:
            row = grid.row()
            for cell in cells:
                _cell(row, cell)
    book.ln(8)


def _cell(row: object, cell: Cell) -> None:
    text = cell.text if cell.rows else ""
    style = FontFace(emphasis="BOLD") if cell.bold else None
    row.cell(text, align=cell.align.upper(), colspan=cell.columns, style=style)  # type: ignore[attr-defined]
