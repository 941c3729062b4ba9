"""Questions put together: gaps told, averages kept, doubtful scores named."""

from decimal import Decimal

import pytest

from evaluation.record import Flag, RecordedDimension
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts.assembly import dimensions_of
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Piece, What
from extractors.reports.tables.tables import Contents, Table
from tests.extractors.reports.writing import lines, piece, table

HEADS = ((Meaning.NUMBER, "No"), (Meaning.TEXT, "Pertanyaan"), (Meaning.SCORE, "Nilai"))


def asked(number: int, score: str = "3") -> Piece:
    return piece(
        {0: str(number), 1: f"Pertanyaan {number}?", 2: score}, What.ROW, number, 100 + 20 * number
    )


def questions(*pieces: Piece, title: str = "Layanan") -> Table:
    return table(Kind.QUESTIONS, HEADS, *pieces, title=lines(title))


def read(*tables: Table) -> tuple[tuple[RecordedDimension, ...], list[Flag]]:
    return dimensions_of(Contents(list(tables)), "a.pdf", frozenset())


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([1, 2, 3], [1, 2, 3]),
        ([1, 3], [1, 2, 3]),
        ([1, 5], [1, 2, 3, 4, 5]),
        ([1, 2, 1, 2], [1, 2, 1, 2]),
        ([1, 62], list(range(1, 63))),
    ],
)
def test_numbers_left_out_become_questions_without_a_score(
    numbers: list[int], found: list[int]
) -> None:
    dimensions, flags = read(questions(*map(asked, numbers)))
    items = [item for one in dimensions for item in one.items]
    assert [item.number for item in items] == found
    missing = [item.number for item in items if item.score is None]
    assert missing == [number for number in found if number not in numbers]
    assert [(f.rule, f.number) for f in flags] == [("question-missing", n) for n in missing]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([2, 3], ["question-missing: questions 1 to 1 were not found."]),
        ([9, 10], ["question-missing: questions 1 to 8 were not found."]),
        ([1, 63], ["question-missing: questions 2 to 62 were not found."]),
        ([1, 101, 102, 201], []),
        ([101, 102, 203], ["question-missing: questions 103 to 202 were not found."]),
        ([1, 2, 3], []),
    ],
)
def test_numbers_before_the_first_and_many_at_a_time_are_told_at_once(
    numbers: list[int], told: list[str]
) -> None:
    dimensions, flags = read(questions(*map(asked, numbers)))
    assert [item.number for one in dimensions for item in one.items] == numbers
    assert [f"{flag.rule}: {flag.message}" for flag in flags] == told


def test_a_dimension_that_begins_late_where_all_count_anew_lacks_its_first_questions() -> None:
    averaged = piece({1: "Rata-rata", 2: "3"}, What.AVERAGE)
    tables = (questions(*map(asked, numbers), averaged) for numbers in ([1, 2], [2, 3], [1, 2]))
    dimensions, _flags = read(*tables)
    assert [[item.number for item in one.items] for one in dimensions] == [
        [1, 2],
        [1, 2, 3],
        [1, 2],
    ]
    assert [item.score for item in dimensions[1].items] == [None, Decimal(3), Decimal(3)]


@pytest.mark.parametrize(
    ("printed", "score", "rule", "message"),
    [
        ("3,6", Decimal("3.6"), None, None),
        ("-", None, "score-blank", "question 2 has no score."),
        ("", None, "score-blank", "question 2 has no score."),
        ("3.G", None, "score-unreadable", "question 2: “3.G” is no score."),
        ("3 4", None, "score-unreadable", "question 2: “3 4” is no score."),
    ],
)
def test_a_score_that_is_blank_or_no_number_is_told(
    printed: str, score: Decimal | None, rule: str | None, message: str | None
) -> None:
    (dimension,), flags = read(questions(asked(1), asked(2, printed), asked(3)))
    item = dimension.items[1]
    assert (item.score, item.printed, str(item.flag)) == (score, printed, str(message))
    assert [(f.rule, str(f.message), f.number, f.dimension) for f in flags] == (
        [(rule, message, 2, dimension.name)] if rule else []
    )
    assert all(flag.source == item.source for flag in flags)
