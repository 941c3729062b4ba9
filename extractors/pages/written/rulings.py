"""The straight lines of a PDF page: strokes, thin fills, and the edges of filled areas."""

import ctypes
import itertools
from collections.abc import Iterator, Sequence

from pypdfium2 import raw

from evaluation.sources import Box
from extractors.pages.limits import Limits
from extractors.pages.page import Ruling
from extractors.pages.written.tolerances import STROKES
from extractors.pages.written.turning import Turning

Rect = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def rulings(page: raw.FPDF_PAGE, turning: Turning, limits: Limits) -> tuple[Ruling, ...]:
    """Give the lines of a page, pieces of one line joined; none beyond ``limits.objects``."""
    count = raw.FPDFPage_CountObjects(page)
    if count > limits.objects:
        return ()
    reader = _PathReader(limits)
    items = (raw.FPDFPage_GetObject(page, index) for index in range(count))
    found = [line for item in items for line in reader.lines(item, _IDENTITY, 0)]
    boxes = [turning.box(*line) for line in found]
    flat = [(b.top, b.bottom, b.left, b.right) for b in boxes if b.bottom - b.top <= STROKES.thin]
    tall = [(b.left, b.right, b.top, b.bottom) for b in boxes if b.bottom - b.top > STROKES.thin]
    return tuple(
        [Ruling(Box(left, top, right, bottom)) for top, bottom, left, right in joined(flat)]
        + [Ruling(Box(left, top, right, bottom)) for left, right, top, bottom in joined(tall)]
    )


def joined(lines: Sequence[Rect]) -> Iterator[Rect]:
    """Join pieces of lines, each (near side, far side, start, end), that follow on each other."""
    rows: list[list[Rect]] = []
    for line in sorted(lines):
        first = rows[-1][0] if rows else line
        if rows and _middle(line) - _middle(first) <= STROKES.same_line:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        yield from _along(row)


def _middle(line: Rect) -> float:
    return (line[0] + line[1]) / 2


def _along(row: Sequence[Rect]) -> Iterator[Rect]:
    ordered = sorted(row, key=lambda line: line[2])
    current = ordered[0]
    for line in ordered[1:]:
        if line[2] <= current[3] + STROKES.gap:
            near, far = min(current[0], line[0]), max(current[1], line[1])
            current = (near, far, current[2], max(current[3], line[3]))
        else:
            if current[3] - current[2] >= STROKES.shortest:
                yield current
            current = line
    if current[3] - current[2] >= STROKES.shortest:
        yield current


class _PathReader:
    """Walks page objects, forms within forms to a bounded depth, and counts what it sees."""

    def __init__(self, limits: Limits) -> None:
        self._left = limits.objects
        self._depth = limits.depth
        self._x, self._y = ctypes.c_float(), ctypes.c_float()

    def lines(self, item: raw.FPDF_PAGEOBJECT, outer: Matrix, depth: int) -> Iterator[Rect]:
        """Give the axis-parallel lines of one object as (left, bottom, right, top)."""
        self._left -= 1
        if self._left < 0:
            return
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield from self._path(item, _times(_matrix(item), outer))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < self._depth:
            inner = _times(_matrix(item), outer)
            count = raw.FPDFFormObj_CountObjects(item)
            for index in range(min(count, self._left)):
                yield from self.lines(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def _path(self, item: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[Rect]:
        count = raw.FPDFPath_CountSegments(item)
        self._left -= count // STROKES.segments
        if not 2 <= count <= max(self._left, 0):
            return
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, ctypes.byref(filled), ctypes.byref(stroked))
        if not filled.value and not stroked.value:
            return
        for points in self._strokes(item, count, matrix):
            yield from _thin_or_edges(points, bool(filled.value), bool(stroked.value))

    def _strokes(
        self, item: raw.FPDF_PAGEOBJECT, count: int, matrix: Matrix
    ) -> Iterator[list[tuple[float, float]]]:
        """Give the points of each part of a path drawn without lifting the pen."""
        a, b, c, d, e, f = matrix
        points: list[tuple[float, float]] = []
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(self._x), ctypes.byref(self._y))
            x, y = self._x.value, self._y.value
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO and points:
                yield points
                points = []
            points.append((a * x + c * y + e, b * x + d * y + f))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield points


def _thin_or_edges(
    points: Sequence[tuple[float, float]], filled: bool, stroked: bool
) -> Iterator[Rect]:
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    width, height = right - left, top - bottom
    if min(width, height) <= STROKES.thin and max(width, height) > STROKES.thin:
        yield left, bottom, right, top
        return
    if filled and not stroked and points[0] != points[-1]:
        points = [*points, points[0]]
    if min(width, height) <= STROKES.thin:
        return
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        wide, high = abs(x0 - x1), abs(y0 - y1)
        if min(wide, high) <= STROKES.straight and max(wide, high) > STROKES.shortest:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _matrix(item: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    if outer == _IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)  # fmt: skip
