"""PDF files opened: words and rulings at their places, and files that are refused."""

from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from evaluation.errors import UnreadableInputError
from extractors.pages.limits import Limits
from extractors.pages.page import Page
from extractors.pages.refusals import DamagedFileError, LockedFileError
from extractors.pages.written.opening import open_pages


def canvas(path: Path, **settings: object) -> Canvas:
    return Canvas(str(path), pagesize=A4, invariant=1, **settings)


def only_page(path: Path, password: str | None = None) -> Page:
    with open_pages(path, password) as pages:
        assert len(pages) == 1
        return pages.page(0)


def written(path: Path, text: str = "Rata-rata nilai") -> Path:
    paper = canvas(path)
    paper.drawString(100, 700, text)
    paper.save()
    return path


def test_words_stand_at_their_places_from_the_top_left(tmp_path: Path) -> None:
    page = only_page(written(tmp_path / "a.pdf"))
    assert [word.text for word in page.words] == ["Rata-rata", "nilai"]
    assert page.words[0].box.left == pytest.approx(100, abs=1)
    assert page.words[0].box.bottom == pytest.approx(A4[1] - 700, abs=4)
    assert page.plain == "Rata-rata nilai"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_rotated_page_reads_as_it_is_seen(turn: int, tmp_path: Path) -> None:
    path = tmp_path / "turned.pdf"
    paper = canvas(path)
    width, height = A4
    moves = {90: (width, 0), 180: (width, height), 270: (0, height)}
    paper.translate(*moves[turn])
    paper.rotate(turn)
    paper.drawString(50, 400, "Nilai akhir")
    paper.line(50, 395, 200, 395)
    paper.save()
    document = pypdfium2.PdfDocument(path.read_bytes())
    document[0].set_rotation(turn)
    document.save(path)
    document.close()
    page = only_page(path)
    assert [word.text for word in page.words] == ["Nilai", "akhir"]
    seen = height if turn == 180 else width
    assert page.words[0].box.left == pytest.approx(50, abs=1)
    assert page.words[0].box.bottom == pytest.approx(seen - 400, abs=4)
    assert page.words[0].box.left < page.words[1].box.left
    assert [ruling.horizontal for ruling in page.rulings] == [True]


def test_pieces_of_a_line_are_one_ruling_and_a_filled_area_gives_its_edges(tmp_path: Path) -> None:
    path = tmp_path / "lines.pdf"
    paper = canvas(path)
    paper.line(50, 700, 150, 700)
    paper.line(150, 700, 300, 700)
    paper.rect(50, 500, 200, 30, stroke=0, fill=1)
    paper.save()
    rulings = only_page(path).rulings
    flat = [r.box for r in rulings if r.horizontal]
    assert len(flat) == 3
    assert flat[0].right - flat[0].left == pytest.approx(250)
    assert len(rulings) == 5


def test_invisible_words_and_watermarks_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "marks.pdf"
    paper = canvas(path)
    paper.saveState()
    hidden = paper.beginText(100, 600)
    hidden.setTextRenderMode(3)
    hidden.textLine("tersembunyi")
    paper.drawText(hidden)
    paper.restoreState()
    paper.drawString(100, 700, "Nilai akhir daerah")
    paper.rotate(45)
    paper.drawString(500, 100, "KONSEP")
    paper.save()
    assert [word.text for word in only_page(path).words] == ["Nilai", "akhir", "daerah"]


def test_words_of_two_cells_are_parted_at_the_ruling_between_them(tmp_path: Path) -> None:
    path = tmp_path / "glued.pdf"
    paper = canvas(path)
    paper.setFont("Helvetica", 10)
    paper.drawString(100, 700, "NomorKriteria")
    place = 100 + paper.stringWidth("Nomor", "Helvetica", 10)
    paper.line(place, 690, place, 720)
    paper.save()
    assert [word.text for word in only_page(path).words] == ["Nomor", "Kriteria"]


def test_a_locked_file_asks_for_its_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    paper = canvas(path, encrypt=StandardEncryption("rahasia", "pemilik"))
    paper.drawString(100, 700, "Isi")
    paper.save()
    with pytest.raises(LockedFileError, match="protected by a password") as fault:
        open_pages(path)
    assert "--password" in str(fault.value.remedy)
    with pytest.raises(LockedFileError, match="password is not right"):
        open_pages(path, "salah")
    assert only_page(path, "rahasia").words[0].text == "Isi"


def test_a_file_that_only_its_owner_locked_opens(tmp_path: Path) -> None:
    path = tmp_path / "owner.pdf"
    paper = canvas(path, encrypt=StandardEncryption("", "pemilik", canPrint=0, canCopy=0))
    paper.drawString(100, 700, "Isi")
    paper.save()
    assert only_page(path).words[0].text == "Isi"


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "is empty"), (b"PK\x03\x04 no pdf", "no PDF"), (b"%PDF-1.4\nnothing", "is damaged")],
)
def test_what_is_no_pdf_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableInputError, match=message):
        open_pages(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="no such file"):
        open_pages(tmp_path / "nowhere.pdf")


def test_a_file_cut_off_is_read_only_when_asked_to(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf")
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"startxref")])
    with pytest.raises(DamagedFileError, match="1 page can still be read"):
        open_pages(path)
    with open_pages(path, partial=True) as pages:
        assert pages.incomplete
        assert len(pages.page(0).words) == 2


def test_more_pages_than_are_read_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.pdf"
    paper = canvas(path)
    for _page in range(4):
        paper.drawString(100, 700, "x")
        paper.showPage()
    paper.save()
    with pytest.raises(UnreadableInputError, match="4 pages; up to 3 are read"):
        open_pages(path, limits=Limits(pages=3))


def test_a_page_of_too_many_characters_is_skipped_with_a_reason(tmp_path: Path) -> None:
    with open_pages(written(tmp_path / "a.pdf"), limits=Limits(characters=5)) as pages:
        page = pages.page(0)
    assert page.words == ()
    assert str(page.fault) == "the page holds more characters than any report."


def test_reading_ends_when_its_time_is_over(tmp_path: Path) -> None:
    with (
        open_pages(written(tmp_path / "a.pdf"), limits=Limits(seconds=-1.0)) as pages,
        pytest.raises(UnreadableInputError, match="takes too long"),
    ):
        list(pages)


def test_a_page_that_does_not_unpack_whole_is_not_read_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    drawn = FPDF()
    drawn.add_page()
    drawn.set_font("helvetica")
    drawn.multi_cell(0, text="1  Pertanyaan  3,20 " * 40)
    drawn.output(str(path))
    data = path.read_bytes()
    at = data.index(b"stream\n") + 60
    path.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
    with pytest.raises(DamagedFileError):
        open_pages(path)
    with open_pages(path, partial=True) as pages:
        assert pages.incomplete
