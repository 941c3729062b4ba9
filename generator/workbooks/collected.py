"""Collected values → the sheets of a workbook, and in the sheet ``Asal`` where each came from.

What stands in the workbook already is never overwritten: a score that differs is a finding with
both places, and the workbook's own stays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from evaluation.collected import Collected, CollectedComment, CollectedScore, Item
from evaluation.findings import Findings
from evaluation.messages import _
from evaluation.model import Evaluation
from evaluation.names import name_key, plain
from evaluation.origins import Link, Origin, in_runs
from evaluation.rules import collecting as rules
from evaluation.sources import Finding, Source
from evaluation.workbook.shapes import Sheet
from evaluation.workbook.sheets import ASAL, CATATAN, INSTRUMEN, NILAI, WILAYAH, YES
from generator.workbooks.book import FIRST_ROW, Cell, Rows, blank_facts

_TIME = "%Y-%m-%d %H:%M"
_FIRST_SCORE = 2  # behind region and assessor
_POINT = [column.heading for column in CATATAN.columns].index("Butir")


@dataclass(frozen=True, slots=True)
class Base:
    """The workbook that is added to: its rows by sheet, and what they mean."""

    sheets: Mapping[str, Rows]
    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class _Value:
    """A score and where it came from; ``place`` is its cell in the workbook that is added to."""

    value: Decimal
    source: Source | None
    time: str
    place: Source | None = None


@dataclass
class _Scores:
    """Scores by region and assessor, in the order in which they are to be written."""

    rows: dict[tuple[str, str], dict[Item, _Value]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)

    def row(self, region: str, assessor: str) -> dict[Item, _Value]:
        known = self.names.setdefault(name_key(assessor), assessor)
        return self.rows.setdefault((region, known), {})

    def add(self, score: CollectedScore) -> None:
        row = self.row(score.region, score.assessor or "")
        standing = row.get(score.item)
        if standing is None or standing.value == score.value:
            row[score.item] = _Value(score.value, score.place, _time(score.file_time))
        elif standing.place is not None:
            self.findings.add(_contradiction(score, standing.value, standing.place))


def collected_sheets(
    collected: Collected, base: Base | None
) -> tuple[Mapping[str, Rows], tuple[Finding, ...]]:
    """Give the sheets of the workbook to write, and what contradicts the one that is added to."""
    items = _items(collected, base)
    scores = _Scores()
    if base is not None:
        _stand(scores, base.evaluation)
    for score in collected.scores:
        scores.add(score)
    score_rows, score_links = _score_rows(scores, items, _order(collected, base))
    comment_rows, comment_links = _comment_rows(collected.comments, base)
    origins = in_runs((*score_links, *comment_links))
    sheets = dict(base.sheets) if base else _new_sheets(collected)
    sheets[NILAI.name] = score_rows
    sheets[CATATAN.name] = comment_rows
    sheets[ASAL.name] = (_headings(ASAL), *map(_origin_row, origins))
    return sheets, scores.findings.all()


def _items(collected: Collected, base: Base | None) -> tuple[Item, ...]:
    if base is not None:
        return base.evaluation.instrument.items
    found = {score.item for score in collected.scores}
    numbers = {question.number for question in collected.questions}
    numbers |= {item for item in found if isinstance(item, int)}
    return (*sorted(numbers), *sorted(item for item in found if isinstance(item, str)))


def _order(collected: Collected, base: Base | None) -> Mapping[str, int]:
    regions: Iterable[str] = (
        (region.name for region in base.evaluation.regions)
        if base
        else (region.name for region in collected.regions)
    )
    return {name: place for place, name in enumerate(regions)}


def _stand(scores: _Scores, evaluation: Evaluation) -> None:
    """Take the scores that stand in the workbook, with what it knows of their origins."""
    times = {(one.file, one.sheet): one.time for one in evaluation.origins}
    for region, rows in evaluation.scores.items():
        for row in rows:
            standing = scores.row(region, row.assessor or "")
            for index, (item, value) in enumerate(
                zip(evaluation.instrument.items, row.values, strict=True)
            ):
                if value is not None:
                    place = row.source(index)
                    origin = evaluation.origins.find(place)
                    time = times.get((origin.file, origin.sheet or ""), "") if origin else ""
                    standing[item] = _Value(value, origin, time, place)


def _contradiction(score: CollectedScore, value: Decimal, place: Source) -> Finding:
    message = _("%(file)s %(cell)s gives %(new)s for %(region)s, %(item)s; here stands %(old)s.")
    return rules.SCORE_CONTRADICTS_WORKBOOK.found(
        place,
        message
        % {
            "file": score.place.file,
            "cell": score.place,
            "new": score.value,
            "region": score.region,
            "item": score.item,
            "old": value,
        },
        _("Clear the cell that is wrong, and collect again."),
    )


def _score_rows(
    scores: _Scores, items: Sequence[Item], order: Mapping[str, int]
) -> tuple[Rows, list[Link]]:
    keys = sorted(
        scores.rows, key=lambda key: (order.get(key[0], len(order)), key[0], _natural(key[1]))
    )
    rows: list[Sequence[Cell]] = [("Wilayah", "Asesor", *map(str, items))]
    links: list[Link] = []
    for number, key in enumerate(keys, FIRST_ROW):
        row = scores.rows[key]
        values = [row.get(item) for item in items]
        printed = (None if one is None else one.value for one in values)
        rows.append((key[0], key[1] or None, *printed))
        links += [
            Link(NILAI.name, (number, column), one.source, one.time)
            for column, one in enumerate(values, _FIRST_SCORE)
            if one is not None and one.source is not None
        ]
    return rows, links


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Order "Asesor 2" before "Asesor 10"."""
    return tuple((int(w), "") if w.isdecimal() else (0, w) for w in plain(name).split())


@dataclass(frozen=True, slots=True)
class _Point:
    """One row of comments and where it came from."""

    cells: tuple[str, str, str, str, str]
    source: Source | None
    time: str = ""


def _comment_rows(
    comments: Sequence[CollectedComment], base: Base | None
) -> tuple[Rows, list[Link]]:
    points: dict[tuple[str, ...], _Point] = {}
    for point in (*_standing_points(base), *map(_collected_point, comments)):
        points.setdefault(tuple(map(plain, point.cells)), point)
    links = [
        Link(CATATAN.name, (number, _POINT), point.source, point.time)
        for number, point in enumerate(points.values(), FIRST_ROW)
        if point.source is not None
    ]
    return (_headings(CATATAN), *(point.cells for point in points.values())), links


def _standing_points(base: Base | None) -> Iterator[_Point]:
    for region, comments in base.evaluation.comments.items() if base else ():
        for one in comments:
            cells = (region, one.section, one.assessor, one.institution, one.point)
            yield _Point(cells, base.evaluation.origins.find(one.source) if base else None)


def _collected_point(one: CollectedComment) -> _Point:
    cells = (one.region, one.section, one.assessor, one.institution, one.point)
    return _Point(cells, one.place)


def _new_sheets(collected: Collected) -> dict[str, Rows]:
    """Give the sheets of a workbook that begins with what the files name."""
    questions = (
        (one.number, one.dimension, one.indicator, one.sub_indicator, one.text)
        for one in sorted(collected.questions, key=lambda one: one.number)
    )
    regions = (
        (number, one.code, one.name, None, None, YES)
        for number, one in enumerate(collected.regions, 1)
    )
    return {
        **blank_facts(),
        INSTRUMEN.name: (_headings(INSTRUMEN), *questions),
        WILAYAH.name: (_headings(WILAYAH), *regions),
    }


def _headings(sheet: Sheet) -> tuple[str, ...]:
    return tuple(column.heading for column in sheet.columns)


def _origin_row(origin: Origin) -> tuple[Cell, ...]:
    return (origin.place, origin.file, origin.sheet, origin.cells, origin.time)


def _time(moment: datetime | None) -> str:
    return moment.strftime(_TIME) if moment else ""
