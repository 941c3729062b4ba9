"""Two versions of a document: words that differ are told, lines that wrap otherwise are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.comparing.texts import TextLine, text_differences


def lines(*texts: str, page: int | None = 1) -> list[TextLine]:
    return [TextLine(text, page) for text in texts]


def test_a_text_that_wraps_otherwise_is_the_same() -> None:
    before = lines("Nilai akhir Kabupaten Badung", "adalah 3,08 dari 4")
    assert (
        text_differences(before, lines("Nilai akhir Kabupaten", "Badung adalah 3,08 dari 4")) == ()
    )


def test_a_changed_figure_is_told_with_words_around_it() -> None:
    before = lines("satu", "Nilai akhir Kabupaten Badung adalah 3,08 dari 4 yang tertinggi")
    after = lines("satu", "Nilai akhir Kabupaten Badung adalah 2,98 dari 4 yang tertinggi")
    (found,) = text_differences(before, after)
    assert (found.before, found.after, found.in_figures) == ("3,08", "2,98", True)
    assert found.lead == "Nilai akhir Kabupaten Badung adalah"
    assert found.tail == "dari 4 yang tertinggi"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [("a b c", "a c", ("b", "")), ("a c", "a b c", ("", "b")), ("a", "b", ("a", "b"))],
)
def test_words_that_one_version_lacks(before: str, after: str, told: tuple[str, str]) -> None:
    (found,) = text_differences(lines(before), lines(after))
    assert (found.before, found.after) == told
    assert not found.in_figures


def test_the_page_is_the_newer_one_s() -> None:
    before = [TextLine("a", 1), TextLine("b", 2)]
    (found,) = text_differences(before, [TextLine("a", 1), TextLine("c", 3)])
    assert found.page == 3
    (gone,) = text_differences(before, [TextLine("a", 1)])
    assert gone.page == 2


_TEXT = st.lists(st.text("abc 12", min_size=1, max_size=12), max_size=12)


@given(_TEXT, _TEXT)
def test_what_is_told_turns_one_version_into_the_other(one: list[str], other: list[str]) -> None:
    before, after = " ".join(one).split(), " ".join(other).split()
    found = text_differences(lines(*one), lines(*other))
    gone = [word for each in found for word in each.before.split()]
    come = [word for each in found for word in each.after.split()]
    rest = list(before)
    for word in gone:
        rest.remove(word)
    assert sorted(rest + come) == sorted(after)
    assert bool(found) == (before != after)
