"""Where the values of a workbook came from, when they were gathered from other files.

The sheet ``Asal`` says it in ranges, since the scores of one form are one run of cells in both
places: ``Nilai!C3:DM3`` came from ``Penilaian!F9:F123`` of that file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import repeat

from evaluation.sources import Finding, Source, cell_name

Position = tuple[int, int]
"""Row and column of a cell, from 0."""

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_PAGE = "hlm. {page}"
_TIME = "%Y-%m-%d %H:%M"
_STEPS = frozenset({(0, 1), (1, 0)})  # a run goes to the right or downwards


@dataclass(frozen=True, slots=True)
class Origin:
    """A run of cells (``place``, with its sheet) and the run in another file that it came from.

    ``sheet`` is blank for a file that has none; of a document it is the page, and ``cells`` is
    blank. ``time`` says when the file was last changed.
    """

    place: str
    file: str
    sheet: str
    cells: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One cell of a workbook and the cell that its value came from."""

    sheet: str
    position: Position
    source: Source
    time: str = ""


class Origins:
    """The origins of a workbook's values, found by cell."""

    def __init__(self, origins: Sequence[Origin] = ()) -> None:
        self._origins = tuple(origins)

    def __iter__(self) -> Iterator[Origin]:
        """Go through the runs as the sheet lists them."""
        return iter(self._origins)

    def find(self, source: Source) -> Source | None:
        """Give the cell that a value of the workbook came from; None where that is not known."""
        position = position_of(source.cell or "")
        if source.sheet is None or position is None:
            return None
        return self._by_cell.get((source.sheet.casefold(), position))

    @cached_property
    def _by_cell(self) -> dict[tuple[str, Position], Source]:
        found: dict[tuple[str, Position], Source] = {}
        for origin in self._origins:
            sheet, _mark, place = origin.place.rpartition("!")
            theres: Iterable[Position | None] = _run(origin.cells) if origin.cells else repeat(None)
            for here, there in zip(_run(place), theres, strict=False):
                cell = cell_name(*there) if there else None
                source = Source(origin.file, origin.sheet or None, cell)
                found.setdefault((sheet.casefold(), here), source)
        return found


def with_origins(findings: Iterable[Finding], origins: Origins) -> tuple[Finding, ...]:
    """Add to each finding in a cell where the value of the cell came from, where that is known."""
    return tuple(
        replace(finding, origin=origins.find(finding.source)) if finding.source else finding
        for finding in findings
    )


def time_text(moment: datetime | None) -> str:
    """Write when a file was last changed as the sheet ``Asal`` does; blank for None."""
    return moment.strftime(_TIME) if moment else ""


def position_of(cell: str) -> Position | None:
    """Give row and column of a cell such as ``F12``; None when the text is no cell."""
    match = _CELL.fullmatch(cell.strip())
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _run(cells: str) -> Iterator[Position]:
    """Go through a range that is one row or one column; nothing when it is neither."""
    first, _colon, last = cells.partition(":")
    start, end = position_of(first), position_of(last or first)
    if start is None or end is None or (start[0] != end[0] and start[1] != end[1]):
        return
    for row in range(start[0], end[0] + 1):
        for column in range(start[1], end[1] + 1):
            yield row, column


def in_runs(links: Iterable[Link]) -> tuple[Origin, ...]:
    """Put cells that follow each other, here and in one other file alike, into runs."""
    runs: list[list[Link]] = []
    for link in sorted(links, key=lambda one: (one.sheet, one.position)):
        if runs and _continues(runs[-1], link):
            runs[-1].append(link)
        else:
            runs.append([link])
    return tuple(_origin(run) for run in runs)


def _continues(run: Sequence[Link], link: Link) -> bool:
    last = run[-1]
    if _document(last) != _document(link):
        return False
    step = _step(last, link)
    return step is not None and (len(run) == 1 or step == _step(run[-2], last))


def _document(link: Link) -> tuple[object, ...]:
    source = link.source
    return (link.sheet, source.file, source.sheet, source.page, link.time)


def _step(one: Link, next_one: Link) -> tuple[Position, Position] | None:
    """Give how one goes from a link to the next, here and there; None unless to a neighbour."""
    here = _difference(one.position, next_one.position)
    if here not in _STEPS:
        return None
    if one.source.page is not None:
        return here, (0, 0)
    theres = position_of(one.source.cell or ""), position_of(next_one.source.cell or "")
    if theres[0] is None or theres[1] is None:
        return None
    there = _difference(theres[0], theres[1])
    return (here, there) if there in _STEPS else None


def _difference(one: Position, other: Position) -> Position:
    return other[0] - one[0], other[1] - one[1]


def _origin(run: Sequence[Link]) -> Origin:
    first, last = run[0], run[-1]
    place = _range(cell_name(*first.position), cell_name(*last.position))
    cells = _range(first.source.cell or "", last.source.cell or "")
    source = first.source
    where = source.sheet or "" if source.page is None else _PAGE.format(page=source.page)
    return Origin(f"{first.sheet}!{place}", source.file, where, cells, first.time)


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}:{last}"
