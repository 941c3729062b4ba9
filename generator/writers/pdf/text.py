"""Runs of text as ReportLab paragraphs, made from fragments and never from mark-up."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from generator.blocks import Inline, LineBreak, PageCount, PageNumber, Run
from generator.style import FontFamily, TextStyle

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
        self._styles: dict[tuple[TextStyle, float, bool, float], ParagraphStyle] = {}

    def face(self, bold: bool = False, italic: bool = False) -> str:
        """Give the registered name of a face."""
        return self._faces[bold, italic]

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
        """Make a paragraph; ``marker`` hangs in its indent, ``marker_indent`` from the left."""
        bold = style.bold or _begins_strong(content)
        look = self._style(style, indent, bold, marker_indent)
        fragments = self._fragments(content, style, fields or PageFields())
        made = SetParagraph("", look, bulletText=marker, frags=fragments)
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
    """A paragraph that may have a rule below it."""

    rule: tuple[float, str] | None = None

    def split(self, width: float, height: float) -> list["SetParagraph"]:
        """Break the paragraph; the rule stays below its end."""
        pieces: list[SetParagraph] = super().split(width, height)
        if pieces:
            pieces[-1].rule = self.rule
        return pieces

    def draw(self) -> None:
        """Draw the text, then the rule as decoration."""
        super().draw()
        if self.rule:
            width, colour = self.rule
            with artifact(self.canv):
                self.canv.setLineWidth(width)
                self.canv.setStrokeColor(HexColor(colour))
                self.canv.line(0, -4, self.width, -4)


@contextmanager
def marked(canvas: Any, tag: str) -> Iterator[None]:
    """Mark what is drawn within as content of a kind (ISO 32000-1, 14.6)."""
    canvas._code.append(f"/{tag} BMC")
    yield
    canvas._code.append("EMC")


def artifact(canvas: Any, active: bool = True) -> AbstractContextManager[None]:
    """Mark what is drawn within as decoration (ISO 32000-1, 14.8.2.2): readers pass over it."""
    return marked(canvas, "Artifact") if active else nullcontext()


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
