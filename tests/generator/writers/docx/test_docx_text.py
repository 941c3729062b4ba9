"""Paragraphs, headings, pictures and what stands in headers and footers."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Document,
    Heading,
    Image,
    LineBreak,
    List,
    ListItem,
    Marker,
    PageCount,
    PageNumber,
    Paragraph,
    Run,
    Section,
)
from generator.document.style import Style
from tests.generator.writers.docx.conftest import Write, Written, xml_text


def _paragraph(text: str, style: str = "") -> Paragraph:
    return Paragraph((Run(text),), style)


def _text_of_parts(written: Written, kind: str) -> list[str]:
    names = [name for name in written.package.namelist() if name.startswith(f"word/{kind}")]
    return ["".join(written.part(name).itertext(qn("w:t"))) for name in names]


@settings(deadline=None)
@given(st.lists(st.builds(Run, xml_text(), st.booleans(), st.booleans()), max_size=4))
def test_any_text_survives_exactly_and_in_order(write: Write, runs: list[Run]) -> None:
    nodes = write(Paragraph(tuple(runs))).part("word/document.xml").iter(qn("w:t"))
    assert [node.text or "" for node in nodes] == [run.text for run in runs]


def test_a_line_break_is_words_own(write: Write) -> None:
    (paragraph,) = write(Paragraph((Run("a"), LineBreak(), Run("b")))).word.paragraphs
    assert len(paragraph._p.findall(f".//{qn('w:br')}")) == 1
    assert paragraph.text == "a\nb"


def test_a_line_that_is_broken_off_is_not_stretched(write: Write) -> None:
    compatibility = write().part("word/settings.xml").find(qn("w:compat"))
    assert compatibility is not None
    assert compatibility.find(qn("w:doNotExpandShiftReturn")) is not None


def test_strong_and_foreign_text_is_bold_and_italic(write: Write) -> None:
    (paragraph,) = write(Paragraph((Run("a", em=True), Run("b", strong=True)))).word.paragraphs
    assert [(run.italic, run.bold) for run in paragraph.runs] == [(True, None), (None, True)]


def test_foreign_words_in_italic_text_stand_upright(style: Style) -> None:
    looks = {**style.paragraphs, "miring": replace(style.text(""), italic=True)}
    section = Section((Paragraph((Run("a", em=True), Run("b")), "miring"),))
    written = Written(Document("Judul", "id-ID", (section,)), replace(style, paragraphs=looks))
    (paragraph,) = written.word.paragraphs
    assert [run.italic for run in paragraph.runs] == [False, None]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_words_own_styles_in_the_packs_looks(
    write: Write, style: Style, level: int
) -> None:
    (paragraph,) = write(Heading(level, (Run("Bab"),))).word.paragraphs
    look = paragraph.style
    assert look is not None
    assert look.name == f"Heading {level}"
    assert look.font.size == Pt(style.text(f"h{level}").size)
    assert str(look.font.color.rgb) == style.text(f"h{level}").colour.removeprefix("#")
    assert look.paragraph_format.keep_with_next


def test_a_heading_of_a_class_is_still_a_heading_and_stays_with_what_follows(
    write: Write, style: Style
) -> None:
    assert not style.text("kiri").keep_with_next
    (paragraph,) = write(Heading(2, (Run("Judul"),), "kiri")).word.paragraphs
    look = paragraph.style
    assert look is not None
    assert (look.name, look.base_style.name) == ("Heading 2 Kiri", "Heading 2")
    assert look.paragraph_format.keep_with_next


def test_a_class_has_one_readable_style(write: Write) -> None:
    word = write(_paragraph("a", "judul-tengah"), _paragraph("b", "judul-tengah")).word
    assert [one.style.name for one in word.paragraphs] == ["Judul Tengah", "Judul Tengah"]  # type: ignore[union-attr]
    assert [one.name for one in word.styles].count("Judul Tengah") == 1


def test_classes_that_word_would_confuse_have_different_styles(write: Write, style: Style) -> None:
    looks = {"kop": style.text("kop"), "Kop": style.text("kiri"), "no-list": style.text("kiri")}
    dressed = replace(style, paragraphs={**style.paragraphs, **looks})
    sections = (Section(tuple(_paragraph("x", name) for name in looks)),)
    word = Written(Document("Judul", "id-ID", sections), dressed).word
    names = [one.style.name for one in word.paragraphs]  # type: ignore[union-attr]
    assert names == ["Kop", "Kop 2", "No List 2"]


def test_a_class_named_like_a_style_of_words_own_does_not_become_it(style: Style) -> None:
    alike = {"heading-1": "h1", "list-number": "butir", "strong": "kiri"}
    looks = {**style.paragraphs, **{name: style.text(other) for name, other in alike.items()}}
    item = ListItem((_paragraph("butir"),))
    blocks = (
        *(_paragraph("x", name) for name in alike),
        Heading(1, (Run("Bab"),)),
        List((item,), Marker.DECIMAL),
    )
    dressed = replace(style, paragraphs=looks)
    word = Written(Document("Judul", "id-ID", (Section(blocks),)), dressed).word
    styles = [one.style for one in word.paragraphs]
    assert [one.builtin for one in styles] == [False, False, False, True, True]  # type: ignore[union-attr]
    assert [one.name for one in styles[3:]] == ["Heading 1", "List Number"]  # type: ignore[union-attr]
    assert len({one.name for one in styles}) == len(styles)  # type: ignore[union-attr]


def test_page_fields_are_fields_with_a_result(write: Write) -> None:
    footer = (Paragraph((PageNumber(), Run(" dari "), PageCount())),)
    root = write(_paragraph("x"), footer=footer).part("word/footer1.xml")
    kinds = [one.get(qn("w:fldCharType")) for one in root.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * 2
    instructions = [(one.text or "").strip() for one in root.iter(qn("w:instrText"))]
    assert instructions == ["PAGE", "NUMPAGES"]
    assert "".join(root.itertext(qn("w:t"))) == "1 dari 1"


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_section_without_header_or_footer_does_not_inherit_the_one_before(
    write: Write, kind: str
) -> None:
    first = replace(Section((_paragraph("a"),)), **{kind: (_paragraph("pinggir"),)})
    written = write(Document("Judul", "id-ID", (first, Section((_paragraph("b"),)))))
    assert _text_of_parts(written, kind) == ["pinggir", ""]
    linked = [getattr(one, kind).is_linked_to_previous for one in written.word.sections]
    assert linked == [False, False]


def test_a_stamp_is_in_every_header(write: Write) -> None:
    sections = (Section(()), Section((), header=(_paragraph("kepala"),)))
    written = write(Document("Judul", "id-ID", sections, stamp="KONSEP"))
    assert _text_of_parts(written, "header") == ["KONSEP", "KONSEPkepala"]


def test_each_section_begins_a_page_of_its_own_kind(write: Write, style: Style) -> None:
    written = write(Document("Judul", "id-ID", (Section(()), Section((), "lanskap"))))
    sections = written.word.sections
    assert [round(one.page_width.mm) for one in sections] == [210, 297]  # type: ignore[union-attr]
    assert [str(one.orientation) for one in sections] == ["PORTRAIT (0)", "LANDSCAPE (1)"]
    kinds = written.part("word/document.xml").iter(qn("w:type"))
    assert [one.get(qn("w:val")) for one in kinds] == ["nextPage", "nextPage"]


def test_a_section_has_the_margins_of_its_page_style(write: Write, style: Style) -> None:
    (made,) = write(Document("Judul", "id-ID", (Section((), "sampul"),))).word.sections
    sides = ("left", "right", "top", "bottom")
    margins = [getattr(made, f"{side}_margin").mm for side in sides]
    assert margins == pytest.approx([30, 20, 65, 25], abs=0.02)
    distances = (made.header_distance.mm, made.footer_distance.mm)  # type: ignore[union-attr]
    look = style.page("sampul")
    assert distances == pytest.approx((look.header_distance, look.footer_distance), abs=0.02)


@pytest.mark.parametrize("sections", [(), (Section(()),)])
def test_a_document_of_nothing_is_one_empty_page(
    write: Write, sections: tuple[Section, ...]
) -> None:
    word = write(Document("Judul", "id-ID", sections)).word
    assert [one.text for one in word.paragraphs] == [""]
    assert len(word.sections) == 1


def test_a_picture_has_its_width_and_its_words(write: Write, png: bytes) -> None:
    written = write(Image("lambang", png, 30, "Lambang daerah"))
    (shape,) = written.word.inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (30, 15)
    (said,) = written.part("word/document.xml").iter(qn("wp:docPr"))
    assert said.get("descr") == "Lambang daerah"
    (inline,) = written.part("word/document.xml").iter(qn("wp:inline"))
    assert {inline.get(f"dist{side}") for side in "TBLR"} == {"0"}


def test_a_picture_too_wide_for_the_page_is_made_to_fit(write: Write, png: bytes) -> None:
    (shape,) = write(Image("lambang", png, 500, "")).word.inline_shapes
    assert round(shape.width.mm) == 160


def test_foreign_words_are_in_their_language_and_the_rest_in_the_document_s(style: Style) -> None:
    content = (Run("tata "), Run("smart city", em=True), Run(" kelola", strong=True))
    document = Document("T", "id-ID", (Section((Paragraph(content),)),), foreign="en-GB")
    runs = Written(document, style).part("word/document.xml").iter(qn("w:r"))
    spoken = [run.find(f"{qn('w:rPr')}/{qn('w:lang')}") for run in runs]
    assert [one is not None and one.get(qn("w:val")) for one in spoken] == [False, "en-GB", False]


def test_a_picture_keeps_its_shape_whatever_its_file_says_of_dots_an_inch(write: Write) -> None:
    from io import BytesIO

    from PIL import Image as Pixels

    target = BytesIO()
    Pixels.new("RGB", (60, 20)).save(target, "PNG", dpi=(300, 72))
    (shape,) = write(Image("lambang", target.getvalue(), 30, "")).word.inline_shapes
    assert shape.width == Mm(30)
    assert abs(shape.height - Mm(10)) <= 1
