"""Sound inputs of each kind, made once, and what they hold."""

import csv
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import xlsxwriter

from benchmarks.fuzz.damage import Tables, packed
from evaluation.model import Evaluation
from evaluation.record import Record
from examples import perpustakaan
from extractors.archive.digitise import Task, digitise
from extractors.workbook import read_workbook
from generator.document.kinds import REPORT
from generator.making.plan import plan_regions
from generator.making.rounds import open_round
from generator.packs.packs import shipped_folder
from tests.extractors.spreadsheets.compound_file import compound, label, number, old_workbook_of

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


@dataclass
class Samples:
    """The small example round in every form in which a command takes it; ``folder`` is scratch."""

    folder: Path

    @cached_property
    def tables(self) -> Tables:
        """Give its sheets."""
        return {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}

    def copied(self) -> Tables:
        """Give a copy of its sheets, to be damaged."""
        return deepcopy(self.tables)

    @cached_property
    def xlsx(self) -> bytes:
        """Give its workbook."""
        return workbook_bytes(self.tables)

    @cached_property
    def ods(self) -> bytes:
        """Give it as an OpenDocument spreadsheet, its numbers as numbers."""
        return _ods(self.tables)

    @cached_property
    def xls(self) -> bytes:
        """Give it as an old workbook, its numbers as numbers."""
        sheets = {name: _xls_cells(rows) for name, rows in self.tables.items()}
        return compound({"Workbook": old_workbook_of(sheets)})

    @cached_property
    def returned(self) -> Mapping[str, bytes]:
        """Give its scores and comments as three files that came back, by name."""
        scores, comments = self.tables["Nilai"], self.tables["Catatan"]
        half = len(scores) // 2
        return {
            "nilai-1.xlsx": workbook_bytes({"Nilai": scores[:half]}),
            "nilai-2.ods": _ods({"Nilai": [scores[0], *scores[half:]]}),
            "catatan.xls": compound({"Workbook": old_workbook_of({"C": _xls_cells(comments)})}),
        }

    @cached_property
    def evaluation(self) -> Evaluation:
        """Give what the sound workbook holds."""
        path = self.folder / "sound.xlsx"
        path.write_bytes(self.xlsx)
        return read_workbook(path).evaluation

    @cached_property
    def pack(self) -> dict[str, bytes]:
        """Give the files of the general pack."""
        root = shipped_folder() / "dasar"
        files = sorted(path for path in root.rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}

    @cached_property
    def pdf(self) -> bytes:
        """Give one of its reports."""
        opened = open_round(self.evaluation, (), "", None)
        (job,) = plan_regions(self.evaluation, self.evaluation.attended()[:1], ("pdf",), (REPORT,))
        with TemporaryDirectory() as name:
            (record,) = opened.maker.write(job, Path(name))
            return (Path(name) / record.path).read_bytes()

    @cached_property
    def record(self) -> Record | None:
        """Give what is read from that report."""
        path = self.folder / "sound.pdf"
        path.write_bytes(self.pdf)
        return digitise(Task(path)).record


def workbook_bytes(tables: Tables) -> bytes:
    """Write sheets as a plain workbook, each value as a spreadsheet program would keep it."""
    target = BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(target, plain) as book:
        for name, rows in tables.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(line, column, cell)
                    elif cell is not None:
                        sheet.write(line, column, str(cell) if isinstance(cell, date) else cell)
    return target.getvalue()


def write_folder(folder: Path, tables: Tables) -> None:
    """Write sheets as a folder of CSV files."""
    folder.mkdir()
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["" if c is None else c for c in row] for row in rows])


def _xls_cells(rows: list[list[object]]) -> bytes:
    """Give the records of a sheet's cells."""
    cells = b""
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            if _is_number(cell):
                cells += number(line, column, float(str(cell)))
            elif cell is not None:
                cells += label(line, column, str(cell))
    return cells


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


def _ods(tables: Tables) -> bytes:
    sheets = "".join(_ods_sheet(name, rows) for name, rows in tables.items())
    spaces = f'xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" xmlns:text="{_TEXT}"'
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body>'
        f"<office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    listed = (
        f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{_MANIFEST}">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
        "</manifest:manifest>"
    )
    return packed(
        {
            "mimetype": _ODS.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": listed.encode(),
        }
    )


def _ods_sheet(name: str, rows: list[list[object]]) -> str:
    return f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}</table:table>'


def _ods_row(row: list[object]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell: object) -> str:
    if cell is None:
        return "<table:table-cell/>"
    shown = f"<text:p>{escape(str(cell))}</text:p>"
    kind = f'float" office:value="{cell}' if _is_number(cell) else "string"
    return f'<table:table-cell office:value-type="{kind}">{shown}</table:table-cell>'
