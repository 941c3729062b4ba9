"""How well a reading fits: terms from 0 to 1, measured on a sample of rows, and their product."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Any

from evaluation.draft import Item
from extractors.collect.hypotheses import Hypothesis, ScoreColumn
from extractors.collect.keys import Keys
from extractors.collect.looks import Look, shown_score
from extractors.collect.numbers import Amounts, Doubt
from extractors.collect.people import person_key
from extractors.collect.sources import Origin, Source
from extractors.collect.sureness import SAMPLE_HEAD, SAMPLE_SPREAD, WEIGHTS
from extractors.collect.tables import Table
from extractors.collect.ticks import is_tick
from extractors.spreadsheets.cells import Cell
from extractors.spreadsheets.values import is_blank

Place = tuple[str | None, str, Item | None]
_TRANSPARENT = (Doubt.PERCENT, Doubt.BROKEN)


@dataclass(frozen=True, slots=True)
class Fit:
    """A reading, its terms by name, their product, and the values that it reads of the sample.

    ``places`` gives for each region, assessor and question the values that stand there.
    """

    hypothesis: Hypothesis
    terms: Mapping[str, float]
    value: float
    places: Mapping[Place, tuple[Decimal | None, ...]]
    count: int
    filled: int = 0

    @property
    def weakest(self) -> str:
        """Give the name of the term that speaks most against the reading."""
        return min(self.terms, key=lambda name: self.terms[name] ** WEIGHTS[name])


def sample_of(rows: Sequence[int]) -> Sequence[int]:
    """Give the rows that hypotheses are measured on."""
    rest = rows[SAMPLE_HEAD:]
    step = max(1, len(rest) // SAMPLE_SPREAD)
    return [*rows[:SAMPLE_HEAD], *rest[::step]]


class Measure:
    """Measures readings of one table."""

    def __init__(
        self,
        table: Table,
        rows: Sequence[int],
        keys: Keys,
        amounts: Amounts,
        looks: tuple[Sequence[Look], Sequence[Look]],
        questions: int,
    ) -> None:
        self._sheet = table.sheet
        self._rows = sample_of(rows)
        self._keys = keys
        self._amounts = amounts
        self._questions = questions
        self._vectors: dict[tuple[str, int], Sequence[object]] = {}
        self._cells = {
            (row, look.index): shown_score(table.sheet, row, look.index)
            for row in self._rows
            for look in (*looks[0], *looks[1])
        }
        scored = {look.index for look in looks[0]}
        cells = [cell for (_row, column), cell in self._cells.items() if column in scored]
        self._all = sum(self._value(cell, stepped=False) is not None for cell in cells)

    def _value(self, cell: Cell, *, stepped: bool) -> Decimal | None:
        amount = self._amounts.read(cell, stepped=stepped)
        return amount.value

    def _cell(self, row: int, column: ScoreColumn) -> Cell:
        """Give the cell of a score; a mark stands for the step that heads its column."""
        if column.step is None:
            return self._cells[row, column.index]
        cell = self._sheet.cell(row, column.index)
        return str(column.step) if is_tick(cell) else cell

    def fit(self, hypothesis: Hypothesis) -> Fit:
        """Measure one reading."""
        places: dict[Place, list[Decimal | None]] = defaultdict(list)
        people: dict[str | None, set[str]] = defaultdict(set)
        stepped = hypothesis.assessor.origin is not Origin.NONE
        vectors = (
            self._vector("region", hypothesis.region),
            self._vector("person", hypothesis.assessor),
            self._vector("item", hypothesis.question),
        )
        head: set[Place] = set()
        for count, (row, region, person, item) in enumerate(zip(self._rows, *vectors, strict=True)):
            for column in hypothesis.columns:
                cell = self._cell(row, column)
                if is_blank(cell):
                    continue
                who = str(column.assessor or person or "")
                where = column.region or region
                what = column.item if column.item is not None else item
                place = (where, person_key(who), what)
                places[place].append(self._value(cell, stepped=stepped and isinstance(what, int)))
                people[where].add(who)
                if count < SAMPLE_HEAD:
                    head.add(place)
        return self._fitted(hypothesis, places, people, head)

    def _vector(self, kind: str, source: Source) -> Sequence[Any]:
        """Give what a source says in each row of the sample; computed once a source."""
        key = (kind, id(source))
        if key not in self._vectors:
            self._vectors[key] = [self._said(kind, source, row) for row in self._rows]
        return self._vectors[key]

    def _said(self, kind: str, source: Source, row: int) -> object:
        if source.origin is Origin.HEADING:
            return None
        if kind == "region":
            joined = self._keys.region(source, row)
            return joined.name if joined else None
        if kind == "person":
            return self._keys.person(source, row)
        return self._keys.asked(source, row).item

    def _fitted(
        self,
        hypothesis: Hypothesis,
        places: Mapping[Place, Sequence[Decimal | None]],
        people: Mapping[str | None, set[str]],
        head: Collection[Place],
    ) -> Fit:
        filled = sum(map(len, places.values()))
        whole = {
            place: values for place, values in places.items() if place[0] and place[2] is not None
        }
        kept = sum(map(len, whole.values()))
        terms = dict.fromkeys(WEIGHTS, 0.0)
        if filled and kept:
            read = sum(v is not None for values in whole.values() for v in values)
            items = {item for _r, _p, item in whole}
            terms = {
                "unique": len(whole) / kept,
                "scale": read / kept,
                "complete": _completeness([p for p in head if p in whole]),
                "regions": sum(len(v) for p, v in places.items() if p[0]) / filled,
                "asked": sum(len(v) for p, v in places.items() if p[2] is not None) / filled,
                "assessors": _evenness(people) if hypothesis.assessor.origin in _NAMED else 1.0,
                "sources": hypothesis.sureness,
                "explained": min(1.0, read / self._all) if self._all else 1.0,
                "questions": self._asked_share(hypothesis, items),
            }
        value = prod(share ** WEIGHTS[name] for name, share in terms.items())
        return Fit(hypothesis, terms, value, {p: tuple(v) for p, v in whole.items()}, kept, filled)

    def _asked_share(self, hypothesis: Hypothesis, items: set[Item | None]) -> float:
        if not self._questions or hypothesis.question.origin not in (Origin.ROW, Origin.HEADING):
            return 1.0
        return min(1.0, len(items) / self._questions)


def _completeness(places: Sequence[Place]) -> float:
    """Give the share of filled places among pairs of region and assessor times questions."""
    pairs = {place[:2] for place in places}
    items = {place[2] for place in places}
    return len(places) / (len(pairs) * len(items)) if places else 0.0


_NAMED = (Origin.ROW, Origin.SECTION, Origin.HEADING)


def _evenness(people: Mapping[str | None, set[str]]) -> float:
    """Give how evenly names recur in the regions: near 1 where the same few judge each of them."""
    known = [names - {""} for region, names in people.items() if region]
    known = [names for names in known if names]
    if not known:
        return 0.5
    most = max(map(len, known))
    return sum(map(len, known)) / (most * len(known))


def differ(best: Fit, other: Fit) -> bool:
    """Tell whether two readings give other values for a place, or other places.

    Whether the assessor is named makes no difference.
    """
    ones, others = _without_people(best), _without_people(other)
    shared = ones.keys() & others.keys()
    if any(
        not set(ones[key]) <= set(others[key]) and not set(others[key]) <= set(ones[key])
        for key in shared
    ):
        return True
    return len(shared) < 0.9 * min(len(ones), len(others))


def _without_people(fit: Fit) -> Mapping[tuple[str | None, Item | None], list[Decimal | None]]:
    values: dict[tuple[str | None, Item | None], list[Decimal | None]] = defaultdict(list)
    for (region, _person, item), found in fit.places.items():
        values[region, item] += found
    return values
