"""Text boxes and form fields are read as they are seen."""

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.pages.limits import Limits
from extractors.pages.page import Page
from extractors.pages.written.opening import open_pages

TEXT, FIELD = pikepdf.Name.FreeText, pikepdf.Name.Widget


def page(
    path: Path,
    kind: pikepdf.Name,
    said: str,
    *rect: int,
    flags: int = 4,
    limits: Limits | None = None,
) -> Page:
    """A page that prints "Nilai 1,00", with a text box or a field over a place of it."""
    canvas = Canvas(str(path), pagesize=(400, 400))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 300, "Nilai")
    canvas.drawString(200, 300, "1,00")
    canvas.save()
    key = "V" if kind == FIELD else "Contents"
    shown = {"/Type": pikepdf.Name.Annot, "/Subtype": kind, f"/{key}": said, "/F": flags}
    with pikepdf.open(path, allow_overwriting_input=True) as book:
        one = book.make_indirect(pikepdf.Dictionary({**shown, "/Rect": list(rect), "/T": "nilai"}))
        book.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([one]))
        book.pages[0].Annots = book.make_indirect(pikepdf.Array([one]))
        book.save(path)
    with open_pages(path, limits=limits or Limits()) as pages:
        return pages.page(0)


def texts(found: Page) -> list[str]:
    return [word.text for word in found.words]


@pytest.mark.parametrize("kind", [TEXT, FIELD])
def test_what_lies_over_a_word_is_read_instead_of_it(tmp_path: Path, kind: pikepdf.Name) -> None:
    found = page(tmp_path / "a.pdf", kind, "1,40", 195, 295, 240, 312)
    assert texts(found) == ["Nilai", "1,40"]
    assert [tuple(box) for box in found.overlaid] == [(195, 88, 240, 105)]
    assert 195 <= found.words[-1].box.left < found.words[-1].box.right <= 240


def test_what_lies_over_nothing_is_read_and_hides_nothing(tmp_path: Path) -> None:
    found = page(tmp_path / "a.pdf", FIELD, "3,6 baik\nsekali", 195, 195, 300, 230)
    assert texts(found) == ["Nilai", "1,00", "3,6", "baik", "sekali"]
    assert found.overlaid == ()
    assert found.words[2].box.top < found.words[4].box.top


@pytest.mark.parametrize(
    ("kind", "said", "flags"),
    [(TEXT, "1,40", 2), (TEXT, "1,40", 32), (TEXT, "", 4), (pikepdf.Name.Link, "1,40", 4)],
)
def test_hidden_and_empty_ones_and_other_kinds_are_not_read(
    tmp_path: Path, kind: pikepdf.Name, said: str, flags: int
) -> None:
    found = page(tmp_path / "a.pdf", kind, said, 195, 295, 240, 312, flags=flags)
    assert texts(found) == ["Nilai", "1,00"]
    assert found.overlaid == ()


def test_there_is_a_bound_on_what_is_read(tmp_path: Path) -> None:
    for limits in (Limits(annotations=0), Limits(annotation_letters=3)):
        found = page(tmp_path / "a.pdf", TEXT, "1,40", 195, 295, 240, 312, limits=limits)
        assert texts(found) == ["Nilai", "1,00"]
