"""``laporan verify``: what is as it was made, what was changed, what is missing, what is more."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest

from evaluation.errors import ExitCode
from generator.cli.main import main
from generator.making.rounds import Round
from generator.system.seals import sealed
from tests.extractors.archive.test_embedded import another_score, changed, made
from tests.generator.conftest import Type

REPORT = "reports/001-prov-bengkulu.pdf"


@pytest.fixture(scope="module")
def built(workbooks: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asli") / "out"
    command = ("build", workbooks["perpustakaan"], "-o", folder, "--jobs", "1")
    with pytest.raises(SystemExit) as ended:
        main([*map(str, command)])
    assert ended.value.code == ExitCode.DONE
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    copytree(built, tmp_path / "out")
    return tmp_path / "out"


def appended(path: Path) -> None:
    """Add to a PDF behind what is there, as a signature does."""
    data = path.read_bytes()
    path.write_bytes(data + b"1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n")


def rewritten(path: Path) -> None:
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        pdf.save(path)


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def test_a_folder_that_nobody_touched_is_as_it_was_made(type_in: Type, folder: Path) -> None:
    ending = type_in("verify", folder)
    assert ending.code == ExitCode.DONE, ending.err
    assert "32  as it was made" in ending.out
    assert "letter.pdf" not in ending.out
    assert "letter.pdf: as it was made" in type_in("verify", folder, "--all").out


@pytest.mark.parametrize("change", [flipped, rewritten])
def test_a_changed_file_is_named(
    type_in: Type, folder: Path, change: Callable[[Path], None]
) -> None:
    change(folder / REPORT)
    for path in (folder, folder / REPORT):
        ending = type_in("verify", path)
        assert ending.code == ExitCode.DONE_WITH_FINDINGS
        assert REPORT in ending.out


def test_a_missing_and_a_further_file_are_named(type_in: Type, folder: Path) -> None:
    (folder / REPORT).rename(folder / "reports" / "salinan.pdf")
    ending = type_in("verify", folder)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert f"{REPORT}: missing" in ending.out
    assert "reports/salinan.pdf: not in the list" in ending.out


def test_a_signed_pdf_is_as_it_was_made_with_something_behind_it(
    type_in: Type, folder: Path
) -> None:
    appended(folder / REPORT)
    for path in (folder, folder / REPORT):
        ending = type_in("verify", path)
        assert ending.code == ExitCode.DONE
        assert "signature" in ending.out


def test_a_changed_pdf_that_was_signed_is_changed(type_in: Type, folder: Path) -> None:
    flipped(folder / REPORT)
    appended(folder / REPORT)
    assert type_in("verify", folder).code == ExitCode.DONE_WITH_FINDINGS
    assert "EXTENDED" not in type_in("verify", folder / REPORT).out


def test_another_document_of_ours_in_its_place_is_changed(type_in: Type, folder: Path) -> None:
    other = folder / "letter.pdf"
    (folder / REPORT).write_bytes(other.read_bytes())
    appended(folder / REPORT)
    ending = type_in("verify", folder)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert f"{REPORT}: changed" in ending.out


def test_files_of_others_bear_no_seal(type_in: Type, tmp_path: Path) -> None:
    path = tmp_path / "lain.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF\n")
    ending = type_in("verify", path)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "without a seal" in ending.out
    assert type_in("verify", tmp_path / "tidak-ada.pdf").code == ExitCode.UNREADABLE_INPUT


def test_a_folder_without_a_list_is_told(type_in: Type, folder: Path, tmp_path: Path) -> None:
    assert type_in("verify", tmp_path).code == ExitCode.UNREADABLE_INPUT
    (folder / "manifest.json").write_text("{")
    ending = type_in("verify", folder)
    assert ending.code == ExitCode.UNREADABLE_INPUT
    assert "manifest.json" in ending.err


def test_an_issue_within_the_folder_is_verified_by_itself(
    type_in: Type, workbooks: Mapping[str, Path], folder: Path
) -> None:
    issued = type_in("issue", workbooks["perpustakaan"], "-o", folder)
    assert issued.code == ExitCode.DONE, issued.err
    assert type_in("verify", folder).code == ExitCode.DONE
    (issue,) = (folder / "terbit").iterdir()
    assert type_in("verify", issue).code == ExitCode.DONE
    (issue / REPORT).chmod(0o600)
    flipped(issue / REPORT)
    ending = type_in("verify", issue)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert REPORT in ending.out


def carrying_another_score(folder: Path, opened: Round) -> Path:
    """Make a sealed report whose record says another score than its pages print."""
    inside = changed(opened, "prov bengkulu", another_score)
    path = made(opened, "prov bengkulu", folder, inside)
    path.write_bytes(sealed(path.read_bytes(), "build"))
    return path


def test_pages_that_print_something_else_than_the_record_are_told_though_the_seal_is_whole(
    type_in: Type, rounds: Mapping[str, Round], tmp_path: Path
) -> None:
    path = carrying_another_score(tmp_path, rounds["perpustakaan"])
    ending = type_in("verify", path)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "its pages print something else" in ending.out
    assert "p. 3, KOLEKSI, question 2: the record inside the file says 0,5" in ending.out


def test_a_report_that_was_saved_anew_is_held_against_its_record(
    type_in: Type, folder: Path
) -> None:
    rewritten(folder / REPORT)
    for path in (folder, folder / REPORT):
        ending = type_in("verify", path)
        assert ending.code == ExitCode.DONE_WITH_FINDINGS
        assert "all 15 values in its record are those that its pages print" in ending.out
        assert "its identifier is not that of its content" in ending.out
    intact = type_in("verify", folder / "reports" / "004-prov-maluku.pdf")
    assert intact.code == ExitCode.DONE
    assert "all 11 values" in intact.out
    assert "identifier" not in intact.out


def test_a_file_whose_seal_alone_was_taken_away_has_its_identifier(
    type_in: Type, folder: Path
) -> None:
    path = folder / REPORT
    before, seal, after = path.read_bytes().rpartition(b"%laporan build")
    path.write_bytes(before + after.partition(b"\n")[2])
    assert seal
    ending = type_in("verify", path)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "its content is the one that its identifier was made from" in ending.out


def test_a_pdf_that_cannot_be_read_is_told_with_the_reason(type_in: Type, folder: Path) -> None:
    path = folder / REPORT
    path.write_bytes(path.read_bytes()[:2000])
    ending = type_in("verify", path)
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "its pages cannot be read" in ending.out
