"""Two rounds, documents or issues held against each other, as lines and as a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from evaluation.comparing import Difference
from evaluation.comparing.texts import TextDifference
from evaluation.messages import Message, _
from evaluation.visible import escape
from generator.review.differences import Told, by_region
from generator.review.frame import framed

_FEW = 3  # differences of a region that are told beside its results


@dataclass(frozen=True)
class Comparison:
    """Everything that is not the same in two versions.

    ``data`` and ``results`` are those of two rounds. ``texts`` gives the differences in wording of
    each document that differs; its name is empty where two documents are compared, and nothing
    else. ``gone`` and ``come`` are documents that only one of two issues has, ``other`` those
    whose wording was not looked at, since the data tell why they differ.
    """

    data: tuple[Difference, ...] = ()
    results: tuple[Difference, ...] = ()
    texts: Mapping[str, tuple[TextDifference, ...]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Give how many differences there are; what only follows from others does not count."""
        return len(self.data) + sum(map(len, self.texts.values())) + len(self.gone + self.come)


def comparison_lines(found: Comparison) -> Iterator[str]:
    """Give all differences as lines."""
    yield from round_lines(found.data, found.results)
    for heading, documents in _documents(found):
        if documents:
            yield f"{heading} {', '.join(documents)}"
    for name, differences in found.texts.items():
        if name and differences:
            yield f"{name}:"
        indent = "  " if name else ""
        yield from (f"{indent}{text_line(one)}" for one in differences)


def _documents(found: Comparison) -> tuple[tuple[Message, Sequence[str]], ...]:
    return (
        (_("Only before:"), found.gone),
        (_("Only after:"), found.come),
        (_("Other documents by it:"), found.other),
    )


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


def write_comparison(sides: tuple[str, str], found: Comparison, target: BinaryIO) -> None:
    """Write all differences as a page. ``sides`` names the two versions."""
    target.write("".join(framed(_("Comparison"), _body(sides, found))).encode())


def _body(sides: tuple[str, str], found: Comparison) -> Iterator[str]:
    yield f'<p class="round">{escape(sides[0])} → {escape(sides[1])}</p>\n'
    verdict = (
        _("There is no difference.")
        if not found.count
        else _("Differences: %(count)d") % {"count": found.count}
    )
    style = "warning" if found.count else "good"
    yield f'<p class="verdict {style}">{escape(verdict)}</p>\n'
    yield from _regions(by_region(found.data), by_region(found.results))
    for heading, documents in _documents(found):
        if documents:
            named = ", ".join(map(escape, documents))
            yield f"<p>{escape(heading)} {named}</p>\n"
    for name, differences in found.texts.items():
        yield from _wording(name, differences)


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


def _wording(name: str, differences: Sequence[TextDifference]) -> Iterator[str]:
    if not differences:
        return
    if name:
        yield f"<h2>{escape(name)}</h2>\n"
    rows = (
        _row(
            str(one.page or ""),
            _within(one, one.before, "del"),
            _within(one, one.after, "ins"),
        )
        for one in differences
    )
    yield from _table((_("Page"), _("Before"), _("After")), rows)


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
