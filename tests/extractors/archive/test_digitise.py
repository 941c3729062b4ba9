"""A file becomes a record, or a reason; nothing that is in it stops the others."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from evaluation.doubts import unreadable_page
from evaluation.model import Instrument, Scale
from evaluation.sources import Box, Source
from extractors.archive import digitise as digitising
from extractors.archive.digitise import Ocr, Task, count_pages, digitise
from extractors.pages.page import Origin, Page, Word
from extractors.pages.written.opening import open_pages
from extractors.reports.proof.third_opinion import Plumber
from generator.document.kinds import REPORT
from generator.making.plan import plan_regions
from generator.making.rounds import Round
from tests.extractors.reports.papers import Layout, draw
from tests.extractors.reports.sample import sample


def test_a_report_becomes_a_record(tmp_path: Path) -> None:
    path = draw(sample(), Layout(), tmp_path / "report.pdf")
    outcome = digitise(Task(path, ocr=Ocr.NEVER))
    assert outcome.record is not None
    assert (outcome.pages, outcome.scanned, str(outcome.reason)) == (count_pages(path), 0, "")


def test_a_document_of_this_program_has_nothing_doubtful(
    rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    made = rounds["perpustakaan"]
    (job,) = plan_regions(made.evaluation, made.evaluation.regions[:1], ("pdf",), (REPORT,))
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
    assert str(outcome.reason).startswith(str(path))
    assert count_pages(path) == 1


@dataclass
class FakeScan:
    """A scan that reads as given words, and its score cells as given figures."""

    number: int
    seen: Page
    figures: str
    asked: list[Box] = field(default_factory=list)

    def page(self) -> Page:
        return self.seen

    def digits(self, cells: Sequence[Box]) -> list[Word]:
        self.asked += cells
        return [Word(self.figures, cell) for cell in cells]


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, str], list[FakeScan]]:
    """Let recognition give what the pages of a written file say; figures as given."""

    def recognise(of: Path, figures: str) -> list[FakeScan]:
        made: list[FakeScan] = []
        with open_pages(of) as pages:
            seen = list(pages)

        def scan(_path: Path, number: int, password: str | None = None) -> FakeScan:
            assert password == "rahasia"
            page = replace(seen[number - 1], origin=Origin.RECOGNISED, plain=None)
            made.append(FakeScan(number, page, figures))
            return made[-1]

        monkeypatch.setattr(digitising, "scan_page", scan)
        return made

    return recognise


def pictures(path: Path, pages: int) -> Path:
    """Draw pages that hold no character, under the password that the fake asks for."""
    canvas = Canvas(str(path), encrypt=StandardEncryption("rahasia", "lain"))
    for _page in range(pages):
        canvas.rect(100, 100, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return path


Recognise = Callable[[Path, str], list[FakeScan]]


@pytest.mark.parametrize(
    ("figures", "rules"),
    [
        ("4", ["readings-differ"] * 4),
        ("", ["readings-differ"] * 5),
        ("3,6", ["readings-differ"] * 4),
    ],
)
def test_scanned_scores_are_read_again_as_figures(
    scans: Recognise, tmp_path: Path, figures: str, rules: list[str]
) -> None:
    made = scans(draw(sample(), Layout(), tmp_path / "a.pdf"), figures)
    task = Task(pictures(tmp_path / "scan.pdf", 2), "rahasia", threads=2)
    outcome = digitise(task)
    assert outcome.record is not None, outcome.reason
    assert (outcome.pages, outcome.scanned) == (2, 2)
    assert [flag.rule for flag in outcome.record.flags] == rules
    boxes = [i.source.box for d in outcome.record.dimensions for i in d.items if i.source]
    assert [box for scan in made for box in scan.asked] == boxes


@pytest.mark.parametrize(
    ("ocr", "scanned"), [(Ocr.AUTO, [1]), (Ocr.ALWAYS, [1, 2]), (Ocr.NEVER, [])]
)
def test_which_pages_are_recognised(
    scans: Recognise, tmp_path: Path, ocr: Ocr, scanned: list[int]
) -> None:
    source = draw(sample(), Layout(), tmp_path / "a.pdf")
    made = scans(source, "")
    with pikepdf.open(source) as book:
        book.pages[0].Contents = book.make_stream(b"100 100 300 300 re f")
        lock = pikepdf.Encryption(user="rahasia", owner="lain")
        book.save(tmp_path / "mixed.pdf", encryption=lock)
    outcome = digitise(Task(tmp_path / "mixed.pdf", "rahasia", ocr))
    assert sorted(scan.number for scan in made) == scanned
    assert outcome.scanned == len(scanned)
    assert outcome.record is not None
    assert [item.number for d in outcome.record.dimensions for item in d.items] == [1, 2, 3, 4, 5]
    assert (outcome.record.region == "KAB. CONTOH") is bool(scanned)


@pytest.mark.parametrize("ocr", [Ocr.AUTO, Ocr.ALWAYS])
def test_a_page_that_could_not_be_read_is_not_recognised_either(
    scans: Recognise, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ocr: Ocr
) -> None:
    made = scans(draw(sample(), Layout(), tmp_path / "a.pdf"), "")
    faulty = Page(1, 0.0, 0.0, (), fault=unreadable_page("damaged"))
    assert not digitising._needs_recognising(faulty, ocr)
    assert made == []


@pytest.mark.parametrize(("threads", "at_once"), [(0, 1), (1, 1), (3, 3)])
def test_as_many_pages_are_recognised_at_a_time_as_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, threads: int, at_once: int
) -> None:
    asked: list[int] = []

    class Pool(ThreadPoolExecutor):
        def __init__(self, workers: int) -> None:
            asked.append(workers)
            super().__init__(workers)

    monkeypatch.setattr(digitising, "ThreadPoolExecutor", Pool)
    digitise(Task(draw(sample(), Layout(), tmp_path / "a.pdf"), threads=threads))
    assert asked == [at_once]


def test_without_figures_a_place_of_a_written_page_is_read_by_the_third_opinion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr(
        digitising, "Plumber", lambda path, password: closing_opinion(asked, password)
    )
    path = draw(sample(), Layout(scores_late=True), tmp_path / "a.pdf")
    outcome = digitise(Task(path, "salah"))
    assert outcome.record is not None
    assert {flag.rule for flag in outcome.record.flags} == {"readings-differ"}
    assert asked == ["salah", "closed"]


def closing_opinion(asked: list[str | None], password: str | None) -> object:
    class Opinion:
        def __call__(self, source: Source) -> str:
            return "9"

        def close(self) -> None:
            asked.append("closed")

    asked.append(password)
    return Opinion()


def test_a_file_that_was_cut_off_says_how_many_pages_were_read(tmp_path: Path) -> None:
    path = draw(sample(), Layout(), tmp_path / "a.pdf")
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"startxref")])
    assert count_pages(path) == 2
    assert digitise(Task(path)).record is None
    record = digitise(Task(path, partial=True)).record
    assert record is not None
    assert [(f.rule, str(f.message), f.source) for f in record.flags] == [
        (
            "file-incomplete",
            "the file is damaged; only 2 pages of it could be read.",
            Source(str(path)),
        )
    ]


def test_a_known_instrument_gives_the_scale(tmp_path: Path) -> None:
    path = draw(sample(), Layout(), tmp_path / "a.pdf")
    like = Instrument((), (), Scale(Decimal(2), Decimal(4), Decimal("0.2")))
    record = digitise(Task(path, like=like)).record
    assert record is not None
    assert [(flag.rule, flag.number) for flag in record.flags] == [("score-off-scale", 5)]


def test_what_the_command_line_says_of_recognition() -> None:
    assert [one.value for one in Ocr] == ["auto", "never", "always"]
    assert Task(Path("a.pdf")) == Task(Path("a.pdf"), None, Ocr.AUTO, False, None, 1)


def test_a_surprise_is_the_reason_of_that_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_more: object) -> None:
        raise KeyError("odd")

    path = draw(sample(), Layout(), tmp_path / "report.pdf")
    monkeypatch.setattr(digitising, "read_reports", fail)
    outcome = digitise(Task(path))
    assert outcome.record is None
    assert str(outcome.reason) == f"{path}: a fault of the program (KeyError: 'odd')"
    assert "in fail" in outcome.traceback
    assert (outcome.file, outcome.pages, outcome.scanned) == (str(path), 0, 0)


def test_the_third_opinion_has_none_on_what_it_cannot_open(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    assert Plumber(path)(Source(str(path), page=1, box=Box(0, 0, 9, 9))) is None
