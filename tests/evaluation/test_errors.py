"""Errors travel between processes whole, whatever kind they are of."""

import pickle
from collections.abc import Iterator

import pytest

from evaluation.errors import LaporanError
from evaluation.sources import Source
from extractors.pages import refusals


def kinds(kind: type[LaporanError] = LaporanError) -> Iterator[type[LaporanError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from kinds(below)


def test_there_are_kinds_with_a_constructor_of_their_own() -> None:
    assert refusals.DamagedFileError in set(kinds())


@pytest.mark.parametrize("kind", sorted(set(kinds()), key=lambda one: one.__name__))
def test_every_kind_of_error_travels(kind: type[LaporanError]) -> None:
    fault = kind.__new__(kind, "rusak")
    LaporanError.__init__(fault, "rusak", source=Source("a.pdf", page=3), remedy="Salin.")
    fault.__dict__["pages"] = 7
    again = pickle.loads(pickle.dumps(fault))
    assert type(again) is kind
    assert str(again) == str(fault) == "a.pdf, p. 3: rusak Salin."
    assert again.__dict__ == fault.__dict__
    assert again.exit_code == fault.exit_code


def test_an_error_at_a_sheet_names_its_file_too() -> None:
    fault = LaporanError("terlalu luas.", source=Source("ronde.xls", "Nilai", "XFD1"))
    assert str(fault) == "ronde.xls: Nilai!XFD1: terlalu luas."
