"""Bodies of forms, written once and filled with the numbers of each document.

What a body needs of other parts (styles, lists) is asked for again, in the same order, so that a
file has the same bytes whether its forms were kept or not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.document.blocks import SLOT, Chart, Image, walk
from generator.document.forms import Filled
from generator.document.style import Style
from generator.writers.docx.numbering import Asked, Numbering
from generator.writers.docx.styles import Wanted, WordStyles

PROPERTIES = f"{SLOT}:"
"""Stands in a form's body where the properties of its section go."""

_MARK = re.compile(f"{SLOT}([0-9]+)")
_MOST_KEPT = 200

Key = tuple[str, str, int]
"""A form's key, the language of foreign words, and how many lists stand before it."""


@dataclass(frozen=True, slots=True)
class Body:
    """A form's body: texts and, between them, which number stands there; what it asks for."""

    texts: Sequence[str]
    slots: Sequence[int]
    styles: Sequence[Wanted]
    lists: Sequence[Asked]

    def filled(self, numbers: Sequence[str], properties: str) -> str:
        """Write the body with some numbers and its section's properties."""
        parts = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            parts += (numbers[slot], text)
        *begin, last = parts
        return "".join((*begin, last.replace(PROPERTIES, properties)))

    def ask_again(self, styles: WordStyles, numbering: Numbering) -> None:
        """Ask for the styles and lists that the body was written with."""
        for style in self.styles:
            styles.again(style)
        for asked in self.lists:
            numbering.again(asked)


def body_of(written: str, styles: Sequence[Wanted], lists: Sequence[Asked]) -> Body:
    """Give the body of a form that was written with its slots."""
    first, *others = _MARK.split(written)
    return Body((first, *others[1::2]), tuple(map(int, others[::2])), styles, lists)


@dataclass(slots=True)
class Bodies:
    """The bodies of one pack's forms."""

    known: dict[Key, Body] = field(default_factory=dict)

    def keep(self, key: Key, body: Body) -> None:
        """Keep a body; the oldest goes where there are many."""
        while len(self.known) >= _MOST_KEPT:
            del self.known[next(iter(self.known))]
        self.known[key] = body


def can_be_kept(filled: Filled) -> bool:
    """Tell whether a form has no drawings, which are parts and numbers of their own."""
    return not any(isinstance(one, Chart | Image) for one in walk(filled.form.section.blocks))


_MOST_PACKS = 4
_packs: list[tuple[Style, Bodies]] = []


def bodies_of(style: Style) -> Bodies:
    """Give the bodies of a pack's looks, the same for all of its documents in this process."""
    for known, bodies in _packs:
        if known is style:
            return bodies
    del _packs[: len(_packs) - _MOST_PACKS + 1]
    _packs.append((style, Bodies()))
    return _packs[-1][1]
