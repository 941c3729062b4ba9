"""Pages, their numbers and marks, the outline, and what the file says about itself."""

from io import BytesIO

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from PIL import Image as Picture

from generator.document.blocks import (
    Block,
    Chart,
    Document,
    Heading,
    Image,
    List,
    ListItem,
    Marker,
    PageCount,
    PageNumber,
    Paragraph,
    Run,
    Section,
    Series,
)
from generator.document.style import Style
from generator.writers.pdf import write_pdf
from generator.writers.pdf.layout.chart import ticks
from generator.writers.pdf.layout.flow import letters_of


def text(content: str) -> Paragraph:
    return Paragraph((Run(content),))


FOOTER = (Paragraph((Run("Halaman "), PageNumber(), Run(" dari "), PageCount())),)


def written(style: Style, *sections: Section, stamp: str = "") -> bytes:
    target = BytesIO()
    document = Document("Judul Berkas", "id-ID", sections, author="Kementerian", stamp=stamp)
    write_pdf(document, style, target)
    return target.getvalue()


def page_texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def many(count: int) -> tuple[Block, ...]:
    return tuple(text(f"alinea{number}") for number in range(count))


def test_each_page_knows_its_number_and_how_many_there_are(style: Style) -> None:
    texts = page_texts(
        written(style, Section(many(100), footer=FOOTER), Section((), footer=FOOTER))
    )
    assert len(texts) > 3
    for number, page in enumerate(texts, 1):
        assert f"Halaman {number} dari {len(texts)}" in page


def test_a_draft_is_stamped_on_every_page_and_the_mark_is_decoration(style: Style) -> None:
    data = written(style, Section(many(60)), Section(many(1), style="lanskap"), stamp="KONSEP")
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            marks = page.filter(lambda one: one.get("tag") == "Artifact").extract_words()
            assert "KONSEP" in [word["text"] for word in marks]


def test_pages_have_the_size_of_their_section(style: Style) -> None:
    with pdfplumber.open(BytesIO(written(style, Section(()), Section((), style="lanskap")))) as pdf:
        assert [(round(p.width), round(p.height)) for p in pdf.pages] == [(595, 842), (842, 595)]


def test_a_footer_taller_than_the_margin_takes_its_room_from_the_text(style: Style) -> None:
    data = written(style, Section(many(80), footer=many(12)))
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages[:-1]:
            tagged = page.filter(lambda one: one.get("tag") == "Artifact").extract_words()
            body = page.filter(lambda one: one.get("tag") != "Artifact").extract_words()
            top = min(word["top"] for word in tagged)
            assert max(word["bottom"] for word in body) < top
            assert max(word["bottom"] for word in tagged) < page.height


def test_headings_are_bookmarks_even_where_levels_are_skipped(style: Style) -> None:
    headings = [Heading(level, (Run(f"J{level}"),)) for level in (2, 1, 3, 2)]
    document = pypdfium2.PdfDocument(written(style, Section(tuple(headings))))
    outline = [(item.level, item.get_title()) for item in document.get_toc()]
    assert outline == [(0, "J2"), (0, "J1"), (1, "J3"), (1, "J2")]


def test_the_file_says_what_it_is_and_embeds_every_font(style: Style) -> None:
    data = written(style, Section(many(2)))
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_dict()["Title"] == "Judul Berkas"
    assert document.get_metadata_dict()["Author"] == "Kementerian"
    with pikepdf.open(BytesIO(data)) as file:
        assert file.Root.Lang == "id-ID"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        written_out = b"".join(one.unparse(resolved=True) for one in file.objects)
    assert b"Helvetica" not in written_out


def test_the_same_document_gives_the_same_bytes_whatever_was_written_before(style: Style) -> None:
    one, other = Section(many(3)), Section((text("é – “kutip”"), *many(90)))
    first = written(style, one)
    between = written(style, other)
    assert written(style, one) == first
    assert written(style, other) == between


def test_lists_count_from_their_own_start_and_nest(style: Style) -> None:
    inner = List(tuple(ListItem((text(f"i{n}"),)) for n in range(2)), Marker.ALPHA)
    outer = List((ListItem((text("a1"), inner)), ListItem((text("a2"),))), Marker.DECIMAL, start=3)
    bullet = List((ListItem((text("b"),)),), Marker.BULLET)
    (page,) = page_texts(written(style, Section((outer, outer, bullet))))
    assert page.split() == [*["3.", "a1", "a.", "i0", "b.", "i1", "4.", "a2"] * 2, "•", "b"]


def test_letters_go_on_after_z() -> None:
    assert [letters_of(n) for n in (1, 26, 27, 52, 53, 702, 703)] == [
        "a", "z", "aa", "az", "ba", "zz", "aaa",
    ]  # fmt: skip


def chart(minimum: str, maximum: str, *values: str | None) -> Chart:
    from decimal import Decimal

    numbers = tuple(Decimal(value) if value is not None else None for value in values)
    names = tuple(f"K{number}" for number in range(len(values)))
    return Chart("T", names, (Series("S", numbers),), Decimal(minimum), Decimal(maximum), "alt")


CHARTS = {
    "missing and plain values": (("0", "4", "3.456", None), {"3,46"}),
    "values beyond the axis": (("0", "4", "9", "-3"), {"9,00", "-3,00"}),
    "one category": (("0", "10", "5"), {"5,00"}),
    "eight categories": (("0", "4", *"12341234"), {"1,00", "4,00"}),
    "an axis without extent": (("4", "4", "4"), {"4,00"}),
    "negative values": (("-5", "5", "-2.5", "2.5"), {"-2,50", "2,50"}),
}


@pytest.mark.parametrize("case", CHARTS)
def test_a_chart_says_its_values(case: str, style: Style) -> None:
    (minimum, maximum, *values), said = CHARTS[case]
    (page,) = page_texts(written(style, Section((chart(minimum, maximum, *values),))))
    assert said <= set(page.split())


@pytest.mark.parametrize(
    ("minimum", "maximum", "expected"),
    [("0", "4", "0 0.5 1 1.5 2 2.5 3 3.5 4"), ("0", "10", "0 2 4 6 8 10"), ("1", "1", "1")],
)
def test_the_grid_has_round_steps(minimum: str, maximum: str, expected: str) -> None:
    from decimal import Decimal

    assert ticks(Decimal(minimum), Decimal(maximum)) == [Decimal(one) for one in expected.split()]


def test_a_picture_is_drawn_at_its_width(style: Style) -> None:
    data = BytesIO()
    Picture.new("RGB", (40, 20), "red").save(data, "PNG")
    section = Section((Image("logo.png", data.getvalue(), 50, "Logo"),))
    with pdfplumber.open(BytesIO(written(style, section))) as pdf:
        (image,) = pdf.pages[0].images
    assert round(image["width"] / 72 * 25.4) == 50
    assert round(image["height"] / 72 * 25.4) == 25


def test_a_picture_that_cannot_be_read_is_named(style: Style) -> None:
    with pytest.raises(ValueError, match=r"logo\.png"):
        written(style, Section((Image("logo.png", b"tidak", 50, ""),)))


def test_a_block_that_the_writer_does_not_know_is_refused(style: Style) -> None:
    with pytest.raises(TypeError, match="str"):
        written(style, Section(("bukan blok",)))  # type: ignore[arg-type]


def test_an_empty_document_has_one_page(style: Style) -> None:
    assert len(page_texts(written(style))) == 1
