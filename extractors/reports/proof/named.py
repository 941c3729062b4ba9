"""The dimensions that a document names in its tables of weights and averages, and lacks itself.

Names differ from place to place ("Program Quick Win", "QUICK WINS"), so what counts is how many
there are; the one that is least like any dimension with a table is told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.names import plain
from evaluation.vocabulary.layouts import layouts, meanings_of
from evaluation.vocabulary.meanings import Meaning
from extractors.pages.units import PERCENT
from extractors.reports.proof.tolerances import NAMED
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Cell
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.body import Sheet
from extractors.reports.text.lines import Line, joined
from extractors.reports.text.values import value_of

_SHARE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*%")


@dataclass(frozen=True, slots=True)
class Named:
    """A dimension by the name that a list gives it, and the page of the list.

    Where names do not show which is absent, there is one without a name; ``count`` is the length of
    the list then.
    """

    name: str
    page: int
    count: int = 0


def absent(
    contents: Contents, sheets: Sequence[Sheet], dimensions: Sequence[str]
) -> Iterator[Named]:
    """Give the dimensions of the longest list that are none of ``dimensions``."""
    lists = [*_weighed(sheets), *map(_averaged, contents.tables)]
    longest = max(lists, key=len, default=())
    lacking = len(longest) - len(dimensions)
    if lacking <= 0:
        return
    alike = {one: max((_alike(one.name, d) for d in dimensions), default=0) for one in longest}
    ranked = sorted(longest, key=lambda one: alike[one])
    if _parted(ranked, alike, lacking):
        yield from ranked[:lacking]
    else:
        yield Named("", ranked[0].page, len(longest))


def _parted(ranked: Sequence[Named], alike: Mapping[Named, float], count: int) -> bool:
    """Tell whether the first names are less like any dimension than all others."""
    return alike[ranked[count - 1]] < alike[ranked[count]]


def _alike(first: str, second: str) -> float:
    """Give the share of the shorter name's words that begin as a word of the other does."""
    one, other = ({w[: NAMED.stem] for w in plain(text).split()} for text in (first, second))
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest else 0.0


def _averaged(table: Table) -> tuple[Named, ...]:
    """Give the names of a table of averages, those of totals left out."""
    name, value = table.index(Meaning.DIMENSION), table.index(Meaning.AVERAGE)
    value = value if value is not None else table.index(Meaning.SCORE)
    if table.kind is not Kind.SUMMARY or name is None or value is None:
        return ()
    found: dict[str, Named] = {}
    for piece in table.pieces:
        text = joined(list(piece.cells.get(name, Cell()).texts))
        printed = " ".join(piece.cells.get(value, Cell()).texts)
        if text and value_of(printed) is not None and not _is_total(text):
            found.setdefault(plain(text), Named(text, piece.page))
    return tuple(found.values())


def _is_total(text: str) -> bool:
    rows = layouts().rows
    return bool(rows.total.begins(text) or rows.average.begins(text))


def _weighed(sheets: Sequence[Sheet]) -> Iterator[tuple[Named, ...]]:
    """Give the names of each table whose weights are shares of a hundred, and make it up."""
    lines = [line for sheet in sheets for line in sheet.lines]
    for index, line in enumerate(lines):
        head = _head(lines[max(index - 1, 0) : index + 2]) if _has_dimension(line) else None
        if head is None:
            continue
        found: dict[str, tuple[Decimal, Named]] = {}
        for row in lines[index + 1 : index + 1 + NAMED.lines]:
            if (other := _row(row, *head)) is None:
                continue
            share, name = other
            found.setdefault(plain(name), (share, Named(name, row.page)))
        if "" not in found and sum(share for share, _named in found.values()) == PERCENT:
            yield tuple(named for _share, named in found.values())


def _has_dimension(line: Line) -> bool:
    return any(Meaning.DIMENSION in meanings_of(chunk.text) for chunk in line.chunks())


def _head(lines: Sequence[Line]) -> tuple[float, float] | None:
    """Give the middles of the columns of dimensions and weights, whose head may have two lines."""
    chunks = [chunk for line in lines for chunk in line.chunks()]
    names = [c for c in chunks if Meaning.DIMENSION in meanings_of(c.text)]
    weights = [c for c in chunks if layouts().rows.weight.begins(c.text)]
    return (_middle(names[0]), _middle(weights[0])) if names and weights else None


def _middle(line: Line) -> float:
    return (line.box.left + line.box.right) / 2


def _row(line: Line, names: float, weights: float) -> tuple[Decimal, str] | None:
    """Give the weight in a line and the name left of it; None for a line without a weight."""
    chunks = list(line.chunks())
    for chunk in chunks:
        match = _SHARE.fullmatch(chunk.text)
        if match and abs(_middle(chunk) - weights) < NAMED.beside:
            left = [c for c in chunks if abs(_middle(c) - names) < abs(_middle(c) - weights)]
            return Decimal(match[1].replace(",", ".")), " ".join(c.text for c in left)
    return None
