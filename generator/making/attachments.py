"""What a document says, as data that it carries with it: a report's record, a letter's addressees.

Nothing is computed here that is not printed: the numbers are those of the pages.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from io import StringIO

from evaluation.arithmetic import Result, result
from evaluation.model import Comment, Dimension, Evaluation, Question, Region
from evaluation.record import (
    Record,
    RecordedComments,
    RecordedDimension,
    RecordedItem,
    RecordedLetter,
)
from evaluation.record_json import to_json
from generator.document.blocks import Attachment, Relationship
from generator.document.kinds import Data
from generator.making.plan import Job, file_stem
from letters.addressee import sorted_by_addressee
from letters.letter import Letter
from letters.profile import AgencyProfile

RECORD, ADDRESSEES = "evaluasi.json", "penerima.csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def attachments(
    job: Job, evaluation: Evaluation, letter: Letter, profile: AgencyProfile
) -> tuple[Attachment, ...]:
    """Give what the document of a job carries, in the order of ``Data``."""
    carried = (one for one in Data if one in job.kind.carries)
    return tuple(_ATTACHED[one](job, evaluation, letter, profile) for one in carried)


def record_of(evaluation: Evaluation, letter: Letter, region: Region) -> Record:
    """Give the record of a region's report: what is printed in it, value by value.

    A region that did not attend has its dimensions without values, as its report has.
    """
    outcome = result(evaluation, region)
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


def _record(job: Job, evaluation: Evaluation, letter: Letter, _: AgencyProfile) -> Attachment:
    region = job.region
    if region is None:
        raise TypeError(job.kind.name)  # a kind that carries a record is one a region
    text = to_json(record_of(evaluation, letter, region))
    return Attachment(
        RECORD,
        "application/json",
        text.encode(),
        f"Data evaluasi {region.name}",
        Relationship.SOURCE,
    )


def _addressees(_: Job, evaluation: Evaluation, __: Letter, profile: AgencyProfile) -> Attachment:
    """Give the addressees in the order of the letter's annex, as a table with a header row."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("nomor", "penerima", "wilayah", "kode"))
    for number, region in enumerate(sorted_by_addressee(evaluation.regions, profile), 1):
        cells = (region.addressee, region.name, region.code or "")
        writer.writerow((number, *map(_literal, cells)))
    return Attachment(
        ADDRESSEES, "text/csv", text.getvalue().encode(), "Daftar penerima surat", Relationship.DATA
    )


_ATTACHED: Mapping[Data, Callable[[Job, Evaluation, Letter, AgencyProfile], Attachment]] = {
    Data.RECORD: _record,
    Data.ADDRESSEES: _addressees,
}


def _literal(text: str) -> str:
    """Give a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
