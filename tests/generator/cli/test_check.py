"""``laporan check`` finds what is wrong before anything is made, and says it in several ways."""

import json
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.workbooks.book import write_workbook
from tests.generator.conftest import Type


def changed(path: Path, *changes: tuple[str, int, int, object]) -> Path:
    """Write the small example round with some cells changed (counted from 0; row 0 is headings)."""
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    for sheet, row, column, value in changes:
        sheets[sheet][row][column] = value
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return path


def exempted(path: Path, *rows: tuple[str, str, str]) -> Path:
    """Write the small example round with a doubled word in a comment, and exemptions."""
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    sheets["Catatan"][1][4] = "Koleksi koleksi daerah sudah lengkap"
    sheets["Pengecualian"] = [*sheets["Pengecualian"], *map(list, rows)]
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("name", ["evaluasi-2024", "perpustakaan"])
@pytest.mark.parametrize("pack", [(), ("--pack", "dasar")])
def test_a_clean_round_gives_no_finding_at_all(
    name: str, pack: tuple[str, ...], type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    ending = type_in("check", workbooks[name], "--json", tmp_path / "a.json", *pack)
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["findings"] == []
    assert ending.code == ExitCode.DONE
    assert ending.err == ""
    assert "nothing found" in ending.out


def test_errors_are_told_at_their_cells_and_stop(type_in: Type, tmp_path: Path) -> None:
    workbook = changed(tmp_path / "a.xlsx", ("Nilai", 1, 2, 11), ("Nilai", 2, 3, "x"))
    ending = type_in("check", workbook)
    assert ending.code == ExitCode.WRONG_DATA
    assert "error: Nilai!C3: " in ending.err
    assert "error: Nilai!D4: " in ending.err


def test_warnings_stop_only_when_the_check_is_strict(type_in: Type, tmp_path: Path) -> None:
    workbook = exempted(tmp_path / "a.xlsx")
    assert type_in("check", workbook).code == ExitCode.DONE_WITH_FINDINGS
    assert type_in("check", workbook, "--strict").code == ExitCode.WRONG_DATA
    loose = type_in("build", workbook, "-o", tmp_path / "a", "--format", "pdf", "--jobs", "1")
    assert loose.code == ExitCode.DONE
    strict = type_in("build", workbook, "-o", tmp_path / "b", "--strict")
    assert strict.code == ExitCode.WRONG_DATA
    assert not (tmp_path / "b").exists()


def test_a_person_may_silence_a_warning_with_a_reason(type_in: Type, tmp_path: Path) -> None:
    workbook = exempted(tmp_path / "a.xlsx", ("doubled-word", "Catatan!E3", "judul program"))
    assert type_in("check", workbook).code == ExitCode.DONE


def test_the_outcome_is_written_as_page_marked_workbook_and_json(
    type_in: Type, tmp_path: Path
) -> None:
    workbook = changed(tmp_path / "a.xlsx", ("Nilai", 1, 2, 11))
    type_in(
        "check", workbook, "--html", tmp_path / "a.html", "--xlsx", tmp_path / "b.xlsx",
        "--json", tmp_path / "a.json",
    )  # fmt: skip
    assert "Nilai!C3" in (tmp_path / "a.html").read_text("utf-8")
    assert openpyxl.load_workbook(tmp_path / "b.xlsx")["Nilai"]["C3"].comment is not None
    (first, *_others) = json.loads((tmp_path / "a.json").read_text("utf-8"))["findings"]
    assert (first["sheet"], first["cell"], first["severity"]) == ("Nilai", "C3", "error")


def test_the_json_carries_the_same_facts_in_every_language_and_its_words_beside_them(
    type_in: Type, tmp_path: Path
) -> None:
    workbook = changed(tmp_path / "a.xlsx", ("Nilai", 1, 2, 4.25))
    told = {}
    for language in ("en", "id"):
        record = tmp_path / f"{language}.json"
        type_in("--lang", language, "check", workbook, "--json", record)
        text = record.read_text("utf-8")
        assert '"value": 4.25' in text
        (told[language], *_others) = json.loads(text)["findings"]
    english, indonesian = told["en"], told["id"]
    assert english["facts"] == indonesian["facts"]
    assert english["rule"] == indonesian["rule"]
    assert english["message"] != indonesian["message"]
    assert "4.25" in english["message"] and "4,25" in indonesian["message"]


def test_a_screenful_is_shown_unless_all_is_asked_for(type_in: Type, tmp_path: Path) -> None:
    cells = [("Nilai", row, column, 11) for row in range(1, 9) for column in range(2, 10)]
    workbook = changed(tmp_path / "a.xlsx", *cells)
    short, long = type_in("check", workbook), type_in("check", workbook, "--all")
    assert len(short.err.splitlines()) <= 40
    assert len(long.err.splitlines()) >= len(cells)


def test_the_messages_speak_indonesian_unless_english_is_asked_for(
    type_in: Type, tmp_path: Path
) -> None:
    workbook = changed(tmp_path / "a.xlsx", ("Nilai", 1, 2, 11))
    assert "kesalahan: Nilai!C3: " in type_in("--lang", "id", "check", workbook).err


def test_the_earlier_letter_may_be_described_in_one_row(type_in: Type, tmp_path: Path) -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    facts = {str(row[0]): row[1] for row in sheets["Surat"]}
    joined = f"{facts['Asal Surat Rujukan']} tentang {facts['Tentang Surat Rujukan']}"
    split = {"Asal Surat Rujukan", "Tentang Surat Rujukan"}
    sheets["Surat"] = [row for row in sheets["Surat"] if row[0] not in split]
    sheets["Surat"].append(["Asal dan Tentang Surat Rujukan", joined])
    path = tmp_path / "a.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    ending = type_in("check", path)
    assert (ending.code, ending.err) == (ExitCode.DONE, "")
