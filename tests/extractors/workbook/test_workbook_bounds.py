"""What stands at the edge of a rule: help among data, blank beside filled, absent names."""

from pathlib import Path

from openpyxl import Workbook

from evaluation.sources import Finding, Severity
from extractors.workbook import Reading, read_workbook
from tests.extractors.tiny import Sheets, broken, sound, write_xlsx


def read(folder: Path, sheets: Sheets) -> Reading:
    return read_workbook(write_xlsx(folder / "ronde.xlsx", sheets))


def told(reading: Reading, rule: str) -> list[Finding]:
    return [one for one in reading.findings if one.rule == rule]


def places(reading: Reading, rule: str) -> list[str]:
    return [str(one.source) for one in told(reading, rule)]


def test_a_row_that_only_begins_like_a_help_line_is_data(tmp_path: Path) -> None:
    comments = read(tmp_path, broken("Catatan!A3", "↳ KAB. BADUNG")).evaluation.comments
    assert [one.point for one in comments["KAB. BADUNG"]] == ["Rencana lengkap", "=1+1 <b> {{ x }}"]


def test_a_row_of_help_alone_is_no_data(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Catatan"].insert(1, ["↳ nama wilayah", None, "↳ nama asesor", None, "↳ satu butir"])
    before, after = read(tmp_path, sound()), read(tmp_path, sheets)
    assert after.findings == before.findings


def test_a_blank_area_over_columns_is_no_matter(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sound().items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book["Nilai"].merge_cells("J9:L9")
    path = tmp_path / "ronde.xlsx"
    book.save(path)
    assert places(read_workbook(path), "cells-merged") == []


def test_a_sheet_of_the_year_before_is_never_missed(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Bobot Tahun Lal"] = [["Dimensi", "REGULER"], ["AWAL", 100]]
    (finding,) = told(read(tmp_path, sheets), "sheet-unknown")
    assert (finding.severity, str(finding.remedy)) == (Severity.NOTICE, "")


def test_a_sheet_without_a_single_cell_is_told_as_one_without_headings(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Wilayah"] = []
    reading = read(tmp_path, sheets)
    assert set(places(reading, "column-missing")) == {"Wilayah"}


def test_a_key_left_blank_above_its_filled_row_takes_the_filled_one(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Surat"].insert(5, ["Skala Maksimum", None])
    reading = read(tmp_path, sheets)
    assert places(reading, "scale-missing") == []


def test_rows_of_one_region_that_name_no_assessor_are_told_once(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Nilai"] = [[row[0], *row[2:]] for row in sheets["Nilai"]]
    reading = read(tmp_path, sheets)
    assert places(reading, "scores-repeated") == ["Nilai!A3"]
    (finding,) = told(reading, "scores-repeated")
    assert "KAB. BADUNG" in str(finding.message)
    assert "Nilai!A2" in str(finding.message)


def test_without_a_list_of_regions_none_is_unknown(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Wilayah"] = sheets["Wilayah"][:1]
    reading = read(tmp_path, sheets)
    assert places(reading, "region-unknown") == []
    assert "Wilayah" in places(reading, "sheet-empty")


def test_a_letter_without_a_single_value_lacks_no_scale_of_its_own(tmp_path: Path) -> None:
    sheets = sound()
    sheets["Surat"] = [[row[0], None] for row in sheets["Surat"][1:]]
    sheets["Surat"].insert(0, ["Kunci", "Nilai"])
    reading = read(tmp_path, sheets)
    assert places(reading, "scale-missing") == []
    assert places(reading, "cell-blank")[0] == "Surat!B1"
