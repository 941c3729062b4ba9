"""Element tree → blocks: one short function a tag.

Style classes are looked up here, so that a class the pack's style file lacks is told with the
template's line instead of surfacing in a writer.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from evaluation.errors import WrongTemplateError
from evaluation.messages import NOTHING, _
from evaluation.names import nearest
from generator.document.blocks import (
    Block,
    Chart,
    Document,
    Heading,
    Image,
    List,
    ListItem,
    Marker,
    Paragraph,
    Section,
    Series,
)
from generator.document.style import Style
from generator.templating.attributes import bad_attribute, decimal, whole, width
from generator.templating.codes import MOST, code_picture
from generator.templating.inline import flow, inline, trimmed
from generator.templating.markup import Element, fold_blanks
from generator.templating.tables import TableBuilder


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
            "table": TableBuilder(style, self._class, self._paragraph).table,
            "chart": self._chart,
            "img": self._image,
            "qr": self._code,
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
            start=whole(element, "start", 1, minimum=0),
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

    def _chart(self, element: Element) -> Chart:
        series = element.elements()
        labels = [value.get("of") for value in series[0].elements()] if series else []
        minimum, maximum = decimal(element, "min", 0), decimal(element, "max", 1)
        if minimum >= maximum:
            raise bad_attribute(element, "max", f"> {minimum}")
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
            width=float(width(element, 25)),
            alternative=element.get("alt"),
            style=self._class(element, self._style.paragraphs),
        )

    def _code(self, element: Element) -> Image:
        """Build a code of a text, as a picture."""
        text = element.get("of")
        try:
            data = code_picture(text)
        except ValueError:
            raise bad_attribute(element, "of", f"1–{MOST}") from None
        return Image(
            f"qr {hashlib.sha256(text.encode()).hexdigest()[:12]}",
            data,
            width=float(width(element, 25)),
            alternative=element.get("alt"),
            style=self._class(element, self._style.paragraphs),
        )

    def _class(self, element: Element, known: Mapping[str, object]) -> str:
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
        raise bad_attribute(element, "type", "1, a")
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
