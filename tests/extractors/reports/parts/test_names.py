"""Lists of names: addressees and absent regions, from tables and from running text."""

import pytest

from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts.names import read_lists
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import What
from extractors.reports.tables.tables import Contents, Table
from tests.extractors.reports.writing import lines, piece, table

REGIONS = ((Meaning.NUMBER, "No"), (Meaning.REGION, "Kab/Kota"), (Meaning.CATEGORY, "Kategori"))


def listed(*parts: object) -> tuple[list[tuple[int, str]], list[tuple[int, str, str]]]:
    lists = read_lists(Contents(list(parts)), "a.pdf")  # type: ignore[arg-type]
    return (
        [(one.number, one.name) for one in lists.addressees],
        [(one.name.number, one.name.name, one.category) for one in lists.absent],
    )


def regions(*rows: tuple[int, str, str]) -> Table:
    pieces = [piece({0: f"{n}", 1: name, 2: kind}, What.ROW, n) for n, name, kind in rows]
    return table(Kind.NAMES, REGIONS, *pieces)


@pytest.mark.parametrize(
    ("above", "addressees", "absent"),
    [
        ("Daerah yang tidak hadir", [], [(1, "KAB. A", "Kecil"), (2, "KOTA B", "")]),
        ("Daftar penerima surat", [(1, "KAB. A"), (2, "KOTA B")], []),
        ("Daerah lain", [], []),
    ],
)
def test_the_words_above_a_list_tell_what_it_lists(
    above: str, addressees: list[tuple[int, str]], absent: list[tuple[int, str, str]]
) -> None:
    given = regions((1, "KAB. A", "Kecil"), (2, "KOTA B", ""))
    assert listed(*lines("Isi", above), given) == (addressees, absent)


def test_only_the_twelve_lines_above_count() -> None:
    given = regions((1, "KAB. A", ""))
    assert listed(*lines("tidak hadir", *["isi"] * 11), given)[1]
    assert not listed(*lines("tidak hadir", *["isi"] * 12), given)[1]
    assert not listed(*lines("tidak hadir"), table(Kind.OTHER, REGIONS), given)[1]


def test_a_column_of_addressees_lists_them_in_the_order_of_their_numbers() -> None:
    pieces = [
        piece({0: "2", 1: "Walikota B"}, What.ROW, 2),
        piece({0: "1", 1: "Bupati"}, What.ROW, 1),
        piece({1: "A"}, What.TAIL),
    ]
    heads = ((Meaning.NUMBER, "No"), (Meaning.ADDRESSEE, "Penerima"))
    assert listed(table(Kind.NAMES, heads, *pieces)) == ([(1, "Bupati A"), (2, "Walikota B")], [])


def test_a_cut_row_goes_on_in_both_columns() -> None:
    first = piece({0: "1", 1: "KAB.", 2: "Sangat"}, What.ROW, 1)
    lost, more = piece({1: "x"}, What.TAIL), piece({1: "A", 2: "Kecil"}, What.TAIL)
    given = table(Kind.NAMES, REGIONS, lost, first, more, piece({1: "y"}, What.AVERAGE))
    assert listed(*lines("tidak hadir"), given)[1] == [(1, "KAB. A", "Sangat Kecil")]


def test_the_place_of_a_name_is_its_cell() -> None:
    given = regions((1, "KAB. A", ""))
    (entry,) = read_lists(Contents([*lines("absen"), given]), "a.pdf").absent
    assert entry.name.source is not None
    assert entry.name.source.box == given.pieces[0].cells[1].box


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["Kepada Yth.", "1. Bupati A", "2. Walikota B"], [(1, "Bupati A"), (2, "Walikota B")]),
        (["Kepada Yth.", "1. Bupati A 3. Walikota C", "2. Walikota B 4. Gubernur D"],
         [(1, "Bupati A"), (2, "Walikota B"), (3, "Walikota C"), (4, "Gubernur D")]),
        (["Kepada Yth.", "1 Bupati A", "2 Pj. Bupati B"], [(1, "Bupati A"), (2, "Pj. Bupati B")]),
        (["Kepada Yth.", "1. Bupati A"], []),
        (["Kepada Yth.", "1. Meja A", "2. Kursi B"], []),
        (["Isi", "1. Bupati A", "2. Walikota B"], []),
        (["Kepada Yth.", "isi", "1. Bupati A", "isi", "2. Walikota B"],
         [(1, "Bupati A"), (2, "Walikota B")]),
    ],
)  # fmt: skip
def test_a_list_in_running_text(texts: list[str], names: list[tuple[int, str]]) -> None:
    assert listed(*lines(*texts)) == (names, [])


def test_a_list_in_running_text_goes_on_over_the_page_but_not_two() -> None:
    first = lines("Kepada Yth.", "1. Bupati A", "2. Walikota B")
    second = lines("3. Bupati C", page=2)
    later = lines("4. Bupati D", page=4)
    assert [n for n, _name in listed(*first, *second, *later)[0]] == [1, 2, 3]


def test_a_table_of_addressees_stands_before_running_text() -> None:
    heads = ((Meaning.NUMBER, "No"), (Meaning.ADDRESSEE, "Penerima"))
    given = table(Kind.NAMES, heads, piece({0: "1", 1: "Bupati A"}, What.ROW, 1))
    text = lines("Kepada Yth.", "1. Bupati X", "2. Walikota Y")
    assert listed(*text, given)[0] == [(1, "Bupati A")]
