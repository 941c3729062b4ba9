"""How files of any shape were understood, table by table and column by column, and what was not.

The reader (``extractors.collect``) makes these nouns; whoever tells the user what was found, or
asks what is unclear, only needs them.
"""

from dataclasses import dataclass, field
from enum import Enum

from evaluation.draft import Draft, Item
from evaluation.messages import Message
from evaluation.sources import Finding, Source
from evaluation.vocabulary.meanings import Meaning


class Shape(Enum):
    """How a table is laid out; the value is how it is told to the user."""

    FORM = "formulir"
    WIDE = "wilayah ke bawah, pertanyaan ke samping"
    TRANSPOSED = "pertanyaan ke bawah, wilayah ke samping"
    PANEL = "pertanyaan ke bawah, asesor ke samping"
    LONG = "satu nilai satu baris"
    COMMENTS = "catatan"
    QUESTIONS = "daftar pertanyaan"
    REGIONS = "daftar wilayah"
    UNSETTLED = "belum jelas"


@dataclass(frozen=True, slots=True)
class TakenColumn:
    """What one column was taken for.

    ``column`` counts from 0. ``detail`` is the question, region, assessor or section that the
    column is for, where its meaning needs one; ``assessor`` is set where a column of a region is
    that of one assessor; ``first`` are its first values. ``sureness`` goes from 0 (no idea) to 1
    (the user said so); ``how`` tells in the user's language what it rests on.
    """

    column: int
    heading: str
    meaning: Meaning
    detail: Item | None
    sureness: float
    how: Message
    assessor: str = ""
    first: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Tell whether the column is used, or known to be of no use."""
        return self.meaning is not Meaning.UNSETTLED


@dataclass(frozen=True, slots=True)
class Understood:
    """How one table was understood; rows count from 0, ``body_rows`` are the first and the last.

    ``body_rows`` is None for a table without any row. ``scores`` and ``comments`` tell how many
    were read from it, before repetitions were put aside; ``regions``, ``questions`` and
    ``assessors`` are those that the scores are of. ``answered`` counts the questions of a form that
    were answered, with a score or with a dash for none.
    """

    file: str
    sheet: str
    hidden: bool
    shape: Shape
    heading_rows: tuple[int, ...]
    body_rows: tuple[int, int] | None
    columns: tuple[TakenColumn, ...]
    scores: int = 0
    comments: int = 0
    regions: frozenset[str] = frozenset()
    questions: frozenset[Item] = frozenset()
    assessors: tuple[str, ...] = ()
    answered: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether the user can settle something: a column, or the whole table."""
        return bool(self.unsettled) or self.shape is Shape.UNSETTLED

    @property
    def unsettled(self) -> tuple[TakenColumn, ...]:
        """Give the columns that only the user can settle."""
        return tuple(column for column in self.columns if not column.settled)


@dataclass(frozen=True, slots=True)
class Unused:
    """Something that was read and not used: what it is and why, in the user's language."""

    place: Source
    what: str
    why: Message


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A text that names no region, or may name several; ``near`` are those it is most like."""

    text: str
    near: tuple[str, ...]
    place: Source


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything that came of reading files: what they say, how they were read, what is wrong.

    The regions and questions of the draft are those that the files name, in order of appearance,
    where they were not known before.
    """

    draft: Draft = field(default_factory=Draft)
    understood: tuple[Understood, ...] = ()
    unused: tuple[Unused, ...] = ()
    unknown_names: tuple[UnknownName, ...] = ()
    findings: tuple[Finding, ...] = ()
