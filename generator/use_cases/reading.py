"""A user's workbook as the commands read it: what may abort the reader, in a process of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator.processes.pool import SPREADSHEETS, Pool

if TYPE_CHECKING:
    from extractors.spreadsheets.cells import RawSheet
    from extractors.workbook import Reading
    from extractors.workbook.standing import Standing


def read_round(path: Path) -> "Reading":
    """Read a round, and everything that is wrong in it. Raises UnreadableInputError."""
    from extractors.workbook import read_workbook

    with Pool(1, SPREADSHEETS) as pool:
        return read_workbook(path, pool.alone)


def read_cells(path: Path) -> "tuple[RawSheet, ...]":
    """Read the sheets of a workbook as they are. Raises UnreadableInputError."""
    from extractors.spreadsheets.grid import read_grid

    with Pool(1, SPREADSHEETS) as pool:
        return read_grid(path, pool.alone)[0]


def read_standing(path: Path) -> "Standing":
    """Read the rows of a workbook, to be written anew. Raises UnreadableInputError."""
    from extractors.workbook.standing import read_rows

    with Pool(1, SPREADSHEETS) as pool:
        return read_rows(path, pool.alone)
