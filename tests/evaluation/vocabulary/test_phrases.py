"""A text held against what layouts call things."""

import pytest

from evaluation.vocabulary.layouts import Rows, layouts, meanings_of, result_of
from evaluation.vocabulary.meanings import Meaning
from evaluation.vocabulary.phrases import Phrases, key

PHRASES = Phrases(("nilai", "nilai akhir", "rata rata", "keterangan", "no"))


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Nilai", 0), ("NILAI AKHIR", 1), ("Rata-Rata", 2), ("ratarata", 2), ("Nilai (1-4)", 0),
        ("Nilai [x] 2023", 0), ("Nila1", 0), ("Nilal", 0), ("Nlai", None), ("Nilaai", 0),
        ("Nilai akir", 1), ("Nillai", 0),
        ("Mulai", None), ("Ninai2", None), ("n0", None), ("ni", None), ("Ketarangan", 3),
        ("Keteranggan", 3), ("Kaletrangan", None), ("Nilai awal", None), ("", None),
        ("Ni1ai akhlr", None),
    ],
)  # fmt: skip
def test_small_misreadings_are_the_same_phrase(text: str, rank: int | None) -> None:
    assert PHRASES.rank(text) == rank
    assert PHRASES.is_one(text) is (rank is not None)


@pytest.mark.parametrize(
    ("text", "begins", "within"),
    [
        ("Nilai akhir: 3", "nilai akhir", "nilai akhir"),
        ("Nilainya 3", None, None),
        ("Nilai", "nilai", "nilai"),
        ("Semua nilai akhir", None, "nilai akhir"),
        ("", None, None),
    ],
)
def test_phrases_at_the_beginning_and_within(
    text: str, begins: str | None, within: str | None
) -> None:
    assert PHRASES.begins(text) == begins
    assert PHRASES.within(text) == within


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Nilai (1-4)", "nilai"), ("Nilai [x]", "nilai"), ("Nilai 2023", "nilai"),
        ("Tahun 1850", "tahun 1850"), ("(2023)", "2023"), ("#", "#"), ("", ""),
    ],
)  # fmt: skip
def test_brackets_and_years_do_not_count(text: str, bare: str) -> None:
    assert key(text) == bare


@pytest.mark.parametrize(
    ("text", "amid"),
    [("Ke terangan lain", True), ("Nilainya", True), ("Lain", False), ("", False)],
)
def test_phrases_amid_letters_that_a_narrow_column_broke(text: str, amid: bool) -> None:
    assert PHRASES.amid(text) is amid


def test_a_heading_may_mean_all_that_has_its_phrase() -> None:
    assert meanings_of("Uraian")[Meaning.TEXT] == 5
    assert Meaning.POINT in meanings_of("Uraian")
    assert meanings_of("#") == {Meaning.NUMBER: 5}
    assert meanings_of("Nama " * 9) == {}
    assert meanings_of("No") == {Meaning.NUMBER: 0}


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Nilai Akhir 2024", Meaning.FINAL),
        ("Nilai Akhlr", Meaning.FINAL),
        ("Tingkat Improve ment", Meaning.CHANGE),
        ("Indeks Peningkatan", Meaning.CHANGE),
        ("Selisih dengan Nilai Akhir Tahun Lalu", Meaning.CHANGE),
        ("Rata-rata", Meaning.AVERAGE),
        ("Baseline", Meaning.UNSETTLED),
        ("", Meaning.UNSETTLED),
    ],
)
def test_a_value_column_of_the_national_table_by_its_heading(
    heading: str, meaning: Meaning
) -> None:
    assert result_of(heading) is meaning


def test_names_of_sections_are_those_of_spreadsheets_and_those_of_reports_alone() -> None:
    names = layouts().sections.names
    assert names.is_one("Kekuatan")
    assert names.is_one("Praktik Baik")
    assert not names.is_one("Jadwal")


@pytest.mark.parametrize(
    "lists", [{"average": ["rerata"]}, {"average": [], "total": [], "sum": ["jumlah"]}]
)
def test_a_table_of_words_has_the_lists_that_are_read_and_no_others(
    lists: dict[str, list[str]],
) -> None:
    with pytest.raises(ValueError, match="Rows"):
        Rows(lists)
