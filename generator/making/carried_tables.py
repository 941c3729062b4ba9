"""Tables that a document carries as CSV, in the order of its pages, safe in any spreadsheet."""

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import StringIO

from evaluation.record_json import RESULTS_FILE
from generator.document.blocks import Attachment, Relationship
from generator.templating.fields import BarisNasional, RoundFields

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Value = str | int | Decimal | None


def table(name: str, description: str, rows: Sequence[Sequence[Value]]) -> Attachment:
    """Give rows, the first of which are headings, as a file; None is an empty cell."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([list(map(_written, row)) for row in rows])
    return Attachment(name, "text/csv", text.getvalue().encode(), description, Relationship.DATA)


def national(fields: RoundFields) -> Attachment:
    """Give the national table; numbers are those printed, with a decimal point."""
    heads = ("nomor", "wilayah", *fields.dimensi, "nilai final", "tingkat improvement", "kategori")
    return table(RESULTS_FILE, "Nilai setiap wilayah", [heads, *map(_row, fields.tabel)])


def _row(row: BarisNasional) -> tuple[Value, ...]:
    return (row.nomor, row.wilayah, *_values(row), row.akhir, row.perubahan, row.kategori)


def _values(row: BarisNasional) -> Iterator[Decimal | None]:
    for column in row.kolom:
        yield column.nilai if column.berlaku else None


def _written(value: Value) -> str:
    """Write a cell that no spreadsheet takes for a formula: one that looks so is quoted."""
    if isinstance(value, str):
        return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
