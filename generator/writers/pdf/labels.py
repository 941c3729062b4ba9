"""Labels on sheets of A4: where each stands, and its text made small enough for it.

They are printed and stuck on envelopes, so they are drawn as they are, without the structure of a
document for the archive.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from generator.document.printable import Printable
from generator.document.style import FontFamily

_MM = 72 / 25.4
_PADDING = 4.0  # millimetres around the text of a label
_SMALLEST, _STEP = 5.0, 0.5  # points
_LEADING = 1.2
_FOOT = 6.5  # points


@dataclass(frozen=True, slots=True)
class Sheet:
    """How labels stand on a page, in millimetres; ``across`` and ``down`` are from one to the next.

    The first label stands ``left`` and ``top`` from the edges of the page. ``largest`` is the size
    of type in points, where the text has room for it.
    """

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    page: tuple[float, float] = (210.0, 297.0)
    largest: float = 12.0

    @property
    def room(self) -> int:
        """Give how many labels a page holds."""
        return self.columns * self.rows


SHEETS: Mapping[str, Sheet] = {
    "2x7": Sheet(2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1),
    "2x4": Sheet(2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7),
    "3x7": Sheet(3, 7, 63.5, 38.1, 7.25, 15.15, 66.0, 38.1),
    "3x8": Sheet(3, 8, 63.5, 33.9, 7.25, 12.9, 66.0, 33.9),
}
"""The usual sheets of A4, by columns and rows (the sizes that L7163, L7165, L7160, L7159 name)."""

COVER = Sheet(1, 1, 148.0, 105.0, 0.0, 0.0, 0.0, 0.0, page=(148.0, 105.0), largest=20.0)
"""One label on a page of its own (A6), for the envelope of one region."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its lines, the number of the one that is bold, and a small line at its foot."""

    lines: tuple[str, ...]
    bold: int | None
    foot: str


class _Setter:
    """The faces that labels are set in, by the names that ReportLab knows them by."""

    def __init__(self, font: FontFamily) -> None:
        self._faces = _registered(font.regular), _registered(font.bold)
        self._printable = Printable(font)

    def face(self, *, bold: bool = False) -> str:
        """Give the name of a face."""
        return self._faces[bold]

    def text(self, text: str) -> str:
        """Give a text with marks for what the family cannot print."""
        return self._printable.text(text)


@cache
def _registered(path: Path) -> str:
    name = f"label {path}"
    registerFont(TTFont(name, str(path)))
    return name


def write_labels(
    title: str, labels: Sequence[Label], sheet: Sheet, skip: int, font: FontFamily, target: BinaryIO
) -> int:
    """Write labels, row by row, after ``skip`` places that were used; give the number of pages."""
    setter = _Setter(font)
    size = (sheet.page[0] * _MM, sheet.page[1] * _MM)
    canvas = Canvas(target, size, invariant=1, pageCompression=1, initialFontName=setter.face())
    canvas.setTitle(title)
    for at, label in enumerate(labels, skip):
        if at > skip and at % sheet.room == 0:
            canvas.showPage()
        _draw(canvas, label, sheet, at % sheet.room, setter)
    pages: int = canvas.getPageNumber()
    canvas.save()
    return pages


def _draw(canvas: Canvas, label: Label, sheet: Sheet, at: int, setter: _Setter) -> None:
    row, column = divmod(at, sheet.columns)
    left = (sheet.left + column * sheet.across + _PADDING) * _MM
    top = (sheet.page[1] - sheet.top - row * sheet.down - _PADDING) * _MM
    width = (sheet.width - 2 * _PADDING) * _MM
    height = (sheet.height - 2 * _PADDING) * _MM
    foot = setter.text(label.foot)
    room = height - (_FOOT * _LEADING * 1.5 if foot else 0)
    size, lines = _fitted(label, sheet.largest, (width, room), setter)
    baseline = top - size
    for face, text in lines:
        canvas.setFont(face, size)
        canvas.drawString(left, baseline, text)
        baseline -= size * _LEADING
    if foot:
        face = setter.face()
        fitting = min(_FOOT, _FOOT * width / max(stringWidth(foot, face, _FOOT), 1))
        canvas.setFont(face, fitting)
        canvas.drawString(left, top - height, foot)


def _fitted(
    label: Label, size: float, room: tuple[float, float], setter: _Setter
) -> tuple[float, Sequence[tuple[str, str]]]:
    """Give the size of type, at most ``size``, at which lines fit a room, and how they break."""
    width, height = room
    while True:
        lines = [
            (face, broken)
            for at, line in enumerate(label.lines)
            for face in [setter.face(bold=at == label.bold)]
            for broken in simpleSplit(setter.text(line), face, size, width)
        ]
        widest = max((stringWidth(text, face, size) for face, text in lines), default=0)
        if size <= _SMALLEST or (len(lines) * size * _LEADING <= height and widest <= width):
            return size, lines
        size -= _STEP
