"""What is gathered from files of any shape, and how each of them was understood.

The reader (``extractors.collect``) makes these nouns; whoever writes a workbook or tells the user
what was found only needs them. Every value knows the cell that it came from.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum

from evaluation.messages import Message
from evaluation.model import Instrument
from evaluation.names import plain
from evaluation.sources import Finding, Source
from evaluation.vocabulary.meanings import Meaning as Meaning

Item = int | str
"""What a score is for: a question's number, or the name of a directly scored dimension."""


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
class CollectedScore:
    """One score; ``assessor`` is None where the file names none (a mean, or an unnamed judge).

    ``file_time`` is when the file was last changed, in UTC; None where that is not known.
    """

    region: str
    assessor: str | None
    institution: str
    item: Item
    value: Decimal
    place: Source
    file_time: datetime | None = None


@dataclass(frozen=True, slots=True)
class CollectedComment:
    """One point of one assessor about a region; ``assessor`` is blank where nobody is named."""

    region: str
    section: str
    assessor: str
    institution: str
    point: str
    place: Source


@dataclass(frozen=True, slots=True)
class FoundRegion:
    """A region as the files name it; ``code`` is None where they give none."""

    name: str
    code: str | None
    place: Source | None = None


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """A question as the files number and word it; ``text`` is blank where only a number stands.

    ``dimension`` and the indicators are blank where the files do not tell them.
    """

    number: int
    text: str
    dimension: str = ""
    indicator: str = ""
    sub_indicator: str = ""
    place: Source | None = None


@dataclass(frozen=True, slots=True)
class TakenColumn:
    """What one column was taken for.

    ``column`` counts from 0. ``detail`` is the question, region, assessor or section that the
    column is for, where its meaning needs one; ``assessor`` is set where a column of a region is
    that of one assessor. ``sureness`` goes from 0 (no idea) to 1 (the user
    said so); ``how`` tells in the user's language what it rests on.
    """

    column: int
    heading: str
    meaning: Meaning
    detail: Item | None
    sureness: float
    how: Message
    assessor: str = ""

    @property
    def settled(self) -> bool:
        """Tell whether the column is used, or known to be of no use."""
        return self.meaning is not Meaning.UNSETTLED


@dataclass(frozen=True, slots=True)
class Understood:
    """How one table was understood; rows count from 0, ``body_rows`` are the first and the last.

    ``body_rows`` is None for a table without any row. ``scores`` and ``comments`` tell how many
    were read from it, before repetitions were put aside.
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
class Known:
    """What is known before anything is read; empty parts are taken from the files as they come.

    ``regions`` are the regions that may occur, ``sections`` the sections of comments.
    """

    instrument: Instrument | None = None
    regions: tuple[FoundRegion, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything that came of reading files: what they say, how they were read, what is wrong.

    ``regions`` and ``questions`` hold what the files name, in order of appearance, where it was
    not known before.
    """

    scores: tuple[CollectedScore, ...] = ()
    comments: tuple[CollectedComment, ...] = ()
    regions: tuple[FoundRegion, ...] = ()
    questions: tuple[FoundQuestion, ...] = ()
    understood: tuple[Understood, ...] = ()
    unused: tuple[Unused, ...] = ()
    unknown_names: tuple[UnknownName, ...] = ()
    findings: tuple[Finding, ...] = field(default=())


def fingerprint(questions: Iterable[tuple[int, str]]) -> str:
    """Give the mark by which a form knows its questions: 16 hexadecimal digits.

    It rests on number and wording alone, whatever the order, the spacing and the capitals.
    """
    lines = sorted(f"{number}\t{plain(text)}\n" for number, text in questions)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]
