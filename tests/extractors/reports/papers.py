"""Tiny reports drawn in code, in many layouts, with what they say: the truth to hold against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from evaluation.arithmetic import mean

MARGIN = 56.0
REGULAR, BOLD = "Helvetica", "Helvetica-Bold"


@dataclass(frozen=True)
class Asked:
    """One question of a paper; ``score`` None prints "-"."""

    number: int
    indicator: str
    question: str
    score: Decimal | None


@dataclass(frozen=True)
class Part:
    """One dimension of a paper."""

    name: str
    items: tuple[Asked, ...]

    @property
    def average(self) -> Decimal | None:
        return mean([item.score for item in self.items if item.score is not None])


@dataclass(frozen=True)
class Remark:
    """What one assessor says in one section."""

    section: str
    name: str
    institution: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """A report: what it says. ``results`` are the national table's rows, its heads first."""

    region: str
    year: int
    parts: tuple[Part, ...]
    remarks: tuple[Remark, ...] = ()
    results: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Layout:
    """How a paper looks."""

    rules: str = "grid"
    numbers: str = "inside"
    groups: str = "repeated"
    average: str = "last"
    remarks: str = "lettered"
    comma: bool = True
    wide: bool = False
    score_head: str = "Hasil Penilaian"
    size: float = 9.0
    head_again: bool = True
    scores_late: bool = False
    """Scores are drawn at their places, but after everything else and from the last to the first,
    so that the file's own order of text does not tell which question they belong to."""


def draw(paper: Paper, layout: Layout, path: Path) -> Path:
    """Draw a paper and give its path."""
    path.write_bytes(_Drawer(paper, layout).drawn())
    return path


class _Drawer:
    def __init__(self, paper: Paper, layout: Layout) -> None:
        self.paper = paper
        self.layout = layout
        self.page = landscape(A4) if layout.wide else A4
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=self.page, invariant=1)
        self.y = self.page[1] - MARGIN
        self.lead = layout.size * 1.25
        self.late: list[tuple[float, float, str, str]] = []

    def drawn(self) -> bytes:
        self.cover()
        for part in self.paper.parts:
            self.part(part)
        self.comments()
        self.national()
        self.draw_late()
        self.canvas.save()
        return self.buffer.getvalue()

    def cover(self) -> None:
        self.line("LAPORAN HASIL EVALUASI", 16, BOLD)
        self.line(f"TAHUN {self.paper.year}", 16, BOLD)
        self.line(self.paper.region, 16, BOLD)
        self.next_page()

    def next_page(self) -> None:
        self.draw_late()
        self.canvas.showPage()
        self.y = self.page[1] - MARGIN

    def draw_late(self) -> None:
        for left, y, text, font in reversed(self.late):
            self.canvas.setFont(font, self.layout.size)
            self.canvas.drawString(left, y, text)
        self.late.clear()

    def national(self) -> None:
        """Draw the national table, on a page of its own."""
        if self.paper.results:
            self.next_page()
            self.line("TABEL NASIONAL", 12, BOLD)
            self.y -= 6
        for place, cells in enumerate(self.paper.results):
            widths = [30.0, 130.0, *[70.0] * (len(cells) - 2)]
            top = self.y
            self.y -= 20
            left = MARGIN
            for text, width in zip(cells, widths, strict=True):
                self.canvas.setFont(BOLD if place == 0 else REGULAR, self.layout.size)
                self.canvas.drawString(left + 4, top - 13, text)
                left += width
            self.border(top, widths)

    def line(self, text: str, size: float, font: str = REGULAR, left: float = MARGIN) -> None:
        if self.y - size < MARGIN:
            self.next_page()
        self.y -= size * 1.4
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, self.y, text)

    def paragraph(self, text: str, left: float, font: str = REGULAR, mark: str = "") -> None:
        size = self.layout.size
        lines = simpleSplit(text, font, size, self.page[0] - MARGIN - left)
        for index, words in enumerate(lines):
            if mark and index == 0:
                self.line(mark, size, font, left - 16)
                self.y += size * 1.4
            self.line(words, size, font, left)
        self.y -= 2

    def number(self, value: Decimal | None) -> str:
        text = "-" if value is None else str(value)
        return text.replace(".", ",") if self.layout.comma else text

    def columns(self) -> list[tuple[str, float]]:
        width = self.page[0] - 2 * MARGIN
        heads = [("No", 30.0)] if self.layout.numbers == "column" else []
        if self.layout.groups != "heading":
            heads.append(("Indikator", 90.0))
        heads.append(("Pertanyaan", width - sum(w for _h, w in heads) - 70.0))
        return [*heads, (self.layout.score_head, 70.0)]

    def part(self, part: Part) -> None:
        if self.y < self.page[1] / 3:
            self.next_page()
        self.y -= 10
        self.line(part.name, 12, BOLD)
        self.y -= 6
        self.row([head for head, _width in self.columns()], BOLD)
        if self.layout.average == "first":
            self.mean(part)
        before = None
        for item in part.items:
            if self.layout.groups == "heading" and item.indicator != before:
                self.row([item.indicator], BOLD)
            self.item(item, before)
            before = item.indicator
        if self.layout.average == "last":
            self.mean(part)
        if self.layout.average == "sentence":
            self.y -= 8
            self.paragraph(f"Nilai rata-rata {part.name}: {self.number(part.average)}", MARGIN)

    def mean(self, part: Part) -> None:
        blank = [""] * (len(self.columns()) - 2)
        self.row(["Rata-Rata", *blank, self.number(part.average)], BOLD)

    def item(self, item: Asked, before: str | None) -> None:
        question = item.question
        cells = [str(item.number)] if self.layout.numbers == "column" else []
        if self.layout.numbers == "inside":
            question = f"{item.number}. {question}"
        if self.layout.groups != "heading":
            once = self.layout.groups == "once" and item.indicator == before
            cells.append("" if once else item.indicator)
        self.row([*cells, question, self.number(item.score)])

    def row(self, cells: Sequence[str], font: str = REGULAR) -> None:
        size = self.layout.size
        columns = self.columns()
        widths = [width for _head, width in columns]
        if len(cells) == 1:
            widths = [sum(widths)]
        wrapped = [simpleSplit(c, font, size, w - 8) for c, w in zip(cells, widths, strict=True)]
        height = max(len(lines) for lines in wrapped) * self.lead + 6
        if self.y - height < MARGIN:
            self.next_page()
            if self.layout.head_again and font == REGULAR:
                self.row([head for head, _width in columns], BOLD)
        top = self.y
        self.y -= height
        left = MARGIN
        for lines, width in zip(wrapped, widths, strict=True):
            self.canvas.setFont(font, size)
            for index, text in enumerate(lines):
                place = (left + 4, top - 3 - size - index * self.lead, text)
                if self.layout.scores_late and width == 70.0:
                    self.late.append((*place, font))
                else:
                    self.canvas.drawString(*place)
            left += width
        self.border(top, widths)

    def border(self, top: float, widths: Sequence[float]) -> None:
        right = MARGIN + sum(widths)
        self.canvas.setLineWidth(0.5)
        if self.layout.rules in {"grid", "horizontal"}:
            self.canvas.line(MARGIN, top, right, top)
            self.canvas.line(MARGIN, self.y, right, self.y)
        if self.layout.rules == "grid":
            left = MARGIN
            for width in [0.0, *widths]:
                left += width
                self.canvas.line(left, top, left, self.y)

    def comments(self) -> None:
        before = None
        for number, remark in enumerate(self.paper.remarks, 1):
            if remark.section != before:
                self.y -= 10
                self.line(remark.section, 12, BOLD)
                self.y -= 4
            before = remark.section
            self.remark(number, remark)

    def remark(self, number: int, remark: Remark) -> None:
        name = f"{remark.name}, {remark.institution}"
        if self.layout.remarks == "paragraphs":
            for point in remark.points:
                self.paragraph(f"{remark.name} ({remark.institution}): {point}", MARGIN)
            return
        self.paragraph(name, MARGIN + 16, BOLD, f"{number}.")
        for point, mark in zip(remark.points, self.marks(), strict=False):
            self.paragraph(point, MARGIN + 34, REGULAR, mark)

    def marks(self) -> Iterator[str]:
        kinds = {"lettered": "{}.", "bullets": "•", "bare": ""}
        for letter in "abcdefghijklmnopqrst":
            yield kinds[self.layout.remarks].format(letter)
