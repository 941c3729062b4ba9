"""An issue: a folder of documents that went out, with the workbook that they were made from.

Its mark (``terbitan.json``) says what it is; where that stands, no command writes any more. It is
written last, so a folder that has it is whole.
"""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.errors import UnreadableInputError
from evaluation.messages import _
from evaluation.sources import Source
from generator.making.manifest import FileRecord
from generator.system.existing import sha256_of
from generator.system.frozen import MARK

DATA = "data"
"""The folder within an issue that holds the workbook."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as its mark tells it.

    ``number`` and ``date`` are those of the letter as it first went out; ``own_number`` and
    ``own_date`` those of this issue, which differ for a correction. ``corrects`` is the name of the
    folder that it corrects, empty for the first issue. ``withdrawn`` are files of the issue before
    that no longer stand and have no successor.
    """

    folder: Path
    number: str
    date: datetime.date
    own_number: str
    own_date: datetime.date
    version: int
    reason: str
    corrects: str
    workbook: str
    workbook_sha256: str
    pack: str
    pack_sha256: str
    files: tuple[FileRecord, ...]
    withdrawn: tuple[str, ...] = ()

    @property
    def workbook_path(self) -> Path:
        """Give the place of the workbook that the issue was made from."""
        return self.folder / self.workbook

    def mark(self) -> str:
        """Give the text of the issue's mark."""
        content = {
            "letter": {"number": self.number, "date": self.date.isoformat()},
            "issue": {"number": self.own_number, "date": self.own_date.isoformat()},
            "version": self.version,
            "reason": self.reason,
            "corrects": self.corrects,
            "workbook": {"path": self.workbook, "sha256": self.workbook_sha256},
            "pack": {"name": self.pack, "sha256": self.pack_sha256},
            "files": [
                {
                    "path": one.path,
                    "kind": one.kind,
                    "region": one.region,
                    "pages": one.pages,
                    "sha256": one.sha256,
                }
                for one in self.files
            ],
            "withdrawn": list(self.withdrawn),
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_issue(folder: Path) -> Issue:
    """Read the mark of an issue. Raises UnreadableInputError where there is none or it is wrong."""
    path = folder / MARK
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return _issue(folder, content)
    except FileNotFoundError:
        raise UnreadableInputError(
            _("the folder holds no issue."),
            source=Source(str(folder)),
            remedy=_("Name the folder that “laporan issue” made."),
        ) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UnreadableInputError(
            _("the mark of the issue cannot be read."),
            source=Source(str(path)),
            remedy=_("Put back its last copy."),
        ) from None


def _issue(folder: Path, content: Mapping[str, Any]) -> Issue:
    return Issue(
        folder=folder,
        number=str(content["letter"]["number"]),
        date=datetime.date.fromisoformat(content["letter"]["date"]),
        own_number=str(content["issue"]["number"]),
        own_date=datetime.date.fromisoformat(content["issue"]["date"]),
        version=int(content["version"]),
        reason=str(content["reason"]),
        corrects=str(content["corrects"]),
        workbook=str(content["workbook"]["path"]),
        workbook_sha256=str(content["workbook"]["sha256"]),
        pack=str(content["pack"]["name"]),
        pack_sha256=str(content["pack"]["sha256"]),
        files=tuple(FileRecord(**one) for one in content["files"]),
        withdrawn=tuple(map(str, content["withdrawn"])),
    )


def require_whole(issue: Issue) -> None:
    """Raise UnreadableInputError for the first file of an issue that is missing or was changed."""
    wanted = {one.path: one.sha256 for one in issue.files}
    wanted[issue.workbook] = issue.workbook_sha256
    for path, told in wanted.items():
        try:
            intact = (issue.folder / path).is_dir() or sha256_of(issue.folder / path) == told
        except OSError:
            intact = False
        if not intact:
            raise UnreadableInputError(
                _("a file of the issue is missing or was changed."),
                source=Source(str(issue.folder / path)),
                remedy=_("Put back its last copy; what was issued has to stay as it was."),
            )


def successor(issue: Issue) -> Issue | None:
    """Give the issue beside this one that corrects it, None where there is none."""
    for mark in sorted(issue.folder.resolve().parent.glob(f"*/{MARK}")):
        other = read_issue(mark.parent)
        if other.corrects == issue.folder.resolve().name:
            return other
    return None
