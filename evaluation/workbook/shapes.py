"""What the description of a workbook is made of: sheets, columns, and facts of the letter."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property


class Kind(Enum):
    """What a cell of a column holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


class Family(Enum):
    """What the further columns of a sheet are headed by, besides those with fixed headings."""

    SCORES = "question numbers and directly scored dimensions"
    CATEGORIES = "categories"
    DIMENSIONS = "dimensions"


@dataclass(frozen=True, slots=True)
class ListedIn:
    """Where the words of a drop-down stand: in a column of another sheet.

    ``heading`` None means the headings of that sheet's further columns.
    """

    sheet: str
    heading: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column with a fixed heading; ``required`` means that the sheet must have it.

    ``choices`` are the words offered in a drop-down, or ``listed`` says where they stand; ``width``
    is in characters. ``also`` are other headings that are read as this one.
    """

    heading: str
    help: str
    required: bool = True
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    listed: ListedIn | None = None
    width: int = 18
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Further:
    """The further columns of a sheet: they stand behind the column headed ``after``.

    ``samples`` are the headings that a blank workbook starts with.
    """

    family: Family
    after: str
    help: str
    samples: tuple[str, ...] = ()
    width: int = 7


@dataclass(frozen=True)
class Sheet:
    """A sheet; ``required`` means that a round cannot do without it.

    A sheet that is known has a class of its own, whose attributes are its columns, in the order in
    which they are written; one without any is a sheet that somebody else added. ``blank`` tells
    whether a blank workbook has the sheet. ``purpose`` is one line for the reader.
    """

    name: str
    purpose: str
    required: bool = False
    further: Further | None = None
    blank: bool = True

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Give the columns with fixed headings, in order."""
        return tuple(each for each in vars(type(self)).values() if isinstance(each, Column))

    def column(self, heading: str) -> Column:
        """Give the column with a fixed heading. Raises KeyError when the sheet has none."""
        return {column.heading: column for column in self.columns}[heading]


@dataclass(frozen=True, slots=True)
class FactKey:
    """A key of the sheet ``Surat``; ``required`` means that it must have a value.

    ``also`` is another key that is read in its stead, None where there is none.
    """

    key: str
    help: str
    required: bool = False
    kind: Kind = Kind.TEXT
    repeats: bool = False
    also: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Give every key that says it, the one to write first."""
        return (self.key,) if self.also is None else (self.key, self.also)
