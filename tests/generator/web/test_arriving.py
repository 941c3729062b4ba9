"""What is dropped is told by its contents, and lies where no name of it decides."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from evaluation.errors import UnreadableInputError
from generator.web.arrivals import Arrival, arrival_of, ending_of
from generator.web.shelf import Round, Shelf
from generator.workbooks.book import write_workbook
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.web.asking import Browser


def workbook(folder: Path) -> bytes:
    return write_xlsx(folder / "w.xlsx", sound()).read_bytes()


def zipped(**parts: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_", "/"), data)
    return target.getvalue()


def test_each_kind_of_file_is_told_by_its_contents(tmp_path: Path) -> None:
    blank = BytesIO()
    write_workbook(blank)
    form = write_xlsx(tmp_path / "f.xlsx", {"_Formulir": [["laporan-formulir", "1"]]})
    table = write_xlsx(tmp_path / "t.xlsx", {"Sheet1": [["Wilayah", 1, 2], ["KAB. BADUNG", 3, 4]]})
    wanted = {
        Arrival.WORKBOOK: (workbook(tmp_path), blank.getvalue()),
        Arrival.RETURNED: (form.read_bytes(), table.read_bytes()),
        Arrival.REPORT: (b"%PDF-1.7\n...", b"\xef\xbb\xbf%PDF-1.4"),
        Arrival.PACK: (zipped(**{"rupa_paket.toml": b'base = "dasar"'}),),
        Arrival.OTHER: (b"GIF89a", b"", b"Wilayah;1;2\n"),
    }
    for arrival, files in wanted.items():
        assert {arrival_of(data, "x.exe").kind for data in files} == {arrival}


def test_a_workbook_keeps_the_ending_of_its_contents(tmp_path: Path) -> None:
    assert ending_of(workbook(tmp_path)) == ".xlsx"
    assert ending_of(zipped(**{"content.xml": b""})) == ".ods"


def test_a_damaged_spreadsheet_is_an_error_that_names_it() -> None:
    with pytest.raises(UnreadableInputError, match=r"nilai\.xlsx"):
        arrival_of(b"PK\x03\x04 broken", "nilai.xlsx")


HOSTILE = [
    "../../escape.xlsx", "..\\..\\escape.xlsx", "CON.xlsx", "a.xlsx:stream", "/etc/passwd",
    "<script>alert(1)</script>.xlsx", "\u202exslx.gpj", "n" * 3000 + ".xlsx",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_the_name_of_an_upload_is_shown_and_never_used(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    answer = browser.drop("/jatuh", (name, workbook(tmp_path)))
    assert answer.status == 200
    assert "<script>alert" not in answer.body.decode()
    assert "\u202e" not in answer.text
    there = sorted(str(path.relative_to(tmp_path)) for path in browser.folder.rglob("*"))
    assert there == ["Laporan/putaran-2024", "Laporan/putaran-2024/buku-kerja.xlsx"]


def test_a_dropped_workbook_is_copied_byte_for_byte_and_checked(
    browser: Browser, tmp_path: Path
) -> None:
    data = workbook(tmp_path)
    answer = browser.drop("/jatuh", ("evaluasi.xlsx", data))
    (one,) = browser.desk.shelf.rounds()
    assert one.workbook.read_bytes() == data
    assert "evaluasi.xlsx: a workbook" in answer.seen
    assert "Looked at" in answer.seen


def test_several_workbooks_become_rounds_of_their_own(browser: Browser, tmp_path: Path) -> None:
    data = workbook(tmp_path)
    answer = browser.drop("/jatuh", ("a.xlsx", data), ("b.xlsx", data), ("c.txt", b"hello"))
    assert len(browser.desk.shelf.rounds()) == 2
    assert "c.txt: nothing that Laporan knows" in answer.seen


def test_dropping_nothing_is_told(browser: Browser) -> None:
    assert "No file was chosen" in browser.drop("/jatuh", ("", b"")).seen


def test_a_file_larger_than_any_workbook_is_told(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("generator.web.screens.home.MOST_BYTES", 1000)
    answer = browser.drop("/jatuh", ("a.xlsx", workbook(tmp_path)))
    assert "larger than 50 MB" in answer.seen
    assert not browser.desk.shelf.rounds()


@pytest.mark.parametrize("title", ["CON", "../..", "", "Évaluasi 2024: kota/kab", "x" * 400])
def test_a_round_is_named_with_plain_letters_whatever_its_title(tmp_path: Path, title: str) -> None:
    one = Shelf(tmp_path).add(title, ".xlsx", b"")
    assert one.folder.parent == tmp_path
    assert one.folder.name.startswith("putaran")
    assert one.folder.name.replace("-", "").isalnum()
    assert len(one.folder.name) < 80


def test_a_round_is_found_by_its_identifier_alone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    one: Round = shelf.add("a", ".xlsx", b"")
    assert shelf.find(one.identifier) == one
    for wrong in (one.folder.name, str(one.folder), "", "..", one.identifier[:-1]):
        assert shelf.find(wrong) is None


def test_folders_without_a_workbook_are_no_rounds(tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "buku-kerja.xlsx").write_bytes(b"")
    assert Shelf(tmp_path).rounds() == ()
    assert Shelf(tmp_path / "none").rounds() == ()
