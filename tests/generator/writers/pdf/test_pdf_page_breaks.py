"""Where pages break: what stays together, what is repeated, and what has to be broken."""

from io import BytesIO

import pdfplumber
import pytest

from generator.document.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Image,
    List,
    ListItem,
    Marker,
    Row,
    Run,
    Section,
    Table,
)
from generator.document.style import Style
from tests.generator.writers.pdf.read_back import (
    FOOTER,
    assert_keeps_to_its_frame,
    cell,
    content,
    fillers,
    home,
    pages,
    paragraph,
    read,
    words,
    written,
)

HEADER = (Row((cell("Kepala"), cell("Isi"))),)
HEADING = Heading(2, (Run("Judul"),))
TALL_FOOTER = tuple(paragraph(f"kaki{number}") for number in range(32))  # leaves 100 points of text


def plain_rows(count: int, name: str = "r") -> tuple[Row, ...]:
    return tuple(Row((cell(f"{name}{n}a"), cell(f"{name}{n}b"))) for n in range(count))


def one_row(text: str, style: str = "") -> Table:
    return Table((1, 1), HEADER, (Row((cell("baris"), cell(text, style=style))),))


def sentences(count: int) -> str:
    return words(count, "isi")


def test_a_spanning_label_is_repeated_only_where_its_rows_go_on(style: Style) -> None:
    group = (Row((cell("label", rowspan=90), cell("g0"))),)
    group += tuple(Row((cell(f"g{number}"),)) for number in range(1, 90))
    made = pages(style, Table((1, 2), HEADER, (*plain_rows(10), *group, *plain_rows(60, "z"))))
    assert content(made).count("label") == 1
    for number, page in enumerate(made):
        goes_on = number > home(made, "label") and any(word[0] == "g" for word in page.content)
        assert page.decoration.count("label") == goes_on


def test_a_label_taller_than_its_rows_at_a_page_s_foot_is_still_whole(style: Style) -> None:
    label = words(60, "label")
    group = (Row((cell(label, rowspan=3), cell("g0"))), Row((cell("g1"),)), Row((cell("g2"),)))
    for before in range(20, 40):
        rows = (*plain_rows(before), *group, *plain_rows(3, "z"))
        made = pages(style, Table((1, 4), HEADER, rows), footer=FOOTER)
        assert [word for word in content(made) if word.startswith("label")] == label.split()
        assert_keeps_to_its_frame(made, style)


def test_a_row_taller_than_a_page_begins_below_the_rows_before_it(style: Style) -> None:
    tall = Row((cell("tinggi"), cell(sentences(900))))
    made = pages(style, Table((1, 1), HEADER, (*plain_rows(5), tall, *plain_rows(2, "z"))))
    assert home(made, "tinggi") == home(made, "r4a") == 0
    assert [word for word in content(made) if word.startswith("isi")] == sentences(900).split()
    assert all(page.decoration == ["Kepala", "Isi"] for page in made[1:])


def test_a_row_taller_than_a_page_within_a_group_repeats_the_group_s_label(style: Style) -> None:
    group = (
        Row((cell("label", rowspan=3), cell("g0"))),
        Row((cell(sentences(1600)),)),
        Row((cell("g2"),)),
    )
    made = pages(style, Table((1, 1), HEADER, group))
    said = content(made)
    assert said == ["Kepala", "Isi", "label", "g0", *sentences(1600).split(), "g2"]
    assert all(page.decoration == ["Kepala", "Isi", "label"] for page in made[1:])


@pytest.mark.slow
def test_a_group_s_label_is_repeated_whole_beside_the_last_row_that_goes_on(style: Style) -> None:
    label = words(60, "label")
    rows = (Row((cell(label, rowspan=2), cell("g0"))), Row((cell(sentences(1600)),)))
    for before in range(24, 40, 3):
        made = pages(style, Table((1, 1), HEADER, (*plain_rows(before), *rows)), footer=FOOTER)
        said = [word for word in content(made) if word[:3] in ("lab", "isi")]
        assert said == [*label.split(), *sentences(1600).split()]
        for page in made[home(made, "label0000") + 1 :]:
            assert [word for word in page.decoration if word[:5] == "label"] == label.split()
        assert_keeps_to_its_frame(made, style)


@pytest.mark.parametrize("lines", range(1, 5))
def test_a_row_of_large_type_is_broken_even_where_a_page_holds_few_lines(
    lines: int, style: Style
) -> None:
    text = " ".join(f"{number}WWWWWWWWWWWWWWW" for number in range(lines))
    table = Table((1,), (), (Row((cell(text, style="sampul-wilayah"),)),))
    assert "".join(content(pages(style, table, footer=TALL_FOOTER))) == text.replace(" ", "")


def test_a_table_head_may_span_rows_and_is_repeated_whole(style: Style) -> None:
    header = (
        Row((cell("No", rowspan=2), cell("Nilai", colspan=2), cell("Akhir", rowspan=9))),
        Row((cell("Lalu"), cell("Kini"))),
    )
    rows = tuple(Row(tuple(cell(f"{n}{part}") for part in "abcd")) for n in range(90))
    made = pages(style, Table((1, 2, 2, 2), header, rows))
    said = ["No", "Nilai", "Akhir", "Lalu", "Kini"]
    assert content(made) == [*said, *(f"{n}{part}" for n in range(90) for part in "abcd")]
    assert all(page.decoration == said for page in made[1:])


@pytest.mark.parametrize(
    "follower",
    [
        paragraph(words(60)),
        List((ListItem((paragraph(words(60)),)),), Marker.DECIMAL),
        Table((1, 1), HEADER, plain_rows(3, "kata")),
    ],
    ids=["paragraph", "list", "table"],
)
def test_a_heading_stands_on_the_page_of_what_it_heads(follower: Block, style: Style) -> None:
    for count in range(24, 34):
        made = pages(style, *fillers(count), HEADING, follower)
        page = made[home(made, "Judul")].content
        assert any(word.startswith("kata0") for word in page), f"alone after {count}"


def test_a_heading_takes_the_table_s_head_and_first_row_with_it(style: Style) -> None:
    for count in range(20, 34):
        row = one_row(sentences(40))
        made = pages(style, *fillers(count), HEADING, row)
        homes = {home(made, word) for word in ("Judul", "Kepala", "baris", "isi0000", "isi0039")}
        assert len(homes) == 1


def test_a_heading_is_not_alone_where_the_first_row_fits_a_page_but_not_below_it(
    style: Style,
) -> None:
    for count in range(205, 245, 2):
        made = pages(style, HEADING, one_row(sentences(count), "sampul-kaki"))
        assert home(made, "Judul") == home(made, "isi0000")
        assert [word for word in content(made) if word[:3] == "isi"] == sentences(count).split()


@pytest.mark.parametrize("last", [(), (paragraph("akhir"),)], ids=["at the end", "in between"])
def test_a_chain_of_leads_stays_together(last: tuple[Block, ...], style: Style) -> None:
    names = [f"tembusan{number}" for number in range(6)]
    chain = tuple(paragraph(name, "tembusan") for name in names)
    for count in range(24, 34):
        made = pages(style, *fillers(count), *chain, *last)
        assert len({home(made, name) for name in names}) == 1


def test_a_chain_that_ends_its_section_does_not_reach_into_the_next(style: Style) -> None:
    sections = (Section((*fillers(3), HEADING)), Section((paragraph("bagian"),)))
    made = read(written(Document("T", "id-ID", sections), style))
    assert [page.content for page in made] == [
        ["alinea0", "alinea1", "alinea2", "Judul"],
        ["bagian"],
    ]


@pytest.mark.parametrize("before", [0, 10])
def test_a_lead_taller_than_a_page_goes_on(before: int, style: Style) -> None:
    lead, said = words(900), paragraph("akhir")
    made = pages(style, *fillers(before), paragraph(lead, "judul-tengah"), said, footer=FOOTER)
    assert content(made)[before:] == [*lead.split(), "akhir"]
    assert_keeps_to_its_frame(made, style)


@pytest.mark.parametrize("before", [0, 3, 25])
def test_a_heading_over_a_list_taller_than_a_page_stays_with_its_first_item(
    before: int, style: Style
) -> None:
    items = tuple(ListItem((paragraph(f"kata{number}"),)) for number in range(120))
    made = pages(style, *fillers(before), HEADING, List(items, Marker.DECIMAL), footer=FOOTER)
    assert home(made, "Judul") == home(made, "kata0")
    said = [word for number in range(120) for word in (f"{number + 1}.", f"kata{number}")]
    assert content(made)[before + 1 :] == said
    assert_keeps_to_its_frame(made, style)


def test_a_list_of_leads_taller_than_a_page_loses_nothing(style: Style) -> None:
    items = tuple(ListItem((paragraph(f"kata{number}", "asesor"),)) for number in range(150))
    made = pages(style, paragraph("awal"), List(items), footer=FOOTER)
    assert [word for word in content(made) if word != "•"] == [
        "awal",
        *(f"kata{number}" for number in range(150)),
    ]
    assert_keeps_to_its_frame(made, style)


def test_a_rule_stays_below_the_end_of_a_paragraph_that_breaks(style: Style) -> None:

    text = words(400)
    data = written(Document("T", "id-ID", (Section((paragraph(text, "kop"),)),)), style)
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert [len(page.lines) for page in pdf.pages] == [0] * (len(pdf.pages) - 1) + [1]
        assert len(pdf.pages) > 1


def test_an_empty_cell_and_a_cell_without_paragraphs_hold_their_place(style: Style) -> None:
    rows = (Row((Cell(()), cell("satu"))), Row((cell("dua"), Cell((paragraph(""),)))))
    (page,) = pages(style, Table((1, 1), (), rows))
    places = {word: page.characters[i]["x0"] for i, word in ((0, "satu"), (4, "dua"))}
    assert page.content == ["satu", "dua"]
    assert places["satu"] > page.width / 2 > places["dua"]


def test_a_picture_taller_than_a_page_is_set_smaller(style: Style, tall_picture: Image) -> None:
    made = pages(style, paragraph("awal"), tall_picture, paragraph("akhir"), footer=FOOTER)
    assert content(made) == ["awal", "akhir"]
    assert_keeps_to_its_frame(made, style)
