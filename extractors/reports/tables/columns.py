"""The columns of a table: found from the words of its head, parted by rulings or by white gaps."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.sources import Box
from evaluation.vocabulary.layouts import meanings_of
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.tolerances import COLUMNS
from extractors.reports.text.lines import Line, around, joined
from extractors.reports.text.rulings import Rules

_SIGN = re.compile(r"[0-9]{1,2}[.)]|[a-z][.)]|[•▪◦–-]")
_SHORT = (Meaning.NUMBER, Meaning.SCORE, Meaning.AVERAGE, Meaning.FINAL, Meaning.CHANGE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: from ``left`` to ``right``, what its head says, what that means."""

    left: float
    right: float
    label: str
    role: Meaning = Meaning.UNSETTLED

    @property
    def middle(self) -> float:
        """Give the middle between the column's sides."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One cell of a table's head: its words, on one line or several."""

    box: Box
    text: str


def head_cells(chunks: Iterable[Line]) -> tuple[HeadCell, ...]:
    """Gather the chunks of a head, which may wrap, into cells from left to right."""
    groups: list[list[Line]] = []
    for chunk in sorted(chunks, key=lambda c: c.box.left):
        own = next((g for g in groups if _overlap(around(c.box for c in g), chunk.box)), None)
        if own is None:
            groups.append([chunk])
        else:
            own.append(chunk)
    return tuple(sorted(map(_cell, groups), key=lambda cell: cell.box.left))


def _cell(group: list[Line]) -> HeadCell:
    ordered = sorted(group, key=lambda chunk: (chunk.middle, chunk.box.left))
    return HeadCell(around(c.box for c in ordered), joined([c.text for c in ordered]))


def _overlap(first: Box, second: Box) -> bool:
    shared = min(first.right, second.right) - max(first.left, second.left)
    narrower = min(first.right - first.left, second.right - second.left)
    return shared > COLUMNS.shared * narrower


def ruled_edges(
    rules: Rules, cells: Sequence[HeadCell], head: tuple[float, float]
) -> list[float] | None:
    """Give the sides of all columns from upright rulings; None where they do not part the cells."""
    top, bottom = head
    left, right = cells[0].box.left, cells[-1].box.right
    into, within = COLUMNS.into_label, COLUMNS.within_head
    for probe in ((bottom, bottom + COLUMNS.below_head), (top + within, bottom - within)):
        places = rules.beside(*probe, 0.0, float("inf"))
        if not places:
            continue
        inner = [x for x in places if left < x < right]
        parted = all(
            any(a.box.right - into <= x <= b.box.left + into for x in inner)
            for a, b in itertools.pairwise(cells)
        )
        if parted and inner:
            before = [x for x in places if x <= left][-1:]
            after = [x for x in places if x >= right][:1]
            first, last = left - COLUMNS.beyond, right + COLUMNS.beyond
            return [*(before or [first]), *inner, *(after or [last])]
    return None


def gap_edges(cells: Sequence[HeadCell], lines: Sequence[Line]) -> list[float]:
    """Give the sides of all columns from the white gaps between the heads' middles."""
    spans = [span for line in lines for span in _pieces(line)]
    heads = [(cell.box.left, cell.box.right) for cell in cells]
    edges = [min(left for left, _right in spans + heads) - COLUMNS.outer]
    for first, second in itertools.pairwise(cells):
        start = (first.box.left + first.box.right) / 2
        end = (second.box.left + second.box.right) / 2
        marked = _marks(second, lines, start, end)
        weighed = [*spans, *heads * COLUMNS.head_weight]
        gap = _between(spans, start, end) if _is_narrow(first) and _is_narrow(second) else None
        gap = emptiest(weighed, start, end, last=_is_narrow(first)) if gap is None else gap
        edges.append(gap if marked is None else marked)
    return [*edges, max(right for _left, right in spans + heads) + COLUMNS.outer]


def _between(spans: Sequence[tuple[float, float]], start: float, end: float) -> float | None:
    """Give the middle of the only gap between short values that stand between two heads.

    Both columns' values stand there when one is set to the right and the other to the left; None
    where they do not.
    """
    inside = sorted(span for span in spans if start < span[0] and span[1] < end)
    gaps: list[tuple[float, float]] = []
    reach = inside[0][1] if inside else end
    for left, right in inside:
        if left - reach > COLUMNS.slit:
            gaps.append((reach, left))
        reach = max(reach, right)
    return sum(gaps[0]) / 2 if len(gaps) == 1 else None


def _is_narrow(cell: HeadCell) -> bool:
    """Tell whether a column is likely to hold short values, which may stand far from its head."""
    meanings = meanings_of(cell.text)
    return not meanings or not meanings.keys().isdisjoint(_SHORT)


def _marks(cell: HeadCell, lines: Sequence[Line], start: float, end: float) -> float | None:
    """Give where a column of points begins, by the signs of its points; None without them."""
    if Meaning.POINT not in meanings_of(cell.text):
        return None
    lefts = [word.box.left for line in lines for word in line.words
             if start < word.box.left < end and _SIGN.fullmatch(word.text)]  # fmt: skip
    return min(lefts) - COLUMNS.before_sign if len(lefts) >= COLUMNS.signs else None


def _pieces(line: Line) -> Iterator[tuple[float, float]]:
    """Give the stretches of a line that its words fill, blanks between words closed."""
    left, right = line.words[0].box.left, line.words[0].box.right
    for word in line.words[1:]:
        if word.box.left - right > COLUMNS.blank * line.size:
            yield left, right
            left = word.box.left
        right = max(right, word.box.right)
    yield left, right


def emptiest(
    spans: Sequence[tuple[float, float]], start: float, end: float, *, last: bool
) -> float:
    """Give the middle of a stretch between two places that the fewest spans cover.

    Of several it is the ``last``, else the widest.
    """
    points = sorted({start, end, *(x for span in spans for x in span if start < x < end)})
    runs: list[tuple[int, float, float]] = []
    for left, right in itertools.pairwise(points):
        covered = sum(a < (left + right) / 2 < b for a, b in spans)
        if runs and runs[-1][0] == covered:
            runs[-1] = (covered, runs[-1][1], right)
        else:
            runs.append((covered, left, right))
    if not runs:
        return (start + end) / 2
    fewest = min(run[0] for run in runs)
    empty = [run for run in runs if run[0] == fewest]
    best = [run for run in empty if run[2] - run[1] > COLUMNS.slit] or empty
    chosen = best[-1] if last else max(best, key=lambda run: run[2] - run[1])
    return (chosen[1] + chosen[2]) / 2
