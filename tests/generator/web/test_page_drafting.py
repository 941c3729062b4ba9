"""Drafts on the page: the documents of the commands, page by page, and all at once."""

import re
import sqlite3
import threading
import time
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from evaluation.errors import CancelledError, NothingSucceededError
from evaluation.messages import literal
from generator.use_cases.drafts import Drafts
from generator.use_cases.following import Cancelled, Progress
from generator.web.notes import FILE, Notes
from generator.web.pictures import Pictures
from generator.web.screens.draft import BUILD
from generator.web.shelf import Round
from generator.web.tasks import State
from tests.conftest import opened
from tests.generator.conftest import Type
from tests.generator.web.asking import Browser
from tests.reading_pdf import page_texts


@pytest.fixture
def full(browser: Browser, workbooks: Mapping[str, Path]) -> Round:
    """A round of which documents can be made, with a number and a date."""
    return browser.desk.shelf.add("", ".xlsx", workbooks["perpustakaan"].read_bytes())


def ended(browser: Browser, one: Round) -> State:
    for _wait in range(2400):
        task = browser.desk.tasks.of(one)
        assert task is not None
        if task.state is not State.RUNNING:
            return task.state
        time.sleep(0.05)
    raise AssertionError("the work does not end")


def test_the_draft_that_is_leafed_through_is_that_of_the_command(
    browser: Browser, full: Round, type_in: Type, tmp_path: Path
) -> None:
    screen = f"/putaran/{full.identifier}/konsep"
    shown = browser.get(screen).text
    numbers = dict(re.findall(r'<option value="(\d+)"[^>]*>([^<]+)<', shown))
    number = next(number for number, name in numbers.items() if "BENGKULU" in name)
    type_in("report", full.workbook, "bengkulu", "-o", tmp_path / "a", "--draft", "--format", "pdf")
    (made,) = (tmp_path / "a" / "reports").iterdir()
    answer = browser.get(f"{screen}/dokumen?dokumen={number}")
    assert answer.body == made.read_bytes()
    assert made.name in answer.headers["content-disposition"]


def test_every_page_of_a_draft_says_so_whatever_number_there_is(
    workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    drafts = Drafts(opened(workbooks["perpustakaan"]).maker)
    for job in drafts.jobs[:5]:
        path = tmp_path / "draft.pdf"
        path.write_bytes(drafts.pdf(job))
        texts = page_texts(path)
        assert texts
        assert [text for text in texts if "KONSEP" not in text] == []


def test_pages_are_pictures_of_the_document(browser: Browser, full: Round) -> None:
    text = browser.get(f"/putaran/{full.identifier}/konsep").text
    leaves = re.findall(r'<img src="[^"]*(/gambar/\w+/\d+\.png)" width="(\d+)"', text)
    assert leaves
    first = browser.get(leaves[0][0])
    picture = Image.open(BytesIO(first.body))
    assert picture.width > int(leaves[0][1])
    assert "immutable" in first.headers["cache-control"]
    digest = leaves[0][0].split("/")[2]
    for wrong in (f"/gambar/{digest}/0.png", f"/gambar/{digest}/999.png", "/gambar/x/1.png"):
        assert browser.get(wrong).status == 404


def test_a_picture_is_kept_by_the_contents_of_its_document(
    workbooks: Mapping[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = Drafts(opened(workbooks["perpustakaan"]).maker)
    first, second = (drafts.pdf(job) for job in drafts.jobs[:2])
    pictures = Pictures()
    digests = [pictures.pages(pdf)[0] for pdf in (first, second, first)]
    assert digests[0] == digests[2] != digests[1]
    drawn = pictures.picture(digests[0], 1)
    monkeypatch.setattr("generator.web.pictures._drawn", lambda *_given: b"anew")
    assert pictures.picture(digests[0], 1) == drawn
    assert Pictures().picture(digests[0], 1) == drawn


@pytest.mark.parametrize("asked", ["", "-1", "99999", "x", "../1", "1e3"])
def test_a_document_that_is_none_is_the_first(browser: Browser, full: Round, asked: str) -> None:
    shown = browser.get(f"/putaran/{full.identifier}/konsep?dokumen={asked}").text
    assert re.findall(r'<option value="(\d+)" selected', shown) == ["0"]


def test_with_errors_there_is_no_draft(browser: Browser, tiny: Round) -> None:
    tiny.workbook.write_bytes(b"")
    answer = browser.get(f"/putaran/{tiny.identifier}/konsep")
    assert "There are errors to mend" in answer.seen
    assert browser.get(f"/putaran/{tiny.identifier}/konsep/dokumen").status == 303


@pytest.mark.slow
def test_all_documents_are_those_of_the_command_that_is_shown(
    browser: Browser, full: Round, type_in: Type, tmp_path: Path
) -> None:
    screen = f"/putaran/{full.identifier}/konsep"
    browser.post(f"{screen}/buat")
    assert ended(browser, full) is State.DONE
    assert "32 files were made" in browser.get(f"{screen}/kerja").seen
    shown = re.search(r"<code[^>]*>(.*?)</code>", browser.get(screen).text)
    assert shown is not None
    words = [str(tmp_path / "b") if one == str(full.drafts) else one for one in shown[1].split()]
    assert type_in(*words[1:]).code == 0
    theirs = {p.relative_to(tmp_path / "b"): p.read_bytes() for p in files(tmp_path / "b")}
    ours = {p.relative_to(full.drafts): p.read_bytes() for p in files(full.drafts)}
    assert theirs == ours != {}


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def waiting(_progress: Progress, cancelled: Cancelled) -> tuple[()]:
    while not cancelled():
        time.sleep(0.01)
    raise CancelledError(literal(""))


def test_one_piece_of_work_a_round_and_it_can_be_ended(browser: Browser, tiny: Round) -> None:
    tasks = browser.desk.tasks
    assert tasks.start(tiny, BUILD, waiting)
    assert not tasks.start(tiny, BUILD, waiting)
    assert tasks.at_work()
    assert not browser.desk.is_quiet()
    told = browser.post(f"/putaran/{tiny.identifier}/konsep/batal")
    assert told.status == 200
    assert ended(browser, tiny) is State.CANCELLED
    assert (
        "Ended before all was done" in browser.get(f"/putaran/{tiny.identifier}/konsep/kerja").seen
    )
    assert tasks.start(tiny, BUILD, waiting)
    tasks.end()
    assert not tasks.at_work()


def test_how_far_work_is_and_how_long_it_takes_is_told(browser: Browser, tiny: Round) -> None:
    go_on = threading.Event()

    def work(progress: Progress, _cancelled: Cancelled) -> tuple[()]:
        progress(0, 200)
        progress(50, 200)
        go_on.wait(60)
        return ()

    browser.desk.tasks.start(tiny, BUILD, work)
    while "50 of 200 documents" not in browser.get(f"/putaran/{tiny.identifier}/konsep/kerja").seen:
        time.sleep(0.01)
    text = browser.get(f"/putaran/{tiny.identifier}/konsep/kerja").text
    assert re.search(r'<progress[^>]* max="200" value="50"', text)
    go_on.set()
    ended(browser, tiny)


def test_work_that_fails_says_why_and_a_fault_is_one_of_the_program(
    browser: Browser, tiny: Round
) -> None:
    def nothing(_progress: Progress, _cancelled: Cancelled) -> tuple[()]:
        raise NothingSucceededError(literal("no document could be made"))

    def fault(_progress: Progress, _cancelled: Cancelled) -> tuple[()]:
        raise ZeroDivisionError("planted")

    for work, told in ((nothing, "no document could be made"), (fault, "a fault of the program")):
        browser.desk.tasks.start(tiny, BUILD, work)
        assert ended(browser, tiny) is State.FAILED
        assert told in browser.get(f"/putaran/{tiny.identifier}/konsep/kerja").seen


def test_work_that_was_cut_off_is_told_after_the_next_start(browser: Browser, tiny: Round) -> None:
    screen = f"/putaran/{tiny.identifier}/konsep/kerja"
    assert "cut off" not in browser.get(screen).seen
    Notes(tiny.folder).begin(BUILD)  # and the machine goes out
    assert "The last making was cut off" in browser.get(screen).seen
    done = Notes(tiny.folder).begin(BUILD)
    Notes(tiny.folder).end(done, "done")
    assert "cut off" not in browser.get(screen).seen


@pytest.mark.parametrize("damage", ["garbage", "later"])
def test_notes_that_cannot_be_read_stand_in_nobodys_way(
    browser: Browser, tiny: Round, damage: str
) -> None:
    if damage == "garbage":
        (tiny.folder / FILE).write_bytes(b"no database at all" * 100)
    else:
        with sqlite3.connect(tiny.folder / FILE) as book:
            book.execute("PRAGMA user_version = 99")
        book.close()
    notes = Notes(tiny.folder)
    assert notes.begin(BUILD) is None
    notes.end(None, "done")
    assert notes.last(BUILD) is None


def test_the_folder_of_drafts_is_opened_once_it_is_there(browser: Browser, full: Round) -> None:
    path = f"/putaran/{full.identifier}/konsep/map"
    browser.post(path)
    assert browser.opened == []
    full.drafts.mkdir()
    browser.post(path)
    assert browser.opened == [full.drafts]
