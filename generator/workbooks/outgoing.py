"""The outgoing book as a spreadsheet: one row an entry, texts as texts."""

from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO

import xlsxwriter

from evaluation.visible import visible
from generator.making.numbering import status_name
from generator.register.entries import Entry

_CREATED = datetime(2000, 1, 1)
_TITLE = "Buku Agenda"
_COLUMNS = (
    ("Nomor Urut", 8),
    ("Nomor Surat", 34),
    ("Tanggal", 18),
    ("Hal", 50),
    ("Penerima", 50),
    ("Wilayah", 28),
    ("Jenis", 16),
    ("Versi", 7),
    ("Status", 12),
    ("Alasan Batal", 30),
    ("Berkas", 50),
    ("SHA-256", 68),
)
_LONGEST = 32_000  # characters that a cell is sure to hold
_DATE = 2  # the column of the date


def write_outgoing(entries: Sequence[Entry], target: BinaryIO) -> None:
    """Write entries in the order given; with the same entries, the same bytes."""
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(_TITLE)
    heading = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    plain = book.add_format({"valign": "top"})
    day = book.add_format({"num_format": "d mmmm yyyy", "align": "left", "valign": "top"})
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, heading)
    for row, entry in enumerate(entries, 1):
        for column, value in enumerate(_row(entry)):
            if isinstance(value, int):
                sheet.write_number(row, column, value, plain)
            elif value:
                sheet.write_string(row, column, visible(value)[:_LONGEST], text)
        sheet.write_datetime(
            row, _DATE, datetime.combine(entry.matter.date, datetime.min.time()), day
        )
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(entries), len(_COLUMNS) - 1)
    book.close()


def _row(entry: Entry) -> tuple[str | int | None, ...]:
    matter, key = entry.matter, entry.matter.key
    return (
        entry.sequence,
        entry.number,
        None,
        matter.subject,
        "; ".join(matter.addressees),
        key.region if key else None,
        key.kind if key else None,
        key.version if key else None,
        str(status_name(entry.status)),
        entry.reason,
        "; ".join(file.path for file in entry.files),
        "; ".join(file.sha256 for file in entry.files),
    )
