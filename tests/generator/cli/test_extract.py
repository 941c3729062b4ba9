"""``laporan extract`` as a user types it: what it writes, what it says, how it ends."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evaluation.errors import ExitCode
from extractors.archive import digitise as digitising
from extractors.workbook.standing import read_rows
from generator.making.rounds import Round
from generator.use_cases import past
from tests.extractors.archive.test_embedded import made
from tests.extractors.reports.papers import Layout, Paper, Part, draw
from tests.extractors.reports.sample import sample
from tests.extractors.reports.test_drawn_flags import cut_off, paper, part
from tests.generator.conftest import Ending, Type

D = Decimal


def drawn(path: Path, given: Paper | None = None, region: str = "KAB. CONTOH") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return draw(replace(given or sample(), region=region), Layout(), path)


def doubtful() -> Paper:
    """A report whose question 2 has no score."""
    return paper(part("Tata Kelola", D(3), None, D(4)), part("Layanan", D(2), first=4))


class Here:
    """A pool that works in this process: what is tested is what comes of it, not where."""

    def __init__(self, *_settings: object, **_named: object) -> None: ...

    def __enter__(self) -> "Here":
        return self

    def __exit__(self, *_fault: object) -> None: ...

    def run(self, work, tasks, lost, tell):  # type: ignore[no-untyped-def]
        for index, task in enumerate(tasks):
            tell(index, work(task))

    def all(self, work, tasks, lost):  # type: ignore[no-untyped-def]
        return [work(task) for task in tasks]


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in this process, whichever way the command hands out its work."""
    monkeypatch.setattr(past, "Pool", Here)


def cells(workbook: Path, sheet: str) -> list[list[object]]:
    return [list(row) for row in read_rows(workbook).sheets[sheet]]


def extracted(type_in: Type, tmp_path: Path, *arguments: str | Path) -> Ending:
    return type_in("extract", *arguments, "-o", tmp_path / "out.xlsx", "--ocr", "never")


def test_sound_reports_end_with_nothing_to_tell_and_a_workbook(
    type_in: Type, tmp_path: Path
) -> None:
    drawn(tmp_path / "in" / "a.pdf")
    drawn(tmp_path / "in" / "deeper" / "B.PDF", region="KOTA LAIN")
    ending = extracted(type_in, tmp_path, tmp_path / "in", "--jobs", "2")
    assert ending.code == ExitCode.DONE, ending.err
    assert f"2 files, 10 scores → {tmp_path / 'out.xlsx'}." in ending.out
    assert [row[0] for row in cells(tmp_path / "out.xlsx", "Nilai")[1:]][-2:] == [
        "KAB. CONTOH",
        "KOTA LAIN",
    ]
    assert cells(tmp_path / "out.xlsx", "Nilai")[-1][2:] == [
        D(4), D("3.6"), D("2.8"), D("3.2"), D(1),
    ]  # fmt: skip


@pytest.mark.usefixtures("here")
def test_doubtful_values_end_with_one_and_stand_on_the_page_beside_their_pictures(
    type_in: Type, tmp_path: Path
) -> None:
    file = drawn(tmp_path / "a.pdf", doubtful())
    review, records = tmp_path / "periksa.html", tmp_path / "json"
    ending = extracted(type_in, tmp_path, file, "--review", review, "--json", records)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "1 values are doubtful; --review shows each." in ending.out
    assert "question 2 has no score." in ending.err + ending.out
    page = review.read_text("utf-8")
    assert page.count('<div class="value">') == 1
    assert page.count("data:image/png;base64,") == 1
    assert 'data-no="2"' in page
    data = json.loads((records / "a.json").read_text("utf-8"))
    assert [flag["rule"] for flag in data["flags"]] == ["score-blank"]
    assert data["dimensions"][0]["items"][1]["score"] is None


@pytest.mark.usefixtures("here")
def test_a_sound_report_has_an_empty_page_and_its_json(type_in: Type, tmp_path: Path) -> None:
    file = drawn(tmp_path / "a.pdf")
    review, records = tmp_path / "periksa.html", tmp_path / "json"
    ending = extracted(type_in, tmp_path, file, "--review", review, "--json", records)
    assert ending.code == ExitCode.DONE
    assert "No value is doubtful." in review.read_text("utf-8")
    data = json.loads((records / "a.json").read_text("utf-8"))
    assert (data["region"], data["year"], data["flags"]) == ("KAB. CONTOH", 2023, [])


@pytest.mark.usefixtures("here")
def test_json_of_files_of_one_name_is_counted(type_in: Type, tmp_path: Path) -> None:
    files = [drawn(tmp_path / folder / "a.pdf", region=f"KAB. {folder}") for folder in "xyz"]
    extracted(type_in, tmp_path, *files, "--json", tmp_path / "json")
    told = {
        p.name: json.loads(p.read_text("utf-8"))["region"] for p in (tmp_path / "json").iterdir()
    }
    assert told == {"a.json": "KAB. x", "a-2.json": "KAB. y", "a-3.json": "KAB. z"}


@pytest.mark.usefixtures("here")
def test_settled_values_are_put_in_and_their_doubts_gone(type_in: Type, tmp_path: Path) -> None:
    file = drawn(tmp_path / "a.pdf", doubtful())
    settled = tmp_path / "putusan.json"
    entry = {"file": "a.pdf", "dimension": "Tata Kelola", "no": 2, "value": "3,5"}
    settled.write_text(json.dumps({"laporan-settled": 1, "settled": [entry]}))
    ending = extracted(type_in, tmp_path, file, "--resolved", settled)
    assert ending.code == ExitCode.DONE, ending.err + ending.out
    assert cells(tmp_path / "out.xlsx", "Nilai")[-1][3] == D("3.5")


@pytest.mark.usefixtures("here")
def test_a_settled_value_of_no_doubtful_question_is_told(type_in: Type, tmp_path: Path) -> None:
    settled = tmp_path / "putusan.json"
    entry = {"file": "a.pdf", "dimension": "Tata Kelola", "no": 1, "value": "1"}
    settled.write_text(json.dumps({"laporan-settled": 1, "settled": [entry]}))
    ending = extracted(type_in, tmp_path, drawn(tmp_path / "a.pdf"), "--resolved", settled)
    assert "question 1 of a.pdf is not doubtful" in ending.out + ending.err
    assert cells(tmp_path / "out.xlsx", "Nilai")[-1][2] == D(4)


@pytest.mark.usefixtures("here")
def test_a_file_that_cannot_be_read_is_told_and_does_not_stop_the_others(
    type_in: Type, tmp_path: Path
) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no PDF")
    ending = extracted(type_in, tmp_path, tmp_path / "bad.pdf", drawn(tmp_path / "a.pdf"))
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "bad.pdf" in ending.err
    assert "1 file, 5 scores" in ending.out
    assert "1 files could not be read; see above." in ending.out


@pytest.mark.usefixtures("here")
def test_nothing_is_written_when_no_file_can_be_read(type_in: Type, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no PDF")
    ending = extracted(type_in, tmp_path, tmp_path / "bad.pdf")
    assert ending.code == ExitCode.NOTHING_SUCCEEDED
    assert not (tmp_path / "out.xlsx").exists()


def test_a_folder_without_pdf_and_a_missing_output_are_wrong_usage(
    type_in: Type, tmp_path: Path
) -> None:
    assert extracted(type_in, tmp_path, tmp_path).code == ExitCode.WRONG_USAGE
    assert type_in("extract", tmp_path).code == ExitCode.WRONG_USAGE
    assert extracted(type_in, tmp_path).code == ExitCode.WRONG_USAGE


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("password", "code"), [((), 8), (("--password", "salah"), 8), (("--password", "rahasia"), 0)]
)
def test_a_locked_file_opens_with_its_password(
    type_in: Type, tmp_path: Path, password: tuple[str, ...], code: int
) -> None:
    import pikepdf

    with pikepdf.open(drawn(tmp_path / "open.pdf")) as book:
        lock = pikepdf.Encryption(user="rahasia", owner="lain")
        book.save(tmp_path / "a.pdf", encryption=lock)
    ending = extracted(type_in, tmp_path, tmp_path / "a.pdf", *password)
    assert ending.code == code, ending.err
    assert ("password" in ending.err) is (code != 0)


@pytest.mark.usefixtures("here")
def test_a_damaged_file_is_read_in_part_only_when_asked_to(type_in: Type, tmp_path: Path) -> None:
    file = drawn(tmp_path / "a.pdf")
    cut_off(file)
    assert extracted(type_in, tmp_path, file).code == ExitCode.NOTHING_SUCCEEDED
    ending = extracted(type_in, tmp_path, file, "--partial")
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "the file is damaged; only 2 pages of it could be read." in ending.out + ending.err


@pytest.mark.usefixtures("here")
def test_a_known_round_gives_questions_weights_and_scale(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    like = workbooks["perpustakaan"]
    ending = extracted(type_in, tmp_path, drawn(tmp_path / "a.pdf"), "--like", like)
    assert ending.code in (ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS), ending.err
    for sheet in ("Instrumen", "Bobot"):
        assert cells(tmp_path / "out.xlsx", sheet) == cells(like, sheet)
    assert "weights-unknown" not in ending.out
    facts = {row[0]: row[1] for row in cells(tmp_path / "out.xlsx", "Surat")[1:]}
    known = {row[0]: row[1] for row in cells(like, "Surat")[1:]}
    assert facts["Skala Maksimum"] == known["Skala Maksimum"]


@pytest.mark.usefixtures("here")
def test_a_known_round_that_cannot_be_read_stops_before_anything(
    type_in: Type, tmp_path: Path
) -> None:
    ending = extracted(
        type_in, tmp_path, drawn(tmp_path / "a.pdf"), "--like", tmp_path / "none.xlsx"
    )
    assert ending.code == ExitCode.UNREADABLE_INPUT
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.usefixtures("here")
def test_a_scan_is_refused_without_recognition(type_in: Type, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.rect(100, 100, 50, 50, fill=1)
    canvas.save()
    ending = extracted(type_in, tmp_path, tmp_path / "scan.pdf")
    assert ending.code == ExitCode.NOTHING_SUCCEEDED
    assert "no page holds readable characters" in ending.err


@pytest.mark.usefixtures("here")
def test_what_an_interrupted_run_has_read_is_not_read_again(
    type_in: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").mkdir(mode=0o700)
    monkeypatch.setenv("LAPORAN_CACHE", str(tmp_path / "cache"))
    first, second = drawn(tmp_path / "a.pdf"), drawn(tmp_path / "b.pdf", region="KOTA LAIN")
    read: list[str] = []
    real = digitising.digitise

    def noted(task: digitising.Task) -> digitising.Outcome:
        if task.path == second and len(read) == 1:
            raise KeyboardInterrupt
        read.append(task.path.name)
        return real(task)

    monkeypatch.setattr(past, "digitise", noted)
    assert extracted(type_in, tmp_path, first, second).code == ExitCode.INTERRUPTED
    assert not (tmp_path / "out.xlsx").exists()
    read.append("again")
    again = extracted(type_in, tmp_path, first, second)
    assert again.code == ExitCode.DONE, again.err
    assert read == ["a.pdf", "again", "b.pdf"]
    assert "2 files, 10 scores" in again.out
    assert extracted(type_in, tmp_path, first, "--partial").code == ExitCode.DONE
    assert read[-1] == "a.pdf"  # something else was asked for


@pytest.mark.usefixtures("here")
def test_a_report_that_was_read_before_is_told_in_the_language_of_this_run(
    type_in: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").mkdir(mode=0o700)
    monkeypatch.setenv("LAPORAN_CACHE", str(tmp_path / "cache"))
    file, records = drawn(tmp_path / "a.pdf", doubtful()), tmp_path / "json"
    english = extracted(type_in, tmp_path, file)
    kept = b"".join(path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file())
    assert b"score-blank" in kept
    assert not any(text in kept for text in (b"has no score", b"tidak memiliki nilai", b"message"))

    def unasked(_task: digitising.Task) -> digitising.Outcome:
        raise AssertionError("read again")

    monkeypatch.setattr(past, "digitise", unasked)
    out = ("-o", tmp_path / "out.xlsx", "--ocr", "never", "--json", records)
    indonesian = type_in("--lang", "id", "extract", file, *out)
    assert english.code == indonesian.code == ExitCode.DONE_WITH_FINDINGS
    assert "question 2 has no score." in english.err
    told = "pertanyaan 2 tidak memiliki nilai."
    assert told in indonesian.err and "no score" not in indonesian.err
    (flag,) = json.loads((records / "a.json").read_text("utf-8"))["flags"]
    assert (flag["rule"], flag["facts"], flag["message"]) == ("score-blank", {"no": 2}, told)


@pytest.mark.usefixtures("here")
def test_what_was_extracted_is_a_workbook_that_check_reads(type_in: Type, tmp_path: Path) -> None:
    extracted(type_in, tmp_path, drawn(tmp_path / "a.pdf"))
    ending = type_in("check", tmp_path / "out.xlsx", "--all")
    assert ending.code in (ExitCode.DONE_WITH_FINDINGS, ExitCode.WRONG_DATA)
    assert re.search(r"Bobot|Surat", ending.out + ending.err)


def test_a_report_of_one_dimension_is_counted_in_the_singular(
    type_in: Type, tmp_path: Path, here: None
) -> None:
    one = Paper("KAB. CONTOH", 2023, (Part("Layanan", sample().parts[0].items),))
    ending = extracted(type_in, tmp_path, drawn(tmp_path / "a.pdf", one))
    assert f"1 file, 3 scores → {tmp_path / 'out.xlsx'}." in ending.out


TOLD = "1 file carries its own record, and its pages agree with every score of it."


@pytest.mark.usefixtures("here")
def test_a_report_of_ours_says_whether_its_own_record_is_taken(
    type_in: Type, rounds: Mapping[str, Round], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").mkdir(mode=0o700)
    monkeypatch.setenv("LAPORAN_CACHE", str(tmp_path / "cache"))
    file = made(rounds["perpustakaan"], "prov bengkulu", tmp_path)
    for _run in ("read", "remembered"):
        assert TOLD in extracted(type_in, tmp_path, file).out
    page = tmp_path / "periksa.html"
    for more in (("--pages",), ("--review", page)):
        assert "its own record" not in extracted(type_in, tmp_path, file, *more).out
    assert "its own record" not in extracted(type_in, tmp_path, drawn(tmp_path / "a.pdf")).out
