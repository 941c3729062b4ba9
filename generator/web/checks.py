"""What is wrong with a round's workbook as it stands, looked at again once it was saved."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from evaluation.errors import LaporanError, UnreadableInputError
from evaluation.names import name_key
from evaluation.sources import Finding
from evaluation.workbook.facts import FACTS
from extractors.spreadsheets.cells import RawSheet
from generator.making.inspection import Inspection
from generator.use_cases import inspect
from generator.use_cases.reading import read_cells
from generator.web.findings import finding_id
from generator.web.shelf import Round

State = tuple[int, int]
"""What a file is known to be unchanged by: the time of its last change and its size."""

_NO_FILE: State = (0, 0)


@dataclass(frozen=True)
class Checked:
    """A workbook at one state. ``fault`` is why it could not be read, else None.

    ``sheets`` are its sheets as they stand, by their names' keys.
    """

    state: State
    at: datetime
    inspection: Inspection | None
    sheets: Mapping[str, RawSheet]
    fault: LaporanError | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what was found."""
        return self.inspection.findings if self.inspection else ()

    @property
    def title(self) -> str:
        """Give what the round is called in its workbook; empty where that says nothing."""
        if self.inspection is None:
            return ""
        facts = self.inspection.evaluation.facts
        told = (facts.get(FACTS.programme.key), facts.get(FACTS.year.key))
        return " ".join(one for one in told if one)

    def finding(self, identifier: str) -> Finding | None:
        """Give the finding of an identifier; None where there is none any more."""
        return next((one for one in self.findings if finding_id(one) == identifier), None)


def state_of(one: Round) -> State:
    """Give the state of a round's workbook."""
    try:
        seen = one.workbook.stat()
    except OSError:  # for a moment, while a spreadsheet program puts the new file in its place
        return _NO_FILE
    return (seen.st_mtime_ns, seen.st_size)


@dataclass
class Checks:
    """The newest check of each round; only one is at work at a time, whoever asks for it."""

    _kept: dict[str, Checked] = field(default_factory=dict)
    _turn: Lock = field(default_factory=Lock)

    def known(self, one: Round) -> Checked | None:
        """Give the check of a workbook as it stands; None where it was not looked at since."""
        kept = self._kept.get(one.identifier)
        return kept if kept is not None and kept.state == state_of(one) else None

    def newest(self, one: Round) -> Checked | None:
        """Give the last check of a round, whatever became of its workbook since."""
        return self._kept.get(one.identifier)

    def of(self, one: Round) -> Checked:
        """Give what is wrong with a workbook as it stands."""
        with self._turn:
            kept = self.known(one)
            if kept is None:
                kept = self._kept[one.identifier] = _check(one)
            return kept


def _check(one: Round) -> Checked:
    """Look at a workbook, and again where it was saved meanwhile."""
    for _try in range(3):
        state = state_of(one)
        checked = _look(one, state)
        if state_of(one) == state:
            break
    return checked


def _look(one: Round, state: State) -> Checked:
    at = datetime.now().astimezone()
    try:
        seen = inspect(one.workbook, one.pack)
    except LaporanError as fault:
        return Checked(state, at, None, {}, fault)
    sheets: dict[str, RawSheet] = {}
    with suppress(UnreadableInputError):
        sheets = {name_key(sheet.name): sheet for sheet in read_cells(one.workbook)}
    return Checked(state, at, seen, sheets)
