"""A pack's fields listed and one sample of it shown, as a user types it."""

from collections.abc import Mapping
from pathlib import Path

import pdfplumber
import pytest

from evaluation.errors import ExitCode
from generator.packs.packs import shipped_packs
from tests.generator.conftest import Type


def own_pack(folder: Path, **files: str) -> Path:
    """Write a pack beside the workbook that builds on the general one."""
    pack = folder / "paket-saya"
    (pack / "prosa").mkdir(parents=True)
    (pack / "paket.toml").write_text('base = "dasar"\n')
    for name, text in files.items():
        (pack / "prosa" / f"{name.replace('_', '-')}.xml").write_text(text, encoding="utf-8")
    return pack


def read(path: Path) -> str:
    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def test_the_fields_of_a_pack_are_listed_with_their_places_facts_first(type_in: Type) -> None:
    ending = type_in("fields", "dasar")
    assert ending.code == ExitCode.DONE, ending.err
    lines = ending.out.splitlines()
    (name,) = [line for line in lines if " surat.nama_penandatangan " in line]
    assert name.split() == [
        "Nama", "Penandatangan", "surat.nama_penandatangan", "required",
        "_partials/tanda-tangan.xml:8",
    ]  # fmt: skip
    (kind,) = [line for line in lines if " surat.sifat " in line]
    assert "optional" in kind
    facts = [number for number, line in enumerate(lines) if " surat." in line]
    (first,) = [number for number, line in enumerate(lines) if line.split()[:1] == ["absen"]]
    assert max(facts) < first


def test_every_place_is_listed_when_asked_for(type_in: Type) -> None:
    shortened, whole = type_in("fields", "dasar").out, type_in("fields", "dasar", "--all").out
    assert " more" in shortened
    assert " more" not in whole
    assert "prosa/sampul-bawah.xml:4" in whole


def test_a_pack_with_a_fault_is_listed_and_its_faults_told(type_in: Type, tmp_path: Path) -> None:
    pack = own_pack(
        tmp_path, surat_penutup="<p>\n{% if konsep %}{{ jumlah.hadri }}{% endif %}<b/></p>"
    )
    ending = type_in("fields", pack)
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "surat.nomor" in ending.out
    assert "prosa/surat-penutup.xml:2:19: there is no field “hadri”" in ending.err
    assert "Did you mean hadir?" in ending.err
    assert "prosa/surat-penutup.xml:2:45: <b> is no tag" in ending.err


@pytest.mark.parametrize("command", ["fields", "preview"])
def test_a_pack_that_is_not_there_is_told_with_those_that_are(command: str, type_in: Type) -> None:
    ending = type_in(command, "dasra")
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "dasar" in ending.err


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped_packs())
def test_a_preview_holds_one_letter_and_one_report_of_the_example_round(
    name: str, type_in: Type, tmp_path: Path
) -> None:
    path = tmp_path / "contoh.pdf"
    ending = type_in("preview", name, "--no-open", "-o", path)
    assert ending.code == ExitCode.DONE, ending.err
    assert str(path) in ending.out
    text = read(path)
    assert "B-1478/DJAI/AI.01.02/11/2024" in text
    assert "KAB. BADUNG" in text


def test_a_preview_shows_the_region_and_workbook_that_are_asked_for(
    type_in: Type, workbooks: Mapping[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "contoh.pdf"
    workbook = workbooks["perpustakaan"]
    ending = type_in(
        "preview", "dasar", "--workbook", workbook, "--region", "gorontalo", "--no-open", "-o", path
    )
    assert ending.code == ExitCode.DONE, ending.err
    text = read(path)
    assert "B-212/DPLD/PK.02.01/07/2025" in text
    assert "PROV. GORONTALO" in text
    assert "PROV. BENGKULU" not in text


def test_a_preview_is_named_after_its_pack(
    type_in: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_pack(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert type_in("preview", "paket-saya", "--no-open").code == ExitCode.DONE
    assert (tmp_path / "preview-paket-saya.pdf").is_file()


@pytest.mark.slow
def test_a_fact_that_only_this_pack_needs_stands_as_its_own_name_in_the_example(
    type_in: Type, tmp_path: Path
) -> None:
    pack = own_pack(tmp_path, surat_penutup="<p>{{ surat.nomor_rekening }}, {{ surat.sifat }}</p>")
    path = tmp_path / "contoh.pdf"
    ending = type_in("preview", pack, "--no-open", "-o", path)
    assert ending.code == ExitCode.DONE, ending.err
    assert "(Nomor Rekening), (Sifat)" in read(path)


def test_a_wrong_template_gives_no_preview(type_in: Type, tmp_path: Path) -> None:
    pack = own_pack(tmp_path, surat_penutup="<p>{{ salah }}</p>")
    ending = type_in("preview", pack, "--no-open", "-o", tmp_path / "contoh.pdf")
    assert ending.code == ExitCode.WRONG_TEMPLATE
    assert "prosa/surat-penutup.xml:1:7" in ending.err
    assert not (tmp_path / "contoh.pdf").exists()


def test_a_region_that_is_none_gives_no_preview(type_in: Type, tmp_path: Path) -> None:
    ending = type_in(
        "preview", "dasar", "--region", "badong", "--no-open", "-o", tmp_path / "contoh.pdf"
    )
    assert ending.code == ExitCode.UNKNOWN_REGION
    assert "KAB. BADUNG" in ending.err
