"""WordprocessingML made shortly; units of the format (ECMA-376 part 1).

A report has some 6,000 elements, so they are light: a tag, its attributes as they are written, and
what stands in it.
"""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

TWIPS = 20  # a point in twentieths, the unit of most lengths
MM = 1440 / 25.4  # a millimetre in twips
EMU = 12700  # a point in English metric units, the unit of drawings

_DELICATE = re.compile('[&<>"\t\n\r]')
_IN_TEXT = {"\r": "&#13;"}
_IN_VALUE = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;", '"': "&quot;"}


class Node:
    """An element. ``children`` are further ones and text that is written already."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: str, children: "list[Node | str]") -> None:
        self.tag = tag
        self.attributes = attributes
        self.children = children

    def set(self, name: str, value: str | int) -> None:
        """Add an attribute with its prefix."""
        self.attributes += f' {name}="{_value(value)}"'

    def find(self, tag: str) -> "Node | None":
        """Give the first child of a tag."""
        return next(
            (one for one in self.children if isinstance(one, Node) and one.tag == tag), None
        )

    def write(self, into: list[str]) -> None:
        """Write the element piece by piece."""
        if not self.children:
            into.append(f"<{self.tag}{self.attributes}/>")
            return
        into.append(f"<{self.tag}{self.attributes}>")
        for child in self.children:
            if isinstance(child, str):
                into.append(child)
            else:
                child.write(into)
        into.append(f"</{self.tag}>")


def element(tag: str, *children: Node | str | None, **attributes: str | int) -> Node:
    """Make ``w:tag`` with attributes of the same namespace; a child that is None is left out."""
    said = "".join([f' w:{key}="{_value(value)}"' for key, value in attributes.items()])
    return Node(f"w:{tag}", said, [child for child in children if child is not None])


def _value(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    return escape(value, _IN_VALUE) if _DELICATE.search(value) else value


def _escaped(content: str) -> str:
    return escape(content, _IN_TEXT) if _DELICATE.search(content) else content


def text(content: str) -> Node:
    """Make a text element that keeps its blanks."""
    return _kept("w:t", content)


def instruction_text(content: str) -> Node:
    """Make the text of a field's instruction."""
    return _kept("w:instrText", content)


def _kept(tag: str, content: str) -> Node:
    return Node(tag, ' xml:space="preserve"', [_escaped(content)] if content else [])


def written(nodes: Iterable[Node]) -> str:
    """Write elements one after the other."""
    parts: list[str] = []
    for node in nodes:
        node.write(parts)
    return "".join(parts)


def twips(points: float) -> int:
    """Give points in twentieths of a point."""
    return round(points * TWIPS)


def colour(code: str) -> str:
    """Give ``#1F4E79`` as the format writes it."""
    return code.removeprefix("#").upper()


def toggle(tag: str, on: bool) -> Node:
    """Make a switch such as bold, on or off."""
    return element(tag) if on else element(tag, val=0)
