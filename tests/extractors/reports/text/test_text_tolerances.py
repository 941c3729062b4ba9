"""Every tolerance of the text, held by what lies just inside and just outside of it."""

from collections.abc import Sequence

import pytest

from evaluation.sources import Box
from extractors.pages.page import Page, Ruling, Word
from extractors.reports.parting import covers
from extractors.reports.text import tolerances
from extractors.reports.text.body import sheets_of
from extractors.reports.text.lines import Line, lines_of
from extractors.reports.text.lists import measure, paragraphs
from extractors.reports.text.rulings import Rules, merged
from tests.extractors.reports.text.test_marks import BOUNDS as MARKS
from tests.extractors.reports.writing import line
from tests.extractors.tolerated import Bound, Bounds, names_of, unnoticed, untold


def word(left: float, top: float, height: float = 10, text: str = "kata") -> Word:
    return Word(text, Box(left, top, left + 20, top + height))


def one_line(lower: float, height: float = 10) -> bool:
    """Whether two words are one line of which the second stands lower."""
    return len(lines_of([word(50, 100, height), word(90, 100 + lower, height)], 1)) == 1


def one_cell(gap: float, height: float = 10) -> bool:
    """Whether two words are one cell that stand so far apart."""
    words = (word(50, 100, height), word(70 + gap, 100, height))
    return len(list(Line(1, words).chunks())) == 1


def left_out(
    tops: Sequence[float], *, text_at: float = 300.0, of: int = 0, height: float = 10.0
) -> bool:
    """Whether a line at these tops of the first pages, of ``of`` in all, is a header."""
    pages = []
    for number in range(1, max(of, len(tops)) + 1):
        words = [word(50, text_at, text=f"Isi{'abcdefgh'[number]}")]
        if number <= len(tops):
            words.append(word(50, tops[number - 1], height, "Kementerian"))
        pages.append(Page(number, 600, 1000, tuple(words), ()))
    kept = [one.text for sheet in sheets_of(pages) for one in sheet.lines]
    return "Kementerian" not in kept


def one_paragraph(lower: float) -> bool:
    full = "kata " * 8
    given = [line(full, 100), line(full, 114), line(full, 128 + lower)]
    return len(list(paragraphs(given))) == 1


def full_enough(room: float) -> bool:
    """Whether a line goes on although the next one's word would have had so much room."""
    long, next_one = line("kata " * 8, 100), line("kata", 128)
    right = long.box.right - 20 - room
    short = Line(1, (Word("kata", Box(50, 114, right, 124)),))
    return len(list(paragraphs([long, short, next_one]))) == 1


def measured(difference: float) -> bool:
    """Whether the gap of two lines tells the usual one that differ so much in size."""
    return measure([line("a", 100), line("a", 115, size=10 + difference)]).blank > 0


def over(by: float) -> bool:
    """Whether lines that overlap tell the usual gap."""
    return measure([line("a", 100), line("a", 110 - by)]).blank < 0


def parts(width: float) -> bool:
    drawn = [Ruling(Box(50, 100, 50 + width, 100.5))]
    return len(Rules(drawn).across(50, 250, 0, 300)) == 1


def of_block(top: float) -> bool:
    """Whether a line so far down goes with the header above it."""
    given = []
    for number in (1, 2, 3):
        shown = [line("Kementerian Contoh", 60), line("Direktorat Contoh", top),
                 line(f"{'isi ' * number}", 400)]  # fmt: skip
        given.append(Page(number, 600, 1000, tuple(w for one in shown for w in one.words)))
    return all(len(sheet.lines) == 1 for sheet in sheets_of(given))


def of_note(size: float) -> bool:
    """Whether a line of another size above a note at the foot goes with it."""
    shown = [line("Isi", 300), line("Catatan:", 949 - size, size=size),
             line("Dokumen ini ditandatangani secara elektronik", 950)]  # fmt: skip
    page = Page(1, 600, 1000, tuple(word for one in shown for word in one.words))
    return len(sheets_of([page])[0].lines) == 1


def titled(size: float = 20, again: float | None = None) -> bool:
    """Whether the second page begins a report, as its title is like that of the first."""
    pages = []
    for number, tall in ((1, size), (2, size if again is None else again)):
        shown = [line("LAPORAN", 100, size=tall), *(line("isi", 200 + 20 * n) for n in range(4))]
        pages.append(Page(number, 600, 1000, tuple(word for one in shown for word in one.words)))
    return covers(sheets_of(pages)) == [0, 1]


BOUNDS: Bounds = {
    **MARKS,
    ("HEADERS", "block"): Bound(of_block, 209, 211),
    ("HEADERS", "like_type"): Bound(of_note, 11.4, 11.6),
    ("TITLED", "larger"): Bound(titled, 12.6, 12.4),
    ("TITLED", "alike"): Bound(lambda again: titled(20, again), 19.1, 18.9),
    ("LINES", "same_line"): Bound(one_line, 4.1, 4.3),
    ("LINES", "least_height"): Bound(lambda lower: one_line(lower, 0.2), 0.41, 0.43),
    ("LINES", "cell_gap"): Bound(one_cell, 8.4, 8.6),
    ("LINES", "least_cell_gap"): Bound(lambda gap: one_cell(gap, 2), 3.9, 4.1),
    ("LINES", "overlap"): Bound(lambda by: one_cell(-by), 1.9, 2.1),
    ("HEADERS", "margin"): Bound(lambda top: left_out([top] * 3), 109, 111),
    ("HEADERS", "apart"): Bound(
        lambda gap: left_out([50] * 3, text_at=60 + gap), inside=5.6, outside=5.4
    ),
    ("HEADERS", "step"): Bound(lambda top: left_out([62.9, 62.9, top]), 68.9, 69.1),
    ("HEADERS", "repeats"): Bound(lambda pages: left_out([50] * pages, of=5), 3, 2),
    ("HEADERS", "repeats_of_few"): Bound(lambda pages: left_out([50] * pages, of=3), 2, 1),
    ("HEADERS", "few"): Bound(lambda pages: left_out([50] * 2, of=pages), 3, 4),
    ("PARAGRAPHS", "wider"): Bound(one_paragraph, 1.5, 1.7),
    ("PARAGRAPHS", "room"): Bound(full_enough, 5.9, 6.1),
    ("PARAGRAPHS", "same_type"): Bound(measured, 0.48, 0.52),
    ("PARAGRAPHS", "overlap"): Bound(over, 1.9, 2.1),
    ("RULINGS", "across"): Bound(parts, 151, 149),
    ("RULINGS", "near"): Bound(lambda by: len(merged([10, 10 + by])) == 1, 1.55, 1.65),
}


def test_every_tolerance_has_a_bound_a_unit_and_a_meaning() -> None:
    assert sorted(BOUNDS) == sorted(names_of(tolerances))
    assert untold(tolerances) == []


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_what_lies_inside_is_tolerated_and_what_lies_outside_is_not(name: tuple[str, str]) -> None:
    assert BOUNDS[name].holds()


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_a_changed_tolerance_is_noticed(name: tuple[str, str]) -> None:
    assert unnoticed(tolerances, name, BOUNDS[name]) == []
