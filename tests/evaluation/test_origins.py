"""Where values came from is kept in runs, and found again cell by cell."""

from hypothesis import given
from hypothesis import strategies as st

from evaluation.origins import Link, Origin, Origins, in_runs, position_of, with_origins
from evaluation.source import Source, cell_name, error


def link(here: tuple[int, int], there: str, file: str = "a.xlsx", sheet: str = "Nilai") -> Link:
    return Link(sheet, here, Source(file, "Penilaian", there))


def test_a_row_filled_from_a_column_is_one_run() -> None:
    links = [link((2, 2 + number), f"F{9 + number}") for number in range(5)]
    assert in_runs(links) == (Origin("Nilai!C3:G3", "a.xlsx", "Penilaian", "F9:F13"),)


def test_a_run_ends_where_the_file_or_the_direction_changes() -> None:
    links = [link((2, 2), "F9"), link((2, 3), "F10"), link((2, 4), "G10"), link((2, 5), "A1", "b")]
    assert [(one.place, one.cells) for one in in_runs(links)] == [
        ("Nilai!C3:D3", "F9:F10"),
        ("Nilai!E3", "G10"),
        ("Nilai!F3", "A1"),
    ]


def test_values_of_one_page_are_one_run_and_found_by_the_page() -> None:
    links = [Link("Nilai", (2, 2 + n), Source("a.pdf", page=5)) for n in range(3)]
    (origin,) = in_runs([*links])
    assert origin == Origin("Nilai!C3:E3", "a.pdf", "hlm. 5", "")
    found = Origins([origin]).find(Source("w", "Nilai", "D3"))
    assert found == Source("a.pdf", "hlm. 5")


cells = st.tuples(st.integers(0, 30), st.integers(0, 30))


@given(st.dictionaries(cells, st.tuples(st.sampled_from(["a.xlsx", "b.csv"]), cells), max_size=40))
def test_every_cell_is_found_again_whatever_the_runs(
    pairs: dict[tuple[int, int], tuple[str, tuple[int, int]]],
) -> None:
    links = [link(here, cell_name(*there), file) for here, (file, there) in pairs.items()]
    origins = Origins(in_runs(links))
    for here, (file, there) in pairs.items():
        source = Source("w.xlsx", "Nilai", cell_name(*here))
        assert origins.find(source) == Source(file, "Penilaian", cell_name(*there))
    assert origins.find(Source("w.xlsx", "Catatan", "A1")) is None


@given(cells)
def test_a_cell_reads_back_as_its_place(cell: tuple[int, int]) -> None:
    assert position_of(cell_name(*cell)) == cell


def test_what_is_no_run_of_cells_is_passed_over() -> None:
    for place, there in (("Nilai!C3:D9", "A1"), ("Nilai!?", "A1"), ("C3", "x"), ("", "")):
        assert Origins([Origin(place, "a", "b", there)]).find(Source("w", "Nilai", "C3")) is None


def test_a_finding_in_a_collected_cell_says_where_the_value_came_from() -> None:
    origins = Origins([Origin("Nilai!C3:D3", "badung.xlsx", "Penilaian", "F9:F10")])
    (finding,) = with_origins([error("r", Source("w", "Nilai", "D3"), "wrong")], origins)
    assert str(finding) == "Nilai!D3 ← badung.xlsx Penilaian!F10: wrong"
