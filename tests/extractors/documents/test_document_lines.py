"""PDF and DOCX of one report give the same words; what is no document is told."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from evaluation.errors import UnreadableInputError
from extractors.documents.texts import document_lines


def test_a_docx_gives_a_line_a_paragraph_and_a_line_a_row(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Nilai akhir: 3,08")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("No", "Nilai", "1", "3"), strict=True
    ):
        cell.text = text
    document.add_paragraph("")
    document.add_paragraph("dua\tkolom")
    path = tmp_path / "laporan.docx"
    document.save(str(path))
    assert [(line.text, line.page) for line in document_lines(path)] == [
        ("Nilai akhir: 3,08", None),
        ("No Nilai", None),
        ("1 3", None),
        ("dua kolom", None),
    ]


@pytest.mark.parametrize("content", [b"", b"teks biasa", b"PK\x03\x04rusak", b"%PDF-1.7 rusak"])
def test_what_is_no_document_is_told_with_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "apa.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableInputError, match=r"apa\.pdf"):
        document_lines(path)


def test_an_archive_without_a_document_is_told(tmp_path: Path) -> None:
    path = tmp_path / "apa.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("lain.xml", "<x/>")
    with pytest.raises(UnreadableInputError):
        document_lines(path)


def test_a_document_that_asks_for_an_entity_gets_none(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("jangan terbaca")
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'
            '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>a&x;b</w:t></w:r></w:p></w:body>'
            "</w:document>",
        )
    path = tmp_path / "apa.docx"
    path.write_bytes(target.getvalue())
    assert "jangan" not in " ".join(line.text for line in document_lines(path))
