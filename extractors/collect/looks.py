"""A column as it looks before any reading: its headings, its cells, and what both may mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.understanding import TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.headings import Vocabulary
from extractors.collect.numbers import Amounts
from extractors.collect.sheet import Sheet
from extractors.collect.sureness import SCORE_COLUMN
from extractors.collect.tables import Table
from extractors.collect.words import is_foot
from extractors.spreadsheets.cells import Cell
from extractors.spreadsheets.values import is_blank

_LOOKED_AT = 60  # cells of a column
_KEYS = (
    Meaning.REGION,
    Meaning.CODE,
    Meaning.ASSESSOR,
    Meaning.INSTITUTION,
    Meaning.TEXT,
    Meaning.DIMENSION,
    Meaning.INDICATOR,
    Meaning.SUB_INDICATOR,
    Meaning.SECTION,
    Meaning.POINT,
    Meaning.COMMENTS,
)


@dataclass(frozen=True, slots=True)
class Look:
    """One column: what its heading and its cells say by themselves.

    ``judged`` is what it was taken for by both; ``scores`` the share of its cells that may be
    scores, ``filled`` how many of those that were looked at hold anything.
    """

    index: int
    heading: str
    parts: tuple[str, ...]
    judged: TakenColumn
    scores: float
    filled: int
    total: bool

    @property
    def is_settled(self) -> bool:
        """Tell whether the user said what it is."""
        return self.judged.sureness == 1 and self.judged.settled

    @property
    def is_headed_score(self) -> bool:
        """Tell whether its heading says that it holds scores."""
        return self.judged.meaning is Meaning.SCORE

    @property
    def may_hold_scores(self) -> bool:
        """Tell whether it may be a column of scores."""
        meaning = self.judged.meaning
        if self.is_settled:
            kept = (Meaning.SCORE, Meaning.ITEM, Meaning.OF_REGION, Meaning.OF_ASSESSOR)
            return meaning in kept
        if meaning in _KEYS or self.total:
            return False
        return self.scores >= SCORE_COLUMN or meaning in (Meaning.ITEM, Meaning.SCORE)


def look_at(
    table: Table, column: TakenColumn, rows: Sequence[int], amounts: Amounts, *, total: bool
) -> Look:
    """Look at a column of a table through some of its rows."""
    step = max(1, len(rows) // _LOOKED_AT)
    cells = [shown_score(table.sheet, row, column.column) for row in rows[::step]]
    filled = [cell for cell in cells if not is_blank(cell)]
    count = sum(amounts.may_be(cell) for cell in filled)
    share = count / len(filled) if filled else 0.0
    index = column.column
    parts = table.parts(index)
    return Look(index, column.heading, parts, column, share, len(filled), total)


def shown_score(sheet: Sheet, row: int, column: int) -> Cell:
    """Give the cell of a score; one merged over rows of its column alone stands in each of them."""
    first = sheet.first_of.get((row, column)) if sheet.first_of else None
    if first is None or first[1] != column:
        return sheet.cell(row, column)
    return sheet.cell(*first)


def is_total(heading: str, words: Vocabulary) -> bool:
    """Tell whether a heading is that of a total; a question's text never is."""
    last = heading.rsplit(" / ", 1)[-1]
    guess = words.word(last)
    total = guess is not None and guess.meaning is Meaning.UNUSED and guess.sureness >= 0.8
    numbering = guess is not None and guess.meaning is Meaning.NUMBER
    return (total or numbering or is_foot(last)) and words.questions.by_text(last).number is None
