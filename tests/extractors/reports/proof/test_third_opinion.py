"""The third opinion reads one place of a page, and nothing beside it."""

from contextlib import closing
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from evaluation.sources import Box, Source
from extractors.reports.proof.third_opinion import Plumber

BOX = Box(100, 100, 120, 110)


def drawn(path: Path, *, turned: int = 0, pages: int = 1, password: str | None = None) -> Path:
    """Draw "3,6" and "Baik" side by side in ``BOX`` of each page, with the page's number below."""
    canvas = Canvas(str(path), pagesize=(400, 400), encrypt=password)
    for number in range(1, pages + 1):
        canvas.setPageRotation(turned)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(100, 292, "3,6")
        canvas.drawString(118, 292, "Baik")
        canvas.drawString(100, 250, f"{number}")
        canvas.showPage()
    canvas.save()
    return path


def read(path: Path, source: Source, password: str | None = None) -> str | None:
    with closing(Plumber(path, password)) as plumber:
        return plumber(source)


def at(box: Box | None, page: int | None = 1) -> Source:
    return Source("a.pdf", page=page, box=box)


@pytest.mark.parametrize(
    ("box", "text"),
    [
        (Box(100, 100, 140, 110), "3,6 Baik"),
        (Box(100, 100, 116, 110), "3,6"),
        (Box(118, 100, 140, 110), "Baik"),
        (Box(106, 100, 107, 110), "3,6"),
        (Box(109, 100, 110, 110), None),
        (Box(100, 104, 116, 105), "3,6"),
        (Box(100, 90, 116, 97), None),
        (Box(100, 112, 116, 120), None),
        (Box(100, 140, 116, 160), "1"),
        (Box(10, 10, 20, 20), None),
        (None, None),
    ],
)
def test_words_whose_middle_lies_in_the_place_are_read(
    tmp_path: Path, box: Box | None, text: str | None
) -> None:
    assert read(drawn(tmp_path / "a.pdf"), at(box)) == text


def test_a_place_without_a_page_or_on_one_that_is_not_there_is_none(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf")
    assert read(path, at(BOX, None)) is None
    assert read(path, at(BOX, 2)) is None


def test_each_page_is_asked_by_its_number(tmp_path: Path) -> None:
    plumber = Plumber(drawn(tmp_path / "a.pdf", pages=2))
    place = Box(100, 140, 116, 160)
    assert [plumber(at(place, page)) for page in (1, 2, 1)] == ["1", "2", "1"]
    plumber.close()
    plumber.close()
    assert plumber(at(place, 2)) == "2"  # what was read is kept


def test_a_turned_page_has_other_measures(tmp_path: Path) -> None:
    assert read(drawn(tmp_path / "a.pdf", turned=90), at(Box(0, 0, 400, 400))) is None


def test_a_locked_file_is_read_with_its_password(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", password="rahasia")
    assert read(path, at(Box(100, 100, 116, 110)), "rahasia") == "3,6"
    assert read(path, at(BOX)) is None


def test_a_closed_file_can_be_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pdfplumber

    closed = []
    real = pdfplumber.PDF.close
    monkeypatch.setattr(pdfplumber.PDF, "close", lambda pdf: (closed.append(pdf), real(pdf)))
    plumber = Plumber(drawn(tmp_path / "a.pdf"))
    plumber.close()
    plumber(at(BOX))
    assert closed == []
    plumber.close()
    assert len(closed) == 1
