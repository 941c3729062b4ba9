"""Whether files are still what was made: a folder against its list, a file against its own seal."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.errors import UnreadableInputError
from evaluation.messages import Message, _
from evaluation.sources import Source
from generator.issuing.issue import read_issue
from generator.making.manifest import NAME
from generator.system.existing import sha256_of
from generator.system.frozen import MARK
from generator.system.seals import read_seal, sealed_part

if TYPE_CHECKING:
    from extractors.archive.agreement import Agreement


_HANDING = {"dispatch", "labels"}
"""Commands whose files stand in no list."""


class Standing(Enum):
    """How a file stands to what was made.

    EXTENDED is a PDF that was left as it was and had something added behind it, as a signature is.
    UNKNOWN bears no seal of this program. DISAGREES is a PDF whose pages print something else than
    the data that it carries, whatever its seal says.
    """

    INTACT = "intact"
    EXTENDED = "extended"
    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    UNKNOWN = "unknown"
    DISAGREES = "disagrees"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a file; ``path`` is as it was asked for, or within the folder asked for.

    ``agreement`` is that of its pages with the data that it carries, None where nobody looked.
    ``identified`` tells that its identifier is that of its content, None where nobody looked.
    """

    path: str
    standing: Standing
    agreement: "Agreement | None" = None
    identified: bool | None = None

    def seen(self, agreement: "Agreement", identified: bool) -> "Verdict":
        """Give the verdict once the pages were read as well."""
        standing = Standing.DISAGREES if agreement.differing else self.standing
        return replace(self, standing=standing, agreement=agreement, identified=identified)


def verify_folder(folder: Path) -> tuple[Verdict, ...]:
    """Hold every file of an issue, or of a folder of documents, against what its list tells.

    Raises UnreadableInputError for a folder without a list, or with one that cannot be read.
    """
    listed = dict(_listed(folder))
    verdicts = [Verdict(path, _against(folder / path, told)) for path, told in listed.items()]
    own = {MARK, NAME}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in {*listed, *own} and not _other_issue(folder, path):
            verdicts.append(Verdict(name, _beside(path)))
    return tuple(verdicts)


def _beside(path: Path) -> Standing:
    """Tell how a file stands that no list names: what was made to be handed over tells itself."""
    with suppress(OSError):
        seal = read_seal(path)
        if seal is not None and seal.maker.partition(" ")[0] in _HANDING:
            return Standing.INTACT if seal.intact else Standing.CHANGED
    return Standing.EXTRA


def verify_file(path: Path) -> Verdict:
    """Hold a file against its own seal. Raises UnreadableInputError where it cannot be read."""
    try:
        seal = read_seal(path)
        if seal is not None and seal.intact:
            return Verdict(str(path), Standing.INTACT)
        before = sealed_part(path)
    except OSError as fault:
        raise UnreadableInputError(
            _("the file cannot be read: %(reason)s.") % {"reason": fault.strerror or fault},
            source=Source(str(path)),
            remedy=_("Check the name and the folder."),
        ) from None
    if before:
        return Verdict(str(path), Standing.EXTENDED)
    return Verdict(str(path), Standing.UNKNOWN if seal is None else Standing.CHANGED)


def _listed(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the files that a folder's list names, each with its sha256."""
    if (folder / MARK).is_file():
        issue = read_issue(folder)
        yield from ((one.path, one.sha256) for one in issue.files)
        if issue.workbook_path.is_dir():
            yield from _inside(folder, issue.workbook_path)
        else:
            yield issue.workbook, issue.workbook_sha256
        return
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        yield from ((str(one["path"]), str(one["sha256"])) for one in content["files"])
    except FileNotFoundError:
        raise UnreadableInputError(
            _("the folder has no list of its files."),
            source=Source(str(folder / NAME)),
            remedy=_("Name a folder that “laporan build” or “laporan issue” made."),
        ) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UnreadableInputError(
            _("the list of the folder's files cannot be read."),
            source=Source(str(folder / NAME)),
            remedy=_("Put back its last copy."),
        ) from None


def _inside(folder: Path, data: Path) -> Iterator[tuple[str, str]]:
    """Take the files of a workbook that is a folder as they are: its digest covers their values."""
    for path in sorted(data.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), sha256_of(path)


def _against(path: Path, told: str) -> Standing:
    try:
        if sha256_of(path) == told:
            return Standing.INTACT
    except OSError:
        return Standing.MISSING
    return Standing.EXTENDED if sealed_part(path, told) else Standing.CHANGED


def _other_issue(folder: Path, path: Path) -> bool:
    """Tell whether a file belongs to an issue within the folder, which is verified by itself."""
    between = path.relative_to(folder).parents
    return any((folder / above / MARK).is_file() for above in between if above != Path())


_GOOD = (Standing.INTACT, Standing.EXTENDED)


def is_wrong(verdict: Verdict) -> bool:
    """Tell whether somebody has to look at a file."""
    return verdict.standing not in _GOOD


def standing_names() -> Mapping[Standing, Message]:
    """Give the words for how a file stands, in the user's language."""
    return {
        Standing.INTACT: _("as it was made"),
        Standing.EXTENDED: _("as it was made, with something added behind it (a signature)"),
        Standing.CHANGED: _("changed"),
        Standing.MISSING: _("missing"),
        Standing.EXTRA: _("not in the list"),
        Standing.UNKNOWN: _("without a seal of this program"),
        Standing.DISAGREES: _("its pages print something else than its own record"),
    }
