"""Every tolerance of what a file draws, held by what lies just inside and just outside of it."""

import math
import tempfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from evaluation.errors import UnreadableInputError
from evaluation.sources import Box
from extractors.pages.limits import USUAL, Limits
from extractors.pages.page import Page, Word
from extractors.pages.written import opening, tolerances
from extractors.pages.written.opening import open_pages
from extractors.pages.written.rulings import joined
from extractors.pages.written.turning import quarters_of
from extractors.pages.written.words import Fonts
from tests.extractors.tolerated import Bound, Bounds, names_of, unnoticed, untold

HEIGHT = 842.0
FONT = "Helvetica"
Draw = Callable[[Canvas], object]


def page_of(draw: Draw, limits: Limits = USUAL) -> Page:
    """Read a page as it was drawn."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.pdf")
        canvas = Canvas(str(path), pagesize=(595, HEIGHT), invariant=1)
        draw(canvas)
        canvas.save()
        with open_pages(path, limits=limits) as pages:
            return pages.page(0)


def text(canvas: Canvas, said: str, left: float = 100, size: float = 10) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(left, 700, said)


def word(said: str) -> Word:
    return page_of(lambda canvas: text(canvas, said)).words[0]


# Words.


def small_first(size: float) -> bool:
    """Whether a character of this size and one of 10 points behind it are one line's."""

    def draw(canvas: Canvas) -> None:
        line = canvas.beginText(100, 700)
        for char, own in (("m", size), ("2", 10)):
            line.setFont(FONT, own)
            line.textOut(char)
        canvas.drawText(line)

    tall = (word("m").box.bottom - word("m").box.top) * size / 10
    return page_of(draw).words[0].size == pytest.approx(tall, abs=0.1)


def uncut(said: str, at: float, top: float = -5, bottom: float = -5) -> bool:
    """Whether a word stays whole with an upright ruling at ``at``, beyond it at top and bottom."""
    box = word(said).box

    def draw(canvas: Canvas) -> None:
        text(canvas, said)
        canvas.line(at, HEIGHT - box.top - top, at, HEIGHT - box.bottom + bottom)

    return len(page_of(draw).words) == 1


def glued(before: float) -> bool:
    """Whether glued words part at a ruling so many heights before the second one."""
    tall = word("m").box.bottom - word("m").box.top
    return not uncut("NomorKriteria", 100 + stringWidth("Nomor", FONT, 10) - before * tall)


def turned(words: int) -> bool:
    """Whether a page is level of whose words every other stands upright, and the last one too."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 6)
        for n in range(words):
            canvas.saveState()
            canvas.translate(50 + 40 * (n % 12), 800 - 40 * (n // 12))
            canvas.rotate(90 if n % 2 or n == 118 else 0)
            canvas.drawString(0, 0, "kata")
            canvas.restoreState()

    return page_of(draw).width == 595


class Tight(Fonts):
    """Fonts whose boxes are not to be believed."""

    def is_loose(self, _item: object, _ratio: Callable[[], float]) -> bool:
        return False


def tight(size: float) -> Box:
    """The box of a character whose font's box is not believed, on a base line at 142."""
    with changed_fonts():
        return page_of(lambda canvas: text(canvas, "x", 10, size)).words[0].box


class changed_fonts:  # noqa: N801 - used as a function is
    """Has pages read with such fonts for a while."""

    def __enter__(self) -> None:
        opening.Fonts = Tight  # type: ignore[misc]

    def __exit__(self, *_fault: object) -> None:
        opening.Fonts = Fonts  # type: ignore[misc]


def believed(ratio: float) -> bool:
    """Whether a font's box is believed that is so high by the size of its type."""
    return Fonts().is_loose(None, lambda: ratio)  # type: ignore[arg-type]


def bold(stem: int) -> bool:
    """Whether a font of such stems, from which pdfium takes its weight, is bold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.pdf")
        pdf = pikepdf.new()
        page = pdf.add_blank_page(page_size=(595, HEIGHT))
        name = pikepdf.Name
        described = pdf.make_indirect(pikepdf.Dictionary(
            Type=name.FontDescriptor, FontName=name.Antah, Flags=32, StemV=stem, ItalicAngle=0,
            FontBBox=[0, -200, 1000, 900], Ascent=900, Descent=-200, CapHeight=700,
        ))  # fmt: skip
        font = pikepdf.Dictionary(
            Type=name.Font, Subtype=name.TrueType, BaseFont=name.Antah, FirstChar=97, LastChar=97,
            Widths=[500], FontDescriptor=described, Encoding=name.WinAnsiEncoding,
        )  # fmt: skip
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(b"BT /F1 10 Tf 100 700 Td (a) Tj ET")
        pdf.save(path)
        with open_pages(path) as pages:
            return bool(pages.page(0).words[0].bold)


# Strokes.


def rulings(draw: Draw, limits: Limits = USUAL) -> int:
    return len(page_of(draw, limits).rulings)


def slanted(by: float) -> int:
    """The rulings of a filled area one of whose edges strays so far."""

    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.moveTo(50, 500)
        for x, y in ((250, 500 + by), (250, 560), (50, 560)):
            path.lineTo(x, y)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    return rulings(draw)


def stairs(objects: int) -> bool:
    """Whether a path of twelve segments is read within a limit of so many objects."""

    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.moveTo(50, 500)
        for n in range(1, 12):
            path.lineTo(50 + 20 * (n // 2), 500 + 20 * ((n + 1) // 2))
        canvas.drawPath(path)

    return rulings(draw, Limits(objects=objects)) > 0


def pieces(gap: float = 0.0, lower: float = 0.0) -> int:
    """How many rulings two pieces are that stand so far apart."""
    return len(list(joined([(100, 101, 50, 90), (100 + lower, 101 + lower, 90 + gap, 150)])))


# Files.


def no_pdf(junk: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.pdf")
        path.write_bytes(b" " * junk + b"%PDF-1.4\n")
        with pytest.raises(UnreadableInputError) as refused:
            open_pages(path)
        return "no PDF" in str(refused.value)


def whole(after: int) -> bool:
    """Whether a file is whole after whose last sign more bytes follow."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.pdf")
        canvas = Canvas(str(path))
        canvas.drawString(50, 50, "a")
        canvas.save()
        data = path.read_bytes()
        end = data.rindex(b"%%EOF")
        path.write_bytes(data[:end] + b"%%EOF" + b"\n" * after)
        with open_pages(path, partial=True) as pages:
            return not pages.incomplete


BOUNDS: Bounds = {
    ("WORDS", "askew"): Bound(lambda by: quarters_of(math.radians(by)) == 0, 2.05, 2.09),
    ("WORDS", "angles"): Bound(turned, 120, 119),
    ("WORDS", "same_line"): Bound(small_first, 5.8, 5.7),
    ("WORDS", "within"): Bound(lambda by: uncut("iK", 100 + by), 0.95, 1.05),
    ("WORDS", "along"): Bound(lambda by: not uncut("iK", 101.5, top=by), 0.95, 1.05),
    ("WORDS", "cut_before"): Bound(glued, 1.55, 1.65),
    ("WORDS", "cut_after"): Bound(lambda heights: glued(-heights), 0.39, 0.41),
    ("WORDS", "least_loose"): Bound(believed, 0.86, 0.84),
    ("WORDS", "most_loose"): Bound(believed, 1.69, 1.71),
    ("WORDS", "tallest"): Bound(
        lambda size: tight(size).bottom - tight(size).top == pytest.approx(size), 299, 301
    ),
    ("WORDS", "above"): Bound(lambda top: tight(10).top < top, 134.1, 133.9),
    ("WORDS", "below"): Bound(lambda bottom: tight(10).bottom > bottom, 143.9, 144.1),
    ("WORDS", "bold"): Bound(bold, 145, 135),
    ("STROKES", "thin"): Bound(
        lambda high: rulings(lambda canvas: canvas.rect(50, 500, 90, high, stroke=0, fill=1)) == 1,
        2.55, 2.65,
    ),
    ("STROKES", "straight"): Bound(lambda by: slanted(by) == 4, 0.68, 0.72),
    ("STROKES", "shortest"): Bound(
        lambda long: len(list(joined([(100, 101, 50, 50 + long)]))) == 1, 3.1, 2.9
    ),
    ("STROKES", "gap"): Bound(lambda gap: pieces(gap) == 1, 2.4, 2.6),
    ("STROKES", "same_line"): Bound(lambda by: pieces(lower=by) == 1, 1.15, 1.25),
    ("STROKES", "segments"): Bound(stairs, 16, 15),
    ("FILES", "head"): Bound(lambda junk: not no_pdf(junk), 1019, 1020),
    ("FILES", "tail"): Bound(whole, 4091, 4092),
}  # fmt: skip


def test_every_tolerance_has_a_bound_a_unit_and_a_meaning() -> None:
    assert sorted(BOUNDS) == sorted(names_of(tolerances))
    assert untold(tolerances) == []


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_what_lies_inside_is_tolerated_and_what_lies_outside_is_not(name: tuple[str, str]) -> None:
    assert BOUNDS[name].holds()


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_a_changed_tolerance_is_noticed(name: tuple[str, str]) -> None:
    assert unnoticed(tolerances, name, BOUNDS[name]) == []
