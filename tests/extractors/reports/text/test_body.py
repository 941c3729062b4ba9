"""Pages made ready: what repeats at their edges is left out, and nothing of a table is."""

from collections.abc import Sequence

import pytest

from evaluation.sources import Box
from extractors.pages.page import Page, Ruling
from extractors.reports.text.body import sheets_of
from extractors.reports.text.lines import Line
from tests.extractors.reports.writing import line

TEXT = [line("Isi pertama", 300), line("Isi kedua", 314)]


def pages(*given: Sequence[Line], rulings: Sequence[Ruling] = ()) -> list[list[str]]:
    """The lines that are left of each page of 1000 points."""
    made = [
        Page(n, 600, 1000, tuple(word for one in lines for word in one.words), tuple(rulings))
        for n, lines in enumerate(given, 1)
    ]
    return [[one.text for one in sheet.lines] for sheet in sheets_of(made)]


def left(edge: str, top: float, count: int = 3, **how: object) -> bool:
    """Whether a line of every page is left after the reading."""
    found = pages(*([line(edge, top), *TEXT] for _page in range(count)), **how)  # type: ignore[arg-type]
    return all(edge in texts for texts in found)


@pytest.mark.parametrize(
    ("edge", "top", "stays"),
    [
        ("Kementerian Contoh", 50, False), ("Kementerian Contoh", 950, False),
        ("Laporan 2023", 50, False), ("Kementerian Contoh", 200, True),
        ("1. Apa itu", 50, True), ("1 Apa itu", 950, True), ("12) Apa itu", 50, True),
        ("1 Apa", 50, False), ("No | Pertanyaan", 50, True), ("No | Kata", 50, False),
    ],
)  # fmt: skip
def test_what_repeats_at_an_edge_is_no_text(edge: str, top: float, stays: bool) -> None:
    shown = edge.replace(" | ", " ")
    found = pages(*([line(edge, top), *TEXT] for _page in range(3)))
    assert [shown in texts for texts in found] == [stays] * 3


def test_figures_of_a_repeated_line_may_differ() -> None:
    given = [[line(f"Lampiran {n} dari 3", 950), *TEXT] for n in (1, 2, 3)]
    assert pages(*given) == [[one.text for one in TEXT]] * 3


def test_a_line_that_stands_on_one_page_alone_is_text() -> None:
    found = pages([line("Kementerian Contoh", 50), *TEXT], TEXT, TEXT)
    assert found[0][0] == "Kementerian Contoh"
    lower = pages(*([line("Kementerian Contoh", top), *TEXT] for top in (20, 50, 90)))
    assert all("Kementerian Contoh" in texts for texts in lower)


@pytest.mark.parametrize(
    "text",
    ["3", "- 3 -", "Halaman 3", "hal. 3", "Halaman 3 dari 12", "3 / 12", "| 3 |", "Page 3 of 12"],
)
def test_the_number_of_a_page_is_no_text(text: str) -> None:
    assert pages([*TEXT, line(text, 950)]) == [[one.text for one in TEXT]]
    assert pages([line(text, 50), *TEXT]) == [[one.text for one in TEXT]]
    assert pages([*TEXT, line(text, 500)])[0][-1] == text


def test_a_number_with_text_beyond_it_is_no_page_number() -> None:
    beyond = pages([*TEXT, line("3", 900), line("Catatan kaki", 950)])[0]
    assert beyond[-2:] == ["3", "Catatan kaki"]
    above = pages([line("Catatan", 20), line("3", 60), *TEXT])[0]
    assert above[:2] == ["Catatan", "3"]
    said = pages([*TEXT, line("Halaman 3", 900), line("Catatan kaki", 950)])[0]
    assert said[-1] == "Catatan kaki" and "Halaman 3" not in said


def upright(x: float, top: float = 10, bottom: float = 990) -> Ruling:
    return Ruling(Box(x, top, x + 0.5, bottom))


@pytest.mark.parametrize(
    ("rulings", "stays"),
    [
        ([upright(40), upright(500)], True), ([upright(40)], False), ([upright(500)], False),
        ([upright(60), upright(500)], False), ([upright(40), upright(60)], False),
        ([upright(40, top=55), upright(500, top=55)], False),
        ([upright(40, bottom=55), upright(500)], False),
        ([upright(40), upright(500, bottom=55)], False),
        ([upright(40), upright(500, top=55)], False),
        ([], False),
    ],
)  # fmt: skip
def test_a_line_between_upright_rulings_is_a_tables(rulings: list[Ruling], stays: bool) -> None:
    assert left("Kementerian Contoh", 50, rulings=rulings) is stays


def test_a_line_close_to_the_text_is_text() -> None:
    close = [line("Kementerian Contoh", 50), line("Isi", 64), line("Isi kedua", 78)]
    assert pages(close, close, close)[0][0] == "Kementerian Contoh"
    low = [line("Isi", 922), line("Isi kedua", 936), line("Kementerian Contoh", 950)]
    assert pages(low, low, low)[0][-1] == "Kementerian Contoh"


def test_a_sheet_has_its_pages_number_and_rulings() -> None:
    (sheet,) = sheets_of([Page(7, 600, 1000, TEXT[0].words, (upright(40),))])
    assert (sheet.number, len(sheet.rules.tall), sheet.lines[0].page) == (7, 1, 7)


SIGNED = (
    "Catatan:", "UU ITE No 11 Tahun 2008 Pasal 5 Ayat 1", "Informasi Elektronik yang sah",
    "Dokumen ini ditandatangani secara elektronik memakai sertifikat",
    "elektronik yang diterbitkan BSrE",
)  # fmt: skip


def foot(count: int, top: float = 900) -> list[Line]:
    return [line(text, top + 12 * n) for n, text in enumerate(SIGNED[-count:])]


def test_a_block_that_repeats_goes_whole() -> None:
    given = [[line(f"{'isi ' * n}", 300), *foot(5, 800)] for n in (1, 2, 3)]
    assert pages(*([*one, line("Halaman 1 dari 3", 960)] for one in given)) == [
        ["isi"], ["isi isi"], ["isi isi isi"],
    ]  # fmt: skip


def test_a_note_on_the_signature_goes_from_a_single_page_too() -> None:
    assert pages([*TEXT, *foot(5)]) == [[one.text for one in TEXT]]
    assert pages([*TEXT, *foot(2)]) == [[one.text for one in TEXT]]
    assert len(pages([*TEXT, *foot(5, 400)])[0]) == 7


def test_the_last_lines_of_text_above_a_note_stay() -> None:
    given = [*TEXT, line("Isi terakhir", 870), *foot(4)]
    assert pages(given) == [["Isi pertama", "Isi kedua", "Isi terakhir"]]
