"""A file becomes a record, or a reason; nothing that is in it stops the others."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from evaluation.source import Box, Source
from extractors import digitise as digitising
from extractors.digitise import Ocr, Task, count_pages, digitise
from extractors.reports.plumber import Plumber
from generator.plan import plan_regions
from generator.rounds import Round
from tests.extractors.reports.papers import Layout, draw
from tests.extractors.reports.sample import sample


def test_a_report_becomes_a_record(tmp_path: Path) -> None:
    path = draw(sample(), Layout(), tmp_path / "report.pdf")
    outcome = digitise(Task(path, ocr=Ocr.NEVER))
    assert outcome.record is not None
    assert (outcome.pages, outcome.scanned, outcome.reason) == (count_pages(path), 0, "")


def test_a_document_of_this_program_has_nothing_doubtful(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    made = rounds["perpustakaan"]
    (job,) = plan_regions(made.evaluation, made.evaluation.regions[:1], ("pdf",))
    (written,) = made.maker.write(job, tmp_path)
    outcome = digitise(Task(tmp_path / written.path))
    assert outcome.record is not None
    assert outcome.record.flags == ()


@pytest.mark.parametrize("content", [b"", b"text", b"%PDF-1.4 nothing"])
def test_what_is_no_report_is_told_by_its_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    outcome = digitise(Task(path))
    assert outcome.record is None
    assert outcome.reason.startswith(str(path))
    assert count_pages(path) == 1


def test_a_surprise_is_the_reason_of_that_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_more: object) -> None:
        raise KeyError("odd")

    path = draw(sample(), Layout(), tmp_path / "report.pdf")
    monkeypatch.setattr(digitising, "read_report", fail)
    outcome = digitise(Task(path))
    assert outcome.record is None
    assert "unexpected error KeyError" in outcome.reason


def test_the_third_opinion_has_none_on_what_it_cannot_open(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    assert Plumber(path)(Source(str(path), page=1, box=Box(0, 0, 9, 9))) is None
