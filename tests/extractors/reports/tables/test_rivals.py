"""Of several columns of scores that of the report's year counts; equal claims are told."""

import pytest

from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.columns import Column
from extractors.reports.tables.kinds import named_columns
from extractors.reports.tables.rivals import settle_columns
from extractors.reports.tables.tables import Table
from tests.extractors.reports.writing import piece

NUMBER, TEXT, SCORE = Meaning.NUMBER, Meaning.TEXT, Meaning.SCORE
OTHER, PREVIOUS = Meaning.UNSETTLED, Meaning.PREVIOUS


def settled(*heads: str, year: int | None = 2023, cells: tuple[str, ...] = ("3", "2")) -> Table:
    """A table with two columns of scores, its heads named."""
    labels = ("No", "Pertanyaan", *heads)
    columns = [Column(50 + 100 * n, 150 + 100 * n, label) for n, label in enumerate(labels)]
    kind, named = named_columns(columns)
    rows = [
        piece(dict(enumerate((str(n), "Apa itu", *cells))), number=n, top=100 + 20.0 * n)
        for n in (1, 2)
    ]
    made = Table(kind, named, (), True, rows)
    settle_columns(made, year)
    return made


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (("Nilai 2022", "Nilai 2023"), (PREVIOUS, SCORE)),
        (("Nilai 2023", "Nilai 2022"), (SCORE, PREVIOUS)),
        (("Nilai 2021", "Nilai 2023"), (OTHER, SCORE)),
        (("2022", "2023"), (PREVIOUS, SCORE)),
        (("Tahun 2022", "Tahun 2023"), (PREVIOUS, SCORE)),
        (("Nilai", "Nilai 2022"), (SCORE, PREVIOUS)),
        (("Bobot", "Nilai"), (Meaning.UNUSED, SCORE)),
    ],
)
def test_the_columns_of_the_year_and_of_the_year_before_have_their_roles(
    heads: tuple[str, str], roles: tuple[Meaning, Meaning]
) -> None:
    made = settled(*heads)
    assert tuple(column.role for column in made.columns) == (NUMBER, TEXT, *roles)
    assert made.rivals == ()


@pytest.mark.parametrize(
    ("heads", "year", "cells", "rivals"),
    [
        (("Nilai", "Skor"), 2023, ("3", "2"), ("Nilai", "Skor")),
        (("Nilai", "Skor"), 2023, ("3", "3"), ()),
        (("Nilai", "Hasil"), 2023, ("3", "Baik"), ()),
        (("Nilai 2022", "Nilai 2023"), None, ("3", "2"), ("Nilai 2023", "Nilai 2022")),
        (("Nilai 2020", "Nilai 2021"), 2023, ("3", "2"), ("Nilai 2021", "Nilai 2020")),
        (("Bobot", "Nilai 2021"), 2023, ("3", "2"), ("Nilai 2021", "2023")),
        (("Nilai 2023", "Skor 2023"), 2023, ("3", "2"), ("Nilai 2023", "Skor 2023")),
    ],
)
def test_columns_with_an_equal_claim_are_told(
    heads: tuple[str, str], year: int | None, cells: tuple[str, str], rivals: tuple[str, ...]
) -> None:
    made = settled(*heads, year=year, cells=cells)
    assert made.rivals == rivals
    assert sum(column.role is SCORE for column in made.columns) == 1
