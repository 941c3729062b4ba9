"""How a table is laid out, judged by what its columns mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.understanding import Shape, TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.context import Context


@dataclass(frozen=True, slots=True)
class _Recogniser:
    """A shape, and the meanings that make it: all of ``every``, and one of each of ``some``.

    ``placed`` means that the region is told outside of the table (or in a column).
    """

    shape: Shape
    every: frozenset[Meaning]
    some: tuple[frozenset[Meaning], ...] = ()
    placed: bool = False


def _set(*meanings: Meaning) -> frozenset[Meaning]:
    return frozenset(meanings)


_ASKED = _set(Meaning.NUMBER, Meaning.TEXT)
_RECOGNISERS = (
    _Recogniser(Shape.LONG, _set(Meaning.REGION, Meaning.SCORE), (_ASKED,)),
    _Recogniser(Shape.WIDE, _set(Meaning.REGION, Meaning.ITEM)),
    _Recogniser(Shape.TRANSPOSED, _set(Meaning.OF_REGION), (_ASKED,)),
    _Recogniser(Shape.PANEL, _set(Meaning.OF_ASSESSOR), (_ASKED,), placed=True),
    _Recogniser(Shape.FORM, _set(Meaning.SCORE), (_ASKED,), placed=True),
    _Recogniser(Shape.COMMENTS, _set(Meaning.REGION), (_set(Meaning.POINT, Meaning.COMMENTS),)),
    _Recogniser(Shape.COMMENTS, _set(Meaning.SECTION, Meaning.POINT), placed=True),
    _Recogniser(Shape.COMMENTS, _set(Meaning.COMMENTS), placed=True),
    _Recogniser(Shape.QUESTIONS, _set(Meaning.NUMBER, Meaning.TEXT)),
    _Recogniser(Shape.REGIONS, _set(Meaning.REGION)),
)


def shape_of(columns: Sequence[TakenColumn], context: Context) -> Shape:
    """Give the first shape that the columns make; UNSETTLED when they make none."""
    meanings = {column.meaning for column in columns}
    remarks = context.with_shared()
    for each in _RECOGNISERS:
        told = remarks if each.shape is Shape.COMMENTS else context
        if each.placed and told.told(Meaning.REGION) is None:
            continue
        if each.every <= meanings and all(meanings & some for some in each.some):
            return each.shape
    return Shape.UNSETTLED
