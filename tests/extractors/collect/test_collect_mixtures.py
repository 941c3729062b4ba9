"""Any mixture of shapes and damage: what comes back is true, and what is missing is told."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evaluation.sources import Severity
from evaluation.understanding import Collected
from extractors.collect import collect
from tests.extractors.collect import making
from tests.extractors.collect.truth import ASSESSORS, TEXTS, TRUTH, Truth, scores_of
from tests.extractors.collect.writing import ErrorCell, Grid, write_book, write_csv

Chance = random.Random


def _wide(truth: Truth, chance: Chance) -> Grid:
    return Grid("Rekap", making.wide(truth, chance.choice(making.HEADINGS)))


def _long(truth: Truth, chance: Chance) -> Grid:
    return Grid("Data", making.long(truth, chance.random() < 0.5))


SHAPES: tuple[Callable[[Truth, Chance], Grid], ...] = (
    _wide,
    _long,
    lambda truth, chance: making.two_heading_rows(truth),
    lambda truth, chance: making.merged_regions(truth),
    lambda truth, chance: making.transposed(truth),
    lambda truth, chance: Grid("Ekspor", making.survey(truth)),
)


def body(grid: Grid, chance: Chance) -> tuple[int, int]:
    """Choose a cell in the lower half of a sheet."""
    row = chance.randrange(max(len(grid.rows) // 3, 2), len(grid.rows))
    return row, chance.randrange(len(grid.rows[row]) or 1)


def title_rows(grid: Grid, chance: Chance) -> None:
    count = chance.randint(1, 4)
    grid.rows[:0] = [["REKAP NILAI EVALUASI"], *[[] for _more in range(count - 1)]]
    grid.merged = [(a + count, b, c + count, d) for a, b, c, d in grid.merged]


def blank_row(grid: Grid, chance: Chance) -> None:
    if not grid.merged:
        grid.rows.insert(body(grid, chance)[0], [])


def foot(grid: Grid, chance: Chance) -> None:
    width = max(map(len, grid.rows))
    word = chance.choice(["Jumlah", "Rata-rata", "Total", "Mean", "Min", "Maks"])
    grid.rows.append([word, *[chance.choice([2, 3.1, 200])] * (width - 1)])
    grid.rows.append([])
    grid.rows.append([chance.choice(["Catatan: sementara", "Sumber: panitia", "* dihitung ulang"])])


def numbers_as_text(grid: Grid, chance: Chance) -> None:
    for row in grid.rows:
        for column, cell in enumerate(row):
            if isinstance(cell, float) and chance.random() < 0.4:
                text = str(cell).replace(".", chance.choice(".,"))
                row[column] = chance.choice([text, f" {text} ", f"{text}\u00a0"])


def odd_cell(grid: Grid, chance: Chance) -> None:
    """Put something that is no score where a score stands, if one stands there."""
    row, column = body(grid, chance)
    cells = grid.rows[row]
    if column < len(cells) and isinstance(cells[column], float):
        cells[column] = chance.choice(
            [date(2024, 6, 3), ErrorCell(), 36, 0.4, "3-4", "85%", "baik", "n/a", "2024-03-04"]
        )


def moved_column(grid: Grid, chance: Chance) -> None:
    if not grid.merged:
        place = chance.randrange(1, max(map(len, grid.rows)))
        for row in grid.rows:
            if len(row) > place:
                row.insert(place, "")


def wrong_name(grid: Grid, chance: Chance) -> None:
    row, _column = body(grid, chance)
    cells = grid.rows[row]
    for column, cell in enumerate(cells):
        if cell in TRUTH.names:
            cells[column] = chance.choice(["Bogor", "KAB. ENTAH", str(cell).title(), f"{cell} "])


def deleted_cell(grid: Grid, chance: Chance) -> None:
    row, column = body(grid, chance)
    if column < len(grid.rows[row]):
        grid.rows[row][column] = ""


def unclear_heading(grid: Grid, chance: Chance) -> None:
    for row in grid.rows[:4]:
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell in TEXTS and chance.random() < 0.2:
                row[column] = " ".join(cell.split()[:3])


DAMAGE = (
    title_rows,
    blank_row,
    foot,
    numbers_as_text,
    odd_cell,
    moved_column,
    wrong_name,
    deleted_cell,
    unclear_heading,
)


def written(folder: Path, grid: Grid, index: int, chance: Chance) -> None:
    if chance.random() < 0.5 or grid.merged:
        write_book(folder / f"berkas {index}.xlsx", [grid])
        return
    delimiter, encoding = chance.choice([(",", "utf-8"), (";", "utf-8-sig"), (";", "cp1252")])
    try:
        write_csv(folder / f"berkas {index}.csv", grid.rows, delimiter, encoding, delimiter == ";")
    except UnicodeEncodeError:
        write_csv(folder / f"berkas {index}.csv", grid.rows, delimiter, "utf-8", delimiter == ";")


def judged(result: Collected, truth: Truth, harmed: bool) -> None:
    """No number may be wrong, and without a finding none may be missing."""
    wanted = truth.scores()
    got = scores_of(result)
    assert {key: value for key, value in got.items() if wanted.get(key) != value} == {}
    told = [f for f in result.findings if f.severity >= Severity.WARNING]
    assert harmed or told or got == wanted


@pytest.mark.slow
@settings(max_examples=150)
@given(st.integers(0, 2**32), st.integers(1, 3), st.integers(0, 5))
@example(1177545959, 1, 1)  # a question cut short to words that hold a dimension's name
@example(953634659, 1, 3)  # … and three of them
@example(3341400552, 1, 5)  # an assessor missing under a region merged across
@example(633743928, 2, 4)
@example(1617706821, 2, 5)
@example(2631303265, 1, 5)
def test_no_mixture_of_damage_gives_a_wrong_number(seed: int, files: int, harm: int) -> None:
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        deleted = False
        for index in range(files):
            part = replace(TRUTH, assessors=ASSESSORS) if index == 0 else TRUTH
            grid = chance.choice(SHAPES)(part, chance)
            for damage in chance.sample(DAMAGE, harm):
                damage(grid, chance)
                deleted |= damage is deleted_cell
            written(Path(folder), grid, index, chance)
        judged(collect([Path(folder)], known=TRUTH.known()), TRUTH, deleted)
