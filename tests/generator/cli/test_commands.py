"""The commands as a user types them: what they make, what they say, how they end."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.workbooks.book import write_workbook
from tests.generator.conftest import Type


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def changed_round(path: Path, sheet: str, row: int, column: int, value: object) -> Path:
    """Write the small example round with one cell changed (counted from 0, headings are row 0)."""
    sheets = {name: [list(one) for one in rows] for name, rows in perpustakaan.sheets().items()}
    sheets[sheet][row][column] = value
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return path


def test_build_makes_everything_and_lists_it(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    ending = type_in("build", workbooks["perpustakaan"], "-o", tmp_path, "--jobs", "1", "--packet")
    assert ending.code == ExitCode.DONE, ending.err
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    listed = {entry["path"]: entry for entry in manifest["files"]}
    assert files(tmp_path) == set(listed) | {"manifest.json"}
    assert "reports/001-prov-bengkulu.docx" in listed
    assert len(listed) == 2 * (4 + 12) + 12
    for path, entry in listed.items():
        assert hashlib.sha256((tmp_path / path).read_bytes()).hexdigest() == entry["sha256"]
        assert (entry["pages"] is None) == path.endswith(".docx")
    assert (
        manifest["workbook"]["sha256"]
        == hashlib.sha256(workbooks["perpustakaan"].read_bytes()).hexdigest()
    )
    assert manifest["draft"] is False
    assert "12  regional report (PDF)" in ending.out


def test_one_region_again_gives_the_bytes_of_the_bulk_run_on_any_number_of_cores(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    workbook = workbooks["perpustakaan"]
    type_in("build", workbook, "-o", tmp_path / "bulk", "--jobs", "2")
    ending = type_in("report", workbook, "bengkulu", "-o", tmp_path / "one")
    assert ending.code == ExitCode.DONE
    assert files(tmp_path / "one") == {
        "reports/001-prov-bengkulu.docx",
        "reports/001-prov-bengkulu.pdf",
    }
    for name in files(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "bulk" / name).read_bytes()


def test_the_letter_command_makes_the_letter_and_its_annexes_alone(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    ending = type_in("letter", workbooks["perpustakaan"], "-o", tmp_path, "--format", "pdf")
    assert ending.code == ExitCode.DONE
    assert files(tmp_path) == {"letter.pdf", "annex-1-addressees.pdf", "annex-2-absent.pdf"}


def test_new_writes_a_workbook_that_builds(type_in: Type, tmp_path: Path) -> None:
    workbook = tmp_path / "ronde.xlsx"
    assert type_in("new", workbook, "--example").code == ExitCode.DONE
    assert type_in("report", workbook, "1", "--format", "pdf").code == ExitCode.DONE
    assert (tmp_path / "reports" / "001-kab-badung.pdf").is_file()


def test_new_does_not_replace_a_file_unless_told_to(type_in: Type, tmp_path: Path) -> None:
    workbook = tmp_path / "ronde.xlsx"
    workbook.write_text("milik saya")
    assert type_in("new", workbook).code == ExitCode.WRONG_USAGE
    assert workbook.read_text() == "milik saya"
    assert type_in("new", workbook, "--force").code == ExitCode.DONE


def test_a_blank_workbook_is_refused_with_what_it_lacks(type_in: Type, tmp_path: Path) -> None:
    type_in("new", tmp_path / "kosong.xlsx")
    ending = type_in("build", tmp_path / "kosong.xlsx", "-o", tmp_path / "out")
    assert ending.code == ExitCode.WRONG_DATA
    assert "Instrumen" in ending.err
    assert not (tmp_path / "out").exists()


REGIONS = {
    "a part of a name that two bear": ("bogor", "KAB. BOGOR or KOTA BOGOR"),
    "a misspelled name": ("badong", "Nearest: KAB. BADUNG"),
    "a name like none": ("xyzzy", "no region is called"),
}


@pytest.mark.parametrize("case", REGIONS)
def test_a_region_is_not_guessed_from(
    case: str, type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    name, message = REGIONS[case]
    ending = type_in("report", workbooks["evaluasi-2024"], name, "-o", tmp_path)
    assert ending.code == ExitCode.UNKNOWN_REGION
    assert message in ending.err
    assert not files(tmp_path)


@pytest.mark.parametrize("name", ["bengkulu", "Prov. Bengkulu", "PROVINSI BENGKULU", "17", "1"])
def test_a_region_is_found_however_it_is_called(
    name: str, type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    ending = type_in("report", workbooks["perpustakaan"], name, "-o", tmp_path, "--format", "pdf")
    assert ending.code == ExitCode.DONE
    assert files(tmp_path) == {"reports/001-prov-bengkulu.pdf"}


def test_a_workbook_that_is_not_there_is_told_in_one_line(type_in: Type, tmp_path: Path) -> None:
    ending = type_in("build", tmp_path / "tiada.xlsx")
    assert ending.code == ExitCode.UNREADABLE_INPUT
    assert "tiada.xlsx" in ending.err
    assert "Traceback" not in ending.err


def test_wrong_data_is_told_with_its_cell_and_nothing_is_made(
    type_in: Type, tmp_path: Path
) -> None:
    workbook = changed_round(tmp_path / "salah.xlsx", "Nilai", 1, 2, 11)
    ending = type_in("build", workbook, "-o", tmp_path / "out")
    assert ending.code == ExitCode.WRONG_DATA
    assert "Nilai!C" in ending.err
    assert not (tmp_path / "out").exists()


def test_a_wrong_template_is_told_with_its_line_and_nothing_is_made(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    pack = tmp_path / "paket"
    (pack / "prosa").mkdir(parents=True)
    (pack / "paket.toml").write_text('base = "dasar"\n')
    (pack / "prosa" / "surat-penutup.xml").write_text("<p>\n{{ surat.tiada }} {{ salah }}</p>\n")
    ending = type_in(
        "build", workbooks["perpustakaan"], "-o", tmp_path / "out", "--pack", str(pack)
    )
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "prosa/surat-penutup.xml:2" in ending.err
    assert "“Tiada”" in ending.err
    assert not (tmp_path / "out").exists()


def test_a_draft_says_konsep_in_every_document_and_in_the_manifest(
    type_in: Type, tmp_path: Path
) -> None:
    workbook = changed_round(tmp_path / "konsep.xlsx", "Surat", 1, 1, None)
    ending = type_in("build", workbook, "-o", tmp_path / "out", "--jobs", "1", "--format", "pdf")
    assert ending.code == ExitCode.DONE
    assert "DRAFT" in ending.out
    assert json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["draft"] is True


def test_a_region_that_fails_is_named_and_does_not_stop_the_others(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    blocked = tmp_path / "reports" / "002-prov-gorontalo.pdf"
    blocked.mkdir(parents=True)  # a folder of that name: the file cannot be written
    ending = type_in(
        "build", workbooks["perpustakaan"], "-o", tmp_path, "--jobs", "1", "--format", "pdf"
    )
    assert ending.code == ExitCode.DONE_WITH_FINDINGS
    assert "reports/002-prov-gorontalo" in ending.err
    assert (tmp_path / "reports" / "003-prov-kalimantan-utara.pdf").is_file()
    assert "1 document FAILED" in ending.out


def test_a_file_that_is_no_workbook_is_refused(type_in: Type, tmp_path: Path) -> None:
    path = tmp_path / "foto.xlsx"
    path.write_bytes(b"\x89PNG....")
    assert type_in("build", path).code == ExitCode.UNREADABLE_INPUT


def test_a_workbook_of_something_else_is_refused_with_what_it_lacks(
    type_in: Type, tmp_path: Path
) -> None:
    with xlsxwriter.Workbook(tmp_path / "lain.xlsx") as book:
        book.add_worksheet("Belanja").write("A1", "Barang")
    ending = type_in("build", tmp_path / "lain.xlsx")
    assert ending.code == ExitCode.WRONG_DATA
    assert "Wilayah" in ending.err


@pytest.mark.slow
def test_two_builds_are_the_same_to_the_byte_on_one_core_and_on_two(
    workbooks: Mapping[str, Path], tmp_path: Path, type_in: Type
) -> None:
    for jobs in ("1", "2"):
        folder = tmp_path / jobs
        type_in("build", workbooks["perpustakaan"], "-o", folder, "--jobs", jobs, "--packet")
    one, two = (
        {name: (tmp_path / jobs / name).read_bytes() for name in files(tmp_path / jobs)}
        for jobs in ("1", "2")
    )
    assert len(one) > 20
    assert one == two
