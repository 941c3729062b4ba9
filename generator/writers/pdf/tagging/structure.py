"""What a document is made of, for readers that hear it: elements in reading order.

The elements follow from the blocks alone and are numbered as they are made. Drawing only notes,
page by page, which element each marked stretch belongs to, so a layout that was drawn before
can be tagged again from its notes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

INLINE = frozenset({"Span"})
"""Elements that stand among the text of their parent, where their own text was drawn."""

Notes = list[int]
"""The marked content of one page: the element of each stretch, at the index that is its MCID."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is said of an element beside its type; None or 1 where there is nothing to say.

    ``alternative`` is heard in place of a picture, ``actual`` in place of a text, ``expansion`` are
    the words of an abbreviation (ISO 32000-1, 14.9). ``scope`` is what a header cell heads (Column,
    Row, Both), ``numbering`` how a list is marked (ISO 32000-1, table 347).
    """

    alternative: str | None = None
    actual: str | None = None
    expansion: str | None = None
    language: str | None = None
    scope: str | None = None
    numbering: str | None = None
    rowspan: int = 1
    colspan: int = 1


PLAIN = Traits()


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tree; ``parent`` is the number of another, -1 for the outermost."""

    parent: int
    tag: str
    traits: Traits = PLAIN


@dataclass(slots=True)
class Structure:
    """The elements of one document while it is being made; new ones go into the open one."""

    elements: list[Element] = field(default_factory=lambda: [Element(-1, "Document")])
    _open: int = 0

    def add(self, tag: str, traits: Traits = PLAIN) -> int:
        """Add an element and give its number."""
        return self.add_to(self._open, tag, traits)

    def add_to(self, parent: int, tag: str, traits: Traits = PLAIN) -> int:
        """Add an element to another than the open one."""
        self.elements.append(Element(parent, tag, traits))
        return len(self.elements) - 1

    @contextmanager
    def inside(self, tag: str, traits: Traits = PLAIN) -> Iterator[int]:
        """Add an element and keep it open for those that are added within."""
        before, self._open = self._open, self.add(tag, traits)
        try:
            yield self._open
        finally:
            self._open = before
