"""A finding that is right as it is: noted in the workbook, and nothing else is touched."""

import os
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from evaluation.errors import UnwritableOutputError, WrongDataError
from extractors.spreadsheets.grid import read_grid
from generator.use_cases import exempt, inspect
from generator.web.shelf import Round
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.conftest import Type
from tests.generator.web.asking import Browser

HEAD = ["Aturan", "Tempat", "Alasan"]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    sheets = sound()
    sheets["Pengecualian"] = [HEAD]
    return write_xlsx(tmp_path / "w.xlsx", sheets)


def row(workbook: Path, number: int) -> list[object]:
    return [cell.value for cell in load_workbook(workbook)["Pengecualian"][number]]


def test_a_row_is_added_and_everything_else_stays(workbook: Path) -> None:
    before = [sheet for sheet in read_grid(workbook)[0] if sheet.name != "Pengecualian"]
    exempt(workbook, "letter-draft", "Surat!B2", " Menunggu nomor ")
    exempt(workbook, "cell-blank", "", "Memang kosong")
    after = [sheet for sheet in read_grid(workbook)[0] if sheet.name != "Pengecualian"]
    assert before == after
    assert row(workbook, 2) == ["letter-draft", "Surat!B2", "Menunggu nomor"]
    assert row(workbook, 3)[::2] == ["cell-blank", "Memang kosong"]


def test_the_same_exemption_is_noted_once(workbook: Path) -> None:
    exempt(workbook, "letter-draft", "Surat!B2", "a")
    once = workbook.read_bytes()
    exempt(workbook, "letter-draft", "surat!b2", "b")
    assert workbook.read_bytes() == once


@pytest.mark.parametrize(
    "reason", ["=HYPERLINK(1)", "+1", "@SUM(A1)", "-2", "\t=1", "</t><f>1</f>"]
)
def test_a_reason_is_text_whatever_it_begins_with(workbook: Path, reason: str) -> None:
    exempt(workbook, "letter-draft", "Surat!B2", reason)
    cell = load_workbook(workbook)["Pengecualian"]["C2"]
    assert (cell.data_type, cell.value) == ("s", reason.strip())


@pytest.mark.parametrize(("rule", "reason"), [("no-such-rule", "x"), ("letter-draft", "  ")])
def test_what_makes_no_sense_is_refused(workbook: Path, rule: str, reason: str) -> None:
    before = workbook.read_bytes()
    with pytest.raises(WrongDataError):
        exempt(workbook, rule, "", reason)
    assert workbook.read_bytes() == before


LOCKS = {
    "~$w.xlsx": b"\x07Bu Sari" + b" " * 100,
    ".~lock.w.xlsx#": b"Bu Sari,host,25.11.2026 19:00,file:///x;",
}


@pytest.mark.parametrize("name", LOCKS)
def test_a_workbook_that_is_open_elsewhere_is_left_alone(workbook: Path, name: str) -> None:
    before = workbook.read_bytes()
    lock = workbook.with_name(name)
    lock.write_bytes(LOCKS[name])
    with pytest.raises(UnwritableOutputError, match="Bu Sari"):
        exempt(workbook, "letter-draft", "", "x")
    assert workbook.read_bytes() == before
    lock.unlink()
    exempt(workbook, "letter-draft", "", "x")
    assert workbook.read_bytes() != before


def test_a_workbook_without_the_sheet_is_told(tmp_path: Path) -> None:
    sheets = sound()
    sheets.pop("Pengecualian", None)
    with pytest.raises(UnwritableOutputError, match="no such sheet"):
        exempt(write_xlsx(tmp_path / "w.xlsx", sheets), "letter-draft", "", "x")


def test_the_command_does_the_same(workbook: Path, tmp_path: Path, type_in: Type) -> None:
    other = tmp_path / "other" / "w.xlsx"
    other.parent.mkdir()
    other.write_bytes(workbook.read_bytes())
    exempt(workbook, "letter-draft", "Surat!B2", "Menunggu nomor")
    arguments = ("--at", "Surat!B2", "--reason", "Menunggu nomor")
    assert type_in("exempt", other, "letter-draft", *arguments).code == 0
    assert row(other, 2) == row(workbook, 2)


def test_on_the_page_a_finding_is_exempted_by_its_identifier(browser: Browser, tiny: Round) -> None:
    sheets = sound()
    sheets["Pengecualian"] = [HEAD]
    sheets["Surat"] = [line for line in sheets["Surat"] if line[0] != "Nomor"]
    write_xlsx(tiny.workbook, sheets)
    screen = f"/putaran/{tiny.identifier}/periksa"
    before = {str(one) for one in inspect(tiny.workbook).findings}
    offered = re.findall(r'action="[^"]*(/putaran/[^"]*/benar/\w+)"', browser.get(screen).text)
    assert offered
    answer = browser.post(offered[0], {"alasan": "Memang begitu"})
    assert "Noted in the sheet Pengecualian" in answer.seen
    after = {str(one) for one in inspect(tiny.workbook).findings}
    assert len(before - after) == 1
    assert "not there any more" in browser.post(offered[0], {"alasan": "Sekali lagi"}).seen


def test_on_the_page_errors_cannot_be_exempted(browser: Browser, tiny: Round) -> None:
    sheets = sound()
    sheets["Nilai"][1][2] = 9
    write_xlsx(tiny.workbook, sheets)
    os.utime(tiny.workbook, ns=(1, 1))
    text = browser.get(f"/putaran/{tiny.identifier}/periksa").text
    errors = [one for one in text.split("<li ") if 'class="finding error"' in one[:30]]
    assert errors
    assert not [one for one in errors if "/benar/" in one]
