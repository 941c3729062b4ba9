"""Rows of a table: between rulings, by their numbers, and what else stands among them."""

from collections.abc import Sequence

import pytest

from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Ruling
from extractors.reports.tables.columns import Column
from extractors.reports.tables.rows import Body, Cell, Piece, RowReader, What
from extractors.reports.text.lines import Line
from extractors.reports.text.rulings import Rules
from tests.extractors.reports.tables.sheets import flat, side_by_side
from tests.extractors.reports.writing import line

NUMBERED = (
    Column(50, 90, "No", Meaning.NUMBER),
    Column(90, 300, "Pertanyaan", Meaning.TEXT),
    Column(300, 350, "Skor", Meaning.SCORE),
)
UNNUMBERED = (Column(50, 300, "Pertanyaan", Meaning.TEXT), NUMBERED[2])
SCORE_FIRST = (
    Column(50, 90, "Skor", Meaning.SCORE), Column(90, 300, "Pertanyaan", Meaning.TEXT),
)  # fmt: skip
LEVELLED = (
    Column(50, 150, "Indikator", Meaning.INDICATOR),
    Column(150, 300, "Pertanyaan", Meaning.TEXT),
    NUMBERED[2],
)


def body(
    lines: Sequence[Line], columns: Sequence[Column] = NUMBERED, rulings: Sequence[Ruling] = ()
) -> Body:
    words = tuple(word for one in lines for word in one.words)
    return Body(1, 90, 400, tuple(columns), words, Rules(rulings))


def read(
    lines: Sequence[Line],
    columns: Sequence[Column] = NUMBERED,
    rulings: Sequence[Ruling] = (),
    *,
    last: int = 0,
    fresh: bool = False,
) -> list[tuple[str, int | None, str]]:
    """What each piece is, its number and the text of its key column."""
    given = body(lines, columns, rulings)
    key = 0 if columns == UNNUMBERED else 1
    return [(piece.what.value, piece.number, " ".join(piece.cells.get(key, Cell()).texts))
            for piece in RowReader(given, last, fresh=fresh).pieces()]  # fmt: skip


def row(number: object, text: str, score: str, top: float) -> Line:
    texts = [(52.0, str(number)), (100.0, text), (305.0, score)]
    return side_by_side(top, *(one for one in texts if one[1]))


def test_numbers_begin_rows_and_what_follows_is_theirs() -> None:
    given = [row(1, "Apa", "3", 100), row("", "itu", "", 112), row(2, "Mana", "4", 130)]
    assert read(given) == [("row", 1, "Apa itu"), ("row", 2, "Mana")]


@pytest.mark.parametrize("sign", [".", ")", ":", ""])
def test_a_number_may_have_a_sign_behind_it(sign: str) -> None:
    assert read([row(f"7{sign}", "Apa", "3", 100)]) == [("row", 7, "Apa")]


@pytest.mark.parametrize("number", ["1.5", "12345", "a", "1 2", "2-"])
def test_what_is_no_number_begins_no_row(number: str) -> None:
    assert all(what != "row" for what, _n, _t in read([row(number, "apa", "3", 100)]))


def test_a_row_has_its_cells_its_words_and_its_extent() -> None:
    given = body([row(1, "Apa itu", "3", 100), row(2, "Mana", "4", 130)])
    first, second = RowReader(given, 0).pieces()
    assert {place: cell.texts for place, cell in first.cells.items()} == {
        0: ("1",), 1: ("Apa itu",), 2: ("3",),
    }  # fmt: skip
    assert [one.text for one in first.lines] == ["1 Apa itu 3"]
    assert (first.page, first.top, first.bottom) == (1, 90, 120)
    assert (second.top, second.bottom) == (120, 400)
    assert first.cells[2].box == (305, 100, 310, 110)
    assert Cell().box is None


def test_rulings_part_rows_whatever_their_gaps() -> None:
    given = [row(1, "Apa", "3", 100), row("", "itu", "", 130), row(2, "Mana", "4", 142)]
    assert read(given, rulings=flat(141)) == [("row", 1, "Apa itu"), ("row", 2, "Mana")]


def test_rulings_at_the_edges_part_nothing() -> None:
    given = [row(1, "Apa", "3", 100), row(2, "Mana", "4", 130)]
    assert read(given, rulings=flat(91, 399)) == read(given)


def test_words_beyond_the_table_are_no_rows() -> None:
    given = [row(1, "Apa", "3", 60), row(2, "Mana", "4", 130)]
    assert read(given, rulings=flat(120)) == [("row", 2, "Mana")]


def test_a_number_that_a_narrow_column_broke_is_one() -> None:
    given = [row("1", "Apa", "3", 100), row("2", "itu", "", 112)]
    assert read(given, rulings=flat(130)) == [("row", 12, "Apa itu")]
    assert read([row("1", "Apa", "3", 100)], rulings=flat(130)) == [("row", 1, "Apa")]
    five = [row(digit, "x", "", 100 + 5 * n) for n, digit in enumerate("12345")]
    assert ("row", 12345, "x x x x x") not in read(five, rulings=flat(140))


def test_two_numbers_between_rulings_are_rows_if_both_have_scores() -> None:
    one = [row(1, "Apa", "3", 100), row(2, "dari", "", 112)]
    two = [row("1.", "Apa", "3", 100), row("", "x", "", 112), row("2.", "dari", "4", 124)]
    assert read(one, rulings=flat(150))[0] == ("row", 12, "Apa dari")
    assert read(two, UNNUMBERED, rulings=flat(150)) == [
        ("row", 1, "1. Apa x"), ("row", 2, "2. dari"),
    ]  # fmt: skip
    listed = [row("1.", "Apa", "3", 100), row("2.", "dari", "", 124)]
    assert read(listed, UNNUMBERED, rulings=flat(150)) == [("row", 1, "1. Apa 2. dari")]


@pytest.mark.parametrize(
    ("text", "last", "number"),
    [
        ("4 Apa", 3, 4), ("4. Apa", 3, 4), ("4) Apa", 3, 4),
        ("5. Apa", 3, 5), ("5 Apa", 3, None), ("1. Apa", 3, 1), ("1 Apa", 3, None),
        ("3. Apa", 3, None), ("2. Apa", 3, None), ("5.", 3, None), ("Apa 4", 3, None),
    ],
)  # fmt: skip
def test_without_a_column_of_numbers_they_begin_texts(
    text: str, last: int, number: int | None
) -> None:
    found = read([row("", text, "3", 100)], UNNUMBERED, last=last)
    assert [n for _what, n, _text in found] == [number]


def test_out_of_turn_a_number_begins_the_first_row_of_a_band_alone() -> None:
    given = [row("", "1. Apa", "3", 100), row("", "5. kali", "", 112)]
    assert read(given, UNNUMBERED) == [("row", 1, "1. Apa 5. kali")]
    anew = [row("", "4. Apa", "3", 100), row("", "1. Mana", "4", 130)]
    assert [n for _w, n, _t in read(anew, UNNUMBERED, last=3)] == [4, 1]


def test_between_rulings_a_number_may_be_repeated() -> None:
    given = [row("", "3. Apa", "3", 100)]
    assert read(given, UNNUMBERED, rulings=flat(130), last=3) == [("row", 3, "3. Apa")]


@pytest.mark.parametrize(
    ("text", "score", "what"),
    [
        ("Rata-rata", "3,5", "average"), ("Rata-rata", "", "average"),
        ("Rata-rata:", "3,5", "average"), ("Rata-rata nilai dimensi ini", "3,5", "average"),
        ("Rata-rata nilai dimensi ini", "", "tail"), ("rata-rata nilai dimensi ini", "3,5", "tail"),
        ("Nilai rata-rata kota", "baik", "tail"),
    ],
)  # fmt: skip
def test_a_row_of_the_average_is_none_of_the_questions(text: str, score: str, what: str) -> None:
    given = [row(1, "Apa", "3", 100), row("", text, score, 130)]
    found = RowReader(body(given), 0).marks(given)
    assert [mark[0].value for mark in found] == ["row", what]


def test_a_heading_among_rows_stands_at_the_left_without_a_score() -> None:
    given = [row(1, "Apa", "3", 100), line("Tata Kelola", 130, left=52), row(2, "Mana", "4", 150)]
    assert [(what, n) for what, n, _t in read(given)] == [("row", 1), ("group", None), ("row", 2)]
    scored = side_by_side(130, (52, "Tata"), (305, "3"))
    assert [what for what, _n, _t in read([given[0], scored])] == ["row"]


@pytest.mark.parametrize("number", ["2025.", "2025)", "2025.)", "2025"])
def test_a_number_alone_at_the_left_is_no_heading(number: str) -> None:
    alone = side_by_side(130, (52, number), (100, "Mana"))
    given = [row(1, "Apa", "3", 100), alone, row(2, "Kapan", "4", 160)]
    assert "group" not in [what for what, _n, _t in read(given)]


def test_a_heading_left_of_scores_is_one_without_a_value() -> None:
    scored = [side_by_side(100, (52, "3"), (100, "1. Apa"))]
    assert [w for w, _n, _t in read(scored, SCORE_FIRST)] == ["row"]
    given = [*scored, side_by_side(130, (52, "Tata Kelola"))]
    assert [w for w, _n, _t in read(given, SCORE_FIRST)] == ["row", "group"]


def test_a_heading_in_bold_among_plain_rows() -> None:
    plain = [row("", "1. Apa", "3", 100), row("", "2. Mana", "4", 160)]
    bold = side_by_side(130, (100, "Tata Kelola"), bold=True)
    assert [w for w, _n, _t in read([plain[0], bold, plain[1]], UNNUMBERED)] == [
        "row", "group", "row",
    ]  # fmt: skip
    all_bold = [
        side_by_side(top, (100, text), bold=True)
        for top, text in ((100, "1. Apa"), (130, "Tata Kelola"), (160, "2. Mana"))
    ]
    assert [w for w, _n, _t in read(all_bold, UNNUMBERED)] == ["row", "row"]


def test_a_text_over_columns_of_indicators_is_a_heading() -> None:
    over = side_by_side(100, (60, "Tata"), (120, "Kelolakan daerah ini semua"))
    under = side_by_side(130, (60, "Satu"), (160, "Apa itu"))
    assert RowReader(body([over], LEVELLED), 0).pieces()[0].what is What.GROUP
    assert RowReader(body([under], LEVELLED), 0).pieces()[0].what is What.TAIL


def test_what_goes_on_from_the_page_before_is_a_piece_of_its_own() -> None:
    given = [row("", "itu?", "", 100), row(2, "Mana", "4", 130), row(3, "Siapa", "2", 160)]
    rows = [("row", 2, "Mana"), ("row", 3, "Siapa")]
    assert read(given) == [("tail", None, "itu?"), *rows]
    assert read(given, fresh=True) == [("row", 2, "itu? Mana"), rows[1]]


def test_an_average_goes_to_the_last_line_of_its_own() -> None:
    given = [row("", "Rata-rata", "3,5", 100), row("", "Kata", "", 112), row(2, "Mana", "4", 130)]
    found: list[Piece] = list(RowReader(body(given), 1).pieces())
    assert [piece.what for piece in found] == [What.AVERAGE, What.ROW]


def test_a_word_is_in_the_column_of_its_middle() -> None:
    given = body([side_by_side(100, (40, "a"), (88, "bb"), (400, "c"))])
    assert [given.place(word) for word in given.words] == [0, 1, 2]
    assert (given.index(Meaning.SCORE), given.index(Meaning.REGION)) == (2, None)
