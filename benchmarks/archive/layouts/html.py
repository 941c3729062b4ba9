"""Blocks → HTML, which browsers and other engines then print."""

from html import escape

from benchmarks.archive.blocks import Block, Cell, Document, Heading, Table, Text, Turn
from benchmarks.archive.look import Look, Rules

LINES = {
    Rules.GRID: "td,th{border:0.7pt solid #000}",
    Rules.HORIZONTAL: "tr{border-bottom:0.6pt solid #444}table{border-top:1pt solid #000}",
    Rules.ZEBRA: "tr:nth-child(even) td{background:#e8eef7}th{background:#1f3b64;color:#fff}",
    Rules.HEAD: "thead tr{border-bottom:1.2pt solid #000;border-top:1.2pt solid #000}"
    "table{border-bottom:1.2pt solid #000}",
    Rules.NONE: "",
}


def page(document: Document) -> str:
    """Give the whole document as one page of HTML with its style sheet."""
    look = document.look
    body = "".join(_block(b, look) for b in document.blocks)
    mark = f'<div class="mark">{escape(look.watermark)}</div>' if look.watermark else ""
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>'
        f"{escape(document.title)}</title><style>{_style(look)}</style></head>"
        f"<body>{mark}<div>{body}</div></body></html>"
    )


def _style(look: Look) -> str:
    family = "Liberation Serif" if look.serif else "Liberation Sans"
    head, foot = (_content(line) for line in (look.head, look.foot))
    return (
        f"@page{{size:A4 portrait;margin:22mm 18mm;@top-center{{content:{head};font-size:8pt}}"
        f"@bottom-center{{content:{foot};font-size:8pt}}}}"
        "@page wide{size:A4 landscape}"
        f"body{{font-family:'{family}';font-size:{look.size}pt;margin:0}}"
        ".wide{page:wide}.new{break-before:page}h1{font-size:1.3em}h2{font-size:1.1em}"
        ".t0{text-align:center;font-size:1.7em;font-weight:bold;margin:0.6em 0}"
        "table{width:100%;border-collapse:collapse;margin:4pt 0 10pt;table-layout:fixed}"
        "td,th{padding:2.5pt 4pt;vertical-align:top;overflow-wrap:break-word}"
        ".j{text-align:justify;hyphens:auto}p{margin:3pt 0}"
        "em{font-style:normal}.m{display:flex}.m>span{flex:0 0 1.6em}"
        ".mark{position:fixed;top:40%;left:15%;font-size:60pt;color:#eee;transform:rotate(-35deg);"
        "z-index:-1}"
        f"{LINES[look.rules]}.bare td{{border:none!important;background:none!important}}"
        ".bare tr{border:none!important}"
    )


def _content(line: str) -> str:
    before, _, after = line.partition("{page}")
    if "{page}" not in line:
        return f'"{line}"'
    return f'"{before}" counter(page) "{after}"'


def _block(block: Block, look: Look) -> str:
    match block:
        case Heading(text, 0):
            return f'<div class="t0">{escape(text)}</div>'
        case Heading(text, level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Text():
            return _text(block)
        case Turn(landscape):
            return f'</div><div class="new{" wide" if landscape else ""}">'
        case Table():
            return _table(block, look)


def _text(block: Text) -> str:
    words = escape(block.text)
    words = f"<b>{words}</b>" if block.bold else words
    style = f' style="margin-left:{block.indent * 1.6}em"'
    kind = "j" if block.justify else ""
    if block.mark:
        mark = f"<span>{escape(block.mark)}</span>"
        return f'<p class="m {kind}"{style}>{mark}<em>{words}</em></p>'
    return f'<p class="{kind}"{style}>{words}</p>'


def _table(table: Table, look: Look) -> str:
    columns = "".join(f'<col style="width:{w:.2%}">' for w in table.widths)
    head = "".join(f"<th>{escape(h)}</th>" for h in table.head)
    head = f"<thead><tr>{head}</tr></thead>" if head else ""
    rows = "".join(f"<tr>{''.join(_cell(c) for c in row)}</tr>" for row in table.rows)
    kind = "" if table.ruled else ' class="bare"'
    return f"<table{kind}><colgroup>{columns}</colgroup>{head}<tbody>{rows}</tbody></table>"


def _cell(cell: Cell) -> str:
    if cell.rows == 0:
        return ""
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    words = "<br>".join(escape(line) for line in cell.text.split("\n"))
    words = f"<b>{words}</b>" if cell.bold else words
    return f'<td{spans} style="text-align:{cell.align}">{words}</td>'
