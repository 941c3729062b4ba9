"""The issues of a round: what went out, each in a folder of its own that nothing writes into."""

import hashlib
from dataclasses import dataclass

from evaluation.errors import LaporanError
from generator.issuing.freezing import FOLDER
from generator.issuing.issue import Issue, read_issue
from generator.system.frozen import MARK
from generator.web.shelf import Round


@dataclass(frozen=True, slots=True)
class Issued:
    """An issue, by the identifier that addresses have; ``newest`` where none corrects it."""

    identifier: str
    issue: Issue
    newest: bool


def issues_of(one: Round) -> tuple[Issued, ...]:
    """Give the issues of a round, the newest first; a folder whose mark is damaged is left out."""
    found: list[Issue] = []
    for mark in (one.final / FOLDER).glob(f"*/{MARK}"):
        try:
            found.append(read_issue(mark.parent))
        except LaporanError:
            continue
    corrected = {issue.corrects for issue in found}
    ordered = sorted(found, key=lambda issue: (issue.own_date, issue.version), reverse=True)
    return tuple(
        Issued(_identifier(issue.folder.name), issue, issue.folder.name not in corrected)
        for issue in ordered
    )


def issue_of(one: Round, identifier: str) -> Issued | None:
    """Give the issue of an identifier; None where there is none."""
    return next((each for each in issues_of(one) if each.identifier == identifier), None)


def _identifier(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
