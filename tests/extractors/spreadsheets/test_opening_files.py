"""Files that are no workbook end in one clear line, and hostile ones in bounded memory."""

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from evaluation.errors import ExitCode, UnreadableInputError
from extractors.spreadsheets import archives, files, grid
from extractors.spreadsheets.cells import Broken, Trouble
from extractors.spreadsheets.compound import CompoundFile, CompoundFileError
from extractors.spreadsheets.csvfiles import parse_csv
from extractors.spreadsheets.grid import read_grid
from extractors.workbook import read_workbook
from tests.extractors.spreadsheets.compound_file import (
    compound,
    error,
    formula,
    number,
    old_workbook,
    record,
)
from tests.extractors.tiny import sound, write_folder, write_xlsx


def refused(path: Path) -> str:
    with pytest.raises(UnreadableInputError) as caught:
        read_workbook(path)
    assert caught.value.exit_code is ExitCode.UNREADABLE_INPUT
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return str(caught.value)


def repacked(path: Path, parts: dict[str, bytes]) -> Path:
    """Replace parts of a zip archive."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**kept, **parts}.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("name", "contents", "told"),
    [
        ("kosong.xlsx", b"", "empty"),
        ("teks.xlsx", b"Wilayah,Nilai\n", "not a workbook"),
        ("gambar.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(100), "not a workbook"),
        ("rusak.xlsx", b"PK\x03\x04" + bytes(100), "damaged"),
        ("rusak.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "damaged"),
        ("~$ronde.xlsx", b"x", "lock"),
        (".~lock.ronde.ods#", b"x", "lock"),
        ("kunci.xlsx", compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "password"),
        ("surat.doc", compound({"WordDocument": b"x"}), "not a workbook"),
        ("kunci.xls", compound({"Workbook": old_workbook("A", b"", record(0x2F))}), "password"),
    ],
)
def test_what_is_no_workbook_is_told_in_one_line(tmp_path, name, contents, told):
    path = tmp_path / name
    path.write_bytes(contents)
    assert told in refused(path)


def test_a_missing_file_and_an_empty_folder_are_told(tmp_path):
    assert "no such file" in refused(tmp_path / "tidak-ada.xlsx")
    assert "no .csv" in refused(tmp_path)


def test_a_file_that_may_not_be_opened_is_told_to_be_closed_in_excel(tmp_path, monkeypatch):
    path = write_xlsx(tmp_path / "a.xlsx", sound())

    def locked(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    assert "close it" in refused(path)


def test_a_truncated_workbook_is_damaged(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", sound())
    whole = path.read_bytes()
    for share in (0.2, 0.5, 0.9, 0.99):
        path.write_bytes(whole[: int(len(whole) * share)])
        assert "damaged" in refused(path)


def test_a_workbook_with_broken_xml_is_damaged(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", sound())
    assert "damaged" in refused(repacked(path, {"xl/workbook.xml": b"<workbook><sheets>"}))


def test_a_zip_that_is_no_workbook_is_told(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("catatan.txt", "x")
    assert "not a workbook" in refused(path)


def test_the_binary_format_is_told_to_be_saved_anew(tmp_path):
    path = tmp_path / "a.xlsb"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", "x")
    assert ".xlsx" in refused(path)


def test_a_zip_bomb_is_refused_before_it_unfolds(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", sound())
    vast = bytes(archives.MAX_UNPACKED + 1)
    assert "more than" in refused(repacked(path, {"xl/media/a.bin": vast}))


def test_a_part_that_is_larger_than_it_says_is_damage(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", sound())
    repacked(path, {"xl/media/a.bin": b"a" * 99_999})
    data = path.read_bytes()
    assert data.count(struct.pack("<I", 99_999)) == 2
    path.write_bytes(data.replace(struct.pack("<I", 99_999), struct.pack("<I", 11)))
    assert "damaged" in refused(path)


def test_a_file_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    path = write_xlsx(tmp_path / "a.xlsx", sound())
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    assert "more than" in refused(path)


def test_one_stray_cell_at_the_end_of_the_grid_is_named_and_not_read(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Nilai")
    sheet.write(0, 0, "Wilayah")
    sheet.write(1048575, 16383, "x")
    book.close()
    assert "XFD1048576" in refused(path)


def test_a_mere_format_at_the_end_of_the_grid_does_no_harm(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Nilai")
    sheet.write(0, 0, "Wilayah")
    sheet.write_blank(1048575, 16383, None, book.add_format({"bold": True}))
    book.close()
    ((only,), _sha256) = read_grid(path)
    assert only.rows == [["Wilayah"]]


def ods(rows: str) -> bytes:
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    content = (
        f"<office:document-content {declared}><office:body><office:spreadsheet>"
        f'<table:table table:name="Nilai">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest><file-entry full-path="/" media-type="{kind}"/></manifest>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return buffer.getvalue()


FLOAT = '<table:table-cell office:value-type="float" office:value="{}"{}/>'


def test_an_opendocument_sheet_gives_values_errors_and_uncalculated_formulas(tmp_path):
    path = tmp_path / "a.ods"
    failed = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string"'
        ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    unknown = '<table:table-cell table:formula="of:=1+1"/>'
    path.write_bytes(
        ods(
            '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
            f"<table:table-row><table:table-cell/>{FLOAT.format(3.6, '')}{failed}{unknown}"
            "</table:table-row>"
        )
    )
    ((sheet,), _sha256) = read_grid(path)
    assert list(sheet.rows[2]) == [
        "",
        3.6,
        Broken(Trouble.ERROR, "#DIV/0!"),
        Broken(Trouble.NOT_CALCULATED),
    ]


def test_a_repeated_opendocument_cell_is_not_unfolded_without_bound(tmp_path):
    path = tmp_path / "a.ods"
    many = FLOAT.format(1, ' table:number-columns-repeated="16384"')
    path.write_bytes(
        ods(f'<table:table-row table:number-rows-repeated="1048576">{many}</table:table-row>')
    )
    assert "XFD1048576" in refused(path)


def test_an_encrypted_opendocument_sheet_asks_for_the_password_to_be_removed(tmp_path):
    path = tmp_path / "a.ods"
    path.write_bytes(ods(""))
    repacked(path, {"META-INF/manifest.xml": b"<manifest><encryption-data/></manifest>"})
    assert "password" in refused(path)


def test_an_old_workbook_gives_values_and_errors(tmp_path):
    path = tmp_path / "a.xls"
    cells = (
        number(2, 1, 3.6)
        + error(2, 2, 0x17)
        + formula(2, 3, struct.pack("<d", 4.0))
        + formula(2, 4, bytes([2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]))
    )
    path.write_bytes(compound({"Workbook": old_workbook("Nilai", cells)}))
    ((sheet,), _sha256) = read_grid(path)
    assert sheet.name == "Nilai"
    assert list(sheet.rows[2]) == [
        "",
        3.6,
        Broken(Trouble.ERROR, "#REF!"),
        4.0,
        Broken(Trouble.ERROR, "#N/A"),
    ]


def test_a_lost_text_of_a_formula_in_an_old_workbook_is_no_zero(tmp_path):
    path = tmp_path / "a.xls"
    cells = formula(0, 0, bytes([0, 0, 0, 0, 0, 0, 0xFF, 0xFF])) + number(0, 1, 1)
    path.write_bytes(compound({"Workbook": old_workbook("Nilai", cells)}))
    ((sheet,), _sha256) = read_grid(path)
    assert sheet.rows[0][0] == Broken(Trouble.TEXT_FORMULA)


def test_a_compound_file_whose_sectors_circle_is_damaged(tmp_path):
    data = bytearray(compound({"Workbook": old_workbook("Nilai", b"")}))
    struct.pack_into("<I", data, 512 + 4 * 2, 2)  # the first sector of the stream follows itself
    path = tmp_path / "a.xls"
    path.write_bytes(bytes(data))
    assert "damaged" in refused(path)


def test_a_csv_file_that_is_not_text_is_named(tmp_path):
    folder = write_folder(tmp_path / "csv", sound())
    (folder / "Nilai.csv").write_bytes(b"\x81\x8d\x8f\x90\x9d")
    assert "Nilai.csv" in refused(folder)


def test_the_line_that_names_the_delimiter_keeps_its_row(tmp_path):
    folder = write_folder(tmp_path / "csv", sound(), ";")
    path = folder / "Nilai.csv"
    path.write_bytes(b"sep=;\r\n" + path.read_bytes())
    evaluation = read_workbook(folder).evaluation
    assert evaluation is not None
    assert str(evaluation.scores["KAB. BADUNG"][0].source(0)) == "Nilai!C3"


def test_a_panic_of_the_library_is_damage_and_an_interruption_is_not(tmp_path, monkeypatch):
    path = write_xlsx(tmp_path / "a.xlsx", sound())
    panic = type("PanicException", (BaseException,), {})

    def fails(_data: object) -> None:
        raise fault

    monkeypatch.setattr(grid, "load_workbook", fails)
    fault: BaseException = panic()
    assert "damaged" in refused(path)
    fault = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        read_workbook(path)


@pytest.mark.parametrize("version", [3, 4])
def test_streams_of_a_compound_file_are_read_whatever_its_version(version):
    streams = {"Workbook": bytes(range(256)) * 40, "Lain": b"x" * 5000, "Lagi": b"y" * 4096}
    file = CompoundFile(compound(streams, version))
    assert {name: file.stream(name)[: len(data)] for name, data in streams.items()} == streams
    assert set(file.names) == set(streams)
    with pytest.raises(CompoundFileError):
        file.stream("Tiada")


@pytest.mark.parametrize("shift", [8, 10, 13])
def test_sectors_of_another_size_are_damage(shift):
    data = bytearray(compound({"Workbook": b""}))
    struct.pack_into("<H", data, 30, shift)
    with pytest.raises(CompoundFileError):
        CompoundFile(bytes(data))


def test_a_first_line_of_five_letters_names_no_delimiter():
    assert parse_csv(b"a;b;c\n1;2;3\n", "a.csv") == [["a", "b", "c"], ["1", "2", "3"]]
    assert parse_csv(b"sep=,;x\na;b\nc;d\n", "a.csv")[1:] == [["a", "b"], ["c", "d"]]
    assert parse_csv(b"SEP=|\na;b|c\n", "a.csv") == [[], ["a;b", "c"]]
