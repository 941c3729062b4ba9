"""What a paragraph says and in which language, found by counting letters while it is drawn.

ReportLab breaks a paragraph into lines and pieces and keeps no trace of where a piece came from.
The letters (all but the blanks that may fall away at a line's end) stay, in order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby, islice, pairwise

from generator.document.blocks import Inline, Run
from generator.writers.pdf.tagging.glossary import BLANKS, NO_GLOSSARY, Glossary, Stretch, letters
from generator.writers.pdf.tagging.structure import Structure, Traits

Span = tuple[int, int, int]
"""The letters at which a stretch begins and ends, and its element."""


@dataclass
class Speech:
    """The text of a paragraph with its elements; it goes on where its last piece ended.

    ``spans`` are the stretches that are elements of their own: the letters at which each begins and
    ends, its element; in order, none within another. ``goes_on`` says that another paragraph of the
    same element follows.
    """

    element: int
    text: str
    spans: Sequence[Span] = ()
    goes_on: bool = False
    spoken: int = 0

    def say(self, text: str) -> Sequence[tuple[int, str]]:
        """Go on over the text that is drawn next and give its parts, each with its element.

        A blank between two parts belongs to the first.
        """
        begins = self.spoken
        self.spoken += letters(text)
        if not self.spans:
            return ((self.element, text),)
        edges = {edge for begin, end, _span in self.spans for edge in (begin, end)}
        cuts = sorted(edge - begins for edge in edges if begins < edge < self.spoken)
        places = [0, *(_letter(text, cut) for cut in cuts), len(text)]
        firsts = [begins, *(begins + cut for cut in cuts)]
        return tuple(
            (self._element(first), text[start:end])
            for first, (start, end) in zip(firsts, pairwise(places), strict=True)
        )

    def _element(self, letter: int) -> int:
        within = (span for begin, end, span in self.spans if begin <= letter < end)
        return next(within, self.element)

    @property
    def at_gap(self) -> bool:
        """Tell whether a word ends here and another follows."""
        return self.spoken in self._gaps

    @cached_property
    def _gaps(self) -> frozenset[int]:
        words = BLANKS.split(self.text.strip())
        return frozenset(accumulate(map(len, words if self.goes_on else words[:-1])))


@dataclass(frozen=True)
class Tongue:
    """Turns content into speech: the structure that it goes into, what is not read as written.

    ``foreign`` is the language of foreign words.
    """

    structure: Structure
    foreign: str
    glossary: Glossary = NO_GLOSSARY

    def speech(self, content: Sequence[Inline], element: int, *, goes_on: bool = False) -> Speech:
        """Give what a paragraph says; foreign and abbreviated words become elements in it."""
        text = "".join(map(_written, content))
        stretches = self.glossary.stretches(text)
        if any(map(_is_foreign, content)):
            stretches = sorted((*stretches, *_foreign(content)), key=lambda stretch: stretch[:2])
        spans: list[Span] = []
        for begin, end, said in stretches:
            if not spans or begin >= spans[-1][1]:
                traits = Traits(expansion=said) if said else Traits(language=self.foreign)
                spans.append((begin, end, self.structure.add_to(element, "Span", traits)))
        return Speech(element, text, spans, goes_on)


def _foreign(content: Sequence[Inline]) -> Iterator[Stretch]:
    """Give the stretches of foreign words, which have nothing that they stand for."""
    place = 0
    for foreign, parts in groupby(content, key=_is_foreign):
        end = place + sum(letters(_written(part)) for part in parts)
        if foreign and end > place:
            yield place, end, ""
        place = end


def _letter(text: str, number: int) -> int:
    """Give where in a text the letter of a number stands, counted from 0."""
    places = (at for at, sign in enumerate(text) if not BLANKS.match(sign))
    return next(islice(places, number, None))


def _written(part: Inline) -> str:
    return part.text if isinstance(part, Run) else " "


def _is_foreign(part: Inline) -> bool:
    return isinstance(part, Run) and part.em
