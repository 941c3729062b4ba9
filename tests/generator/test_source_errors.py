"""The errors of the document that was once sent are all found before anything is made."""

from pathlib import Path

import pytest

from evaluation.sources import Finding
from examples import round_2024
from extractors.workbook import read_workbook
from generator.making.inspection import inspect
from generator.workbooks.book import write_workbook

SLIPS = {
    "Sejauh mana program smart governance": "Se jauh mana program smart governance",
    "Sejauh mana program smart society": "Ssejauh mana program smart society",
    "Pelaksanaan Keamanan Informasi Pada Aplikasi": "Pelaksanaan Keamaan Informasi Pada Aplikasi",
}


def with_errors(folder: Path) -> tuple[Path, Path]:
    """Write the example round and a pack, both carrying the errors of the source document."""
    sheets = {name: [list(row) for row in rows] for name, rows in round_2024.sheets().items()}
    for row in sheets["Wilayah"]:
        if row[3] == "Bupati Pemalang":
            row[3] = "Bupati Pematang"
    for row in sheets["Instrumen"]:
        for wrong in SLIPS:
            row[:] = [
                cell.replace(wrong, SLIPS[wrong]) if isinstance(cell, str) else cell for cell in row
            ]
    sheets["Catatan"][1][4] = "Catatan:\n1. satu\n2. dua\n3. tiga\n3. empat"
    workbook = folder / "ronde.xlsx"
    with workbook.open("wb") as target:
        write_workbook(target, sheets)
    return workbook, folder / "paket"


def pack_with_errors(pack: Path) -> None:
    (pack / "prosa").mkdir(parents=True)
    (pack / "paket.toml").write_text('base = "kota-cerdas"\n')
    scope = "Adapun ruang lingkup evaluasi adalah kondisi awal, keluaran, hasil, dampak"
    (pack / "prosa" / "tujuan.xml").write_text(
        f"<h2>Tujuan</h2>\n<p>{scope}, serta program percepatan.</p>\n"
        f"<p>{scope}, program percepatan, serta kolaborasi.</p>\n"
        "<p>Penilaian berdasarkan berdasarkan lima dimensi.</p>\n"
    )
    (pack / "prosa" / "surat-penutup.xml").write_text(
        "<p>Evaluasi pada tujuh puluh lima kota/kabupaten telah selesai.</p>\n"
    )


def found(workbook: Path, pack: Path) -> tuple[Finding, ...]:
    reading = read_workbook(workbook)
    return inspect(reading.evaluation, reading.findings, str(pack)).findings


@pytest.mark.slow
def test_each_error_in_the_workbook_is_found_at_its_cell(tmp_path: Path) -> None:
    workbook, pack = with_errors(tmp_path)
    pack_with_errors(pack)
    told = {
        (finding.rule, finding.source.sheet) for finding in found(workbook, pack) if finding.source
    }
    assert ("addressee-contradicts-region", "Wilayah") in told
    assert ("broken-word", "Instrumen") in told
    assert ("numbering-slip", "Catatan") in told
    slips = [one for one in found(workbook, pack) if one.rule == "broken-word"]
    assert len({str(one.source) for one in slips}) == len(SLIPS)


@pytest.mark.slow
def test_each_error_in_the_wording_is_found_at_its_line(tmp_path: Path) -> None:
    workbook = tmp_path / "ronde.xlsx"
    with workbook.open("wb") as target:
        write_workbook(target, round_2024.sheets())
    pack_with_errors(tmp_path / "paket")
    told = {(one.rule, str(one.source)) for one in found(workbook, tmp_path / "paket")}
    assert ("repeated-paragraph", "prosa/tujuan.xml:3:1") in told
    assert ("doubled-word", "prosa/tujuan.xml:4:1") in told
    assert ("amount-contradicts-data", "prosa/surat-penutup.xml:1:1") in told
