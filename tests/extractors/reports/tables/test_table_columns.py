"""The sides of columns: from upright rulings, from white gaps, from signs of points."""

import pytest

from evaluation.sources import Box
from extractors.pages.page import Ruling
from extractors.reports.tables.columns import HeadCell, emptiest, gap_edges, head_cells, ruled_edges
from extractors.reports.text.rulings import Rules
from tests.extractors.reports.tables.sheets import side_by_side
from tests.extractors.reports.writing import line


def cell(text: str, left: float, right: float) -> HeadCell:
    return HeadCell(Box(left, 100, right, 110), text)


CELLS = (cell("No", 50, 60), cell("Pertanyaan", 100, 150), cell("Skor", 300, 320))


def uprights(*places: float, top: float = 95, bottom: float = 300) -> Rules:
    return Rules(Ruling(Box(x - 0.5, top, x + 0.5, bottom)) for x in places)


@pytest.mark.parametrize(
    ("rules", "edges"),
    [
        (uprights(40, 80, 280, 340), [40, 80, 280, 340]),
        (uprights(10, 40, 80, 280, 340, 400), [40, 80, 280, 340]),
        (uprights(80, 280), [20, 80, 280, 350]),
        (uprights(40, 58, 302, 340), [40, 58, 302, 340]),
        (uprights(40, 57.9, 280, 340), None),
        (uprights(40, 102.1, 280, 340), None),
        (uprights(40, 80, 340), None),
        (uprights(40, 340), None),
        (uprights(80, 280, top=95, bottom=111), [20, 80, 280, 350]),
        (uprights(80, 280, top=113, bottom=300), None),
        (uprights(), None),
    ],
)
def test_upright_rulings_part_the_cells_of_a_head(rules: Rules, edges: list[float] | None) -> None:
    assert ruled_edges(rules, CELLS, (100, 110)) == edges


def test_white_gaps_part_columns_where_nothing_is_drawn() -> None:
    rows = [line("1 | Apa yang ada di kota ini sekarang | 3", 120), line("2 | Mana", 134)]
    edges = gap_edges(CELLS, rows)
    assert len(edges) == 4
    assert edges[0] == 48
    assert 60 < edges[1] < 88
    assert edges[2] < 300
    assert edges[3] == max(322, *(word.box.right + 2 for row in rows for word in row.words))


def test_signs_of_points_begin_their_column() -> None:
    heads = (cell("Asesor", 50, 80), cell("Catatan", 300, 340))
    rows = [
        line("Dr. Budi Santoso", 120),
        *(line("a. Baik", 134 + 14 * n, left=150) for n in (0, 1)),
    ]
    assert gap_edges(heads, rows)[1] == 149
    assert gap_edges(heads, rows[:2])[1] != 149


@pytest.mark.parametrize(
    ("spans", "last", "middle"),
    [
        ([], False, 50),
        ([(0, 40), (60, 100)], False, 50),
        ([(0, 20), (30, 60), (90, 100)], False, 75),
        ([(0, 40), (50, 80), (90, 100)], True, 85),
        ([(0, 40), (70, 90), (95, 100)], False, 55),
        ([(0, 40), (70, 90), (95, 100)], True, 92.5),
        ([(0, 40), (70, 98), (99.5, 100)], True, 55),
        ([(0, 100), (0, 30), (50, 100)], False, 40),
        ([(-10, 110)], False, 50),
    ],
)
def test_the_stretch_that_the_fewest_words_cover(
    spans: list[tuple[float, float]], last: bool, middle: float
) -> None:
    assert emptiest(spans, 0, 100, last=last) == middle


@pytest.mark.parametrize(
    ("chunks", "texts"),
    [
        ([("Hasil", 100, 50), ("Penilaian", 112, 50), ("No", 106, 10)], ["No", "Hasil Penilaian"]),
        ([("Sub", 100, 50), ("Nilai", 100, 120)], ["Sub", "Nilai"]),
        ([("Satu", 100, 50), ("Dua", 112, 64)], ["Satu Dua"]),
        ([("Satu", 100, 50), ("Dua", 112, 66)], ["Satu", "Dua"]),
        ([("Dua", 112, 50), ("Satu", 100, 52)], ["Satu Dua"]),
    ],
)
def test_words_of_a_head_above_each_other_are_one_cell(
    chunks: list[tuple[str, float, float]], texts: list[str]
) -> None:
    given = [line(text, top, left=left) for text, top, left in chunks]
    assert [one.text for one in head_cells(given)] == texts


def test_values_set_to_the_right_before_numbers_set_to_the_left_are_parted_between_them() -> None:
    heads = (cell("Nilai", 95, 116), cell("Nomor", 180, 212), cell("Pertanyaan", 340, 437))
    rows = [
        side_by_side(120 + 14 * n, (136, "3.40"), (164, str(11 + n)), (236, "Berapa skor lumbung"))
        for n in range(3)
    ]
    assert 156 < gap_edges(heads, rows)[1] < 164
    single = [side_by_side(120 + 14 * n, (136, "3.40"), (236, "Berapa skor")) for n in range(3)]
    assert gap_edges(heads, single)[1] > 156
