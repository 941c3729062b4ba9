"""The words of a scale that a file itself explains: in a legend, or beside numbers in its cells.

A word is used only where all of the file agrees on one number for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from evaluation.model import Scale
from evaluation.names import plain
from extractors.collect.numbers import choice_in
from extractors.collect.sheet import Sheet
from extractors.collect.words import NUMBERING
from extractors.spreadsheets.cells import Cell
from extractors.spreadsheets.values import is_blank, number_of, text_of

_FEWEST = 3  # steps that a legend explains
_MOST = 30
_LONGEST = 40  # letters of a step's name
_LEGEND_ROWS = 40
_INLINE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*[=:]\s*([^\W\d_][^=:;,/|\n]{1,38})")
Step = tuple[str, Decimal]


def words_of_scale(sheets: Sequence[Sheet], scale: Scale | None) -> Mapping[str, Decimal]:
    """Give the number of each word that the sheets of a file explain; empty where they do not."""
    met: dict[str, set[Decimal]] = defaultdict(set)
    counts: Counter[str] = Counter()
    explained: set[str] = set()
    for sheet in sheets:
        for word, value in _legend(sheet, scale):
            met[word].add(value)
            explained.add(word)
        for word, value in _beside(sheet):
            met[word].add(value)
            counts[word] += 1
    numbers = {value for values in met.values() for value in values}
    if len(numbers) < _FEWEST:
        return {}
    return {
        word: next(iter(values))
        for word, values in met.items()
        if len(values) == 1 and (word in explained or counts[word] >= _FEWEST)
    }


def _beside(sheet: Sheet) -> Iterator[Step]:
    """Go through the cells that hold number and word, ``Baik (3)``."""
    for row in sheet.rows:
        for cell in row:
            if isinstance(cell, str) and 3 < len(cell) < _LONGEST and any(map(str.isdigit, cell)):
                found = choice_in(cell.strip())
                if found is not None and len(found[1]) > 1:
                    yield found[1], found[0]


def _legend(sheet: Sheet, scale: Scale | None) -> Iterator[Step]:
    """Go through the steps of a legend: a small table of number and word, or ``1 = Kurang``."""
    yield from _pairs(sheet, scale)
    for row in sheet.rows[:_LEGEND_ROWS]:
        for cell in row:
            if isinstance(cell, str) and "=" in cell and len(cell) < 400:
                found = _INLINE.findall(cell)
                if len(found) >= _FEWEST - 1 or len(cell) < _LONGEST:
                    for number, word in found:
                        value = number_of(number)
                        if isinstance(value, Decimal):
                            yield plain(word), value


def _pairs(sheet: Sheet, scale: Scale | None) -> Iterator[Step]:
    run: list[Step] = []
    heading = ""
    for row in [*sheet.rows[:2000], ()]:
        step = _step(row, scale)
        if step is not None and len(run) < _MOST:
            run.append(step)
            continue
        if _is_scale(run) and plain(heading) not in NUMBERING:
            yield from run
        run = []
        heading = next((text_of(cell) for cell in row if not is_blank(cell)), "")


def _step(row: Sequence[Cell], scale: Scale | None) -> Step | None:
    """Give the step that a row of just two cells explains."""
    cells = [cell for cell in row if not is_blank(cell)]
    if len(cells) != 2:
        return None
    for number, word in (cells, cells[::-1]):
        value = number_of(number)
        if isinstance(value, Decimal) and isinstance(word, str) and plain(word):
            wordy = any(map(str.isalpha, word)) and len(word) <= _LONGEST
            if wordy and (scale is None or scale.holds(value)):
                return plain(word), value
    return None


def _is_scale(run: Sequence[Step]) -> bool:
    words, numbers = [word for word, _v in run], [value for _w, value in run]
    climbing = numbers in (sorted(numbers), sorted(numbers, reverse=True))
    return len(run) >= _FEWEST and climbing and len(set(words)) == len(words) == len(set(numbers))
