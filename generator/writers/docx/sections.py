"""Sections: page size and margins, headers and footers, the stamp of a draft."""

from typing import Any

from generator.document.blocks import Section
from generator.document.style import PageStyle
from generator.writers.docx.flow import Flow, Tools
from generator.writers.docx.oxml import grown
from generator.writers.docx.xml import MM, Node, element, text

_POINTS = 72 / 25.4  # points in a millimetre


def text_width(page: PageStyle) -> float:
    """Give the width between the margins in points."""
    return (page.width - page.left - page.right) * _POINTS


def section_properties(tools: Tools, section: Section, stamp: str) -> Node:
    """Make the properties that end a section, with its header and footer parts."""
    page = tools.style.page(section.style)
    size: dict[str, str | int] = {"w": _twips(page.width), "h": _twips(page.height)}
    if page.landscape:
        size["orient"] = "landscape"
    return element(
        "sectPr",
        _header(tools, section, page, stamp),
        _footer(tools, section, page),
        element("type", val="nextPage"),
        element("pgSz", **size),
        element(
            "pgMar",
            top=_twips(page.top),
            right=_twips(page.right),
            bottom=_twips(page.bottom),
            left=_twips(page.left),
            header=_twips(page.header_distance),
            footer=_twips(page.footer_distance),
            gutter=0,
        ),
    )


def _header(tools: Tools, section: Section, page: PageStyle, stamp: str) -> Node:
    part, relation = tools.document.part.add_header_part()  # type: ignore[no-untyped-call]
    marks = []
    if stamp:
        style = element("pPr", element("pStyle", val=tools.styles.stamp()))
        marks = [element("p", style, element("r", text(stamp)))]
    _fill(part, [*marks, *Flow(tools, part, text_width(page)).elements(section.header)])
    return _reference("headerReference", relation)


def _footer(tools: Tools, section: Section, page: PageStyle) -> Node:
    part, relation = tools.document.part.add_footer_part()  # type: ignore[no-untyped-call]
    _fill(part, Flow(tools, part, text_width(page)).elements(section.footer))
    return _reference("footerReference", relation)


def _fill(part: Any, content: list[Node]) -> None:
    root = part.element
    for child in list(root):
        root.remove(child)
    for one in content or [element("p")]:
        root.append(grown(one))


def _reference(tag: str, relation: str) -> Node:
    made = element(tag, type="default")
    made.set("r:id", relation)
    return made


def _twips(millimetres: float) -> int:
    return round(millimetres * MM)
