"""Who said what, below which heading, from lists, paragraphs and tables."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from evaluation.record import RecordedComments
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts.comment_tables import table_entries
from extractors.reports.parts.comments import read_comments, section_of
from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Body
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line
from extractors.reports.text.rulings import Rules
from tests.extractors.reports.tables.sheets import flat, tall
from tests.extractors.reports.writing import line, table

Said = tuple[str, str, str, tuple[str, ...]]


def bold(text: str, top: float = 0, left: float = 50) -> Line:
    given = line(text, top, left=left)
    return Line(1, tuple(replace(word, bold=True) for word in given.words))


def column(*texts: str) -> list[Line]:
    """Lines below one another; "*" before one makes it bold, each ">" indents it by 18.

    A blank text leaves a line's room.
    """
    made = []
    for n, text in enumerate(texts):
        if not text:
            continue
        bare = text.lstrip(">*")
        left = 50 + 18 * text.count(">")
        make = bold if "*" in text[: len(text) - len(bare)] else line
        made.append(make(bare, 100 + 14 * n, left=left))
    return made


def read(*parts: Line | Table) -> list[Said]:
    found = read_comments(Contents(list(parts)), "a.pdf", frozenset())
    return [(c.section, c.assessor, c.institution, c.points) for c in found]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Kekuatan", "Kekuatan"),
        ("KEKUATAN:", "KEKUATAN"),
        ("A. Kekuatan", "Kekuatan"),
        ("2.1 Rekomendasi", "Rekomendasi"),
        ("IV. Saran", "Saran"),
        ("Catatan Rekomendasi", "Rekomendasi"),
        ("Bagian: Kekuatan", "Kekuatan"),
        ("Rekomendasi Asesor", "Rekomendasi"),
        ("Rekomendasi dari Asesor", "Rekomendasi"),
        ("Catatan Kota", None),
        ("Kota Asesor", None),
        ("Kekuatan kota ini", None),
        ("Isi", None),
        ("Kekuatan " * 7, None),
    ],
)
def test_a_line_that_is_the_heading_of_a_section(text: str, section: str | None) -> None:
    assert section_of(line(text)) == section


def test_marked_points_of_numbered_assessors() -> None:
    given = column(
        "*Kekuatan", "*1. Dr. A, S.T., Universitas B", ">a. Baik dan", ">rapi", ">b. Cepat",
        "*2. Budi, Badan C", ">a. Murah", "*Rekomendasi", "*1. Budi, Badan C", ">a. Lanjutkan",
    )  # fmt: skip
    assert read(*given) == [
        ("Kekuatan", "Dr. A, S.T.", "Universitas B", ("Baik dan rapi", "Cepat")),
        ("Kekuatan", "Budi", "Badan C", ("Murah",)),
        ("Rekomendasi", "Budi", "Badan C", ("Lanjutkan",)),
    ]


def test_a_name_may_go_on_while_it_is_bold() -> None:
    given = column("*Kekuatan", "*Dr. A, S.T.,", ">*Universitas", ">*B", ">*C", "Baik sekali")
    (said,) = read(*given)
    assert (said[1], said[2]) == ("Dr. A, S.T.", "Universitas B")
    assert said[3] == ("C", "Baik sekali")


def test_assessors_in_bold_and_points_with_bullets() -> None:
    given = column("*Saran", "*A, Badan B", "• Satu", "• Dua", "*C, Badan D", "• Tiga")
    assert read(*given) == [
        ("Saran", "A", "Badan B", ("Satu", "Dua")),
        ("Saran", "C", "Badan D", ("Tiga",)),
    ]


@pytest.mark.parametrize("form", ["{} (Badan B): {}", "{}, Badan B: {}"])
def test_paragraphs_that_say_who_speaks(form: str) -> None:
    given = column("*Saran", form.format("Budi", "Satu dua"), "", form.format("Ani", "Tiga"))
    read_back = read(*given)
    assert [said[0] for said in read_back] == ["Saran", "Saran"]
    assert [said[3] for said in read_back] == [("Satu dua",), ("Tiga",)]
    assert [said[1] for said in read_back] == ["Budi", "Ani"]


def test_what_is_no_comment_ends_a_section() -> None:
    given = column(
        "*Kekuatan", "*1. A, Badan B", ">a. Baik", "Demikian laporan ini", "1. C, Badan D"
    )
    assert read(*given) == [("Kekuatan", "A", "Badan B", ("Baik",))]


def test_a_section_that_says_there_is_nothing_has_nothing() -> None:
    given = column("*Kekuatan", "Tidak ada catatan", "*Saran", "*1. A, Badan B", ">a. Baik")
    assert read(*given) == [("Saran", "A", "Badan B", ("Baik",))]


def questions() -> Table:
    return table(Kind.QUESTIONS, [(Meaning.TEXT, "Pertanyaan"), (Meaning.SCORE, "Nilai")])


def test_before_the_questions_a_heading_is_followed_by_a_person() -> None:
    prose = column("Kekuatan", "adalah isi dari laporan ini")
    assert read(*prose, questions()) == []
    plain = column("Kekuatan", "1. A, Badan B", ">a. Baik")
    assert read(*plain, questions()) == [("Kekuatan", "A", "Badan B", ("Baik",))]
    assert read(questions(), *column("Kekuatan.", "1. A, Badan B", ">a. Baik")) == []


def test_a_heading_that_no_label_knows_is_set_apart_and_followed_by_a_person() -> None:
    given = column("*Prakarsa Kota", "1. A, Badan B", ">a. Baik")
    assert read(questions(), *given) == [("Prakarsa Kota", "A", "Badan B", ("Baik",))]
    assert read(*given) == []
    for text in ("Prakarsa Kota", "*Prakarsa, Kota", "*Prakarsa 2", "*1. Prakarsa",
                 "*satu dua tiga empat lima enam tujuh delapan"):  # fmt: skip
        assert read(questions(), *column(text, "1. A, Badan B", ">a. Baik")) == []
    assert read(questions(), *column("*Prakarsa Kota", "isi saja")) == []


def test_the_place_of_an_entry_holds_all_its_lines() -> None:
    given = column("*Kekuatan", "*1. A, Badan B", ">a. Baik", ">b. Rapi")
    (said,) = read_comments(Contents(list(given)), "a.pdf", frozenset())
    assert said.source is not None and said.source.box is not None
    assert (said.source.page, said.source.box.top, said.source.box.bottom) == (1, 114, 152)


# Tables of comments.

HEADS = ((Meaning.SECTION, "Bagian"), (Meaning.ASSESSOR, "Asesor"), (Meaning.POINT, "Catatan"))


def commented(*rows: Sequence[str], heads: Sequence[tuple[str, str]] = HEADS) -> Table:
    """A table of comments without rulings: a row every 40 points."""
    made = table(Kind.COMMENTS, heads)
    words = [
        word
        for n, cells in enumerate(rows)
        for place, text in enumerate(cells)
        if text
        for at, own in enumerate(text.split("\n"))
        for word in line(own, 100 + 40 * n + 12 * at, left=55 + 100 * place).words
    ]
    made.bodies.append(Body(1, 90, 90 + 40 * len(rows), made.columns, tuple(words), Rules(())))
    return made


def entries(given: Table, section: str = "") -> list[Said]:
    found: list[RecordedComments] = list(table_entries(given, section, "a.pdf", frozenset()))
    return [(c.section, c.assessor, c.institution, c.points) for c in found]


def test_rows_say_section_assessor_and_points() -> None:
    given = commented(("Saran", "A, Badan", "Satu"), ("Kuat", "C, Badan", "Dua"))
    assert entries(given) == [
        ("Saran", "A", "Badan", ("Satu",)), ("Kuat", "C", "Badan", ("Dua",)),
    ]  # fmt: skip


def test_a_cell_left_blank_repeats_the_one_above() -> None:
    given = commented(("Saran", "A, Badan", "Satu"), ("", "C, Badan", "Dua"))
    assert entries(given) == [
        ("Saran", "A", "Badan", ("Satu",)), ("Saran", "C", "Badan", ("Dua",)),
    ]  # fmt: skip


def test_one_assessor_in_two_sections_says_two_things() -> None:
    given = commented(("Saran", "A, Badan", "Satu"), ("Kuat", "A, Badan", "Dua"))
    assert [said[0] for said in entries(given)] == ["Saran", "Kuat"]
    given = commented(("Saran", "A, Badan", "Satu"), ("Saran", "A, Badan", "Dua"))
    assert entries(given) == [("Saran", "A", "Badan", ("Satu", "Dua"))]


def test_an_assessor_left_blank_goes_on_in_the_next_section() -> None:
    given = commented(("Saran", "A, Badan", "Satu"), ("Kuat", "", "Dua"))
    ruled = Rules([*flat(95, 135, 175, right=360), *tall(50, 150, 250, 350, bottom=175)])
    given.bodies[0] = replace(given.bodies[0], rules=ruled)
    assert entries(given) == [
        ("Saran", "A", "Badan", ("Satu",)), ("Kuat", "A", "Badan", ("Dua",)),
    ]  # fmt: skip


def test_the_heading_above_is_the_section_where_the_table_has_none() -> None:
    given = commented(("A, Badan", "Satu"), heads=HEADS[1:])
    assert entries(given, "Kekuatan") == [("Kekuatan", "A", "Badan", ("Satu",))]
    assert read(*column("*Kekuatan"), given) == [("Kekuatan", "A", "Badan", ("Satu",))]


def test_a_column_of_institutions_stands_before_what_the_name_says() -> None:
    heads = (
        (Meaning.ASSESSOR, "Asesor"),
        (Meaning.INSTITUTION, "Instansi"),
        (Meaning.POINT, "Catatan"),
    )
    assert entries(commented(("A, ST.", "Badan", "Satu"), heads=heads)) == [
        ("", "A, ST.", "Badan", ("Satu",))
    ]


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        ("a. Satu\nb. Dua", ("Satu", "Dua")),
        ("a. Satu\nlagi\nb. Dua", ("Satu lagi", "Dua")),
        ("Satu\na. Dua", ("Satu", "Dua")),
        ("Satu dua tiga empat\nlima", ("Satu dua tiga empat lima",)),
        ("Satu\nDua tiga empat lima", ("Satu", "Dua tiga empat lima")),
    ],
)
def test_a_cell_is_parted_into_points(cell: str, points: tuple[str, ...]) -> None:
    ((_section, _name, _institution, found),) = entries(commented(("Saran", "A, Badan", cell)))
    assert found == points


def test_a_row_without_points_says_nothing() -> None:
    assert entries(commented(("Saran", "A, Badan", ""))) == []
    assert entries(commented(("", "", "Satu"))) == []


def test_what_follows_a_heading_tells_it_however_far_into_a_document() -> None:
    before = [line("Kata pengantar", 20 + 14 * n) for n in range(9)]
    said = bold("Kata Mereka", 160), line("1. Budi, Kampus", 174), line("a) Baik", 188, left=70)
    found = read(*before, table(Kind.QUESTIONS, []), *said)
    assert found == [("Kata Mereka", "Budi", "Kampus", ("Baik",))]


def centred(*, numbers: tuple[int, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Read a table without rulings whose assessors stand in the middle of their rows."""
    columns = (
        Column(40, 80, "No", Meaning.NUMBER),
        Column(80, 200, "Asesor", Meaning.ASSESSOR),
        Column(200, 500, "Catatan", Meaning.POINT),
    )
    points = ("1. Data baik", "dan lengkap", "2. Rapi", "1. Cepat", "2. Murah", "3. Aman")
    given = [line(text, 100 + 12 * n + 3 * (n > 2), left=205) for n, text in enumerate(points)]
    given += [line("Budi, Badan A", 112, left=85), line("Siti, Badan B", 151, left=85)]
    given += [line(str(n), 112 + 39 * i, left=50) for i, n in enumerate(numbers)]
    words = tuple(word for one in given for word in one.words)
    body = Body(1, 95, 200, columns, words, Rules(()))
    made = Table(Kind.COMMENTS, columns, (), False, bodies=[body])
    return [
        (one.assessor, one.institution, one.points)
        for one in table_entries(made, "Kekuatan", "a.pdf", frozenset())
    ]


def test_rows_of_a_table_begin_where_points_begin_anew() -> None:
    assert centred(numbers=(1, 2)) == [
        ("Budi", "Badan A", ("Data baik dan lengkap", "Rapi")),
        ("Siti", "Badan B", ("Cepat", "Murah", "Aman")),
    ]
    assert centred(numbers=(1, 2, 3)) != centred(numbers=(1, 2))
