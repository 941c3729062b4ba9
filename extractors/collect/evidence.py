"""What the cells below a heading say about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from evaluation.region_names import has_kind
from extractors.collect.headings import Vocabulary
from extractors.collect.questions import number_in
from extractors.collect.tables import Table
from extractors.spreadsheets.cells import Broken, Cell
from extractors.spreadsheets.values import is_blank, number_of, text_of

_LOOKED_AT = 60  # cells of a column


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shares, from 0 to 1, of the cells below a heading that are of a kind; ``count`` is of all."""

    count: int
    numbers: float
    dates: float
    regions: float
    questions: float
    emails: float
    rising: bool

    @property
    def texts(self) -> float:
        """Give the share of what is neither a number nor a date."""
        return 1 - self.numbers - self.dates if self.count else 0.0


def evidence_of(table: Table, column: int, vocabulary: Vocabulary) -> Evidence:
    """Look at the cells of a column."""
    step = max(1, len(table.rows) // _LOOKED_AT)
    cells = [table.sheet.cell(row, column) for row in table.rows[::step]]
    return _judged([cell for cell in cells if not is_blank(cell)], vocabulary)


def _judged(cells: Sequence[Cell], vocabulary: Vocabulary) -> Evidence:
    texts = [text_of(cell) for cell in cells if isinstance(cell, str)]
    whole = max(len(cells), 1)
    numbers = [n for n in map(_number, cells) if n is not None]
    return Evidence(
        len(cells),
        len(numbers) / whole,
        sum(isinstance(cell, date | time | Broken) for cell in cells) / whole,
        sum(_is_region(text, vocabulary) for text in texts) / whole,
        sum(_is_question(text, vocabulary) for text in texts) / whole,
        sum("@" in text and " " not in text for text in texts) / whole,
        len(numbers) == len(cells) > 1 and numbers == sorted(set(numbers)),
    )


def _number(cell: Cell) -> Decimal | None:
    """Give the number that a cell begins with: a score may have a mark or words behind it."""
    number = number_of(cell)
    if isinstance(number, Decimal):
        return number
    if isinstance(cell, str) and cell.strip()[:1].isdigit() and len(cell) < 30:
        return number_or_none(cell.strip().rstrip("*†"))
    return None


def number_or_none(text: str) -> Decimal | None:
    """Give the number that the first word of a text is; None when it is none."""
    number = number_of(text.split(" ")[0]) if text else None
    return number if isinstance(number, Decimal) else None


def _is_region(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text names a region, or reads like one where none is known."""
    return vocabulary.regions.knows(text) if vocabulary.regions.names else has_kind(text)


def _is_question(text: str, vocabulary: Vocabulary) -> bool:
    if number_in(text) is not None:
        return False
    return vocabulary.questions.by_text(text).number is not None
