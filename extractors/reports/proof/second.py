"""A second reading of the scores, from the order of the file's text alone.

It knows nothing of places, rulings and columns and shares no code with the first reading: it goes
through the text line by line, from one question number to the next, and notes the numbers that
stand at the ends of lines. A score is confirmed where it is among the numbers of its own question.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.reports.proof.tolerances import READINGS

_AT_END = re.compile(r"(?<![\w.,/])([0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*$")
_AT_START = re.compile(r"^\s*([0-9]{1,3}(?:[.,][0-9]{1,3})?)(?=\s|$)")
_AMID = re.compile(r"(?<![\w.,/])([0-9]{1,3}(?:[.,][0-9]{1,3})?)(?![\w,/]|\.[0-9])")


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers beside one question: at ends of lines, and anywhere; and those just before it."""

    at_ends: tuple[Decimal, ...]
    anywhere: tuple[Decimal, ...]
    before: tuple[Decimal, ...]


def blocks(texts: Iterable[str], numbers: Sequence[int]) -> Mapping[int, Block]:
    """Find the block of each question; ``numbers`` in printed order are what is looked for.

    The result is by place in ``numbers``; a question that the text does not show is left out.
    """
    lines = [line for text in texts for line in re.split(r"[\r\n]+", text) if line.strip()]
    starts = _starts(lines, numbers)
    found: dict[int, Block] = {}
    placed = sorted(starts.items(), key=lambda pair: pair[1])
    for index, (place, line) in enumerate(placed):
        end = placed[index + 1][1] if index + 1 < len(placed) else line + READINGS.lines
        own = lines[line : max(end, line + 1)]
        previous = placed[index - 1][1] if index else 0
        found[place] = _block(own, lines[previous:line], numbers[place])
    return found


def _starts(lines: Sequence[str], numbers: Sequence[int]) -> dict[int, int]:
    """Give the line on which each question begins, looking for one number after the other.

    A number that does not come within reach is passed over, so that one miss loses no others.
    """
    plain: dict[int, list[int]] = {}
    likely: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        for number, sure in _begins(line):
            (likely if sure else plain).setdefault(number, []).append(index)
    where = plain | likely
    chain = _longest(
        [(place, line) for place, n in enumerate(numbers) for line in where.get(n, ())]
    )
    return dict(chain)


def _begins(line: str) -> Iterator[tuple[int, bool]]:
    """Give the numbers that a question may begin with on a line, and whether it is likely.

    Likely is one with a sign after it, or one before the text of the line; another number amid a
    line, or one alone on it, may be a score or a part of the text.
    """
    words = line.split()
    for place, word in enumerate(words):
        bare = word.rstrip(".):")
        if bare.isdecimal() and len(bare) <= READINGS.digits:
            yield int(bare), (place == 0 and len(words) > 1) or word != bare


def _longest(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest run of (question, line) in which both ascend, each line used at most once.

    Patience sorting over lines; for each question the later lines come first, so that a question
    takes one line only.
    """
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = [-1] * len(ordered)
    for index, (_place, line) in enumerate(ordered):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if tails[middle] < line:
                low = middle + 1
            else:
                high = middle
        before[index] = ends[low - 1] if low else -1
        if low == len(tails):
            tails.append(line)
            ends.append(index)
        else:
            tails[low], ends[low] = line, index
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return chain[::-1]


def _block(own: Sequence[str], previous: Sequence[str], number: int) -> Block:
    ends = [_AT_END.search(line) for line in own]
    at_ends = [_decimal(match[1]) for match in ends if match]
    anywhere = [_decimal(match[1]) for line in own for match in _AMID.finditer(line)]
    if Decimal(number) in anywhere:
        anywhere.remove(Decimal(number))
    first = _AT_START.match(own[0]) if own else None
    near = previous[-READINGS.lines_before :]
    late = [_AT_END.search(line) or _AT_START.match(line) for line in near]
    before = [_decimal(match[1]) for match in late if match]
    if first:
        before.append(_decimal(first[1]))
    return Block(tuple(at_ends), tuple(anywhere), tuple(before))


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
