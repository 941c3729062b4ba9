"""What each column of a table is taken for: the user's word, the heading, and the cells below."""

from collections import Counter
from collections.abc import Mapping as MappingType
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluation.messages import NOTHING, _
from evaluation.names import name_key
from evaluation.understanding import TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.evidence import Evidence, evidence_of
from extractors.collect.headings import NUMBERING_SURENESS, THRESHOLD, Guess, Vocabulary
from extractors.collect.mapping import Mapping, Settled
from extractors.collect.people import is_judge
from extractors.collect.point_columns import in_sections
from extractors.collect.questions import number_in
from extractors.collect.tables import Table

_SEEN, _SHOWN = 8, 40  # rows and letters of what is shown of a column
_CLEAR = 0.12  # by which one of two columns of a kind must be the surer
_SINGLE = (
    Meaning.REGION,
    Meaning.CODE,
    Meaning.ASSESSOR,
    Meaning.INSTITUTION,
    Meaning.NUMBER,
    Meaning.TEXT,
    Meaning.SCORE,
    Meaning.SECTION,
    Meaning.POINT,
)
_ONCE_EACH = (Meaning.ITEM, Meaning.OF_REGION, Meaning.OF_ASSESSOR)
_NUMERIC = (Meaning.ITEM, Meaning.SCORE, Meaning.OF_REGION, Meaning.OF_ASSESSOR)
_NOTHING = Guess(Meaning.UNSETTLED, None, 0.0, NOTHING)


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    heading: str
    parts: tuple[str, ...]
    evidence: Evidence


def take_columns(table: Table, vocabulary: Vocabulary, mapping: Mapping) -> tuple[TakenColumn, ...]:
    """Say what each column of a table is; one that stays below the threshold is unsettled."""
    columns = [
        _Column(c, table.heading(c), table.parts(c), evidence_of(table, c, vocabulary))
        for c in table.columns
    ]
    across = any(_is_region_column(column, vocabulary) for column in columns)
    judge = _Judge(vocabulary, across, columns)
    shape = mapping.shape(column.heading for column in columns)
    settled = shape.columns if shape else {}
    taken = [_taken(column, judge, settled) for column in columns]
    evidence = {column.index: column.evidence for column in columns}
    parted = in_sections(_without_results(_single(taken, evidence), vocabulary), table, vocabulary)
    judged = _without_row_numbers(parted, evidence) if across else _with_judges(parted)
    return tuple(replace(c, first=_first(table, c.column)) for c in judged)


def _first(table: Table, column: int) -> tuple[str, ...]:
    """Give the first values of a column, for the user to know it by."""
    texts = (table.sheet.text(row, column)[:_SHOWN] for row in table.rows[:_SEEN])
    return tuple(text for text in texts if text)[:3]


def _is_region_column(column: _Column, vocabulary: Vocabulary) -> bool:
    guess = _word(column, vocabulary)
    if guess is not None and guess.meaning is Meaning.REGION:
        return guess.sureness >= THRESHOLD or column.evidence.regions > 0.5
    return column.evidence.count > 1 and column.evidence.regions >= 0.7


def _word(column: _Column, vocabulary: Vocabulary) -> Guess | None:
    """Give what the fixed words of a heading mean; the lowest of its rows says it best."""
    guesses = [vocabulary.word(part) for part in reversed(column.parts)]
    if guesses and guesses[0] is not None:
        return guesses[0]
    return next((g for g in guesses if g and g.meaning is not Meaning.UNUSED), None)


def _taken(column: _Column, judge: "_Judge", settled: MappingType[str, Settled]) -> TakenColumn:
    said = settled.get(name_key(column.heading))
    if said is not None:
        meaning, detail = said.meaning, said.detail
        return TakenColumn(column.index, column.heading, meaning, detail, 1.0, _("mapping"))
    guess, assessor = judge.guess(column)
    numbers = column.evidence.numbers  # they may be scores
    if guess.sureness < THRESHOLD and (guess.meaning is not Meaning.UNUSED or numbers):
        guess = replace(guess, meaning=Meaning.UNSETTLED)
    return TakenColumn(
        column.index,
        column.heading,
        guess.meaning,
        guess.detail,
        round(guess.sureness, 2),
        guess.how,
        assessor,
    )


class _Judge:
    """Weighs headings and cells; ``across`` means that regions stand in the rows."""

    def __init__(self, vocabulary: Vocabulary, across: bool, columns: Sequence[_Column]) -> None:
        self._words = vocabulary
        self._across = across
        guesses = (vocabulary.region(part) for column in columns for part in column.parts)
        self._heads = Counter(guess.detail for guess in guesses if guess and not across)

    def guess(self, column: _Column) -> tuple[Guess, str]:
        """Give what a column most probably is, and the assessor whose it is."""
        word = _word(column, self._words)
        if self._across:
            guess = self._of_items(column, word)
            return _weighed(guess, column.evidence, self._words), ""
        guess, assessor = self._of_regions(column, word)
        return _weighed(guess, column.evidence, self._words), assessor

    def _of_items(self, column: _Column, word: Guess | None) -> Guess:
        item = self._words.item(column.parts)
        numbered = any(number_in(part) is not None for part in column.parts)
        if item and (numbered or word is None or item.sureness > word.sureness):
            return item
        return word or self._by_cells(column)

    def _of_regions(self, column: _Column, word: Guess | None) -> tuple[Guess, str]:
        regions = [g for part in column.parts if (g := self._words.region(part))]
        if regions and word is not None and word.meaning is Meaning.UNUSED:
            return word, ""  # the mean of a region
        if regions and (word is None or word.sureness < THRESHOLD):
            return regions[-1], self._judge_beside(column, regions[-1])
        if not (word and word.sureness >= THRESHOLD) and any(map(is_judge, column.parts)):
            name = next(part for part in column.parts if is_judge(part))
            return Guess(Meaning.OF_ASSESSOR, name, 0.85, _("numbered assessor")), ""
        return word or self._by_cells(column), ""

    def _judge_beside(self, column: _Column, region: Guess) -> str:
        """Give the assessor in the other part of a region's heading.

        A part that is no numbered assessor is one where the region heads several columns.
        """
        others = [part for part in column.parts if self._words.region(part) is None]
        several = self._heads[region.detail] > 1
        return next((part for part in others if several or is_judge(part)), "")

    @staticmethod
    def _by_cells(column: _Column) -> Guess:
        """Judge a column whose heading says nothing by what stands in it."""
        evidence = column.evidence
        if not evidence.count:
            return Guess(Meaning.UNUSED, None, 0.9, _("empty"))
        shares = (
            (evidence.emails, Guess(Meaning.UNUSED, None, 0.9, _("e-mail addresses"))),
            (evidence.regions, Guess(Meaning.REGION, None, 0.8, _("names of regions"))),
            (evidence.questions, Guess(Meaning.TEXT, None, 0.8, _("texts of questions"))),
        )
        found = [guess for share, guess in shares if share >= 0.7 and evidence.count > 1]
        return found[0] if found else _NOTHING


def _weighed(guess: Guess, evidence: Evidence, vocabulary: Vocabulary) -> Guess:
    """Let the cells below a heading raise or lower how surely it is understood."""
    if not evidence.count:
        return guess
    if guess.meaning is Meaning.REGION:
        if evidence.regions >= 0.6:
            return replace(guess, sureness=max(guess.sureness, 0.9))
        if vocabulary.regions.names and evidence.count >= 3 and evidence.regions < 0.2:
            return replace(
                guess, sureness=min(guess.sureness, 0.5), how=_("no known regions below")
            )
    if guess.meaning in _NUMERIC and evidence.count >= 3 and evidence.texts > 0.5:
        return replace(guess, sureness=guess.sureness * 0.6, how=_("hardly any numbers below"))
    if guess.meaning is Meaning.COMMENTS and evidence.numbers > 0.5:
        return replace(guess, sureness=guess.sureness * 0.6, how=_("numbers below"))
    if guess.meaning is Meaning.ASSESSOR and evidence.regions > 0.6:
        return Guess(Meaning.REGION, None, 0.8, _("names of regions"))
    return guess


def _single(
    taken: Sequence[TakenColumn], evidence: MappingType[int, Evidence]
) -> Sequence[TakenColumn]:
    """Leave one column for each meaning that a table can have only once."""
    result = list(taken)
    groups: dict[tuple[object, ...], list[int]] = {}
    for index, column in enumerate(taken):
        if column.meaning in _SINGLE:
            groups.setdefault((column.meaning,), []).append(index)
        elif column.meaning in _ONCE_EACH:
            key = (column.meaning, column.detail, name_key(column.assessor))
            groups.setdefault(key, []).append(index)
    for group in groups.values():
        for index, column in _parted([(i, taken[i]) for i in group], evidence):
            result[index] = column
    return result


def _without_results(taken: Sequence[TakenColumn], vocabulary: Vocabulary) -> Sequence[TakenColumn]:
    """Refuse direct dimensions beside computed ones: a table of results, maybe of another year."""
    items = [column for column in taken if column.meaning is Meaning.ITEM]
    questioned = any(isinstance(column.detail, int) for column in items)
    computed = any(vocabulary.questions.is_computed(column.heading) for column in taken)
    if questioned or not computed:
        return taken
    told = _("the table holds results of dimensions, not scores")
    return [
        replace(c, meaning=Meaning.UNSETTLED, sureness=0.5, how=told)
        if c in items and c.sureness < 1
        else c
        for c in taken
    ]


def _without_row_numbers(
    taken: Sequence[TakenColumn], evidence: MappingType[int, Evidence]
) -> Sequence[TakenColumn]:
    """Tell a column ``No`` that numbers the rows from one that numbers questions."""
    meanings = {column.meaning for column in taken}
    one_a_row = Meaning.SCORE in meanings and Meaning.TEXT not in meanings
    result = list(taken)
    for index, column in enumerate(taken):
        if column.meaning is not Meaning.NUMBER or column.sureness > NUMBERING_SURENESS:
            continue
        if not one_a_row or Meaning.ITEM in meanings:
            result[index] = replace(column, meaning=Meaning.UNUSED, how=_("numbers the rows"))
        elif evidence[column.column].rising:
            told = _("it may number the rows")
            result[index] = replace(column, meaning=Meaning.UNSETTLED, sureness=0.5, how=told)
    return result


def _with_judges(taken: Sequence[TakenColumn]) -> Sequence[TakenColumn]:
    """Refuse a column of a region that names no assessor where others do.

    Its scores would count as a mean beside those of the assessors.
    """
    if not any(column.assessor for column in taken):
        return taken
    told = _("it names no assessor, as others do")
    return [
        replace(c, meaning=Meaning.UNSETTLED, sureness=0.5, how=told)
        if c.meaning is Meaning.OF_REGION and not c.assessor and c.sureness < 1
        else c
        for c in taken
    ]


def _parted(
    rivals: Sequence[tuple[int, TakenColumn]], evidence: MappingType[int, Evidence]
) -> Sequence[tuple[int, TakenColumn]]:
    """Keep the surest of several columns of one kind; none when no one is clearly the surest."""
    filled = [(i, c) for i, c in rivals if evidence[c.column].count or c.sureness == 1]
    ordered = sorted(filled or rivals, key=lambda pair: -pair[1].sureness)
    if len(ordered) > 1 and ordered[0][1].sureness - ordered[1][1].sureness < _CLEAR:
        told = _("two columns of the same kind")
        return [
            (i, replace(c, meaning=Meaning.UNSETTLED, sureness=0.5, how=told)) for i, c in rivals
        ]
    told = _("another column is the surer one")
    return [
        (i, replace(c, meaning=_of_loser(c, evidence[c.column]), how=told))
        for i, c in rivals
        if i != ordered[0][0]
    ]


def _of_loser(column: TakenColumn, evidence: Evidence) -> Meaning:
    """Leave a column open that may hold scores, those of a question whose heading was cut short."""
    scores = column.meaning in _NUMERIC and evidence.numbers
    return Meaning.UNSETTLED if scores and column.sureness < 1 else Meaning.UNUSED
