"""What was made becomes an issue: copied whole into a folder of its own, which stays as it is."""

import re
import shutil
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from evaluation.errors import UnwritableOutputError, WrongDataError
from evaluation.messages import _, ngettext
from evaluation.rules import output as rules
from evaluation.sources import Finding, Source
from generator.issuing.issue import DATA, Issue, read_issue
from generator.making.manifest import NAME, FileRecord, Manifest, Origin
from generator.system.existing import sha256_of
from generator.system.files import unwritable
from generator.system.frozen import MARK
from letters.letter import Letter

FOLDER = "terbit"
"""The folder, within that of the documents, in which each issue has its own."""

_UNFIT = re.compile(r"[^\w.-]+")
_LISTED = 12  # files that are named; the others are counted


def issue_folder(folder: Path, letter: Letter, version: int = 1) -> Path:
    """Give the folder of an issue: ``terbit/2024-11-25 B-1478-DJAI-…``, a correction's ``ralat 1``.

    The letter has number and date.
    """
    number = _UNFIT.sub("-", letter.number_text or "").strip("-.")
    later = f" ralat {version - 1}" if version > 1 else ""
    return folder / FOLDER / f"{letter.date} {number}{later}"


def issuable(manifest: Manifest, origin: Origin, stems: Iterable[str]) -> tuple[FileRecord, ...]:
    """Give the files of a folder that may be issued: whole, unchanged, of this very workbook.

    ``stems`` are the documents that a round consists of. Raises WrongDataError, which names what
    is missing, was changed since it was made, or was made from something else.
    """
    if manifest.content is None:
        raise WrongDataError(
            _("nothing was made in this folder."),
            source=Source(str(manifest.folder / NAME)),
            remedy=_("Make the documents first: laporan build."),
        )
    records = tuple(
        FileRecord(**{name: entry[name] for name in FileRecord.__slots__})
        for entry in manifest.content["files"]
    )
    findings = [
        *_of_another_state(manifest, origin),
        *_missing(records, stems),
        *_changed(manifest.folder, records),
    ]
    if findings:
        rest = len(findings) - _LISTED
        told = ngettext(
            "%(count)d file stands in the way of issuing.",
            "%(count)d files stand in the way of issuing.",
            len(findings),
        )
        raise WrongDataError(
            told % {"count": len(findings)},
            remedy=_("Make the documents anew (laporan build) and look at them."),
            findings=findings[:_LISTED] + (_more(rest) if rest > 0 else []),
        )
    return records


def _more(count: int) -> list[Finding]:
    told = ngettext("… and %(count)d more file.", "… and %(count)d more files.", count)
    return [rules.NOT_ISSUABLE.found(None, told % {"count": count})]


def _of_another_state(manifest: Manifest, origin: Origin) -> Iterable[Finding]:
    wanted = origin.head()
    content = manifest.content or {}
    for entry in content["files"]:
        if any(entry.get(key, content.get(key)) != value for key, value in wanted.items()):
            yield rules.NOT_ISSUABLE.found(
                Source(str(manifest.folder / entry["path"])),
                _("was made from another state of workbook or template pack."),
            )


def _missing(records: Sequence[FileRecord], stems: Iterable[str]) -> Iterable[Finding]:
    there = {one.path.rpartition(".")[0] for one in records}
    for stem in stems:
        if stem not in there:
            yield rules.NOT_ISSUABLE.found(Source(stem), _("was not made."))


def _changed(folder: Path, records: Sequence[FileRecord]) -> Iterable[Finding]:
    for one in records:
        try:
            intact = sha256_of(folder / one.path) == one.sha256
        except OSError:
            intact = False
        if not intact:
            yield rules.NOT_ISSUABLE.found(
                Source(str(folder / one.path)),
                _("is missing or was changed after it was made."),
            )


def freeze(issue: Issue, fill: Callable[[Path], Sequence[FileRecord]], workbook: Path) -> Issue:
    """Make the folder of an issue: files by ``fill``, the workbook's copy, the mark; read-only.

    It is there whole or not at all. One that is there already with the same files is given as it
    stands. Raises UnwritableOutputError, and LaporanError where it is there with others.
    """
    part = issue.folder.with_name(f".{issue.folder.name}.part")
    with unwritable(issue.folder):
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        try:
            records = tuple(fill(part))
            _copy(workbook, part / issue.workbook)
            whole = replace(issue, files=records)
            if issue.folder.exists():
                return _standing(whole)
            (part / MARK).write_text(whole.mark(), encoding="utf-8")
            part.rename(issue.folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    _close(issue.folder)
    return whole


def _standing(issue: Issue) -> Issue:
    """Give the issue that stands in a folder if it is the same. Raises LaporanError."""
    there = read_issue(issue.folder)
    if [asdict(one) for one in there.files] == [asdict(one) for one in issue.files]:
        return there
    raise WrongDataError(
        _("this letter was issued already, with other files."),
        source=Source(str(issue.folder)),
        remedy=_("Correct what was issued: laporan correct … --against that folder."),
    )


def copied(folder: Path, records: Sequence[FileRecord]) -> Callable[[Path], Sequence[FileRecord]]:
    """Give what fills an issue with copies of files that were made, and looks at each copy."""

    def fill(target: Path) -> Sequence[FileRecord]:
        for one in records:
            _copy(folder / one.path, target / one.path)
            if sha256_of(target / one.path) != one.sha256:
                raise UnwritableOutputError(
                    _("was changed while it was copied."), source=Source(str(folder / one.path))
                )
        return records

    return fill


def workbook_name(workbook: Path) -> str:
    """Give the place of a workbook's copy within an issue."""
    return f"{DATA}/{workbook.name}"


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _close(folder: Path) -> None:
    """Take away the right to write; a file system that knows no rights is left alone."""
    for path in sorted(folder.rglob("*"), reverse=True):
        _read_only(path)
    _read_only(folder)


def _read_only(path: Path) -> None:
    with suppress(OSError):
        writable = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
        path.chmod(path.stat().st_mode & ~writable)
