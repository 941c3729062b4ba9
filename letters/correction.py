"""A correction (ralat) of a document that went out: what takes its place, and why."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrected document says of itself.

    ``version`` is 2 for the first correction. ``number`` is its own, or that of what it corrects
    where the agency gives corrections none. ``of_number`` and ``of_date`` are those of the letter
    as it first went out.
    """

    version: int
    reason: str
    number: str
    date: datetime.date
    of_number: str
    of_date: datetime.date

    @property
    def ordinal(self) -> int:
        """Give which correction it is: 1 for the first."""
        return self.version - 1
