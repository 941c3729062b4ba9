"""Runs of text as paragraphs: measured when they are made, cut between lines, drawn by line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.document.blocks import (
    SLOT,
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    Placeholder,
    Run,
)
from generator.document.printable import Printable
from generator.document.style import FontFamily, TextStyle
from generator.writers.pdf.file.laid import Slot
from generator.writers.pdf.fonts.family import Face, Family
from generator.writers.pdf.layout.ink import Ink, Voice
from generator.writers.pdf.layout.item import Item
from generator.writers.pdf.layout.words import Line, Part, lines_of
from generator.writers.pdf.tagging.speech import Speech

_LEFT_SHARE = {"left": 0.0, "justify": 0.0, "center": 0.5, "right": 1.0}
_AFTER_MARKER = 0.6  # type sizes between a marker and the text that it pushes aside
_RULE_DROP = 4  # points from a paragraph's foot to the rule below it
_EVEN = 1e-8


@dataclass(frozen=True, slots=True)
class PageFields:
    """What page fields say; while a page is measured, wide stand-ins."""

    number: str = "000"
    count: str = "000"


@dataclass(frozen=True, slots=True)
class Marker:
    """What hangs before the first line of an item: its text and face, and where it begins."""

    text: str
    face: Face
    x: float


@dataclass(frozen=True)
class SetText(Item):
    """A paragraph set in lines, ``width`` points wide with its indents.

    ``offset`` is how far its first line is indented, ``final`` says whether its end is in it.
    ``speech`` says which elements its text belongs to, ``label`` is the element of its marker;
    both are None in a decoration. ``slot`` is the number that fills it, if one does.
    """

    lines: Sequence[Line]
    style: TextStyle
    left: float
    width: float
    offset: float = 0
    marker: Marker | None = None
    speech: Speech | None = None
    label: int | None = None
    keeps: bool = False
    final: bool = True
    slot: int | None = None

    @property
    def before(self) -> float:  # type: ignore[override]
        """Give the room above."""
        return self.style.space_before

    @property
    def after(self) -> float:  # type: ignore[override]
        """Give the room below."""
        return self.style.space_after

    @property
    def leading(self) -> float:
        """Give the distance of two lines."""
        return self.style.size * self.style.leading

    @property
    def height(self) -> float:
        """Give the height."""
        return len(self.lines) * self.leading

    def cut(self, room: float) -> Sequence["SetText"]:
        """Cut so that no piece is a single line."""
        return self.cut_after(room, fewest=2)

    def cut_after(self, room: float, fewest: int) -> Sequence["SetText"]:
        """Cut after the last line that fits; pieces have at least so many lines, else none."""
        fitting = int(room / self.leading) if room > 0 else 0
        count = len(self.lines)
        if fitting < fewest:
            return ()
        if fitting >= count:
            return (self,)
        if count - fitting < fewest:
            fitting -= 1
            if fitting < fewest:
                return ()
        rule_less = replace(self, lines=self.lines[:fitting], final=False)
        rest = replace(
            self, lines=self.lines[fitting:], offset=0, marker=None, label=None, keeps=False
        )
        return rule_less, rest

    def draw(self, ink: Ink, x: float, top: float) -> None:
        """Draw the marker, the text, then the rule as decoration."""
        if self.lines:
            y = top - self.style.size
            ink.fill(self.style.colour)
            if self.marker:
                self._draw_marker(ink, self.marker, x, y)
            if self.slot is None:
                self._draw_lines(ink, x + self.left, y)
            else:
                self._draw_slot(ink, self.slot, x + self.left, y)
        if self.style.rule_below and self.final:
            foot = top - self.height - _RULE_DROP
            with ink.artifact():
                ink.pen(self.style.rule_colour, self.style.rule_below)
                ink.line(x, foot, x + self.width)

    def _draw_marker(self, ink: Ink, marker: Marker, x: float, y: float) -> None:
        with ink.tagged(self.label):
            ink.text(marker.face, self.style.size, x + marker.x, y, marker.text)

    def _draw_lines(self, ink: Ink, left: float, y: float) -> None:
        voice = Voice(ink, self.speech)
        before = left
        for number, line in enumerate(self.lines):
            spread, shift = self._placed(line, last=self.final and number == len(self.lines) - 1)
            x = left + shift + (self.offset if not number else 0)
            if number:
                ink.move(x - before, -self.leading)
            else:
                ink.begin_text(x, y)
            before = x
            ink.spread(spread)
            *firsts, (face, text) = line.pieces or ((None, ""),)
            for one, part in firsts:
                voice.say(one, self.style.size, part, ends_line=False)
            if face is not None:
                voice.say(face, self.style.size, text, ends_line=True)
        voice.end()
        ink.end_text()

    def _placed(self, line: Line, *, last: bool) -> tuple[float, float]:
        """Give how much wider each blank of a line is, and how far the line moves to the right."""
        align = self.style.align
        as_it_is = line.spare > -_EVEN
        if align == "justify":
            as_it_is = line.ended or abs(line.spare) <= _EVEN or (last and as_it_is)
        if line.gaps and not as_it_is:
            return line.spare / line.gaps, 0
        return 0, line.spare * _LEFT_SHARE[align]

    def _draw_slot(self, ink: Ink, number: int, left: float, y: float) -> None:
        line = self.lines[0]
        face = line.pieces[0][0]
        voice = Voice(ink, self.speech)
        ink.begin_text(left, y)
        ink.spread(0)
        if self.speech is not None and not ink.in_artifact:
            voice.begin(self.speech.element)
        share = _LEFT_SHARE[self.style.align]
        place = left + self.offset
        ink.slot(
            Slot(number, place, round(y, 3), line.spare, share, face.number, f"F{face.number}",
                 self.style.size)
        )  # fmt: skip
        if self.speech is not None and self.speech.goes_on and not ink.in_artifact:
            ink.write(face, self.style.size, " ")
        voice.end()
        ink.end_text()


class Typesetter:
    """Makes paragraphs in the pack's type family."""

    def __init__(self, font: FontFamily) -> None:
        self.family = Family(font)
        self._printable = Printable(font)
        self._shown_text = lru_cache(4096)(self._printable.text)

    def text(self, text: str) -> str:
        """Give a text with marks for what the family cannot print, as archived files require."""
        plain = text.isascii() and text.isprintable()
        return text if plain else self._shown_text(text)

    def content(self, content: Sequence[Inline]) -> tuple[Inline, ...]:
        """Give content with marks for what the family cannot print, and without placeholders."""
        kept = (part for part in content if not isinstance(part, Placeholder))
        return tuple(self._shown(part) if isinstance(part, Run) else part for part in kept)

    def _shown(self, run: Run) -> Run:
        if run.text.startswith(SLOT):
            return run
        text = self.text(run.text)
        return run if text == run.text else replace(run, text=text)

    def paragraph(
        self,
        content: Sequence[Inline],
        style: TextStyle,
        width: float,
        *,
        indent: float = 0,
        marker: str | None = None,
        marker_indent: float = 0,
        fields: PageFields | None = None,
    ) -> SetText:
        """Set a paragraph; ``marker`` hangs in its indent, ``marker_indent`` from the left.

        The content must be printable (``content``).
        """
        left = style.left_indent + indent
        further = width - left - style.right_indent
        first = further - style.first_indent
        offset = style.first_indent
        hanging = self._marker(content, style, marker, marker_indent)
        if hanging:
            beyond = hanging.x + hanging.face.units(hanging.text) * style.size
            beyond += _AFTER_MARKER * style.size - left
            first -= max(beyond - offset, 0)
            offset = max(offset, beyond)
        slot = _slot_of(content)
        if slot is None:
            parts = self._parts(content, style, fields or PageFields())
            lines = lines_of(parts, style.size, first, further)
        else:
            face = self.family.face(style.bold or _begins_strong(content), style.italic)
            lines = [Line(((face, ""),), first, 0)]
        return SetText(lines, style, left, width, offset, hanging, slot=slot)

    def _marker(
        self, content: Sequence[Inline], style: TextStyle, marker: str | None, indent: float
    ) -> Marker | None:
        if not marker:
            return None
        bold = style.bold or _begins_strong(content)
        return Marker(self.text(marker), self.family.face(bold, style.italic), indent)

    def _parts(self, content: Sequence[Inline], style: TextStyle, fields: PageFields) -> list[Part]:
        plain = self.family.face(style.bold, style.italic)
        return [self._part(part, style, fields) for part in content] or [(plain, "")]

    def _part(self, part: Inline, style: TextStyle, fields: PageFields) -> Part:
        if isinstance(part, LineBreak):
            return None
        strong = isinstance(part, Run) and part.strong
        em = isinstance(part, Run) and part.em
        # A foreign word in italic text is set upright, as printers do.
        return self.family.face(strong or style.bold, em != style.italic), _text_of(part, fields)


def _slot_of(content: Sequence[Inline]) -> int | None:
    """Give the number that is to fill a paragraph, None where it has a text of its own."""
    first = content[0] if len(content) == 1 else None
    if isinstance(first, Run) and first.text.startswith(SLOT):
        return int(first.text.removeprefix(SLOT))
    return None


def _text_of(part: Inline, fields: PageFields) -> str:
    match part:
        case Run():
            return part.text
        case PageNumber():
            return fields.number
        case PageCount():
            return fields.count
        case _:
            return ""


def _begins_strong(content: Sequence[Inline]) -> bool:
    first = content[0] if content else None
    return isinstance(first, Run) and first.strong
