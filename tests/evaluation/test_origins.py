"""Where values came from is kept in runs, and found again cell by cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.messages import literal
from evaluation.origins import Link, Origin, Origins, in_runs, position_of, with_origins
from evaluation.sources import Source, cell_name
from tests.findings import error


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
    (finding,) = with_origins([error("r", Source("w", "Nilai", "D3"), literal("wrong"))], origins)
    assert str(finding) == "Nilai!D3 ← badung.xlsx Penilaian!F10: wrong"


def test_a_run_is_of_one_sheet_one_file_one_time_and_one_page() -> None:
    source = Source("a.xlsx", "Penilaian", "F9")
    first = Link("Nilai", (2, 2), source, "pagi")
    follower = Source("a.xlsx", "Penilaian", "F10")
    assert len(in_runs([first, Link("Nilai", (2, 3), follower, "pagi")])) == 1
    for other in (
        Link("Catatan", (2, 3), follower, "pagi"),
        Link("Nilai", (2, 3), Source("b.xlsx", "Penilaian", "F10"), "pagi"),
        Link("Nilai", (2, 3), Source("a.xlsx", "Lain", "F10"), "pagi"),
        Link("Nilai", (2, 3), follower, "sore"),
    ):
        assert {(o.cells, o.time) for o in in_runs([first, other])} == {
            ("F9", "pagi"),
            ("F10", other.time),
        }
    pages = [Link("Nilai", (2, 2 + n), Source("a.pdf", page=page)) for n, page in enumerate((4, 5))]
    assert [(o.place, o.sheet) for o in in_runs(pages)] == [
        ("Nilai!C3", "hlm. 4"),
        ("Nilai!D3", "hlm. 5"),
    ]


@pytest.mark.parametrize(
    ("step", "there"),
    [
        ((0, 2), "F10"),  # not the neighbour here
        ((1, 1), "F10"),
        ((0, 1), "F11"),  # not the neighbour there
        ((0, 1), "G10"),
        ((0, 1), "F8"),
        ((0, 1), "E9"),
        ((0, 1), "F9"),
        ((0, 1), ""),
    ],
)
def test_only_neighbours_here_and_there_are_a_run(step: tuple[int, int], there: str) -> None:
    links = [link((2, 2), "F9"), link((2 + step[0], 2 + step[1]), there)]
    assert [one.place for one in in_runs(links)] == [
        "Nilai!C3",
        f"Nilai!{cell_name(2 + step[0], 2 + step[1])}",
    ]


@pytest.mark.parametrize("step", [(0, 1), (1, 0)])
@pytest.mark.parametrize("there", ["F10", "G9"])
def test_a_run_goes_to_the_right_or_down_in_either_place(step: tuple[int, int], there: str) -> None:
    links = [link((2, 2), "F9"), link((2 + step[0], 2 + step[1]), there)]
    (origin,) = in_runs(links)
    assert (origin.place, origin.cells) == (
        f"Nilai!C3:{cell_name(2 + step[0], 2 + step[1])}",
        f"F9:{there}",
    )


@pytest.mark.parametrize(
    ("cell", "position"),
    [
        ("A1", (0, 0)),
        ("$B$12", (11, 1)),
        (" z3 ", (2, 25)),
        ("aa10", (9, 26)),
        ("XFD1048576", (1048575, 16383)),
        ("A", None),
        ("12", None),
        ("A1:B2", None),
        ("ABCD1", None),
        ("A12345678", None),
        ("", None),
    ],
)
def test_a_cell_is_read_as_people_write_it(cell: str, position: tuple[int, int] | None) -> None:
    assert position_of(cell) == position


def test_of_two_origins_of_one_cell_the_first_counts_and_capitals_do_not() -> None:
    origins = Origins(
        [Origin("NILAI!C3:D3", "a", "", "B2:C2", "pagi"), Origin("Nilai!D3", "b", "x", "A1")]
    )
    assert origins.find(Source("w", "nilai", "D3")) == Source("a", None, "C2")
    assert origins.find(Source("w", "Nilai", "c3")) == Source("a", None, "B2")
    assert origins.find(Source("w", None, "C3")) is None
    assert origins.find(Source("w", "Nilai")) is None
    assert [origin.file for origin in origins] == ["a", "b"]
    assert list(Origins()) == []


def test_a_column_of_cells_is_found_as_a_row_is() -> None:
    origins = Origins([Origin("Nilai!C3:C5", "a", "s", "B2:D2"), Origin("N!A1:A3", "b", "s", "C1")])
    assert [origins.find(Source("w", "Nilai", f"C{n}")) for n in (2, 3, 4, 5, 6)] == [
        None,
        Source("a", "s", "B2"),
        Source("a", "s", "C2"),
        Source("a", "s", "D2"),
        None,
    ]
    assert origins.find(Source("w", "N", "A2")) is None  # the other run is shorter


def test_a_finding_without_a_place_keeps_none() -> None:
    lone = error("r", None, literal("wrong"))
    assert with_origins([lone], Origins()) == (lone,)
