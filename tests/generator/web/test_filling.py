"""Forms out and scores back on the page, as by the commands."""

import re
import shutil
import time
from pathlib import Path

import pytest

from generator.web.shelf import Round
from generator.web.tasks import State
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.conftest import Type
from tests.generator.web.asking import Browser

SCORES = {
    "Sheet1": [
        ["Wilayah", "Asesor", 1, 2, 3, 4],
        ["KAB. BADUNG", "Asesor 3", 4, 3, 2, 1],
        ["KAB. PEMALANG", "Asesor 3", 1, 2, 3, 4],
    ]
}


def screen(one: Round) -> str:
    return f"/putaran/{one.identifier}/isi"


def ended(browser: Browser, one: Round) -> State:
    for _wait in range(2400):
        task = browser.desk.tasks.of(one)
        assert task is not None
        if task.state is not State.RUNNING:
            return task.state
        time.sleep(0.05)
    raise AssertionError("the work does not end")


@pytest.fixture
def table(tmp_path: Path) -> bytes:
    return write_xlsx(tmp_path / "scores.xlsx", SCORES).read_bytes()


def test_forms_are_those_of_the_command(
    browser: Browser, tiny: Round, type_in: Type, tmp_path: Path
) -> None:
    browser.post(f"{screen(tiny)}/formulir")
    assert ended(browser, tiny) is State.DONE
    assert type_in("forms", tiny.workbook, "-o", tmp_path / "forms").code == 0
    ours, theirs = (
        {path.name: path.read_bytes() for path in folder.iterdir()}
        for folder in (tiny.forms, tmp_path / "forms")
    )
    assert ours == theirs != {}
    browser.post(f"{screen(tiny)}/buka/formulir")
    assert browser.opened == [tiny.forms]
    for wrong in ("..", "x", "peta"):
        browser.post(f"{screen(tiny)}/buka/{wrong}")
    assert browser.opened == [tiny.forms]


def test_what_came_back_is_taken_in_as_by_the_command_that_is_shown(
    browser: Browser, tiny: Round, type_in: Type, table: bytes, tmp_path: Path
) -> None:
    told = browser.drop(f"{screen(tiny)}/kiriman", ("../../Nilai akhir (1).xlsx", table))
    assert "1 file was kept" in told.seen
    (kept,) = tiny.returned.iterdir()
    assert kept.name == "kiriman-nilai-akhir-1.xlsx"
    commands = re.findall(r"<code[^>]*>(.*?)</code>", browser.get(screen(tiny)).text)
    before = shutil.copytree(tiny.folder, tmp_path / "before")
    browser.post(f"{screen(tiny)}/ambil")
    assert ended(browser, tiny) is State.DONE
    assert "8 scores and 0 comments are in the workbook" in browser.get(screen(tiny)).seen
    ours = tiny.workbook.read_bytes()
    shutil.rmtree(tiny.folder)
    shutil.copytree(before, tiny.folder)
    assert type_in(*commands[1].split()[1:]).code in (0, 1)
    assert tiny.workbook.read_bytes() == ours


def test_the_same_file_is_kept_once_and_others_are_told(
    browser: Browser, tiny: Round, table: bytes, tmp_path: Path
) -> None:
    workbook = write_xlsx(tmp_path / "w.xlsx", sound()).read_bytes()
    for _twice in range(2):
        told = browser.drop(
            f"{screen(tiny)}/kiriman",
            ("CON.xlsx", table), ("b.pdf", b"%PDF-1.4"), ("c.xlsx", workbook),
            ("d.xlsx", b"PK\x03\x04"),
        )  # fmt: skip
    for name in ("b.pdf", "c.xlsx", "d.xlsx"):
        assert name in told.seen
    assert [path.name for path in tiny.returned.iterdir()] == ["kiriman-con.xlsx"]


def test_a_workbook_that_is_open_elsewhere_is_not_written_into(
    browser: Browser, tiny: Round, table: bytes
) -> None:
    browser.drop(f"{screen(tiny)}/kiriman", ("a.xlsx", table))
    before = tiny.workbook.read_bytes()
    tiny.workbook.with_name(f"~${tiny.workbook.name}").write_bytes(b"\x07Bu Sari")
    browser.post(f"{screen(tiny)}/ambil")
    assert ended(browser, tiny) is State.FAILED
    assert "Bu Sari" in browser.get(screen(tiny)).seen
    assert tiny.workbook.read_bytes() == before
