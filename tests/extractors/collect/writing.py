"""Rows of cells written as files: merged, hidden, as CSV of any kind, re-saved by LibreOffice."""

import csv
import io
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter

Rows = list[list[object]]


@dataclass
class Grid:
    """A sheet to be written; ``merged`` gives first row, first column, last row, last column."""

    name: str
    rows: Rows
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False


@dataclass(frozen=True)
class ErrorCell:
    """A formula whose stored value is an error."""


def write_book(path: Path, grids: Sequence[Grid]) -> Path:
    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    formats = {"day": book.add_format({"num_format": "d mmm"})}
    for grid in grids:
        sheet = book.add_worksheet(grid.name)
        for row, cells in enumerate(grid.rows):
            for column, cell in enumerate(cells):
                _write(sheet, row, column, cell, formats["day"])
        for first_row, first, last_row, last in grid.merged:
            text = grid.rows[first_row][first]
            sheet.merge_range(first_row, first, last_row, last, text)
        if grid.hidden:
            sheet.hide()
    visible = next(i for i, grid in enumerate(grids) if not grid.hidden)
    book.worksheets()[visible].activate()
    book.worksheets()[visible].set_first_sheet()
    book.close()
    return path


def _write(sheet: object, row: int, column: int, cell: object, day: object) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, ErrorCell):
        sheet.write_formula(row, column, "=1/0", None, "#DIV/0!")  # type: ignore[attr-defined]
    elif isinstance(cell, date | datetime):
        sheet.write_datetime(row, column, cell, day)  # type: ignore[attr-defined]
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)  # type: ignore[attr-defined]
    else:
        sheet.write_number(row, column, cell)  # type: ignore[attr-defined]


def write_csv(
    path: Path, rows: Rows, delimiter: str = ",", encoding: str = "utf-8", comma: bool = False
) -> Path:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([[_exported(cell, comma) for cell in row] for row in rows])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def _exported(cell: object, comma: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal | float) and comma:
        return str(cell).replace(".", ",")
    return "#DIV/0!" if isinstance(cell, ErrorCell) else str(cell)


def resaved(path: Path, kinds: Sequence[str]) -> Mapping[str, Path]:
    """Give the file as LibreOffice saves it, by ending; the test has to be marked as needing it."""
    office = shutil.which("soffice")
    assert office is not None
    folder = path.parent / "disimpan-ulang"
    saved = {}
    for kind in kinds:
        command = [
            office,
            f"-env:UserInstallation=file://{folder}/profil",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder / kind),
            str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        saved[kind] = folder / kind / f"{path.stem}.{kind}"
    return saved
