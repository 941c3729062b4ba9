"""The numbers that pages bear, and how many there are: "Halaman 3 dari 17", "3/17"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from evaluation.vocabulary.layouts import layouts
from extractors.reports.text.body import Sheet
from extractors.reports.text.lines import Line


@dataclass(frozen=True, slots=True)
class Numbered:
    """A page by its place among those given (from 1), its printed number and the last number."""

    page: int
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Pages ``first`` to ``last`` of ``total`` that a file lacks; ``page`` stands before them."""

    page: int
    first: int
    last: int
    total: int


def numbered(sheets: Sequence[Sheet]) -> tuple[Numbered, ...]:
    """Give the pages whose edge says their number and how many there are."""
    found = (_numbered(place, sheet) for place, sheet in enumerate(sheets, 1))
    return tuple(one for one in found if one is not None)


def runs(labels: Sequence[Numbered]) -> Iterator[tuple[Numbered, ...]]:
    """Part labels into documents: where the last number changes, or the numbers begin anew."""
    current: list[Numbered] = []
    for label in labels:
        before = current[-1] if current else None
        if before and (before.total != label.total or label.number <= before.number):
            yield tuple(current)
            current = []
        current.append(label)
    if current:
        yield tuple(current)


def gaps(sheets: Sequence[Sheet]) -> Iterator[Gap]:
    """Tell the pages that are missing; a page without a number may stand for any."""
    labels = list(runs(numbered(sheets)))
    ends = [0, *(run[-1].page for run in labels)]
    starts = [*(run[0].page for run in labels), len(sheets) + 1]
    for run, before, after in zip(labels, ends, starts[1:], strict=False):
        total, first, last = run[0].total, run[0], run[-1]
        lacking = first.number - 1 - (first.page - before - 1)
        if lacking > 0:
            yield Gap(sheets[first.page - 1].number, 1, lacking, total)
        for one, other in pairwise(run):
            lacking = (other.number - one.number) - (other.page - one.page)
            if lacking > 0:
                yield Gap(sheets[one.page - 1].number, one.number + 1, one.number + lacking, total)
        lacking = (total - last.number) - (after - last.page - 1)
        if lacking > 0:
            yield Gap(sheets[last.page - 1].number, total - lacking + 1, total, total)


def _numbered(place: int, sheet: Sheet) -> Numbered | None:
    outermost = (*sheet.edges, *sheet.lines[:1], *sheet.lines[-1:])
    found = (said for line in outermost if (said := _said(line)) is not None)
    said = next(found, None)
    return Numbered(place, *said) if said else None


def _said(line: Line) -> tuple[int, int] | None:
    """Give number and last number that a line at the edge says; None where it says none."""
    text = line.text
    match = _labelled().search(text) or _bare().fullmatch(text.strip())
    if match is None:
        return None
    number, total = int(match[1]), int(match[2])
    return (number, total) if 0 < number <= total else None


@cache
def _labelled() -> re.Pattern[str]:
    words = layouts().page
    label, of = ("|".join(map(re.escape, phrases.all)) for phrases in (words.number, words.of))
    return re.compile(
        rf"\b(?:{label})\.?\s*:?\s*([0-9]{{1,4}})\s*(?:{of}|/)\s*([0-9]{{1,4}})\b", re.IGNORECASE
    )


@cache
def _bare() -> re.Pattern[str]:
    of = "|".join(map(re.escape, layouts().page.of.all))
    return re.compile(
        rf"[-–|]?\s*([0-9]{{1,4}})\s*(?:{of}|/)\s*([0-9]{{1,4}})\s*[-–|]?", re.IGNORECASE
    )
