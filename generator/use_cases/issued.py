"""What goes out, and how it is put right: what ``issue`` and ``correct`` do."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from generator.issuing.correcting import Planned, plan_correction
from generator.issuing.correcting import correct as corrected
from generator.issuing.issue import Issue, read_issue
from generator.issuing.issuing import issue_round
from generator.making.batch import HERE
from generator.making.rehearsal import Extent
from generator.making.rounds import Round
from generator.system.turns import turn_in
from generator.use_cases.documents import Waiting, open_workbook, unasked
from generator.use_cases.following import Cancelled, Progress, never, unseen


@dataclass(frozen=True)
class Correction:
    """A correction that was prepared: what differs, which documents are stale, the round as it is.

    ``needed`` is False where every document still says what the workbook says.
    """

    workbook: Path
    planned: Planned
    after: Round

    @property
    def needed(self) -> bool:
        """Tell whether a document has to take another's place, or to go."""
        return bool(self.planned.stale.changed or self.planned.stale.gone)


def issue(
    workbook: Path,
    folder: Path | None = None,
    *,
    pack: str | None = None,
    waiting: Waiting = unasked,
) -> Issue:
    """Freeze what was made of a round in a folder, the workbook's own unless another is given.

    Raises UnreadableInputError, WrongDataError (a draft, documents that are not whole or of
    another state), WrongTemplateError and UnwritableOutputError.
    """
    place = folder or workbook.parent
    opened = open_workbook(workbook, pack)
    with turn_in(place, waiting):
        return issue_round(opened, workbook, place)


def prepare_correction(workbook: Path, against: Path, *, pack: str | None = None) -> Correction:
    """Hold a workbook against an issue; nothing is made. Raises as ``issue``."""
    of = read_issue(against)
    after = open_workbook(workbook, pack)
    # What was issued went through every check; only what differs from it is rendered again.
    before = open_workbook(of.workbook_path, str(after.pack.folders[0]), extent=Extent.SAMPLES)
    return Correction(workbook, plan_correction(before, after, of), after)


def correct(
    prepared: Correction,
    reason: str,
    day: datetime.date,
    *,
    processes: int = HERE,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
    waiting: Waiting = unasked,
) -> Issue:
    """Make version 2 of the stale documents, with the reason printed; ``day`` is its date.

    Raises WrongDataError where nothing is stale or there is no reason, UnwritableOutputError,
    NothingSucceededError where a document failed, and CancelledError; then nothing was issued.
    """
    with turn_in(prepared.planned.issue.folder.parent, waiting):
        return corrected(
            prepared.planned,
            prepared.after,
            prepared.workbook,
            reason,
            day,
            processes,
            progress,
            cancelled,
        )
