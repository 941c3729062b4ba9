"""Every tolerance of what a report consists of, held by what lies just inside and outside of it."""

from collections.abc import Sequence

import pytest

from evaluation.record import RecordedComments
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts import tolerances
from extractors.reports.parts.assembly import dimensions_of
from extractors.reports.parts.comment_tables import table_entries
from extractors.reports.parts.comments import read_comments, section_of
from extractors.reports.parts.covers import region_of
from extractors.reports.parts.facts import attended
from extractors.reports.parts.letterhead import read_letter
from extractors.reports.parts.names import read_lists
from extractors.reports.parts.titles import clean_title, title_of
from extractors.reports.parts.years import year_of
from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Body
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line
from extractors.reports.text.rulings import Rules
from tests.extractors.reports.writing import line, lines, piece, table
from tests.extractors.tolerated import Bound, Bounds, names_of, unnoticed, untold

ASKED = ((Meaning.NUMBER, "No"), (Meaning.TEXT, "Pertanyaan"), (Meaning.SCORE, "Skor"))


def questions(*numbers: int) -> Table:
    rows = (piece({0: str(n), 1: "Apa", 2: "3"}, number=n) for n in numbers)
    return table(Kind.QUESTIONS, ASKED, *rows)


def filled(number: int) -> bool:
    """Whether the numbers between the first question and another became questions."""
    contents = Contents([line("Tata Kelola"), questions(1, number)])
    made, _flags = dimensions_of(contents, "a.pdf", frozenset())
    return len(made[0].items) == number


def told_missing(number: int) -> bool:
    """Whether the numbers before a late one are told as missing."""
    contents = Contents([line("Tata Kelola"), questions(number)])
    return bool(dimensions_of(contents, "a.pdf", frozenset())[1])


# Titles.


def one_name(gap: float, size: float = 12, count: int = 2) -> bool:
    given = [line("Tata", 100, size=12, bold=True)]
    for _line in range(count - 1):
        top = given[-1].box.bottom + gap
        given.append(line("Tata", top, size=size, bold=True))
    return title_of(given) == " ".join(["Tata"] * count)


# Comments.

SPOKEN = (
    Column(50, 200, "Asesor", Meaning.ASSESSOR),
    Column(200, 500, "Catatan", Meaning.POINT),
)


def told(*given: Line) -> list[RecordedComments]:
    """What a table of comments says that nothing parts."""
    words = tuple(word for one in given for word in one.words)
    body = Body(1, 90, 400, SPOKEN, words, Rules([]))
    made = Table(Kind.COMMENTS, SPOKEN, (), False, [], [body])
    return list(table_entries(made, "Kekuatan", "a.pdf", frozenset()))


def one_row(gap: float) -> bool:
    low = 110 + gap
    return len(told(
        line("Budi, Kampus", 100), line("Baik", 100, left=210),
        line("Adi, Kampus", low), line("Lanjut", low, left=210),
    )) == 1  # fmt: skip


def of_its_row(higher: float) -> bool:
    """Whether a point is an assessor's whose middle stands so far above the assessor's top."""
    found = told(
        line("Budi, Kampus", 100), line("Baik", 100, left=210),
        line("Adi, Kampus", 130), line("Lanjut", 130 - higher - 5, left=210),
    )  # fmt: skip
    return found[-1].points == ("Lanjut",)


def read(*parts: Line | Table) -> list[RecordedComments]:
    return list(read_comments(Contents(list(parts)), "a.pdf", frozenset()))


def below_questions(heading: Line) -> bool:
    """Whether a line that no label knows heads what people say."""
    people = line("1. Budi, Kampus", 140), line("a) Baik", 154, left=70)
    return bool(read(questions(1), heading, *people))


def begin_alike(by: float) -> bool:
    first, second = line("1. Budi, Kampus", 114), line("2. Adi, Kampus", 128, left=50 + by)
    return len(read(line("Kekuatan", 100), first, second)) == 2


def named_in(count: int) -> bool:
    """Whether an assessor's name has all of so many lines."""
    words = ["Budi", "Satu", "Dua", "Tiga"][:count]
    name = [line(word, 114 + 14 * n, left=50 + 18 * bool(n), bold=True)
            for n, word in enumerate(words)]  # fmt: skip
    found = read(line("Kekuatan", 100), *name, line("Sudah baik", 190, left=70))
    return found[0].assessor == " ".join(words)


def names_person(letters: int) -> bool:
    """Whether a line of so many letters makes the line above it a heading before the questions."""
    person = line("Budi, " + "K" * (letters - 6), 114)
    return bool(read(line("Kekuatan", 100), person, line("1. Baik", 128), questions(1)))


# Covers.


def wins(against: int, *given: str, known: Sequence[str] = ()) -> bool:
    """Whether "Kab. Aa" is the region beside another that is said so often within the report."""
    others = ["Kota Bb"] * against
    body = lines("Isi", *others, "Isi", *given, page=2)
    found = region_of([line("Isi"), *body], known)
    return found is not None and found.casefold() == "kab. aa"


def titled(*texts: str, size: float = 10) -> str | None:
    *first, last = texts
    return region_of([*lines(*first), line(last, 400, size=size)], [])


def absent(*texts: str) -> bool:
    return attended(lines(*texts), "KAB. CONTOH", scored=False) is False


def listed(*texts: str) -> bool:
    return bool(read_lists(Contents(list(lines(*texts))), "a.pdf").addressees)


REGIONS = ((Meaning.NUMBER, "No"), (Meaning.REGION, "Kab/Kota"))


def lists_absent(distance: int) -> bool:
    above = lines("tidak hadir", *["isi"] * (distance - 1))
    given = table(Kind.NAMES, REGIONS, piece({0: "1", 1: "KAB. A"}, number=1))
    return bool(read_lists(Contents([*above, given]), "a.pdf").absent)


BOUNDS: Bounds = {
    ("QUESTIONS", "left_out"): Bound(filled, 62, 63),
    ("QUESTIONS", "block"): Bound(lambda number: not told_missing(number), 101, 102),
    ("TITLES", "same_type"): Bound(lambda more: one_name(2, 12 + more), 0.58, 0.62),
    ("TITLES", "near"): Bound(one_name, 7.1, 7.3),
    ("TITLES", "lines"): Bound(lambda count: one_name(2, count=count), 2, 3),
    ("TITLES", "labels"): Bound(lambda n: clean_title("Dimensi " * n + "Tata") == "Tata", 3, 4),
    ("COMMENTS", "row_gap"): Bound(one_row, 4.9, 5.1),
    ("COMMENTS", "above"): Bound(of_its_row, 0.48, 0.52),
    ("COMMENTS", "heading_words"): Bound(
        lambda words: below_questions(line("Kata " * words, bold=True)), 7, 8
    ),
    ("COMMENTS", "heading_letters"): Bound(
        lambda letters: section_of(line("Rekomendasi" + "." * (letters - 11))) is not None, 60, 61
    ),
    ("COMMENTS", "larger"): Bound(
        lambda size: below_questions(line("Kata Mereka", size=size)), 10.9, 10.7
    ),
    ("COMMENTS", "indent"): Bound(begin_alike, 4.9, 5.1),
    ("COMMENTS", "name_lines"): Bound(named_in, 3, 4),
    ("COMMENTS", "name_letters"): Bound(names_person, 119, 120),
    ("COVERS", "name_words"): Bound(
        lambda words: region_of([line("KABUPATEN" + " ABAD" * (words - 1))], []) is not None, 6, 7
    ),
    ("COVERS", "tight"): Bound(
        lambda gap: region_of(
            [line("KAB. AA", size=20), line("BB", 120 + gap, size=20)], []
        ) == "KAB. AA BB", 11.9, 12.1,
    ),
    ("COVERS", "beside"): Bound(
        lambda by: region_of(
            [line("KAB. AA", size=20), line("BBBBBBBBBBBBBB", 124, size=20, left=50 + by)], []
        ) == "KAB. AA BBBBBBBBBBBBBB", 7.9, 8.1,
    ),
    ("COVERS", "rest_words"): Bound(
        lambda words: region_of(
            [line("KAB. AA", size=20), line(" ".join(["BB"] * words), 124, size=20)], []
        ) != "KAB. AA", 4, 5,
    ),
    ("COVERS", "title_words"): Bound(
        lambda words: region_of([line("TAHUN 2023" + " Kata" * words)], []) is not None, 8, 9
    ),
    ("COVERS", "title"): Bound(
        lambda size: region_of([line("TAHUN 2023", size=20), line("Contoh Raya", 130, size=size)],
                               []) is not None, 16.1, 15.9,
    ),
    ("COVERS", "title_lines"): Bound(
        lambda place: titled(*["Isi"] * (place - 2), "Tahun 2023", "Contoh Raya") is not None, 7, 8
    ),
    ("COVERS", "listed"): Bound(lambda n: wins(n, "Kab. Aa", known=["Kab. Aa"]), 6, 7),
    ("COVERS", "capitals"): Bound(lambda n: wins(n, "KAB. AA"), 2, 3),
    ("COVERS", "dated"): Bound(lambda n: wins(n, "Tahun 2023", "Kab. Aa"), 2, 3),
    ("COVERS", "broken"): Bound(
        lambda n: wins(n, "KAB. AA", "(lanjutan)", known=["Kab. Aa"]), 4, 5
    ),
    ("COVERS", "date_letters"): Bound(
        lambda ends: wins(2, f"Tahun 2023{ends}", "Kab. Aa"), " a", " ab"
    ),
    ("YEARS", "lines"): Bound(
        lambda place: year_of(lines(*["Isi"] * (place - 1), "2023")).value == 2023, 12, 13
    ),
    ("YEARS", "sentence_lines"): Bound(
        lambda place: absent("Contoh", *["isi"] * (place - 2), "tidak hadir"), 3, 4
    ),
    ("YEARS", "before"): Bound(
        lambda letters: absent("x" * (letters - 1) + " contoh tidak hadir"), 39, 40
    ),
    ("YEARS", "after"): Bound(
        lambda letters: absent("contoh " + "x" * (letters - 13) + " tidak hadir"), 90, 91
    ),
    ("LETTERS", "above"): Bound(
        lambda by: read_letter(
            lines("Jakarta, 25 November 2023", *["Isi"] * (by - 1), "Nomor : A/B/1")
        ).date is not None, 4, 5,
    ),
    ("LETTERS", "below"): Bound(
        lambda by: read_letter(
            lines("Nomor : A/B/1", *["Isi"] * (by - 1), "Jakarta, 25 November 2023")
        ).date is not None, 13, 14,
    ),
    ("LETTERS", "names"): Bound(
        lambda names: listed("Kepada Yth", *(f"{n}. Bupati A" for n in range(1, names + 1))), 2, 1
    ),
    ("LETTERS", "names_within"): Bound(
        lambda place: listed("Kepada Yth", "1. Bupati A", *["isi"] * (place - 2), "2. Bupati B"),
        11, 12,
    ),
    ("LETTERS", "label_within"): Bound(lists_absent, 12, 13),
}  # fmt: skip


def test_every_tolerance_has_a_bound_a_unit_and_a_meaning() -> None:
    assert sorted(BOUNDS) == sorted(names_of(tolerances))
    assert untold(tolerances) == []


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_what_lies_inside_is_tolerated_and_what_lies_outside_is_not(name: tuple[str, str]) -> None:
    assert BOUNDS[name].holds()


@pytest.mark.parametrize("name", BOUNDS, ids=".".join)
def test_a_changed_tolerance_is_noticed(name: tuple[str, str]) -> None:
    assert unnoticed(tolerances, name, BOUNDS[name]) == []
