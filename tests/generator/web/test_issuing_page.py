"""Going out and being put right on the page: the same as by the commands, and nothing unseen."""

import datetime
import re
import time
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from evaluation.errors import CancelledError
from evaluation.messages import literal
from generator.use_cases.following import Cancelled, Progress
from generator.web.shelf import Round
from generator.web.tasks import State
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.conftest import Type
from tests.generator.web.asking import Browser


@pytest.fixture
def full(browser: Browser, workbooks: Mapping[str, Path]) -> Round:
    """A round that may go out."""
    return browser.desk.shelf.add("", ".xlsx", workbooks["perpustakaan"].read_bytes())


def screen(one: Round) -> str:
    return f"/putaran/{one.identifier}/terbit"


def state_shown(browser: Browser, path: str) -> str:
    found = re.search(r'name="keadaan" value="([^"]+)"', browser.get(path).text)
    assert found is not None
    return found[1]


def ended(browser: Browser, one: Round) -> State:
    for _wait in range(2400):
        task = browser.desk.tasks.of(one)
        assert task is not None
        if task.state is not State.RUNNING:
            return task.state
        time.sleep(0.05)
    raise AssertionError("the work does not end")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def changed(workbook: Path, **cells: object) -> None:
    book = load_workbook(workbook)
    for place, value in cells.items():
        sheet, _mark, cell = place.partition("_")
        book[sheet][cell] = value
    target = BytesIO()
    book.save(target)
    workbook.write_bytes(target.getvalue())


@pytest.mark.slow
def test_a_round_goes_out_and_is_put_right_as_by_the_commands(
    browser: Browser, full: Round, type_in: Type, tmp_path: Path
) -> None:
    browser.post(f"{screen(full)}/terbitkan", {"keadaan": state_shown(browser, screen(full))})
    assert ended(browser, full) is State.DONE
    shown = browser.get(screen(full))
    assert "Issued as B-212/DPLD/PK.02.01/07/2025, 14 Juli 2025. 32 files." in shown.seen
    assert "This letter has gone out" in shown.seen
    assert "Issue the round" not in shown.seen
    copy = tmp_path / full.workbook.name
    copy.write_bytes(full.workbook.read_bytes())
    for command in ("build", "issue"):
        assert type_in(command, copy, "-o", tmp_path / "jadi").code == 0
    assert contents(tmp_path / "jadi" / "terbit") == contents(full.final / "terbit") != {}

    found = re.search(r'href="[^"]*(/putaran/[^"]*/ralat)"', shown.text)
    assert found is not None
    ralat = found[1]
    assert "still says what the workbook says" in browser.get(ralat).seen
    changed(full.workbook, Nilai_D5=1)
    copy.write_bytes(full.workbook.read_bytes())
    told = browser.get(ralat)
    assert "No longer true" in told.seen
    assert "national table" in told.seen
    wrong = {"keadaan": state_shown(browser, ralat), "alasan": " ", "tanggal": "2025-08-01"}
    assert "needs a reason and a date" in browser.post(f"{ralat}/buat", wrong).seen
    browser.post(f"{ralat}/buat", {**wrong, "alasan": "Salah ketik"})
    assert ended(browser, full) is State.DONE
    (first,) = (one for one in (tmp_path / "jadi" / "terbit").iterdir())
    assert type_in(
        "correct", copy, "--against", first, "--reason", "Salah ketik", "--date", "1 Agustus 2025"
    ).code == 0  # fmt: skip
    assert contents(tmp_path / "jadi" / "terbit") == contents(full.final / "terbit")
    after = browser.get(screen(full))
    assert "Correction, version 2" in after.seen
    assert after.text.count('/ralat"') == 1
    whole = re.findall(r'action="[^"]*(/putaran/[^"]*/utuh)"', after.text)
    assert "Every file is as it went out" in browser.post(whole[0]).seen
    browser.post(whole[0].replace("/utuh", "/map"))
    assert browser.opened[0].parent == full.final / "terbit"


def test_what_was_not_seen_does_not_go_out(browser: Browser, full: Round) -> None:
    state = state_shown(browser, screen(full))
    changed(full.workbook, Surat_B9="Hal yang lain")
    answer = browser.post(f"{screen(full)}/terbitkan", {"keadaan": state})
    assert "The workbook was saved meanwhile" in answer.seen
    assert browser.desk.tasks.of(full) is None
    assert not full.final.exists()


def test_each_warning_has_to_be_accepted(browser: Browser, full: Round) -> None:
    changed(full.workbook, Catatan_E5="Layanan  sudah baik baik.")
    shown = browser.get(screen(full)).text
    offered = re.findall(r'name="terima" value="(\w+)" required', shown)
    assert offered
    state = state_shown(browser, screen(full))
    answer = browser.post(f"{screen(full)}/terbitkan", {"keadaan": state, "terima": "x"})
    assert "Each warning has to be looked at" in answer.seen
    assert browser.desk.tasks.of(full) is None


def test_a_draft_cannot_go_out_and_is_told_what_it_lacks(browser: Browser, tiny: Round) -> None:
    sheets = sound()
    sheets["Surat"] = [line for line in sheets["Surat"] if line[0] not in ("Nomor", "Tanggal")]
    write_xlsx(tiny.workbook, sheets)
    seen = browser.get(screen(tiny)).seen
    assert "Issue the round" not in seen


def test_with_errors_nothing_goes_out(browser: Browser, tiny: Round) -> None:
    tiny.workbook.write_bytes(b"")
    assert "See what is wrong" in browser.get(screen(tiny)).seen


def test_an_issue_that_is_not_there_is_told(browser: Browser, full: Round) -> None:
    for path in ("ralat",):
        assert browser.get(f"{screen(full)}/0123456789abcdef/{path}").status == 404
    for path in ("map", "utuh", "ralat/buat"):
        assert browser.ask("POST", f"{screen(full)}/../../x/{path}").status == 404


def test_one_work_at_a_time(browser: Browser, full: Round) -> None:
    def waiting(_progress: Progress, cancelled: Cancelled) -> tuple[()]:
        while not cancelled():
            time.sleep(0.01)
        raise CancelledError(literal(""))

    state = state_shown(browser, screen(full))
    browser.desk.tasks.start(full, "other", waiting)
    answer = browser.post(f"{screen(full)}/terbitkan", {"keadaan": state})
    assert "Other work goes on" in answer.seen
    browser.desk.tasks.end()


def test_today_is_offered_as_the_day_of_a_correction() -> None:
    from generator.web.screens.correct import _day, _today

    assert _day(_today().isoformat()) == datetime.datetime.now().astimezone().date()
    assert _day("kemarin") is None
