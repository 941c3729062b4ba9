"""What is handed over: archives, the list, the file to print, labels."""

import json
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pypdfium2 as pdfium
import pytest

from evaluation.errors import ExitCode
from examples import perpustakaan
from generator.cli.main import main
from generator.system.seals import read_seal
from generator.workbooks.book import write_workbook
from tests.generator.conftest import Type

FORMULA = "=HYPERLINK(A1)"


def workbook(path: Path, heading: str = "Surel", score: float = 6.5) -> Path:
    sheets = {name: [list(row) for row in rows] for name, rows in perpustakaan.sheets().items()}
    first, *rows = sheets["Wilayah"]
    first.append(heading)
    for at, row in enumerate(rows):
        row.append((FORMULA, "setda@gorontalo.go.id", None)[at % 3])
    sheets["Nilai"][1][4] = score
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make everything once; tests work on copies."""
    folder = tmp_path_factory.mktemp("asli")
    path = workbook(folder / "putaran.xlsx")
    with pytest.raises(SystemExit) as ended:
        main(["build", str(path), "-o", str(folder / "out"), "--jobs", "1"])
    assert ended.value.code == ExitCode.DONE
    return folder


@pytest.fixture
def made(built: Path, tmp_path: Path) -> Path:
    """Copy what was made; give the folder. The workbook lies beside it."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "out"


def rows(path: Path) -> list[list[object]]:
    (sheet,) = openpyxl.load_workbook(path).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_everything_that_is_handed_over_is_made_at_once(
    type_in: Type, made: Path, tmp_path: Path
) -> None:
    ending = type_in("dispatch", tmp_path / "putaran.xlsx", "-o", made, "--zip", "--print")
    assert ending.code == ExitCode.DONE, ending.err
    sent = made / "kirim"
    assert "12 archives" in ending.out
    with ZipFile(sent / "001-prov-bengkulu.zip") as archive:
        assert archive.namelist() == [
            "001-prov-bengkulu.pdf",
            "001-prov-bengkulu.docx",
            "label.pdf",
        ]
        report = made / "reports" / "001-prov-bengkulu.pdf"
        assert archive.read("001-prov-bengkulu.pdf") == report.read_bytes()
        with pdfium.PdfDocument(BytesIO(archive.read("label.pdf"))) as label:
            assert "Gubernur Bengkulu" in label[0].get_textpage().get_text_range()
    with pdfium.PdfDocument(sent / "cetak.pdf") as printed:
        assert f"({len(printed)} pages)" in ending.out
        assert [one.get_title() for one in printed.get_toc()][:2] == [
            "PROV. BENGKULU",
            "PROV. GORONTALO",
        ]
    head, first, second, third, *_others = rows(sent / "daftar-kirim.xlsx")
    assert head[2:5] == ["Wilayah", "Penerima", "Surel"]
    assert first[2:5] == ["PROV. BENGKULU", "Gubernur Bengkulu", FORMULA]
    assert second[4] == "setda@gorontalo.go.id"
    assert not third[4]
    assert first[5:8] == ["B-212/DPLD/PK.02.01/07/2025", "14 Juli 2025", "001-prov-bengkulu.zip"]
    (sheet,) = openpyxl.load_workbook(sent / "daftar-kirim.xlsx").worksheets
    assert sheet["E2"].data_type == "s"
    verified = type_in("verify", made)
    assert verified.code == ExitCode.DONE, verified.out
    again = type_in("dispatch", tmp_path / "putaran.xlsx", "-o", made)
    assert again.code == ExitCode.DONE, again.err
    first = rows(sent / "daftar-kirim.xlsx")[1]
    assert first[7] == "reports/001-prov-bengkulu.pdf\nreports/001-prov-bengkulu.docx"


def _changed(made: Path) -> None:
    path = made / "reports" / "002-prov-gorontalo.pdf"
    path.write_bytes(path.read_bytes() + b"%\n")


def _missing(made: Path) -> None:
    (made / "reports" / "002-prov-gorontalo.pdf").unlink()


def _of_another_state(made: Path) -> None:
    path = made / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    for one in content["files"]:
        if "002" in one["path"]:
            one["workbook"] = {"name": "lain.xlsx", "sha256": "0" * 64}
    path.write_text(json.dumps(content), "utf-8")


@pytest.mark.parametrize("spoil", [_changed, _missing, _of_another_state])
def test_what_is_not_as_it_was_made_is_not_handed_over(
    type_in: Type, made: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(made)
    ending = type_in("dispatch", tmp_path / "putaran.xlsx", "-o", made, "--zip")
    assert ending.code == ExitCode.WRONG_DATA
    assert "002-prov-gorontalo.pdf" in ending.err
    assert not (made / "kirim").exists()


def test_an_empty_folder_has_nothing_to_hand_over(type_in: Type, tmp_path: Path) -> None:
    path = workbook(tmp_path / "putaran.xlsx", "E-mail")
    ending = type_in("dispatch", path, "-o", tmp_path / "kosong")
    assert ending.code == ExitCode.WRONG_DATA
    assert "laporan build" in ending.err


def test_what_was_issued_is_handed_over_beside_it(
    type_in: Type, made: Path, tmp_path: Path
) -> None:
    issued = type_in("issue", tmp_path / "putaran.xlsx", "-o", made)
    assert issued.code == ExitCode.DONE, issued.err
    (issue,) = (made / "terbit").iterdir()
    workbook(tmp_path / "putaran.xlsx", "Email", 1)  # what was issued does not change by it
    ending = type_in("dispatch", issue, "--zip")
    assert ending.code == ExitCode.DONE, ending.err
    sent = made / "kirim" / issue.name
    with ZipFile(sent / "001-prov-bengkulu.zip") as archive:
        report = issue / "reports" / "001-prov-bengkulu.pdf"
        assert archive.read("001-prov-bengkulu.pdf") == report.read_bytes()
    assert rows(sent / "daftar-kirim.xlsx")[1][4] == FORMULA
    assert type_in("verify", issue).code == ExitCode.DONE
    inside = type_in("dispatch", issue, "-o", issue / "kirim")
    assert inside.code == ExitCode.UNWRITABLE_OUTPUT
    elsewhere = type_in("dispatch", issue, "-o", tmp_path / "lain")
    assert elsewhere.code == ExitCode.DONE
    assert [one.name for one in (tmp_path / "lain").iterdir()] == ["daftar-kirim.xlsx"]


def test_without_a_pdf_there_is_nothing_to_print(type_in: Type, tmp_path: Path) -> None:
    path = workbook(tmp_path / "putaran.xlsx")
    type_in("build", path, "-o", tmp_path / "out", "--jobs", "1", "--format", "docx")
    ending = type_in("dispatch", path, "-o", tmp_path / "out", "--print")
    assert ending.code == ExitCode.WRONG_DATA
    assert "--format pdf" in ending.err


def test_some_regions_are_made_in_one_go_and_put_into_archives(
    type_in: Type, tmp_path: Path
) -> None:
    path, out = workbook(tmp_path / "putaran.xlsx"), tmp_path / "out"
    ending = type_in("report", path, "2", "bengkulu", "prov. bengkulu", "-o", out, "--zip")
    assert ending.code == ExitCode.DONE, ending.err
    names = sorted(one.name for one in (out / "kirim").iterdir())
    assert names == ["001-prov-bengkulu.zip", "002-prov-gorontalo.zip"]
    assert len(list((out / "reports").iterdir())) == 4
    none = type_in("report", path, "2", "atlantis", "-o", tmp_path / "lain")
    assert none.code == ExitCode.UNKNOWN_REGION
    assert not (tmp_path / "lain").exists()


def test_an_archive_of_others_stays(type_in: Type, tmp_path: Path) -> None:
    path, out = workbook(tmp_path / "putaran.xlsx"), tmp_path / "out"
    own = out / "kirim" / "001-prov-bengkulu.zip"
    own.parent.mkdir(parents=True)
    with ZipFile(own, "w") as archive:
        archive.writestr("milik-saya.txt", "x")
    assert read_seal(own) is None
    assert type_in("report", path, "1", "-o", out, "--zip").code == ExitCode.UNWRITABLE_OUTPUT
    assert ZipFile(own).namelist() == ["milik-saya.txt"]
    assert type_in("report", path, "1", "-o", out, "--zip", "--force").code == ExitCode.DONE
    seal = read_seal(own)
    assert seal is not None and seal.intact and seal.maker == "dispatch --zip"
    data = bytearray(own.read_bytes())
    data[200] ^= 1
    own.write_bytes(bytes(data))
    assert type_in("report", path, "1", "-o", out, "--zip").code == ExitCode.UNWRITABLE_OUTPUT


def test_labels_are_written_of_all_or_some_regions(type_in: Type, tmp_path: Path) -> None:
    path = workbook(tmp_path / "putaran.xlsx")
    ending = type_in("labels", path, "--skip", "3")
    assert ending.code == ExitCode.DONE, ending.err
    assert "2 sheets" in ending.out
    with pdfium.PdfDocument(tmp_path / "label.pdf") as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "Gubernur Bengkulu" in text and "001 · PROV. BENGKULU · B-212" in text
    some = type_in("labels", path, "2", "-o", tmp_path / "satu.pdf", "--sheet", "3x8")
    assert "1 sheet:" in some.out
    with pdfium.PdfDocument(tmp_path / "satu.pdf") as pdf:
        assert "Bengkulu" not in pdf[0].get_textpage().get_text_range()
    assert type_in("labels", path, "--skip", "14").code == ExitCode.WRONG_USAGE


def test_the_words_of_a_label_are_the_agency_s(type_in: Type, tmp_path: Path) -> None:
    path, pack = workbook(tmp_path / "putaran.xlsx"), tmp_path / "paket"
    pack.mkdir()
    (pack / "paket.toml").write_text('base = "dasar"\n')
    profile = pack / "profil.toml"
    profile.write_text('[label]\nlines = ["Yang Mulia {penerima}", "{kode}"]\nfoot = ""\n')
    ending = type_in("labels", path, "1", "--pack", pack)
    assert ending.code == ExitCode.DONE, ending.err
    with pdfium.PdfDocument(tmp_path / "label.pdf") as pdf:
        told = pdf[0].get_textpage().get_text_range().split()
    assert told == ["Yang", "Mulia", "Gubernur", "Bengkulu", "17"]
    for line in ("{salah}", "{penerima.__class__.x}", "{", "{0}"):
        profile.write_text(f"[label]\nlines = ['{line}']\n")
        ending = type_in("labels", path, "1", "--pack", pack)
        assert ending.code == ExitCode.WRONG_TEMPLATE, line
        assert "penerima" in ending.err
    profile.write_text("[label]\nlines = []\n")
    assert type_in("labels", path, "1", "--pack", pack).code == ExitCode.WRONG_TEMPLATE


def test_an_e_mail_that_changed_is_told(type_in: Type, tmp_path: Path) -> None:
    before, after = workbook(tmp_path / "a.xlsx"), workbook(tmp_path / "b.xlsx", "Alamat Surel")
    assert type_in("compare", before, after).code == ExitCode.DONE
    other = workbook(tmp_path / "c.xlsx", "Lain")
    ending = type_in("compare", before, other)
    assert "e-mail (Wilayah!C4): setda@gorontalo.go.id → —" in ending.out
