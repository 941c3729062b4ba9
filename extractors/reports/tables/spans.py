"""Indicator and sub-indicator of each row, from cells that may span several rows."""

import itertools
from collections.abc import Iterator, Sequence

from evaluation.names import plain
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.rows import Body, Cell, Piece, What
from extractors.reports.tables.tables import Table
from extractors.reports.tables.tolerances import ROWS, SPANS
from extractors.reports.text.lines import Line, joined

Block = tuple[float, float, tuple[Line, ...]]


class Levels:
    """Reads both columns of one table; either may be absent."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._columns = [table.index(Meaning.INDICATOR), table.index(Meaning.SUB_INDICATOR)]
        self._bodies = {(body.page, body.top): body for body in table.bodies}
        self._blocks: dict[tuple[int, float, int], list[Block]] = {}
        self._whole: dict[tuple[int, int, str], str] = {}
        self._carried = [False, False]

    def of(self, piece: Piece, levels: list[str], known: frozenset[str]) -> tuple[str, str]:
        """Give both texts for a row; ``levels`` holds those of the row before and is renewed.

        A blank cell goes on with the text above it, a sub-indicator only within its indicator.
        """
        changed = False
        for place, column in enumerate(self._columns):
            if column is None:
                continue
            text = self._text(piece, column, known)
            text = self._whole.get((piece.page, column, text), text)
            self._carried[place] = not text
            if text:
                changed = plain(text) != plain(levels[place])
                levels[place] = text
            elif changed and place == 1:
                levels[place] = ""
        return levels[0], levels[1]

    def extended(
        self, piece: Piece, levels: list[str], known: frozenset[str]
    ) -> Iterator[tuple[str, str, bool]]:
        """Give for both levels the text before and after what a page break left of the cells.

        A text that is merely repeated at the top of the page adds nothing; one whose row was blank
        so far is that row's own, which the third value tells.
        """
        for place, column in enumerate(self._columns):
            old = levels[place]
            text = self._text(piece, column, known) if column is not None else ""
            if column is not None and text:
                repeated = plain(text) in plain(old) or plain(old) in plain(text)
                if not repeated:
                    levels[place] = text if self._carried[place] else joined([old, text], known)
                self._whole[piece.page, column, text] = levels[place]
            yield old, levels[place], self._carried[place]

    def _text(self, piece: Piece, column: int, known: frozenset[str]) -> str:
        middle = (piece.top + piece.bottom) / 2
        for top, bottom, lines in self._blocks_of(piece, column):
            if top <= middle < bottom:
                return joined([line.text for line in lines], known)
        return ""

    def _blocks_of(self, piece: Piece, column: int) -> list[Block]:
        body = next(b for b in self._bodies.values() if _holds(b, piece))
        key = (body.page, body.top, column)
        if key not in self._blocks:
            self._blocks[key] = list(self._made(body, column))
        return self._blocks[key]

    def _made(self, body: Body, column: int) -> Iterator[Block]:
        pieces = [piece for piece in self._table.pieces if _holds(body, piece)]
        lines = [
            line
            for p in pieces
            for line in p.cells.get(column, Cell()).lines
            if p.what in {What.ROW, What.TAIL}
        ]
        inner = body.parted(body.columns[column])
        rows = [p for p in pieces if p.what is What.ROW]
        blank = sum(1 for p in rows if not p.cells.get(column))
        if blank == 0 or (blank == 1 and len(rows) > SPANS.few_rows):
            for piece in [p for p in pieces if p.what in {What.ROW, What.TAIL}]:
                yield piece.top, piece.bottom, piece.cells.get(column, Cell()).lines
        elif inner or 2 * sum(_parted(body, p) for p in rows) >= len(rows):
            sides = [body.top, *inner, body.bottom]
            for top, bottom in itertools.pairwise(sides):
                yield top, bottom, tuple(x for x in lines if top <= x.middle < bottom)
        else:
            key = body.index(Meaning.TEXT)
            yield from _by_gaps(lines, pieces, _is_padded(rows, key if key is not None else 0))


def _holds(body: Body, piece: Piece) -> bool:
    """Tell whether a row stands in a part of the table."""
    return piece.page == body.page and body.top <= piece.top and piece.bottom <= body.bottom


def _parted(body: Body, piece: Piece) -> bool:
    """Tell whether a ruling of the table parts this row from the one before."""
    left, right = body.columns[0].left, body.columns[-1].right
    edges = body.rules.across(left, right, piece.top - SPANS.at_top, piece.top + SPANS.at_top)
    return bool(edges) and piece.top > body.top + ROWS.edge


def _is_padded(rows: Sequence[Piece], column: int) -> bool:
    """Tell whether rows stand further apart than the lines of one cell."""
    cells = [row.cells.get(column, Cell()).lines for row in rows]
    cells = [lines for lines in cells if lines]
    within = [b.box.top - a.box.bottom for lines in cells for a, b in itertools.pairwise(lines)]
    between = [b[0].box.top - a[-1].box.bottom for a, b in itertools.pairwise(cells)]
    if not within or not between:
        return True
    return min(between) > min(within) + SPANS.padded * cells[0][0].size


def _by_gaps(lines: Sequence[Line], pieces: Sequence[Piece], padded: bool) -> Iterator[Block]:
    """Part the lines of a column at its gaps; each part belongs to the row that it begins in."""
    rows = [p for p in pieces if p.what in {What.ROW, What.TAIL}]
    blocks: list[list[Line]] = []
    for line in sorted(lines, key=lambda x: x.middle):
        close = blocks and line.box.top - blocks[-1][-1].box.bottom < SPANS.tight * line.size
        if close and (padded or not _in_new_row(blocks[-1][-1], line, rows)):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    for block in blocks:
        row = next((p for p in rows if p.top <= block[0].middle < p.bottom), None)
        if row is not None:
            yield row.top, row.bottom, tuple(block)


def _in_new_row(before: Line, line: Line, rows: Sequence[Piece]) -> bool:
    """Tell whether a row begins between two lines."""
    return any(before.middle < p.top <= line.middle for p in rows)
