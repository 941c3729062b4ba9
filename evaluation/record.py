"""What one issued document says, value by value, each with its place: the record of a report.

A record is what digitising a past document yields and what a new document carries with it. It holds
what was printed, not what follows from it: numbers are as printed, a value that could not be read
is None and has a flag, and nothing is left out in silence.
"""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import PurePath

from evaluation.doubts import Doubt
from evaluation.messages import Message
from evaluation.sources import Source
from evaluation.vocabulary.meanings import Meaning


@dataclass(frozen=True, slots=True)
class RecordedItem:
    """One question of a report. ``score`` is None where the report prints none or it is unreadable.

    ``printed`` is the score as it stands on the page; ``flag`` says what is doubtful, None when
    nothing is; ``source`` is the place of the score (page and box).
    """

    number: int
    indicator: str
    sub_indicator: str
    question: str
    score: Decimal | None
    printed: str = ""
    flag: Doubt | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class RecordedDimension:
    """One dimension: its name, its printed average (None where there is none), its questions.

    ``previous`` is the average of the year before, where a column of its own says it.
    """

    name: str
    average: Decimal | None
    items: tuple[RecordedItem, ...]
    source: Source | None = None
    previous: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RecordedComments:
    """The points of one assessor in one section, in printed order."""

    section: str
    assessor: str
    institution: str
    points: tuple[str, ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class RecordedName:
    """One line of a list of names: an addressee, an absent region."""

    number: int
    name: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class RecordedResult:
    """One row of the national table; ``values`` stand under ``RecordedResults.columns``.

    A value is None where the cell is blank or says "-".
    """

    number: int
    region: str
    values: tuple[Decimal | None, ...]
    category: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class RecordedColumn:
    """A value column of the national table: its heading as printed, and what its values are.

    ``role`` is DIMENSION, FINAL, CHANGE or AVERAGE; UNSETTLED where the document does not tell, as
    of a dimension that it does not name elsewhere.
    """

    heading: str
    role: Meaning = Meaning.UNSETTLED


@dataclass(frozen=True, slots=True)
class RecordedResults:
    """The national table: its value columns, and its rows."""

    columns: tuple[RecordedColumn, ...] = ()
    rows: tuple[RecordedResult, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedLetter:
    """Number and date of the letter; None where they are not printed (a draft) or unreadable."""

    number: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A value that a person has to look at: what is doubtful, where, and which value it is.

    ``dimension`` and ``number`` are None for a value that belongs to no question.
    """

    doubt: Doubt
    source: Source
    dimension: str | None = None
    number: int | None = None

    @property
    def rule(self) -> str:
        """Give the rule that raised the doubt."""
        return self.doubt.rule

    @property
    def message(self) -> Message:
        """Give the doubt as a message."""
        return self.doubt.message


@dataclass(frozen=True, slots=True)
class Record:
    """One document. A part that the document does not have is empty, or None for a single value.

    ``participating`` is None where the document does not tell. ``pages`` are the first and the last
    page of a document in a file that holds several; None for a file of its own.
    """

    file: str
    region: str | None = None
    category: str | None = None
    year: int | None = None
    participating: bool | None = None
    letter: RecordedLetter = RecordedLetter()
    dimensions: tuple[RecordedDimension, ...] = ()
    comments: tuple[RecordedComments, ...] = ()
    addressees: tuple[RecordedName, ...] = ()
    absent: tuple[RecordedName, ...] = ()
    results: RecordedResults = RecordedResults()
    flags: tuple[Flag, ...] = field(default=())
    pages: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """Give the file's name, with the pages where the file holds several documents."""
        name = PurePath(self.file).name
        return name if self.pages is None else f"{name} ({self.pages[0]}–{self.pages[1]})"
