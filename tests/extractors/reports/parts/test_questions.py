"""Tables of questions read one after the other: dimensions, averages, cells of several rows."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Ruling
from extractors.reports.parts.questions import Draft, DraftDimension, QuestionReader
from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Body, Piece, RowReader, What
from extractors.reports.tables.tables import Table
from extractors.reports.text.lines import Line
from extractors.reports.text.rulings import Rules
from tests.extractors.reports.tables.sheets import flat, side_by_side
from tests.extractors.reports.writing import line, piece, table

HEADS = ((Meaning.NUMBER, "No"), (Meaning.TEXT, "Pertanyaan"), (Meaning.SCORE, "Nilai"))
TWO = ((Meaning.TEXT, "Pertanyaan"), (Meaning.SCORE, "Nilai"))
BY_COLUMN = ((Meaning.DIMENSION, "Dimensi"), *HEADS)


def asked(number: int, text: str = "Apa?", score: str = "3") -> Piece:
    return piece({0: str(number), 1: text, 2: score}, What.ROW, number, 100 + 20 * number)


def average(text: str = "Rata-rata", score: str = "3,5") -> Piece:
    return piece({1: text, 2: score}, What.AVERAGE)


def group(text: str) -> Piece:
    return piece({1: text}, What.GROUP)


def questions(*pieces: Piece, heads: Sequence[tuple[Meaning, str]] = HEADS) -> Table:
    return table(Kind.QUESTIONS, heads, *pieces)


def read(*given: tuple[str, Table]) -> list[DraftDimension]:
    reader = QuestionReader("a.pdf", frozenset())
    for title, one in given:
        reader.table(one, [line(title, bold=True)] if title else [])
    return reader.dimensions


def told(dimensions: Sequence[DraftDimension]) -> list[tuple[str, list[int]]]:
    return [(one.name, [item.number for item in one.items]) for one in dimensions]


def test_a_table_is_of_the_dimension_that_its_heading_names() -> None:
    given = ("Tata Kelola", questions(asked(1), asked(2))), ("Layanan", questions(asked(3)))
    assert told(read(*given)) == [("Tata Kelola", [1, 2]), ("Layanan", [3])]


@pytest.mark.parametrize("title", ["Tata Kelola", "TATA KELOLA", ""])
def test_a_table_below_the_same_heading_goes_on(title: str) -> None:
    given = ("Tata Kelola", questions(asked(1))), (title, questions(asked(2)))
    assert told(read(*given)) == [("Tata Kelola", [1, 2])]


def test_without_a_heading_a_dimension_begins_with_one_or_after_an_average() -> None:
    assert told(read(("", questions(asked(1))), ("", questions(asked(1))))) == [
        ("", [1]), ("", [1]),
    ]  # fmt: skip
    closed = ("", questions(asked(1), average())), ("", questions(asked(2)))
    assert told(read(*closed)) == [("", [1]), ("", [2])]
    empty = ("Tata Kelola", questions()), ("", questions(asked(1)))
    assert told(read(*empty)) == [("Tata Kelola", [1])]


def test_an_average_has_its_value_and_its_place() -> None:
    (one,) = read(("", questions(asked(1), average(score="3,25"))))
    assert (one.average, one.average_printed, one.closed) == (Decimal("3.25"), "3,25", True)
    assert one.average_source is not None
    assert one.average_source.page == 1
    assert one.average_source.box == (250, 100, 270, 110)


def test_an_average_may_stand_outside_of_the_column_of_scores() -> None:
    (one,) = read(("", questions(asked(1), average("Rata-rata: 3,25", ""))))
    assert (one.average, one.average_printed) == (Decimal("3.25"), "3,25")
    assert one.average_source is not None
    assert one.average_source.box is not None
    (last,) = read(("", questions(asked(1), average("Rata-rata 2 dari 3,25", "Baik"))))
    assert last.average == Decimal("3.25")
    (none,) = read(("", questions(asked(1), average("Rata-rata", ""))))
    assert (none.average, none.average_printed) == (None, "")


def test_the_first_average_counts() -> None:
    (one,) = read(("", questions(asked(1), average(score="3"), average(score="4"))))
    assert one.average == Decimal(3)
    (early,) = read(("", questions(average(score="2"), asked(1))))
    assert (early.average, early.closed) == (Decimal(2), False)


def test_a_heading_may_say_the_average() -> None:
    (one,) = read(("Tata Kelola (Rata-rata: 3,25)", questions(asked(1), average(score="3"))))
    assert (one.name, one.average, one.average_printed) == (
        "Tata Kelola", Decimal("3.25"), "3,25",
    )  # fmt: skip
    assert one.average_source is not None
    assert (one.average_source.page, one.average_source.box is None) == (1, False)
    (other,) = read(("Tata Kelola (Bobot: 3,25)", questions(asked(1))))
    assert other.average is None


def test_a_heading_within_a_table_is_the_indicator_of_its_rows() -> None:
    (one,) = read(("A", questions(group("Rencana"), asked(1), group("Hasil"), asked(2), average())))
    assert [(item.indicator, item.sub_indicator) for item in one.items] == [
        ("Rencana", ""), ("Hasil", ""),
    ]  # fmt: skip
    assert [item.indicator for item in read(
        ("A", questions(group("Rencana"), asked(1))), ("Layanan", questions(asked(2)))
    )[1].items] == [""]  # fmt: skip


def test_of_two_headings_the_first_names_a_dimension() -> None:
    given = questions(group("Dimensi Layanan"), group("Rencana"), asked(1), group("Mutu"), asked(2))
    (one,) = read(("", given))
    assert (one.name, [item.indicator for item in one.items]) == ("Layanan", ["Rencana", "Mutu"])


def test_a_heading_after_an_average_begins_a_dimension() -> None:
    given = questions(asked(1), average(), group("Layanan"), asked(2))
    assert told(read(("Tata Kelola", given))) == [("Tata Kelola", [1]), ("Layanan", [2])]


def test_a_column_may_name_the_dimension() -> None:
    rows = [
        piece({0: name, 1: str(n), 2: "Apa?", 3: "3"}, What.ROW, n, 100 + 20 * n)
        for n, name in ((1, "Tata Kelola"), (2, ""), (3, "TATA KELOLA"), (4, "Layanan"))
    ]
    assert told(read(("", questions(*rows, heads=BY_COLUMN)))) == [
        ("Tata Kelola", [1, 2, 3]), ("Layanan", [4]),
    ]  # fmt: skip
    named = read(("Hasil", questions(rows[0], heads=BY_COLUMN)))
    assert told(named) == [("Hasil", []), ("Tata Kelola", [1])]


def test_a_question_has_its_text_its_score_and_its_place() -> None:
    (one,) = read(("", questions(asked(1, "Apa\nitu?", "3,5"))))
    (item,) = one.items
    assert (item.question, item.printed, item.page) == (["Apa", "itu?"], ["3,5"], 1)
    assert item.box == (250, 120, 265, 130)


def test_the_number_before_a_text_is_none_of_it() -> None:
    row = piece({0: "1. Apa 2?\n3 kali", 1: "3"}, What.ROW, 1)
    (one,) = read(("", questions(row, heads=TWO)))
    assert one.items[0].question == ["Apa 2?", "3 kali"]
    (kept,) = read(("", questions(asked(1, "1. Apa?"))))
    assert kept.items[0].question == ["1. Apa?"]


def test_what_a_page_break_cut_goes_on() -> None:
    tail = piece({1: "itu?"}, What.TAIL)
    (one,) = read(("", questions(asked(1, "Apa"), tail)))
    assert one.items[0].question == ["Apa", "itu?"]
    scored = piece({1: "itu?", 2: "4"}, What.TAIL)
    (late,) = read(("", questions(asked(1, "Apa", ""), scored)))
    assert (late.items[0].question, late.items[0].printed) == (["Apa", "itu?"], ["4"])
    (lost,) = read(("", questions(tail, asked(1, "Apa"))))
    assert lost.items[0].question == ["Apa"]


def test_a_second_score_is_that_of_the_row_that_follows() -> None:
    ahead = piece({1: "Mana", 2: "4"}, What.TAIL)
    (one,) = read(("", questions(asked(1), ahead, asked(2, "itu?", ""), asked(3))))
    assert [(item.question, item.printed) for item in one.items] == [
        (["Apa?"], ["3"]), (["Mana", "itu?"], ["4"]), (["Apa?"], ["3"]),
    ]  # fmt: skip


LEVELS = (
    Column(40, 50, "No", Meaning.NUMBER),
    Column(50, 150, "Indikator", Meaning.INDICATOR),
    Column(150, 250, "Sub Indikator", Meaning.SUB_INDICATOR),
    Column(250, 350, "Pertanyaan", Meaning.TEXT),
    Column(350, 400, "Skor", Meaning.SCORE),
)


def levelled(*pages: Sequence[Line], rulings: Sequence[Ruling] = ()) -> list[Draft]:
    """The questions of a table with indicators that goes on over pages, the first ruled."""
    made = Table(Kind.QUESTIONS, LEVELS, (), True)
    for number, lines in enumerate(pages, 1):
        words = tuple(word for one in lines for word in one.words)
        body = Body(
            number,
            90,
            lines[-1].box.bottom + 10,
            LEVELS,
            words,
            Rules(rulings if number == 1 else []),
        )
        made.pieces += RowReader(body, made.last, fresh=not made.pieces).pieces()
        made.bodies.append(body)
    (one,) = read(("", made))
    return one.items


def row(number: int, top: float, *levels: str) -> Line:
    texts = [(42.0, str(number)), (260.0, "Apa"), (360.0, "3")]
    texts += [(60.0 + 100 * n, level) for n, level in enumerate(levels) if level]
    return side_by_side(top, *sorted(texts))


CUT = [side_by_side(100, (60, "kelola")), row(4, 130, "", "d"), row(5, 160, "Akhir", "e")]


def test_a_cell_that_a_page_break_cut_is_whole_in_all_its_rows() -> None:
    first = [row(1, 100, "Awal", "a"), row(2, 130, "Tata", "b"), row(3, 160, "", "c")]
    items = levelled(first, CUT, rulings=flat(120, left=50, right=150))
    assert [item.indicator for item in items] == [
        "Awal", "Tata kelola", "Tata kelola", "Tata kelola", "Akhir",
    ]  # fmt: skip
    assert [item.sub_indicator for item in items] == ["a", "b", "c", "d", "e"]


def test_a_cell_that_begins_over_the_page_is_its_rows_own() -> None:
    first = [row(1, 100, "Awal", "a"), row(2, 130, "Tata", "b"), row(3, 160, "", "c")]
    assert [item.indicator for item in levelled(first, CUT)] == [
        "Awal", "Tata", "kelola", "kelola", "Akhir",
    ]  # fmt: skip
    low = [row(1, 100, "Awal", "a"), row(2, 130, "Tata", "b"), row(3, 160, "Tata", "")]
    cut = [side_by_side(100, (160, "lanjut")), row(4, 130, "", "d"), row(5, 160, "Akhir", "e")]
    assert [item.sub_indicator for item in levelled(low, cut)] == ["a", "b", "lanjut", "d", "e"]


def test_a_heading_is_above_a_lone_indicator_and_beside_two() -> None:
    made = questions(group("Rencana"), asked(1))
    assert read(("", made))[0].items[0].sub_indicator == ""
    with_both = levelled([row(1, 100, "Satu", "a"), row(2, 114, "Dua", "b")])
    assert [(one.indicator, one.sub_indicator) for one in with_both] == [
        ("Satu", "a"),
        ("Dua", "b"),
    ]
