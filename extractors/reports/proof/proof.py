"""The proof of a record: each score by three checks; what fails is flagged and kept as printed.

1. The score lies within the scale and on its grid.
2. A second, independent reading finds the same; where it does not, or a mean fails, a third opinion
   is asked for the place on the page.
3. The printed average is the rounded mean of the scores, and the national table's row agrees.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from evaluation.arithmetic import rounded
from evaluation.doubts import Doubt, doubt
from evaluation.model import Instrument
from evaluation.names import name_key, plain
from evaluation.record import Flag, Record, RecordedDimension, RecordedItem, RecordedResult
from evaluation.rules import archive as rules
from evaluation.sources import Source
from extractors.pages.page import Page
from extractors.reports.proof.scales import SeenScale, scale_of
from extractors.reports.proof.second import Block, blocks
from extractors.reports.text.values import value_of

Opinion = Callable[[Source], str | None]
"""Reads one place of the file by another way: what stands there, None where it cannot tell."""
_HUNDREDTH = Decimal("0.01")


def proven(
    record: Record,
    pages: Sequence[Page],
    like: Instrument | None = None,
    opinion: Opinion | None = None,
) -> Record:
    """Give the record with a flag for everything that a check does not confirm."""
    items = [item for dimension in record.dimensions for item in dimension.items]
    scores = [item.score for item in items if item.score is not None]
    scale = scale_of(like, scores)
    readings = _Readings(items, pages, opinion)
    flags: list[Flag] = []
    dimensions: list[RecordedDimension] = []
    place = 0
    for dimension in record.dimensions:
        failing = _mean_doubt(dimension)
        made: list[RecordedItem] = []
        for item in dimension.items:
            reading = readings.doubt(place, strict=failing is not None)
            why = _twice(item, dimension) or _score_doubt(item, scale, reading)
            made.append(_flagged(item, why))
            flags += _flag(why, dimension, item)
            place += 1
        flags += _dimension_flags(record, dimension, failing)
        dimensions.append(replace(dimension, items=tuple(made)))
    flags += _without_questions(record)
    return replace(record, dimensions=tuple(dimensions), flags=(*record.flags, *flags))


def _flagged(item: RecordedItem, why: Doubt | None) -> RecordedItem:
    return replace(item, flag=why) if why and item.flag is None else item


def _flag(why: Doubt | None, dimension: RecordedDimension, item: RecordedItem) -> Iterator[Flag]:
    if why is not None and item.source is not None:
        yield Flag(why, item.source, dimension.name, item.number)


def _score_doubt(
    item: RecordedItem, scale: SeenScale | None, reading: Doubt | None
) -> Doubt | None:
    if item.score is None:
        return None
    if scale is None:
        return reading
    printed = item.printed
    if not scale.holds(item.score):
        return doubt(rules.SCORE_OFF_SCALE, score=printed, low=scale.minimum, high=scale.maximum)
    if reading is not None:
        return reading
    if not scale.has_step(item.score):
        return doubt(rules.SCORE_OFF_GRID, score=printed, step=scale.step)
    return None


class _Readings:
    """Holds the first reading of each score against the second, and asks the third where needed."""

    def __init__(
        self, items: Sequence[RecordedItem], pages: Sequence[Page], opinion: Opinion | None
    ) -> None:
        self._items = items
        self._opinion = opinion
        own = [item.source.page for item in items if item.source and item.source.page]
        span = range(min(own), max(own) + 1) if own else range(0)
        texts = [p.plain for p in pages if p.plain is not None and p.number in span]
        self._plain = {page.number for page in pages if page.plain is not None}
        numbers = [item.number if item.score is not None else -1 for item in items]
        self._blocks = blocks(texts, numbers) if texts else {}
        self._before = self._stands_before()

    def _stands_before(self) -> bool:
        """Tell whether the file's text gives a score before its question, as some columns do."""
        found = [(item, self._blocks.get(i)) for i, item in enumerate(self._items)]
        known = [(item.score, block) for item, block in found if block and item.score is not None]
        ahead = sum(1 for score, block in known if score in block.before)
        own = sum(1 for score, block in known if score in block.at_ends or score in block.anywhere)
        return ahead > own

    def doubt(self, place: int, *, strict: bool) -> Doubt | None:
        """Give the doubt about one score; ``strict`` asks the third opinion in any case."""
        item = self._items[place]
        if item.score is None or item.source is None or item.source.page is None:
            return None
        block = self._blocks.get(place)
        agreed = block is not None and self._agrees(item.score, block)
        written = item.source.page in self._plain
        if agreed and not strict:
            return None
        third = self._opinion(item.source) if self._opinion else None
        if third is not None:
            if value_of(third) == item.score:
                return None
            return doubt(rules.READINGS_DIFFER, first=item.printed, other=third)
        if agreed or not written:
            return None
        return doubt(rules.READINGS_DIFFER, score=item.printed)

    def _agrees(self, score: Decimal, block: Block) -> bool:
        if self._before:
            return score in block.before or score in block.anywhere
        return score in block.at_ends or score in block.anywhere


def _mean_doubt(dimension: RecordedDimension) -> Doubt | None:
    """Give the doubt about a printed average that is not the mean of the scores; None if it is."""
    scores = [item.score for item in dimension.items if item.score is not None]
    if dimension.average is None or not scores:
        return None
    exact = sum(scores, Decimal(0)) / len(scores)
    if any(
        exact.quantize(place, ROUND_HALF_UP) == dimension.average for place in _places(dimension)
    ):
        return None
    return doubt(
        rules.MEAN_DIFFERS, printed=dimension.average, count=len(scores), mean=rounded(exact)
    )


def _places(dimension: RecordedDimension) -> tuple[Decimal, ...]:
    """Give the places to which an average may be rounded: two, or as many as it is printed with.

    A trailing nought may be left out in print, so fewer places than two are both possible.
    """
    exponent = dimension.average.as_tuple().exponent if dimension.average is not None else 0
    printed = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else _HUNDREDTH
    return (printed,) if printed < _HUNDREDTH else (_HUNDREDTH, printed)


def _dimension_flags(
    record: Record, dimension: RecordedDimension, failing: Doubt | None
) -> Iterator[Flag]:
    source = dimension.source or next(
        (item.source for item in dimension.items if item.source), Source(record.file)
    )
    if failing is not None:
        yield Flag(failing, source, dimension.name)
    listed = _listed(record, dimension.name)
    if listed is not None and dimension.average is not None and listed != dimension.average:
        why = doubt(rules.RESULTS_DIFFER, average=dimension.average, listed=listed)
        yield Flag(why, source, dimension.name)


def _listed(record: Record, dimension: str) -> Decimal | None:
    """Give what the national table says of a dimension of this region; None where it does not."""
    row = _own_row(record)
    if row is None or not dimension:
        return None
    name = plain(dimension)
    columns = [i for i, one in enumerate(record.results.columns) if plain(one.heading) == name]
    return row.values[columns[0]] if len(columns) == 1 else None


def _own_row(record: Record) -> RecordedResult | None:
    if record.region is None:
        return None
    key = name_key(record.region)
    rows = [row for row in record.results.rows if name_key(row.region) == key]
    return rows[0] if len(rows) == 1 else None


def _twice(item: RecordedItem, dimension: RecordedDimension) -> Doubt | None:
    """Doubt a question whose number stands twice in its dimension: both, since either may be it."""
    if sum(one.number == item.number for one in dimension.items) < 2:
        return None
    return doubt(rules.NUMBER_REPEATED, no=item.number)


def _without_questions(record: Record) -> Iterator[Flag]:
    """Flag averages of a report in which no question was found; one of many may have none."""
    if any(dimension.items for dimension in record.dimensions):
        return
    for dimension in record.dimensions:
        source = dimension.source or Source(record.file)
        yield Flag(doubt(rules.QUESTIONS_UNREAD, dimension=dimension.name), source, dimension.name)
