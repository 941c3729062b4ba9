"""Lists: markers, levels, and numbers that begin anew."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Block,
    Document,
    List,
    ListItem,
    Marker,
    Paragraph,
    Run,
    Section,
)
from generator.document.style import Style
from tests.generator.writers.docx.conftest import Write, Written, xml_text
from tests.generator.writers.docx.references import dangling
from tests.generator.writers.docx.schema_order import misplaced

_DEEPEST = 8  # the format knows nine levels


def _paragraph(text: str, style: str = "") -> Paragraph:
    return Paragraph((Run(text),), style)


def _list(*texts: str, start: int = 1, marker: Marker = Marker.DECIMAL) -> List:
    return List(tuple(ListItem((_paragraph(text),)) for text in texts), marker, start)


def _numbering(written: Written) -> list[tuple[str, str]]:
    """Give number and level of each paragraph of the body, blank for one without."""
    found = []
    for paragraph in written.word.paragraphs:
        properties = paragraph._p.pPr
        own = None if properties is None else properties.numPr
        found.append(("", "") if own is None else (str(own.numId.val), str(own.ilvl.val)))
    return found


def _paragraphs() -> st.SearchStrategy[Block]:
    return st.builds(_paragraph, xml_text())


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.lists(inner, max_size=3).map(lambda blocks: ListItem(tuple(blocks)))
    return st.builds(
        List,
        st.lists(items, max_size=3).map(tuple),
        st.sampled_from(Marker),
        st.integers(0, 30),
        st.sampled_from(["", "asesor"]),
    )


_LISTS = _nested(st.recursive(_paragraphs(), lambda inner: _paragraphs() | _nested(inner)))


def _expected(block: Block, depth: int = 0) -> Iterator[tuple[str, int | None]]:
    """Give text and level of each paragraph that a list makes; None for one without a marker."""
    if isinstance(block, Paragraph):
        yield "".join(part.text for part in block.content if isinstance(part, Run)), None
    elif isinstance(block, List):
        for item in block.items:
            first, *rest = item.blocks or (Paragraph(()),)
            led = isinstance(first, Paragraph)
            text = next(_expected(first))[0] if led else ""
            yield text, min(depth, _DEEPEST)
            for one in rest if led else (first, *rest):
                yield from _expected(one, depth + 1)


@settings(deadline=None)
@given(_LISTS)
def test_any_lists_keep_their_texts_in_order_each_at_its_level(write: Write, block: List) -> None:
    written = write(block)
    body = written.part("word/document.xml").iter(qn("w:p"))
    texts = ["".join(node.text or "" for node in one.iter(qn("w:t"))) for one in body]
    levels = [int(level) if level else None for _number, level in _numbering(written)]
    wanted = list(_expected(block)) or [("", None)]
    assert list(zip(texts, levels, strict=True)) == wanted
    assert misplaced(written.package) == []
    assert dangling(written.package) == []


def test_deeper_lists_than_the_format_knows_share_its_last_level(write: Write) -> None:
    block = _list("terdalam")
    for depth in range(11):
        block = List((ListItem((_paragraph(str(depth)), block)),), Marker.DECIMAL)
    written = write(block)
    levels = [int(level) for _number, level in _numbering(written)]
    assert levels == [*range(_DEEPEST), *[_DEEPEST] * 4]
    lefts = [one.paragraph_format.left_indent for one in written.word.paragraphs]
    assert lefts[-1] == Pt(20 * 12)


@pytest.mark.parametrize(
    ("marker", "name"),
    [
        (Marker.DECIMAL, "List Number"),
        (Marker.ALPHA, "List Number 2"),
        (Marker.BULLET, "List Bullet"),
    ],
)
def test_items_are_of_words_own_list_styles_or_of_ones_named_after_them(
    write: Write, marker: Marker, name: str
) -> None:
    usual = _list("a", marker=marker)
    items = (ListItem((_paragraph("b", "kiri"),)),)
    word = write(usual, replace(usual, items=items), replace(usual, style="asesor")).word
    styles = [one.style for one in word.paragraphs]
    assert [one.name for one in styles] == [name, f"{name} Kiri", f"{name} Asesor"]  # type: ignore[union-attr]
    assert [one.builtin for one in styles] == [True, False, False]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("marker", "shown"),
    [
        (Marker.DECIMAL, ("decimal", ["%1)", "%2)"])),
        (Marker.ALPHA, ("lowerLetter", ["(%1)", "(%2)"])),
        (Marker.BULLET, ("bullet", ["–", "–"])),
    ],
)
def test_markers_look_as_the_list_style_says(
    style: Style, marker: Marker, shown: tuple[str, list[str]]
) -> None:
    look = replace(style.list(""), decimal="{})", alpha="({})", bullet="–")
    section = Section((_list("a", marker=marker),))
    dressed = replace(style, lists={**style.lists, "default": look})
    root = Written(Document("Judul", "id-ID", (section,)), dressed).part("word/numbering.xml")
    kinds = {one.get(qn("w:val")) for one in root.iter(qn("w:numFmt"))}
    texts = [str(one.get(qn("w:val"))) for one in root.iter(qn("w:lvlText"))]
    assert (kinds, texts[:2]) == ({shown[0]}, shown[1])


def test_each_list_counts_from_its_own_start(write: Write) -> None:
    written = write(_list("a", "b"), _list("c", start=5))
    assert _numbering(written) == [("1", "0"), ("1", "0"), ("2", "0")]
    overrides = written.part("word/numbering.xml").iter(qn("w:startOverride"))
    assert [one.get(qn("w:val")) for one in overrides] == ["1", "5"]


def test_a_nested_list_restarts_under_each_item_at_its_own_level(write: Write) -> None:
    item = ListItem((_paragraph("induk"), _list("satu", start=3)))
    written = write(List((item, item), Marker.DECIMAL))
    assert _numbering(written) == [("1", "0"), ("2", "1"), ("1", "0"), ("3", "1")]
    overrides = [
        (one.get(qn("w:ilvl")), one[0].get(qn("w:val")))
        for one in written.part("word/numbering.xml").iter(qn("w:lvlOverride"))
    ]
    assert overrides == [("0", "1"), ("1", "3"), ("1", "3")]


def test_lists_of_one_look_share_a_definition(write: Write) -> None:
    root = write(_list("a"), _list("b"), _list("c", marker=Marker.ALPHA)).part("word/numbering.xml")
    assert len(root.findall(qn("w:num"))) == 3
    assert len(root.findall(qn("w:abstractNum"))) == 2


def test_a_nested_list_stands_a_level_deeper_and_text_after_it_has_no_number(
    write: Write,
) -> None:
    inner = _list("satu", marker=Marker.ALPHA)
    item = ListItem((_paragraph("induk"), inner, _paragraph("lanjutan")))
    written = write(List((item, ListItem((_paragraph("kedua"),))), Marker.DECIMAL))
    assert _numbering(written) == [("1", "0"), ("2", "1"), ("", ""), ("1", "0")]
    lefts = [one.paragraph_format.left_indent for one in written.word.paragraphs]
    assert lefts == [Pt(20), Pt(40), Pt(20), Pt(20)]


def test_an_item_that_begins_bold_has_a_bold_marker(write: Write) -> None:
    items = tuple(ListItem((Paragraph((Run("x", strong=strong),)),)) for strong in (True, False))
    paragraphs = write(List(items, Marker.DECIMAL)).word.paragraphs
    marks = [one._p.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:b')}") for one in paragraphs]
    assert [mark is not None for mark in marks] == [True, False]
