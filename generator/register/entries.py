"""The nouns of the outgoing book: an entry, what it is about, how far it has come."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from evaluation.names import name_key


class Status(Enum):
    """How far an entry has come; it goes forward only.

    A draft has no number yet. An issued entry cannot be changed any more, only made void; what is
    void stays void, and its number is never given again.
    """

    DRAFT = "draft"
    NUMBERED = "numbered"
    ISSUED = "issued"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Key:
    """Which document of which round an entry is about.

    ``round`` names programme and year; ``region`` is None for a document of the whole round;
    ``version`` is 1 for what went out first, 2 for its first correction.
    """

    round: str
    kind: str
    region: str | None = None
    version: int = 1


def round_name(programme: str, year: str) -> str:
    """Give the name of a round, the same however its programme was typed."""
    return f"{name_key(programme)} {year.strip()}"


@dataclass(frozen=True, slots=True)
class Matter:
    """What a letter is about, as the outgoing book wants it.

    ``key`` is None for a letter that belongs to no round. The calendar year of ``date`` is the one
    in which its number counts. ``corrects`` is the identifier of the entry that this one corrects.
    """

    date: datetime.date
    subject: str
    addressees: tuple[str, ...] = ()
    key: Key | None = None
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """A file that went out: its path within the folder of the issue, and its sha256."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outgoing book.

    ``sequence`` and ``number`` are None for what never got one. ``reason`` says why an entry is
    void; it is empty for all others.
    """

    identifier: int
    status: Status
    matter: Matter
    sequence: int | None
    number: str | None
    files: tuple[IssuedFile, ...] = ()
    reason: str = ""

    def holds(self, words: Sequence[str]) -> bool:
        """Tell whether number, subject, region or an addressee has every word, in any case."""
        matter = self.matter
        region = matter.key.region if matter.key else None
        texts = (self.number or "", matter.subject, region or "", *matter.addressees)
        told = "\n".join(texts).casefold()
        return all(word.casefold() in told for word in words)
