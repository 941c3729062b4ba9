"""Cells are found at their columns, whatever spans into their row from above."""

from generator.document.blocks import Row
from generator.document.grid import first_columns
from tests.generator.writers.pdf.read_back import cell


def test_cells_stand_beside_those_that_reach_down_from_above() -> None:
    rows = (
        Row((cell("a", rowspan=3), cell("b"), cell("c", rowspan=2))),
        Row((cell("d"),)),
        Row((cell("e"), cell("f"))),
        Row((cell("g", colspan=2), cell("h"))),
    )
    assert first_columns(rows) == [[0, 1, 2], [1], [1, 2], [0, 2]]


def test_a_wide_cell_that_reaches_down_takes_all_its_columns() -> None:
    rows = (Row((cell("a", rowspan=2, colspan=2), cell("b"))), Row((cell("c"),)))
    assert first_columns(rows) == [[0, 2], [2]]
