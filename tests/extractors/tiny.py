"""A tiny sound round, and the means to break it at one place and write it down."""

import csv
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter

Sheets = dict[str, list[list[object]]]

SOUND: Mapping[str, list[list[object]]] = {
    "Surat": [
        ["Kunci", "Nilai"],
        ["Nomor", "B-1/X/2024"],
        ["Tanggal", date(2024, 11, 25)],
        ["Tahun", 2024],
        ["Skala Minimum", 1],
        ["Skala Maksimum", 4],
        ["Langkah Skala", 1],
        ["Nilai Kosong", None],
        ["Tembusan", "Menteri"],
        ["Tembusan", "Sekretaris Jenderal"],
    ],
    "Instrumen": [
        ["No", "Dimensi", "Indikator", "Sub Indikator", "Pertanyaan"],
        [1, "AWAL", "Rencana", "Dokumen", "Apakah ada rencana?"],
        [2, "AWAL", "Rencana", "Rapat", "Apakah ada rapat?"],
        [3, "HASIL", "Layanan", "Jumlah", "Berapa layanan?"],
        [4, "HASIL", "Layanan", "Mutu", "Bagaimana mutunya?"],
    ],
    "Dimensi": [
        ["Dimensi", "Nama di Surat", "Nama di Tabel", "Uraian"],
        ["AWAL", "Awal", "Keadaan Awal", "keadaan sebelum program"],
    ],
    "Elemen": [["Dimensi", "Elemen", "Keterangan"], ["AWAL", "Rencana", "Adanya dokumen"]],
    "Bobot": [
        ["Dimensi", "REGULER", "KHUSUS", "Bila Kosong"],
        ["AWAL", 40, 40, "tolak"],
        ["HASIL", 60, 40, None],
        ["KERJA SAMA", None, 20, 0],
    ],
    "Wilayah": [
        ["No", "Kode", "Wilayah", "Penerima", "Kategori", "Hadir"],
        [1, "51.03", "KAB. BADUNG", "Bupati Badung", "REGULER", "Ya"],
        [2, "33.27", "KAB. PEMALANG", "Bupati Pemalang", "KHUSUS", "Ya"],
        [3, "32.71", "KOTA BOGOR", "Walikota Bogor", "REGULER", "Tidak"],
    ],
    "Nilai": [
        ["Wilayah", "Asesor", 1, 2, 3, 4, "KERJA SAMA"],
        ["KAB. BADUNG", "Asesor 1", 4, 3, 2, 1, None],
        ["KAB. BADUNG", "Asesor 2", 3, 3, 3, "-", None],
        ["KAB. PEMALANG", "Asesor 1", 4, 4, 4, 4, Decimal("2.5")],
        ["KAB. PEMALANG", "Asesor 2", 4, 4, 4, 4, None],
    ],
    "Tahun Lalu": [
        ["Wilayah", "AWAL", "HASIL", "KERJA SAMA", "Nilai Final"],
        ["KAB. BADUNG", Decimal("3.24"), Decimal("2.6"), None, Decimal("2.86")],
        ["KAB. PEMALANG", None, None, None, None],
    ],
    "Catatan": [
        ["Wilayah", "Bagian", "Asesor", "Instansi", "Butir"],
        ["KAB. BADUNG", "Kekuatan", "Asesor 1", "Universitas X", "Rencana lengkap"],
        ["KAB. BADUNG", "Kelemahan", None, None, "=1+1 <b> {{ x }}"],
    ],
    "Pengecualian": [
        ["Aturan", "Tempat", "Alasan"],
        ["score-off-step", "Nilai!C2", "sudah dirata-rata"],
    ],
}


@dataclass(frozen=True)
class Formula:
    """A formula and what is stored as its value: blank means that nothing was ever computed."""

    text: str
    stored: object = ""


def sound() -> Sheets:
    """Give a copy that may be broken."""
    return deepcopy(dict(SOUND))


def broken(place: str, value: object) -> Sheets:
    """Give the sound round with one cell, such as ``Nilai!C2``, replaced."""
    sheet, row, column = position(place)
    sheets = sound()
    rows = sheets[sheet]
    rows.extend([] for _more in range(row + 1 - len(rows)))
    rows[row].extend(None for _more in range(column + 1 - len(rows[row])))
    rows[row][column] = value
    return sheets


def position(place: str) -> tuple[str, int, int]:
    """Give sheet, row and column of a one-letter address."""
    found = re.fullmatch(r"(.+)!([A-Z])([0-9]+)", place)
    assert found
    return found[1], int(found[3]) - 1, ord(found[2]) - ord("A")


def write_xlsx(path: Path, sheets: Mapping[str, list[list[object]]]) -> Path:
    """Write plain sheets, without help lines or anything else that the tool adds."""
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": "d mmmm yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, Formula):
                    sheet.write_formula(number, column, cell.text, None, cell.stored)
                elif isinstance(cell, datetime | date):
                    sheet.write_datetime(number, column, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write(number, column, cell)
    book.close()
    return path


def write_folder(
    folder: Path,
    sheets: Mapping[str, list[list[object]]],
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> Path:
    """Write a folder of CSV files, as a spreadsheet program with a decimal comma exports them."""
    folder.mkdir()
    for name, rows in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows([map(_exported, row) for row in rows])
    return folder


def _exported(cell: object) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell).replace(".", ",") if _is_number(cell) else str(cell)


def _is_number(cell: object) -> bool:
    return isinstance(cell, Decimal | float)
