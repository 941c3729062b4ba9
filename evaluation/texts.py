"""Every text that people typed into a round and that may be printed, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from evaluation.model import Evaluation
from evaluation.source import Source


class TextKind(Enum):
    """Whose words a text is: rules about words differ by it."""

    NAME = "name"  # of a region, dimension, assessor, institution
    FACT = "fact"  # of the letter
    INSTRUMENT = "instrument"  # indicator, question, method
    COMMENT = "comment"  # what an assessor wrote
    PROSE = "prose"  # a template's own wording


@dataclass(frozen=True, slots=True)
class Text:
    """A text, whose it is, and where it stands."""

    kind: TextKind
    text: str
    source: Source


def texts_of(evaluation: Evaluation) -> Iterator[Text]:
    """Go through the texts of a round, sheet by sheet; blank ones are left out."""
    return (text for text in _texts(evaluation) if text.text)


def _texts(evaluation: Evaluation) -> Iterator[Text]:
    for fact in evaluation.facts:
        yield Text(TextKind.FACT, fact.value, fact.source)
    for dimension in evaluation.instrument.dimensions:
        for name in dict.fromkeys((dimension.name, dimension.letter_name, dimension.table_name)):
            yield Text(TextKind.NAME, name, dimension.source)
        yield Text(TextKind.INSTRUMENT, dimension.description, dimension.source)
        for element in dimension.elements:
            yield Text(TextKind.INSTRUMENT, element.name, dimension.source)
            yield Text(TextKind.INSTRUMENT, element.description, dimension.source)
        for question in dimension.questions:
            for text in (question.indicator, question.sub_indicator, question.text):
                yield Text(TextKind.INSTRUMENT, text, question.source)
    for region in evaluation.regions:
        for text in (region.name, region.addressee, region.category):
            yield Text(TextKind.NAME, text, region.source)
    for comments in evaluation.comments.values():
        for comment in comments:
            for text in (comment.assessor, comment.institution):
                yield Text(TextKind.NAME, text, comment.source)
            yield Text(TextKind.COMMENT, comment.point, comment.source)
