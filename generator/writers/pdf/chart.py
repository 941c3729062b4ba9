"""A clustered column chart, drawn with the document's own type."""

from collections.abc import Sequence
from decimal import Decimal

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from generator.blocks import Chart
from generator.style import ChartStyle
from generator.writers.pdf.text import Typesetter, artifact, marked

_STEPS = tuple(Decimal(text) for text in ("0.1", "0.2", "0.25", "0.5", "1", "2", "2.5", "5", "10"))
_MOST_STEPS = 8
_GAP = 0.3  # share of a category's width that stays free
_TEXT_COLOUR = "#262626"


class ColumnChart(Flowable):  # type: ignore[misc]
    """Draws a chart across the width of its frame."""

    def __init__(self, chart: Chart, style: ChartStyle, typesetter: Typesetter) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = 6, 10
        self._chart = chart
        self._style = style
        self._face = typesetter.face()
        self._bold = typesetter.face(bold=True)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width and the style's height."""
        self.width = width
        self.height = self._style.height
        return self.width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Never break a chart."""
        return []

    def draw(self) -> None:
        """Draw the chart as one figure."""
        with marked(self.canv, "Figure"):
            self._draw_parts()

    def _draw_parts(self) -> None:
        """Draw title, grid, columns with their values, category names and legend."""
        size = self._style.size
        labels = self._category_lines()
        lines = max((len(label) for label in labels), default=1)
        left, legend = 2.6 * size, 2.2 * size
        bottom = legend + (lines + 0.8) * size * 1.15
        top = self.height - 3.4 * size
        self._text(
            self.width / 2, self.height - 1.4 * size, self._chart.title, size + 1, self._bold
        )
        self._draw_grid(left, bottom, top)
        slot = (self.width - left) / max(len(self._chart.categories), 1)
        for index, label in enumerate(labels):
            self._draw_columns(index, left + index * slot, slot, bottom, top)
            for number, line in enumerate(label):
                y = bottom - (number + 1.2) * size * 1.15
                self._text(left + (index + 0.5) * slot, y, line, size, self._face)
        self._draw_legend(size)

    def _category_lines(self) -> list[Sequence[str]]:
        categories = self._chart.categories
        room = (self.width - 2.6 * self._style.size) / max(len(categories), 1) - 4
        return [simpleSplit(name, self._face, self._style.size, room) for name in categories]

    def _height_of(self, value: Decimal, bottom: float, top: float) -> float:
        chart = self._chart
        extent = chart.maximum - chart.minimum
        share = (value - chart.minimum) / extent if extent > 0 else Decimal(0)
        return bottom + float(min(max(share, Decimal(0)), Decimal(1))) * (top - bottom)

    def _draw_grid(self, left: float, bottom: float, top: float) -> None:
        size = self._style.size
        for tick in ticks(self._chart.minimum, self._chart.maximum):
            y = self._height_of(tick, bottom, top)
            with artifact(self.canv):
                self.canv.setStrokeColor(HexColor(self._style.grid_colour))
                self.canv.setLineWidth(0.5)
                self.canv.line(left, y, self.width, y)
            self._text(left - 4, y - size / 3, _written(tick), size, self._face, align="right")

    def _draw_columns(self, index: int, x: float, slot: float, bottom: float, top: float) -> None:
        series = self._chart.series
        width = slot * (1 - _GAP) / max(len(series), 1)
        base = self._height_of(Decimal(0), bottom, top)
        for number, one in enumerate(series):
            value = one.values[index]
            if value is None:
                continue
            place = x + slot * _GAP / 2 + number * width
            end = self._height_of(value, bottom, top)
            with artifact(self.canv):
                self.canv.setFillColor(HexColor(self._colour(number)))
                self.canv.rect(
                    place, min(base, end), width * 0.94, abs(end - base), stroke=0, fill=1
                )
            size = min(self._style.size - 1, width / 2.1)
            self._text(
                place + width / 2,
                max(base, end) + 2.5,
                f"{value:.2f}".replace(".", ","),
                size,
                self._face,
            )

    def _draw_legend(self, size: float) -> None:
        names = [one.name for one in self._chart.series]
        widths = [stringWidth(name, self._face, size) + 2.6 * size for name in names]
        x = (self.width - sum(widths)) / 2
        for number, (name, width) in enumerate(zip(names, widths, strict=True)):
            with artifact(self.canv):
                self.canv.setFillColor(HexColor(self._colour(number)))
                self.canv.rect(x, 0.35 * size, 0.8 * size, 0.8 * size, stroke=0, fill=1)
            self._text(x + 1.2 * size, 0.45 * size, name, size, self._face, align="left")
            x += width

    def _colour(self, number: int) -> str:
        return self._style.colours[number % len(self._style.colours)]

    def _text(
        self, x: float, y: float, text: str, size: float, face: str, align: str = "center"
    ) -> None:
        canvas = self.canv
        canvas.setFont(face, size)
        canvas.setFillColor(HexColor(_TEXT_COLOUR))
        write = {
            "left": canvas.drawString,
            "right": canvas.drawRightString,
            "center": canvas.drawCentredString,
        }
        write[align](x, y, text)


def ticks(minimum: Decimal, maximum: Decimal) -> list[Decimal]:
    """Give the values at which the grid is drawn: round steps, at most eight of them."""
    extent = maximum - minimum
    if extent <= 0:
        return [minimum]
    scale = Decimal(1)
    while extent / (scale * _STEPS[-1]) > _MOST_STEPS:
        scale *= 10
    step = next(scale * step for step in _STEPS if extent / (scale * step) <= _MOST_STEPS)
    first = -(-minimum // step) * step
    return [first + step * number for number in range(int((maximum - first) // step) + 1)]


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
