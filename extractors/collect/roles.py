"""What the winning reading makes of each column, in the words that are told to the user."""

from collections.abc import Sequence
from dataclasses import replace

from evaluation.messages import Message, _
from evaluation.understanding import Shape, TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.hypotheses import Hypothesis, ScoreColumn
from extractors.collect.sources import Origin

_SCORES = (Meaning.ITEM, Meaning.SCORE, Meaning.OF_REGION, Meaning.OF_ASSESSOR)
_SHAPES = {
    (Origin.ROW, Origin.HEADING): Shape.WIDE,
    (Origin.ROW, Origin.ROW): Shape.LONG,
    (Origin.HEADING, Origin.ROW): Shape.TRANSPOSED,
}


def shape_of_hypothesis(hypothesis: Hypothesis) -> Shape:
    """Give the shape that a reading is told as."""
    region, assessor, question = (source.origin for source in hypothesis.sources)
    shape = _SHAPES.get((region, question))
    if shape is not None:
        return shape
    if assessor is Origin.HEADING:
        return Shape.PANEL
    return Shape.FORM if question is Origin.ROW else Shape.WIDE


def roles_of(columns: Sequence[TakenColumn], hypothesis: Hypothesis) -> tuple[TakenColumn, ...]:
    """Give each column what the reading takes it for; those that it leaves are told as such."""
    scored = {column.index: column for column in hypothesis.columns}
    keys = _keys(hypothesis)
    return tuple(_role(column, scored.get(column.column), keys) for column in columns)


def _keys(hypothesis: Hypothesis) -> dict[int, Meaning]:
    region, assessor, question = hypothesis.sources
    pairs = (
        (region.column, Meaning.REGION),
        (region.beside, Meaning.CODE),
        (assessor.column, Meaning.ASSESSOR),
        (question.column, Meaning.NUMBER),
        (question.beside, Meaning.TEXT),
        (question.dimension, Meaning.DIMENSION),
    )
    return {column: meaning for column, meaning in pairs if column is not None}


def _role(column: TakenColumn, score: ScoreColumn | None, keys: dict[int, Meaning]) -> TakenColumn:
    if score is not None:
        return _of_scores(column, score)
    meaning = keys.get(column.column)
    if meaning is not None:
        return _as(column, meaning, _("the cells below"))
    if column.meaning in _SCORES and column.sureness < 1:
        told = _("another column is the surer one")
        return replace(column, meaning=Meaning.UNSETTLED, how=told, sureness=0.5)
    if column.meaning is Meaning.NUMBER:
        return replace(column, meaning=Meaning.UNUSED, how=_("numbers the rows"))
    return column


def _as(column: TakenColumn, meaning: Meaning, how: Message) -> TakenColumn:
    if column.meaning is meaning:
        return column
    return replace(column, meaning=meaning, detail=None, how=how, sureness=0.85)


def _of_scores(column: TakenColumn, score: ScoreColumn) -> TakenColumn:
    if score.item is not None:
        meaning, detail = Meaning.ITEM, score.item
    elif score.region is not None:
        meaning, detail = Meaning.OF_REGION, score.region
    elif score.assessor is not None:
        meaning, detail = Meaning.OF_ASSESSOR, score.assessor
    else:
        return _as(column, Meaning.SCORE, _("the cells below"))
    assessor = score.assessor if score.assessor and meaning is not Meaning.OF_ASSESSOR else ""
    if column.meaning is meaning and column.detail == detail:
        return replace(column, assessor=assessor or column.assessor)
    how = _("the whole table")
    return replace(
        column, meaning=meaning, detail=detail, assessor=assessor, how=how, sureness=0.85
    )


def opened(columns: Sequence[TakenColumn], rivals: Sequence[Hypothesis]) -> tuple[TakenColumn, ...]:
    """Give the columns of a table that was refused: those in which readings differ are open."""
    read = [{column.index for column in one.columns} for one in rivals]
    shared = set.intersection(*read) if read else set()
    differ = {index for indices in read for index in indices} - shared
    told = _("it may hold the scores, as another does")
    return tuple(
        replace(c, meaning=Meaning.UNSETTLED, detail=None, how=told, sureness=0.5)
        if c.column in differ and c.sureness < 1
        else c
        for c in columns
    )
