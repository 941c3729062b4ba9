"""Blocks as plain text, one thing a line, so that a change shows in a diff."""

from collections.abc import Iterator, Sequence

from generator.document.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Image,
    Inline,
    LineBreak,
    List,
    ListItem,
    PageCount,
    PageNumber,
    Paragraph,
    Role,
    Row,
    Run,
    Scope,
    Section,
    Table,
)

_FIELDS = {LineBreak: "⏎", PageNumber: "‹page›", PageCount: "‹pages›"}


def dump(document: Document) -> str:
    """Give a document as text."""
    lines = [f"document {document.title} ({document.language}) {document.stamp}".rstrip()]
    for section in document.sections:
        lines += _section(section)
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"section {section.style}".rstrip()
    for name, blocks in (("header", section.header), ("footer", section.footer)):
        if blocks:
            yield f"  {name}"
            yield from _blocks(blocks, "    ")
    yield from _blocks(section.blocks, "  ")


def _blocks(blocks: Sequence[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield indent + line


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            name = f"h{block.level}" if isinstance(block, Heading) else "p"
            yield f"{name}{_class(block.style)} {_text(block.content)}"
        case List():
            yield f"list {block.marker.value} from {block.start}{_class(block.style)}"
            yield from (line for item in block.items for line in _item(item))
        case Table():
            shares = " ".join(f"{share:g}" for share in block.columns)
            role = "" if block.role is Role.TABLE else f" read as {block.role.value}"
            yield f"table{_class(block.style)} [{shares}]{role} {block.caption}".rstrip()
            yield from (f"  head {_row(row)}" for row in block.header)
            yield from (f"  row {_row(row)}" for row in block.rows)
        case Chart():
            yield f"chart {block.title}: {block.minimum}–{block.maximum}; {block.alternative}"
            for series in block.series:
                pairs = zip(block.categories, series.values, strict=True)
                yield f"  {series.name}: " + ", ".join(f"{name} {value}" for name, value in pairs)
        case Image():
            yield f"image {block.name} {block.width} mm: {block.alternative}"


def _item(item: ListItem) -> Iterator[str]:
    yield "  item"
    yield from _blocks(item.blocks, "    ")


def _row(row: Row) -> str:
    return " | ".join(_cell(cell) for cell in row.cells) + _class(row.style)


def _cell(cell: Cell) -> str:
    spans = "".join(
        f"‹{sign}{span}›" for sign, span in (("↓", cell.rowspan), ("→", cell.colspan)) if span > 1
    )
    scope = {None: "", Scope.COLUMN: "", Scope.ROW: "‹row›", Scope.BOTH: "‹both›"}[cell.scope]
    text = " ¶ ".join(_text(paragraph.content) for paragraph in cell.content)
    return f"{scope}{spans}{'#' if cell.numeric else ''}{text}"


def _text(content: Sequence[Inline]) -> str:
    return "".join(_inline(part) for part in content)


def _inline(part: Inline) -> str:
    if not isinstance(part, Run):
        return _FIELDS[type(part)]
    text = f"/{part.text}/" if part.em else part.text
    return f"*{text}*" if part.strong else text


def _class(style: str) -> str:
    return f" .{style}" if style else ""
