"""All readings of a table that are worth measuring: one source a coordinate, and score columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from evaluation.draft import Item
from extractors.collect.axes import Axis
from extractors.collect.candidates import Candidates
from extractors.collect.kinds import Kind, kind_of
from extractors.collect.looks import Look
from extractors.collect.people import person_key
from extractors.collect.sources import Origin, Source
from extractors.collect.sureness import (
    MOST_HYPOTHESES,
    PRIOR_HEADED,
    PRIOR_UNHEADED_SCORES,
)


@dataclass(frozen=True, slots=True)
class ScoreColumn:
    """A column of scores, and what its headings say of all of them; None: the row says it.

    ``step`` is the score that a mark in it stands for, None where scores stand in it themselves.
    """

    index: int
    region: str | None = None
    assessor: str | None = None
    item: Item | None = None
    step: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One reading of a table; ``variant`` is what parts its columns from rivals of the same place.

    ``prior`` is how surely the columns hold scores by their headings.
    """

    region: Source
    assessor: Source
    question: Source
    columns: tuple[ScoreColumn, ...]
    variant: str = ""
    kind: Kind = Kind.PLAIN
    prior: float = 1.0

    @property
    def sources(self) -> tuple[Source, Source, Source]:
        """Give the three sources."""
        return self.region, self.assessor, self.question

    @property
    def sureness(self) -> float:
        """Give the product of how surely each source tells what it is taken for."""
        return self.prior * self.region.prior * self.assessor.prior * self.question.prior


@dataclass(slots=True)
class _Group:
    """The columns of one variant."""

    columns: list[ScoreColumn] = field(default_factory=list)


def hypotheses(candidates: Candidates) -> Sequence[Hypothesis]:
    """Give the readings of a table, at most so many as can be measured; maybe none."""
    found: dict[tuple[object, ...], Hypothesis] = {}
    for sources in product(candidates.regions, candidates.assessors, candidates.questions):
        if len(found) >= MOST_HYPOTHESES:
            break
        if _clash(sources):
            continue
        for one in _of(sources, candidates):
            found.setdefault((one.sources, one.columns), one)
    return tuple(found.values())


def _clash(sources: Sequence[Source]) -> bool:
    """Tell whether two coordinates would come from the same column or heading row."""
    columns = [c for s in sources if s.origin is Origin.ROW for c in s.columns]
    headings = [s.heading for s in sources if s.origin is Origin.HEADING and s.heading is not None]
    return len(set(columns)) < len(columns) or len(set(headings)) < len(headings)


def _of(sources: tuple[Source, ...], candidates: Candidates) -> Iterator[Hypothesis]:
    region, assessor, question = sources
    keys = {c for source in sources for c in source.columns}
    scored = [look for look in candidates.scored if look.index not in keys]
    axes = [candidates.axes.get(source) for source in sources]
    if not any(axes):
        settled = [look for look in scored if look.is_settled]
        final = [look for look in candidates.finals if look.index not in keys]
        yield from _single(sources, settled or [*scored, *final])
        if candidates.ticked:
            marked = tuple(ScoreColumn(i, step=step) for i, step in candidates.ticked)
            yield Hypothesis(region, assessor, question, marked)
        return
    columns = [_column(look, axes) for look in scored]
    kept = [(look, c) for look, c in zip(scored, columns, strict=True) if c is not None]
    shared = _shared([axis for axis in axes if axis is not None])
    for variant, group in _variants(kept, sources, candidates).items():
        variant = variant or shared
        kind = kind_of(variant)
        yield Hypothesis(region, assessor, question, tuple(group.columns), variant, kind)


def _shared(axes: Sequence[Axis]) -> str:
    """Give what all headings of a family of codes say beside their numbers."""
    rests = {rest for axis in axes for rest in axis.rests.values()}
    return rests.pop() if len(rests) == 1 else ""


def _single(sources: tuple[Source, ...], scored: Sequence[Look]) -> Iterator[Hypothesis]:
    """Give one reading a column: one score stands in each row."""
    region, assessor, question = sources
    for look in scored:
        headed = look.is_headed_score or look.total
        prior = PRIOR_HEADED if headed else PRIOR_UNHEADED_SCORES
        column = (ScoreColumn(look.index),)
        kind = kind_of(look.heading)
        yield Hypothesis(region, assessor, question, column, look.heading, kind, prior)


def _column(look: Look, axes: Sequence[Axis | None]) -> ScoreColumn | None:
    """Give a column with what its headings say; None where one of them says nothing."""
    values = [None if axis is None else axis.values.get(look.index) for axis in axes]
    if any(axis is not None and value is None for axis, value in zip(axes, values, strict=True)):
        return None
    region, assessor, item = values
    told = str(region) if region is not None else None
    return ScoreColumn(look.index, told, str(assessor) if assessor is not None else None, item)


def _variants(
    kept: Sequence[tuple[Look, ScoreColumn]], sources: tuple[Source, ...], candidates: Candidates
) -> Mapping[str, _Group]:
    """Part columns that fill the same places by what else their headings say."""
    places: dict[tuple[object, ...], int] = {}
    for _look, column in kept:
        key = _place(column)
        places[key] = places.get(key, 0) + 1
    groups: dict[str, _Group] = {}
    if not kept or max(places.values()) == 1:
        groups[""] = _Group([column for _look, column in kept])
        return groups if kept else {}
    for look, column in kept:
        label = candidates.rest(look.index, sources)
        groups.setdefault(label, _Group()).columns.append(column)
    if len(groups) > len(kept) / 2:
        return {"": _Group([column for _look, column in kept])}
    return groups


def _place(column: ScoreColumn) -> tuple[object, ...]:
    return (column.region, person_key(column.assessor or ""), column.item)
