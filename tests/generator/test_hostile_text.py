"""Whatever an assessor types is printed as text: nothing is executed, fetched or lost."""

from pathlib import Path

import pytest

from evaluation.sources import Severity
from examples import perpustakaan
from generator.document.kinds import REPORT
from generator.document.printable import MARK
from generator.making.plan import plan_regions
from generator.making.rounds import Round
from generator.workbooks.book import write_workbook
from tests import reading_docx, reading_pdf
from tests.conftest import opened
from tests.generator.test_agreement import write
from tests.reading_pdf import squeezed

LITERAL = [
    "<b>tebal</b> & <script>alert(1)</script>",
    "{{ surat.nomor }} {% for x in y %} {# komentar #}",
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    "+62 21 000000",
    "]]> <!-- x --> <!DOCTYPE a> &amp; &nbsp;",
    '<img src="http://example.org/x.png"/> <a href="file:///etc/passwd">x</a>',
    "Kata" * 750,
    'kutip "ganda", ‘tunggal’ dan \\ garis miring',
    "a) satu; b) dua",
]


def with_comments(points: list[str], folder: Path) -> Round:
    """Open the small example round with these points as the comments on its first region."""
    sheets = dict(perpustakaan.sheets())
    heads = sheets["Catatan"][0]
    rows = [["Prov. Bengkulu", "Capaian", "Penilai <1>", "Badan & Contoh", one] for one in points]
    sheets["Catatan"] = [heads, *rows]
    path = folder / "catatan.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    return opened(path)


def report(made: Round, folder: Path) -> dict[str, Path]:
    (job,) = plan_regions(made.evaluation, [made.region("bengkulu")], ("pdf", "docx"), (REPORT,))
    return write(made, job, folder)


def test_a_comment_is_literal_text_in_both_formats(tmp_path: Path) -> None:
    made = with_comments(LITERAL, tmp_path)
    paths = report(made, tmp_path)
    pdf, docx = reading_pdf.body_text(paths["pdf"]), reading_docx.body_text(paths["docx"])
    assert pdf == docx
    for point in [*LITERAL, "Penilai <1>, Badan & Contoh"]:
        assert squeezed(point) in pdf


@pytest.mark.parametrize("character", ["😀", "\x0b", "\x1f", "\u0378"])
def test_what_cannot_be_printed_is_marked_alike_in_both_formats_and_told(
    character: str, tmp_path: Path
) -> None:
    made = with_comments([f"awal{character}akhir"], tmp_path)
    paths = report(made, tmp_path)
    for text in (reading_pdf.body_text(paths["pdf"]), reading_docx.body_text(paths["docx"])):
        assert f"awal{MARK}akhir" in text
    (finding,) = [one for one in made.findings if one.rule == "unprintable-character"]
    assert finding.severity is Severity.WARNING
    assert str(finding.source) == "Catatan!E3"
    assert f"U+{ord(character):04X}" in str(finding.message)


def test_a_region_s_name_leads_no_file_out_of_the_folder(tmp_path: Path) -> None:
    sheets = dict(perpustakaan.sheets())
    rows = [list(row) for row in sheets["Wilayah"]]
    name = str(rows[1][2])
    hostile = "PROV. ../../etc/passwd\\<x>|"
    for sheet in ("Wilayah", "Nilai", "Tahun Lalu", "Catatan"):
        sheets[sheet] = [
            [hostile if cell == name else cell for cell in row] for row in sheets[sheet]
        ]
    sheets["Wilayah"] = [
        [
            f"Gubernur {hostile[6:]}" if row[2] == hostile and cell == row[3] else cell
            for cell in row
        ]
        for row in sheets["Wilayah"]
    ]
    path = tmp_path / "nama.xlsx"
    with path.open("wb") as target:
        write_workbook(target, sheets)
    made = opened(path)
    (job,) = plan_regions(made.evaluation, [made.evaluation.regions[0]], ("pdf",), (REPORT,))
    assert job.stem == "reports/001-prov-etc-passwd-x"
