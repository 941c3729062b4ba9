"""A round that went out is put right: what differs, what is stale by it, version 2 of just that."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.comparing import Difference, differences, result_differences
from evaluation.errors import NothingSucceededError, WrongDataError
from evaluation.messages import _
from evaluation.sources import Source
from generator.document.kinds import Request, Scope
from generator.issuing.freezing import freeze, issue_folder, workbook_name
from generator.issuing.issue import Issue, require_whole, successor
from generator.issuing.issuing import close_entry, require_final
from generator.issuing.stale import Stale, stale_between
from generator.making.batch import Outcome, Outcomes, batch_of, make_all
from generator.making.maker import Maker
from generator.making.manifest import FileRecord
from generator.making.numbering import letter_key, letter_matter, register_of, writer_of
from generator.making.plan import Job, plan_regions, plan_round
from generator.making.rounds import Round
from generator.processes.pool import Cancelled
from generator.register.entries import Entry, Matter
from generator.system.existing import Outputs
from letters.correction import Correction
from letters.letter import NUMBER
from letters.number import NumberParts


@dataclass(frozen=True)
class Planned:
    """A correction before it is made: what differs, and which documents no longer agree.

    ``pack_changed`` tells that the wording or looks are others than those of the issue.
    """

    issue: Issue
    data: tuple[Difference, ...]
    results: tuple[Difference, ...]
    stale: Stale
    pack_changed: bool


def plan_correction(before: Round, after: Round, issue: Issue) -> Planned:
    """Hold a corrected round against the one that an issue was made from.

    Raises WrongDataError for a draft, for another letter's number or date, and where the issue was
    corrected already; UnreadableInputError where the issue is not as it was.
    """
    require_final(after)
    later = successor(issue)
    if later is not None:
        raise WrongDataError(
            _("this issue was corrected already."),
            source=Source(str(issue.folder)),
            remedy=_("Correct the newest one: --against “%(issue)s”.") % {"issue": later.folder},
        )
    require_whole(issue)
    _require_same_letter(after, issue)
    old, new = _jobs(before, issue), _jobs(after, issue)
    return Planned(
        issue,
        differences(before.evaluation, after.evaluation),
        result_differences(before.evaluation, after.evaluation),
        stale_between(before.maker, old, after.maker, new),
        pack_changed=after.origin.pack_sha256 != issue.pack_sha256,
    )


def _require_same_letter(after: Round, issue: Issue) -> None:
    letter = after.letter
    if (letter.number_text, letter.date) != (issue.number, issue.date):
        raise WrongDataError(
            _("a correction keeps number and date of the letter: %(number)s, %(date)s.")
            % {"number": issue.number, "date": issue.date},
            source=after.evaluation.facts.source(NUMBER),
            remedy=_("Put them back; the correction gets its own number and date."),
        )


def _jobs(opened: Round, issue: Issue) -> tuple[Job, ...]:
    """Plan the documents that an issue consists of, in the formats it has them in."""
    formats = tuple(dict.fromkeys(one.path.rpartition(".")[2] for one in issue.files))
    names = {one.kind for one in issue.files}
    evaluation = opened.evaluation
    kinds = opened.pack.kinds
    of_round = plan_round(evaluation, formats, kinds.of(Scope.ROUND, Request.ALL))
    regional = [kind for kind in kinds if kind.scope is Scope.REGION and kind.name in names]
    return of_round + plan_regions(evaluation, evaluation.regions, formats, regional)


Tell = Callable[[int, int], None]


def correct(
    planned: Planned,
    after: Round,
    workbook: Path,
    reason: str,
    day: datetime.date,
    processes: int,
    tell: Tell,
    cancelled: Cancelled,
) -> Issue:
    """Make version 2 of exactly the stale documents, in a folder of its own beside the issue.

    ``tell`` is called with the documents done and all of them. The correction takes a number from
    the outgoing book where the profile names one and says so, else it bears that of the letter.
    Raises WrongDataError, UnwritableOutputError, CancelledError, and NothingSucceededError where a
    document failed.
    """
    _require_matter(planned, reason)
    entry = _entry(planned, after, day)
    number = entry.number if entry and entry.number else planned.issue.number
    correction = Correction(
        version=planned.issue.version + 1,
        reason=reason,
        number=number,
        date=day,
        of_number=planned.issue.number,
        of_date=planned.issue.date,
    )
    maker = replace(after.maker, correction=correction, outputs=Outputs())

    def fill(folder: Path) -> Sequence[FileRecord]:
        return _made(maker, planned.stale.changed, folder, processes, tell, cancelled)

    issue = freeze(_next(planned, after, workbook, correction), fill, workbook)
    if entry is not None:
        close_entry(register_of(after.pack), entry, issue.files)
    return issue


def _require_matter(planned: Planned, reason: str) -> None:
    if not (planned.stale.changed or planned.stale.gone):
        raise WrongDataError(
            _("every document that was issued still says what the workbook says."),
            source=Source(str(planned.issue.folder)),
        )
    if not reason.strip():
        raise WrongDataError(_("a correction is made for a reason, which is missing."))


def _made(
    maker: Maker,
    jobs: Sequence[Job],
    folder: Path,
    processes: int,
    tell: Tell,
    cancelled: Cancelled,
) -> Sequence[FileRecord]:
    outcomes: Outcomes = {}
    tell(0, len(jobs))

    def note(index: int, outcome: Outcome) -> None:
        outcomes[index] = outcome
        tell(len(outcomes), len(jobs))

    if jobs:
        make_all(maker, jobs, folder, processes, note, cancelled)
    made = batch_of(outcomes)
    if made.failures:
        raise NothingSucceededError(
            _("a document could not be made, so nothing was issued: %(reason)s")
            % {"reason": made.failures[0].reason}
        )
    return made.records


def _entry(planned: Planned, after: Round, day: datetime.date) -> Entry | None:
    """Give the correction's entry in the outgoing book, with its number; None without a book."""
    profile, key = after.pack.profile, letter_key(after.evaluation)
    if profile.book.file is None or key is None:
        return None
    register = register_of(after.pack)
    first = register.of_key(key)
    told = letter_matter(after.evaluation, after.letter)
    matter = Matter(
        date=day,
        subject=f"Ralat ke-{planned.issue.version}: {told.subject}",
        addressees=told.addressees,
        key=replace(key, version=planned.issue.version + 1),
        corrects=first.identifier if first else None,
    )
    if profile.book.own_number or first is None:
        return register.give(matter, writer_of(profile, NumberParts())(day)).entry
    return register.borrow(matter, planned.issue.number)


def _next(planned: Planned, after: Round, workbook: Path, correction: Correction) -> Issue:
    issue, origin = planned.issue, after.origin
    folder = issue_folder(issue.folder.parent.parent, after.letter, correction.version)
    stems = {job.stem for job in planned.stale.gone}
    return Issue(
        folder=folder,
        number=issue.number,
        date=issue.date,
        own_number=correction.number,
        own_date=correction.date,
        version=correction.version,
        reason=correction.reason,
        corrects=issue.folder.resolve().name,
        workbook=workbook_name(workbook),
        workbook_sha256=origin.workbook_sha256,
        pack=origin.pack,
        pack_sha256=origin.pack_sha256,
        files=(),
        withdrawn=tuple(one.path for one in issue.files if one.path.rpartition(".")[0] in stems),
    )
