"""Values that might have been dropped or misread in silence: they are told, whatever the exit."""

from pathlib import Path

import pytest

from evaluation.sources import Severity
from evaluation.understanding import Collected
from extractors.collect import collect
from tests.extractors.collect import making
from tests.extractors.collect.truth import TRUTH, scores_of
from tests.extractors.collect.writing import Grid, Rows, write_book


def gathered(folder: Path, *grids: Grid) -> Collected:
    return collect([write_book(folder / "rekap.xlsx", grids)], known=TRUTH.known())


def told(result: Collected, least: Severity = Severity.WARNING) -> list[tuple[str, str]]:
    return [(f.rule, str(f.source)) for f in result.findings if f.severity >= least]


@pytest.mark.parametrize(
    "heading",
    [
        "Berdasarkan hasil survei",  # HASIL is a dimension
        "Jumlah program yang",
        "Rata-rata nilai layanan",
        "Status dampak pengaduan",
        "Bukti dukung rencana",
    ],
)
def test_a_question_cut_short_to_the_word_of_a_total_is_told(tmp_path: Path, heading: str) -> None:
    rows = making.wide(TRUTH, making.by_text)
    rows[0][9] = heading
    result = gathered(tmp_path, Grid("A", rows))
    assert told(result, Severity.ERROR) == [("column-unsettled", "A!J1")]
    assert scores_of(result) == {k: v for k, v in TRUTH.scores().items() if k[2] != 5}


@pytest.mark.parametrize(
    "heading",
    [
        "Rata-rata Dimensi Dampak",
        "Nilai Akhir Seluruh Asesor",
        "Total Nilai Keseluruhan",
        "Rata-Rata Nilai Nasional",
        "Peringkat Nasional",
        "Jumlah Skor",
        "Tahun 2023",
    ],
)
def test_a_total_in_longer_words_is_still_no_question(tmp_path: Path, heading: str) -> None:
    rows: Rows = [[*row, 3.1] for row in making.wide(TRUTH)]
    rows[0][-1] = heading
    result = gathered(tmp_path, Grid("A", rows))
    assert told(result, Severity.NOTICE) == []
    assert scores_of(result) == TRUTH.scores()


@pytest.mark.parametrize("below", ["ya", "asesor@contoh.example", "2024-10-03", ""])
def test_texts_below_a_heading_of_no_use_are_passed_over(tmp_path: Path, below: str) -> None:
    rows: Rows = [[*row, below] for row in making.wide(TRUTH)]
    rows[0][-1] = "Status kehadiran di tempat"
    result = gathered(tmp_path, Grid("A", rows))
    assert not result.findings
    assert scores_of(result) == TRUTH.scores()


def test_a_region_across_without_assessor_beside_others_is_told(tmp_path: Path) -> None:
    grid = making.transposed(TRUTH)
    grid.rows[1][3] = ""
    result = gathered(tmp_path, grid)
    assert told(result, Severity.ERROR) == [("column-unsettled", "Per Wilayah!D2")]
    lost = ("KAB. BADUNG", "Asesor 2")
    assert scores_of(result) == {k: v for k, v in TRUTH.scores().items() if k[:2] != lost}
