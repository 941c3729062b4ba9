"""The heads of tables on a page, found by their labels, and what kind of table each begins."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.sources import Box
from evaluation.vocabulary.layouts import meanings_of
from extractors.reports.tables.columns import Column, HeadCell, gap_edges, head_cells, ruled_edges
from extractors.reports.tables.kinds import Kind, named_columns
from extractors.reports.tables.tolerances import HEADS
from extractors.reports.text.body import Sheet
from extractors.reports.text.lines import Line, around, joined
from extractors.reports.text.values import is_value

# Where a head's lines may begin and end, by lines from the one whose labels were found.
_EXTENTS = ((0, 0), (0, 1), (0, 2), (-1, 0), (-1, 1), (0, 3), (0, 4))


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: where it stands, its columns, and what the table holds."""

    top: float
    bottom: float
    columns: tuple[Column, ...]
    kind: Kind
    ruled: bool


def heads_of(sheet: Sheet) -> tuple[Head, ...]:
    """Give the heads of all tables on a page, top to bottom."""
    found: list[Head] = []
    for index, line in enumerate(sheet.lines):
        if found and line.middle <= found[-1].bottom:
            continue
        if _spoken(line) < (1 if sheet.rules.flat else 2):
            continue
        head = _head_at(sheet, index)
        if head is not None:
            found.append(head)
    return tuple(found)


def _spoken(line: Line) -> int:
    """Tell how many chunks of a line say a column's label and nothing else."""
    return sum(1 for chunk in line.chunks() if meanings_of(chunk.text))


def _head_at(sheet: Sheet, index: int) -> Head | None:
    """Give the head that has the line at ``index`` in it; None where that is no head."""
    ruled = _between_rulings(sheet, index)
    if ruled is not None:
        head = _best(sheet, [ruled], other=True)
        if head is not None:
            return head if head.kind is not Kind.OTHER else None
    if _spoken(sheet.lines[index]) < 2:
        return None
    extents = list(_extents(sheet, index))
    return _best(sheet, [*(_grown(sheet, *extent) for extent in extents), *extents])


def _best(sheet: Sheet, extents: Sequence[tuple[int, int]], *, other: bool = False) -> Head | None:
    """Give the head that says the most labels, among runs of lines that may be one."""
    best: tuple[int, Head] | None = None
    for first, last in extents:
        lines = sheet.lines[first : last + 1]
        cells = _cells(sheet, lines)
        labels = sum(1 for cell in cells if meanings_of(cell.text))
        if labels < 2:
            continue
        head = _head(sheet, lines, cells)
        if not head.ruled and not all(_begins_large(cell.text) for cell in cells):
            continue
        score = HEADS.said * labels - HEADS.unsaid * (len(cells) - labels)
        if (other or head.kind is not Kind.OTHER) and (best is None or score > best[0]):
            best = (score, head)
    return best[1] if best else None


def _begins_large(text: str) -> bool:
    """Tell whether a text begins as a label does, not in the midst of a sentence."""
    return not text[:1].islower()


def _extents(sheet: Sheet, index: int) -> Iterator[tuple[int, int]]:
    """Give the runs of lines around ``index`` that may be one head: the line, with neighbours."""
    line = sheet.lines[index]
    for first, last in _EXTENTS:
        a, b = index + first, index + last
        if a >= 0 and b < len(sheet.lines):
            top, bottom = sheet.lines[a].box.top, sheet.lines[b].box.bottom
            if bottom - top <= (last - first + 1) * HEADS.line_pitch * line.size:
                yield a, b


def _tight(sheet: Sheet, index: int) -> bool:
    """Tell whether a line and the next stand as close as lines of one cell."""
    line, following = sheet.lines[index], sheet.lines[index + 1]
    return following.box.top - line.box.bottom < HEADS.tight * following.size


def _is_label_line(sheet: Sheet, index: int) -> bool:
    """Tell whether a line belongs to the head that the next line is of: close and alike in type."""
    line, following = sheet.lines[index], sheet.lines[index + 1]
    alike = line.bold == following.bold and abs(line.size - following.size) < HEADS.same_type
    return alike and _tight(sheet, index)


def _grown(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    """Take in the lines on which labels of a head go on: close, alike in type, under its cells."""
    for _line in range(HEADS.more_lines):
        if last + 1 >= len(sheet.lines) or not _tight(sheet, last):
            break
        line, following = sheet.lines[last], sheet.lines[last + 1]
        own = [cell.box for cell in _cells(sheet, sheet.lines[first : last + 1])]
        under = all(_stands_under(c, own) for c in following.chunks())
        ruled = sheet.rules.across(
            following.box.left, following.box.right, line.middle, following.middle
        )
        ends = last + 2 >= len(sheet.lines) or not _tight(sheet, last + 1)
        if line.bold != following.bold:
            break
        if ruled or not under or _valued(following) or not (ends or (line.bold and following.bold)):
            break
        last += 1
    return first, last


def _stands_under(chunk: Line, cells: Sequence[Box]) -> bool:
    """Tell whether a text stands under one cell and no other."""
    reach = HEADS.under
    left, right = chunk.box.left, chunk.box.right
    return sum(cell.left - reach < right and left < cell.right + reach for cell in cells) == 1


def _valued(line: Line) -> bool:
    return any(char.isdigit() for char in line.text)


def _between_rulings(sheet: Sheet, index: int) -> tuple[int, int] | None:
    line = sheet.lines[index]
    left, right = line.box.left, line.box.right
    edges = sheet.rules.across(left, right, 0.0, sheet.page.height)
    above = max((y for y in edges if y <= line.middle), default=None)
    below = min((y for y in edges if y > line.middle), default=None)
    if above is None or below is None or below - above > HEADS.tallest:
        return None
    first = last = index
    while first and above < sheet.lines[first - 1].middle and _is_label_line(sheet, first - 1):
        first -= 1
    while last + 1 < len(sheet.lines) and sheet.lines[last + 1].middle < below:
        if not _is_label_line(sheet, last):
            break
        last += 1
    inside = sheet.lines[first : last + 1]
    return (first, last) if not any(_is_row(line) for line in inside) else None


def _is_row(line: Line) -> bool:
    """Tell whether a line holds a value or a number of its own, as rows do and heads do not."""
    return any(is_value(c.text) or is_value(c.words[0].text.rstrip(".)")) for c in line.chunks())


def _cells(sheet: Sheet, lines: Sequence[Line]) -> tuple[HeadCell, ...]:
    """Give the cells of a head, words parted by upright rulings where there are some."""
    top, bottom = lines[0].box.top + HEADS.within, lines[-1].box.bottom - HEADS.within
    places = sheet.rules.beside(top, bottom, 0.0, sheet.page.width)
    chunks = [piece for line in lines for c in line.chunks() for piece in _parted(c, places)]
    if len(places) < HEADS.fewest_rulings:
        return head_cells(chunks)
    groups: dict[int, list[Line]] = {}
    for chunk in chunks:
        middle = (chunk.box.left + chunk.box.right) / 2
        groups.setdefault(sum(x < middle for x in places), []).append(chunk)
    return tuple(head_cells_of(group) for _place, group in sorted(groups.items()))


def head_cells_of(group: Sequence[Line]) -> HeadCell:
    """Make one cell of chunks that stand between the same rulings."""
    ordered = sorted(group, key=lambda chunk: (chunk.middle, chunk.box.left))
    return HeadCell(around(c.box for c in ordered), joined([c.text for c in ordered]))


def _parted(chunk: Line, places: Sequence[float]) -> Iterator[Line]:
    start = 0
    for index in range(1, len(chunk.words)):
        left, right = chunk.words[index - 1].box.right, chunk.words[index].box.left
        if any(left - HEADS.beside <= x <= right + HEADS.beside for x in places):
            yield Line(chunk.page, chunk.words[start:index])
            start = index
    yield Line(chunk.page, chunk.words[start:])


def _head(sheet: Sheet, lines: Sequence[Line], cells: Sequence[HeadCell]) -> Head:
    top, bottom = lines[0].box.top, max(line.box.bottom for line in lines)
    edges = ruled_edges(sheet.rules, cells, (top, bottom))
    below = [line for line in sheet.lines if line.box.top >= bottom - HEADS.touching]
    ruled = edges is not None and _encloses(sheet, edges[1:-1], bottom, below)
    if edges is None:
        edges = gap_edges(cells, list(_together(below[: HEADS.below], bottom)))
    columns = tuple(
        Column(left, right, _label(cells, left, right)) for left, right in itertools.pairwise(edges)
    )
    kind, named = named_columns(columns)
    return Head(top, bottom, named, kind, ruled)


def _together(lines: Sequence[Line], top: float) -> Iterator[Line]:
    """Give the lines down to the first wide gap: what stands below it is not the table's."""
    for line in lines:
        if line.box.top - top > HEADS.gap * line.size:
            return
        yield line
        top = max(top, line.box.bottom)


def _encloses(sheet: Sheet, inner: Sequence[float], bottom: float, below: Sequence[Line]) -> bool:
    """Tell whether upright rulings run on below the head: beside the next line of text."""
    end = sheet.rules.upright_end(inner, bottom)
    return not below or end > below[0].middle


def _label(cells: Sequence[HeadCell], left: float, right: float) -> str:
    inside = [c for c in cells if left <= (c.box.left + c.box.right) / 2 <= right]
    return " ".join(cell.text for cell in inside)
