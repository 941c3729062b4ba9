"""Whatever blocks come: nothing is lost, repeated, reordered or set outside its frame."""

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Block,
    Cell,
    Heading,
    Inline,
    LineBreak,
    List,
    ListItem,
    Marker,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.document.style import Style
from tests.generator.writers.pdf.read_back import (
    FOOTER,
    assert_keeps_to_its_frame,
    cell,
    content,
    pages,
    words,
)

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
quick = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LONG = 3000
_MOST_LONG = 2  # cells of one table that hold a single long word
_LENGTHS = (0, 1, 1, 2, 8, 40)


@dataclass(frozen=True)
class Drawn:
    """A random table with the text and the row of each cell in reading order."""

    table: Table
    texts: tuple[str, ...]
    rows: tuple[int, ...]

    def __repr__(self) -> str:
        return shortened(repr(self.table))


@dataclass(frozen=True)
class Flowing:
    """Random running text."""

    blocks: tuple[Block, ...]

    def __repr__(self) -> str:
        return shortened(repr(self.blocks))


def shortened(text: str) -> str:
    """Give a text that hypothesis can print: words of one repeated letter are told as such."""
    return re.sub(r"(.)\1{99,}", r"\1…", text)


def spans(draw: st.DrawFn, columns: int, rows: int) -> list[tuple[int, int, int, int]]:
    """Give row, column, rowspan and colspan of cells that fill a grid."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            free = next((c for c in range(column, columns) if (row, c) in taken), columns)
            across, down = draw(st.integers(1, free - column)), draw(st.integers(1, rows - row))
            covered = {(row + d, column + a) for d in range(down) for a in range(across)}
            placed.append((row, column, down, across))
            taken |= covered
    return placed


def texts(draw: st.DrawFn, count: int) -> list[str]:
    """Give distinct texts for cells: none, some words, a word of 3,000 letters, over a page."""
    lengths = draw(st.lists(st.sampled_from(_LENGTHS), min_size=count, max_size=count))
    made = [words(length, f"s{number}k") for number, length in enumerate(lengths)]
    for tall in draw(st.lists(st.integers(0, count - 1), max_size=_MOST_LONG, unique=True)):
        one_word = chr(ord("À") + tall % 20) * LONG
        made[tall] = draw(st.sampled_from([one_word, words(400, f"s{tall}k")]))
    return made


@st.composite
def tables(draw: st.DrawFn) -> Drawn:
    columns, count = draw(st.integers(1, 6)), draw(st.integers(1, 14))
    placed = spans(draw, columns, count)
    said = texts(draw, len(placed))
    rows: list[list[Cell]] = [[] for _row in range(count)]
    for (row, _column, down, across), text in zip(placed, said, strict=True):
        rows[row].append(cell(text, down, across))
    names = tuple(cell(f"K{number}") for number in range(columns))
    header = (Row((cell("Kepala", colspan=columns),)), Row(names))
    shares = tuple(draw(st.sampled_from((1.0, 1.5, 2.0))) for _column in range(columns))
    table = Table(shares, header, tuple(Row(tuple(made)) for made in rows))
    return Drawn(table, tuple(said), tuple(row for row, *_rest in placed))


def header_of(table: Table) -> list[str]:
    return ["Kepala", *(f"K{number}" for number in range(len(table.columns)))]


def from_cell(stream: str, text: str) -> str:
    """Give what a stream says of one cell, in the stream's order."""
    if len(set(text)) == 1:
        return "".join(one for one in stream if one == text[0])
    marks = text.split()
    return "".join(sorted((mark for mark in marks if mark in stream), key=stream.index))


@quick
@given(tables())
def test_a_table_says_each_cell_once_and_in_order(style: Style, drawn: Drawn) -> None:
    made = pages(style, drawn.table, footer=FOOTER)
    stream = "".join(content(made))
    said = "".join(drawn.texts).replace(" ", "")
    assert stream.startswith("".join(header_of(drawn.table)))
    assert len(stream) == len("".join(header_of(drawn.table))) + len(said)
    for text in drawn.texts:
        assert from_cell(stream, text) == text.replace(" ", "")


@quick
@given(tables())
def test_the_rows_of_a_table_begin_one_after_the_other(style: Style, drawn: Drawn) -> None:
    """The cells of one row may be told apart by a page break, its row may not."""
    stream = "".join(content(pages(style, drawn.table)))
    begins: dict[int, list[int]] = {}
    for row, text in zip(drawn.rows, drawn.texts, strict=True):
        if text and len(set(text)) > 1:
            begins.setdefault(row, []).append(stream.index(text.split()[0]))
    for above, below in pairwise(begins.values()):
        assert max(above) < min(below)


@quick
@given(tables())
def test_every_further_page_of_a_table_begins_with_its_header_as_decoration(
    style: Style, drawn: Drawn
) -> None:
    first, *further = pages(style, drawn.table, footer=FOOTER)
    header = header_of(drawn.table)
    assert first.content[: len(header)] == header
    for page in further:
        above = [word for word in page.decoration if word not in ("Halaman", "dari")]
        assert [word for word in above if word in header] == header
        assert not set(header) & set(page.content)


@quick
@given(tables())
def test_a_table_keeps_to_its_frame(style: Style, drawn: Drawn) -> None:
    assert_keeps_to_its_frame(pages(style, drawn.table, footer=FOOTER), style)


_GLYPHS = st.text("abcdefghijéö“”–()", min_size=1, max_size=12)
_LONG_WORD = st.sampled_from("xyz").map(lambda letter: letter * LONG)
_RARE = 40  # one word in so many is a long one
_WORD = st.integers(1, _RARE).flatmap(lambda drawn: _LONG_WORD if drawn == _RARE else _GLYPHS)
_STRETCH = st.lists(st.one_of(_WORD, _WORD, st.just("\u00a0")), max_size=6)
_BLANKS = st.sampled_from(["", " "])


@st.composite
def inlines(draw: st.DrawFn) -> tuple[Inline, ...]:
    """Runs that may meet within a word, with line breaks among them."""
    made: list[Inline] = []
    for _part in range(draw(st.integers(0, 5))):
        if draw(st.integers(0, 4)) == 0:
            made.append(LineBreak())
            continue
        text = draw(_BLANKS) + " ".join(draw(_STRETCH)) + draw(_BLANKS)
        made.append(Run(text, strong=draw(st.booleans()), em=draw(st.booleans())))
    return tuple(made)


_STYLES = st.sampled_from(["", "kiri", "kop", "tanda-tangan", "judul-tengah", "catatan-kaki"])
_PARAGRAPHS = st.builds(Paragraph, inlines(), _STYLES)
_HEADINGS = st.builds(Heading, st.integers(1, 3), inlines())
_BRANCHES = st.deferred(
    lambda: st.builds(
        List,
        st.lists(_ITEMS, min_size=1, max_size=3).map(tuple),
        st.sampled_from(Marker),
        st.integers(0, 30),
    )
)
_ITEMS: st.SearchStrategy[ListItem] = st.lists(st.one_of(_PARAGRAPHS, _BRANCHES), max_size=3).map(
    lambda blocks: ListItem(tuple(blocks))
)
_FLOWS = st.lists(st.one_of(_PARAGRAPHS, _HEADINGS, _BRANCHES), max_size=6).map(
    lambda made: Flowing(tuple(made))
)
_TEXTS = st.lists(st.one_of(_PARAGRAPHS, _HEADINGS), max_size=8).map(
    lambda made: Flowing(tuple(made))
)


def without_markers(blocks: tuple[Block, ...]) -> str:
    """Give the text of paragraphs, headings and lists without any blanks."""
    said = ""
    for block in blocks:
        if isinstance(block, List):
            said += "".join(without_markers(item.blocks) for item in block.items)
        elif isinstance(block, Paragraph | Heading):
            said += "".join(part.text for part in block.content if isinstance(part, Run))
    return "".join(said.split())


@quick
@given(_TEXTS)
def test_running_text_is_said_once_and_in_order(style: Style, drawn: Flowing) -> None:
    made = pages(style, *drawn.blocks, footer=FOOTER)
    assert "".join("".join(content(made)).split()) == without_markers(drawn.blocks)
    assert_keeps_to_its_frame(made, style)


@quick
@given(_FLOWS)
def test_nested_lists_lose_nothing_and_keep_to_their_frame(style: Style, drawn: Flowing) -> None:
    made = pages(style, *drawn.blocks, footer=FOOTER)
    rest = iter("".join(content(made)))
    assert all(one in rest for one in without_markers(drawn.blocks)), (
        "a letter is lost or out of order"
    )
    assert_keeps_to_its_frame(made, style)
