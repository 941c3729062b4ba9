"""Keys that stand in another way than one a cell: a table is given columns that hold them apart.

The kind of a region beside its name; region and assessor in one cell; assessors in rows below their
region's own. What is derived stands in columns behind the sheet, placed where it was derived from.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation.names import plain
from evaluation.region_names import has_kind
from evaluation.vocabulary.regions import kinds
from evaluation.workbook.sheets import NILAI
from extractors.collect.headings import Vocabulary
from extractors.collect.questions import number_in
from extractors.collect.tables import Table
from extractors.collect.words import is_foot

_SHARE = 0.8  # of the cells of a column
_FIRST = 6  # columns that are looked at
_SAMPLE = 200  # rows that tell whether a column names regions
_FEWEST = 2  # regions with several rows
_SEPARATOR = re.compile(r"\s+[-–—|/]\s+|\s*[/|;:]\s*|\s+\(|\s+(?:oleh|by)\s+")
Texts = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Split:
    """Regions and assessors by row, the columns that they come from, and rows of sums."""

    regions: Texts
    people: Texts
    used: tuple[int, ...]
    summaries: tuple[int, ...] = ()


def with_split_keys(table: Table, words: Vocabulary) -> Table:
    """Give a table with its keys apart; the same where they stand as usual."""
    knows = _knows(words)
    columns = [c for c in table.columns[:_FIRST] if c < table.sheet.width]
    first = replace(table, rows=table.rows[:_SAMPLE])
    if any(_share(_texts(first, c), knows) >= _SHARE for c in columns):
        return table if not (split := _kind_beside(table, columns, knows)) else _split(table, split)
    for find in (_kind_beside, _in_one_cell, _outlined):
        split = find(table, columns, knows)
        if split is not None:
            return _split(table, split)
    return table


def _knows(words: Vocabulary) -> Callable[[str], bool]:
    if words.regions.names:
        return words.regions.knows
    return lambda text: has_kind(text) and _SEPARATOR.search(text) is None


def _texts(table: Table, column: int) -> Texts:
    sheet = table.sheet
    return {row: text for row in table.rows if (text := sheet.text(row, column))}


def _share(texts: Texts, fits: Callable[[str], bool]) -> float:
    return sum(map(fits, texts.values())) / len(texts) if texts else 0.0


def _kind_beside(
    table: Table, columns: Sequence[int], knows: Callable[[str], bool]
) -> _Split | None:
    """Find a column of kinds of region, and one of names to its right."""
    short = kinds().short
    for kind in columns:
        told = _texts(table, kind)
        if _share(told, lambda text: plain(text) in short) < _SHARE:
            continue
        for column in columns:
            names = _texts(table, column) if column > kind else {}
            whole = {row: f"{told[row]} {name}" for row, name in names.items() if row in told}
            if len(whole) >= _SHARE * len(told) and _share(whole, knows) >= _SHARE:
                return _Split(whole, {}, (kind, column))
    return None


def _in_one_cell(
    table: Table, columns: Sequence[int], knows: Callable[[str], bool]
) -> _Split | None:
    """Find a column that names region and assessor; what is the same in all rows is no assessor."""
    for column in columns:
        texts = _texts(table, column)
        for first in (True, False):
            regions, others = _parted(texts, knows, first)
            if len(regions) >= _SHARE * len(texts) and _tells_people(regions, others):
                return _Split(regions, others, (column,))
    return None


def _parted(texts: Texts, knows: Callable[[str], bool], first: bool) -> tuple[Texts, Texts]:
    regions, others = {}, {}
    for row, text in texts.items():
        parts = _SEPARATOR.split(text, maxsplit=1)
        if len(parts) == 2:
            region, other = parts if first else parts[::-1]
            other = other.strip().removesuffix(")")
            if knows(region.strip()) and any(map(str.isalpha, other)) and not knows(other):
                regions[row], others[row] = region.strip(), other
    return regions, others


def _tells_people(regions: Texts, others: Texts) -> bool:
    """Tell whether what stands beside regions parts their rows, and recurs in several of them."""
    by_region: dict[str, list[str]] = defaultdict(list)
    for row, region in regions.items():
        by_region[plain(region)].append(plain(others[row]))
    several = [names for names in by_region.values() if len(names) > 1]
    if len(several) < _FEWEST or any(len(set(names)) < len(names) for names in several):
        return False
    return len(set(map(plain, others.values()))) <= max(map(len, several)) * 2


def _outlined(table: Table, columns: Sequence[int], knows: Callable[[str], bool]) -> _Split | None:
    """Find a column in which rows of assessors follow the row of their region, which has values."""
    for column in columns:
        texts = _texts(table, column)
        heads = [row for row, text in texts.items() if knows(text)]
        valued = [row for row in heads if len(list(table.sheet.filled(row, table.columns))) > 1]
        if len(heads) < _FEWEST or len(valued) < _SHARE * len(heads):
            continue
        regions = _below(texts, heads)
        people = {row: texts[row] for row in regions}
        named = {row: text for row, text in people.items() if not is_foot(text)}
        recurring = _tells_people({row: regions[row] for row in named}, named)
        if recurring and not any(number_in(text) for text in named.values()):
            return _Split(regions, people, (column,), tuple(heads))
    return None


def _below(texts: Texts, heads: Sequence[int]) -> Texts:
    found, region = {}, ""
    for row, text in texts.items():
        if row in heads:
            region = text
        elif region:
            found[row] = region
    return found


def _split(table: Table, split: _Split) -> Table:
    """Put what was found apart into columns behind the sheet."""
    sheet, first = table.sheet, table.sheet.width + len(table.sheet.behind)
    derived = dict(sheet.derived)
    headed = ((NILAI.region.heading, split.regions), (NILAI.assessor.heading, split.people))
    added = [(heading, texts) for heading, texts in headed if texts]
    for column, (heading, texts) in enumerate(added, first):
        derived[table.heading_rows[-1], column] = heading
        derived |= {(row, column): text for row, text in texts.items()}
    behind = (*sheet.behind, *(split.used[-1] for _one in added))
    kept = [column for column in table.columns if column not in split.used]
    return replace(
        table,
        sheet=replace(sheet, derived=derived, behind=behind),
        columns=(*kept, *range(first, first + len(added))),
        summaries=split.summaries,
    )
