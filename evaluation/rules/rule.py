"""A rule: what findings and flags are made by. Its identifier and its severity stand here alone."""

from dataclasses import dataclass, replace
from enum import Enum

from evaluation.messages import NOTHING, Message
from evaluation.sources import Finding, Severity, Source


class Scope(Enum):
    """What a rule looks at."""

    WORKBOOK = "a round: its workbook, its letter, its wording"
    TEMPLATES = "a template pack"
    OUTPUT = "files that would be written"
    COLLECTING = "spreadsheets of any shape"
    ARCHIVE = "past reports"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong or worth a look.

    ``identifier`` is stable: exemptions, records and other programs know the rule by it. Two scopes
    may have a rule of the same identifier. ``severity`` is that of its findings; those in ``also``
    are what it can be taken at where the same thing weighs otherwise.
    """

    identifier: str
    severity: Severity
    scope: Scope
    also: tuple[Severity, ...] = ()

    def at(self, severity: Severity) -> "Rule":
        """Give the rule at one of its severities. Raises ValueError for one that it lacks."""
        if severity is not self.severity and severity not in self.also:
            raise ValueError(f"{self.identifier}: {severity.name}")
        return replace(self, severity=severity, also=(self.severity, *self.also))

    def found(self, source: Source | None, message: Message, remedy: Message = NOTHING) -> Finding:
        """Make a finding; ``source`` is None for one about the round as a whole."""
        return Finding(self.identifier, self.severity, source, message, remedy)
