"""Tables break between rows, repeat their header and cut labels, and lose nothing."""

from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from generator.document.style import Style
from generator.writers.pdf import write_pdf


def cell(text: str, rowspan: int = 1, colspan: int = 1) -> Cell:
    return Cell((Paragraph((Run(text),) if text else ()),), rowspan, colspan)


def pages(style: Style, *blocks: Block) -> list[tuple[list[str], list[str]]]:
    """Write one section; give, for each page, the words of content and those of decoration."""
    target = BytesIO()
    count = write_pdf(Document("T", "id-ID", (Section(blocks),)), style, target)
    with pdfplumber.open(target) as pdf:
        assert len(pdf.pages) == count
        return [(list(words(page, True)), list(words(page, False))) for page in pdf.pages]


def words(page: pdfplumber.page.Page, content: bool) -> Iterator[str]:
    wanted = page.filter(lambda one: (one.get("tag") != "Artifact") == content)
    for word in wanted.extract_words(use_text_flow=True, keep_blank_chars=False):
        yield word["text"]


def content(made: list[tuple[list[str], list[str]]]) -> list[str]:
    return [word for body, _decoration in made for word in body]


HEADER = (Row((cell("Kepala"), cell("Isi"))),)


def grouped(groups: int, rows: int, text: str = "isi") -> Table:
    """A table of groups, each with a label that spans its rows."""
    made = []
    for group in range(groups):
        for row in range(rows):
            value = cell(f"{text}{group}x{row}")
            label = (cell(f"label{group}", rowspan=rows),) if row == 0 else ()
            made.append(Row((*label, value)))
    return Table((1, 2), HEADER, tuple(made))


def test_a_group_taller_than_a_page_is_cut_and_its_label_repeated_as_decoration(
    style: Style,
) -> None:
    made = pages(style, grouped(1, 120))
    assert len(made) > 2
    assert content(made) == ["Kepala", "Isi", "label0", *(f"isi0x{row}" for row in range(120))]
    for _body, decoration in made[1:]:
        assert decoration == ["Kepala", "Isi", "label0"]


def test_a_label_that_ends_with_its_page_is_not_repeated(style: Style) -> None:
    made = pages(style, grouped(60, 2))
    for body, decoration in made[1:]:
        cut = not body[0].startswith("label")
        assert len(decoration) == (3 if cut else 2)


def test_a_row_that_fits_on_a_page_moves_there_whole(style: Style) -> None:
    long = " ".join(f"kata{number}" for number in range(150))
    rows = [Row((cell(f"a{n}"), cell("pendek"))) for n in range(30)]
    made = pages(style, Table((1, 2), HEADER, (*rows, Row((cell("b"), cell(long))))))
    holders = [index for index, (body, _decoration) in enumerate(made) if "kata0" in body]
    assert [index for index, (body, _d) in enumerate(made) if "kata149" in body] == holders


def test_a_row_taller_than_a_page_is_broken_inside(style: Style) -> None:
    long = [f"kata{number}" for number in range(2000)]
    made = pages(style, Table((1, 2), HEADER, (Row((cell("a"), cell(" ".join(long)))),)))
    assert len(made) > 1
    assert content(made) == ["Kepala", "Isi", "a", *long]


def test_a_label_taller_than_a_page_goes_on_instead_of_being_repeated(style: Style) -> None:
    long = [f"kata{number}" for number in range(1500)]
    first = Row((cell(" ".join(long), rowspan=2), cell("x")))
    made = pages(style, Table((1, 2), HEADER, (first, Row((cell("y"),)))))
    said = content(made)
    assert [word for word in said if word.startswith("kata")] == long
    assert [word for word in said if word in "xy"] == ["x", "y"]


def test_a_label_taller_than_its_rows_makes_room(style: Style) -> None:
    label = " ".join(f"label{number}" for number in range(60))
    rows = (
        Row((cell(label, rowspan=2), cell("x"))),
        Row((cell("y"),)),
        Row((cell("b"), cell("z"))),
    )
    target = BytesIO()
    write_pdf(Document("T", "id-ID", (Section((Table((1, 4), (), rows),)),)), style, target)
    with pdfplumber.open(target) as pdf:
        found = {word["text"]: word for word in pdf.pages[0].extract_words()}
    assert found["b"]["top"] > found["label59"]["bottom"]


@pytest.mark.parametrize("filler", range(20, 60, 2))
def test_a_heading_is_never_alone_at_a_page_s_foot(style: Style, filler: int) -> None:
    paragraphs = [Paragraph((Run(f"alinea{n}"),)) for n in range(filler)]
    made = pages(style, *paragraphs, Heading(2, (Run("Judul"),)), grouped(1, 3))
    (home,) = [body for body, _decoration in made if "Judul" in body]
    assert home[home.index("Judul") : home.index("Judul") + 4] == [
        "Judul",
        "Kepala",
        "Isi",
        "label0",
    ]
    assert "isi0x0" in home


_WORDS = st.lists(st.sampled_from(["satu", "dua", "panjang" * 5, "x"]), max_size=6).map(" ".join)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Table, list[str]]:
    """A random table of rows that each fit on a page, and its words in reading order."""
    columns = draw(st.integers(1, 5))
    count = draw(st.integers(1, 12))
    rows: list[list[Cell]] = [[] for _row in range(count)]
    said: list[list[str]] = [[] for _row in range(count)]
    taken: set[tuple[int, int]] = set()
    for row in range(count):
        for column in range(columns):
            if (row, column) in taken:
                continue
            free = next((c for c in range(column, columns) if (row, c) in taken), columns)
            across = draw(st.integers(1, free - column))
            down = draw(st.integers(1, count - row))
            while any((row + d, column + a) in taken for d in range(down) for a in range(across)):
                down -= 1
            text = draw(_WORDS)
            rows[row].append(cell(text, down, across))
            said[row] += text.split()
            taken |= {(row + d, column + a) for d in range(down) for a in range(across)}
    header = (Row(tuple(cell("Kepala") for _column in range(columns))),)
    table = Table((1.0,) * columns, header, tuple(Row(tuple(cells)) for cells in rows))
    return table, [word for words in said for word in words]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables())
def test_no_table_loses_repeats_or_reorders_a_letter(
    style: Style, made: tuple[Table, list[str]]
) -> None:
    table, said = made
    width = len(table.columns)
    written = pages(style, table)
    assert "".join(content(written)) == "Kepala" * width + "".join(said)
    for _body, decoration in written[1:]:
        assert decoration[:width] == ["Kepala"] * width
