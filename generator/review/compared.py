"""Two rounds or two documents held against each other, as lines and as a page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from evaluation.comparing import Difference
from evaluation.comparing.texts import TextDifference
from evaluation.messages import Message, _
from evaluation.visible import escape
from generator.review.differences import Told, by_region
from generator.review.frame import framed

_FEW = 3  # differences of a region that are told beside its results


def round_lines(data: Sequence[Difference], results: Sequence[Difference]) -> Iterator[str]:
    """Give the differences of two rounds as lines: each region with what it comes to."""
    outcomes = by_region(results)
    told = by_region(data)
    for region in {**told, **outcomes}:
        yield f"{region}:"
        for one in told.get(region, ()):
            yield f"  {one.line}"
        for one in outcomes.get(region, ())[:_FEW]:
            yield f"  ⇒ {one.line}"


def text_line(difference: TextDifference) -> str:
    """Give a difference of two documents on one line."""
    page = _("p. %(page)d: ") % {"page": difference.page} if difference.page else ""
    lead = f"… {difference.lead} " if difference.lead else ""
    tail = f" {difference.tail} …" if difference.tail else ""
    return f"{page}{lead}[{difference.before or '—'} → {difference.after or '—'}]{tail}"


def write_round_page(
    sides: tuple[str, str],
    data: Sequence[Difference],
    results: Sequence[Difference],
    target: BinaryIO,
) -> None:
    """Write the differences of two rounds as a page. ``sides`` names the two."""
    told, outcomes = by_region(data), by_region(results)
    body = _body(sides, len(data), _regions(told, outcomes))
    target.write("".join(framed(_("Comparison"), body)).encode())


def write_text_page(
    sides: tuple[str, str], found: Sequence[TextDifference], target: BinaryIO
) -> None:
    """Write the differences of two documents as a page. ``sides`` names the two."""
    rows = (
        _row(
            str(one.page or ""),
            _within(one, one.before, "del"),
            _within(one, one.after, "ins"),
        )
        for one in found
    )
    heads = (_("Page"), _("Before"), _("After"))
    body = _body(sides, len(found), _table(heads, rows) if found else ())
    target.write("".join(framed(_("Comparison"), body)).encode())


def _body(sides: tuple[str, str], count: int, body: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield f'<p class="round">{escape(sides[0])} → {escape(sides[1])}</p>\n'
    verdict = (
        _("There is no difference.")
        if not count
        else _("Differences: %(count)d") % {"count": count}
    )
    style = "warning" if count else "good"
    yield f'<p class="verdict {style}">{escape(verdict)}</p>\n'
    yield from body


def _regions(
    told: Mapping[str, Sequence[Told]], outcomes: Mapping[str, Sequence[Told]]
) -> Iterator[str]:
    heads = (_("Place"), _("What"), _("Before"), _("After"))
    for region in {**told, **outcomes}:
        yield f"<h2>{escape(region)}</h2>\n"
        ones = (*told.get(region, ()), *outcomes.get(region, ()))
        rows = (
            _row(one.place, escape(one.subject), escape(one.before), escape(one.after))
            for one in ones
        )
        yield from _table(heads, rows)


def _table(heads: Sequence[Message], rows: Iterator[str]) -> Iterator[str]:
    yield f"<table><tr>{''.join(f'<th>{escape(one)}</th>' for one in heads)}</tr>\n"
    yield from rows
    yield "</table>\n"


def _row(place: str, *cells: str) -> str:
    told = "".join(f"<td>{cell}</td>" for cell in cells)
    return f"<tr><td>{escape(place)}</td>{told}</tr>\n"


def _within(one: TextDifference, words: str, mark: str) -> str:
    marked = f"<{mark}>{escape(words)}</{mark}>" if words else "—"
    return f"{escape(one.lead)} {marked} {escape(one.tail)}".strip()
