"""Words seen in a picture → words as a file would hold them: of one height along a line.

Tesseract boxes the ink, so "yang" reaches lower than "belum"; a file gives every word of a line the
height of its font. Readers compare heights, so both kinds of page must agree.
"""

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable

from evaluation.sources import Box
from extractors.pages.ocr.tolerances import TYPE
from extractors.pages.page import Word

_DESCENDING = frozenset("gjpqy,;()[]{}/|Q$_")
_LOW = frozenset("acemnorsuvwxz")
_SIGNS = frozenset("-–—•.:*=+~'\"`·")
# A letter of a list whose two cases look alike, at times seen twice.
_MARK = re.compile(r"([cosuvwxz])\1?([.)])", re.IGNORECASE)


def level_words(words: Iterable[tuple[object, Word]]) -> list[Word]:
    """Give each word the height of its line's type; words come with the line they stand in."""
    lines: dict[object, list[Word]] = defaultdict(list)
    for line, word in words:
        lines[line].append(word)
    measures = {key: _measure(line) for key, line in lines.items()}
    long = [
        measures[key] for key, line in lines.items() if sum(len(w.text) for w in line) > TYPE.long
    ]
    found = []
    for key, line in lines.items():
        base, size = measures[key]
        if len(line) == 1 and _MARK.fullmatch(line[0].text):
            size = _neighbour(base, size, long)
        found += _levelled(line, base, size)
    return found


def _measure(line: list[Word]) -> tuple[float, float]:
    """Give baseline and type size of a line, in points; sizes to the half point."""
    measured = [word for word in line if not set(word.text) <= _SIGNS] or line
    base = statistics.median(_baseline(word) for word in measured)
    size = round(2 * statistics.median(_size(word, base) for word in measured)) / 2 or 1.0
    return base, size


def _neighbour(base: float, size: float, long: list[tuple[float, float]]) -> float:
    """Give the type size of a longer line at the same height, which tells it more surely."""
    beside = [entry for entry in long if abs(entry[0] - base) < TYPE.beside * entry[1]]
    return min(beside, key=lambda entry: abs(entry[0] - base))[1] if beside else size


def _marked(word: Word, size: float) -> str:
    """Give a lone letter of a list as it is: "c" and "C" differ by their height alone."""
    mark = _MARK.fullmatch(word.text)
    if not mark:
        return word.text
    small = word.box.bottom - word.box.top < (TYPE.small + TYPE.tall) / 2 * size
    return (mark[1].lower() if small else mark[1].upper()) + mark[2]


def _levelled(line: list[Word], base: float, size: float) -> list[Word]:
    return [
        Word(
            _marked(word, size),
            Box(word.box.left, base - TYPE.above * size, word.box.right, base + TYPE.below * size),
            size,
            word.bold,
            word.sureness,
        )
        for word in line
    ]


def _baseline(word: Word) -> float:
    if not _DESCENDING & set(word.text):
        return word.box.bottom
    height = word.box.bottom - word.box.top
    return word.box.bottom - height * TYPE.below / (TYPE.below + _cap(word))


def _size(word: Word, base: float) -> float:
    return max(base - word.box.top, 0.0) / _cap(word)


def _cap(word: Word) -> float:
    """Give how high the word's tallest letter is, as a share of the type size."""
    letters = set(word.text)
    return TYPE.small if letters & _LOW and letters <= _LOW | _DESCENDING else TYPE.tall
