"""Elements become blocks; what no block can hold is refused with its place."""

from decimal import Decimal

import pytest

from evaluation.errors import WrongTemplateError
from generator.document.blocks import (
    Block,
    Cell,
    Chart,
    Heading,
    LineBreak,
    List,
    Marker,
    PageCount,
    PageNumber,
    Paragraph,
    Role,
    Row,
    Run,
    Scope,
    Section,
    Table,
)
from generator.document.style import Style
from generator.templating.building import Builder
from generator.templating.markup import parse_elements


def _picture(name: str) -> bytes:
    if name != "logo.png":
        raise WrongTemplateError(f"the pack has no picture “{name}”.")
    return b"PNG"


def section(markup: str, style: Style) -> Section:
    builder = Builder(style, _picture)
    root = parse_elements(f"<document><section>{markup}</section></document>", "a.xml")
    return builder.document(root, "id-ID").sections[0]


def only(markup: str, style: Style) -> Block:
    (block,) = section(markup, style).blocks
    return block


def test_blanks_fold_as_in_html_and_none_stay_at_the_ends_or_beside_a_break(style: Style) -> None:
    block = only("<p>  a \n\t b<strong> c </strong> d <br/> e </p>", style)
    assert block == Paragraph(
        (Run("a b"), Run(" c ", strong=True), Run("d"), LineBreak(), Run("e"))
    )


def test_a_hard_blank_is_kept(style: Style) -> None:
    assert only("<p>a\u00a0\u00a0b</p>", style) == Paragraph((Run("a\u00a0\u00a0b"),))


def test_emphasis_nests(style: Style) -> None:
    block = only("<p><strong>a<em>b</em></strong></p>", style)
    assert block == Paragraph((Run("a", strong=True), Run("b", strong=True, em=True)))


def test_blanks_around_page_fields_stay(style: Style) -> None:
    block = only("<p>Halaman <page/> dari <pages/></p>", style)
    assert block == Paragraph((Run("Halaman "), PageNumber(), Run(" dari "), PageCount()))


def test_a_heading_has_its_level(style: Style) -> None:
    assert only("<h2>Judul</h2>", style) == Heading(2, (Run("Judul"),))


def test_text_in_an_item_becomes_a_paragraph_before_the_list_under_it(style: Style) -> None:
    block = only('<ol start="3"><li>satu <em>x</em><ol type="a"><li>dua</li></ol></li></ol>', style)
    assert isinstance(block, List)
    assert (block.marker, block.start) == (Marker.DECIMAL, 3)
    paragraph, inner = block.items[0].blocks
    assert paragraph == Paragraph((Run("satu "), Run("x", em=True)), "butir")
    assert isinstance(inner, List)
    assert inner.marker is Marker.ALPHA


def test_a_table_keeps_header_spans_and_numeric_cells(style: Style) -> None:
    block = only(
        '<table><col width="1"/><col width="3"/><thead><tr><th colspan="2">K</th></tr></thead>'
        '<tr><td rowspan="2">a</td><td type="number">1</td></tr><tr><td>b</td></tr></table>',
        style,
    )
    assert isinstance(block, Table)
    assert block.columns == (1.0, 3.0)
    assert block.header[0].cells[0].colspan == 2
    assert block.rows[0].cells == (
        Cell((Paragraph((Run("a"),)),), rowspan=2),
        Cell((Paragraph((Run("1"),)),), numeric=True),
    )


def test_a_chart_keeps_missing_values_as_none(style: Style) -> None:
    block = only(
        '<chart title="T" min="0" max="4" alt="a  b"><series name="2023">'
        '<value of="X">3.45</value><value of="Y"/></series></chart>',
        style,
    )
    assert isinstance(block, Chart)
    assert (block.minimum, block.maximum, block.alternative) == (0, 4, "a b")
    assert block.categories == ("X", "Y")
    assert block.series[0].values == (Decimal("3.45"), None)


def test_header_and_footer_stand_apart_from_the_body(style: Style) -> None:
    made = section("<footer><p>kaki</p></footer><header><p>kepala</p></header><p>isi</p>", style)
    assert [made.header, made.footer, made.blocks] == [
        (Paragraph((Run(text),)),) for text in ("kepala", "kaki", "isi")
    ]


REFUSED = {
    "a class that the style lacks": ('<p class="butr">x</p>', "no class “butr” for <p>. Did you"),
    "a span that is no number": (
        '<table><tr><td rowspan="dua">x</td></tr></table>',
        'rowspan="dua" is not allowed on <td>',
    ),
    "a span without end": ('<table><tr><td colspan="9999999">x</td></tr></table>', "colspan"),
    "a row that is too short": (
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        "row 2 of the table fills 1 of 2 columns",
    ),
    "a span that leaves the table": ('<table><tr><td rowspan="2">a</td></tr></table>', "row 1"),
    "a list type that is not known": ('<ol type="I"><li>x</li></ol>', "Allowed: 1, a"),
    "a picture that the pack lacks": ('<img src="../../etc/passwd"/>', "has no picture"),
    "a picture of no width": ('<img src="logo.png" width="0"/>', "Allowed: 0–2000"),
    "a picture of less than no width": ('<img src="logo.png" width="-5"/>', "Allowed: 0–2000"),
    "a picture of endless width": ('<img src="logo.png" width="inf"/>', "Allowed: a number"),
    "a column of no width": ('<table><col width="0"/><tr><td>a</td></tr></table>', "on <col>"),
    "a column of a width that is none": (
        '<table><col width="nan"/><tr><td>a</td></tr></table>',
        "Allowed: a number",
    ),
    "a chart whose axis has no length": (
        '<chart min="1" max="1"><series name="a"><value of="X">1</value></series></chart>',
        "Allowed: > 1",
    ),
    "a table that Word cannot show": (
        "<table><tr>" + "<td>x</td>" * 64 + "</tr></table>",
        "has 64 columns; Word shows at most 63",
    ),
    "a chart value that is no number": (
        '<chart><series name="a"><value of="X">NaN</value></series></chart>',
        "“NaN” is no number",
    ),
    "series of different categories": (
        '<chart><series name="a"><value of="X"/></series><series name="b"><value of="Y"/></series>'
        "</chart>",
        "the same categories",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_building_refuses(case: str, style: Style) -> None:
    markup, message = REFUSED[case]
    with pytest.raises(WrongTemplateError) as caught:
        section(markup, style)
    assert message in str(caught.value)


def table(markup: str, style: Style) -> Table:
    block = only(markup, style)
    assert isinstance(block, Table)
    return block


def scopes(rows: tuple[Row, ...]) -> list[list[Scope | None]]:
    return [[cell.scope for cell in row.cells] for row in rows]


def test_a_head_in_a_body_row_heads_its_row_and_its_own_head_both_ways(style: Style) -> None:
    made = table(
        "<table caption=' Nilai  kota '>"
        "<thead><tr><th>No</th><th>Kota</th><th>Nilai</th></tr></thead>"
        "<tr><td>1</td><th rowspan='2'>A</th><td>3</td></tr><tr><td>2</td><td>4</td></tr>"
        "<tr><th colspan='2'>Rata-rata</th><td>3,5</td></tr></table>",
        style,
    )
    column, both, row = Scope.COLUMN, Scope.BOTH, Scope.ROW
    assert scopes(made.header) == [[column, both, column]]
    assert scopes(made.rows) == [[None, row, None], [None, None], [row, None]]
    assert (made.caption, made.role) == ("Nilai kota", Role.TABLE)


def test_a_list_of_pairs_is_one_and_another_role_is_refused(style: Style) -> None:
    markup = "<table role='list'><tr><th type='number'>1</th><td>A</td></tr></table>"
    made = table(markup, style)
    assert (made.role, made.rows[0].cells[0].numeric) == (Role.LIST, True)
    with pytest.raises(WrongTemplateError, match="role"):
        only(markup.replace("list", "grid"), style)
