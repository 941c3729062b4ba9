"""The points that stand together in one cell, parted as their writer parted them."""

import re
from collections.abc import Iterator, Sequence

_BULLET = r"[•·▪■●○◦‣*➢✓►\-–—]"
_MARK = re.compile(
    rf"\s*(?:{_BULLET}\s+|{_BULLET}(?=[^\W\d])|\(?[0-9]{{1,2}}[.)]\s+|\(?[a-zA-Z][.)]\s+)"
)
_INLINE_BULLET = re.compile(r"(?:(?<=^)|(?<=\s))[•▪■●◦‣➢►]\s*")
_INLINE_NUMBER = re.compile(r"(?:(?<=^)|(?<=[\s;,.]))\(?([0-9]{1,2})[.)]\s+(?=\S)")
_INLINE_LETTER = re.compile(r"(?:(?<=^)|(?<=[\s;,.]))\(?([a-z])[.)]\s+(?=\S)")
_EMPTY = ("", "-", "–", "—")
Found = re.Match[str]


def points_in(text: str) -> tuple[str, ...]:
    """Give the points of a cell, without their bullets, numbers and letters; in order.

    Lines are points; a line that begins with no sign, below lines that do, goes on with the point
    above. Within a line, ``a. … b. …`` and ``1) … 2) …`` are parted where they count on from the
    first without a gap.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    points = [piece for line in _joined(lines) for piece in _within(line)]
    return tuple(point for point in map(_bare, points) if point not in _EMPTY)


def _joined(lines: Sequence[str]) -> list[str]:
    """Join lines that go on with a point to the line where it begins."""
    marked = [_MARK.match(line) is not None for line in lines]
    whole: list[str] = []
    for line, begins in zip(lines, marked, strict=True):
        if whole and not begins and marked[0] and sum(marked) > 1:
            whole[-1] += " " + line
        else:
            whole.append(line)
    return whole


def _within(line: str) -> Sequence[str]:
    """Part a line at its bullets, or at the numbers or letters that count on in it."""
    bullets = list(_INLINE_BULLET.finditer(line))
    if len(bullets) > 1 or (bullets and bullets[0].start() == 0):
        return _cut(line, bullets)
    for pattern, first in ((_INLINE_NUMBER, 1), (_INLINE_LETTER, ord("a"))):
        counted = list(_counting(pattern, line, first))
        if len(counted) > 1 and not line[: counted[0].start()].strip():
            return _cut(line, counted)
    return [line]


def _counting(pattern: re.Pattern[str], line: str, expected: int) -> Iterator[Found]:
    for found in pattern.finditer(line):
        value = int(found[1]) if found[1].isdigit() else ord(found[1])
        if value == expected:
            yield found
            expected += 1


def _cut(line: str, found: Sequence[Found]) -> Sequence[str]:
    starts = [0, *(each.start() for each in found)]
    return [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]


def _bare(point: str) -> str:
    mark = _MARK.match(point)
    return point[mark.end() if mark else 0 :].strip().rstrip(";").strip()
