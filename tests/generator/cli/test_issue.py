"""``laporan issue`` and ``laporan correct``: what went out stays, what is put right is told."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.cli.main import main
from generator.register.book import Register
from generator.system.existing import sha256_of
from generator.system.frozen import MARK
from generator.workbooks.book import write_workbook
from tests import reading_pdf
from tests.generator.conftest import Ending, Type

NUMBER, DATE = "B-212/DPLD/PK.02.01/07/2025", "14 Juli 2025"
Cells = Mapping[tuple[str, int, int], object]
SCORE: Cells = {("Nilai", 1, 4): 1}
REGION, STEM = "PROV. BENGKULU", "reports/001-prov-bengkulu"
DATED = ("--date", "2 Januari 2026")


def workbook(path: Path, cells: Cells | None = None) -> Path:
    """Write the small example round with some cells changed, counted from 0."""
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    for (sheet, row, column), value in (cells or {}).items():
        sheets[sheet][row][column] = value
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return path


def fact(key: str) -> tuple[str, int, int]:
    """Give the cell of a fact of the letter."""
    keys = [row[0] for row in perpustakaan.sheets()["Surat"]]
    return "Surat", keys.index(key), 1


PROFILE = (
    '[register]\nfile = "agenda.db"\nsecurity = "B"\nunit = "DPLD"\nclassification = "PK.02.01"\n'
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the round once, with a pack whose register is new; tests work on copies."""
    folder = tmp_path_factory.mktemp("asli")
    pack, path = folder / "paket", workbook(folder / "putaran.xlsx")
    pack.mkdir()
    (pack / "paket.toml").write_text('base = "dasar"\n')
    (pack / "profil.toml").write_text(PROFILE)
    Register(pack / "agenda.db").make()
    building = ["build", path, "-o", folder / "out", "--pack", pack, "--jobs", "1"]
    with pytest.raises(SystemExit) as ended:
        main([*map(str, building), "--format", "pdf"])
    assert ended.value.code == ExitCode.DONE
    return folder


@pytest.fixture
def pack(built: Path, tmp_path: Path) -> Path:
    """Copy what was built; give the pack."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "paket"


@pytest.fixture
def round_(type_in: Type, pack: Path) -> Callable[..., Ending]:
    """Give what types a command about the round with its pack."""

    def typed(command: str, *arguments: str | Path) -> Ending:
        return type_in(command, *arguments, "--pack", pack)

    return typed


Round = Callable[..., Ending]


def issued(folder: Path) -> list[Path]:
    return sorted(mark.parent for mark in (folder / "out" / "terbit").glob(f"*/{MARK}"))


def snapshot(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256_of(path)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_what_was_made_is_frozen_with_its_workbook_and_entered(
    round_: Round, type_in: Type, pack: Path, tmp_path: Path
) -> None:
    ending = round_("issue", tmp_path / "putaran.xlsx", "-o", tmp_path / "out")
    assert ending.code == ExitCode.DONE, ending.err
    (folder,) = issued(tmp_path)
    assert folder.name == "2025-07-14 B-212-DPLD-PK.02.01-07-2025"
    mark = json.loads((folder / MARK).read_text("utf-8"))
    assert mark["letter"] == {"number": NUMBER, "date": "2025-07-14"}
    assert {one["path"]: one["sha256"] for one in mark["files"]}.items() <= snapshot(folder).items()
    assert len(mark["files"]) == 4 + 12
    assert sha256_of(folder / mark["workbook"]["path"]) == sha256_of(tmp_path / "putaran.xlsx")
    assert not any(path.stat().st_mode & 0o222 for path in (folder, *folder.rglob("*")))
    listed = type_in("register", "list", "--pack", pack).out
    assert NUMBER in listed and "issued" in listed


def test_an_issue_again_is_the_same_issue(round_: Round, tmp_path: Path) -> None:
    for _turn in range(2):
        ending = round_("issue", tmp_path / "putaran.xlsx", "-o", tmp_path / "out")
        assert ending.code == ExitCode.DONE, ending.err
    assert len(issued(tmp_path)) == 1


def test_no_command_writes_into_an_issue_even_where_rights_were_lost(
    round_: Round, type_in: Type, tmp_path: Path
) -> None:
    path = tmp_path / "putaran.xlsx"
    round_("issue", path, "-o", tmp_path / "out")
    (folder,) = issued(tmp_path)
    for one in (folder, *folder.rglob("*")):
        one.chmod(0o777)
    before = snapshot(folder)
    tries: list[tuple[str | Path, ...]] = [
        ("report", path, "1", "-o", folder, "--force"),
        ("letter", path, "-o", folder, "--force"),
        ("build", path, "-o", folder, "--force", "--jobs", "1"),
        ("report", path, "1", "-o", folder / "reports", "--force"),
        ("check", path, "--html", folder / "temuan.html", "--force"),
        ("new", folder / "baru.xlsx", "--force"),
    ]
    for arguments in tries:
        ending = type_in(*arguments)
        assert ending.code == ExitCode.UNWRITABLE_OUTPUT, arguments
        assert "correct" in ending.err
    assert snapshot(folder) == before


def test_a_draft_is_not_issued(round_: Round, tmp_path: Path) -> None:
    draft = workbook(tmp_path / "konsep.xlsx", {fact("Nomor"): ""})
    round_("build", draft, "-o", tmp_path / "out", "--jobs", "1", "--force")
    ending = round_("issue", draft, "-o", tmp_path / "out")
    assert ending.code == ExitCode.WRONG_DATA
    assert "KONSEP" in ending.err
    assert issued(tmp_path) == []


def test_a_round_with_errors_is_not_issued(round_: Round, tmp_path: Path) -> None:
    wrong = workbook(tmp_path / "salah.xlsx", {("Nilai", 1, 4): 99})
    ending = round_("issue", wrong, "-o", tmp_path / "out")
    assert ending.code == ExitCode.WRONG_DATA
    assert issued(tmp_path) == []


def _changed(folder: Path) -> None:
    path = folder / "letter.pdf"
    path.write_bytes(path.read_bytes() + b"%\n")


def _gone(folder: Path) -> None:
    (folder / f"{STEM}.pdf").unlink()


def _unlisted(folder: Path) -> None:
    path = folder / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    content["files"] = [one for one in content["files"] if one["region"] != REGION]
    path.write_text(json.dumps(content))


@pytest.mark.parametrize(
    ("spoil", "named"), [(_changed, "letter.pdf"), (_gone, STEM), (_unlisted, STEM)]
)
def test_what_is_not_whole_is_not_issued(
    round_: Round, tmp_path: Path, spoil: Callable[[Path], None], named: str
) -> None:
    spoil(tmp_path / "out")
    ending = round_("issue", tmp_path / "putaran.xlsx", "-o", tmp_path / "out")
    assert ending.code == ExitCode.WRONG_DATA
    assert named in ending.err
    assert issued(tmp_path) == []


def test_documents_of_another_state_are_not_issued(round_: Round, tmp_path: Path) -> None:
    other = workbook(tmp_path / "lain.xlsx", SCORE)
    ending = round_("issue", other, "-o", tmp_path / "out")
    assert ending.code == ExitCode.WRONG_DATA
    assert "another state" in ending.err
    assert round_("issue", other, "-o", tmp_path / "kosong").code == ExitCode.WRONG_DATA
    assert issued(tmp_path) == []


def test_a_number_that_the_book_has_for_something_else_is_not_issued(
    round_: Round, type_in: Type, pack: Path, tmp_path: Path
) -> None:
    type_in(
        "register", "add", "--pack", pack, "--date", DATE, "--subject", "Rapat", "--number", NUMBER
    )
    ending = round_("issue", tmp_path / "putaran.xlsx", "-o", tmp_path / "out")
    assert ending.code == ExitCode.WRONG_DATA
    assert "Rapat" in ending.err
    assert issued(tmp_path) == []


@pytest.fixture
def corrected(round_: Round, tmp_path: Path) -> Path:
    """Issue the round; give the folder of the issue."""
    ending = round_("issue", tmp_path / "putaran.xlsx", "-o", tmp_path / "out")
    assert ending.code == ExitCode.DONE, ending.err
    (folder,) = issued(tmp_path)
    return folder


def test_a_correction_tells_what_differs_and_makes_nothing_without_a_reason(
    round_: Round, corrected: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "baru.xlsx", SCORE)
    ending = round_("correct", path, "--against", corrected)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "question 3 of Penilai 1 (Nilai!E3): 6.5 → 1" in ending.out
    assert "⇒ final value: 5.03 → 4.81" in ending.out
    listed = ending.out.split("No longer true:")[1].split("Nothing was made")[0].split()
    assert listed == ["annex-3-national-table", STEM]
    assert issued(tmp_path) == [corrected]


def test_a_correction_makes_exactly_what_is_stale_as_version_2(
    round_: Round, type_in: Type, pack: Path, corrected: Path, tmp_path: Path
) -> None:
    before = snapshot(corrected)
    path = workbook(tmp_path / "baru.xlsx", SCORE)
    ending = round_(
        "correct",
        path,
        "--against",
        corrected,
        "--reason",
        "salah ketik",
        "--date",
        "2 Januari 2026",
    )
    assert ending.code == ExitCode.DONE, ending.err
    assert snapshot(corrected) == before
    (second,) = set(issued(tmp_path)) - {corrected}
    mark = json.loads((second / MARK).read_text("utf-8"))
    assert [one["path"] for one in mark["files"]] == ["annex-3-national-table.pdf", f"{STEM}.pdf"]
    assert (mark["version"], mark["reason"]) == (2, "salah ketik")
    assert mark["corrects"] == corrected.name
    own = "B-1/DPLD/PK.02.01/01/2026"
    assert mark["issue"] == {"number": own, "date": "2026-01-02"}
    for one in mark["files"]:
        text = reading_pdf.body_text(second / one["path"])
        for told in ("RALAT ke-1", own, "2 Januari 2026", NUMBER, DATE, "salah ketik"):
            assert "".join(told.split()) in text, told
    listed = type_in("register", "list", "--pack", pack).out
    assert listed.count("issued") == 2 and own in listed and NUMBER in listed


def test_a_corrected_issue_is_corrected_further_from_the_newest(
    round_: Round, corrected: Path, tmp_path: Path
) -> None:
    first = workbook(tmp_path / "satu.xlsx", SCORE)
    round_("correct", first, "--against", corrected, "--reason", "satu", *DATED)
    second = workbook(tmp_path / "dua.xlsx", {("Nilai", 1, 4): 2})
    refused = round_("correct", second, "--against", corrected, "--reason", "dua", *DATED)
    assert refused.code == ExitCode.WRONG_DATA
    assert "ralat 1" in refused.err
    newest = issued(tmp_path)[-1]
    again = round_("correct", second, "--against", newest, "--reason", "dua", *DATED)
    assert again.code == ExitCode.DONE, again.err
    assert len(issued(tmp_path)) == 3
    assert json.loads((issued(tmp_path)[-1] / MARK).read_text("utf-8"))["version"] == 3


def test_what_says_the_same_needs_no_correction(
    round_: Round, corrected: Path, tmp_path: Path
) -> None:
    ending = round_("correct", tmp_path / "putaran.xlsx", "--against", corrected, "--reason", "x")
    assert ending.code == ExitCode.DONE
    assert "still says" in ending.out
    assert issued(tmp_path) == [corrected]


def test_a_count_in_the_letter_makes_the_letter_stale(
    round_: Round, corrected: Path, tmp_path: Path
) -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    sheets["Wilayah"][1][sheets["Wilayah"][0].index("Hadir")] = "Tidak"
    for name in ("Nilai", "Catatan"):
        sheets[name] = [row for row in sheets[name] if REGION not in row]
    path = tmp_path / "baru.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    ending = round_("correct", path, "--against", corrected)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS, ending.err
    for stem in ("letter", "annex-2-absent", "annex-3-national-table", STEM):
        assert f"  {stem}\n" in ending.out


@pytest.mark.parametrize("key", ["Nomor", "Tanggal"])
def test_a_correction_keeps_number_and_date_of_the_letter(
    round_: Round, corrected: Path, tmp_path: Path, key: str
) -> None:
    new = {"Nomor": "B-213/DPLD/PK.02.01/07/2025", "Tanggal": "15 Juli 2025"}[key]
    path = workbook(tmp_path / "baru.xlsx", {fact(key): new, **SCORE})
    ending = round_("correct", path, "--against", corrected, "--reason", "x")
    assert ending.code == ExitCode.WRONG_DATA
    assert issued(tmp_path) == [corrected]


def test_an_issue_that_is_not_as_it_was_cannot_be_corrected(
    round_: Round, corrected: Path, tmp_path: Path
) -> None:
    path = corrected / f"{STEM}.pdf"
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b"%\n")
    ending = round_("correct", workbook(tmp_path / "baru.xlsx", SCORE), "--against", corrected)
    assert ending.code == ExitCode.UNREADABLE_INPUT
    assert STEM in ending.err


def test_a_folder_that_is_no_issue_is_told(round_: Round, tmp_path: Path) -> None:
    ending = round_("correct", tmp_path / "putaran.xlsx", "--against", tmp_path / "out")
    assert ending.code == ExitCode.UNREADABLE_INPUT
    assert "no issue" in ending.err


def test_a_correction_bears_the_letter_s_number_where_the_profile_says_so(
    round_: Round, pack: Path, corrected: Path, tmp_path: Path
) -> None:
    profile = pack / "profil.toml"
    told = profile.read_text()
    profile.write_text(f'{told}correction = "same"\n')
    try:
        path = workbook(tmp_path / "baru.xlsx", SCORE)
        ending = round_(
            "correct", path, "--against", corrected, "--reason", "x", "--date", "2 Januari 2026"
        )
    finally:
        profile.write_text(told)
    assert ending.code == ExitCode.DONE, ending.err
    mark = json.loads((issued(tmp_path)[-1] / MARK).read_text("utf-8"))
    assert mark["issue"]["number"] == NUMBER


def test_an_issue_and_its_correction_are_compared(
    round_: Round, type_in: Type, corrected: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "baru.xlsx", SCORE)
    round_("correct", path, "--against", corrected, "--reason", "x", *DATED)
    (second,) = set(issued(tmp_path)) - {corrected}
    page = tmp_path / "beda.html"
    ending = type_in("compare", corrected, second, "--html", page)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS, ending.err
    assert "question 3 of Penilai 1 (Nilai!E3): 6.5 → 1" in ending.out
    assert f"Other documents by it: annex-3-national-table.pdf, {STEM}.pdf" in ending.out
    assert "Only before" not in ending.out
    assert "1 difference." in ending.out
    assert f"{STEM}.pdf" in page.read_text("utf-8")
    assert type_in("compare", corrected, corrected).code == ExitCode.DONE
    assert type_in("compare", corrected, path).code == ExitCode.DONE_WITH_FINDINGS


def test_issues_with_another_wording_are_compared_word_by_word(
    round_: Round, type_in: Type, pack: Path, corrected: Path, tmp_path: Path
) -> None:
    (pack / "prosa").mkdir()
    (pack / "prosa" / "judul-tabel-nasional.xml").write_text("Daftar Nilai")
    round_("build", tmp_path / "putaran.xlsx", "-o", tmp_path / "lain", "--jobs", "1")
    other = round_("issue", tmp_path / "putaran.xlsx", "-o", tmp_path / "lain")
    assert other.code == ExitCode.WRONG_DATA  # the outgoing book has it with other files
    (second,) = (tmp_path / "lain" / "terbit").iterdir()
    page = tmp_path / "beda.html"
    ending = type_in("compare", corrected, second, "--html", page)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS, ending.err
    assert "annex-3-national-table.pdf:" in ending.out
    assert "→ Daftar Nilai" in ending.out
    assert "reports/" not in ending.out
    assert "<ins>Daftar Nilai</ins>" in page.read_text("utf-8")


def test_documents_that_one_of_two_issues_lacks_are_told(
    round_: Round, type_in: Type, corrected: Path, tmp_path: Path
) -> None:
    other = tmp_path / "salinan"
    shutil.copytree(corrected, other, copy_function=shutil.copyfile)
    other.chmod(0o700)
    mark = other / MARK
    content = json.loads(mark.read_text("utf-8"))
    content["files"] = [one for one in content["files"] if one["region"] != REGION]
    mark.write_text(json.dumps(content), "utf-8")
    ending = type_in("compare", corrected, other)
    assert f"Only before: {STEM}.pdf" in ending.out
    assert "1 difference." in ending.out
    assert f"Only after: {STEM}.pdf" in type_in("compare", other, corrected).out
