"""Tables gathered over the pages of a document, and the text that stands between them."""

from collections.abc import Sequence

import pytest

from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Ruling
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import What
from extractors.reports.tables.tables import Contents, Table, contents_of
from extractors.reports.text.body import Sheet
from extractors.reports.text.lines import Line
from tests.extractors.reports.tables.sheets import HEAD, asked, flat, sheet, side_by_side, tall
from tests.extractors.reports.writing import line

AVERAGE = side_by_side(142, (100, "Rata-rata"), (305, "3"))


def pages(*given: Sequence[Line]) -> Contents:
    return contents_of([sheet(lines, number=n) for n, lines in enumerate(given, 1)])


def ruled(number: int, lines: Sequence[Line], rulings: Sequence[Ruling]) -> Sheet:
    return sheet(lines, rulings, number=number)


def told(contents: Contents) -> list[str]:
    """Every part: a line's text, a table's kind with the numbers of its rows."""
    said = []
    for part in contents.parts:
        if isinstance(part, Table):
            said.append(
                f"{part.kind.value} {[p.number for p in part.pieces if p.what is What.ROW]}"
            )
        else:
            said.append(part.text)
    return said


def head(top: float) -> Line:
    return side_by_side(top, (50, "No"), (100, "Pertanyaan"), (300, "Skor"))


def test_text_and_tables_come_in_printed_order() -> None:
    contents = pages(
        [line("Pengantar", 20), line("Tata Kelola", 84, bold=True), HEAD, asked(1, 114),
         line("Kata di antara keduanya", 200), line("Layanan", 284, bold=True), head(300),
         asked(2, 314), line("Penutup", 400)],
    )  # fmt: skip
    assert told(contents) == [
        "Pengantar", "Tata Kelola", "questions [1]", "Kata di antara keduanya", "Layanan",
        "questions [2]", "Penutup",
    ]  # fmt: skip
    assert [[one.text for one in table.title] for table in contents.tables] == [
        ["Tata Kelola"], ["Layanan"],
    ]  # fmt: skip
    assert [one.text for one in contents.lines][-1] == "Penutup"


def test_a_table_knows_its_columns_and_its_last_row() -> None:
    (table,) = pages([HEAD, asked(4, 114), asked(5, 128), AVERAGE]).tables
    assert (table.last, table.index(Meaning.SCORE), table.index(Meaning.REGION)) == (5, 2, None)
    assert [body.page for body in table.bodies] == [1]
    (bare,) = pages([HEAD]).tables
    assert bare.last == 0


def test_a_head_that_is_repeated_goes_on_with_its_table() -> None:
    assert told(pages([HEAD, asked(1, 114)], [head(60), asked(2, 74)])) == ["questions [1, 2]"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([HEAD, asked(1, 114), asked(2, 128), AVERAGE], [head(60), asked(3, 74)]),
        ([HEAD, asked(1, 114)], [line("Layanan", 44, bold=True), head(60), asked(3, 74)]),
        ([HEAD, asked(1, 114), line("Penutup", 300)], [head(60), asked(3, 74)]),
        ([HEAD, asked(1, 114)],
         [side_by_side(60, (50, "Nomor"), (100, "Pertanyaan"), (300, "Skor")), asked(3, 74)]),
    ],
    ids=["after an average", "below a heading", "after text", "of other labels"],
)  # fmt: skip
def test_a_head_begins_a_table_where_the_one_before_is_over(
    first: list[Line], second: list[Line]
) -> None:
    tables = pages(first, second).tables
    assert [table.last for table in tables] == [len(first) - (1 if len(first) == 2 else 2), 3]


def test_a_head_goes_on_with_no_table_of_an_earlier_page() -> None:
    contents = pages([HEAD, asked(1, 114)], [], [head(60), asked(2, 74)])
    assert told(contents) == ["questions [1]", "questions [2]"]


def test_the_next_number_goes_on_without_a_head() -> None:
    assert told(pages([HEAD, asked(1, 114)], [asked(2, 60)])) == ["questions [1, 2]"]
    assert told(pages([HEAD, asked(1, 114)], [asked(3, 60)])) == ["questions [1]", "3 Apa itu 3"]
    cut = side_by_side(50, (100, "sisanya"))
    assert told(pages([HEAD, asked(1, 114)], [cut, asked(2, 64)])) == ["questions [1, 2]"]


def test_an_average_goes_on_where_no_number_does() -> None:
    average = side_by_side(60, (100, "Rata-rata"), (305, "3"))
    (table,) = pages([HEAD, asked(1, 114)], [average]).tables
    assert [piece.what for piece in table.pieces] == [What.ROW, What.AVERAGE]
    other = pages([HEAD, asked(1, 114)], [average, asked(7, 74)])
    assert len(other.tables[0].pieces) == 1


def test_a_table_goes_on_between_its_rulings() -> None:
    first = ruled(1, [HEAD, asked(1, 114)],
                  [*flat(95, 112, 126), *tall(45, 90, 290, 350, bottom=126)])  # fmt: skip
    inside = [side_by_side(60, (100, "sisanya")), line("Penutup", 100)]
    second = ruled(2, inside, tall(45, 90, 290, 350, top=55, bottom=75))
    contents = contents_of([first, second])
    assert told(contents) == ["questions [1]", "Penutup"]
    assert [piece.what for piece in contents.tables[0].pieces] == [What.ROW, What.TAIL]
    other = ruled(2, inside, tall(45, 120, 350, top=55, bottom=75))
    assert told(contents_of([first, other]))[1:] == ["sisanya", "Penutup"]
    below = ruled(2, inside, tall(45, 90, 290, 350, top=90, bottom=110))
    assert told(contents_of([first, below]))[1:] == ["sisanya", "Penutup"]


def test_a_ruled_table_ends_with_its_rulings() -> None:
    rulings = [*flat(95, 112, 126), *tall(45, 90, 290, 350, bottom=126)]
    lines = [HEAD, asked(1, 114), line("Kata lain", 130, left=100)]
    assert told(contents_of([sheet(lines, rulings)])) == ["questions [1]", "Kata lain"]
    unvalued = [HEAD, asked(1, 114), line("2 Kata lain", 130)]
    assert told(contents_of([sheet(unvalued, rulings)]))[1:] == ["2 Kata lain"]


def test_many_rows_tell_the_columns_better_than_few() -> None:
    few = [HEAD, side_by_side(114, (52, "1"), (100, "Apa"), (280, "3"))]
    many = [head(60), *(side_by_side(74 + 14 * n, (52, f"{n + 2}"), (100, "Apa itu yang ada di"),
                                     (305, "3")) for n in range(3))]  # fmt: skip
    one, both = pages(few).tables[0], pages(few, many).tables[0]
    assert one.columns[2].left < 280 < 300
    assert both.columns == pages(many).tables[0].columns != one.columns
    assert pages(many, [head(60), asked(5, 74)]).tables[0].columns == both.columns


def test_a_table_without_rulings_ends_before_what_follows() -> None:
    rows = [HEAD, asked(1, 114), asked(2, 128)]
    for after, said in (
        (line("Kekuatan", 145, left=100), "Kekuatan"),
        (line("Jauh", 300, left=100), "Jauh"),
    ):
        assert told(pages([*rows, after])) == ["questions [1, 2]", said]
    again = [*rows, AVERAGE, line("kata", 154, left=100), asked(3, 168)]
    assert told(pages(again)) == ["questions [1, 2, 3]"]
    over = [*rows, AVERAGE, line("kata", 154, left=100)]
    assert told(pages(over)) == ["questions [1, 2]", "kata"]
    assert told(pages([HEAD, AVERAGE, asked(1, 156)])) == ["questions [1]"]


def test_the_heading_of_a_table_on_the_next_page_is_no_row() -> None:
    large = line("Layanan", 145, size=12, bold=True)
    contents = pages([HEAD, asked(1, 114), asked(2, 128), large], [head(60), asked(1, 74)])
    assert told(contents) == ["questions [1, 2]", "Layanan", "questions [1]"]


def test_numbers_go_on_from_the_table_of_questions_before() -> None:
    texts = ((50, "Pertanyaan"), (300, "Skor"))
    rows = [side_by_side(114, (50, "4 Apa"), (305, "3"))]
    contents = pages([HEAD, asked(3, 114)], [side_by_side(100, *texts), *rows])
    assert told(contents) == ["questions [3]", "questions [4]"]
    assert told(pages([side_by_side(100, *texts), *rows])) == ["questions []"]


def test_a_national_table_is_one_of_results() -> None:
    heading = side_by_side(100, (50, "No"), (100, "Kab/Kota"), (300, "Nilai Akhir"))
    row = side_by_side(114, (52, "1"), (100, "Kota Contoh"), (305, "3,5"))
    (table,) = pages([heading, row]).tables
    assert (table.kind, table.ruled, table.last) == (Kind.RESULTS, False, 1)
