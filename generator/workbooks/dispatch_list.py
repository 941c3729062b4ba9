"""The list by which documents are sent: a row a region, with room for what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

import xlsxwriter

from evaluation.model import Region
from evaluation.visible import visible_lines
from evaluation.workbook.sheets import WILAYAH

_CREATED = datetime(2000, 1, 1)
_TITLE = "Daftar Kirim"
_COLUMNS = (
    (WILAYAH.number.heading, 6),
    (WILAYAH.code.heading, 10),
    (WILAYAH.region.heading, 30),
    (WILAYAH.addressee.heading, 36),
    (WILAYAH.email.heading, 30),
    ("Nomor Surat", 32),
    ("Tanggal Surat", 20),
    ("Berkas", 46),
    ("Tanggal Kirim", 14),
    ("Cara Kirim", 14),
    ("Keterangan", 24),
)
_LONGEST = 32_000  # characters that a cell is sure to hold


@dataclass(frozen=True, slots=True)
class Sending:
    """What is sent to one region: the letter's number and date as printed, and the files."""

    region: Region
    number: str
    day: str
    files: tuple[str, ...]


def write_dispatch_list(sendings: Sequence[Sending], target: BinaryIO) -> None:
    """Write the list. Texts stay texts, whatever they begin with; the same list, the same bytes."""
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(_TITLE)
    heading = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "border": 1})
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, heading)
    for row, sending in enumerate(sendings, 1):
        for column, value in enumerate(_row(sending)):
            sheet.write_string(row, column, visible_lines(value)[:_LONGEST], text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(sendings), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()


def _row(sending: Sending) -> tuple[str, ...]:
    region = sending.region
    told = (str(region.number), region.code or "", region.name, region.addressee, region.email)
    return (*told, sending.number, sending.day, "\n".join(sending.files), "", "", "")
