"""A text put into one cell: that cell reads as the text, and nothing else has changed."""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from openpyxl import load_workbook

from evaluation.errors import UnreadableInputError, UnwritableOutputError
from generator.workbooks.patching import with_texts


@cache  # it says when it was made
def workbook() -> bytes:
    """Give a workbook with what offices put into one: formats, a formula, a note, a picture."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet, other = book.add_worksheet("Surat"), book.add_worksheet("Lain & lagi")
        bold = book.add_format({"bold": True, "bg_color": "#FFE699"})
        sheet.write_row(0, 0, ["Kunci", "Nilai"], bold)
        sheet.write_row(2, 0, ["Nomor"], bold)
        sheet.write_blank(2, 1, None, bold)
        sheet.write_number(4, 3, 7)
        sheet.write_formula(5, 3, "=D5*2", None, 14)
        sheet.write_comment(2, 1, "diisi sekretariat")
        sheet.merge_range("A9:C10", "gabungan")
        sheet.data_validation("B4", {"validate": "list", "source": ["Ya", "Tidak"]})
        sheet.set_column(1, 1, 55)
        other.write_string(0, 0, "Jangan diubah")
    return target.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def patched(cell: str, text: str, sheet: str = "Surat") -> bytes:
    return with_texts(workbook(), {(sheet, cell): text}, "buku.xlsx")


@pytest.mark.parametrize("cell", ["B3", "A1", "Z1", "A4", "C3", "B7", "D5", "AB30", "A9"])
@pytest.mark.parametrize("text", ["B-1478/DJAI", "=1+1", "  tepi  ", "a < b & c"])
def test_the_cell_reads_as_the_text(cell: str, text: str) -> None:
    sheet = load_workbook(BytesIO(patched(cell, text)))["Surat"]
    assert sheet[cell].value == text
    assert sheet[cell].data_type in {"s", "inlineStr"}


@pytest.mark.parametrize("cell", ["B3", "Z1", "B7"])
def test_nothing_else_has_changed(cell: str) -> None:
    before, after = parts(workbook()), parts(patched(cell, "teks"))
    assert list(before) == list(after)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["xl/worksheets/sheet1.xml"]
    old = load_workbook(BytesIO(workbook()))["Surat"]
    new = load_workbook(BytesIO(patched(cell, "teks")))["Surat"]
    for row in old.iter_rows():
        for one in row:
            if one.coordinate != cell:
                assert new[one.coordinate].value == one.value
                assert new[one.coordinate].style_id == one.style_id
    assert new["B3"].comment.text == old["B3"].comment.text
    assert new.merged_cells.ranges == old.merged_cells.ranges
    assert new.column_dimensions["B"].width == old.column_dimensions["B"].width


def test_the_cell_keeps_its_format() -> None:
    assert load_workbook(BytesIO(patched("B3", "x")))["Surat"]["B3"].font.bold


def test_a_sheet_is_found_in_any_spelling() -> None:
    book = load_workbook(BytesIO(patched("A1", "x", "lain &  LAGI")))
    assert book["Lain & lagi"]["A1"].value == "x"


@pytest.mark.parametrize(
    ("cell", "sheet", "reason"),
    [
        ("D6", "Surat", "formula"),
        ("B9", "Surat", "merged"),
        ("C10", "Surat", "merged"),
        ("A1", "Tidak Ada", "no such sheet"),
    ],
)
def test_what_cannot_be_written_is_told_with_its_place(cell: str, sheet: str, reason: str) -> None:
    with pytest.raises(UnwritableOutputError, match=reason):
        patched(cell, "x", sheet)


@pytest.mark.parametrize("content", [b"", b"Kunci;Nilai\n", b"\xd0\xcf\x11\xe0" * 200])
def test_another_format_is_told(content: bytes) -> None:
    with pytest.raises(UnwritableOutputError, match="xlsx"):
        with_texts(content, {("Surat", "B3"): "x"}, "buku.csv")


def test_another_archive_is_told(tmp_path: Path) -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(UnwritableOutputError, match="xlsx"):
        with_texts(target.getvalue(), {("Surat", "B3"): "x"}, "buku.ods")


def test_a_damaged_workbook_is_told() -> None:
    with pytest.raises(UnreadableInputError, match="damaged"):
        with_texts(workbook()[:-200], {("Surat", "B3"): "x"}, "buku.xlsx")
