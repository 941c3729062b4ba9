"""Heads of tables found by their labels, between rulings and without any."""

import pytest

from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.heads import Head, heads_of
from extractors.reports.tables.kinds import Kind
from extractors.reports.text.lines import Line
from tests.extractors.reports.tables.sheets import HEAD, asked, flat, sheet, side_by_side, tall
from tests.extractors.reports.writing import line

NUMBER, TEXT, SCORE = Meaning.NUMBER, Meaning.TEXT, Meaning.SCORE


def only(heads: tuple[Head, ...]) -> Head:
    assert len(heads) == 1
    return heads[0]


def labels(head: Head) -> list[str]:
    return [column.label for column in head.columns]


def test_a_head_says_where_it_stands_and_what_its_table_holds() -> None:
    head = only(heads_of(sheet([line("Tata Kelola", 80), HEAD, asked(1, 114)])))
    assert (head.top, head.bottom, head.kind, head.ruled) == (100, 110, Kind.QUESTIONS, False)
    assert [column.role for column in head.columns] == [NUMBER, TEXT, SCORE]
    assert all(a.right == b.left for a, b in zip(head.columns, head.columns[1:], strict=False))


def test_every_head_of_a_page_is_found_once() -> None:
    second = side_by_side(300, (50, "No"), (100, "Kab/Kota"), (300, "Nilai Akhir"))
    heads = heads_of(sheet([HEAD, asked(1, 114), second, line("1 | Kota A | 3", 314)]))
    assert [(head.top, head.kind) for head in heads] == [
        (100, Kind.QUESTIONS), (300, Kind.RESULTS),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "texts",
    [
        ((50, "No"), (100, "Kata"), (300, "Lain")),
        ((50, "No"), (100, "pertanyaan"), (300, "Skor")),
        ((50, "Pertanyaan"), (100, "ini")),
        ((50, "Kata"), (100, "Lain")),
        ((50, "No"), (100, "Bukti Dukung")),
    ],
    ids=["one label", "a sentence goes on", "one label of two", "no label", "no kind of table"],
)
def test_what_says_too_little_is_no_head(texts: tuple[tuple[float, str], ...]) -> None:
    assert heads_of(sheet([side_by_side(100, *texts), asked(1, 114)])) == ()
    ruled = [*flat(95, 112, 126), *tall(45, 90, 290, 350, bottom=126)]
    if "pertanyaan" not in [text for _left, text in texts]:
        assert heads_of(sheet([side_by_side(100, *texts), asked(1, 114)], ruled)) == ()


def two_lines(top: float = 100) -> list[Line]:
    """A head whose second line has the labels, and the first the beginning of one."""
    upper = side_by_side(top, (100, "Sub"))
    texts = ((50, "No"), (100, "Indikator"), (200, "Pertanyaan"), (300, "Skor"))
    return [upper, side_by_side(top + 12, *texts)]


def test_a_head_between_rulings_has_all_its_lines() -> None:
    rulings = [*flat(96, 124, 138), *tall(45, 95, 190, 290, 350, bottom=138)]
    row = side_by_side(127, (52, "1"), (100, "A"), (200, "Apa"), (305, "3"))
    head = only(heads_of(sheet([*two_lines(), row], rulings)))
    assert labels(head) == ["No", "Sub Indikator", "Pertanyaan", "Skor"]
    assert (head.top, head.bottom, head.ruled) == (100, 122, True)
    assert [round(column.left) for column in head.columns] == [45, 95, 190, 290]


def test_a_line_above_the_ruling_is_not_the_heads() -> None:
    rulings = [*flat(111, 124), *tall(45, 95, 190, 290, 350, top=111, bottom=138)]
    row = side_by_side(127, (52, "1"), (100, "A"), (200, "Apa"), (305, "3"))
    head = only(heads_of(sheet([*two_lines(), row], rulings)))
    assert labels(head) == ["No", "Indikator", "Pertanyaan", "Skor"]
    assert head.top == 112


def test_a_line_below_that_goes_on_with_a_label_is_the_heads() -> None:
    upper = side_by_side(100, (50, "No"), (100, "Sub"), (200, "Pertanyaan"), (300, "Hasil"))
    lower = side_by_side(112, (100, "Indikator"), (300, "Penilaian"))
    rulings = [*flat(96, 124), *tall(45, 95, 190, 290, 350, bottom=138)]
    row = side_by_side(127, (52, "1"), (100, "A"), (200, "Apa"), (305, "3"))
    for drawn in (rulings, []):
        head = only(heads_of(sheet([upper, lower, row], drawn)))
        assert labels(head) == ["No", "Sub Indikator", "Pertanyaan", "Hasil Penilaian"]
        assert head.bottom == 122


def test_rows_within_the_rulings_of_a_head_are_rows() -> None:
    rulings = [*flat(96, 138), *tall(45, 90, 290, 350, bottom=138)]
    head = only(heads_of(sheet([HEAD, asked(1, 112), asked(2, 124)], rulings)))
    assert head.bottom == 110


@pytest.mark.parametrize("ruling", [96, 124])
def test_a_ruling_on_one_side_alone_encloses_no_head(ruling: float) -> None:
    head = only(heads_of(sheet([HEAD, asked(1, 112)], flat(ruling))))
    assert (head.bottom, head.ruled) == (110, False)


def test_a_ruling_parts_a_head_from_what_stands_right_below_it() -> None:
    upper = side_by_side(100, (50, "Pertanyaan"), (200, "Skor"), (300, "Xyz"))
    below = side_by_side(113, (300, "abc"))
    assert only(heads_of(sheet([upper, below]))).bottom == 123
    assert only(heads_of(sheet([upper, below], flat(111.5)))).bottom == 110
    assert only(heads_of(sheet([upper, side_by_side(113, (300, "a2"))]))).bottom == 110
    bold = side_by_side(113, (300, "abc"), bold=True)
    assert only(heads_of(sheet([upper, bold]))).bottom == 110


def test_labels_of_a_head_that_goes_on_stand_below_one_cell_each() -> None:
    upper = side_by_side(100, (50, "Pertanyaan"), (200, "Skor"), (300, "Xyz"))
    wide = side_by_side(112, (195, "abcdefghijklmnopqrstuvwxyz"))
    assert only(heads_of(sheet([upper, wide]))).bottom == 110


def test_more_rows_below_are_no_part_of_a_head_in_plain_type() -> None:
    upper = side_by_side(100, (50, "Pertanyaan"), (200, "Skor"), (300, "Xyz"))
    below = [side_by_side(112 + 12 * n, (300, "abc")) for n in range(2)]
    assert only(heads_of(sheet([upper, *below]))).bottom == 110


def test_a_head_is_ruled_where_the_rulings_run_on_beside_its_rows() -> None:
    for bottom, ruled in ((112, False), (126, True)):
        rulings = [*flat(96, 112), *tall(45, 90, 290, 350, bottom=bottom)]
        assert only(heads_of(sheet([HEAD, asked(1, 114)], rulings))).ruled is ruled
    rulings = [*flat(96, 112), *tall(45, 90, 290, 350, bottom=112)]
    assert only(heads_of(sheet([HEAD], rulings))).ruled


def test_a_ruling_parts_labels_that_stand_close() -> None:
    heading = side_by_side(100, (50, "No"), (100, "Pertanyaan Skor"))
    rulings = [*flat(95, 112, right=220), *tall(45, 90, 151.5, 200, bottom=130)]
    row = side_by_side(114, (52, "1"), (100, "Apa"), (160, "3"))
    head = only(heads_of(sheet([heading, row], rulings)))
    assert labels(head) == ["No", "Pertanyaan", "Skor"]
    assert heads_of(sheet([heading, row], flat(95, 112, right=220))) == ()
