"""Lines, pieces and tables written down in code, as reading finds them on pages."""

from collections.abc import Mapping, Sequence

from evaluation.sources import Box
from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Word
from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Cell, Piece, What
from extractors.reports.tables.tables import Table
from extractors.reports.text.lines import Line

LETTER = 5.0


def line(
    text: str,
    top: float = 100.0,
    page: int = 1,
    size: float = 10.0,
    left: float = 50,
    *,
    bold: bool | None = None,
) -> Line:
    """A line of words; " | " is a wide blank."""
    words: list[Word] = []
    for chunk in text.split(" | "):
        for word in chunk.split():
            right = left + LETTER * len(word)
            words.append(Word(word, Box(left, top, right, top + size), bold=bold))
            left = right + 3
        left += 30
    return Line(page, tuple(words))


def lines(*texts: str, page: int = 1, size: float = 10.0) -> list[Line]:
    """Lines below one another."""
    return [line(text, 100 + 14 * n, page, size) for n, text in enumerate(texts)]


def piece(
    cells: Mapping[int, str], what: What = What.ROW, number: int | None = None, top: float = 100.0
) -> Piece:
    """A row of a table; a cell's lines are parted by line breaks, blank cells left out."""
    made = {
        place: Cell(
            tuple(
                line(text, top + 12 * n, left=50 + 100 * place)
                for n, text in enumerate(given.split("\n"))
            )
        )
        for place, given in cells.items()
        if given
    }
    words = tuple(word for cell in made.values() for own in cell.lines for word in own.words)
    return Piece(what, 1, top, top + 12, number, made, words)


def table(
    kind: Kind, heads: Sequence[tuple[Meaning, str]], *pieces: Piece, title: Sequence[Line] = ()
) -> Table:
    """A table of (role, label) columns."""
    columns = tuple(
        Column(50 + 100 * place, 150 + 100 * place, label, role)
        for place, (role, label) in enumerate(heads)
    )
    return Table(kind, columns, tuple(title), True, list(pieces))
