"""What a sheet shows: merged areas, percents, hidden rows, codes that lost a zero, soft hyphens."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaluation.sources import Finding
from extractors.workbook import Reading, read_workbook
from tests.extractors import tiny
from tests.extractors.tiny import Sheets

Shape = Callable[[Workbook], None]


def read(path: Path, shape: Shape, sheets: Sheets | None = None) -> Reading:
    """Write the tiny round, shape the workbook as an office would, and read it."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in (sheets or tiny.sound()).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_view.tabSelected = False
    shape(book)
    buffer = BytesIO()
    book.save(buffer)
    file = path / "ronde.xlsx"
    file.write_bytes(buffer.getvalue())
    return read_workbook(file)


def told(reading: Reading, *rules: str) -> list[tuple[str, str]]:
    return [(one.rule, str(one.source)) for one in reading.findings if one.rule in rules]


def message(reading: Reading, rule: str) -> str:
    (found,) = _of(reading, rule)
    return str(found.message)


def _of(reading: Reading, rule: str) -> list[Finding]:
    return [one for one in reading.findings if one.rule == rule]


def untouched(_book: Workbook) -> None:
    """Leave the workbook as it is."""


def test_an_area_merged_over_rows_stands_for_each_of_them(tmp_path: Path) -> None:
    def shape(book: Workbook) -> None:
        for area in ("B2:B3", "C2:C3"):
            _merge(book["Instrumen"], area)
        _merge(book["Nilai"], "A2:A3")
        _merge(book["Nilai"], "C4:C5")

    before, after = read(tmp_path, untouched), read(tmp_path, shape)
    assert after.findings == before.findings
    assert after.evaluation.instrument.questions == before.evaluation.instrument.questions
    assert {
        name: [row.values for row in rows] for name, rows in after.evaluation.scores.items()
    } == {name: [row.values for row in rows] for name, rows in before.evaluation.scores.items()}


def _merge(sheet: Worksheet, area: str) -> None:
    sheet.merge_cells(area)


def test_an_area_merged_over_columns_is_told_in_one_line(tmp_path: Path) -> None:
    reading = read(tmp_path, lambda book: _merge(book["Nilai"], "C2:D2"))
    assert told(reading, "cells-merged") == [("cells-merged", "Nilai!C2")]
    assert "C2:D2" in message(reading, "cells-merged")


def test_a_title_merged_above_the_headings_is_no_matter(tmp_path: Path) -> None:
    def shape(book: Workbook) -> None:
        book["Nilai"].insert_rows(1)
        book["Nilai"]["A1"] = "NILAI TAHUN 2024"
        _merge(book["Nilai"], "A1:F1")

    reading = read(tmp_path, shape)
    assert told(reading, "cells-merged") == []
    assert len(reading.evaluation.scores) == 2


@pytest.mark.parametrize(("cell", "shown"), [("Nilai!C2", "58,2"), ("Tahun Lalu!B2", "58,2")])
def test_a_percent_is_no_score(tmp_path: Path, cell: str, shown: str) -> None:
    sheet, place = cell.split("!")

    def shape(book: Workbook) -> None:
        book[sheet][place] = 0.582
        book[sheet][place].number_format = "0.0%"

    reading = read(tmp_path, shape)
    assert told(reading, "cell-not-a-number") == [("cell-not-a-number", cell)]
    assert f"{shown} %" in message(reading, "cell-not-a-number")


def test_weights_may_be_percents(tmp_path: Path) -> None:
    def shape(book: Workbook) -> None:
        for row in book["Bobot"].iter_rows(min_row=2, min_col=2, max_col=3):
            for cell in row:
                if cell.value is not None:
                    cell.value = cell.value / 100
                    cell.number_format = "0%"

    assert told(read(tmp_path, shape), "cell-not-a-number") == []


def test_hidden_rows_and_columns_are_read_and_told_once_a_sheet(tmp_path: Path) -> None:
    def shape(book: Workbook) -> None:
        book["Nilai"].row_dimensions[3].hidden = True
        book["Nilai"].row_dimensions[5].hidden = True
        book["Nilai"].column_dimensions["E"].hidden = True
        book["Wilayah"].row_dimensions[4].hidden = True
        book["Wilayah"].row_dimensions[400].hidden = True

    before, after = read(tmp_path, untouched), read(tmp_path, shape)
    assert told(after, "rows-hidden") == [("rows-hidden", "Wilayah"), ("rows-hidden", "Nilai")]
    told_of_nilai = str(_of(after, "rows-hidden")[1].message)
    assert "rows 3, 5, columns E" in told_of_nilai
    assert after.evaluation.scores == before.evaluation.scores


def test_a_code_that_lost_its_zero_is_read_with_it_and_told(tmp_path: Path) -> None:
    def shape(book: Workbook) -> None:
        sheet = book["Wilayah"]
        for row in range(5, 9):
            sheet.append([row, f"52.0{row}", f"KAB. LAIN {row}", f"Bupati Lain {row}",
                          "REGULER", "Tidak"])  # fmt: skip
        sheet["B2"] = 33.1

    reading = read(tmp_path, shape)
    assert told(reading, "region-code-short") == [("region-code-short", "Wilayah!B2")]
    assert reading.evaluation.regions[0].code == "33.10"


def test_a_code_typed_as_text_is_taken_as_it_is(tmp_path: Path) -> None:
    def shape(book: Workbook) -> None:
        book["Wilayah"]["B2"] = "51.3"

    reading = read(tmp_path, shape)
    assert told(reading, "region-code-short") == []
    assert reading.evaluation.regions[0].code == "51.3"


def test_each_region_has_a_code_of_its_own(tmp_path: Path) -> None:
    def shape(book: Workbook) -> None:
        book["Wilayah"]["B3"] = "51.03"

    reading = read(tmp_path, shape)
    assert told(reading, "region-code-repeated") == [("region-code-repeated", "Wilayah!B3")]


def test_a_soft_hyphen_is_not_seen(tmp_path: Path) -> None:
    def shape(book: Workbook) -> None:
        book["Catatan"]["E2"] = "Ren\xadcana leng\xadkap"

    comments = read(tmp_path, shape).evaluation.comments["KAB. BADUNG"]
    assert comments[0].point == "Rencana lengkap"
