"""A text held against what layouts call things."""

import pytest

from extractors.reports.text.labels import Phrases, group, key, roles_of

PHRASES = Phrases({"a": ("nilai", "nilai akhir", "rata rata", "keterangan", "no")})


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
    assert PHRASES.rank("a", text) == rank
    assert PHRASES.is_one("a", text) is (rank is not None)


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
    assert PHRASES.begins("a", text) == begins
    assert PHRASES.within("a", text) == within


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Nilai (1-4)", "nilai"), ("Nilai [x]", "nilai"), ("Nilai 2023", "nilai"),
        ("Tahun 1850", "tahun 1850"), ("(2023)", "2023"), ("#", "#"), ("", ""),
    ],
)  # fmt: skip
def test_brackets_and_years_do_not_count(text: str, bare: str) -> None:
    assert key(text) == bare


def test_roles_are_those_of_every_group_that_has_the_phrase() -> None:
    assert dict(roles_of("Uraian"))["question"] == 5
    assert "points" in dict(roles_of("Uraian"))
    assert roles_of("#") == (("number", 5),)
    assert roles_of("Nama " * 9) == ()
    assert dict(roles_of("No")) == {"number": 0}


GROUPS = "columns rows title sections people region category year participation letter lists"


@pytest.mark.parametrize("name", GROUPS.split())
def test_every_group_is_there_in_plain_letters(name: str) -> None:
    found = group(name)
    assert found.meanings
    for phrases in found.meanings.values():
        assert phrases
        assert all(phrase == phrase.casefold() for phrase in phrases)
