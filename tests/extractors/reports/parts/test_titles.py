"""The name of a dimension in the heading above its table."""

from dataclasses import replace

import pytest

from extractors.reports.parts.titles import clean_title, has_outline, title_of
from extractors.reports.text.lines import Line
from tests.extractors.reports.writing import line


def heading(
    text: str, top: float = 100, size: float = 12, page: int = 1, bold: bool = True
) -> Line:
    given = line(text, top, page, size)
    return Line(page, tuple(replace(word, bold=bold) for word in given.words))


@pytest.mark.parametrize(
    ("text", "outlined", "plain"),
    [
        ("Tata Kelola", "Tata Kelola", "Tata Kelola"),
        ("A. Tata Kelola", "Tata Kelola", "A. Tata Kelola"),
        ("A. X", "A. X", "A. X"),
        ("1. Tata Kelola", "Tata Kelola", "Tata Kelola"),
        ("1.2 Tata Kelola", "Tata Kelola", "Tata Kelola"),
        ("IV. Tata Kelola", "Tata Kelola", "Tata Kelola"),
        ("Dimensi Tata Kelola", "Tata Kelola", "Tata Kelola"),
        ("Dimensi 2: Tata Kelola", "Tata Kelola", "Tata Kelola"),
        ("Tabel 3. Hasil Penilaian Dimensi Tata Kelola", "Tata Kelola", "Tata Kelola"),
        ("Tata Kelola (lanjutan)", "Tata Kelola", "Tata Kelola"),
        ("Tata Kelola Lanjutan", "Tata Kelola", "Tata Kelola"),
        ("Tata Kelola (Rata-rata: 3,25)", "Tata Kelola", "Tata Kelola"),
        ("Tata Kelola - Rata-rata 3,25", "Tata Kelola", "Tata Kelola"),
        ("Tata Kelola [nilai = 3]", "Tata Kelola", "Tata Kelola"),
        ("Tata Kelola (3,25)", "Tata Kelola (3,25)", "Tata Kelola (3,25)"),
        ("Dimensi", "Dimensi", "Dimensi"),
        ("Tata Kelola:", "Tata Kelola", "Tata Kelola"),
        ("", "", ""),
    ],
)
def test_what_stands_around_the_name_goes(text: str, outlined: str, plain: str) -> None:
    assert clean_title(text) == outlined
    assert clean_title(text, outlined=False) == plain


@pytest.mark.parametrize(
    ("given", "outlined"),
    [
        (heading("A. Gambaran Umum"), True),
        (heading("B) Gambaran Umum"), True),
        (heading("A. Gambaran Umum", bold=False), False),
        (heading("A. Budi, S.T."), False),
        (heading("A. B"), False),
        (heading("1. Gambaran Umum"), False),
        (heading("X. Gambaran Umum"), False),
    ],
)
def test_headings_with_letters(given: Line, outlined: bool) -> None:
    assert has_outline(given) is outlined


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ([], ""),
        ([heading("Isi"), heading("Layanan", 200)], "Layanan"),
        ([heading("Tata"), heading("Kelola", 118)], "Tata Kelola"),
        ([heading("Tata"), heading("Kelola", 119.3)], "Kelola"),
        ([heading("Tata", 86), heading("Kelola"), heading("Kota", 114)], "Kelola Kota"),
        ([heading("Tata", size=12.7), heading("Kelola", 114)], "Kelola"),
        ([heading("Tata", size=12.5), heading("Kelola", 114)], "Tata Kelola"),
        ([heading("Tata", bold=False), heading("Kelola", 114)], "Kelola"),
        ([heading("Tata", bold=False), heading("Kelola", 114, bold=False)], "Kelola"),
        ([heading("Tata"), heading("Kelola", 114, page=2)], "Kelola"),
        ([heading("Layanan"), heading("Nilai rata-rata 3,25", 114)], "Layanan"),
        ([heading("Nilai rata-rata 3,25")], ""),
        ([heading("Nilai rata-rata layanan")], "Nilai rata-rata layanan"),
        ([heading("Layanan (Rata-rata: 3,25)")], "Layanan"),
    ],
)
def test_the_lines_next_above_a_table_are_its_title(given: list[Line], title: str) -> None:
    assert title_of(given) == title
