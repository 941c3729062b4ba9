"""What is known of a round so far: every value with its place and its doubt, any part missing.

Collecting spreadsheets and digitising past reports both yield a draft, a workbook is one as well
(``evaluation.standing``), and one room turns drafts into sheets. Nothing here is checked: what is
wrong with a round is told once it is read as a workbook.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from evaluation.messages import NOTHING, Message, _
from evaluation.model import Instrument, WhenMissing
from evaluation.names import name_key, plain
from evaluation.rules import collecting as rules
from evaluation.sources import Finding, Source

Item = int | str
"""What a score is for: a question's number, or the name of a directly scored dimension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What every part of a draft knows of itself.

    ``source`` is the place in a file that it was found in, None where there is none but the
    workbook itself. ``time`` says when that file was last changed, as the sheet ``Asal`` writes it;
    blank where that is not told. ``doubt`` says what a person has to look at, nothing
    where nothing is doubtful. ``cell`` is where it stands in a workbook already,
    None for what comes anew; it does not count when drafts are compared.
    """

    source: Source | None = None
    time: str = ""
    doubt: Message = NOTHING
    cell: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class FoundFact(Found):
    """One fact of the letter or the round, as text: dates written out, decimals with a comma."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class FoundQuestion(Found):
    """A question as the files number and word it; ``text`` is blank where only a number stands.

    ``dimension`` and the indicators are blank where the files do not tell them.
    """

    number: int
    text: str
    dimension: str = ""
    indicator: str = ""
    sub_indicator: str = ""


@dataclass(frozen=True, slots=True)
class FoundDimension(Found):
    """A dimension and what it weighs, in percent by category; a category that lacks it is absent.

    ``when_missing`` is REFUSE where nothing tells what a missing value does.
    """

    name: str
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    when_missing: WhenMissing = WhenMissing.REFUSE


@dataclass(frozen=True, slots=True)
class FoundRegion(Found):
    """A region as the files name it; ``code`` is None where they give none.

    Addressee, e-mail and category are blank, and ``attended`` is None, where nothing tells them.
    ``others`` are further names that a person noted (former, short).
    """

    name: str
    code: str | None = None
    addressee: str = ""
    category: str = ""
    attended: bool | None = None
    email: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundScore(Found):
    """One score; ``assessor`` is None where the file names none (a mean, or an unnamed judge).

    ``value`` is None where the file asks and gives no score, or one that cannot be read.
    """

    region: str
    assessor: str | None
    item: Item
    value: Decimal | None
    institution: str = ""


@dataclass(frozen=True, slots=True)
class FoundComment(Found):
    """One point of one assessor about a region; ``assessor`` is blank where nobody is named."""

    region: str
    section: str
    assessor: str
    institution: str
    point: str


@dataclass(frozen=True, slots=True)
class FoundResult(Found):
    """Last year's result of a region: the final value (None: not told), and those by dimension."""

    region: str
    final: Decimal | None
    dimensions: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before anything is read; empty parts are taken from the files as they come.

    ``regions`` are the regions that may occur, ``sections`` the sections of comments; ``year`` is
    that of the round, None where it is not known; ``round`` its programme and year as a form
    tells them, blank where they are not known.
    """

    instrument: Instrument | None = None
    regions: tuple[FoundRegion, ...] = ()
    sections: tuple[str, ...] = ()
    year: int | None = None
    round: str = ""


@dataclass(frozen=True)
class Draft:
    """What is known of a round so far; a part of which nothing is known is empty.

    Everything stands in the order in which it is to be written. ``dimensions`` holds those that
    something besides questions tells of; one without questions is scored directly.
    """

    facts: tuple[FoundFact, ...] = ()
    questions: tuple[FoundQuestion, ...] = ()
    dimensions: tuple[FoundDimension, ...] = ()
    regions: tuple[FoundRegion, ...] = ()
    scores: tuple[FoundScore, ...] = ()
    previous: tuple[FoundResult, ...] = ()
    comments: tuple[FoundComment, ...] = ()

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Give the categories of regions and of weights, each once."""
        of_regions = [region.category for region in self.regions if region.category]
        weighted = [category for dimension in self.dimensions for category in dimension.weights]
        return tuple(dict.fromkeys((*of_regions, *weighted)))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Give what may be scored: the questions, then dimensions without any.

        What is scored and told of nowhere else stands behind the others of its kind.
        """
        asked = [question.number for question in self.questions]
        grouped = {name_key(question.dimension) for question in self.questions}
        direct = [one.name for one in self.dimensions if name_key(one.name) not in grouped]
        further = {score.item for score in self.scores}.difference(asked, direct)
        numbers = sorted(item for item in further if isinstance(item, int))
        return (*asked, *numbers, *direct, *sorted(i for i in further if isinstance(i, str)))

    def joined(self, standing: "Draft") -> tuple["Draft", tuple[Finding, ...]]:
        """Give what stands somewhere already and what this draft adds, and what contradicts it.

        Nothing that stands is overwritten: a score that differs is a finding with both places.
        """
        scores, contradictions = _joined_scores(standing.scores, self.scores)
        return Draft(
            _added(standing.facts, self.facts, lambda one: name_key(one.key)),
            _added(standing.questions, self.questions, lambda one: one.number),
            _added(standing.dimensions, self.dimensions, lambda one: name_key(one.name)),
            _added(standing.regions, self.regions, lambda one: name_key(one.name)),
            scores,
            _added(standing.previous, self.previous, lambda one: name_key(one.region)),
            _added(standing.comments, self.comments, _comment_key),
        ), contradictions


_Part = TypeVar("_Part", bound=Found)


def _added(
    standing: Sequence[_Part], new: Sequence[_Part], key: Callable[[_Part], Hashable]
) -> tuple[_Part, ...]:
    known = set(map(key, standing))
    return (*standing, *(one for one in new if key(one) not in known))


def _comment_key(one: FoundComment) -> Hashable:
    return tuple(map(plain, (one.region, one.section, one.assessor, one.institution, one.point)))


def _joined_scores(
    standing: Sequence[FoundScore], new: Sequence[FoundScore]
) -> tuple[tuple[FoundScore, ...], tuple[Finding, ...]]:
    scores = {_score_key(one): one for one in standing}
    contradictions = []
    for one in new:
        known = scores.setdefault(_score_key(one), one)
        if known is one or one.value is None:
            continue
        if known.value in (None, one.value):
            scores[_score_key(one)] = replace(one, assessor=known.assessor, cell=known.cell)
        else:
            contradictions.append(_contradiction(one, known))
    return tuple(scores.values()), tuple(contradictions)


def _score_key(one: FoundScore) -> Hashable:
    return (one.region, name_key(one.assessor or ""), one.item)


def _contradiction(new: FoundScore, known: FoundScore) -> Finding:
    message = _("%(file)s %(cell)s gives %(new)s for %(region)s, %(item)s; here stands %(old)s.")
    return rules.SCORE_CONTRADICTS_WORKBOOK.found(
        known.cell or known.source,
        message
        % {
            "file": new.source.file if new.source else "–",
            "cell": new.source,
            "new": new.value,
            "region": new.region,
            "item": new.item,
            "old": known.value,
        },
        _("Clear the cell that is wrong, and collect again."),
    )
