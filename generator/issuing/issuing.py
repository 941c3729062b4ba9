"""A round goes out: its documents frozen, its letter closed in the outgoing book."""

from collections.abc import Sequence
from pathlib import Path

from evaluation.errors import WrongDataError
from evaluation.messages import _
from evaluation.sources import Source
from generator.document.kinds import Request, Scope
from generator.issuing.freezing import copied, freeze, issuable, issue_folder, workbook_name
from generator.issuing.issue import Issue
from generator.making.manifest import FileRecord, open_manifest
from generator.making.numbering import number_letter, register_of, writer_of
from generator.making.plan import plan_regions, plan_round
from generator.making.rounds import Round
from generator.register.book import Register
from generator.register.entries import Entry, IssuedFile, Status
from letters.letter import DATE, NUMBER
from letters.number import NumberParts


def issue_round(opened: Round, workbook: Path, folder: Path) -> Issue:
    """Issue what was made of a round in a folder; give the issue, which may stand already.

    With a register in the agency profile, the letter's number is held against it before and the
    entry is closed after; without one the issue stands by itself. Raises WrongDataError for a
    draft, for documents that are not whole and of this workbook, and for a number of another
    letter; UnwritableOutputError.
    """
    require_final(opened)
    evaluation, kinds = opened.evaluation, opened.pack.kinds
    jobs = plan_round(evaluation, (), kinds.of(Scope.ROUND, Request.ALL))
    reports = kinds.of(Scope.REGION, Request.ALL)
    jobs += plan_regions(evaluation, evaluation.regions, (), reports)
    manifest = open_manifest(folder)
    records = issuable(manifest, opened.origin, [job.stem for job in jobs])
    entry = _entry(opened)
    issue = freeze(_first(opened, workbook, folder), copied(folder, records), workbook)
    if entry is not None:
        close_entry(register_of(opened.pack), entry, issue.files)
    return issue


def require_final(opened: Round) -> None:
    """Raise WrongDataError where a round is a draft still."""
    if opened.letter.is_draft:
        key = DATE if opened.letter.date is None else NUMBER
        raise WrongDataError(
            _("a draft (KONSEP) cannot be issued: %(key)s is blank.") % {"key": key},
            source=opened.evaluation.facts.source(key) or Source(opened.evaluation.file),
            remedy=_("Fill it in, make the documents anew and look at them."),
        )


def close_entry(register: Register, entry: Entry, files: Sequence[FileRecord]) -> None:
    """Note in the outgoing book that a letter went out, with its files."""
    register.issue(entry.identifier, [IssuedFile(one.path, one.sha256) for one in files])


def _entry(opened: Round) -> Entry | None:
    """Give the letter's entry in the outgoing book; None where the profile names no book."""
    profile = opened.pack.profile
    if profile.book.file is None:
        return None
    written = writer_of(profile, NumberParts())
    given = number_letter(register_of(opened.pack), opened.evaluation, opened.letter, written)
    if given.entry.status is Status.VOID:
        raise WrongDataError(_("entry %(entry)d is void.") % {"entry": given.entry.identifier})
    return given.entry


def _first(opened: Round, workbook: Path, folder: Path) -> Issue:
    letter, origin = opened.letter, opened.origin
    if letter.date is None or letter.number_text is None:
        raise ValueError("a draft has no issue")
    return Issue(
        folder=issue_folder(folder, letter),
        number=letter.number_text,
        date=letter.date,
        own_number=letter.number_text,
        own_date=letter.date,
        version=1,
        reason="",
        corrects="",
        workbook=workbook_name(workbook),
        workbook_sha256=origin.workbook_sha256,
        pack=origin.pack,
        pack_sha256=origin.pack_sha256,
        files=(),
    )
