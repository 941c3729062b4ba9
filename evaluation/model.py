"""The nouns of an evaluation round.

Everything is frozen and knows where it came from. Nothing here reads or writes a file, and nothing
knows a programme: dimensions, questions, weights and categories are data.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property

from evaluation.names import name_key
from evaluation.origins import Origins
from evaluation.sources import Source, cell_name


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the letter: a key and its text, as the sheet ``Surat`` gives them."""

    key: str
    value: str
    source: Source


class Facts:
    """The facts of the letter, found by key without regard to case, spaces and punctuation."""

    def __init__(self, facts: tuple[Fact, ...]) -> None:
        self._facts = facts
        self._by_key: dict[str, list[Fact]] = {}
        for fact in facts:
            self._by_key.setdefault(name_key(fact.key), []).append(fact)

    def __iter__(self) -> Iterator[Fact]:
        """Go through all facts in the order of the sheet."""
        return iter(self._facts)

    def get(self, key: str) -> str | None:
        """Give the value of a key; None when it is absent or blank."""
        values = self.all(key)
        return values[0] if values else None

    def all(self, key: str) -> tuple[str, ...]:
        """Give every non-blank value of a key that may repeat (Tembusan)."""
        return tuple(fact.value for fact in self._by_key.get(name_key(key), ()) if fact.value)

    def source(self, key: str) -> Source | None:
        """Give the place of a key's first row, blank or not; None when it is absent."""
        facts = self._by_key.get(name_key(key))
        return facts[0].source if facts else None


@dataclass(frozen=True, slots=True)
class Scale:
    """The scores that an assessor may give: from ``minimum`` to ``maximum`` by ``step``.

    ``step`` is None where none is known: then every value of the scale may be given.
    """

    minimum: Decimal
    maximum: Decimal
    step: Decimal | None

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value lies within the scale (it need not be on a step)."""
        return self.minimum <= value <= self.maximum

    def has_step(self, value: Decimal) -> bool:
        """Tell whether a value within the scale is one that an assessor may give."""
        on_step = self.step is None or (value - self.minimum) % self.step == 0
        return self.holds(value) and on_step


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the instrument; ``number`` is its key throughout the round."""

    number: int
    indicator: str
    sub_indicator: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Element:
    """One line of the method table: what a dimension looks at, and how."""

    name: str
    description: str


class WhenMissing(Enum):
    """What a dimension without a value does to the final value (column ``Bila Kosong``)."""

    ZERO = "0"
    SHARE_OUT = "bagi ulang"
    REFUSE = "tolak"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension of the evaluation and its weights.

    ``weights`` gives percent by category; a category that is absent from it does not have the
    dimension. A dimension without questions is scored directly.
    """

    name: str
    questions: tuple[Question, ...]
    weights: Mapping[str, Decimal]
    when_missing: WhenMissing
    letter_name: str
    table_name: str
    description: str
    elements: tuple[Element, ...]
    source: Source

    @property
    def directly_scored(self) -> bool:
        """Tell whether the dimension is scored as a whole, without questions."""
        return not self.questions


@dataclass(frozen=True)
class Instrument:
    """What is asked and how it is weighed: dimensions in printing order, categories, scale.

    ``averages_what_is_there`` is True when a question that nobody scored is left out of the mean
    (``Nilai Kosong`` = ``rata-rata yang ada``); otherwise such a question is an error.
    """

    dimensions: tuple[Dimension, ...]
    categories: tuple[str, ...]
    scale: Scale
    averages_what_is_there: bool = False

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Give all questions, in the order of their dimensions."""
        return tuple(q for dimension in self.dimensions for q in dimension.questions)

    @cached_property
    def items(self) -> tuple[int | str, ...]:
        """Give what a row of scores holds, in order: question numbers, then direct dimensions."""
        direct = tuple(d.name for d in self.dimensions if d.directly_scored)
        return tuple(question.number for question in self.questions) + direct

    @cached_property
    def position(self) -> Mapping[int | str, int]:
        """Give the index of each item within a row of scores."""
        return {item: index for index, item in enumerate(self.items)}

    def dimensions_of(self, category: str) -> tuple[Dimension, ...]:
        """Give the dimensions that regions of a category are evaluated in."""
        return tuple(d for d in self.dimensions if category in d.weights)


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the round; ``code`` is None where the workbook gives none.

    ``source`` is the cell of the name, ``addressee_source`` that of the addressee, where known.
    ``email`` is the addressee's, blank where the workbook gives none; no document prints it.
    ``others`` are its former and short names.
    """

    number: int
    code: str | None
    name: str
    addressee: str
    category: str
    attended: bool
    source: Source
    addressee_source: Source | None = None
    email: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """The scores of one region by one assessor; ``assessor`` is None for a row of means.

    ``values`` stands in the order of ``Instrument.items``; None is "not scored". ``columns`` gives
    the sheet column (from 0) of each value, None where the sheet has no such column.
    """

    assessor: str | None
    values: tuple[Decimal | None, ...]
    file: str
    sheet: str
    row: int
    columns: tuple[int | None, ...]

    def source(self, index: int) -> Source:
        """Give the cell of one value."""
        column = self.columns[index]
        cell = cell_name(self.row, column) if column is not None else None
        return Source(self.file, self.sheet, cell)


@dataclass(frozen=True, slots=True)
class Comment:
    """One point that an assessor makes about a region, in a section such as ``Kekuatan``."""

    section: str
    assessor: str
    institution: str
    point: str
    source: Source


@dataclass(frozen=True, slots=True)
class PreviousResult:
    """Last year's result of a region; a dimension that had no value is absent, ``final`` None.

    ``source`` is the cell of the region's name; ``cells`` gives that of each dimension's value, and
    ``final_cell`` that of the final value, where known.
    """

    dimensions: Mapping[str, Decimal]
    final: Decimal | None
    source: Source
    cells: Mapping[str, Source] = field(default_factory=dict)
    final_cell: Source | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A check silenced at a place, and the reason that a person gave."""

    rule: str
    place: str
    reason: str
    source: Source


@dataclass(frozen=True)
class Evaluation:
    """One evaluation round. Scores, previous results and comments are found by region name.

    ``previous_weights`` gives last year's weights in percent, by category and dimension; it is
    empty where the workbook does not tell them. ``origins`` says where collected values came from.
    """

    file: str
    facts: Facts
    instrument: Instrument
    regions: tuple[Region, ...]
    scores: Mapping[str, tuple[ScoreRow, ...]]
    previous: Mapping[str, PreviousResult]
    comments: Mapping[str, tuple[Comment, ...]]
    exemptions: tuple[Exemption, ...] = field(default=())
    previous_weights: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    origins: Origins = field(default_factory=Origins)

    @cached_property
    def largest_number(self) -> int:
        """Give the largest number of a region, 0 where there is none."""
        return max((region.number for region in self.regions), default=0)

    def attended(self) -> tuple[Region, ...]:
        """Give the regions that took part, in the order of the workbook."""
        return tuple(region for region in self.regions if region.attended)

    def absent(self) -> tuple[Region, ...]:
        """Give the regions that did not take part, in the order of the workbook."""
        return tuple(region for region in self.regions if not region.attended)
