"""The registry of kinds of document: one value a kind, which all that makes documents reads."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from evaluation.messages import Message, _
from evaluation.model import Evaluation, Region


class Scope(Enum):
    """What one document of a kind is about."""

    ROUND = "round"
    REGION = "region"


class Request(Enum):
    """What a user can ask for: what a command or its option makes."""

    ALL = "build"
    PACKETS = "build --packet"
    LETTER = "letter"
    REPORT = "report"
    PREVIEW = "preview"


class Data(Enum):
    """Data that a document can carry with it, in the order in which a file lists them."""

    RECORD = "what the region's pages say"
    ADDRESSEES = "who the letter goes to"
    RESULTS = "the rows of the national table"


Choice = Callable[[Evaluation], Sequence[Region]]
"""Some regions of a round. Jobs are sent to processes, so it is a function of a module or a value
with ``__call__``."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    ``name`` is what settings, manifest and register call it; ``label`` what people do, in the
    language of whoever is told. ``stem`` is the path of its files in the output folder, without
    the ending; that of a document a region holds ``{region}``, where the region's own stem goes.
    ``requests`` say what it is made at. ``regions`` chooses those that it is about: a document of
    the round is left out where there are none, one a region is made for each of them; None stands
    for all, and for the round whatever its regions. ``formats`` are those that it is written in,
    None for whichever are asked for. ``carries`` is the data that goes with it.

    Raises ValueError where scope, stem and data do not suit one another.
    """

    name: str
    label: Message
    stem: str
    scope: Scope
    requests: frozenset[Request] = frozenset({Request.ALL})
    regions: Choice | None = None
    formats: tuple[str, ...] | None = None
    carries: frozenset[Data] = frozenset()

    def __post_init__(self) -> None:
        """Hold the parts of a kind against one another."""
        a_region = self.scope is Scope.REGION
        if ("{region}" in self.stem) != a_region or (Data.RECORD in self.carries and not a_region):
            raise ValueError(self.name)

    @property
    def always(self) -> bool:
        """Tell whether every making of a whole round makes it, whatever the data."""
        return Request.ALL in self.requests and self.regions is None

    def chosen(self, evaluation: Evaluation) -> Sequence[Region]:
        """Give the regions of a round that the kind is about."""
        return evaluation.regions if self.regions is None else self.regions(evaluation)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds of document in the order in which a round's are made, each with a name of its own."""

    all: tuple[Kind, ...]

    def __iter__(self) -> Iterator[Kind]:
        """Go through all kinds."""
        return iter(self.all)

    def __getitem__(self, name: str) -> Kind:
        """Give a kind by its name. Raises KeyError for one that there is not."""
        return {kind.name: kind for kind in self.all}[name]

    def joined(self, more: Sequence[Kind]) -> "Kinds":
        """Add kinds, after those that there are.

        Raises ValueError for a name or a stem that is taken.
        """
        joined = (*self.all, *more)
        for taken in ({kind.name for kind in joined}, {kind.stem for kind in joined}):
            if len(taken) < len(joined):
                raise ValueError(", ".join(kind.name for kind in more))
        return Kinds(joined)

    def of(self, scope: Scope, *requests: Request) -> tuple[Kind, ...]:
        """Give the kinds of a scope that any of the requests makes."""
        asked = frozenset(requests)
        return tuple(one for one in self.all if one.scope is scope and asked & one.requests)


LETTER = Kind(
    "letter",
    _("letter"),
    "letter",
    Scope.ROUND,
    requests=frozenset({Request.ALL, Request.LETTER, Request.PREVIEW}),
    carries=frozenset({Data.ADDRESSEES}),
)
ADDRESSEES = Kind(
    "addressees",
    _("annex of addressees"),
    "annex-1-addressees",
    Scope.ROUND,
    requests=frozenset({Request.ALL, Request.LETTER}),
)
ABSENT = Kind(
    "absent",
    _("annex of absent regions"),
    "annex-2-absent",
    Scope.ROUND,
    requests=frozenset({Request.ALL, Request.LETTER}),
    regions=Evaluation.absent,
)
NATIONAL_TABLE = Kind(
    "national-table",
    _("national table"),
    "annex-3-national-table",
    Scope.ROUND,
    carries=frozenset({Data.RESULTS}),
)
REPORT = Kind(
    "report",
    _("regional report"),
    "reports/{region}",
    Scope.REGION,
    requests=frozenset({Request.ALL, Request.REPORT, Request.PREVIEW}),
    carries=frozenset({Data.RECORD}),
)
PACKET = Kind(
    "packet",
    _("packet"),
    "packets/{region}",
    Scope.REGION,
    requests=frozenset({Request.PACKETS}),
    formats=("pdf",),  # a packet goes to the post; nobody edits it
    carries=frozenset({Data.RECORD, Data.ADDRESSEES, Data.RESULTS}),
)

KINDS = Kinds((LETTER, ADDRESSEES, ABSENT, NATIONAL_TABLE, REPORT, PACKET))
"""The kinds that every pack can have."""
