"""What is to be handed over: the documents of a folder or of an issue, as they were made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import WrongDataError
from evaluation.messages import _, ngettext
from evaluation.rules import output as rules
from evaluation.sources import Finding, Source
from generator.issuing.issue import Issue
from generator.making.manifest import NAME, FileRecord, open_manifest
from generator.making.rounds import Round
from generator.system.existing import sha256_of

_LISTED = 12


@dataclass(frozen=True, slots=True)
class Delivery:
    """Documents that are there, whole and unchanged.

    ``number`` and ``day`` are those of the letter that they go with, as they are printed; blank
    for drafts.
    """

    folder: Path
    files: tuple[FileRecord, ...]
    number: str
    day: str

    def of_region(self, region: str) -> Sequence[FileRecord]:
        """Give the documents of a region, in the order in which they were made."""
        return [one for one in self.files if one.region == region]


def delivery_of_folder(folder: Path, opened: Round, day: str) -> Delivery:
    """Give what was made of a round into a folder.

    Raises WrongDataError where nothing was made, or a document of the round is missing, was
    changed, or was made from another state of the workbook.
    """
    manifest = open_manifest(folder)
    if manifest.content is None:
        raise WrongDataError(
            _("nothing was made in this folder."),
            source=Source(str(folder / NAME)),
            remedy=_("Make the documents first: laporan build."),
        )
    files, wrong = [], []
    names = {region.name for region in opened.evaluation.regions}
    for entry in manifest.content["files"]:
        one = FileRecord(**{name: entry[name] for name in FileRecord.__slots__})
        told = {**manifest.content, **entry}["workbook"]["sha256"]
        if told != opened.workbook_sha256:
            reason = _("was made from another state of workbook or template pack.")
            wrong.append(rules.NOT_ISSUABLE.found(Source(str(folder / one.path)), reason))
        elif one.region is None or one.region in names:
            files.append(one)
    wrong += _changed(folder, files)
    _refuse(wrong)
    return Delivery(folder, tuple(files), opened.letter.number_text or "", day)


def delivery_of_issue(issue: Issue, day: str) -> Delivery:
    """Give what was issued. Raises WrongDataError where a file is missing or was changed."""
    _refuse(list(_changed(issue.folder, issue.files)))
    return Delivery(issue.folder, issue.files, issue.own_number, day)


def _changed(folder: Path, files: Sequence[FileRecord]) -> Iterator[Finding]:
    for one in files:
        try:
            intact = sha256_of(folder / one.path) == one.sha256
        except OSError:
            intact = False
        if not intact:
            told = _("is missing or was changed after it was made.")
            yield rules.NOT_ISSUABLE.found(Source(str(folder / one.path)), told)


def _refuse(wrong: Sequence[Finding]) -> None:
    if wrong:
        told = ngettext(
            "%(count)d file cannot be handed over as it is.",
            "%(count)d files cannot be handed over as they are.",
            len(wrong),
        )
        raise WrongDataError(
            told % {"count": len(wrong)},
            remedy=_("Make the documents anew (laporan build) and look at them."),
            findings=list(wrong[:_LISTED]),
        )
