"""Records of past documents → the draft of one round, each value with its place and its doubt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.doubts import Doubt
from evaluation.draft import (
    Draft,
    FoundComment,
    FoundDimension,
    FoundFact,
    FoundRegion,
    FoundResult,
    FoundScore,
)
from evaluation.messages import NOTHING, Message, _
from evaluation.model import Instrument, WhenMissing
from evaluation.names import name_key
from evaluation.record import Record, RecordedItem
from evaluation.rules import archive as rules
from evaluation.sources import Finding, Severity, Source
from evaluation.workbook.facts import FACTS
from extractors.archive.instrument import Asked, asked_in
from extractors.archive.regions import ReportedRegion, regions_in
from extractors.archive.weights import NationalTable, national_table
from extractors.reports.proof.scales import scale_of
from letters.dates import format_date
from letters.profile import AgencyProfile


@dataclass(frozen=True, slots=True)
class Drafted:
    """A round as its documents tell it, and what is doubtful about it."""

    draft: Draft
    findings: tuple[Finding, ...]


def draft_of_records(
    records: Sequence[Record], profile: AgencyProfile, like: Instrument | None = None
) -> Drafted:
    """Give what some records tell of the round that they are about.

    ``like`` is the instrument that the round is known to follow: its scale holds, and weights that
    no document tells are nothing to look at then. What the documents do not tell is missing.
    """
    asked, differing = asked_in(records)
    regions, doubtful = regions_in(records, profile)
    table = national_table(records, asked.dimensions)
    year, mixed = _year(records)
    draft = Draft(
        (*_facts(records, year), *_scale(records, like)),
        asked.questions,
        tuple(_dimension(name, table) for name in asked.dimensions),
        tuple(_region(one) for one in regions),
        tuple(score for one in regions for score in _scores(one, asked)),
        tuple(_previous(records, table)),
        tuple(comment for one in regions for comment in _comments(one)),
    )
    unknown = () if like or table.weights else (_weights_unknown(),)
    flags = (flag for record in records for flag in record.flags)
    told = (Finding(flag.rule, Severity.WARNING, flag.source, flag.message) for flag in flags)
    return Drafted(draft, (*told, *differing, *doubtful, *mixed, *unknown))


def _year(records: Sequence[Record]) -> tuple[int | None, tuple[Finding, ...]]:
    years = Counter(record.year for record in records if record.year is not None)
    if not years:
        return None, ()
    usual = years.most_common(1)[0][0]
    message = _("the report is of %(year)d, the others of %(usual)d.")
    return usual, tuple(
        rules.YEARS_MIXED.found(
            Source(record.file),
            message % {"year": record.year, "usual": usual},
            _("Extract the reports of one year at a time."),
        )
        for record in records
        if record.year not in {None, usual}
    )


def _facts(records: Sequence[Record], year: int | None) -> Iterator[FoundFact]:
    letters = [record.letter for record in records]
    number = next((letter.number for letter in letters if letter.number), None)
    day = next((letter.date for letter in letters if letter.date), None)
    if number:
        yield FoundFact(FACTS.number.key, number)
    if day:
        yield FoundFact(FACTS.date.key, format_date(day))
    if year:
        yield FoundFact(FACTS.year.key, str(year))


def _scale(records: Sequence[Record], like: Instrument | None) -> Iterator[FoundFact]:
    """Give the scale, where the known round or the scores themselves tell it."""
    scores = [
        item.score
        for record in records
        for dimension in record.dimensions
        for item in dimension.items
        if item.score is not None
    ]
    seen = scale_of(like, scores)
    if seen is None:
        return
    yield FoundFact(FACTS.scale_minimum.key, _comma(seen.minimum))
    yield FoundFact(FACTS.scale_maximum.key, _comma(seen.maximum))
    if seen.step:  # 0 where any value of the scale is possible: no step binds then
        yield FoundFact(FACTS.scale_step.key, _comma(seen.step))


def _comma(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _previous(records: Sequence[Record], table: NationalTable) -> Iterator[FoundResult]:
    """Give the results of the year before: final values by region, and averages of dimensions."""
    finals = {name_key(region): (region, final) for region, final in table.previous().items()}
    averages = {
        name_key(record.region): (record.region, {
            one.name: one.previous for one in record.dimensions if one.previous is not None
        })
        for record in records if record.region is not None
    }  # fmt: skip
    for key in dict.fromkeys((*finals, *averages)):
        region, final = finals.get(key, (None, None))
        other, dimensions = averages.get(key, ("", {}))
        if final is not None or dimensions:
            yield FoundResult(region or other, final, dimensions)


def _dimension(name: str, table: NationalTable) -> FoundDimension:
    """Give a dimension with what the rows of each category tell of it."""
    names = list(table.columns)
    if name not in names:
        return FoundDimension(name)
    index = names.index(name)
    found = {category: each for category, each in table.weights.items() if category}
    weights = {category: each.weights[index] for category, each in found.items()}
    treated = (each.when_missing[index] for each in found.values())
    return FoundDimension(
        name,
        {category: weight for category, weight in weights.items() if weight is not None},
        next((one for one in treated if one is not WhenMissing.REFUSE), WhenMissing.REFUSE),
    )


def _region(one: ReportedRegion) -> FoundRegion:
    return FoundRegion(one.name, None, one.addressee, one.category, one.attended)


def _scores(region: ReportedRegion, asked: Asked) -> Iterator[FoundScore]:
    """Give the printed means of a region that took part: no past report names who gave a score.

    What the round asked and the report does not print has no value.
    """
    report = region.report
    if report is None or not report.dimensions or region.attended is False:
        return
    items = {
        asked.numbers[name_key(dimension.name), item.number]: item
        for dimension in report.dimensions
        for item in dimension.items
    }
    for question in asked.questions:
        yield _score(region.name, question.number, items.get(question.number))
    averages = {name_key(dimension.name): dimension.average for dimension in report.dimensions}
    for name in asked.direct:
        yield FoundScore(region.name, None, name, averages.get(name_key(name)))


def _score(region: str, number: int, item: RecordedItem | None) -> FoundScore:
    if item is None:
        return FoundScore(region, None, number, None)
    doubt = _doubt(item.flag, item.printed) if item.flag else NOTHING
    return FoundScore(region, None, number, item.score, source=item.source, doubt=doubt)


def _doubt(doubt: Doubt, printed: str) -> Message:
    shown = _("printed: %(text)s") % {"text": printed or "–"}
    return Message("%(doubt)s (%(printed)s)") % {"doubt": doubt.message, "printed": shown}


def _comments(region: ReportedRegion) -> Iterator[FoundComment]:
    for one in region.report.comments if region.report else ():
        for point in one.points:
            told = (region.name, one.section, one.assessor, one.institution, point)
            yield FoundComment(*told, source=one.source)


def _weights_unknown() -> Finding:
    return rules.WEIGHTS_UNKNOWN.found(
        None,
        _("no national table tells the weights; the sheet Bobot lacks them."),
        _("Enter them, or name a workbook of that round with --like."),
    )
