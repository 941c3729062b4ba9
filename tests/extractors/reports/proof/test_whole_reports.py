"""What a document shows that it has, and was not read, is told."""

import pytest

from evaluation.sources import Box
from evaluation.vocabulary.meanings import Meaning
from extractors.pages.page import Word
from extractors.reports.proof.named import absent
from extractors.reports.proof.unread import unread_rows
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import What
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line
from tests.extractors.reports.tables.sheets import sheet, side_by_side
from tests.extractors.reports.writing import line, piece, table


def at_right(text: str, top: float) -> Word:
    return Word(text, Box(500 - 5 * len(text), top, 500, top + 10))


def weights(*rows: tuple[str, str], head: str = "Dimensi") -> list[str]:
    """The names that a table of weights has, beside the dimension "QUICK WINS"."""
    lines = [side_by_side(100, (50, head), (300, "Bobot Penilaian"))]
    lines += [
        side_by_side(120 + 20 * n, (50, name), (320, share)) for n, (name, share) in enumerate(rows)
    ]
    return [one.name for one in absent(Contents(), [sheet(lines)], ["QUICK WINS"])]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("Dampak Program", "40%"), ("Program Quick Win", "60%")], ["Dampak Program"]),
        ([("Dampak", "40%"), ("Quick Win", "60%"), ("Dampak", "40%")], ["Dampak"]),
        ([("Quick Win", "100%")], []),
        ([("Dampak", "40%"), ("Mutu", "60%")], [""]),
        ([("Dampak", "40%"), ("Quick Win", "50%")], []),
        ([("Dampak", "40%"), ("", "60%")], []),
        ([("Dampak", "40"), ("Quick Win", "60")], []),
    ],
)
def test_a_dimension_with_a_weight_and_no_table_is_named(
    rows: list[tuple[str, str]], found: list[str]
) -> None:
    assert weights(*rows) == found
    assert weights(*rows, head="Kegiatan") == []


def summary(*rows: tuple[str, str]) -> Table:
    heads = ((Meaning.DIMENSION, "Dimensi"), (Meaning.AVERAGE, "Rata-Rata"))
    return table(Kind.SUMMARY, heads, *(piece({0: a, 1: b}, What.TAIL) for a, b in rows))


def test_a_dimension_with_an_average_in_a_summary_and_no_table_is_named() -> None:
    contents = Contents([summary(("Quick Wins", "3,2"), ("Dampak", "2,8"), ("Nilai Akhir", "3"))])
    assert [one.name for one in absent(contents, [], ["QUICK WINS"])] == ["Dampak"]
    assert list(absent(contents, [], ["QUICK WINS", "DAMPAK"])) == []


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("1 Apa itu | 3,2", "2 Apa itu | 2,8", "3 Apa itu | 4"), [(1, 3)]),
        (("7. Apa itu | 3,2", "8. Apa itu | 2,8", "9. Apa itu | 4"), [(7, 9)]),
        (("1 Apa itu | 3,2", "2 Apa itu | 2,8", "3 Apa itu | kata"), []),
        (("1 Apa itu | 3,2", "2 Apa itu | 2,8", "4 Apa itu | 4"), []),
        (("1 Apa itu | 2021", "2 Apa itu | 2022", "3 Apa itu | 2023"), []),
        (("1 Apa itu | 3,2", "2 Apa itu | 2,8"), []),
    ],
)
def test_rows_in_running_text_are_told(
    texts: tuple[str, ...], found: list[tuple[int, int]]
) -> None:
    lines = []
    for place, text in enumerate(texts):
        question, value = text.split(" | ")
        words = (*line(question, 100 + 20 * place).words, at_right(value, 100 + 20 * place))
        lines.append(Line(1, words))
    told = [(one.first, one.last) for one in unread_rows(Contents(list(lines)))]
    assert told == found


def test_scores_before_the_first_row_of_a_table_are_told() -> None:
    heads = ((Meaning.TEXT, "Pertanyaan"), (Meaning.SCORE, "Nilai"))
    lost = table(Kind.QUESTIONS, heads, piece({0: "Apa itu", 1: "3,2"}, What.TAIL))
    kept = table(Kind.QUESTIONS, heads, piece({0: "Apa itu", 1: "3,2"}, What.ROW, 1))
    bare = table(Kind.QUESTIONS, heads, piece({0: "Catatan"}, What.TAIL))
    assert [one.page for one in unread_rows(Contents([lost, kept, bare]))] == [1]
