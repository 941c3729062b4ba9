"""What reading has brought so far: scores, comments, what was not used, and what is wrong."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from evaluation.draft import Item
from evaluation.findings import Findings
from evaluation.messages import NOTHING, Message
from evaluation.names import name_key
from evaluation.rules.rule import Rule
from evaluation.sources import Source
from evaluation.understanding import UnknownName, Unused


@dataclass(frozen=True, slots=True)
class CollectedScore:
    """One score and its cell; ``assessor`` is None where the file names none.

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


@dataclass(slots=True)
class Gathering:
    """Grows while files are read one after the other."""

    scores: list[CollectedScore] = field(default_factory=list)
    comments: list[CollectedComment] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    unknown: dict[str, UnknownName] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)

    def report(
        self, rule: Rule, place: Source, message: Message, remedy: Message = NOTHING
    ) -> None:
        """Report what a rule has found."""
        self.findings.add(rule.found(place, message, remedy))

    def set_aside(self, place: Source, what: str, why: Message) -> None:
        """List something that was read and is not used."""
        self.unused.append(Unused(place, what[:200], why))

    def unknown_name(self, text: str, near: tuple[str, ...], place: Source) -> None:
        """Keep a name that no region answers to, so that a mapping can settle it."""
        self.unknown.setdefault(name_key(text), UnknownName(text, near, place))

    def take(self, other: "Gathering") -> None:
        """Take over what reading one table has brought."""
        self.scores += other.scores
        self.comments += other.comments
        self.unused += other.unused
        for key, name in other.unknown.items():
            self.unknown.setdefault(key, name)
        for finding in other.findings.all():
            self.findings.add(finding)
