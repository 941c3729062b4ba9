"""Blocks → PDF by Typst."""

import json
from pathlib import Path

from benchmarks.archive.blocks import Block, Cell, Document, Heading, Table, Text, Turn
from benchmarks.archive.look import Look, Rules

STROKES = {
    Rules.GRID: "stroke: 0.6pt",
    Rules.HORIZONTAL: "stroke: (x, y) => (bottom: 0.5pt + gray)",
    Rules.ZEBRA: 'stroke: none, fill: (x, y) => if calc.odd(y) { rgb("#e8eef7") }',
    Rules.HEAD: "stroke: (x, y) => if y == 0 { (top: 1pt, bottom: 1pt) }",
    Rules.NONE: "stroke: none",
}


def typst(document: Document, path: Path) -> None:
    """Print with Typst."""
    import typst as engine

    source = _preamble(document.look) + "\n".join(_block(b, document.look) for b in document.blocks)
    path.write_bytes(engine.compile(source.encode()))


def _preamble(look: Look) -> str:
    family = "Liberation Serif" if look.serif else "Liberation Sans"
    before, _, after = look.foot.partition("{page}")
    foot = f"{_said(before)} #context counter(page).display() {_said(after)}" if look.foot else ""
    mark = (
        f"rotate(-35deg, text(60pt, luma(235))[{_said(look.watermark)}])"
        if look.watermark
        else "none"
    )
    hyphens = str(look.justify).lower()
    return (
        f'#set text(font: "{family}", size: {look.size}pt, lang: "id", hyphenate: {hyphens})\n'
        f'#set page(paper: "a4", margin: 52pt, '
        f"header: align(center, text(8pt)[{_said(look.head)}]), "
        f"footer: align(center, text(8pt)[{foot}]), background: {mark})\n"
    )


def _said(text: str) -> str:
    return f"#{json.dumps(text, ensure_ascii=False)}" if text else ""


def _block(block: Block, look: Look) -> str:
    match block:
        case Heading(text, 0):
            return f'#align(center, text(1.7em, weight: "bold")[{_said(text)}])'
        case Heading(text, level):
            return f"#heading(level: {level})[{_said(text)}]"
        case Text():
            return _text(block)
        case Turn(landscape):
            return f"#pagebreak(weak: true)\n#set page(flipped: {str(landscape).lower()})"
        case Table():
            return _table(block, look)


def _text(block: Text) -> str:
    words = f"[{_said(block.text)}]"
    words = f"strong{words}" if block.bold else words
    words = (
        f"[#set par(justify: {str(block.justify).lower()}); #{words}]"
        if block.bold
        else (f"[#set par(justify: {str(block.justify).lower()})\n{_said(block.text)}]")
    )
    if block.mark:
        words = f"grid(columns: (16pt, 1fr), [{_said(block.mark)}], {words})"
        return f"#pad(left: {16 * block.indent}pt, {words})"
    return f"#pad(left: {16 * block.indent}pt, {words})"


def _table(table: Table, look: Look) -> str:
    columns = ", ".join(f"{w * 100:.2f}fr" for w in table.widths)
    stroke = STROKES[look.rules] if table.ruled else "stroke: none"
    head = ", ".join(f"strong[{_said(h)}]" for h in table.head)
    head = f"table.header({head})," if head else ""
    cells = ",\n".join(_cell(c) for row in table.rows for c in row if c.rows)
    return f"#table(columns: ({columns}), {stroke}, inset: 3.5pt, {head}\n{cells})"


def _cell(cell: Cell) -> str:
    lines = " #linebreak() ".join(_said(line) for line in cell.text.split("\n"))
    words = f"strong[{lines}]" if cell.bold else f"[{lines}]"
    spans = f"colspan: {cell.columns}, rowspan: {max(1, cell.rows)}"
    return f"table.cell({spans}, align: {cell.align}, {words})"
