"""Indicators of rows, from cells that may span several of them."""

from collections.abc import Sequence

from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Ruling
from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Body, Piece, RowReader, What
from extractors.reports.tables.spans import Levels
from extractors.reports.tables.tables import Table
from extractors.reports.text.lines import Line
from extractors.reports.text.rulings import Rules
from tests.extractors.reports.tables.sheets import flat, side_by_side

COLUMNS = (
    Column(40, 50, "No", Meaning.NUMBER),
    Column(50, 150, "Indikator", Meaning.INDICATOR),
    Column(150, 250, "Sub Indikator", Meaning.SUB_INDICATOR),
    Column(250, 350, "Pertanyaan", Meaning.TEXT),
    Column(350, 400, "Skor", Meaning.SCORE),
)


def row(number: int | None, top: float, *levels: str) -> Line:
    texts = [(60.0, levels[0] if levels else ""), (160.0, levels[1] if len(levels) > 1 else "")]
    if number is not None:
        texts += [(42.0, str(number)), (260.0, "Apa"), (360.0, "3")]
    return side_by_side(top, *sorted(text for text in texts if text[1]))


def body(lines: Sequence[Line], rulings: Sequence[Ruling] = (), page: int = 1) -> Body:
    words = tuple(word for one in lines for word in one.words)
    bottom = max(one.box.bottom for one in lines) + 10
    return Body(page, 90, bottom, COLUMNS, words, Rules(rulings))


def table(*bodies: Body, columns: tuple[Column, ...] = COLUMNS) -> Table:
    pieces: list[Piece] = []
    for part in bodies:
        last = next((p.number for p in reversed(pieces) if p.number), 0)
        pieces += RowReader(part, last or 0, fresh=not pieces).pieces()
    return Table(Kind.QUESTIONS, columns, (), True, pieces, list(bodies))


def levels(made: Table) -> list[tuple[str, str]]:
    reader, state = Levels(made), ["", ""]
    rows = [piece for piece in made.pieces if piece.what is What.ROW]
    return [reader.of(piece, state, frozenset()) for piece in rows]


def read(*lines: Line, rulings: Sequence[Ruling] = ()) -> list[tuple[str, str]]:
    return levels(table(body(lines, rulings)))


def test_each_row_has_its_own() -> None:
    given = row(1, 100, "Satu", "a"), row(2, 114, "Dua", "b")
    assert read(*given) == [("Satu", "a"), ("Dua", "b")]


def test_a_blank_cell_goes_on_with_the_one_above() -> None:
    given = row(1, 100, "Satu", "a"), row(2, 130, "", "b"), row(3, 160, "", "")
    assert read(*given) == [("Satu", "a"), ("Satu", "b"), ("Satu", "b")]


def test_a_sub_indicator_ends_with_its_indicator() -> None:
    given = row(1, 100, "Satu", "a"), row(2, 130, "Dua"), row(3, 160, "Dua", "b"), row(4, 190)
    assert read(*given) == [("Satu", "a"), ("Dua", ""), ("Dua", "b"), ("Dua", "b")]


def test_a_cell_in_the_middle_of_its_rows_is_all_of_theirs_between_rulings() -> None:
    given = (
        row(1, 100), row(2, 114, "Satu"), row(3, 128), row(4, 142), row(5, 156, "Dua"),
        row(6, 170),
    )  # fmt: skip
    drawn = [*flat(112, 126, 154, 168, left=250, right=400), *flat(140, left=40, right=400)]
    assert [first for first, _second in read(*given, rulings=drawn)] == ["Satu"] * 3 + ["Dua"] * 3


def test_lines_close_to_each_other_are_one_cell() -> None:
    given = (
        row(1, 100, "Satu"),
        row(None, 112, "dua"),
        row(2, 130),
        row(3, 150, "Tiga"),
        row(4, 170),
    )
    assert [first for first, _s in read(*given)] == ["Satu dua", "Satu dua", "Tiga", "Tiga"]


def test_a_text_repeated_on_the_next_page_adds_nothing() -> None:
    first = body([row(1, 100, "Satu", "a"), row(2, 130)])
    second = body([row(None, 100, "Satu"), row(3, 130, "", "b"), row(4, 160)], page=2)
    made = table(first, second)
    tail = next(piece for piece in made.pieces if piece.what is What.TAIL)
    reader, state = Levels(made), ["Satu", "a"]
    assert list(reader.extended(tail, state, frozenset())) == [
        ("Satu", "Satu", False), ("a", "a", False),
    ]  # fmt: skip
    assert state == ["Satu", "a"]


def test_a_text_that_a_page_break_cut_is_made_whole() -> None:
    first = body([row(1, 100, "Tata", "a"), row(2, 130, "", "b")])
    second = body([row(None, 100, "kelola"), row(3, 130), row(4, 160)], page=2)
    made = table(first, second)
    reader, state = Levels(made), ["", ""]
    rows = [piece for piece in made.pieces if piece.what is What.ROW]
    tail = next(piece for piece in made.pieces if piece.what is What.TAIL)
    assert reader.of(rows[0], state, frozenset()) == ("Tata", "a")
    assert list(reader.extended(tail, state, frozenset())) == [
        ("Tata", "Tata kelola", False), ("a", "a", False),
    ]  # fmt: skip
    assert reader.of(rows[2], state, frozenset())[0] == "Tata kelola"


def test_a_text_whose_row_was_blank_so_far_is_that_rows_own() -> None:
    first = body([row(1, 100, "Satu", "a"), row(2, 130, "", "b")])
    second = body([row(None, 100, "Dua"), row(3, 130), row(4, 160)], page=2)
    made = table(first, second)
    reader, state = Levels(made), ["", ""]
    rows = [piece for piece in made.pieces if piece.what is What.ROW]
    tail = next(piece for piece in made.pieces if piece.what is What.TAIL)
    for one in rows[:2]:
        reader.of(one, state, frozenset())
    assert list(reader.extended(tail, state, frozenset())) == [
        ("Satu", "Dua", True), ("b", "b", False),
    ]  # fmt: skip


def test_a_table_without_indicators_has_none() -> None:
    made = table(body([row(1, 100, "Satu", "a")]), columns=(COLUMNS[0], *COLUMNS[3:]))
    reader, state = Levels(made), ["lama", ""]
    assert reader.of(made.pieces[0], state, frozenset()) == ("lama", "")
    assert list(reader.extended(made.pieces[0], state, frozenset())) == [
        ("lama", "lama", False), ("", "", False),
    ]  # fmt: skip
