"""Pages of tables written down in code: lines side by side, rulings."""

from collections.abc import Sequence

from evaluation.sources import Box
from extractors.pages.page import Page, Ruling, Word
from extractors.reports.text.body import Sheet
from extractors.reports.text.lines import Line
from extractors.reports.text.rulings import Rules
from tests.extractors.reports.writing import line

ASKED = ((50.0, "No"), (100.0, "Pertanyaan"), (300.0, "Skor"))


def chunk(left: float, right: float, top: float = 100, text: str = "kata", **how: bool) -> Line:
    return Line(1, (Word(text, Box(left, top, right, top + 10), **how),))


def side_by_side(top: float, *texts: tuple[float, str], bold: bool | None = None) -> Line:
    """One line of words that begin at given places."""
    words = [word for left, text in texts for word in line(text, top, left=left, bold=bold).words]
    return Line(1, tuple(words))


def flat(*heights: float, left: float = 40, right: float = 360) -> list[Ruling]:
    return [Ruling(Box(left, y - 0.2, right, y + 0.2)) for y in heights]


def tall(*places: float, top: float = 95, bottom: float = 300) -> list[Ruling]:
    return [Ruling(Box(x - 0.2, top, x + 0.2, bottom)) for x in places]


def sheet(
    lines: Sequence[Line], rulings: Sequence[Ruling] = (), *, number: int = 1, height: float = 900
) -> Sheet:
    ordered = sorted(lines, key=lambda one: one.middle)
    words = tuple(word for one in ordered for word in one.words)
    page = Page(number, 600, height, words, tuple(rulings))
    return Sheet(page, tuple(Line(number, one.words) for one in ordered), Rules(rulings))


def asked(number: int, top: float) -> Line:
    return side_by_side(top, (52, str(number)), (100, "Apa itu"), (305, "3"))


HEAD = side_by_side(100, *ASKED)
