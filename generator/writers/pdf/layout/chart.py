"""A clustered column chart, drawn with the document's own type."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil, floor

from generator.document.blocks import Chart
from generator.document.style import ChartStyle
from generator.writers.pdf.fonts.family import Face
from generator.writers.pdf.layout.ink import Ink
from generator.writers.pdf.layout.item import Item
from generator.writers.pdf.layout.text import Typesetter

_STEPS = tuple(Decimal(text) for text in ("1", "2", "2.5", "5", "10", "20"))
_MOST_STEPS = 8
_LEAST_PLOT = 0.35  # share of the height that the columns keep; long labels are set smaller
_SHRINK = 0.9
_GAP = 0.3  # share of a category's width that stays free
_LEADING = 1.15
_TEXT_COLOUR = "#262626"
_LEFT_OF = {"left": 0.0, "center": 0.5, "right": 1.0}  # share of a text left of its place


@dataclass(frozen=True)
class Plot:
    """Where the columns stand, in points from the chart's foot and left, and the type size."""

    size: float
    left: float
    slot: float
    bottom: float
    top: float
    title: Sequence[str]
    labels: Sequence[Sequence[str]]


class ColumnChart(Item):
    """Draws a chart across the width of its frame."""

    before, after = 6, 10

    def __init__(
        self,
        chart: Chart,
        style: ChartStyle,
        typesetter: Typesetter,
        width: float,
        height: float,
        element: int,
    ) -> None:
        self._element = element
        self._chart = replace(
            chart,
            title=typesetter.text(chart.title),
            categories=tuple(map(typesetter.text, chart.categories)),
            series=tuple(replace(one, name=typesetter.text(one.name)) for one in chart.series),
        )
        self._style = style
        self._width = width
        self._height = height
        self._face = typesetter.family.face()
        self._bold = typesetter.family.face(bold=True)

    @property
    def height(self) -> float:
        """Give the height."""
        return self._height

    def draw(self, ink: Ink, x: float, top: float) -> None:
        """Draw the chart as one figure."""
        with ink.tagged(self._element):
            _Drawing(self, ink, x, top - self._height).draw()


class _Drawing:
    """A chart being drawn; places are points from its foot and left."""

    def __init__(self, made: ColumnChart, ink: Ink, left: float, foot: float) -> None:
        self._ink = ink
        self._left = left
        self._foot = foot
        self._chart, self._style = made._chart, made._style
        self._face, self._bold = made._face, made._bold
        self.width, self.height = made._width, made._height

    def draw(self) -> None:
        """Draw title, grid, columns with their values, category names and legend."""
        plot = self._plot(self._style.size)
        for number, line in enumerate(plot.title):
            y = self.height - (1.4 + number * _LEADING) * plot.size
            self._text(self.width / 2, y, line, plot.size + 1, self._bold, room=self.width)
        self._draw_grid(plot)
        for index, label in enumerate(plot.labels):
            x = plot.left + index * plot.slot
            self._draw_columns(index, x, plot)
            for number, line in enumerate(label):
                y = plot.bottom - (number + 1.2) * plot.size * _LEADING
                centre = x + plot.slot / 2
                self._text(centre, y, line, plot.size, self._face, room=plot.slot - 4)
        self._draw_legend(plot.size)

    def _plot(self, size: float) -> "Plot":
        """Give the place of the columns; type is set smaller until they have room."""
        categories = self._chart.categories
        steps = [_written(tick) for tick in ticks(self._chart.minimum, self._chart.maximum)]
        widest = max(self._face.units(step) * size for step in steps)
        left = min(max(2.6 * size, widest + 6), self.width / 3)
        slot = (self.width - left) / max(len(categories), 1)
        labels = [_wrapped(name, self._face, size, slot - 4) for name in categories]
        title = _wrapped(self._chart.title, self._bold, size + 1, self.width)
        lines = max((len(label) for label in labels), default=1)
        bottom = (2.2 + (lines + 0.8) * _LEADING) * size
        top = self.height - (3.4 + max(len(title) - 1, 0) * _LEADING) * size
        if top - bottom < self.height * _LEAST_PLOT and size > 1:
            return self._plot(size * _SHRINK)
        return Plot(size, left, slot, bottom, top, title, labels)

    def _height_of(self, value: Decimal, plot: Plot) -> float:
        chart = self._chart
        extent = chart.maximum - chart.minimum
        share = (value - chart.minimum) / extent if extent > 0 else Decimal(0)
        clamped = float(min(max(share, Decimal(0)), Decimal(1)))
        return plot.bottom + clamped * (plot.top - plot.bottom)

    def _draw_grid(self, plot: Plot) -> None:
        for tick in ticks(self._chart.minimum, self._chart.maximum):
            y = self._height_of(tick, plot)
            self._ink.pen(self._style.grid_colour, 0.5)
            self._ink.line(self._left + plot.left, self._foot + y, self._left + self.width)
            self._text(
                plot.left - 4,
                y - plot.size / 3,
                _written(tick),
                plot.size,
                self._face,
                align="right",
                room=plot.left - 4,
            )

    def _draw_columns(self, index: int, x: float, plot: Plot) -> None:
        series = self._chart.series
        width = plot.slot * (1 - _GAP) / max(len(series), 1)
        base = self._height_of(Decimal(0), plot)
        for number, one in enumerate(series):
            value = one.values[index]
            if value is None:
                continue
            place = x + plot.slot * _GAP / 2 + number * width
            end = self._height_of(value, plot)
            self._bar(number, place, min(base, end), width * 0.94, abs(end - base))
            size = min(self._style.size - 1, plot.size, width / 2.1)
            self._text(
                place + width / 2,
                max(base, end) + 2.5,
                f"{value:.2f}".replace(".", ","),
                size,
                self._face,
                room=width,
            )

    def _draw_legend(self, size: float) -> None:
        names = [one.name for one in self._chart.series]
        widths = [self._face.units(name) * size + 2.6 * size for name in names]
        if sum(widths) > self.width:
            scale = self.width / sum(widths)
            size, widths = size * scale, [width * scale for width in widths]
        x = (self.width - sum(widths)) / 2
        for number, (name, width) in enumerate(zip(names, widths, strict=True)):
            self._bar(number, x, 0.35 * size, 0.8 * size, 0.8 * size)
            self._text(x + 1.2 * size, 0.45 * size, name, size, self._face, align="left")
            x += width

    def _bar(self, series: int, x: float, y: float, width: float, height: float) -> None:
        """Fill an area in the colour of a series."""
        self._ink.fill(self._style.colours[series % len(self._style.colours)])
        self._ink.rect(self._left + x, self._foot + y, width, height, stroke=False, fill=True)

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        face: Face,
        *,
        align: str = "center",
        room: float = 0,
    ) -> None:
        """Write a line; it is set smaller if ``room`` is given and too narrow."""
        wide = face.units(text) * size
        if room and wide > room:
            size, wide = size * room / wide, room
        self._ink.fill(_TEXT_COLOUR)
        begin = self._left + x - wide * _LEFT_OF[align]
        self._ink.text(face, size, begin, self._foot + y, text)


def _wrapped(text: str, face: Face, size: float, width: float) -> list[str]:
    """Break a text between words; a word wider than its line stands alone."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and face.units(joined) * size <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def ticks(minimum: Decimal, maximum: Decimal) -> list[Decimal]:
    """Give the values at which the grid is drawn: round steps within the axis, at most eight."""
    extent = maximum - minimum
    if extent <= 0:
        return [minimum]
    scale = Decimal(1).scaleb(extent.adjusted() - 1)
    step = next(scale * step for step in _STEPS if extent / (scale * step) <= _MOST_STEPS)
    return [step * number for number in range(ceil(minimum / step), floor(maximum / step) + 1)]


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",").replace("-", "\u2212")
