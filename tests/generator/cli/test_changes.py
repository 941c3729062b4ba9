"""What a build says of the files that the folder held before, and what ``report`` leaves stale."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.system.folders import CACHE_VARIABLE
from generator.workbooks.book import write_workbook
from tests.generator.cli.test_commands import changed_round
from tests.generator.conftest import Ending, Type

DOCX = ("--format", "docx")


def lines(ending: Ending) -> list[str]:
    return [line.strip() for line in ending.out.splitlines()]


@pytest.fixture
def out(tmp_path: Path, type_in: Type, workbooks: Mapping[str, Path]) -> Path:
    folder = tmp_path / "out"
    ending = type_in("build", workbooks["perpustakaan"], "-o", folder, *DOCX, "--jobs", "1")
    assert ending.code == ExitCode.DONE
    assert "same as before" not in ending.out
    return folder


def build(type_in: Type, workbook: Path, folder: Path, *more: str | Path) -> Ending:
    ending = type_in("build", workbook, "-o", folder, *DOCX, "--jobs", "1", *more)
    assert ending.code == ExitCode.DONE, ending.err
    return ending


def test_a_build_over_itself_says_that_nothing_changed(
    type_in: Type, workbooks: Mapping[str, Path], out: Path
) -> None:
    told = lines(build(type_in, workbooks["perpustakaan"], out))
    assert "16 files are the same as before." in told
    assert not any(line.startswith("Changed") for line in told)


def test_a_changed_score_is_the_reason_of_what_changed(
    type_in: Type, out: Path, tmp_path: Path
) -> None:
    told = lines(build(type_in, changed_round(tmp_path / "b.xlsx", "Nilai", 1, 4, 1), out))
    at = told.index("14 files are the same as before.")
    assert told[at + 1 : at + 5] == [
        "Changed: annex-3-national-table.docx, reports/001-prov-bengkulu.docx.",
        "PROV. BENGKULU:",
        "question 3 of Penilai 1 (Nilai!E3): 6.5 → 1",
        "⇒ final value: 5.03 → 4.81",
    ]


def test_a_changed_pack_is_the_reason_of_what_changed(
    type_in: Type, workbooks: Mapping[str, Path], out: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "paket"
    (pack / "prosa").mkdir(parents=True)
    (pack / "paket.toml").write_text('base = "dasar"\n')
    (pack / "prosa" / "tujuan.xml").write_text("<h2>Tujuan</h2>\n<p>Lain.</p>\n")
    told = lines(build(type_in, workbooks["perpustakaan"], out, "--pack", pack))
    assert "4 files are the same as before." in told
    assert told[-1] == "The template pack was changed since."


def test_without_the_earlier_workbook_it_is_said_that_the_reason_is_not_known(
    type_in: Type, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "")
    path = changed_round(tmp_path / "b.xlsx", "Nilai", 1, 4, 1)
    told = lines(build(type_in, path, out))
    assert "14 files are the same as before." in told
    assert told[-1].startswith("What changed in the workbook cannot be told")
    ending = type_in("report", changed_round(path, "Nilai", 1, 4, 2), "1", "-o", out, *DOCX)
    assert "not looked at: letter.docx, annex-1" in ending.err


def test_what_this_program_makes_otherwise_is_said_to_be_its_own_doing(
    type_in: Type, workbooks: Mapping[str, Path], out: Path
) -> None:
    path = out / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    content.pop("seal")
    content["files"][0]["sha256"] = "0" * 64
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    told = lines(build(type_in, workbooks["perpustakaan"], out, "--force"))
    assert "15 files are the same as before." in told
    assert "the program makes them otherwise" in told[-1]


def test_a_report_warns_of_the_documents_that_no_longer_agree(
    type_in: Type, out: Path, tmp_path: Path
) -> None:
    path = changed_round(tmp_path / "b.xlsx", "Nilai", 1, 4, 1)
    ending = type_in("report", path, "1", "-o", out, *DOCX)
    assert ending.code == ExitCode.DONE
    assert "warning: no longer agree with the workbook: annex-3-national-table.docx." in ending.err
    assert "letter" not in ending.err
    again = type_in("letter", path, "-o", out, *DOCX)
    assert "annex-3-national-table.docx" in again.err
    assert "reports/" not in again.err
    build(type_in, path, out)
    assert "no longer agree" not in type_in("report", path, "1", "-o", out, *DOCX).err


def test_a_report_of_the_same_workbook_warns_of_nothing(
    type_in: Type, workbooks: Mapping[str, Path], out: Path
) -> None:
    ending = type_in("report", workbooks["perpustakaan"], "1", "-o", out, *DOCX)
    assert "warning" not in ending.err


def test_another_number_of_the_letter_makes_everything_that_prints_it_stale(
    type_in: Type, out: Path, tmp_path: Path
) -> None:
    key = [row[0] for row in perpustakaan.sheets()["Surat"]].index("Nomor")
    path = changed_round(tmp_path / "b.xlsx", "Surat", key, 1, "B-999/DPLD/PK.02.01/07/2025")
    ending = type_in("report", path, "1", "-o", out, *DOCX)
    assert "letter.docx" in ending.err
    assert "reports/002-prov-gorontalo.docx" in ending.err  # its record holds the number


def test_a_draft_is_not_the_same_document(type_in: Type, out: Path, tmp_path: Path) -> None:
    path = changed_round(tmp_path / "b.xlsx", "Surat", 1, 1, None)
    ending = type_in("report", path, "1", "-o", out, *DOCX)
    assert "annex-2-absent.docx" in ending.err


def test_a_workbook_that_is_a_folder_is_kept_as_well(type_in: Type, tmp_path: Path) -> None:
    folder, out = tmp_path / "buku", tmp_path / "out"
    folder.mkdir()
    rows = {name: [list(row) for row in sheet] for name, sheet in perpustakaan.sheets().items()}
    write(folder, rows)
    build(type_in, folder, out)
    rows["Nilai"][1][4] = 1
    write(folder, rows)
    assert "question 3 of Penilai 1 (Nilai!E2): 6.5 → 1" in lines(build(type_in, folder, out))


def write(folder: Path, sheets: Mapping[str, list[list[object]]]) -> None:
    for name, rows in sheets.items():
        text = "\n".join(";".join(map(quoted, row)) for row in rows)
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def quoted(value: object) -> str:
    text = "" if value is None else str(value)
    return f'"{text.replace(chr(34), chr(34) * 2)}"'


def test_only_the_newest_workbooks_are_kept(tmp_path: Path) -> None:
    from generator.system.store import Store

    store = Store(tmp_path, 2)
    for number in range(4):
        store.put(f"{number}", b"x")
    assert [store.get(f"{number}") is not None for number in range(4)] == [False, False, True, True]


def test_a_workbook_that_became_another_while_it_was_read_is_not_taken(tmp_path: Path) -> None:
    from generator.use_cases.earlier import keep_workbook, kept_round

    path = tmp_path / "b.xlsx"
    with path.open("wb") as target:
        write_workbook(target, perpustakaan.sheets())
    keep_workbook(path, "f" * 64)
    assert kept_round("f" * 64) is None
    keep_workbook(tmp_path / "tidak-ada.xlsx", "e" * 64)
    assert kept_round("e" * 64) is None
