"""Which column holds the points of comments, and of which section they are."""

from collections.abc import Sequence
from dataclasses import replace

from evaluation.messages import _
from evaluation.understanding import TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.headings import Vocabulary
from extractors.collect.tables import Table, is_wording

_MOSTLY, _MANY = 0.8, 60  # share of the texts of a column, and rows that are looked at


def in_sections(
    taken: Sequence[TakenColumn], table: Table, vocabulary: Vocabulary
) -> Sequence[TakenColumn]:
    """Give points without a column of sections the section that their sheet is named after.

    Beside sections the one column of texts that nothing else explains holds their points.
    """
    section = next((c.column for c in taken if c.meaning is Meaning.SECTION), None)
    if section is not None:
        return _with_points(taken, section, table, vocabulary)
    named = vocabulary.word(table.sheet.name)
    if named is not None and named.meaning is Meaning.COMMENTS:
        meaning, detail, how = Meaning.COMMENTS, named.detail, _("name of the sheet")
    else:
        meaning, detail, how = Meaning.UNSETTLED, None, _("it does not say which section it is")
    return [
        replace(c, meaning=meaning, detail=detail, how=how) if c.meaning is Meaning.POINT else c
        for c in taken
    ]


def _with_points(
    taken: Sequence[TakenColumn], section: int, table: Table, vocabulary: Vocabulary
) -> Sequence[TakenColumn]:
    """Take the only unclear column of texts beside names of sections for that of their points."""
    if any(column.meaning in (Meaning.POINT, Meaning.COMMENTS) for column in taken):
        return taken
    named = [text for row in table.rows if (text := table.sheet.text(row, section))]
    guesses = [vocabulary.word(text) for text in named]
    known = sum(guess is not None and guess.meaning is Meaning.COMMENTS for guess in guesses)
    unclear = [c for c in taken if c.meaning is Meaning.UNSETTLED and _has_texts(table, c.column)]
    if len(unclear) != 1 or known < _MOSTLY * len(named):
        return taken
    how = _("the texts beside the sections")
    point = replace(unclear[0], meaning=Meaning.POINT, detail=None, how=how, sureness=0.85)
    return [point if column is unclear[0] else column for column in taken]


def _has_texts(table: Table, column: int) -> bool:
    texts = [text for row in table.rows[:_MANY] if (text := table.sheet.text(row, column))]
    return bool(texts) and sum(map(is_wording, texts)) >= _MOSTLY * len(texts)
