"""A small spreadsheet that asks for much is refused before it takes it; what is large passes."""

import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from evaluation.errors import UnreadableInputError
from extractors.spreadsheets import grid, ods, texts
from extractors.spreadsheets.csvfiles import parse_csv
from extractors.spreadsheets.grid import read_grid
from tests.extractors.spreadsheets.compound_file import compound, number, old_workbook, record
from tests.extractors.spreadsheets.test_opening_files import ods as opendocument
from tests.extractors.spreadsheets.test_opening_files import refused, repacked

LONG = "panjang " * 4000  # as much as Excel lets stand in a cell


def repeated(path: Path, text: str, times: int, sheets: int = 1) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for number_ in range(sheets):
            sheet = book.add_worksheet(f"Lembar {number_}")
            for row in range(times):
                sheet.write(row, 0, text)
    return path


def part_of(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def test_a_long_text_that_thousands_of_cells_share_is_refused(tmp_path: Path) -> None:
    times = texts.MAX_TEXT // len(LONG) + 1
    assert "repeat long texts" in refused(repeated(tmp_path / "a.xlsx", LONG, times))
    halved = repeated(tmp_path / "b.xlsx", LONG, times // 2 + 1, sheets=2)
    assert "repeat long texts" in refused(halved)


def test_as_much_text_as_is_allowed_is_read(tmp_path: Path) -> None:
    ((sheet,), _sha256) = read_grid(
        repeated(tmp_path / "a.xlsx", LONG, texts.MAX_TEXT // len(LONG))
    )
    assert sheet.rows[-1] == [LONG]


def test_many_short_texts_beside_a_long_one_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MAX_TEXT", 3 * len(LONG))
    path = repeated(tmp_path / "a.xlsx", "pendek", 500)
    shared = part_of(path, "xl/sharedStrings.xml")
    item = f"<si><t>{LONG}</t></si></sst>".encode()
    repacked(path, {"xl/sharedStrings.xml": shared.replace(b"</sst>", item)})
    ((sheet,), _sha256) = read_grid(path)
    assert len(sheet.rows) == 500


CELL = b't="s"><v>0</v></c>'
SPELLINGS: list[Callable[[bytes], bytes]] = [
    lambda xml: xml.replace(b't="s"', b"t='s'"),
    lambda xml: xml.replace(b't="s"', b'\nt = "s"'),
    lambda xml: xml.replace(CELL, b't="s"><v>\n0 </v></c>'),
    lambda xml: xml.replace(CELL, b't="s"><v><![CDATA[0]]></v></c>'),
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_the_cells_hides_how_often_a_text_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(texts, "MAX_TEXT", 20 * len(LONG))
    path = repeated(tmp_path / "a.xlsx", LONG, 21)
    part = "xl/worksheets/sheet1.xml"
    repacked(path, {part: spelling(part_of(path, part))})
    assert "repeat long texts" in refused(path)


@pytest.mark.parametrize(
    "hidden",
    [
        "<si><t>{}</t></si>",
        "<si><r><t>{}</t></r><r><t>x</t></r></si>",
        "<si><t><![CDATA[</si{}]]></t></si>",
    ],
)
def test_no_spelling_of_a_shared_text_hides_its_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hidden: str
) -> None:
    monkeypatch.setattr(texts, "MAX_TEXT", 20 * len(LONG))
    path = repeated(tmp_path / "a.xlsx", "x", 21)
    head = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    broken = LONG.replace(" ", "</si" if "CDATA" in hidden else " ")
    shared = f"{head}{hidden.format(broken)}</sst>".encode()
    repacked(path, {"xl/sharedStrings.xml": shared})
    assert "repeat long texts" in refused(path)


def test_sheets_that_are_each_within_bounds_may_not_be_beyond_them_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for number_ in range(5):
            book.add_worksheet(f"Lembar {number_}").write(999, 999 + number_, 1)
    assert "Lembar 4" in refused(path)
    assert "ALP1000" in refused(path)


def test_a_part_with_more_tags_than_any_workbook_is_refused(tmp_path: Path) -> None:
    path = repeated(tmp_path / "a.xlsx", "x", 1)
    styles = b"<styleSheet>" + b"<a/>" * texts.MAX_TAGS + b"</styleSheet>"
    assert "more than" in refused(repacked(path, {"xl/styles.xml": styles}))


ROW = (
    '<table:table-row table:number-rows-repeated="{rows}">'
    "<table:table-cell {cell}</table:table-row>"
)
THREE = 'table:number-columns-repeated="3" office:value-type="string"'
END = "</text:p></table:table-cell>"
BLANKS = '<text:s text:c="99999999"/>'


@pytest.mark.parametrize(
    "cell",
    [
        THREE + "><text:p>{text}" + END,
        THREE + ' office:string-value="{text}"/>',
        'office:value-type="string"><text:p>a' + BLANKS + END,
    ],
)
def test_repeated_texts_and_blanks_of_an_opendocument_sheet_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cell: str
) -> None:
    monkeypatch.setattr(ods, "MAX_TEXT", 20 * len(LONG))
    path = tmp_path / "a.ods"
    path.write_bytes(opendocument(ROW.format(rows=8, cell=cell.format(text=LONG))))
    assert "repeat long texts" in refused(path)
    if "text:c" not in cell:
        path.write_bytes(opendocument(ROW.format(rows=6, cell=cell.format(text=LONG))))
        read_grid(path)


@pytest.mark.parametrize("sign", [",", "\n", "\r", ";"])
def test_a_csv_of_nothing_but_cells_is_refused_before_they_are_made(
    sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.spreadsheets.csvfiles.MAX_CELLS", 1000)
    with pytest.raises(UnreadableInputError, match="more than"):
        parse_csv(sign.encode() * 2001, "a.csv")


def text_of_old(row: int, text: str) -> bytes:
    body = struct.pack("<HHHHB", row, 0, 0, len(text), 0) + text.encode("latin-1")
    return record(0x204, body)


def test_texts_of_an_old_workbook_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xls"
    cells = b"".join(text_of_old(row, "panjang") for row in range(10))
    path.write_bytes(compound({"Workbook": old_workbook("Nilai", cells)}))
    monkeypatch.setattr(grid, "MAX_TEXT", 70)
    read_grid(path)
    monkeypatch.setattr(grid, "MAX_TEXT", 69)
    assert "repeat long texts" in refused(path)


def test_an_old_workbook_whose_reader_is_lost_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Workbook": old_workbook("Nilai", number(0, 0, 1))}))
    with pytest.raises(UnreadableInputError, match="damaged, or takes too much") as caught:
        read_grid(path, lambda _work, _given: None)
    assert caught.value.remedy


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    os.mkfifo(path)
    with pytest.raises(UnreadableInputError, match="no ordinary file"):
        read_grid(path)
