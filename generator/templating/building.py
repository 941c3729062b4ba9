"""Element tree → blocks: one short function a tag.

Style classes are looked up here, so that a class the pack's style file lacks is told with the
template's line instead of surfacing in a writer.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from evaluation.errors import WrongTemplateError
from evaluation.messages import NOTHING, Message, _
from evaluation.names import nearest
from generator.document.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Image,
    List,
    ListItem,
    Marker,
    Paragraph,
    Row,
    Section,
    Series,
    Table,
)
from generator.document.style import Style
from generator.templating.inline import flow, inline, trimmed
from generator.templating.markup import Element, fold_blanks

MAX_SPAN = 2000
MAX_WIDTH = 2000  # millimetres of a picture, shares of a column
MAX_COLUMNS = 63  # Word opens no table with more
Value = TypeVar("Value")


class Builder:
    """Builds blocks for one template pack.

    ``picture`` gives the bytes of a picture of the pack by name, and raises WrongTemplateError
    for one that cannot be drawn.
    """

    def __init__(self, style: Style, picture: Callable[[str], bytes]) -> None:
        self._style = style
        self._picture = picture
        self._block: Mapping[str, Callable[[Element], Block]] = {
            "h1": self._heading,
            "h2": self._heading,
            "h3": self._heading,
            "p": self._paragraph,
            "ol": self._list,
            "ul": self._list,
            "table": self._table,
            "chart": self._chart,
            "img": self._image,
        }

    def document(self, root: Element, language: str) -> Document:
        """Build a whole document. Raises WrongTemplateError for what cannot be built."""
        sections = tuple(self._section(section) for section in root.elements())
        return Document(root.get("title"), language, sections, author=root.get("author"))

    def _section(self, element: Element) -> Section:
        header, footer = element.elements("header"), element.elements("footer")
        body = [child for child in element.elements() if child.tag in self._block]
        return Section(
            self._blocks(body),
            style=self._class(element, self._style.pages),
            header=self._blocks([block for part in header for block in part.elements()]),
            footer=self._blocks([block for part in footer for block in part.elements()]),
        )

    def _blocks(self, elements: Sequence[Element]) -> tuple[Block, ...]:
        return tuple(self._block[element.tag](element) for element in elements)

    def _heading(self, element: Element) -> Heading:
        return Heading(
            int(element.tag[1]), inline(element), self._class(element, self._style.paragraphs)
        )

    def _paragraph(self, element: Element) -> Paragraph:
        return Paragraph(inline(element), self._class(element, self._style.paragraphs))

    def _list(self, element: Element) -> List:
        return List(
            tuple(self._item(item, element) for item in element.elements()),
            marker=_marker(element),
            start=_whole(element, "start", 1, minimum=0),
            style=self._class(element, self._style.lists),
        )

    def _item(self, item: Element, parent: Element) -> ListItem:
        """Give an item's blocks; text that stands directly in it becomes paragraphs."""
        text_style = self._style.list(parent.get("class")).text
        blocks: list[Block] = []
        loose: list[Element | str] = []
        for child in [*item.children, None]:
            if isinstance(child, str) or (child is not None and child.tag not in self._block):
                loose.append(child)
                continue
            content = trimmed(flow(loose))
            if content:
                blocks.append(Paragraph(content, text_style))
            loose = []
            if child is not None:
                blocks.append(self._block[child.tag](child))
        return ListItem(tuple(blocks))

    def _table(self, element: Element) -> Table:
        header = [row for head in element.elements("thead") for row in head.elements()]
        bodies = element.elements("tbody", "tr")
        body = [row for part in bodies for row in (part.elements("tr") or [part])]
        table = Table(
            columns=tuple(float(_width(column, 1)) for column in element.elements("col")),
            header=tuple(self._row(row) for row in header),
            rows=tuple(self._row(row) for row in body if row.tag == "tr"),
            style=self._class(element, self._style.tables),
        )
        return _fitted(table, element)

    def _row(self, element: Element) -> Row:
        cells = tuple(self._cell(cell) for cell in element.elements())
        return Row(cells, self._class(element, self._style.cells))

    def _cell(self, element: Element) -> Cell:
        paragraphs = element.elements("p")
        content = (
            tuple(self._paragraph(paragraph) for paragraph in paragraphs)
            if paragraphs
            else (Paragraph(inline(element)),)
        )
        return Cell(
            content,
            rowspan=_whole(element, "rowspan", 1),
            colspan=_whole(element, "colspan", 1),
            numeric=element.get("type") == "number",
            style=self._class(element, self._style.cells),
        )

    def _chart(self, element: Element) -> Chart:
        series = element.elements()
        labels = [value.get("of") for value in series[0].elements()] if series else []
        minimum, maximum = _decimal(element, "min", 0), _decimal(element, "max", 1)
        if minimum >= maximum:
            raise _bad_attribute(element, "max", f"> {minimum}")
        return Chart(
            title=element.get("title"),
            categories=tuple(labels),
            series=tuple(_series(one, labels) for one in series),
            minimum=minimum,
            maximum=maximum,
            alternative=fold_blanks(element.get("alt")).strip(),
            style=self._class(element, self._style.charts),
        )

    def _image(self, element: Element) -> Image:
        name = element.get("src")
        try:
            data = self._picture(name)
        except WrongTemplateError as fault:
            raise WrongTemplateError(
                fault.message, source=element.source, remedy=fault.remedy
            ) from None
        return Image(
            name,
            data,
            width=float(_width(element, 25)),
            alternative=element.get("alt"),
            style=self._class(element, self._style.paragraphs),
        )

    def _class(self, element: Element, known: Mapping[str, Value]) -> str:
        name = element.get("class")
        if name and name not in known:
            near = nearest(name, known)
            raise WrongTemplateError(
                _("the style file has no class “%(name)s” for <%(tag)s>.")
                % {"name": name, "tag": element.tag},
                source=element.source,
                remedy=_("Did you mean %(word)s?") % {"word": near[0]} if near else NOTHING,
            )
        return name


def _marker(element: Element) -> Marker:
    if element.tag == "ul":
        return Marker.BULLET
    markers = {"": Marker.DECIMAL, "1": Marker.DECIMAL, "a": Marker.ALPHA}
    marker = markers.get(element.get("type"))
    if marker is None:
        raise _bad_attribute(element, "type", "1, a")
    return marker


def _series(element: Element, labels: Sequence[str]) -> Series:
    values = element.elements()
    if [value.get("of") for value in values] != list(labels):
        raise WrongTemplateError(
            _("the series of a chart must have the same categories in the same order."),
            source=element.source,
        )
    return Series(element.get("name"), tuple(_value(value) for value in values))


def _value(element: Element) -> Decimal | None:
    text = element.text()
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise WrongTemplateError(
            _("“%(text)s” is no number.") % {"text": text}, source=element.source
        )
    return value


def _whole(element: Element, attribute: str, default: int, minimum: int = 1) -> int:
    text = element.get(attribute)
    if not text:
        return default
    if not text.isdecimal() or not minimum <= int(text) <= MAX_SPAN:
        raise _bad_attribute(element, attribute, f"{minimum}–{MAX_SPAN}")
    return int(text)


def _decimal(element: Element, attribute: str, default: int) -> Decimal:
    text = element.get(attribute)
    if not text:
        return Decimal(default)
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise _bad_attribute(element, attribute, _("a number"))
    return value


def _width(element: Element, default: int) -> Decimal:
    width = _decimal(element, "width", default)
    if not 0 < width <= MAX_WIDTH:
        raise _bad_attribute(element, "width", f"0–{MAX_WIDTH}")
    return width


def _bad_attribute(element: Element, attribute: str, allowed: str | Message) -> WrongTemplateError:
    return WrongTemplateError(
        _('%(attribute)s="%(value)s" is not allowed on <%(tag)s>.')
        % {"attribute": attribute, "value": element.get(attribute), "tag": element.tag},
        source=element.source,
        remedy=_("Allowed: %(allowed)s.") % {"allowed": allowed},
    )


def _fitted(table: Table, element: Element) -> Table:
    """Hold a table's grid against its columns; equal columns where none are given."""
    widest = max((_span(row) for row in (*table.header, *table.rows)), default=0)
    columns = table.columns or (1.0,) * max(widest, 1)
    if len(columns) > MAX_COLUMNS:
        raise WrongTemplateError(
            _("the table has %(count)d columns; Word shows at most %(limit)d.")
            % {"count": len(columns), "limit": MAX_COLUMNS},
            source=element.source,
        )
    fault = _grid_fault(table.header, len(columns)) or _grid_fault(table.rows, len(columns))
    if fault:
        raise WrongTemplateError(
            _("row %(row)d of the table fills %(cells)d of %(columns)d columns.")
            % {"row": fault[0], "cells": fault[1], "columns": len(columns)},
            source=element.source,
            remedy=_("Check the td, colspan and rowspan of that row, and the number of <col>."),
        )
    return Table(columns, table.header, table.rows, table.style)


def _span(row: Row) -> int:
    return sum(cell.colspan for cell in row.cells)


def _grid_fault(rows: Sequence[Row], width: int) -> tuple[int, int] | None:
    """Give the first row (from 1) that does not fill the grid and how much it fills, or None."""
    hanging: list[tuple[int, int]] = []  # (rows still to fill, columns) of cells from above
    for number, row in enumerate(rows, 1):
        filled = _span(row) + sum(columns for _rows, columns in hanging)
        if filled != width:
            return number, filled
        hanging = [(left - 1, columns) for left, columns in hanging if left > 1]
        hanging += [(cell.rowspan - 1, cell.colspan) for cell in row.cells if cell.rowspan > 1]
    return (len(rows), width) if hanging else None
