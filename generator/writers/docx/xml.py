"""WordprocessingML elements made shortly; units of the format (ECMA-376 part 1)."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any  # lxml's element, as python-docx subclasses it

TWIPS = 20  # a point in twentieths, the unit of most lengths
MM = 1440 / 25.4  # a millimetre in twips
EMU = 12700  # a point in English metric units, the unit of drawings


def element(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Make ``w:tag`` (or a tag with its own prefix) with attributes of the same namespace.

    A child that is None is left out.
    """
    name = tag if ":" in tag else f"w:{tag}"
    prefix = name.split(":")[0]
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"{prefix}:{key}"), str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def text(content: str) -> Element:
    """Make a text element that keeps its blanks."""
    return _kept("w:t", content)


def instruction_text(content: str) -> Element:
    """Make the text of a field's instruction."""
    return _kept("w:instrText", content)


def _kept(tag: str, content: str) -> Element:
    made = OxmlElement(tag)
    made.text = content
    made.set(qn("xml:space"), "preserve")
    return made


def twips(points: float) -> int:
    """Give points in twentieths of a point."""
    return round(points * TWIPS)


def colour(code: str) -> str:
    """Give ``#1F4E79`` as the format writes it."""
    return code.removeprefix("#").upper()


def toggle(tag: str, on: bool) -> Element:
    """Make a switch such as bold, on or off."""
    return element(tag) if on else element(tag, val=0)
