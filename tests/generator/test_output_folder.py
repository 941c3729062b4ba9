"""An output folder: its manifest is true at any time, runs take turns, what is left is named."""

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.making.manifest import FileRecord, Manifest, Origin, open_manifest
from generator.system.turns import turn_in
from generator.use_cases import documents
from generator.workbooks.book import write_workbook
from tests.generator.conftest import Type

ORIGIN = Origin("ronde.xlsx", "aa", "dasar", "bb", draft=False)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def listed(folder: Path) -> Mapping[str, str]:
    content = json.loads((folder / "manifest.json").read_text("utf-8"))
    return {entry["path"]: entry["sha256"] for entry in content["files"]}


def folder_of_three(folder: Path) -> Mapping[str, str]:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (folder / name).write_text(name)
    records = [FileRecord(n, "report", None, 1, digest(folder / n)) for n in ("a.pdf", "b.pdf")]
    open_manifest(folder).write(ORIGIN, records)
    return listed(folder)


def withdrawn(
    manifest: Manifest, paths: Sequence[str], made: Sequence[FileRecord] = ()
) -> AbstractContextManager[None]:
    return manifest.withdrawn(ORIGIN, paths, lambda: made, whole=False)


def test_files_that_are_made_anew_are_out_of_the_manifest_meanwhile(tmp_path: Path) -> None:
    before = folder_of_three(tmp_path)
    manifest = open_manifest(tmp_path)
    with withdrawn(manifest, ["a.pdf"]):
        assert listed(tmp_path) == {"b.pdf": before["b.pdf"]}
        manifest.update(ORIGIN, [FileRecord("a.pdf", "report", None, 2, "new")])
    assert list(listed(tmp_path).items()) == [("a.pdf", "new"), ("b.pdf", before["b.pdf"])]


@pytest.mark.parametrize("fault", [KeyboardInterrupt, ValueError])
def test_what_was_not_reached_comes_back_into_the_manifest(
    fault: type[BaseException], tmp_path: Path
) -> None:
    before = folder_of_three(tmp_path)
    made: list[FileRecord] = []
    with pytest.raises(fault), withdrawn(open_manifest(tmp_path), ["a.pdf", "b.pdf"], made):
        assert listed(tmp_path) == {}
        (tmp_path / "a.pdf").write_text("made anew")
        (tmp_path / "c.pdf").write_text("made")
        made.append(FileRecord("c.pdf", "report", None, 1, digest(tmp_path / "c.pdf")))
        raise fault
    assert listed(tmp_path) == {"b.pdf": before["b.pdf"], "c.pdf": digest(tmp_path / "c.pdf")}


def test_a_report_that_is_interrupted_leaves_the_manifest_true(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = ("report", workbooks["perpustakaan"], "1", "-o", tmp_path, "--format", "pdf")
    path = "reports/001-prov-bengkulu.pdf"
    assert type_in(*report).code == ExitCode.DONE
    record = FileRecord(path, "report", None, 1, digest(tmp_path / path))
    open_manifest(tmp_path).write(ORIGIN, [record])

    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(documents, "make_all", interrupt)
    assert type_in(*report).code == ExitCode.INTERRUPTED
    assert listed(tmp_path) == {path: digest(tmp_path / path)}


def test_a_folder_made_for_nothing_goes_again_and_one_that_is_used_stays(tmp_path: Path) -> None:
    with turn_in(tmp_path / "a" / "b", lambda: None):
        assert (tmp_path / "a" / "b").is_dir()
    assert not list(tmp_path.iterdir())
    with turn_in(tmp_path / "a" / "b", lambda: None):
        (tmp_path / "a" / "b" / "c").touch()
    assert (tmp_path / "a" / "b" / "c").is_file()


_OTHER_RUN = """
import sys
from pathlib import Path
from generator.system.turns import turn_in
with turn_in(Path(sys.argv[1]), lambda: print("waiting", flush=True)):
    print("begun after" if Path(sys.argv[1], "done").exists() else "begun too early")
"""


def test_a_second_run_in_a_folder_says_that_it_waits_and_begins_when_the_first_ends(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", _OTHER_RUN, str(tmp_path)]
    with turn_in(tmp_path, lambda: None):
        other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        assert other.stdout.readline() == "waiting\n"
        time.sleep(0.5)  # in which a run that does not wait begins
        (tmp_path / "done").touch()
    assert other.communicate()[0] == "begun after\n"


def test_two_reports_at_once_both_stand_in_the_manifest(
    workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    open_manifest(tmp_path).write(ORIGIN, [])
    run = [sys.executable, "-m", "generator.cli.main", "report", str(workbooks["perpustakaan"])]
    both = [
        subprocess.Popen([*run, region, "-o", str(tmp_path), "--format", "pdf"])
        for region in ("1", "2")
    ]
    assert [one.wait() for one in both] == [ExitCode.DONE, ExitCode.DONE]
    assert len(listed(tmp_path)) == 2
    for path, sha256 in listed(tmp_path).items():
        assert digest(tmp_path / path) == sha256


def test_reports_of_regions_that_are_gone_are_named_and_left(type_in: Type, tmp_path: Path) -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    workbook, out = tmp_path / "ronde.xlsx", tmp_path / "out"
    with workbook.open("wb") as target:
        write_workbook(target, sheets)
    build = ("build", workbook, "-o", out, "--jobs", "1", "--format", "pdf")
    reports = out / "reports"
    reports.mkdir(parents=True)
    gone = reports / "099-kab-dahulu.pdf"
    gone.write_text("laporan lama")
    (reports / "catatan-saya.pdf").write_text("milik saya")
    (out / "letter.docx").write_text("surat lama")
    ending = type_in(*build)
    assert ending.code == ExitCode.DONE
    told = [line for line in ending.err.splitlines() if line.startswith("Left")]
    assert told == [
        "Left where they are, but no longer part of this round: reports/099-kab-dahulu.pdf.",
        "Left from an earlier run, not made again by this one: letter.docx.",
    ]
    assert gone.read_text() == "laporan lama"
    assert "reports/099-kab-dahulu.pdf" not in listed(out)
