"""The second reading finds the numbers of each question in the order of the text alone."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from extractors.reports.proof.second import Block, blocks


def block(ends: str = "", anywhere: str = "", before: str = "") -> Block:
    """A block of numbers, each list as one text."""
    return Block(*(tuple(map(Decimal, text.split())) for text in (ends, anywhere, before)))


@pytest.mark.parametrize(
    ("lines", "numbers", "found"),
    [
        pytest.param(
            ["1. Apa? 3,6", "2. Mana? 2"],
            [1, 2],
            {0: block("3.6", "3.6"), 1: block("2", "2", "3.6")},
            id="scores at the ends of lines",
        ),
        pytest.param(
            ["1. Apa? 3.6", "2. Mana dari 100 butir", "pada 2023?", "2"],
            [1, 2],
            {0: block("3.6", "3.6"), 1: block("2", "100 2", "3.6")},
            id="an end further down; a year is too long to be a score",
        ),
        pytest.param(
            ["3", "1. Apa?", "4", "2. Mana?"],
            [1, 2],
            {0: block("4", "4", "3"), 1: block("", "", "4")},
            id="scores before their questions",
        ),
        pytest.param(
            ["1 Apa? 3", "2 Mana? 4"],
            [1, 2],
            {0: block("3", "3", "1"), 1: block("4", "4", "3 2")},
            id="numbers without a sign",
        ),
        pytest.param(
            ["1. Apa?", "2", "2 Mana? 4"],
            [1, 2],
            {0: block("2", "2"), 1: block("4", "4", "2 2")},
            id="a number before a text begins its question, not one alone",
        ),
        pytest.param(
            ["1. Apa? 3", "3. Siapa? 4"],
            [1, 2, 3],
            {0: block("3", "3"), 2: block("4", "4", "3")},
            id="a number that is left out loses no other",
        ),
        pytest.param(
            ["1. Apa?", "\r", "3\r4", "2. Mana? 1"],
            [1, 2],
            {0: block("3 4", "3 4"), 1: block("1", "1", "3 4")},
            id="blank lines and other line ends",
        ),
        pytest.param(
            ["1) Apa? 3/4", "2: Mana? 4,5.", "3. Siapa? a4"],
            [1, 2, 3],
            {0: block("", ""), 1: block("", "4.5"), 2: block("", "")},
            id="fractions, numbers amid a line, numbers within words",
        ),
        pytest.param(
            ["2. Mana? 1", "1. Apa? 3", "2. Mana? 4", "1. Apa? 2"],
            [1, 2],
            {0: block("3", "3", "1"), 1: block("4 2", "4 1 2", "3")},
            id="the longest run in which questions and lines ascend",
        ),
        pytest.param(
            ["1. Apa? 3", "1. Mana? 4"],
            [1, 1],
            {0: block("3", "3"), 1: block("4", "4", "3")},
            id="one number for two questions takes two lines",
        ),
        pytest.param(["Apa? 3"], [1], {}, id="no number"),
        pytest.param([], [1, 2], {}, id="no line"),
        pytest.param(["1. Apa? 3"], [], {}, id="no question"),
        pytest.param(["10000. Apa? 3"], [10000], {}, id="a number too long"),
        pytest.param(["1000. Apa? 3"], [1000], {0: block("3", "3")}, id="the longest number"),
    ],
)
def test_each_question_has_the_numbers_beside_it(
    lines: Sequence[str], numbers: Sequence[int], found: dict[int, Block]
) -> None:
    assert blocks(["\n".join(lines)], numbers) == found
    assert blocks(lines, numbers) == found


def test_the_last_question_reaches_fourteen_lines_and_no_further() -> None:
    lines = ["1. Apa?", *(["kata"] * 12), "3", "4"]
    assert blocks(lines, [1]) == {0: block("3", "3")}


def test_the_first_question_looks_back_eight_lines_of_which_four_count() -> None:
    lines = ["9", "5", "6", "7", "8", "1. Apa? 3"]
    assert blocks(lines, [1]) == {0: block("3", "3", "5 6 7 8")}
    far = ["5", *(["kata"] * 4), "1. Apa? 3"]
    assert blocks(far, [1]) == {0: block("3", "3")}


def test_a_number_of_its_own_line_start_counts_as_standing_before() -> None:
    assert blocks(["3,5 1. Apa?"], [1]) == {0: block("", "3.5", "3.5")}


def test_only_the_questions_own_number_is_left_out_and_once() -> None:
    assert blocks(["3. Apa? 3 dari 3"], [3]) == {0: block("3", "3 3")}


def test_a_likely_number_stands_before_one_that_may_be_a_score() -> None:
    lines = ["1. Apa? 2", "2", "2. Mana? 4"]
    assert blocks(lines, [1, 2]) == {0: block("2 2", "2 2"), 1: block("4", "4", "2 2")}
    assert blocks(["1. Apa? 5", "2", "Mana? 4"], [1, 2]) == {
        0: block("5", "5"),
        1: block("2 4", "4", "5 2"),
    }
