"""Markers, headers and footers, bookmarks, fonts, and charts that keep to their place."""

from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdftypes import resolve1

from generator.document.blocks import (
    Block,
    Chart,
    Document,
    Heading,
    Image,
    List,
    ListItem,
    Marker,
    Row,
    Run,
    Section,
    Series,
    Table,
)
from generator.document.style import Style
from generator.writers.pdf.layout.chart import ticks
from tests.generator.writers.pdf.read_back import (
    FOOTER,
    Page,
    assert_keeps_to_its_frame,
    cell,
    content,
    fillers,
    pages,
    paragraph,
    read,
    written,
)


def document(*sections: Section, stamp: str = "") -> Document:
    return Document("Judul Berkas", "id-ID", sections, author="Kementerian", stamp=stamp)


def items(*texts: str, style: str = "") -> tuple[ListItem, ...]:
    return tuple(ListItem((paragraph(text, style),)) for text in texts)


def left_of(page: Page, word: str) -> float:
    """Give where a word of the content begins, in points from the left."""
    at = "".join(one["text"] for one in page.characters).index(word)
    return float(page.characters[at]["x0"])


def test_letters_go_on_after_z_in_a_list(style: Style) -> None:
    texts = [f"butir{number}" for number in range(28)]
    (page,) = pages(style, List(items(*texts), Marker.ALPHA))
    markers = page.content[::2]
    assert page.content[1::2] == texts
    assert [markers[index] for index in (0, 25, 26, 27)] == ["a.", "z.", "aa.", "ab."]


def test_each_list_counts_anew_and_goes_on_over_pages(style: Style) -> None:
    texts = [f"butir{number}" for number in range(70)]
    one, other = List(items(*texts), Marker.DECIMAL), List(items("lain"), Marker.DECIMAL, start=7)
    made = pages(style, one, other, one)
    expected = [word for number, text in enumerate(texts, 1) for word in (f"{number}.", text)]
    assert content(made) == [*expected, "7.", "lain", *expected]


@pytest.mark.parametrize("empty", [(), (paragraph(""),)], ids=["no paragraph", "no text"])
def test_an_empty_item_keeps_its_marker_and_its_line(
    empty: tuple[Block, ...], style: Style
) -> None:
    (page,) = pages(style, List((ListItem(empty), *items("isi")), Marker.DECIMAL))
    assert page.content == ["1.", "2.", "isi"]
    first, second = (one["top"] for one in page.characters if one["text"] in "12")
    assert second - first > 10


def test_a_marker_hangs_in_the_indent_of_its_own_list(style: Style) -> None:
    """Lists of 20 and 18 points in one another have one text indent, but not one for markers."""
    wide = List((ListItem((paragraph("a"), List(items("b", style="kiri"), style="asesor"))),))
    narrow = List((ListItem((paragraph("c"), List(items("d", style="kiri")))),), style="asesor")
    (page,) = pages(style, wide, narrow)
    a, b, c, d = (left_of(page, letter) for letter in "abcd")
    bullets = [one["x0"] for one in page.characters if one["text"] == "•"]
    assert (b, c) == (pytest.approx(d), pytest.approx(a - 2))
    assert bullets[1] == pytest.approx(a)
    assert bullets[3] == pytest.approx(c)


@pytest.mark.parametrize("depth", [3, 21, 40])
def test_a_list_however_deep_leaves_room_for_its_text(depth: int, style: Style) -> None:
    block: Block = Table((1,), (), (Row((cell("isi"),)),))
    for level in range(depth):
        block = List((ListItem((paragraph(f"d{level}"), block)),))
    made = pages(style, block, footer=FOOTER)
    said = "".join(word for word in content(made) if word != "•")
    assert said.replace("•", "") == "".join(f"d{n}" for n in reversed(range(depth))) + "isi"
    assert_keeps_to_its_frame(made, style)


def test_a_header_taller_than_the_margin_moves_the_text_down(style: Style) -> None:
    header = tuple(paragraph(f"kepala{number}") for number in range(10))
    for page in read(written(document(Section(fillers(80), header=header)), style)):
        above = [one for one in page.characters if one["tag"] == "Artifact"]
        text = [one for one in page.characters if one["tag"] != "Artifact"]
        assert max(one["bottom"] for one in above) < min(one["top"] for one in text)


def test_the_stamp_stands_clear_of_header_and_text_on_every_page(style: Style) -> None:
    section = Section(fillers(60), header=(paragraph("kepala"),), footer=FOOTER)
    made = read(written(document(section, Section(()), stamp="KONSEP"), style))
    assert len(made) > 2
    for page in made:
        (stamp,) = {round(one["bottom"]) for one in page.characters if one["size"] == 12}
        rest = [one["top"] for one in page.characters if one["size"] != 12]
        assert page.decoration.count("KONSEP") == 1
        assert all(top >= stamp - 1 for top in rest)


def test_empty_sections_have_a_page_each_that_counts(style: Style) -> None:
    empty = Section((), footer=FOOTER)
    made = read(written(document(empty, Section(fillers(1), footer=FOOTER), empty), style))
    assert [page.decoration[1] for page in made] == ["1", "2", "3"]
    assert [page.decoration[3] for page in made] == ["3", "3", "3"]
    assert content(made) == ["alinea0"]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 3, 2), (0, 1, 1)),
        ((2, 3, 1), (0, 1, 0)),
        ((3, 3, 1, 2, 3), (0, 0, 0, 1, 2)),
        ((1, 3, 3), (0, 1, 1)),
    ],
)
def test_bookmarks_nest_without_gaps(
    levels: tuple[int, ...], expected: tuple[int, ...], style: Style
) -> None:
    headings = tuple(Heading(level, (Run(f"J{n} “é”"),)) for n, level in enumerate(levels))
    file = pypdfium2.PdfDocument(written(document(Section((*headings, *fillers(1)))), style))
    entries = [(entry.get_title(), entry.level) for entry in file.get_toc()]
    assert entries == [(f"J{n} “é”", level) for n, level in enumerate(expected)]


def test_a_bookmark_leads_to_the_page_of_its_heading(style: Style) -> None:
    heading = Heading(1, (Run("Tujuan"),))
    file = pypdfium2.PdfDocument(
        written(document(Section((*fillers(70), heading, *fillers(1)))), style)
    )
    (entry,) = file.get_toc()
    index = entry.get_dest().get_index()
    assert "Tujuan" in file[index].get_textpage().get_text_bounded()
    assert index > 0


def test_a_heading_in_a_page_header_is_no_bookmark(style: Style) -> None:
    header = (Heading(1, (Run("Kepala"),)),)
    section = Section((*fillers(70), Heading(1, (Run("Isi"),)), *fillers(1)), header=header)
    file = pypdfium2.PdfDocument(written(document(section), style))
    assert [entry.get_title() for entry in file.get_toc()] == ["Isi"]


def test_every_font_of_every_page_is_embedded(style: Style) -> None:
    text = (Run("a"), Run("b", strong=True), Run("c", em=True), Run("d", strong=True, em=True))
    blocks = (Heading(1, text), chart("0", "4", "2"), List(items("e")))
    data = written(document(Section(blocks, footer=FOOTER), Section(()), stamp="KONSEP"), style)
    assert b"Helvetica" not in data
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            fonts = resolve1(resolve1(page.page_obj.attrs["Resources"]).get("Font", {}))
            for font in map(resolve1, fonts.values()):
                assert "FontFile2" in resolve1(font["FontDescriptor"])
        assert resolve1(pdf.doc.catalog["ViewerPreferences"])["DisplayDocTitle"]
        assert resolve1(pdf.doc.catalog["Lang"]) == b"id-ID"


def chart(
    minimum: str,
    maximum: str,
    *values: str | None,
    title: str = "T",
    names: str = "K",
    legend: str = "S",
) -> Chart:
    numbers = tuple(Decimal(value) if value is not None else None for value in values)
    categories = tuple(f"{names}{number}" for number in range(len(values)))
    series = (Series(legend, numbers), Series(f"{legend}2", numbers))
    return Chart(title, categories, series, Decimal(minimum), Decimal(maximum), "kata lain")


def columns(style: Style, block: Chart) -> tuple[list[tuple[float, float]], list[float]]:
    """Give top and bottom of each column, legend apart, and the heights of its grid lines."""
    with pdfplumber.open(BytesIO(written(document(Section((block,))), style))) as pdf:
        (page,) = pdf.pages
        rects = [(rect["top"], rect["bottom"]) for rect in page.rects]
        return rects[: -len(block.series)], sorted(line["top"] for line in page.lines)


def test_columns_are_as_tall_as_their_values_and_none_draws_none(style: Style) -> None:
    bars, grid = columns(style, chart("0", "4", "4", None, "1"))
    assert len(bars) == 4
    tall, short = (bottom - top for top, bottom in (bars[0], bars[2]))
    assert tall == pytest.approx(4 * short, abs=0.01)
    assert tall == pytest.approx(grid[-1] - grid[0], abs=0.01)


def test_columns_out_of_range_end_at_the_axis(style: Style) -> None:
    bars, grid = columns(style, chart("0", "4", "9", "-3"))
    assert [bar for bar in bars if bar[1] - bar[0] > 0.1] == bars[:2]
    assert bars[0] == (pytest.approx(grid[0]), pytest.approx(grid[-1]))


def test_negative_columns_hang_from_zero(style: Style) -> None:
    bars, grid = columns(style, chart("-4", "4", "2", "-2"))
    zero = (grid[0] + grid[-1]) / 2
    assert bars[0][1] == pytest.approx(zero)
    assert bars[2][0] == pytest.approx(zero)


def test_a_value_stands_just_above_its_column_with_a_decimal_comma(style: Style) -> None:
    block = chart("0", "4", "1.25", "3.5")
    (page,) = pages(style, block)
    bars, _grid = columns(style, block)
    for text, (top, _bottom) in zip(("1,25", "3,50"), bars[::2], strict=True):
        at = "".join(one["text"] for one in page.characters).index(text)
        assert 0 < top - page.characters[at]["bottom"] + 3 < 6


@pytest.mark.parametrize(
    "block",
    [
        chart("0", "4", "2", title="Judul panjang " * 30),
        chart("0", "4", "2", "3", names="x" * 300),
        chart("0", "4", "2", "3", names="kata " * 200),
        chart("0", "4", "2", legend="nama " * 60),
        chart("0", "1000000000", "999999999"),
        chart("0", "400", *["399.99"] * 8),
    ],
    ids=["title", "long category", "tall category", "legend", "large numbers", "close values"],
)
def test_the_texts_of_a_chart_stay_on_it_however_long(block: Chart, style: Style) -> None:
    (page,) = made = pages(style, block, footer=FOOTER)
    assert_keeps_to_its_frame(made, style)
    left = style.page("").left / 25.4 * 72
    figure = [one for one in page.characters if one["tag"] == "Figure"]
    assert min(one["x0"] for one in figure) > left - 1
    assert max(one["x1"] for one in figure) < page.width - style.page("").right / 25.4 * 72 + 1


def test_a_chart_fits_into_what_a_tall_footer_leaves(style: Style) -> None:
    footer = tuple(paragraph(f"kaki{number}") for number in range(28))
    (page,) = pages(style, chart("0", "4", "2"), footer=footer)
    assert "2,00" in page.content


_NUMBERS = st.decimals(-10_000, 10_000, places=3)


@given(_NUMBERS, _NUMBERS)
def test_grid_lines_lie_within_the_axis_at_one_distance(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    made = ticks(low, high)
    steps = {after - before for before, after in pairwise(made)}
    assert all(low <= tick <= high for tick in made)
    if low < high:
        (step,) = steps
        assert step.normalize().as_tuple().digits in {(1,), (2,), (2, 5), (5,)}
        assert 3 <= len(made) <= 9


def test_a_picture_wider_than_the_text_is_set_as_wide_as_the_text(
    style: Style, tall_picture: Image
) -> None:
    wide = Image("a.png", tall_picture.data, 10_000, "")
    with pdfplumber.open(BytesIO(written(document(Section((wide,))), style))) as pdf:
        (image,) = pdf.pages[0].images
    tall = image["bottom"] - image["top"]
    assert image["x1"] - image["x0"] == pytest.approx(tall / 10, abs=0.01)
    assert image["bottom"] < 842 - 25 / 25.4 * 72 + 1


def test_a_picture_cut_short_is_refused_by_name(style: Style) -> None:
    with pytest.raises(ValueError, match=r"rusak\.png"):
        written(document(Section((Image("rusak.png", b"\x89PNG\r\n\x1a\n", 20, ""),))), style)


def test_documents_written_in_either_order_have_the_same_bytes(style: Style) -> None:
    one = document(Section((Heading(1, (Run("Satu “é”"),)), chart("0", "4", "2"))))
    other = document(Section((List(items("ß", "ñ")),), footer=FOOTER), stamp="KONSEP")
    forth = [written(one, style), written(other, style)]
    back = [written(other, style), written(one, style)]
    assert forth == back[::-1]
