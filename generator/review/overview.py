"""The national overview as a drawing: how many regions reached which final value."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from evaluation.arithmetic import Results, rounded
from evaluation.messages import _, number_text
from evaluation.model import Scale
from evaluation.visible import escape

_BINS = 12
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 900, 300, 40, 46, 16
_COLOURS = ("#1f4e79", "#9db2c9", "#c58b2a", "#5b8c5a", "#8a4f7d")


def overview(results: Results) -> str:
    """Give a heading and a figure: final values by category, with mean and count in words.

    Empty where no final value can be computed yet.
    """
    evaluation, finals = results.evaluation, _finals(results)
    values = [value for group in finals.values() for value in group]
    if not values:
        return ""
    mean = rounded(sum(values, Decimal(0)) / len(values))
    caption = _(
        "%(count)d regions with a final value; lowest %(low)s, mean %(mean)s, highest %(high)s."
    ) % {
        "count": len(values),
        "low": _places(min(values)),
        "mean": mean,
        "high": _places(max(values)),
    }
    drawing = _drawing(finals, evaluation.instrument.scale, str(caption))
    title = escape(_("National overview"))
    return (
        f"<h2>{title}</h2>\n<figure>{drawing}<figcaption>{escape(caption)}</figcaption></figure>\n"
    )


def _finals(results: Results) -> dict[str, list[Decimal]]:
    """Give the final values by category."""
    evaluation = results.evaluation
    finals: dict[str, list[Decimal]] = {name: [] for name in evaluation.instrument.categories}
    for region in evaluation.attended():
        final = results.of(region).final if region.category in finals else None
        if final is not None:
            finals[region.category].append(final)
    return finals


def _drawing(finals: Mapping[str, Sequence[Decimal]], scale: Scale, alternative: str) -> str:
    """Draw a stacked histogram over the scale."""
    step = (scale.maximum - scale.minimum) / _BINS
    counts = {
        name: Counter(_bar(value, scale.minimum, step) for value in values)
        for name, values in finals.items()
    }
    tallest = max(sum(count[bar] for count in counts.values()) for bar in range(_BINS)) or 1
    unit = (_HEIGHT - _TOP - _BOTTOM) / tallest
    parts = [_column(bar, counts, unit) for bar in range(_BINS)]
    parts += [_axis_label(number, scale.minimum + step * number) for number in range(_BINS + 1)]
    parts.append(_legend(list(finals)))
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(alternative)}" '
        f'font-family="Arial, sans-serif" font-size="13">{"".join(parts)}</svg>'
    )


def _bar(value: Decimal, minimum: Decimal, step: Decimal) -> int:
    """Give the bar for a value; one outside the scale is counted in the outermost."""
    return min(max(int((value - minimum) / step), 0), _BINS - 1)


def _x(number: float) -> float:
    return _LEFT + number * (_WIDTH - 2 * _LEFT) / _BINS


def _column(bar: int, counts: Mapping[str, Counter[int]], unit: float) -> str:
    base, parts, total = _HEIGHT - _BOTTOM, [], 0
    for number, count in enumerate(counts.values()):
        height = count[bar] * unit
        base -= height  # type: ignore[assignment]
        total += count[bar]
        parts.append(
            f'<rect x="{_x(bar) + 2:.1f}" y="{base:.1f}" width="{_x(1) - _x(0) - 4:.1f}" '
            f'height="{height:.1f}" fill="{_COLOURS[number % len(_COLOURS)]}"/>'
        )
    if total:
        parts.append(
            f'<text x="{_x(bar + 0.5):.1f}" y="{base - 4:.1f}" text-anchor="middle">{total}</text>'
        )
    return "".join(parts)


def _axis_label(number: int, value: Decimal) -> str:
    y = _HEIGHT - _BOTTOM + 17
    return f'<text x="{_x(number):.1f}" y="{y}" text-anchor="middle">{_written(value)}</text>'


def _legend(names: Sequence[str]) -> str:
    parts, x, y = [], float(_LEFT), _HEIGHT - 6
    for number, name in enumerate(names):
        colour = _COLOURS[number % len(_COLOURS)]
        parts.append(f'<rect x="{x:.0f}" y="{y - 10}" width="11" height="11" fill="{colour}"/>')
        parts.append(f'<text x="{x + 16:.0f}" y="{y}">{escape(name)}</text>')
        x += 40 + 8.5 * len(name)
    return "".join(parts)


def _written(value: Decimal) -> str:
    """Write a value with its two decimals, as the reader's language writes them."""
    return number_text(_places(value))


def _places(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))
