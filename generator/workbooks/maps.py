"""The map that settles what collecting left open, as a workbook with drop-downs.

One row a column of each unclear table, its first values beside the question; one row a name that
no region answers to. ``extractors.collect.settling`` reads it when it is filled in.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import xlsxwriter

from evaluation.names import name_key
from evaluation.sources import cell_name
from evaluation.understanding import Collected, TakenColumn, Understood
from evaluation.vocabulary.maps import COLUMNS, NAMES, Columns, Names
from evaluation.vocabulary.meanings import COLLECTED, Meaning
from evaluation.workbook.sheets import HELPER_SHEET

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_WIDTHS = (34, 18, 8, 34, 34, 24, 22, 22)
_SPARE = 200  # rows below the last one that the drop-downs cover


def write_map(target: Path | str | BinaryIO, found: Collected, regions: Sequence[str]) -> None:
    """Write the map of what is open; ``regions`` are the names that may be meant."""
    book = xlsxwriter.Workbook(target, _OPTIONS)
    looks = {
        "heading": book.add_format({"bold": True, "bg_color": "#DCE6F1", "text_wrap": True}),
        "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "open": book.add_format({"num_format": "@", "bg_color": "#FFE699", "valign": "top"}),
    }
    columns = [row for table in open_tables(found) for row in _rows(table)]
    if columns:
        _sheet(book, COLUMNS, Columns.headings(), columns, looks)
    names = [(u.text, ", ".join(u.near), "") for u in found.unknown_names]
    if names:
        _sheet(book, NAMES, Names.headings(), names, looks)
    _choices(book, (len(columns), len(names)), regions)
    book.close()


def open_tables(found: Collected) -> Sequence[Understood]:
    """Give one table of each kind that has something to be settled."""
    kinds: dict[frozenset[str], Understood] = {}
    for table in found.understood:
        if table.is_open:
            kinds.setdefault(frozenset(name_key(c.heading) for c in table.columns), table)
    return tuple(kinds.values())


def _rows(table: Understood) -> Iterable[tuple[str, ...]]:
    for column in table.columns:
        if column.heading:
            letters = cell_name(0, column.column)[:-1]
            first = "; ".join(column.first)
            yield (table.file, table.sheet, letters, column.heading, first, _taken(column), "", "")


def _taken(column: TakenColumn) -> str:
    if column.meaning is Meaning.UNSETTLED:
        return "?"
    return (
        column.meaning.value
        if column.detail is None
        else f"{column.meaning.value}: {column.detail}"
    )


def _sheet(
    book: xlsxwriter.Workbook,
    name: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    looks: dict[str, object],
) -> None:
    sheet = book.add_worksheet(name)
    for column, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=False)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, looks["heading"])
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text, looks["open" if text == "?" else "text"])
    sheet.freeze_panes(1, 0)


def _choices(book: xlsxwriter.Workbook, counts: tuple[int, int], regions: Sequence[str]) -> None:
    """Offer meanings and regions from a hidden sheet, which serves every decimal sign alike."""
    helper = book.add_worksheet(HELPER_SHEET)
    helper.hide()
    meanings = [m.value for m in COLLECTED if m is not Meaning.UNSETTLED]
    offered = ((COLUMNS, Columns.MEANING, counts[0], meanings), (NAMES, 2, counts[1], regions))
    for place, (name, column, count, values) in enumerate(offered):
        helper.write_column(0, place, values)
        sheet = book.get_worksheet_by_name(name)
        if sheet is None or not values:
            continue
        letter = cell_name(0, place)[:-1]
        source = f"={HELPER_SHEET}!${letter}$1:${letter}${len(values)}"
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(1, column, count + _SPARE, column, rule)
