"""Blocks → DOCX → PDF by LibreOffice, as an office would have issued it."""

import tempfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from benchmarks.archive.blocks import Block, Cell, Document, Heading, Table, Text, Turn
from benchmarks.archive.layouts.engines import office
from benchmarks.archive.look import Look, Rules

STYLES = {
    Rules.GRID: "Table Grid",
    Rules.ZEBRA: "Light List Accent 1",
    Rules.HORIZONTAL: "Light Shading",
}
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def libreoffice_docx(document: Document, path: Path) -> None:
    """Write a DOCX and let LibreOffice print it."""
    book = docx.Document()
    style = book.styles["Normal"]
    style.font.name = "Liberation Serif" if document.look.serif else "Liberation Sans"
    style.font.size = Pt(document.look.size)
    _running(book, document.look)
    for block in document.blocks:
        _block(book, block, document.look)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "laporan.docx")
        book.save(str(source))
        office(source, path)


def _running(book: Any, look: Look) -> None:
    section = book.sections[0]
    section.header.paragraphs[0].text = look.head
    before, _, after = look.foot.partition("{page}")
    foot = section.footer.paragraphs[0]
    foot.add_run(before)
    if "{page}" in look.foot:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        foot._p.append(field)
        foot.add_run(after)


def _block(book: Any, block: Block, look: Look) -> None:
    match block:
        case Heading(text, level):
            book.add_heading(text, level)
        case Text():
            _text(book, block)
        case Turn(landscape):
            _turn(book, landscape)
        case Table():
            _table(book, block, look)


def _text(book: Any, block: Text) -> None:
    paragraph = book.add_paragraph()
    shape = paragraph.paragraph_format
    shape.space_after = Pt(3)
    shape.left_indent = Pt(18 * (block.indent + bool(block.mark)))
    if block.mark:
        shape.first_line_indent = Pt(-18)
        paragraph.add_run(f"{block.mark}\t").bold = block.bold
    if block.justify:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.add_run(block.text).bold = block.bold


def _turn(book: Any, landscape: bool) -> None:
    section = book.add_section(WD_SECTION.NEW_PAGE)
    wide = section.page_width > section.page_height
    if wide != landscape:
        section.page_width, section.page_height = section.page_height, section.page_width
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT


def _table(book: Any, table: Table, look: Look) -> None:
    count = len(table.widths)
    grid = book.add_table(rows=0, cols=count)
    if table.ruled and look.rules in STYLES:
        grid.style = STYLES[look.rules]
    width = book.sections[-1].page_width - book.sections[-1].left_margin * 2
    grid.autofit = False
    for column, share in zip(grid.columns, table.widths, strict=True):
        column.width = int(width * share)
    rows = [tuple(Cell(h, bold=True) for h in table.head)] if table.head else []
    for row in (*rows, *table.rows):
        _row(grid, row, [int(width * w) for w in table.widths])
    _merge(grid, (*rows, *table.rows))
    if table.head:
        mark = OxmlElement("w:tblHeader")
        grid.rows[0]._tr.get_or_add_trPr().append(mark)
    book.add_paragraph()


def _row(grid: Any, row: tuple[Cell, ...], widths: list[int]) -> None:
    cells = grid.add_row().cells
    at = 0
    for cell in row:
        place = cells[at]
        if cell.columns > 1:
            place = place.merge(cells[at + cell.columns - 1])
        place.width = sum(widths[at : at + cell.columns])
        paragraph = place.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.alignment = ALIGN[cell.align]
        if cell.rows:
            paragraph.add_run(cell.text).bold = cell.bold or None
        at += cell.columns


def _merge(grid: Any, rows: tuple[tuple[Cell, ...], ...]) -> None:
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.rows > 1:
                for below in range(cell.rows):
                    mark = OxmlElement("w:vMerge")
                    mark.set(qn("w:val"), "continue" if below else "restart")
                    grid.rows[at + below].cells[column]._tc.get_or_add_tcPr().append(mark)
