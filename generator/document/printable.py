"""Characters that cannot be printed, replaced by one visible mark before anything is laid out.

Some characters may stand in no document (control characters, XML 1.0 section 2.2), and some are
not in the font that the PDF embeds (emoji). Both formats get the same mark, because the text is
mended before it becomes blocks. Invisible format characters (soft hyphen, zero-width blanks,
writing-direction marks) are dropped: the formats would treat them differently.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from evaluation.errors import WrongTemplateError
from evaluation.messages import _
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source
from evaluation.wording.texts import Text
from generator.document.style import FontFamily

MARK = "□"
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_WHITE = frozenset(map(ord, "\t\n\r"))


class Printable:
    """Knows which characters a font family can print."""

    def __init__(self, font: FontFamily) -> None:
        self._unprintable = _outside(_coverage(font))

    def text(self, text: str) -> str:
        """Give the text as it will be printed."""
        return self._unprintable.sub(MARK, _INVISIBLE.sub("", text))

    def findings(self, texts: Iterable[Text]) -> tuple[Finding, ...]:
        """Give a warning for each text that holds a character to be replaced."""
        return tuple(
            rules.UNPRINTABLE_CHARACTER.found(
                text.source,
                _("%(characters)s cannot be printed and becomes %(mark)s.")
                % {"characters": _named(found), "mark": MARK},
                _("Take it out or write it in letters."),
            )
            for text in texts
            if (found := self._unprintable.findall(_INVISIBLE.sub("", text.text)))
        )


def _named(characters: Iterable[str]) -> str:
    names = (f"U+{ord(char):04X}" for char in dict.fromkeys(characters))
    return ", ".join(names)


def _coverage(font: FontFamily) -> frozenset[int]:
    faces = (font.regular, font.bold, font.italic, font.bold_italic)
    return frozenset.intersection(*(_characters(face) for face in faces)) | _WHITE


@lru_cache(maxsize=16)
def _characters(path: Path) -> frozenset[int]:
    from reportlab.pdfbase.ttfonts import TTFontFile  # slow to import, wanted only here

    try:
        return frozenset(TTFontFile(str(path)).charToGlyph) - frozenset(range(0x20))
    except Exception:  # noqa: BLE001 - a damaged font makes ReportLab raise almost anything
        raise WrongTemplateError(
            _("the font file “%(name)s” cannot be used.") % {"name": path.name},
            source=Source("gaya.toml"),
            remedy=_("Take a TrueType font (.ttf)."),
        ) from None


@lru_cache(maxsize=16)
def _outside(covered: frozenset[int]) -> re.Pattern[str]:
    """Give a pattern of every character that is not covered."""
    codes = sorted(covered)
    starts = [code for code in codes if code - 1 not in covered]
    ends = [code for code in codes if code + 1 not in covered]
    ranges = (
        f"{re.escape(chr(start))}-{re.escape(chr(end))}"
        for start, end in zip(starts, ends, strict=True)
    )
    return re.compile(f"[^{''.join(ranges)}]")
