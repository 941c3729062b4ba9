"""Marks that are tiled over a page, such as "SALINAN 2" behind a table: no part of what it says.

Their words stand in a grid with even steps that covers most of the page, in the same type each
time; the words of a table do not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.pages.page import Page, Word
from extractors.reports.text.tolerances import MARKS

_Look = tuple[str, int]


def without_marks(page: Page) -> Page:
    """Give the page without the words of tiled marks; the same page where there are none."""
    words = page.words
    counted = Counter(map(_look, words))
    seeds = [look for look, count in counted.items() if count >= MARKS.fewest and _is_word(look)]
    tiled = [look for look in seeds if _is_tiled(_places(words, look), page)]
    if not tiled:
        return page
    marked: set[int] = set()
    texts: set[str] = set()
    for look in tiled:
        places = [index for index, word in enumerate(words) if _look(word) == look]
        run = _run(words, places)
        marked |= {place + offset for place in places for offset in run
                   if 0 <= place + offset < len(words)}  # fmt: skip
        texts.add(" ".join(words[places[len(places) // 2] + offset].text for offset in run))
    left = tuple(word for index, word in enumerate(words) if index not in marked)
    plain = page.plain
    for text in texts if plain is not None else ():
        plain = plain.replace(text, " ") if plain is not None else None
    return replace(page, words=left, plain=plain)


def _look(word: Word) -> _Look:
    return word.text, round(word.size)


def _is_word(look: _Look) -> bool:
    return sum(map(str.isalpha, look[0])) >= MARKS.letters


def _places(words: Sequence[Word], look: _Look) -> Sequence[Word]:
    return [word for word in words if _look(word) == look]


def _is_tiled(words: Sequence[Word], page: Page) -> bool:
    """Tell whether words stand in a grid that covers most of the page."""
    lefts = sorted({round(word.box.left) for word in words})
    tops = sorted({round(word.box.top) for word in words})
    wide = lefts[-1] - lefts[0] >= MARKS.span * page.width
    high = tops[-1] - tops[0] >= MARKS.span * page.height
    filled = len(words) >= MARKS.filled * len(lefts) * len(tops)
    return wide and high and filled and _even(lefts) and _even(tops)


def _even(places: Sequence[int]) -> bool:
    steps = [after - before for before, after in pairwise(places)]
    usual = median(steps) if steps else 0
    return len(steps) > 1 and all(abs(step - usual) <= MARKS.uneven for step in steps)


def _run(words: Sequence[Word], places: Sequence[int]) -> list[int]:
    """Give the offsets, in the file's order, of the words that stand beside every seed."""
    run = [0]
    for step in (1, -1):
        offset = step
        while abs(offset) < MARKS.longest and _beside(words, places, offset, offset - step):
            run.append(offset)
            offset += step
    return sorted(run)


def _beside(words: Sequence[Word], places: Sequence[int], offset: int, inner: int) -> bool:
    """Tell whether nearly all seeds have the same word close beside them on their line."""
    found: Counter[_Look] = Counter()
    for place in places:
        other = place + offset
        if not 0 <= other < len(words):
            continue
        word, own = words[other], words[place + inner]
        gap = max(word.box.left, own.box.left) - min(word.box.right, own.box.right)
        if abs(word.box.top - own.box.top) <= 1 and gap < own.size:
            found[_look(word)] += 1
    most = found.most_common(1)
    return bool(most) and most[0][1] >= MARKS.nearly * len(places)
