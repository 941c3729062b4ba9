"""Where the tables of a sheet stand: beside and below each other, under titles, with heading rows.

A sheet is cut into bands of columns that nothing stands between; in each band a row that reads
like a heading begins a table, which goes on to the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from evaluation.workbook.sheets import HELP_MARK
from extractors.collect import periods
from extractors.collect.headings import Vocabulary
from extractors.collect.heads import Finder, Head
from extractors.collect.mapping import Mapping
from extractors.collect.sheet import Sheet
from extractors.collect.tables import Table
from extractors.spreadsheets.values import is_blank, number_of

_MOST_OF_A_TITLE = 4  # filled cells of a row
_MOST_TITLES = 12  # rows above a heading
_NEXT = 3  # rows below a heading of which one is full
_LOOKED_AT = 60  # rows of a sheet that nothing is understood of


def tables_in(sheet: Sheet, vocabulary: Vocabulary, mapping: Mapping) -> Sequence[Table]:
    """Give the tables of a sheet, from left to right and from above to below."""
    finder = Finder(sheet, vocabulary, mapping)
    tables = [
        table for columns, heads in finder.bands() for table in _cut(sheet, columns, heads, finder)
    ]
    return tables or _unknown(sheet)


def _unknown(sheet: Sheet) -> Sequence[Table]:
    """Give the table of a sheet in which nothing reads like a heading; none where there is none.

    Its first row of several texts, with another full row below, is taken for its heading.
    """
    columns = tuple(c for c in range(sheet.width) if _used(sheet, c, range(len(sheet.rows))))
    for row in range(min(len(sheet.rows), _LOOKED_AT)):
        filled = list(sheet.filled(row, columns))
        texts = filled if isinstance(sheet.cell(row, filled[0] if filled else 0), str) else []
        rows = tuple(r for r in range(row + 1, len(sheet.rows)) if _holds(sheet, r, columns))
        full = any(len(list(sheet.filled(r, columns))) > 1 for r in rows[:_NEXT])
        if len(texts) > 1 and full:
            return [Table(sheet, (row,), columns, rows)]
    return []


def _cut(
    sheet: Sheet, columns: Sequence[int], heads: Sequence[Head], finder: Finder
) -> Iterator[Table]:
    tops = [head.rows[0] for head in heads[1:]]
    begin = 0
    for head, top in zip(heads, [*tops, len(sheet.rows)], strict=True):
        first = head.rows[-1] + 1
        end = _titled_from(sheet, columns, first, top) if top < len(sheet.rows) else top
        titles = tuple(range(begin, head.rows[0]))
        rows = tuple(row for row in range(first, end) if _holds(sheet, row, columns))
        parts = finder.beside(columns, head)
        ends = [*(part[0] for part in parts[1:]), finder.next_after(columns)]
        for part, stop in zip(parts, ends, strict=True):
            used = tuple(c for c in part if _used(sheet, c, (*head.rows, *rows)))
            mine = tuple(row for row in rows if any(True for _c in sheet.filled(row, used)))
            yield Table(sheet, head.rows, used, mine, titles, stop)
        begin = end


def _titled_from(sheet: Sheet, columns: Sequence[int], first: int, top: int) -> int:
    """Give the row from which the rows above a heading are its titles: texts, hardly any cells."""
    row = top
    while row > first:
        filled = list(sheet.filled(row - 1, columns))
        texts = [sheet.text(row - 1, c) for c in filled]
        numbers = [t for t in texts if is_number(t)]
        told = bool(texts) and periods.names_period(texts[0])
        if len(filled) > _MOST_OF_A_TITLE or (numbers and not told) or top - row > _MOST_TITLES:
            break
        row -= 1
    return row


def _holds(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    """Tell whether a row holds anything that is not merely help."""
    cells = [sheet.cell(row, column) for column in sheet.filled(row, columns)]
    return any(not (isinstance(cell, str) and cell.startswith(HELP_MARK)) for cell in cells)


def _used(sheet: Sheet, column: int, rows: Iterable[int]) -> bool:
    return any(not is_blank(sheet.shown(row, column)) for row in rows)


def is_number(text: str) -> bool:
    """Tell whether a text is a plain number."""
    return isinstance(number_of(text), Decimal)
