"""A workbook as a draft of its round, so that what was gathered elsewhere can be joined to it."""

from collections.abc import Iterator

from evaluation.draft import (
    Draft,
    FoundComment,
    FoundDimension,
    FoundFact,
    FoundQuestion,
    FoundRegion,
    FoundResult,
    FoundScore,
)
from evaluation.model import Evaluation
from evaluation.sources import Source


def draft_of(evaluation: Evaluation) -> Draft:
    """Give what a workbook knows of its round; what has no value is no part of it.

    A value's source is the place that the workbook says it was taken from; its ``cell`` is the one
    that it stands in here. Doubts are remarks on cells, which no reader of workbooks gives.
    """
    return _Standing(evaluation).draft()


class _Standing:
    def __init__(self, evaluation: Evaluation) -> None:
        self._round = evaluation
        self._find = evaluation.origins.find
        self._times = {(one.file, one.sheet): one.time for one in evaluation.origins}

    def draft(self) -> Draft:
        return Draft(
            tuple(self._facts()),
            tuple(self._questions()),
            tuple(self._dimensions()),
            tuple(self._regions()),
            tuple(self._scores()),
            tuple(self._previous()),
            tuple(self._comments()),
        )

    def _time(self, origin: Source | None) -> str:
        return self._times.get((origin.file, origin.sheet or ""), "") if origin else ""

    def _facts(self) -> Iterator[FoundFact]:
        for one in self._round.facts:
            if one.value:
                yield FoundFact(one.key, one.value, cell=one.source)

    def _questions(self) -> Iterator[FoundQuestion]:
        for dimension in self._round.instrument.dimensions:
            for one in dimension.questions:
                names = (dimension.name, one.indicator, one.sub_indicator)
                yield FoundQuestion(one.number, one.text, *names, cell=one.source)

    def _dimensions(self) -> Iterator[FoundDimension]:
        for one in self._round.instrument.dimensions:
            yield FoundDimension(one.name, one.weights, one.when_missing, cell=one.source)

    def _regions(self) -> Iterator[FoundRegion]:
        for one in self._round.regions:
            told = (one.name, one.code, one.addressee, one.category, one.attended)
            yield FoundRegion(*told, email=one.email, others=one.others, cell=one.source)

    def _scores(self) -> Iterator[FoundScore]:
        items = self._round.instrument.items
        for region, rows in self._round.scores.items():
            for row in rows:
                for index, (item, value) in enumerate(zip(items, row.values, strict=True)):
                    cell = row.source(index)
                    origin = self._find(cell)
                    if value is not None or origin is not None:
                        yield FoundScore(
                            region,
                            row.assessor,
                            item,
                            value,
                            source=origin,
                            time=self._time(origin),
                            cell=cell,
                        )

    def _previous(self) -> Iterator[FoundResult]:
        for region, one in self._round.previous.items():
            yield FoundResult(region, one.final, one.dimensions, cell=one.source)

    def _comments(self) -> Iterator[FoundComment]:
        for region, comments in self._round.comments.items():
            for one in comments:
                told = (region, one.section, one.assessor, one.institution, one.point)
                origin = self._find(one.source)
                time = self._time(origin)
                yield FoundComment(*told, source=origin, time=time, cell=one.source)
