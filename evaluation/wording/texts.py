"""Every text that people typed into a round and that may be printed, with its place."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from evaluation.model import Comment, Dimension, Evaluation, Region
from evaluation.sources import Source


class TextKind(Enum):
    """Whose words a text is: rules about words differ by it."""

    NAME = "name"  # of a region, dimension, assessor, institution
    FACT = "fact"  # of the letter
    INSTRUMENT = "instrument"  # indicator, question, method
    COMMENT = "comment"  # what an assessor wrote
    PROSE = "prose"  # a template's own wording


class Text(NamedTuple):
    """A text, whose it is, and where it stands."""

    kind: TextKind
    text: str
    source: Source


def texts_of(evaluation: Evaluation) -> Iterator[Text]:
    """Go through the texts of a round, sheet by sheet; blank ones are left out."""
    parts = (
        _of_letter(evaluation),
        *(_of_dimension(dimension) for dimension in evaluation.instrument.dimensions),
        *(_of_region(region) for region in evaluation.regions),
        *(_of_comments(comments) for comments in evaluation.comments.values()),
    )
    return (text for part in parts for text in part if text.text)


def _of_letter(evaluation: Evaluation) -> Iterator[Text]:
    for fact in evaluation.facts:
        yield Text(TextKind.FACT, fact.value, fact.source)


def _of_dimension(dimension: Dimension) -> Iterator[Text]:
    for name in dict.fromkeys((dimension.name, dimension.letter_name, dimension.table_name)):
        yield Text(TextKind.NAME, name, dimension.source)
    method = [part for one in dimension.elements for part in (one.name, one.description)]
    for text in (dimension.description, *method):
        yield Text(TextKind.INSTRUMENT, text, dimension.source)
    for question in dimension.questions:
        for text in (question.indicator, question.sub_indicator, question.text):
            yield Text(TextKind.INSTRUMENT, text, question.source)


def _of_region(region: Region) -> Iterator[Text]:
    for text in (region.name, region.addressee, region.category):
        yield Text(TextKind.NAME, text, region.source)


def _of_comments(comments: Iterable[Comment]) -> Iterator[Text]:
    for comment in comments:
        yield Text(TextKind.NAME, comment.assessor, comment.source)
        yield Text(TextKind.NAME, comment.institution, comment.source)
        yield Text(TextKind.COMMENT, comment.point, comment.source)
