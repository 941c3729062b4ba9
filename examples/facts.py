"""Facts kept as CSV (UTF-8, comma, one header row), given as the cells of a workbook."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from evaluation.workbook.shapes import Column
from evaluation.workbook.sheets import WILAYAH, YES

Cell = str | int | Decimal | date | None
Row = Sequence[Cell]
Sheets = Mapping[str, Sequence[Row]]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"-?\d+")
_DECIMAL = re.compile(r"-?\d+,\d+")

# Columns whose digits are a name: 17 is Bengkulu there, and 61.10 is not 61.1.
_NAMES = {WILAYAH.code.heading}


def records(path: Path) -> list[dict[str, str]]:
    """Give the rows of a CSV file, each as text by column heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> Decimal:
    """Give the number that a text with a decimal comma stands for."""
    return Decimal(text.replace(",", "."))


def cell(text: str) -> Cell:
    """Give the value that a text stands for: 2024-11-25, 12 and 3,56 become date and numbers.

    Blank becomes None. Whatever else stays text.
    """
    if not text:
        return None
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return number(text)
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    return text


def _row(record: Mapping[str, str], headings: Sequence[str]) -> Row:
    return tuple(record[name] if name in _NAMES else cell(record[name]) for name in headings)


def sheet(rows: Iterable[Mapping[str, str]], columns: Sequence[Column]) -> list[Row]:
    """Give a sheet of the given columns, headings first; further ones are left out."""
    listed = list(rows)
    given = listed[0].keys()  # an example need not fill every column
    return _sheet(listed, [column.heading for column in columns if column.heading in given])


def _sheet(rows: Iterable[Mapping[str, str]], headings: Sequence[str]) -> list[Row]:
    return [tuple(headings), *(_row(row, headings) for row in rows)]


def whole_sheet(path: Path) -> list[Row]:
    """Give a CSV file as a sheet, with all of its columns."""
    rows = records(path)
    return _sheet(rows, list(rows[0]))


def attending(regions: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Give the names of the regions whose column ``Hadir`` says ``Ya``, in order."""
    return (
        region[WILAYAH.region.heading]
        for region in regions
        if region[WILAYAH.attended.heading] == YES
    )
