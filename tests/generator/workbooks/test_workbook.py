"""The workbook that the tool writes reads back as what was given, and helps to fill it in."""

import hashlib
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from evaluation.checks import check
from evaluation.errors import WrongDataError
from evaluation.exemptions import without_exempted
from evaluation.rules import EXEMPTIBLE
from evaluation.workbook.facts import SURAT_KEYS
from evaluation.workbook.sheets import HELP_MARK, HELPER_SHEET, SHEETS
from examples import perpustakaan, round_2024
from extractors.workbook import read_workbook
from generator.workbooks.book import Rows, write_workbook
from tests.extractors.tiny import sound


def written(sheets: Mapping[str, Rows] | None) -> bytes:
    stream = BytesIO()
    write_workbook(stream, sheets)
    return stream.getvalue()


def opened(sheets: Mapping[str, Rows] | None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(written(sheets)))


def tiny() -> Mapping[str, Rows]:
    return sound()  # type: ignore[return-value]


def rules(sheet: Worksheet) -> dict[str, tuple[str, str | None]]:
    """Give kind and source of each validation by the cells that it covers."""
    return {
        str(rule.sqref): (rule.type, rule.formula1)
        for rule in sheet.data_validations.dataValidation
    }


@pytest.mark.parametrize("example", [round_2024, perpustakaan])
def test_an_example_round_reads_back_without_findings_and_computes(tmp_path, example):
    path = tmp_path / "ronde.xlsx"
    path.write_bytes(written(example.sheets()))
    reading = read_workbook(path)
    assert reading.findings == ()
    assert reading.evaluation is not None
    found = check(reading.evaluation)
    assert without_exempted(found, reading.evaluation.exemptions, EXEMPTIBLE) == ()
    assert reading.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_read_back_is_what_was_written(tmp_path):
    given = round_2024.sheets()
    path = tmp_path / "ronde.xlsx"
    path.write_bytes(written(given))
    evaluation = read_workbook(path).evaluation
    assert evaluation is not None
    heading, *rows = given["Nilai"]
    read = [row for rows in evaluation.scores.values() for row in rows]
    unscored = {"-": None}
    assert [(row.assessor, *row.values) for row in read] == [
        tuple(unscored.get(cell, cell) for cell in row[1:]) for row in rows
    ]
    assert [str(item) for item in evaluation.instrument.items] == list(heading[2:])
    points = [c.point for comments in evaluation.comments.values() for c in comments]
    assert points == [row[4] for row in given["Catatan"][1:]]
    assert evaluation.facts.get("Tanggal") == "25 November 2024"
    assert [region.code for region in evaluation.regions] == [r[1] for r in given["Wilayah"][1:]]


def test_the_same_contents_give_the_same_bytes(tmp_path):
    assert written(tiny()) == written(tiny())
    write_workbook(tmp_path / "a.xlsx", tiny())
    assert (tmp_path / "a.xlsx").read_bytes() == written(tiny())


def test_a_blank_workbook_has_every_sheet_that_people_fill_in():
    book = opened(None)
    assert book.sheetnames == [sheet.name for sheet in SHEETS if sheet.blank]
    for sheet in SHEETS:
        if sheet.blank:
            headings = [cell.value for cell in book[sheet.name][1]]
            assert {column.heading for column in sheet.columns} <= set(headings)


def test_a_blank_workbook_names_the_keys_of_the_letter_and_what_they_mean():
    rows = list(opened(None)["Surat"].iter_rows(min_row=3, values_only=True))
    assert [row[0] for row in rows] == [fact.key for fact in SURAT_KEYS]
    assert [row[2] for row in rows] == [HELP_MARK + fact.help for fact in SURAT_KEYS]
    assert {row[1] for row in rows} == {None}


def test_a_blank_workbook_lacks_nothing_but_contents(tmp_path):
    path = tmp_path / "baru.xlsx"
    path.write_bytes(written(None))
    reading = read_workbook(path)
    assert {finding.rule for finding in reading.findings} == {"cell-blank", "sheet-empty"}


def test_every_heading_has_a_help_line_below_that_is_never_read():
    for sheet in opened(None):
        for cell in sheet[2]:
            assert cell.value is None or cell.value.startswith(HELP_MARK)
        assert sheet["A2"].value
        assert sheet["A2"].font.italic


def test_headings_stay_in_sight_on_screen_and_paper():
    for sheet in opened(tiny()):
        if sheet.title == HELPER_SHEET:
            continue
        assert sheet.freeze_panes in ("B3", "C3")
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


@pytest.mark.slow
def test_a_wide_sheet_repeats_its_first_columns_on_paper():
    book = opened(round_2024.sheets())
    assert book["Nilai"].print_title_cols == "$A:$B"
    assert book["Nilai"].page_setup.fitToHeight in (None, 1)
    assert book["Wilayah"].sheet_properties.pageSetUpPr.fitToPage


def test_texts_that_look_like_formulas_are_texts():
    texts = ["=1+1", "+62", "-", "@SUM(A1)", "https://contoh.id", "_x0001_", "a\x01b"]
    sheets = {"Catatan": [("Wilayah", "Butir"), *(("KAB. BADUNG", text) for text in texts)]}
    cells = [row[1] for row in opened(sheets)["Catatan"].iter_rows(min_row=3)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells][:5] == texts[:5]
    assert not any(cell.hyperlink for cell in cells)


def test_dates_and_decimals_are_what_they_are():
    sheet = opened(
        {"Surat": [("Kunci", "Nilai"), ("Tanggal", date(2024, 11, 25)), ("A", Decimal("3.6"))]}
    )["Surat"]
    assert (sheet["B3"].value.date(), sheet["B3"].number_format) == (
        date(2024, 11, 25),
        "d mmmm yyyy",
    )
    assert sheet["B4"].value == 3.6


def test_choices_are_offered_from_where_they_stand():
    book = opened(tiny())
    wilayah, bobot, nilai = (rules(book[name]) for name in ("Wilayah", "Bobot", "Nilai"))
    assert wilayah["F3:F505"] == ("list", '"Ya,Tidak"')
    assert wilayah["E3:E505"] == ("list", "'Bobot'!$B$1:$C$1")
    assert bobot["D3:D505"] == ("list", '"tolak,bagi ulang,0"')
    assert nilai["A3:A506"] == ("list", "'Wilayah'!$C$3:$C$5")
    assert rules(book["Surat"])["B9"] == ("list", '"rata-rata yang ada"')


def test_scores_of_assessors_are_offered_from_hidden_cells_and_means_bound_by_the_scale():
    book = opened(tiny())
    nilai = rules(book["Nilai"])
    assert nilai["C3:F506"] == ("list", f"'{HELPER_SHEET}'!$A$1:$A$5")
    assert nilai["G3:G506"][0] == "decimal"
    helper = book[HELPER_SHEET]
    assert helper.sheet_state == "hidden"
    assert [cell.value for cell in helper["A"]] == [1, 2, 3, 4, "-"]
    means = {**tiny(), "Nilai": [[row[0], *row[2:]] for row in tiny()["Nilai"]]}
    assert {rules(opened(means)["Nilai"])[cells][0] for cells in ("B3:E506", "F3:F506")} == {
        "decimal"
    }


def test_a_scale_of_fractions_is_offered_in_cells_and_never_in_a_list():
    sheets = dict(tiny())
    sheets["Surat"] = [*sheets["Surat"][:6], ("Langkah Skala", Decimal("0.5"))]
    book = opened(sheets)
    assert [cell.value for cell in book[HELPER_SHEET]["A"]] == [1, 1.5, 2, 2.5, 3, 3.5, 4, "-"]
    inline = [rule[1] for sheet in book for rule in rules(sheet).values() if '"' in str(rule[1])]
    assert not any("." in str(source) for source in inline)


def test_without_a_scale_scores_are_not_bound():
    assert list(rules(opened(None)["Nilai"])) == ["A3:A502"]


def test_further_sheets_of_the_tool_are_written_where_given():
    origin = {
        "Asal": [("Tempat", "Berkas", "Lembar", "Sel"), ("Nilai!C3", "a.xlsx", "Isian", "B7")]
    }
    assert opened(origin).sheetnames[-1] == "Asal"


def test_a_text_that_no_cell_can_hold_is_refused_and_not_cut():
    with pytest.raises(WrongDataError) as caught:
        written({"Catatan": [("Wilayah", "Butir"), ("KAB. BADUNG", "x" * 32_768)]})
    assert str(caught.value.source) == "Catatan!B3"


def test_a_folder_that_does_not_exist_is_an_error_of_the_file_system(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        write_workbook(Path(tmp_path / "tidak-ada" / "a.xlsx"), None)


def test_nothing_in_the_file_tells_when_it_was_made():
    with zipfile.ZipFile(BytesIO(written(None))) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
