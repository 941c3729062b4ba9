"""Blocks → PDF by ReportLab."""

from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as Grid

from benchmarks.archive.blocks import Block, Cell, Document, Heading, Table, Text, Turn
from benchmarks.archive.look import Look, Rules

MARGIN = 54
ALIGN = {"left": 0, "center": 1, "right": 2, "justify": 4}


def reportlab(document: Document, path: Path) -> None:
    """Print with ReportLab's platypus; a merged cell is its first row's with no lines below."""
    look = document.look
    book = BaseDocTemplate(str(path), pagesize=A4, title=document.title, margins=MARGIN)
    book.addPageTemplates([_sheet("tall", A4, look), _sheet("wide", landscape(A4), look)])
    flow: list[Flowable] = []
    wide = False
    for block in document.blocks:
        if isinstance(block, Turn):
            wide = block.landscape
        flow += _flow(block, look, (A4[1] if wide else A4[0]) - 2 * MARGIN)
    book.build(flow)


def _sheet(name: str, size: tuple[float, float], look: Look) -> PageTemplate:
    frame = Frame(MARGIN, MARGIN, size[0] - 2 * MARGIN, size[1] - 2 * MARGIN, 0, 0, 0, 0)

    def draw(canvas: Any, book: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(size[0] / 2, size[1] - 30, look.head)
        canvas.drawCentredString(size[0] / 2, 26, look.foot.replace("{page}", str(book.page)))
        if look.watermark:
            canvas.saveState()
            canvas.setFillGray(0.92)
            canvas.setFont("Helvetica-Bold", 64)
            canvas.translate(size[0] / 2, size[1] / 2)
            canvas.rotate(35)
            canvas.drawCentredString(0, 0, look.watermark)
            canvas.restoreState()

    return PageTemplate(name, [frame], onPage=draw, pagesize=size)


def _style(look: Look, bold: bool = False, align: str = "left", **more: Any) -> ParagraphStyle:
    base = (
        ("Times-Bold" if bold else "Times-Roman")
        if look.serif
        else ("Helvetica-Bold" if bold else "Helvetica")
    )
    settings = {
        "fontName": base,
        "fontSize": look.size,
        "leading": look.size * 1.25,
        "alignment": ALIGN[align],
    }
    return ParagraphStyle("s", **(settings | more))


def _flow(block: Block, look: Look, width: float) -> list[Flowable]:
    match block:
        case Heading(text, level):
            size = look.size + (8, 4, 2)[level]
            style = _style(
                look,
                bold=True,
                align="left" if level else "center",
                fontSize=size,
                leading=size * 1.3,
            )
            return [Spacer(1, 8), Paragraph(_safe(text), style), Spacer(1, 4)]
        case Text():
            return [_text(block, look)]
        case Turn(wide):
            return [NextPageTemplate("wide" if wide else "tall"), PageBreak()]
        case Table():
            return [_table(block, look, width), Spacer(1, 8)]


def _text(block: Text, look: Look) -> Flowable:
    align = "justify" if block.justify else "left"
    indent = 16 * (block.indent + bool(block.mark))
    style = _style(
        look, block.bold, align, leftIndent=indent, bulletIndent=max(0, indent - 16), spaceAfter=3
    )
    return Paragraph(_safe(block.text), style, bulletText=block.mark or None)


def _table(table: Table, look: Look, width: float) -> Flowable:
    rows = [[Paragraph(_safe(h), _style(look, True)) for h in table.head]] if table.head else []
    lines = _lines(look, len(rows)) if table.ruled else []
    for at, row in enumerate(table.rows, start=len(rows)):
        rows.append(_row(row, look))
        lines += _spans(row, at)
    return Grid(
        rows,
        [w * width for w in table.widths],
        repeatRows=1 if table.head else 0,
        style=lines,
        splitInRow=1,
    )


def _row(row: tuple[Cell, ...], look: Look) -> list[Any]:
    cells: list[Any] = []
    for cell in row:
        text = _safe(cell.text).replace("\n", "<br/>") if cell.rows else ""
        cells += [Paragraph(text, _style(look, cell.bold, cell.align)), *[""] * (cell.columns - 1)]
    return cells


def _spans(row: tuple[Cell, ...], at: int) -> list[tuple[Any, ...]]:
    lines: list[tuple[Any, ...]] = []
    column = 0
    for cell in row:
        if cell.columns > 1:
            lines.append(("SPAN", (column, at), (column + cell.columns - 1, at)))
        if cell.rows == 0:
            lines.append(("LINEABOVE", (column, at), (column, at), 1, colors.white))
        column += cell.columns
    return lines


def _lines(look: Look, head: int) -> list[tuple[Any, ...]]:
    top = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    kinds: dict[Rules, list[tuple[Any, ...]]] = {
        Rules.GRID: [("GRID", (0, 0), (-1, -1), 0.6, colors.black)],
        Rules.HORIZONTAL: [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)],
        Rules.ZEBRA: [
            ("ROWBACKGROUNDS", (0, head), (-1, -1), [colors.white, colors.HexColor("#e6eef6")])
        ],
        Rules.HEAD: [("LINEBELOW", (0, 0), (-1, head - 1), 1.2, colors.black)],
        Rules.NONE: [],
    }
    return [*top, *kinds[look.rules]]


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
