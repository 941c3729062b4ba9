"""Runs of text as ReportLab paragraphs, made from fragments and never from mark-up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from generator.document.blocks import Inline, LineBreak, PageCount, PageNumber, Run
from generator.document.printable import Printable
from generator.document.style import FontFamily, TextStyle
from generator.writers.pdf.tagging.marks import TaggedText, artifact
from generator.writers.pdf.tagging.speech import Speech

_ALIGNMENTS = {"left": TA_LEFT, "right": TA_RIGHT, "center": TA_CENTER, "justify": TA_JUSTIFY}


@dataclass(frozen=True, slots=True)
class PageFields:
    """What page fields say; while a page is measured, wide stand-ins."""

    number: str = "000"
    count: str = "000"


@lru_cache(maxsize=64)
def font_name(path: Path) -> str:
    """Register a font file with ReportLab once and give the name it goes by."""
    name = f"{path.stem}@{path}"
    pdfmetrics.registerFont(TTFont(name, str(path)))
    return name


class Typesetter:
    """Makes paragraphs in the pack's type family."""

    def __init__(self, family: FontFamily) -> None:
        self._faces = {
            (False, False): font_name(family.regular),
            (True, False): font_name(family.bold),
            (False, True): font_name(family.italic),
            (True, True): font_name(family.bold_italic),
        }
        self._printable = Printable(family)
        self._styles: dict[tuple[TextStyle, float, bool, float], ParagraphStyle] = {}

    def face(self, bold: bool = False, italic: bool = False) -> str:
        """Give the registered name of a face."""
        return self._faces[bold, italic]

    def text(self, text: str) -> str:
        """Give a text with marks for what the family cannot print, as archived files require."""
        plain = text.isascii() and text.isprintable()
        return text if plain else self._printable.text(text)

    def content(self, content: Sequence[Inline]) -> tuple[Inline, ...]:
        """Give content with marks for what the family cannot print."""
        return tuple(self._shown(part) if isinstance(part, Run) else part for part in content)

    def _shown(self, run: Run) -> Run:
        text = self.text(run.text)
        return run if text == run.text else replace(run, text=text)

    def paragraph(
        self,
        content: Sequence[Inline],
        style: TextStyle,
        *,
        indent: float = 0,
        marker: str | None = None,
        marker_indent: float = 0,
        fields: PageFields | None = None,
    ) -> "SetParagraph":
        """Make a paragraph; ``marker`` hangs in its indent, ``marker_indent`` from the left.

        The content must be printable (``content``).
        """
        bold = style.bold or _begins_strong(content)
        look = self._style(style, indent, bold, marker_indent)
        fragments = self._fragments(content, style, fields or PageFields())
        shown = self.text(marker) if marker else marker
        made = SetParagraph("", look, bulletText=shown, frags=fragments)
        made.rule = (style.rule_below, style.rule_colour) if style.rule_below else None
        return made

    def _style(
        self, style: TextStyle, indent: float, bold: bool, marker_indent: float
    ) -> ParagraphStyle:
        key = (style, indent, bold, marker_indent)
        if key not in self._styles:
            self._styles[key] = ParagraphStyle(
                "text",
                fontName=self.face(style.bold, style.italic),
                fontSize=style.size,
                leading=style.size * style.leading,
                alignment=_ALIGNMENTS[style.align],
                spaceBefore=style.space_before,
                spaceAfter=style.space_after,
                leftIndent=style.left_indent + indent,
                rightIndent=style.right_indent,
                firstLineIndent=style.first_indent,
                textColor=HexColor(style.colour),
                bulletFontName=self.face(bold, style.italic),
                bulletFontSize=style.size,
                bulletColor=HexColor(style.colour),
                bulletIndent=marker_indent,
                allowWidows=0,
                allowOrphans=0,
                splitLongWords=1,
            )
        return self._styles[key]

    def _fragments(
        self, content: Sequence[Inline], style: TextStyle, fields: PageFields
    ) -> list[ParaFrag]:
        fragments = [self._fragment(part, style, fields) for part in content]
        return fragments or [self._fragment(Run(""), style, fields)]

    def _fragment(self, part: Inline, style: TextStyle, fields: PageFields) -> ParaFrag:
        strong = isinstance(part, Run) and part.strong
        em = isinstance(part, Run) and part.em
        # A foreign word in italic text is set upright, as printers do.
        fragment: Any = ParaFrag(
            fontName=self.face(strong or style.bold, em != style.italic),
            fontSize=style.size,
            textColor=HexColor(style.colour),
            bold=int(strong or style.bold),
            italic=int(em),
            rise=0,
            greek=0,
            link=[],
            us_lines=[],
            text=_text_of(part, fields),
        )
        if isinstance(part, LineBreak):
            fragment.lineBreak = True
        return fragment


class SetParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph that may have a rule below it.

    ``speech`` says which elements its text belongs to, ``label`` is the element of its marker;
    both are None in a decoration.
    """

    rule: tuple[float, str] | None = None
    speech: Speech | None = None
    label: int | None = None

    def split(self, width: float, height: float) -> list["SetParagraph"]:
        """Break the paragraph; the marker stays with its beginning, the rule with its end."""
        pieces: list[SetParagraph] = super().split(width, height)
        for piece in pieces:
            piece.speech = self.speech
        if pieces:
            pieces[0].label, pieces[-1].rule = self.label, self.rule
        return pieces

    def draw(self) -> None:
        """Draw the marker, the text, then the rule as decoration."""
        start = len(self.canv._code)
        super().draw()
        if self.label is not None and not self.canv.marking.in_artifact:
            self._mark_label(start)
        if self.rule:
            width, colour = self.rule
            with artifact(self.canv):
                self.canv.setLineWidth(width)
                self.canv.setStrokeColor(HexColor(colour))
                self.canv.line(0, -4, self.width, -4)

    def _mark_label(self, start: int) -> None:
        """Mark the marker, which is the first text object that ReportLab wrote."""
        code = self.canv._code
        texts = [at for at in range(start, len(code)) if code[at].startswith("BT")]
        for at in texts[:1]:
            code[at] = f"{self.canv.marking.begin(self.label)} {code[at]} EMC"

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802 - ReportLab's name
        """Begin the text, which marks itself unless it is decoration."""
        if self.speech is None or self.canv.marking.in_artifact:
            return self.canv.beginText(x, y)
        return TaggedText(self.canv, x, y, self.speech)


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
