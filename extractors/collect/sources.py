"""Where a coordinate of a score may come from: a cell of its row, a heading, or one constant."""

from dataclasses import dataclass
from enum import Enum

from evaluation.draft import Item
from evaluation.sources import Source as Place


class Origin(Enum):
    """The kinds of source; the value is how it is told to the user."""

    ROW = "kolom"
    SECTION = "baris di atasnya"
    HEADING = "judul kolom"
    MARK = "tanda formulir"
    LABEL = "label"
    TITLE = "judul"
    TAB = "nama lembar"
    FILE = "nama berkas"
    NONE = "tidak disebut"


class Numbered(Enum):
    """What the numbers beside questions count: all questions, those of each dimension, in codes."""

    GLOBALLY = "global"
    BY_DIMENSION = "by dimension"
    BY_CODE = "by code"


@dataclass(frozen=True, slots=True)
class Source:
    """One answer to where a coordinate comes from.

    ``column`` is the column that holds it in each row, ``beside`` a second one that helps: the
    code of a region, the text of a question; ``dimension`` is the column of dimensions, ``section``
    one in which they stand alone above the rows; ``heading`` is the row of headings, and
    ``axis`` counts what may be read from it; ``value``
    the constant: a region's name, an assessor, a question;
    ``code`` stands beside the name of a region in the mark of a form.
    ``prior`` says how surely (0 to 1) the place by itself tells that coordinate.
    """

    origin: Origin
    prior: float
    column: int | None = None
    beside: int | None = None
    dimension: int | None = None
    section: int | None = None
    heading: int | None = None
    axis: int = 0
    value: Item | None = None
    numbered: Numbered = Numbered.GLOBALLY
    code: str = ""
    place: Place | None = None

    @property
    def columns(self) -> tuple[int, ...]:
        """Give the key columns that it reads."""
        return tuple(c for c in (self.column, self.beside, self.dimension) if c is not None)
