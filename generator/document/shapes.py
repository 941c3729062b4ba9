"""What a document looks like to a writer, without its wording and numbers.

Two documents of one shape use the same blocks, classes, spans and pictures; what differs is text,
which any writer sets. Repeated rows, items and blocks count once, so a further region or a changed
score leaves the shape as it is.
"""

import hashlib
from collections.abc import Iterable

from generator.document.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Row,
    Run,
    Section,
    Series,
    Table,
)
from generator.document.forms import plain


def shape_of(document: Document) -> str:
    """Give the shape of a document as text; equal texts are one shape."""
    sections = tuple(_section(plain(section)) for section in document.sections)
    return repr((document.language, document.foreign, bool(document.stamp), sections))


def _section(section: Section) -> object:
    parts = (section.blocks, section.header, section.footer)
    return (section.style, *(_each(_block(block) for block in part) for part in parts))


def _each(shapes: Iterable[object]) -> tuple[str, ...]:
    """Give each shape once, whatever the order."""
    return tuple(sorted({repr(shape) for shape in shapes}))


def _block(block: Block) -> object:
    match block:
        case Paragraph():
            return ("p", block.style, _inline(block.content))
        case Heading():
            return ("h", block.level, block.style, _inline(block.content))
        case List():
            items = _each(_each(map(_block, item.blocks)) for item in block.items)
            return ("list", block.marker.value, block.style, items)
        case Table():
            rows = (_each(map(_row, block.header)), _each(map(_row, block.rows)))
            return (
                "table",
                block.style,
                block.columns,
                block.role.value,
                bool(block.caption),
                rows,
            )
        case Chart():
            series = tuple(map(_series, block.series))
            return ("chart", block.style, len(block.categories), series)
        case Image():
            data = hashlib.sha256(block.data).hexdigest()
            return ("img", block.style, block.width, bool(block.alternative), data)


def _inline(content: Iterable[Inline]) -> tuple[str, ...]:
    return _each(
        ("run", part.strong, part.em) if isinstance(part, Run) else type(part).__name__
        for part in content
    )


def _row(row: Row) -> object:
    return (row.style, tuple(map(_cell, row.cells)))


def _cell(cell: Cell) -> object:
    paragraphs = _each((one.style, _inline(one.content)) for one in cell.content)
    return (cell.rowspan, cell.colspan, cell.numeric, cell.style, cell.scope, paragraphs)


def _series(series: Series) -> object:
    """Tell how many bars a series has, and whether one of them is not drawn."""
    return (len(series.values), any(value is None for value in series.values))
