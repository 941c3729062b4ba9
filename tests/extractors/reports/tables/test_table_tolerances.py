"""Every tolerance of tables, held by what lies just inside and just outside of it."""

from collections.abc import Sequence

import pytest

from evaluation.sources import Box
from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Ruling, Word
from extractors.reports.tables import tolerances
from extractors.reports.tables.columns import (
    Column,
    HeadCell,
    emptiest,
    gap_edges,
    head_cells,
    ruled_edges,
)
from extractors.reports.tables.cuts import Cutter
from extractors.reports.tables.headings import is_title, row_number, title_above
from extractors.reports.tables.heads import Head, heads_of
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Body, Mark, RowReader, What
from extractors.reports.tables.spans import Levels
from extractors.reports.tables.tables import Contents, Table, contents_of
from extractors.reports.text.body import Sheet
from extractors.reports.text.lines import Line
from extractors.reports.text.rulings import Rules
from tests.extractors.reports.tables.sheets import (
    ASKED,
    HEAD,
    asked,
    chunk,
    flat,
    sheet,
    side_by_side,
    tall,
)
from tests.extractors.reports.writing import line
from tests.extractors.tolerated import Bound, Bounds, names_of, unnoticed, untold


def cell(text: str, left: float, right: float) -> HeadCell:
    return HeadCell(Box(left, 100, right, 110), text)


# Columns.

THREE = (cell("No", 50, 60), cell("Pertanyaan", 100, 150), cell("Skor", 300, 320))


def edge_of_two(rows: Sequence[Line]) -> float:
    """The side between two columns of which nothing is known."""
    return gap_edges((cell("Xyz", 50, 60), cell("Abc", 150, 160)), rows)[1]


def closed(gap: float) -> bool:
    """Whether a blank within a line is none between columns."""
    row = Line(1, (*chunk(50, 100).words, *chunk(100 + gap, 160).words))
    return edge_of_two([row]) == pytest.approx(105)


def begins_at_signs(signs: int) -> bool:
    heads = (cell("Asesor", 50, 80), cell("Catatan", 300, 340))
    rows = [line("Dr. Budi Santoso", 120)]
    rows += [line("a. Baik", 134 + 14 * n, left=150) for n in range(signs)]
    return 140 < gap_edges(heads, rows)[1] < 150


def sign_edge(at: float) -> bool:
    heads = (cell("Asesor", 50, 80), cell("Catatan", 300, 340))
    rows = [line("a. Baik", 134 + 14 * n, left=150) for n in range(2)]
    return gap_edges(heads, rows)[1] < at


def ruled(*places: float, top: float = 95, bottom: float = 300) -> list[float] | None:
    return ruled_edges(Rules(tall(*places, top=top, bottom=bottom)), THREE, (100, 110))


def below_its_label(rows: int) -> bool:
    """Whether the gap is looked for beside the second label, not in lines between both."""
    heads = (cell("Xyz", 50, 60), cell("Abc", 140, 160))
    return gap_edges(heads, [chunk(60, 140, 120 + 14 * n) for n in range(rows)])[1] < 140


COLUMNS: Bounds = {
    ("COLUMNS", "blank"): Bound(closed, 3.1, 3.3),
    ("COLUMNS", "slit"): Bound(
        lambda wide: emptiest([(0, 40), (50, 80), (80 + wide, 99)], 0, 99, last=True) < 50, 1.9, 2.1
    ),
    ("COLUMNS", "signs"): Bound(begins_at_signs, 2, 1),
    ("COLUMNS", "shared"): Bound(
        lambda by: len(head_cells([chunk(50, 70), chunk(70 - by, 90, 112)])) == 1, 6.1, 5.9
    ),
    ("COLUMNS", "below_head"): Bound(
        lambda bottom: ruled(80, 280, top=105, bottom=bottom) is not None, 114.5, 114.3
    ),
    ("COLUMNS", "within_head"): Bound(
        lambda top: ruled(80, 280, top=top, bottom=111) is not None, 102.55, 102.65
    ),
    ("COLUMNS", "into_label"): Bound(lambda x: ruled(x, 280) is not None, 58.1, 57.9),
    ("COLUMNS", "beyond"): Bound(lambda x: (ruled(80, 280) or [0.0])[-1] > x, 349, 351),
    ("COLUMNS", "outer"): Bound(lambda x: gap_edges(THREE, [])[-1] > x, 321.9, 322.1),
    ("COLUMNS", "before_sign"): Bound(sign_edge, 149.05, 148.95),
    ("COLUMNS", "head_weight"): Bound(below_its_label, 3, 4),
}

# Heads.


def head_of(lines: Sequence[Line], rulings: Sequence[Ruling] = ()) -> Head | None:
    return next(iter(heads_of(sheet(lines, rulings))), None)


def reach(lines: Sequence[Line]) -> float:
    """How far right the columns of a head reach."""
    head = head_of(lines)
    return head.columns[-1].right if head else 0.0


def glued(
    *, top: float = 95, at: float = 151.5, under: Sequence[Line] = (), end: float = 130
) -> Head | None:
    """The head of a line in which a ruling alone parts the question's label from the score's."""
    heading = side_by_side(100, (50, "No"), (100, "Pertanyaan Skor"))
    rulings = [*flat(95, end, right=220), *tall(45, 90, at, 200, top=top)]
    return head_of([heading, *under], rulings)


def apart(gap: float, size: float = 10) -> bool:
    """Whether a second line belongs to the head and spoils the label of the score."""
    return glued(under=[line("xyz", 110 + gap, size=size, left=155)], end=140) is None


def two_lines(said: int, unsaid: int, *, top: float = 114) -> bool:
    """Whether a second line with labels and with other words is taken into the head."""
    more = [(200.0 + 60 * n, text) for n, text in enumerate(["Indikator", "Dimensi"][:said])]
    more += [(330.0 + 40 * n, "Xyz") for n in range(unsaid)]
    first = side_by_side(100, (50, "Pertanyaan"), (150, "Skor"))
    head = head_of([first, side_by_side(top, *more)])
    return head is not None and head.bottom > 110


def grown(count: int) -> bool:
    """Whether so many lines go on with a label."""
    heading = side_by_side(100, (50, "Pertanyaan"), (200, "Skor"), (300, "Xyz"), bold=True)
    more = [line("xyz", 112 + 12 * n, left=300, bold=True) for n in range(count)]
    head = head_of([heading, *more])
    return head is not None and head.bottom >= more[-1].box.bottom


def under(distance: float) -> bool:
    """Whether a label goes on so near to its neighbour."""
    heading = side_by_side(100, (50, "Pertanyaan"), (200, "Skor"), (300, "Xyz"), (330, "Abc"))
    right = 330 - distance
    head = head_of([heading, chunk(right - 20, right, 112, "xyz")])
    return head is not None and head.bottom > 110


def grouped(rulings: int) -> bool:
    """Whether two words between the same rulings are one label."""
    first = side_by_side(100, (50, "Pertanyaan"), (150, "Sub"), (300, "Skor"))
    second = side_by_side(112, (190, "Indikator"))
    head = head_of([first, second], tall(120, 260, 340)[:rulings])
    return head is not None and len(head.columns) == 3


HEADS: Bounds = {
    ("HEADS", "tallest"): Bound(lambda high: glued(end=95 + high) is not None, 89, 91),
    ("HEADS", "gap"): Bound(
        lambda gap: reach([side_by_side(100, *ASKED), line("kata", 110 + gap, left=400)]) > 400,
        21.9, 22.1,
    ),
    ("HEADS", "said"): Bound(lambda words: two_lines(*words), (1, 1), (2, 3)),
    ("HEADS", "unsaid"): Bound(lambda words: two_lines(*words), (1, 1), (2, 3)),
    ("HEADS", "line_pitch"): Bound(lambda top: two_lines(1, 0, top=top), 127.9, 128.1),
    ("HEADS", "below"): Bound(
        lambda count: reach([
            side_by_side(100, *ASKED),
            *(line("kata", 112 + 12 * n, left=100 if n < count - 1 else 400) for n in range(count)),
        ]) > 400, 40, 41,
    ),
    ("HEADS", "tight"): Bound(apart, 4.9, 5.1),
    ("HEADS", "same_type"): Bound(lambda more: apart(2, 10 + more), 0.38, 0.42),
    ("HEADS", "more_lines"): Bound(grown, 3, 4),
    ("HEADS", "under"): Bound(under, 4.1, 3.9),
    ("HEADS", "fewest_rulings"): Bound(grouped, 3, 2),
    ("HEADS", "within"): Bound(lambda top: glued(top=top) is not None, 103.5, 103.7),
    ("HEADS", "beside"): Bound(lambda by: glued(at=150 - by) is not None, 0.95, 1.05),
    ("HEADS", "touching"): Bound(
        lambda by: reach([side_by_side(100, *ASKED), line("7 kata", 110 - by, left=400)]) > 400,
        0.95, 1.05,
    ),
}  # fmt: skip

# Rows.

NUMBERED = (
    Column(50, 90, "No", Meaning.NUMBER),
    Column(90, 300, "Pertanyaan", Meaning.TEXT),
    Column(300, 350, "Skor", Meaning.SCORE),
)
UNNUMBERED = (Column(50, 300, "Pertanyaan", Meaning.TEXT), NUMBERED[2])
LEVELLED = (
    Column(50, 150, "Indikator", Meaning.INDICATOR),
    Column(150, 300, "Pertanyaan", Meaning.TEXT),
    NUMBERED[2],
)


def body(
    lines: Sequence[Line], columns: tuple[Column, ...] = NUMBERED, rulings: Sequence[Ruling] = ()
) -> Body:
    words = tuple(word for one in lines for word in one.words)
    bottom = max((one.box.bottom for one in lines), default=290) + 10
    return Body(1, 90, bottom, columns, words, Rules(rulings))


def mark(given: Line, columns: tuple[Column, ...] = NUMBERED, last: int = 0) -> Mark:
    return RowReader(body([given], columns), last).marks([given])[0]


def out_of_turn(number: int, last: int) -> bool:
    return mark(line(f"{number}. Apa"), UNNUMBERED, last)[0] is What.ROW


def heading(*lines: Line) -> bool:
    """Whether a band of lines is a heading among the rows of a table with indicators."""
    found = RowReader(body(lines, LEVELLED), 0).pieces()
    return [piece.what for piece in found] == [What.GROUP]


def cut(*spans: tuple[float, float]) -> float:
    words = [Word("kata", Box(50, top, 70, bottom)) for top, bottom in spans]
    return Cutter(words, []).between(45, line("Baris berikut", top=100))


ROWS: Bounds = {
    ("ROWS", "longest_average"): Bound(
        lambda words: mark(line("Rata-rata" + " kata" * (words - 1) + " 3,5", left=100))[0]
        is What.AVERAGE, 9, 10,
    ),
    ("ROWS", "edge"): Bound(
        lambda by: not body([], NUMBERED, flat(90 + by)).parted(NUMBERED[1]), 2.9, 3.1
    ),
    ("ROWS", "digits"): Bound(lambda text: row_number(line(text)) is not None, "1234", "12345"),
    ("ROWS", "highest"): Bound(lambda number: out_of_turn(number, last=980), 999, 1000),
    ("ROWS", "ahead"): Bound(lambda number: out_of_turn(number, last=5), 45, 46),
    ("ROWS", "left_of_number"): Bound(
        lambda left: mark(line("Tata Kelola", left=left))[0] is What.GROUP, 44.1, 43.9
    ),
    ("ROWS", "in_number"): Bound(
        lambda left: mark(line("Tata Kelola", left=left))[0] is What.GROUP, 87.9, 88.1
    ),
    ("ROWS", "heading_lines"): Bound(
        lambda count: heading(*(chunk(120, 180, 100 + 12 * n) for n in range(count - 1)),
                              side_by_side(100 + 12 * count, (60, "Xx"), (130, "katakata"))), 3, 4,
    ),
    ("ROWS", "over_side"): Bound(
        lambda by: heading(Line(1, (*chunk(60, 70).words, *chunk(150 - by, 200).words))), 1.05, 0.95
    ),
    ("ROWS", "alike"): Bound(
        lambda top: cut((50, 60), (top, 85), (100, 110)) > 90, 75.75, 75.85
    ),
    ("ROWS", "above"): Bound(lambda height: cut() < height, 99.52, 99.48),
}  # fmt: skip

# Cells that span rows.


SPANNED = (
    Column(40, 50, "No", Meaning.NUMBER),
    Column(50, 150, "Indikator", Meaning.INDICATOR),
    *LEVELLED[1:],
)
# One with so wide a column between that a ruling parts the rows and neither of its neighbours.
WIDE = (*SPANNED[:2], Column(150, 900, "Bukti"), Column(900, 960, "Pertanyaan", Meaning.TEXT))


def indicators(
    lines: Sequence[Line],
    rulings: Sequence[Ruling] = (),
    columns: tuple[Column, ...] = SPANNED,
) -> list[str]:
    """The indicator of each row of a table."""
    part = body(lines, columns, rulings)
    pieces = list(RowReader(part, 0, fresh=True).pieces())
    levels = Levels(Table(Kind.QUESTIONS, columns, (), True, pieces, [part]))
    state = ["", ""]
    rows = [piece for piece in pieces if piece.what is What.ROW]
    return [levels.of(piece, state, frozenset())[0] for piece in rows]


def numbered(number: int, top: float, indicator: str = "") -> Line:
    texts = [(42.0, str(number)), (160.0, "Apa"), (310.0, "3")]
    return side_by_side(top, *sorted([*texts, *([(60.0, indicator)] if indicator else [])]))


def parted_at_top(by: float) -> bool:
    """Whether rulings so far below the tops of rows part them, so that their cells span none."""
    lines = [
        side_by_side(100 + 13 * n, *((42, str(n + 1)), *more, (910, "Apa")))
        for n, more in enumerate([[(60, "Satu")], [], [(60, "Tiga")]])
    ]
    rulings = flat(111.5 + by, 124.5 + by, left=100, right=910)
    return indicators(lines, rulings, WIDE) == ["Satu Tiga"] * 3


def one_text(gap: float) -> bool:
    """Whether two lines so far apart are one cell's."""
    rows = [numbered(1, 100, "Satu"), numbered(2, 130), numbered(3, 160)]
    return indicators([rows[0], chunk(60, 80, 110 + gap, "dua"), *rows[1:]])[0] == "Satu dua"


def goes_over_rows(gap: float) -> bool:
    """Whether a cell goes on into the next row, rows being further apart than lines by ``gap``."""
    first = side_by_side(112, (60, "Satu"), (160, "ini"))
    low = 124 + gap
    lines = [numbered(1, 100), first, numbered(2, low, "dua"), chunk(160, 180, low + 12)]
    return indicators([*lines, numbered(3, low + 40)])[0] == "Satu dua"


SPANS: Bounds = {
    ("SPANS", "tight"): Bound(one_text, 4.4, 4.6),
    ("SPANS", "padded"): Bound(goes_over_rows, 1.25, 1.15),
    ("SPANS", "few_rows"): Bound(
        lambda rows: indicators(
            [numbered(n, 100 + 13 * n, f"I{n}" if n < rows else "") for n in range(1, rows + 1)]
        )[0] == "I1", 5, 4,
    ),
    ("SPANS", "at_top"): Bound(parted_at_top, 0.95, 1.05),
}  # fmt: skip

# Tables.


def rows_of(*sheets: Sheet) -> list[int | None]:
    """The numbers of all rows of a document's tables."""
    tables = contents_of(sheets).tables
    return [p.number for table in tables for p in table.pieces if p.what is What.ROW]


def in_table(*after: Line) -> bool:
    """Whether the lines after the rows are the table's too."""
    rows = [HEAD, asked(1, 114), asked(2, 128)]
    contents: Contents = contents_of([sheet([*rows, *after])])
    return not contents.lines


def goes_on(*lines: Line) -> bool:
    """Whether a table goes on over the page."""
    first = sheet([HEAD, asked(1, 114)])
    contents = contents_of([first, sheet(lines, number=2)])
    return len(contents.tables[0].bodies) == 2


def ruled_on(by: float) -> bool:
    """Whether a table goes on between upright rulings of which one is moved."""
    first = sheet([HEAD, asked(1, 114)], [*flat(95, 112, 126), *tall(45, 90, 290, 350, bottom=126)])
    second = sheet([asked(2, 60)], tall(45, 90 + by, 290, 350, top=55, bottom=75), number=2)
    return rows_of(first, second) == [1, 2]


def striped(start: float, top: float = 140, height: float = 900) -> bool:
    """Whether a row is the table's between rulings that begin anew below the first row."""
    rulings = [*flat(95, 112, 126), *tall(45, 90, 290, 350, bottom=126)]
    rulings += tall(45, 90, 290, 350, top=start, bottom=top + 15)
    return rows_of(sheet([HEAD, asked(1, 114), asked(2, top)], rulings, height=height)) == [1, 2]


def below_ruled(gap: float) -> bool:
    rulings = [*flat(95, 112, 126), *tall(45, 90, 290, 350, bottom=126)]
    return rows_of(sheet([HEAD, asked(1, 114), asked(2, 126 + gap)], rulings)) == [1, 2]


def soon(place: int) -> bool:
    """Whether a row is the table's at this place below a heading set apart."""
    heading_line = line("Kelompok", 170, left=100)
    between = [line("kata", 170 + 12 * n, left=100) for n in range(1, place)]
    row = asked(3, 170 + 12 * place)
    return 3 in rows_of(sheet([HEAD, asked(1, 114), asked(2, 128), heading_line, *between, row]))


def ends_above(by: float) -> bool:
    contents = contents_of([sheet([HEAD, asked(1, 114), line("Kata penutup", 200)])])
    return contents.tables[0].bodies[-1].bottom < 200 - by


def bold_lines(count: int) -> list[Line]:
    return [line("Tata Kelola", 100 + 12 * n, bold=True) for n in range(count)]


TABLES: Bounds = {
    ("TABLES", "blank"): Bound(lambda gap: in_table(line("Kata", 138 + gap)), 25.9, 26.1),
    ("TABLES", "near"): Bound(ruled_on, 2.4, 2.6),
    ("TABLES", "title_lines"): Bound(
        lambda count: len(title_above(bold_lines(count), 90 + 12 * count + 12)) == count, 4, 5
    ),
    ("TABLES", "title_words"): Bound(
        lambda words: is_title(line("Kata " * words, size=12, bold=True), [line("a")] * 5), 12, 13
    ),
    ("TABLES", "larger"): Bound(
        lambda size: is_title(line("Kata", size=size, bold=True), [line("a")] * 5), 10.9, 10.7
    ),
    ("TABLES", "title_gap"): Bound(
        lambda gap: bool(title_above([line("Satu", 100), line("Dua", 110 + gap)], 130)), 6.1, 5.9
    ),
    ("TABLES", "title_reach"): Bound(
        lambda gap: bool(title_above([line("Satu", 100, bold=True)], 110 + gap)), 39.9, 40.1
    ),
    ("TABLES", "title_chunks"): Bound(
        lambda texts: bool(title_above([line(texts, 100, bold=True)], 120)),
        "Satu | Dua", "Satu | Dua | Tiga",
    ),
    ("TABLES", "below_end"): Bound(below_ruled, 8.9, 9.1),
    ("TABLES", "stripe"): Bound(lambda by: striped(126.2 + by), 0.85, 0.75),
    ("TABLES", "foot"): Bound(lambda height: striped(136.0, height=height), 148.1, 147.9),
    ("TABLES", "first_lines"): Bound(
        lambda place: goes_on(*(line("kata", 50 + 12 * n, left=100) for n in range(1, place)),
                              asked(2, 50 + 12 * place)), 12, 13,
    ),
    ("TABLES", "first_average"): Bound(
        lambda place: goes_on(*(line("kata", 50 + 12 * n, left=100) for n in range(1, place)),
                              line("Rata-rata | 3,5", 50 + 12 * place, left=100)), 8, 9,
    ),
    ("TABLES", "strayed"): Bound(
        lambda gap: in_table(line("kata a b c d e", 138 + gap, left=100)), 6.9, 7.1
    ),
    ("TABLES", "strayed_words"): Bound(
        lambda words: in_table(line("kata " * words, 148, left=100)), 5, 6
    ),
    ("TABLES", "soon"): Bound(soon, 10, 11),
    ("TABLES", "margin"): Bound(ends_above, 0.095, 0.105),
}  # fmt: skip

BOUNDS: Bounds = {**COLUMNS, **HEADS, **ROWS, **SPANS, **TABLES}


def test_every_tolerance_has_a_bound_a_unit_and_a_meaning() -> None:
    assert sorted(BOUNDS) == sorted(names_of(tolerances))
    assert untold(tolerances) == []


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_what_lies_inside_is_tolerated_and_what_lies_outside_is_not(name: tuple[str, str]) -> None:
    assert BOUNDS[name].holds()


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_a_changed_tolerance_is_noticed(name: tuple[str, str]) -> None:
    assert unnoticed(tolerances, name, BOUNDS[name]) == []
