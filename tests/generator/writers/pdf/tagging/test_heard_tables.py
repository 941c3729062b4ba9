"""Tables as one hears them: heads of rows and columns, captions, labels with their values."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.document.blocks import Cell, Role, Row, Scope, Table
from generator.document.style import Style
from tests import reading_structure
from tests.generator.writers.pdf.read_back import cell, fillers, words
from tests.generator.writers.pdf.tagging.test_structure import made

Row_ = tuple[Cell, ...]


def head(text: str, scope: Scope = Scope.ROW, **spans: int) -> Cell:
    return replace(cell(text, **spans), scope=scope)


def heard(path: Path) -> reading_structure.Node:
    assert reading_structure.unmarked(path) == []
    return reading_structure.tree(path)


def scopes(node: reading_structure.Node) -> list[tuple[str, str]]:
    return [(one.text(), str(one.attributes["Scope"])) for one in node.find("TH")]


@pytest.mark.parametrize("rows", [1, 200])
def test_heads_of_rows_are_told_from_those_of_columns_and_the_corner_is_both(
    rows: int, style: Style, tmp_path: Path
) -> None:
    header = (Row((head("wilayah", Scope.BOTH), cell("nilai"))),)
    body = tuple(Row((head(f"kota{number}"), cell("3"))) for number in range(rows))
    node = heard(made(tmp_path, style, Table((2, 1), header, body)))
    assert scopes(node) == [
        ("wilayah", "/Both"), ("nilai", "/Column"),
        *((f"kota{number}", "/Row") for number in range(rows)),
    ]  # fmt: skip
    assert len(list(node.find("TD"))) == rows


def test_a_caption_is_heard_first_in_its_table_once_and_not_printed(
    style: Style, tmp_path: Path
) -> None:
    rows = tuple(Row((cell(f"baris{number}"),)) for number in range(200))
    table = Table((1,), (Row((cell("kepala"),)),), rows, caption="Nilai “akhir” setiap kota")
    path = made(tmp_path, style, *fillers(3), table)
    (node,) = heard(path).find("Table")
    captions = list(node.find("Caption"))
    assert [one.actual for one in captions] == ["Nilai “akhir” setiap kota"]
    assert node.kids[0] is captions[0]
    assert captions[0].text().strip() == ""
    assert "akhir" not in heard(path).text()


def pairs(*rows: Row_) -> Table:
    return Table(
        (1,) * sum(one.colspan for one in rows[0]), (), tuple(map(Row, rows)), role=Role.LIST
    )


def items(node: reading_structure.Node) -> list[tuple[str, str]]:
    return [
        tuple("".join(part.text() for part in item.find(tag)) for tag in ("Lbl", "LBody"))  # type: ignore[misc]
        for item in node.find("LI")
    ]


def test_labels_and_values_are_a_list_of_pairs_with_a_blank_between_cells(
    style: Style, tmp_path: Path
) -> None:
    table = pairs(
        (head("Nomor"), cell(":"), cell("B-1"), head("Jakarta, 2 Mei")),
        (head("Hal"), cell(":"), cell(words(60)), cell("")),
    )
    node = heard(made(tmp_path, style, table))
    assert items(node) == [("Nomor", ": B-1"), ("Hal", f": {words(60)}")]
    assert list(node.find("Table", "TH", "TD")) == []
    assert [one.text() for one in node.find("P")] == ["Jakarta, 2 Mei"]
    assert node.text().endswith("Jakarta, 2 Mei")


def test_columns_of_labels_are_read_one_after_another_over_pages(
    style: Style, tmp_path: Path
) -> None:
    rows = [
        (head(f"{n}"), cell(f"kiri{n}"), head(f"{n + 150}"), cell(f"kanan{n}")) for n in range(149)
    ]
    table = pairs(*rows, (head("149"), cell("kiri149"), cell(""), cell("")))
    node = heard(made(tmp_path, style, table))
    left = [(f"{n}", f"kiri{n}") for n in range(150)]
    assert items(node) == [*left, *((f"{n + 150}", f"kanan{n}") for n in range(149))]
    assert len(list(node.find("L"))) == 1


def test_a_value_of_several_paragraphs_has_them_in_its_body(style: Style, tmp_path: Path) -> None:
    several = Cell((*cell("satu").content, *cell("dua").content))
    node = heard(made(tmp_path, style, pairs((head("Hal"), several))))
    (body,) = node.find("LBody")
    assert [one.text() for one in body.find("P")] == ["satu", "dua"]


def test_text_without_a_label_is_a_paragraph(style: Style, tmp_path: Path) -> None:
    node = heard(made(tmp_path, style, pairs((cell("awal"), cell("akhir")), (cell(""), cell("")))))
    assert node.text().split() == ["awal", "akhir"]
    assert list(node.find("L", "LI")) == []
