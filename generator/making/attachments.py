"""What a document says, as data that it carries with it.

A report carries its record, a letter its addressees, the national table its rows. Nothing is
computed here that is not printed: the numbers are those of the pages.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.arithmetic import Result, Results
from evaluation.model import Comment, Dimension, Question, Region
from evaluation.record import (
    Record,
    RecordedComments,
    RecordedDimension,
    RecordedItem,
    RecordedLetter,
)
from evaluation.record_json import RECORD_FILE, to_json
from generator.document.blocks import Attachment, Relationship
from generator.document.kinds import Data
from generator.making.carried_tables import national, table
from generator.making.plan import Job, file_stem
from generator.templating.fields import RoundFields
from letters.addressee import sorted_by_addressee
from letters.letter import Letter
from letters.profile import AgencyProfile

ADDRESSEES = "penerima.csv"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a document is made from."""

    job: Job
    results: Results
    letter: Letter
    profile: AgencyProfile
    fields: RoundFields


def attachments(
    job: Job,
    results: Results,
    letter: Letter,
    profile: AgencyProfile,
    fields: RoundFields,
) -> tuple[Attachment, ...]:
    """Give what the document of a job carries, in the order of ``Data``.

    ``fields`` are those that the round's templates print.
    """
    carried = (one for one in Data if one in job.kind.carries)
    printed = Printed(job, results, letter, profile, fields)
    return tuple(_ATTACHED[one](printed) for one in carried)


def record_of(results: Results, letter: Letter, region: Region) -> Record:
    """Give the record of a region's report: what is printed in it, value by value.

    A region that did not attend has its dimensions without values, as its report has.
    """
    evaluation, outcome = results.evaluation, results.of(region)
    year = letter.year
    return Record(
        file=f"{file_stem(evaluation, region)}.pdf",
        region=region.name,
        category=region.category,
        year=int(year) if year and year.isdecimal() and len(year) <= 4 else None,
        participating=region.attended,
        letter=RecordedLetter(letter.number_text, letter.date),
        dimensions=tuple(
            _dimension(dimension, outcome)
            for dimension in evaluation.instrument.dimensions_of(region.category)
        ),
        comments=_comments(evaluation.comments.get(region.name, ())),
    )


def _dimension(dimension: Dimension, outcome: Result) -> RecordedDimension:
    items = tuple(_item(question, outcome) for question in dimension.questions)
    return RecordedDimension(dimension.name, outcome.dimensions.get(dimension.name), items)


def _item(question: Question, outcome: Result) -> RecordedItem:
    """Record one question; how its score is written on the page is the template's business."""
    return RecordedItem(
        question.number,
        question.indicator,
        question.sub_indicator,
        question.text,
        outcome.questions.get(question.number),
    )


def _comments(comments: Sequence[Comment]) -> tuple[RecordedComments, ...]:
    """Group comments as the report does: by section, and in it by assessor."""
    points: dict[str, dict[tuple[str, str], list[str]]] = {}
    for one in comments:
        section = points.setdefault(one.section, {})
        section.setdefault((one.assessor, one.institution), []).append(one.point)
    return tuple(
        RecordedComments(section, assessor, institution, tuple(theirs))
        for section, assessors in points.items()
        for (assessor, institution), theirs in assessors.items()
    )


def _record(printed: Printed) -> Attachment:
    region = printed.job.region
    if region is None:
        raise TypeError(printed.job.kind.name)  # a kind that carries a record is one a region
    text = to_json(record_of(printed.results, printed.letter, region))
    return Attachment(
        RECORD_FILE,
        "application/json",
        text.encode(),
        f"Data evaluasi {region.name}",
        Relationship.SOURCE,
    )


def _addressees(printed: Printed) -> Attachment:
    """Give the addressees in the order of the letter's annex, as a table with a header row."""
    ordered = enumerate(sorted_by_addressee(printed.results.evaluation.regions, printed.profile), 1)
    rows = [(number, one.addressee, one.name, one.code or "") for number, one in ordered]
    heads = ("nomor", "penerima", "wilayah", "kode")
    return table(ADDRESSEES, "Daftar penerima surat", [heads, *rows])


def _results(printed: Printed) -> Attachment:
    return national(printed.fields)


_ATTACHED: Mapping[Data, Callable[[Printed], Attachment]] = {
    Data.RECORD: _record,
    Data.ADDRESSEES: _addressees,
    Data.RESULTS: _results,
}
