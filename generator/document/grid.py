"""Where the cells of a table stand in its grid."""

from collections.abc import Sequence

from generator.document.blocks import Row


def first_columns(rows: Sequence[Row]) -> list[list[int]]:
    """Give, for each row, the column at which each of its own cells begins, from 0."""
    hanging: dict[int, int] = {}  # how many rows a cell from above still takes in a column
    placed = []
    for row in rows:
        taken = {column for column, left in hanging.items() if left}
        hanging = {column: left - 1 for column, left in hanging.items() if left > 1}
        begins = []
        column = 0
        for cell in row.cells:
            while column in taken:
                column += 1
            begins.append(column)
            for across in range(column, column + cell.colspan):
                if cell.rowspan > 1:
                    hanging[across] = cell.rowspan - 1
            column += cell.colspan
        placed.append(begins)
    return placed
