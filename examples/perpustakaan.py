"""A small programme of another kind, made up throughout: libraries of twelve regions, 2025.

Three dimensions, a scale from 0 to 10 in halves, categories of its own, two assessors. Here the
scores themselves are the facts; some are missing, as they will be.
"""

from pathlib import Path

from evaluation.workbook.sheets import (
    BOBOT,
    CATATAN,
    INSTRUMEN,
    NILAI,
    PENGECUALIAN,
    SURAT,
    TAHUN_LALU,
    WILAYAH,
)
from examples.facts import Sheets, whole_sheet
from examples.remarks import comment_sheet

_FACTS = Path(__file__).parent / "perpustakaan"
_MOST_POINTS = 3
_AS_THEY_ARE = {
    SURAT: "surat",
    INSTRUMEN: "instrumen",
    BOBOT: "bobot",
    WILAYAH: "wilayah",
    NILAI: "nilai",
    TAHUN_LALU: "tahun_lalu",
    PENGECUALIAN: "pengecualian",
}


def sheets() -> Sheets:
    """Give the sheets of the workbook by name, each with its headings as first row.

    It has no ``Dimensi`` and no ``Elemen``: both are optional.
    """
    stored = {
        sheet.name: whole_sheet(_FACTS / f"{file}.csv") for sheet, file in _AS_THEY_ARE.items()
    }
    return {**stored, CATATAN.name: comment_sheet(_FACTS, _MOST_POINTS)}
