"""Nothing is put into words before it is told: what is found out holds messages, no sentence."""

from pathlib import Path

import openpyxl
import pytest

from evaluation.messages import Message, set_language
from evaluation.record_json import from_json, to_json
from extractors.archive.digitise import Ocr, Task, digitise
from extractors.archive.drafting import draft_of_records
from extractors.collect import collect
from extractors.workbook import read_workbook
from generator.making.inspection import inspect
from generator.workbooks.round_sheets import round_sheets
from tests.extractors.archive.test_archive_regions import PROFILE
from tests.generator.cli.test_check import changed
from tests.generator.cli.test_extract import doubtful, drawn

SPOILT = (
    ("Nilai", 1, 2, 11),
    ("Nilai", 2, 3, "x"),
    ("Wilayah", 2, 1, "KAB. TIDAK ADA"),
    ("Catatan", 1, 4, "Koleksi koleksi (dua daerah"),
    ("Surat", 2, 1, "B-1/2"),
)


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let nothing be put into words until it is undone."""

    def told(self: Message) -> str:
        raise AssertionError(f"worded too early: {self!r}")

    monkeypatch.setattr(Message, "__str__", told)
    return monkeypatch


def test_a_check_finds_everything_without_a_word(
    silent: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workbook = changed(tmp_path / "a.xlsx", *SPOILT)
    reading = read_workbook(workbook)
    found = inspect(reading.evaluation, reading.findings, None).findings
    assert len({finding.rule for finding in found}) >= len(SPOILT)
    silent.undo()
    english = [str(finding) for finding in found]
    set_language("id")
    assert not set(english) & {str(finding) for finding in found}


def test_a_past_report_becomes_a_record_and_a_workbook_without_a_word(
    silent: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    outcome = digitise(Task(drawn(tmp_path / "a.pdf", doubtful()), ocr=Ocr.NEVER))
    assert outcome.record is not None and outcome.record.flags
    record = from_json(to_json(outcome.record))
    drafted = draft_of_records([record], PROFILE)
    made = round_sheets(drafted.draft)
    assert drafted.findings and made.notes
    assert digitise(Task(tmp_path / "none.pdf")).reason


def test_files_are_collected_without_a_word(silent: pytest.MonkeyPatch, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Wilayah", "1", "2", "?"], ["KAB. A", 3, "x", 9], ["Jumlah", 3, 4, 5]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "b.txt").write_text("no table")
    found = collect([tmp_path])
    assert found.findings and found.unused
    silent.undo()
    assert all(map(str, found.findings))
