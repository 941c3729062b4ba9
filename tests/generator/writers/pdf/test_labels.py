"""Labels stand where the sheet has them, and their text stays within."""

from io import BytesIO

import pdfplumber
import pytest

from generator.document.style import Style
from generator.writers.pdf.labels import COVER, SHEETS, Label, Sheet, write_labels

MM = 72 / 25.4
LONG = "Pelaksana Tugas Gubernur Kalimantan Utara selaku Ketua Forum " * 3


def drawn(style: Style, labels: list[Label], sheet: Sheet, skip: int = 0) -> list[list[dict]]:  # type: ignore[type-arg]
    target = BytesIO()
    pages = write_labels("Label", labels, sheet, skip, style.font, target)
    with pdfplumber.open(target) as pdf:
        assert len(pdf.pages) == pages
        return [page.extract_words(extra_attrs=["fontname", "size"]) for page in pdf.pages]


@pytest.mark.parametrize("name", SHEETS)
def test_each_label_stays_within_its_place(style: Style, name: str) -> None:
    sheet = SHEETS[name]
    labels = [Label((f"A{at}", LONG, "di Tempat"), 1, f"F{at} {LONG}") for at in range(sheet.room)]
    (words,) = drawn(style, labels, sheet)
    for at in range(sheet.room):
        row, column = divmod(at, sheet.columns)
        left = (sheet.left + column * sheet.across) * MM
        top = (sheet.top + row * sheet.down) * MM
        first = next(word for word in words if word["text"] == f"A{at}")
        last = next(word for word in words if word["text"] == f"F{at}")
        assert left < first["x0"] < left + 20
        assert top < first["top"] < top + 20
        assert last["bottom"] < top + sheet.height * MM
    right = sheet.left + (sheet.columns - 1) * sheet.across + sheet.width
    assert max(word["x1"] for word in words) < right * MM
    assert sheet.left * 2 + (sheet.columns - 1) * sheet.across + sheet.width == pytest.approx(
        210, abs=1
    )
    assert sheet.top * 2 + sheet.rows * sheet.down == pytest.approx(297, abs=1)


def test_places_that_were_used_stay_free_and_the_next_sheet_is_begun(style: Style) -> None:
    sheet = SHEETS["2x7"]
    labels = [Label((f"A{at}",), None, "") for at in range(14)]
    first, second = drawn(style, labels, sheet, skip=3)
    assert [word["text"] for word in first] == [f"A{at}" for at in range(11)]
    assert [word["text"] for word in second] == ["A11", "A12", "A13"]
    assert first[0]["x0"] > 105 * MM
    (full,) = drawn(style, labels, sheet)
    assert len(full) == 14


def test_the_addressee_is_bold_and_a_short_label_is_set_large(style: Style) -> None:
    label = Label(("Kepada Yth.", "Bupati Badung", "di Tempat"), 1, "001")
    (words,) = drawn(style, [label], COVER)
    assert {word["text"] for word in words if "Bold" in word["fontname"]} == {"Bupati", "Badung"}
    assert max(word["size"] for word in words) == COVER.largest
    assert next(word for word in words if word["text"] == "001")["bottom"] < 105 * MM
