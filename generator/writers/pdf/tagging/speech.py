"""What a paragraph says and in which language, found by counting letters while it is drawn.

ReportLab breaks a paragraph into lines and pieces and keeps no trace of where a piece came from.
The letters (all but the blanks that may fall away at a line's end) stay, in order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby

from generator.document.blocks import Inline, Run
from generator.writers.pdf.tagging.structure import Structure, Traits

_BLANKS = re.compile("[ \t\r\n\f\v]+")


@dataclass
class Speech:
    """The text of a paragraph with its elements; it goes on where its last piece ended.

    ``spans`` are the foreign stretches: the letters at which each begins and ends, its element.
    """

    element: int
    text: str
    spans: Sequence[tuple[int, int, int]] = ()
    spoken: int = 0

    def say(self, text: str) -> int:
        """Go on over the text that is drawn next and give the element that it belongs to."""
        place = self.spoken
        self.spoken += letters(text)
        for begin, end, span in self.spans:
            if begin <= place < end:
                return span
        return self.element

    @property
    def at_gap(self) -> bool:
        """Tell whether a word ends here and another follows."""
        return self.spoken in self._gaps

    @cached_property
    def _gaps(self) -> frozenset[int]:
        *words, _last = _BLANKS.split(self.text.strip())
        return frozenset(accumulate(map(len, words)))


@dataclass(frozen=True)
class Tongue:
    """Turns content into speech: the structure that it goes into, the language of foreign words."""

    structure: Structure
    foreign: str

    def speech(self, content: Sequence[Inline], element: int) -> Speech:
        """Give what a paragraph says; each stretch of foreign words becomes an element in it."""
        text = "".join(map(_written, content))
        if not any(map(_is_foreign, content)):
            return Speech(element, text)
        spans = []
        place = 0
        for foreign, parts in groupby(content, key=_is_foreign):
            end = place + sum(letters(_written(part)) for part in parts)
            if foreign and end > place:
                traits = Traits(language=self.foreign)
                spans.append((place, end, self.structure.add_to(element, "Span", traits)))
            place = end
        return Speech(element, text, spans)


def letters(text: str) -> int:
    """Count the characters that are no blanks; a blank that does not break counts as a letter."""
    return len(_BLANKS.sub("", text))


def _written(part: Inline) -> str:
    return part.text if isinstance(part, Run) else " "


def _is_foreign(part: Inline) -> bool:
    return isinstance(part, Run) and part.em
