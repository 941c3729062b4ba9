"""Words gathered into lines, lines into text."""

import pytest

from evaluation.sources import Box
from extractors.pages.page import Word
from extractors.reports.text.lines import Line, around, joined, lines_of
from tests.extractors.reports.writing import line


@pytest.mark.parametrize(
    ("texts", "known", "text"),
    [
        (["satu", "dua"], "", "satu dua"),
        (["rata-", "rata"], "", "rata-rata"),
        (["peme-", "rintah"], "pemerintah", "pemerintah"),
        (["Peme-", "rintah."], "pemerintah", "Pemerintah."),
        (["rata-", "rata"], "ratarata rata-rata", "rata-rata"),
        (["per\xad", "lu"], "", "perlu"),
        (["sa\xadtu"], "", "satu"),
        (["dan/", "atau"], "", "dan/atau"),
        (["dan /", "atau"], "", "dan / atau"),
        (["satu -", "dua"], "", "satu - dua"),
        (["-", "dua"], "", "- dua"),
        (["", "dua"], "", "dua"),
        (["a-", ""], "", "a-"),
        ([], "", ""),
    ],
)
def test_lines_of_one_text_are_joined(texts: list[str], known: str, text: str) -> None:
    assert joined(texts, frozenset(known.split())) == text


def word(text: str, left: float, top: float, height: float = 10, width: float = 10) -> Word:
    return Word(text, Box(left, top, left + width, top + height))


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ([word("b", 80, 100), word("a", 50, 100)], ["a b"]),
        ([word("a", 50, 100), word("b", 80, 104.1)], ["a b"]),
        ([word("a", 50, 100), word("b", 80, 104.3)], ["a", "b"]),
        ([word("a", 50, 120), word("b", 50, 100)], ["b", "a"]),
        ([word("a", 50, 100, 20), word("b", 80, 109)], ["a b"]),
        ([word("a", 50, 100, 30), word("b", 80, 117.5)], ["a b"]),
        ([word("a", 50, 100, 30), word("b", 80, 118.5)], ["a", "b"]),
        ([], []),
    ],
)
def test_words_side_by_side_are_a_line(words: list[Word], texts: list[str]) -> None:
    assert [one.text for one in lines_of(words, 3)] == texts
    assert all(one.page == 3 for one in lines_of(words, 3))


@pytest.mark.parametrize(
    ("gap", "parts"), [(8.5, ["a b"]), (8.6, ["a", "b"]), (-2.0, ["a b"]), (-2.1, ["a", "b"])]
)
def test_wide_blanks_and_overlaps_part_cells(gap: float, parts: list[str]) -> None:
    given = Line(1, (word("a", 50, 100), word("b", 60 + gap, 100)))
    assert [part.text for part in given.chunks()] == parts


def test_small_type_needs_four_points_at_least() -> None:
    for gap, count in ((4.0, 1), (4.1, 2)):
        given = Line(1, (word("a", 50, 100, 4), word("b", 60 + gap, 100, 4)))
        assert len(list(given.chunks())) == count


def test_a_line_has_the_measures_of_its_words() -> None:
    given = Line(1, (word("a", 50, 100), word("b", 70, 96, 16)))
    assert given.box == Box(50, 96, 80, 112)
    assert (given.middle, given.size) == (104, 16)
    assert around([Box(5, 1, 6, 9), Box(1, 5, 9, 6)]) == Box(1, 1, 9, 9)
    assert [part.text for part in line("a b | c").chunks()] == ["a b", "c"]


def test_a_line_is_bold_when_every_word_is() -> None:
    bold = Word("a", Box(1, 1, 2, 2), bold=True)
    assert Line(1, (bold, bold)).bold
    assert not Line(1, (bold, Word("b", Box(3, 1, 4, 2)))).bold
