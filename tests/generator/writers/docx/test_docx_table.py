"""Tables: the grid that spans leave, headers that repeat, room above and below."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Block,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Run,
    Scope,
    Section,
    Table,
)
from generator.document.style import Style
from tests.generator.writers.docx.conftest import Write, Written, xml_text
from tests.generator.writers.docx.schema_order import misplaced

_TEXT_WIDTH = round(160 / 25.4 * 1440)  # twips between the margins of the default page


def _cell(text: str, rowspan: int = 1, colspan: int = 1, numeric: bool = False) -> Cell:
    return Cell((Paragraph((Run(text),)),), rowspan, colspan, numeric)


def _table(*rows: tuple[Cell, ...], columns: int = 3, header: tuple[Row, ...] = ()) -> Table:
    return Table((1.0,) * columns, header, tuple(Row(cells) for cells in rows))


def _spans(written: Written) -> list[list[tuple[int, str]]]:
    """Give, for each row, the columns each of its cells covers and its part in a merge."""
    rows = written.part("word/document.xml").iter(qn("w:tr"))
    return [[_span(cell) for cell in row.iter(qn("w:tc"))] for row in rows]


def _span(cell: object) -> tuple[int, str]:
    (properties,) = cell.iterchildren(qn("w:tcPr"))  # type: ignore[attr-defined]
    wide, merge = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
    part = "" if merge is None else merge.get(qn("w:val"), "continue")
    return (1 if wide is None else int(wide.get(qn("w:val"))), part)


def _texts(written: Written) -> list[str]:
    return [node.text or "" for node in written.part("word/document.xml").iter(qn("w:t"))]


def _rows(draw: st.DrawFn, height: int, width: int) -> tuple[Row, ...]:
    """Draw rows whose spans cover their grid without gap or overlap."""
    free = [[True] * width for _ in range(height)]
    rows = []
    for row in range(height):
        cells = []
        for column in range(width):
            if not free[row][column]:
                continue
            taken = next((c for c in range(column, width) if not free[row][c]), width)
            wide = draw(st.integers(1, taken - column))
            tall = draw(st.integers(1, height - row))
            for down in range(row, row + tall):
                free[down][column : column + wide] = [False] * wide
            cells.append(_cell(draw(xml_text()), tall, wide, draw(st.booleans())))
        rows.append(Row(tuple(cells)))
    return tuple(rows)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 5))
    shares = draw(st.lists(st.floats(0.1, 9), min_size=width, max_size=width))
    head, body = draw(st.integers(0, 2)), draw(st.integers(1, 5))
    return Table(tuple(shares), _rows(draw, head, width), _rows(draw, body, width))


@settings(deadline=None)
@given(_tables())
def test_any_spans_fill_every_row_and_keep_every_text(write: Write, table: Table) -> None:
    written = write(table)
    spans = _spans(written)
    assert {sum(wide for wide, _ in row) for row in spans} == {len(table.columns)}
    _assert_merges_continue(spans)
    said = [cell.content[0].content[0] for row in _all_rows(table) for cell in row.cells]
    assert _texts(written) == [run.text for run in said if isinstance(run, Run)]
    _assert_widths_add_up(written)
    assert misplaced(written.package) == []


def _all_rows(table: Table) -> tuple[Row, ...]:
    return (*table.header, *table.rows)


def _assert_merges_continue(spans: list[list[tuple[int, str]]]) -> None:
    """A cell that goes on lies below one of its place and width that is merged as well."""
    above: dict[int, tuple[int, str]] = {}
    for row in spans:
        column, here = 0, {}
        for wide, merge in row:
            here[column] = (wide, merge)
            if merge == "continue":
                assert above[column][0] == wide
                assert above[column][1]
            column += wide
        above = here


def _assert_widths_add_up(written: Written) -> None:
    """Each row's cells are together as wide as the grid, and that as the text."""
    root = written.part("word/document.xml")
    grid = sum(int(one.get(qn("w:w"), "")) for one in root.iter(qn("w:gridCol")))
    rows = [list(row.iter(qn("w:tcW"))) for row in root.iter(qn("w:tr"))]
    widths = {sum(int(one.get(qn("w:w"), "")) for one in row) for row in rows}
    assert widths == {grid} == {_TEXT_WIDTH}


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ([(_cell("a"),)], [[(1, ""), (1, ""), (1, "")]]),
        ([(_cell("a"), _cell("b", colspan=9))], [[(1, ""), (2, "")]]),
        ([(_cell("a", rowspan=9, colspan=3),)], [[(3, "")]]),
        (
            [(_cell("a"), _cell("b", rowspan=2), _cell("c")), (_cell("d", colspan=2), _cell("e"))],
            [[(1, ""), (1, "restart"), (1, "")], [(1, ""), (1, "continue"), (1, "")]],
        ),
    ],
)
def test_cells_that_leave_the_grid_are_cut_and_missing_ones_added(
    write: Write, rows: list[tuple[Cell, ...]], spans: list[list[tuple[int, str]]]
) -> None:
    assert _spans(write(_table(*rows))) == spans


def test_a_row_with_too_many_cells_is_refused_rather_than_lost(write: Write) -> None:
    with pytest.raises(ValueError, match=r"row 2 .* too many cells"):
        write(_table((_cell("a"),), tuple(_cell(text) for text in "abcd")))


def test_header_rows_repeat_and_no_row_is_broken(write: Write) -> None:
    written = write(
        _table((_cell("isi", colspan=3),), header=(Row((_cell("kepala", colspan=3),)),))
    )
    head, body = written.word.tables[0].rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert body._tr.trPr.find(qn("w:tblHeader")) is None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in (head, body))


def test_columns_share_the_width_between_the_margins(write: Write) -> None:
    row = Row((_cell("a"), _cell("b")))
    written = write(Table((1.0, 3.0), (), (row,)))
    columns = written.part("word/document.xml").iter(qn("w:gridCol"))
    widths = [int(one.get(qn("w:w"), "0")) for one in columns]
    assert widths[1] == pytest.approx(3 * widths[0], abs=2)
    assert sum(widths) == _TEXT_WIDTH


def test_cells_are_set_as_the_table_says(write: Write, style: Style) -> None:
    table = _table((_cell("1", numeric=True), _cell("teks")), columns=2)
    table = Table(table.columns, (Row((_cell("K"), _cell("K"))),), table.rows)
    word = write(table).word
    names = [
        paragraph.style.name  # type: ignore[union-attr]
        for row in word.tables[0].rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    assert names == ["Tabel Kepala", "Tabel Kepala", "Tabel Angka", "Tabel"]
    look = style.table("")
    assert (look.header_text, look.number_text, look.text) == (
        "tabel-kepala",
        "tabel-angka",
        "tabel",
    )


def _paragraphs(write: Write, *blocks: Block) -> list[tuple[str, object, object]]:
    """Give text, space above and space below of each paragraph outside tables."""
    return [
        (one.text, one.paragraph_format.space_before, one.paragraph_format.space_after)
        for one in write(*blocks).word.paragraphs
    ]


def test_neighbours_carry_the_room_around_a_table(write: Write, style: Style) -> None:
    table, text = _table((_cell("isi"),)), Paragraph((Run("teks"),), "rapat")
    look = style.table("")
    assert _paragraphs(write, text, table, text) == [
        ("teks", None, Pt(look.space_before)),
        ("teks", Pt(look.space_after), None),
    ]


def test_tables_that_touch_stay_two(write: Write, style: Style) -> None:
    written = write(_table((_cell("a"),)), _table((_cell("b"),)), Paragraph((Run("teks"),)))
    gap, _text = written.word.paragraphs
    assert (len(written.word.tables), gap.text) == (2, "")
    assert gap.paragraph_format.line_spacing == Pt(style.table("").space_after)


def test_a_document_may_begin_with_a_table(write: Write) -> None:
    body = write(_table((_cell("a"),)), Paragraph((Run("teks"),))).word.element.body
    assert [one.tag for one in body] == [qn("w:tbl"), qn("w:p"), qn("w:sectPr")]


def test_a_section_that_ends_with_a_table_ends_in_the_paragraph_after_it(write: Write) -> None:
    sections = (Section((_table((_cell("a"),)),)), Section((Paragraph((Run("teks"),)),)))
    word = write(Document("Judul", "id-ID", sections)).word
    end, text = word.paragraphs
    assert end._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    assert (end.text, text.text, len(word.sections)) == ("", "teks", 2)


def test_the_paragraph_that_must_follow_a_last_table_is_tiny(write: Write) -> None:
    (end,) = write(_table((_cell("a"),))).word.paragraphs
    assert end.paragraph_format.line_spacing == Pt(1)


@pytest.mark.parametrize(
    ("first", "header", "role", "flags"),
    [
        (Scope.ROW, True, Role.TABLE, "00A0"),
        (None, True, Role.TABLE, "0020"),
        (Scope.ROW, False, Role.TABLE, "0080"),
        (Scope.ROW, False, Role.LIST, "0000"),
    ],
)
def test_word_is_told_which_cells_are_heads_and_what_the_table_shows(
    first: Scope | None, header: bool, role: Role, flags: str, write: Write
) -> None:
    rows = ((replace(_cell("kota"), scope=first), _cell("3")),)
    head = (Row((_cell("K"), _cell("N"))),) if header else ()
    table = replace(_table(*rows, columns=2, header=head), caption="Isi & arti", role=role)
    properties = write(table).word.tables[0]._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    assert look.get(qn("w:val")) == flags
    told = int(look.get(qn("w:firstRow"))) * 0x20 + int(look.get(qn("w:firstColumn"))) * 0x80
    assert f"{told:04X}" == flags
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Isi & arti"
