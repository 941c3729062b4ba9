"""Every shape gives the truth back."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from evaluation.sources import Severity
from evaluation.understanding import Collected, Shape
from extractors.collect import collect
from tests.extractors.collect import making
from tests.extractors.collect.truth import TRUTH, comments_of, scores_of
from tests.extractors.collect.writing import Grid, Rows, write_book, write_csv


def collected(path: Path) -> Collected:
    return collect([path], known=TRUTH.known())


def sound(result: Collected) -> None:
    errors = [str(f) for f in result.findings if f.severity is Severity.ERROR]
    assert not errors


@pytest.mark.parametrize("heading", making.HEADINGS)
def test_a_wide_table_headed_in_any_way_gives_the_truth(
    tmp_path: Path, heading: making.Heading
) -> None:
    path = write_book(tmp_path / "rekap.xlsx", [Grid("Nilai", making.wide(TRUTH, heading))])
    result = collected(path)
    sound(result)
    assert scores_of(result) == TRUTH.scores()
    assert [table.shape for table in result.understood] == [Shape.WIDE]


@pytest.mark.parametrize(
    "make", [making.two_heading_rows, making.merged_regions, making.transposed]
)
def test_headings_in_two_rows_and_merged_names_give_the_truth(
    tmp_path: Path, make: Callable[..., Grid]
) -> None:
    result = collected(write_book(tmp_path / "rekap.xlsx", [make(TRUTH)]))
    sound(result)
    assert scores_of(result) == TRUTH.scores()


def test_regions_across_without_assessors_give_means(tmp_path: Path) -> None:
    result = collected(write_book(tmp_path / "a.xlsx", [making.transposed_means(TRUTH)]))
    sound(result)
    assert scores_of(result) == TRUTH.scores((None,))


def test_a_sheet_a_region_with_assessors_across_gives_the_truth(tmp_path: Path) -> None:
    grids = [making.panel(TRUTH, region) for region in TRUTH.names]
    result = collected(write_book(tmp_path / "a.xlsx", grids))
    sound(result)
    assert scores_of(result) == TRUTH.scores(("Asesor 1", "Asesor 2"))


@pytest.mark.parametrize("worded", [False, True])
def test_a_long_table_gives_the_truth(tmp_path: Path, worded: bool) -> None:
    grid = Grid("Data", making.long(TRUTH, worded))
    result = collected(write_book(tmp_path / "a.xlsx", [grid]))
    sound(result)
    assert scores_of(result) == TRUTH.scores()


@pytest.mark.parametrize(
    ("delimiter", "encoding", "comma"),
    [
        (",", "utf-8", False),
        (";", "utf-8-sig", True),
        (";", "cp1252", True),
        ("\t", "utf-16", True),
    ],
)
@pytest.mark.parametrize("make", [making.survey, making.wide, making.long])
def test_text_files_of_any_kind_give_the_truth(
    tmp_path: Path, make: Callable[..., Rows], delimiter: str, encoding: str, comma: bool
) -> None:
    path = write_csv(tmp_path / "ekspor.csv", make(TRUTH), delimiter, encoding, comma)
    result = collected(path)
    sound(result)
    assert scores_of(result) == TRUTH.scores()


def test_points_one_a_row_give_the_truth(tmp_path: Path) -> None:
    result = collected(write_csv(tmp_path / "c.csv", making.points_one_a_row(TRUTH)))
    sound(result)
    assert comments_of(result) == TRUTH.comments()


@pytest.mark.parametrize("parted", making.PARTED)
def test_points_in_one_cell_are_parted(
    tmp_path: Path, parted: Callable[[Sequence[str]], str]
) -> None:
    result = collected(write_csv(tmp_path / "c.csv", making.points_in_cells(TRUTH, parted)))
    sound(result)
    assert comments_of(result) == TRUTH.comments()


def test_forms_give_the_truth(tmp_path: Path) -> None:
    for region in TRUTH.names:
        for judge, _institution in TRUTH.assessors:
            name = f"{region} {judge}.xlsx".replace(" ", "_")
            write_book(tmp_path / name, making.form(TRUTH, region, judge))
    result = collected(tmp_path)
    sound(result)
    assert scores_of(result) == TRUTH.scores()
    assert comments_of(result) == TRUTH.comments()
    assert not result.findings
