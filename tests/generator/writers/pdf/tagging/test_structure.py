"""Blocks of every shape are heard whole, in order, and nothing is drawn outside of a mark."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image as Picture

from generator.document.blocks import (
    Attachment,
    Block,
    Document,
    Image,
    List,
    ListItem,
    Marker,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from generator.document.style import Style
from generator.writers.pdf import write_pdf
from tests import first_judge, reading_structure
from tests.generator.writers.pdf.read_back import FOOTER, cell, fillers, paragraph, words

_PARTS = st.builds(
    Run,
    st.text("ab cé😀\u200b\x01\u00a0", min_size=1, max_size=30),
    em=st.booleans(),
    strong=st.booleans(),
)
_PARAGRAPHS = st.builds(Paragraph, st.lists(_PARTS, max_size=6).map(tuple))
_LISTS = st.recursive(
    _PARAGRAPHS,
    lambda inner: st.builds(
        List,
        st.lists(st.lists(inner, max_size=3).map(tuple).map(ListItem), max_size=4).map(tuple),
        st.sampled_from(list(Marker)),
    ),
    max_leaves=8,
)
_TABLES = st.integers(1, 60).flatmap(
    lambda rows: st.builds(
        lambda span, text: Table(
            (1, 2, 1),
            (Row((cell("kepala", colspan=2), cell("nilai"))),),
            (
                Row((cell("label", rowspan=min(span, rows)), cell(text), cell("1"))),
                *(
                    Row((cell(text), cell(str(at))))
                    if at < min(span, rows)
                    else Row((cell(""), cell(text), cell(str(at))))
                    for at in range(1, rows)
                ),
            ),
        ),
        st.integers(1, 60),
        st.sampled_from(["", "pendek", "kata " * 30]),
    )
)
quick = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def made(folder: Path, style: Style, *blocks: Block, stamp: str = "", **more: object) -> Path:
    path = folder / "berkas.pdf"
    document = Document("Judul", "id-ID", (Section(blocks, footer=FOOTER),), stamp=stamp, **more)  # type: ignore[arg-type]
    with path.open("wb") as target:
        write_pdf(document, style, target)
    return path


@quick
@given(st.lists(_LISTS | _TABLES, max_size=4).map(tuple))
def test_whatever_is_drawn_is_marked_and_passes_as_archived(
    style: Style, tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Block, ...]
) -> None:
    path = made(tmp_path_factory.mktemp("berkas"), style, *drawn, stamp="KONSEP")
    assert reading_structure.unmarked(path) == []
    assert reading_structure.tree(path).tag == "Document"
    assert first_judge.faults(path) == []


@quick
@given(_PARAGRAPHS)
def test_a_paragraph_is_heard_letter_by_letter_in_its_languages(
    style: Style, tmp_path_factory: pytest.TempPathFactory, drawn: Paragraph
) -> None:
    heard = reading_structure.tree(made(tmp_path_factory.mktemp("berkas"), style, drawn))
    runs = [part for part in drawn.content if isinstance(part, Run)]
    assert squeezed(heard.text()) == shown("".join(run.text for run in runs))
    foreign = shown("".join(run.text for run in runs if run.em))
    assert squeezed("".join(one.text() for one in heard.find("Span"))) == foreign


def shown(text: str) -> str:
    """Give a text as it is printed, without blanks."""
    return squeezed(re.sub("[😀\x01]", "□", text.replace("\u200b", "")))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("strong", [False, True], ids=["plain", "mixed"])
def test_lines_end_with_a_blank_between_words_and_none_within_one(
    strong: bool, style: Style, tmp_path: Path
) -> None:
    text = f"{words(90)} {'panjang' * 40} {words(1200, 'lain')}"
    content = (Run("awal ", strong), Run(text), Run(" asing sekali", em=True))
    heard = reading_structure.tree(made(tmp_path, style, Paragraph(content)))
    assert heard.text().split() == f"awal {text} asing sekali".split()


def test_a_row_broken_over_pages_is_one_row_and_a_repeated_label_is_heard_once(
    style: Style, tmp_path: Path
) -> None:
    rows = (
        Row((cell("label", rowspan=81), cell(words(3000)))),
        *(Row((cell(f"baris{number}"),)) for number in range(80)),
    )
    head = (Row((cell("kepala"), cell("isi"))),)
    path = made(tmp_path, style, *fillers(5), Table((1, 4), head, rows))
    heard = reading_structure.tree(path)
    assert len(list(heard.find("TR"))) == 82
    assert [one.text() for one in heard.find("TH")] == ["kepala", "isi"]
    said = [one.text() for one in heard.find("TD")]
    assert said[0] == "label"
    assert said[1].split() == words(3000).split()
    assert said[2:] == [f"baris{number}" for number in range(80)]
    (label, *_others) = heard.find("TD")
    assert label.attributes["RowSpan"] == 81
    with pikepdf.open(path) as file:
        assert len(file.pages) > 5


def test_lists_have_labels_and_bodies(style: Style, tmp_path: Path) -> None:
    inner = List((ListItem((paragraph("b"),)),), Marker.ALPHA)
    outer = List((ListItem((paragraph("a"), inner)), ListItem((paragraph("c"),))), Marker.DECIMAL)
    heard = reading_structure.tree(made(tmp_path, style, outer))
    assert [one.text() for one in heard.find("Lbl")] == ["1.", "a.", "2."]
    assert [one.text() for one in heard.find("LBody")] == ["aa.b", "b", "c"]
    numbering = [str(one.attributes["ListNumbering"]) for one in heard.find("L")]
    assert numbering == ["/Decimal", "/LowerAlpha"]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "I;16"])
@pytest.mark.parametrize("alternative", ["", "lambang"])
def test_pictures_of_every_kind_are_archived(
    mode: str, alternative: str, style: Style, tmp_path: Path
) -> None:
    target = BytesIO()
    Picture.new(mode, (9, 9)).save(target, "JPEG" if mode == "CMYK" else "PNG")
    path = made(tmp_path, style, Image("a", target.getvalue(), 20, alternative), *fillers(1))
    assert first_judge.faults(path) == []
    assert reading_structure.unmarked(path) == []
    figures = reading_structure.tree(path).find("Figure")
    assert [one.alternative for one in figures] == ([alternative] if alternative else [])


def test_attachments_have_whatever_name_and_many_of_them(style: Style, tmp_path: Path) -> None:
    names = ["é (1).json", "b.csv", "a\\b.txt", "(.bin"]
    files = tuple(
        Attachment(one, "application/x-c+d", one.encode() * 99, f"isi {one}") for one in names
    )
    path = made(tmp_path, style, attachments=files, date=date(2024, 2, 29))
    assert first_judge.faults(path) == []
    with pikepdf.open(path) as file:
        read = {name: one.get_file().read_bytes() for name, one in file.attachments.items()}
        assert {str(one.UF) for one in file.Root.AF} == set(names)
    assert read == {one: one.encode() * 99 for one in names}


@pytest.mark.parametrize("title", ["", "Judul (\\ ]]> <x> & “é” 😀", "a\x00b\x1fc", "x" * 5000])
def test_any_title_is_said_alike_twice(title: str, style: Style, tmp_path: Path) -> None:
    path = tmp_path / "judul.pdf"
    with path.open("wb") as target:
        write_pdf(Document(title, "id-ID", (), author=title), style, target)
    assert first_judge.faults(path) == []
