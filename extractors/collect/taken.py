"""A table and what its columns were taken for."""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.understanding import Shape, TakenColumn
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.tables import Table


@dataclass(frozen=True, slots=True)
class Taken:
    """A table and what it was taken for."""

    table: Table
    shape: Shape
    columns: tuple[TakenColumn, ...]

    def column(self, meaning: Meaning) -> int | None:
        """Give the column of a meaning that there is only one of; None when there is none."""
        return next((c.column for c in self.columns if c.meaning is meaning), None)

    def all(self, meaning: Meaning) -> Sequence[TakenColumn]:
        """Give the columns of a meaning, from left to right."""
        return [c for c in self.columns if c.meaning is meaning]
