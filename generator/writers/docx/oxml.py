"""Elements of the parts that python-docx keeps as trees: styles, numbering, settings."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.writers.docx.xml import Node, written

Element = Any  # lxml's element, as python-docx subclasses it


def element(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Make ``w:tag`` with attributes of the same namespace; a child that is None is left out."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def toggle(tag: str, on: bool) -> Element:
    """Make a switch such as bold, on or off."""
    return element(tag) if on else element(tag, val=0)


def grown(node: Node) -> Element:
    """Give a node as an element of a tree."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    head, text = f"<w:hdr {nsdecls('w', 'r', 'wp', 'a', 'pic')}>", written([node])
    (made,) = parse_xml(f"{head}{text}</w:hdr>")
    return made
