"""The program from Python: the same bytes as by its commands, followed, ended from outside."""

import json
import re
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from evaluation.errors import (
    CancelledError,
    ExitCode,
    NothingSucceededError,
    UnreadableInputError,
    WrongDataError,
)
from generator import use_cases
from generator.issuing.verifying import Standing
from generator.making.maker import Maker
from generator.making.plan import Job
from generator.processes.pool import MAKING, Pool
from tests.extractors.reports.papers import Layout, draw
from tests.extractors.reports.sample import sample
from tests.extractors.tiny import sound, write_xlsx
from tests.generator.cli.test_commands import changed_round
from tests.generator.conftest import Type

DOCS = Path(__file__).parents[2] / "docs" / "python.md"
WIDE = "Wilayah;Asesor;1;2;3\nKab. Badung;Asesor 3;4;3;2\nKab. Pemalang;Asesor 3;1;2;3\n"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def workbook(workbooks: Mapping[str, Path]) -> Path:
    return workbooks["perpustakaan"]


def test_documents_made_from_python_are_those_of_the_commands(
    workbook: Path, tmp_path: Path, type_in: Type
) -> None:
    type_in("report", workbook, "bengkulu", "-o", tmp_path / "a", "--format", "docx")
    type_in("letter", workbook, "-o", tmp_path / "a", "--format", "docx")
    for make, region in ((use_cases.report, ("bengkulu",)), (use_cases.letter, ())):
        made = make(workbook, *region, tmp_path / "b", formats=("docx",))
        assert not made.batch.failures
    assert contents(tmp_path / "a") == contents(tmp_path / "b") != {}


def test_a_build_from_python_is_that_of_the_command_and_is_followed(
    workbook: Path, tmp_path: Path, type_in: Type
) -> None:
    build = ("build", workbook, "-o", tmp_path / "a", "--jobs", "1", "--format", "docx")
    assert type_in(*build).code == ExitCode.DONE
    seen: list[tuple[int, int]] = []
    made = use_cases.build(
        workbook,
        tmp_path / "b",
        formats=("docx",),
        progress=lambda done, total: seen.append((done, total)),
    )
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert [done for done, _total in seen] == list(range(len(made.batch.records) + 1))
    assert {total for _done, total in seen} == {len(made.batch.records)}
    assert made.left.gone == made.left.older == ()


def test_forms_and_what_is_collected_are_those_of_the_commands(
    workbook: Path, tmp_path: Path, type_in: Type
) -> None:
    type_in("forms", workbook, "-o", tmp_path / "a")
    written = use_cases.forms(workbook, tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    names = {path.name for path in written}
    assert {*names, "daftar-formulir.xlsx"} == set(contents(tmp_path / "b"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "nilai.csv").write_text(WIDE, encoding="utf-8")
    base = write_xlsx(tmp_path / "ronde.xlsx", sound())
    type_in("collect", tmp_path / "in", "-o", tmp_path / "a.xlsx", "--into", base)
    gathered = use_cases.collect([tmp_path / "in"], tmp_path / "b.xlsx", into=base)
    assert len(gathered.found.draft.scores) == 6
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_past_reports_read_from_python_are_those_of_the_command(
    tmp_path: Path, type_in: Type
) -> None:
    draw(sample(), Layout(), tmp_path / "a.pdf")
    command = ("extract", tmp_path / "a.pdf", "-o", tmp_path / "a.xlsx", "--json", tmp_path / "a")
    type_in(*command, "--jobs", "1")
    read = use_cases.extract([tmp_path / "a.pdf"], tmp_path / "b.xlsx", records=tmp_path / "b")
    assert len(read.records) == len(read.outcomes) == 1
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_what_check_finds_is_a_value(workbook: Path) -> None:
    seen = use_cases.inspect(workbook)
    assert seen.findings == ()
    for evaluation in (
        use_cases.open_workbook(workbook).evaluation,
        use_cases.read_round(workbook).evaluation,
    ):
        assert evaluation.regions == seen.evaluation.regions
        assert evaluation.scores == seen.evaluation.scores


def test_what_ends_a_command_is_raised_with_its_exit_code(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(NothingSucceededError) as caught:
        use_cases.extract([tmp_path / "a.pdf"], tmp_path / "a.xlsx")
    assert "a.pdf" in str(caught.value.reasons[0])
    with pytest.raises(UnreadableInputError, match="no PDF"):
        use_cases.extract([], tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize("processes", [0, 2])
def test_a_build_is_cancelled_from_another_thread_and_its_manifest_is_true(
    processes: int, workbook: Path, tmp_path: Path
) -> None:
    enough = threading.Event()

    def progress(done: int, _total: int) -> None:
        if done >= 2:
            enough.set()

    with pytest.raises(CancelledError) as caught:
        use_cases.build(
            workbook,
            tmp_path,
            formats=("docx",),
            processes=processes,
            progress=progress,
            cancelled=enough.is_set,
        )
    assert caught.value.exit_code == ExitCode.INTERRUPTED
    listed = {one["path"] for one in json.loads((tmp_path / "manifest.json").read_text())["files"]}
    assert 2 <= len(listed) < 16
    assert set(contents(tmp_path)) == listed | {"manifest.json"}


def test_nothing_is_begun_that_is_not_wanted(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Job] = []
    monkeypatch.setattr(Maker, "write", lambda _self, job, _folder: made.append(job))
    with pytest.raises(CancelledError):
        use_cases.build(workbook, tmp_path / "out", cancelled=lambda: True)
    with pytest.raises(CancelledError):
        use_cases.forms(workbook, tmp_path / "out", cancelled=lambda: True)
    with pytest.raises(CancelledError):
        use_cases.collect([tmp_path], tmp_path / "out.xlsx", cancelled=lambda: True)
    assert made == []
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.slow
def test_a_task_that_takes_long_is_ended_when_it_is_not_wanted() -> None:
    asked: Iterator[bool] = iter([False, False, True])
    with (
        Pool(1, MAKING, cancelled=lambda: next(asked, True)) as pool,
        pytest.raises(CancelledError),
    ):
        pool.all(asleep, [600.0], lambda _task, _why: None)


def asleep(seconds: float) -> None:
    threading.Event().wait(seconds)


def test_every_name_is_there_and_no_other() -> None:
    for name in use_cases.__all__:
        assert getattr(use_cases, name) is not None
    with pytest.raises(AttributeError):
        use_cases.tell  # noqa: B018


def test_the_example_of_the_page_works(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page's Python is run as it stands, its files being there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "evaluasi.xlsx").write_bytes(workbook.read_bytes())
    examples = re.findall(r"```python\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, str(DOCS), "exec"), {"__name__": "example"})
    assert (tmp_path / "jadi" / "manifest.json").is_file()
    assert (tmp_path / "jadi" / "letter.docx").is_file()


@pytest.mark.slow
def test_what_goes_out_is_issued_verified_corrected_and_compared_from_python(
    tmp_path: Path,
) -> None:
    path = changed_round(tmp_path / "putaran.xlsx", "Nilai", 1, 4, 6.5)
    out, pack = tmp_path / "out", tmp_path / "paket"
    pack.mkdir()
    (pack / "paket.toml").write_text('base = "dasar"\n')
    (pack / "profil.toml").write_text('[register]\nfile = "agenda.db"\n')
    use_cases.register(pack=str(pack)).make([(2025, 211)])
    use_cases.build(path, out, formats=("pdf",), pack=str(pack))
    issue = use_cases.issue(path, out, pack=str(pack))
    assert use_cases.next_number(path, pack=str(pack)).given.entry.number == issue.number
    assert {one.standing for one in use_cases.verify([issue.folder])} == {Standing.INTACT}
    changed_round(path, "Nilai", 1, 4, 1)
    prepared = use_cases.prepare_correction(path, issue.folder, pack=str(pack))
    assert [job.stem for job in prepared.planned.stale.changed] == [
        "annex-3-national-table",
        "reports/001-prov-bengkulu",
    ]
    for reason in ("", " "):
        with pytest.raises(WrongDataError, match="reason"):
            use_cases.correct(prepared, reason, date(2026, 1, 2))
    profile = pack / "profil.toml"
    profile.write_text(f'{profile.read_text()}correction = "same"\n')
    prepared = use_cases.prepare_correction(path, issue.folder, pack=str(pack))
    seen: list[tuple[int, int]] = []
    made = use_cases.correct(
        prepared, "salah ketik", date(2026, 1, 2), progress=lambda *step: seen.append(step)
    )
    assert seen == [(0, 2), (1, 2), (2, 2)]
    assert (made.version, made.number) == (2, issue.number)
    found = use_cases.compare(issue.folder, made.folder)
    assert len(found.data) == 1
    assert len(found.texts) == 2  # the profile is part of the pack, which is another one now
    with pytest.raises(WrongDataError):
        use_cases.prepare_correction(path, issue.folder, pack=str(pack))


def test_a_correction_that_nothing_needs_is_refused(tmp_path: Path) -> None:
    path = changed_round(tmp_path / "putaran.xlsx", "Nilai", 1, 4, 6.5)
    use_cases.build(path, tmp_path / "out", formats=("docx",))
    issue = use_cases.issue(path, tmp_path / "out")
    prepared = use_cases.prepare_correction(path, issue.folder)
    assert not prepared.needed
    with pytest.raises(WrongDataError, match="still says"):
        use_cases.correct(prepared, "tanpa sebab", date(2026, 1, 2))
    assert [one.name for one in issue.folder.parent.iterdir()] == [issue.folder.name]


def test_every_name_is_described_on_the_page() -> None:
    page = DOCS.read_text("utf-8")
    assert [name for name in use_cases.__all__ if f"`{name}" not in page] == []
