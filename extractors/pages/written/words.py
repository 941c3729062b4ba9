"""The words that a PDF page holds, by pdfium: broken where pdfium itself sees a blank.

Every call across the C border costs about a microsecond, so a word asks for the boxes of its first
and last character alone.
"""

import ctypes
import math
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pypdfium2 import raw

from evaluation.sources import Box
from extractors.pages.limits import FONT_NAME
from extractors.pages.page import Ruling, Word
from extractors.pages.written.tolerances import WORDS
from extractors.pages.written.turning import Turning, quarters_of

# A run between blanks; U+FFFE and U+0002 are pdfium's signs for a hyphen at a line's end.
_RUN = re.compile("[^\\s\x00\x02\ufffe\xa0]+[\x02\ufffe]?|[\x02\ufffe]")
_HYPHEN = str.maketrans("\x02\ufffe", "--")


@dataclass(frozen=True, slots=True)
class Run:
    """A word as the page's text holds it: characters ``first`` to ``last`` of the page."""

    text: str
    first: int
    last: int


def runs(text_page: raw.FPDF_TEXTPAGE, count: int) -> tuple[Run, ...]:
    """Give the words of a text page of ``count`` characters, in the order of the file."""
    text = _text(text_page, count)
    return tuple(
        Run(match[0].translate(_HYPHEN), match.start(), match.end() - 1)
        for match in _RUN.finditer(text)
    )


def _text(text_page: raw.FPDF_TEXTPAGE, count: int) -> str:
    """Give the page's characters, one for each index of pdfium."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "replace")[: max(written - 1, 0)]
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 0 < code <= sys.maxunicode else "\x00" for code in codes)


def quarters(text_page: raw.FPDF_TEXTPAGE, found: tuple[Run, ...]) -> int | None:
    """Give the quarter turns by which most words of a page run; None where there are none."""
    step = max(1, len(found) // WORDS.angles)
    angles = (quarters_of(raw.FPDFText_GetCharAngle(text_page, r.first)) for r in found[::step])
    counted = Counter(angle for angle in angles if angle is not None)
    return counted.most_common(1)[0][0] if counted else None


class WordReader:
    """Reads the words of one page at their places."""

    def __init__(
        self,
        text_page: raw.FPDF_TEXTPAGE,
        turning: Turning,
        fonts: "Fonts",
        rulings: Iterable[Ruling] = (),
    ) -> None:
        self._page = text_page
        self._turning = turning
        self._fonts = fonts
        self._uprights = sorted(
            ((r.box.left + r.box.right) / 2, r.box.top - WORDS.along, r.box.bottom + WORDS.along)
            for r in rulings
            if not r.horizontal
        )
        self._sides = tuple(ctypes.c_double() for _side in ("left", "right", "bottom", "top"))
        self._refs = tuple(ctypes.byref(side) for side in self._sides)
        self._loose = raw.FS_RECTF()
        self._loose_ref = ctypes.byref(self._loose)

    def words(self, found: tuple[Run, ...]) -> Iterator[Word]:
        """Give the visible words that run along with the page; askew ones are a watermark."""
        for run in found:
            item = raw.FPDFText_GetTextObject(self._page, run.first)
            if not item or not self._is_upright(run.first) or self._fonts.invisible(item):
                continue
            yield from self._placed(run, item)

    def _is_upright(self, index: int) -> bool:
        angle = quarters_of(raw.FPDFText_GetCharAngle(self._page, index))
        return angle == self._turning.quarters

    def _placed(self, run: Run, item: raw.FPDF_PAGEOBJECT) -> Iterator[Word]:
        """Give the word; one whose characters stand on two lines becomes two."""
        bold = self._fonts.bold(item)
        start = self._box(run.first, item)
        end = self._box(run.last, item) if run.last > run.first else start
        if start is None or end is None:
            return
        if abs(start.top - end.top) <= WORDS.same_line * (start.bottom - start.top):
            left, right = min(start.left, end.left), max(start.right, end.right)
            box = Box(left, min(start.top, end.top), right, max(start.bottom, end.bottom))
            if not self._is_crossed(box):
                yield Word(run.text, box, start.bottom - start.top, bold)
                return
        yield from self._by_line(run, item, bold)

    def _is_crossed(self, box: Box) -> bool:
        """Tell whether an upright ruling runs through a word, which then is two cells' words."""
        index = bisect_right(self._uprights, (box.left + WORDS.within,))
        while index < len(self._uprights) and self._uprights[index][0] < box.right - WORDS.within:
            if self._uprights[index][1] <= box.top and self._uprights[index][2] >= box.bottom:
                return True
            index += 1
        return False

    def _cut_near(self, box: Box) -> bool:
        """Tell whether an upright ruling stands within a few letters of a place."""
        tall = box.bottom - box.top
        first, last = box.left - WORDS.cut_before * tall, box.left + WORDS.cut_after * tall
        index = bisect_right(self._uprights, (first,))
        return index < len(self._uprights) and self._uprights[index][0] < last

    def _by_line(self, run: Run, item: raw.FPDF_PAGEOBJECT, bold: bool) -> Iterator[Word]:
        pieces: list[tuple[str, Box]] = []
        for offset, char in enumerate(run.text):
            box = self._box(run.first + offset, item)
            if box is None:
                continue
            tall = box.bottom - box.top
            same = bool(pieces) and abs(pieces[-1][1].top - box.top) <= WORDS.same_line * tall
            text, old = pieces[-1] if pieces else ("", box)
            if same and not (_turns(text[-1], char) and self._cut_near(box)):
                joined = Box(min(old.left, box.left), min(old.top, box.top),
                             max(old.right, box.right), max(old.bottom, box.bottom))  # fmt: skip
                pieces[-1] = (text + char, joined)
            else:
                pieces.append((char, box))
        for text, box in pieces:
            yield Word(text, box, box.bottom - box.top, bold)

    def _box(self, index: int, item: raw.FPDF_PAGEOBJECT) -> Box | None:
        """Give a character's box: as high as its font, so that words of a line agree."""
        loose = self._loose
        if not raw.FPDFText_GetLooseCharBox(self._page, index, self._loose_ref):
            return None
        if self._fonts.is_loose(item, lambda: self._ratio(index)):
            return self._turning.box(loose.left, loose.bottom, loose.right, loose.top)
        left, right, bottom, top = self._sides
        if not raw.FPDFText_GetCharBox(self._page, index, *self._refs):
            return None
        box = self._turning.box(left.value, bottom.value, right.value, top.value)
        return self._as_high_as_type(index, box)

    def _type_height(self, index: int) -> float:
        """Give the height of the type at a character: its font's size by its matrix."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._page, index, ctypes.byref(matrix))
        size = float(raw.FPDFText_GetFontSize(self._page, index))
        return size * math.hypot(matrix.c, matrix.d)

    def _ratio(self, index: int) -> float:
        """Give the height of a character's loose box by that of its type."""
        loose = self._loose
        across = self._turning.quarters % 2
        height = abs(loose.right - loose.left) if across else abs(loose.top - loose.bottom)
        size = self._type_height(index)
        return float(height / size) if size else 0.0

    def _as_high_as_type(self, index: int, box: Box) -> Box:
        """Give a tight box the height of its type, about the base line."""
        x, y = ctypes.c_double(), ctypes.c_double()
        height = self._type_height(index)
        if not raw.FPDFText_GetCharOrigin(self._page, index, ctypes.byref(x), ctypes.byref(y)):
            return box
        if not 0 < height < WORDS.tallest:
            return box
        base = self._turning.box(x.value, y.value, x.value, y.value).top
        top, bottom = base - WORDS.above * height, base + WORDS.below * height
        return Box(box.left, top, box.right, bottom)


def _turns(before: str, after: str) -> bool:
    """Tell whether two letters are likely the end of one word and the start of another."""
    return (before.islower() and after.isupper()) or before.isdigit() != after.isdigit()


class Fonts:
    """What is known of the fonts of one file, asked once for each text object's font."""

    def __init__(self) -> None:
        self._bold: dict[int, bool] = {}
        self._loose: dict[int, bool] = {}

    def is_loose(self, item: raw.FPDF_PAGEOBJECT, ratio: Callable[[], float]) -> bool:
        """Tell whether loose boxes of a text object's font are as high as its type.

        Some fonts lack ascent and descent, or have absurd ones; ``ratio`` measures one character.
        """
        key = _key(raw.FPDFTextObj_GetFont(item))
        if key not in self._loose:
            self._loose[key] = WORDS.least_loose <= ratio() <= WORDS.most_loose
        return self._loose[key]

    def bold(self, item: raw.FPDF_PAGEOBJECT) -> bool:
        """Tell whether a text object is set in a bold font, by the font's name or weight."""
        font = raw.FPDFTextObj_GetFont(item)
        key = _key(font)
        known = self._bold.get(key)
        if known is None:
            known = self._bold[key] = bool(font) and _is_bold(font)
        return known

    def invisible(self, item: raw.FPDF_PAGEOBJECT) -> bool:
        """Tell whether a text object is drawn without filling or outlining it."""
        return bool(raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE)


def _key(font: raw.FPDF_FONT) -> int:
    return ctypes.addressof(font.contents) if font else 0


def _is_bold(font: raw.FPDF_FONT) -> bool:
    buffer = ctypes.create_string_buffer(FONT_NAME)
    raw.FPDFFont_GetBaseFontName(font, buffer, FONT_NAME)
    name = buffer.value.decode("latin-1").casefold()
    return any(word in name for word in ("bold", "black", "heavy")) or (
        "regular" not in name and raw.FPDFFont_GetWeight(font) >= WORDS.bold
    )
