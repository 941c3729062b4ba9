"""Paths as the user gives them → the files to be read, each once, in an order of their own."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evaluation.errors import UnreadableInputError
from evaluation.findings import Findings
from evaluation.messages import _
from evaluation.paths import is_folder
from evaluation.rules import collecting as rules
from evaluation.sources import Source
from evaluation.understanding import Unused
from evaluation.workbook.form import SENT_NAME
from extractors.spreadsheets.apart import Apart, here
from extractors.spreadsheets.cells import Cell, RawSheet, refuse_vast
from extractors.spreadsheets.csvfiles import parse_csv
from extractors.spreadsheets.files import LOCK_PREFIXES, Format, format_of, read_bytes
from extractors.spreadsheets.grid import read_grid_of
from extractors.spreadsheets.packed import members_of
from extractors.spreadsheets.webpages import is_web_page, tables_of_page

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
ARCHIVES = (".zip",)
TEXTS = (".csv", ".tsv", ".txt")
PAGES = (".html", ".htm")
_READ = SPREADSHEETS + ARCHIVES + TEXTS + PAGES
MAX_FILES = 20_000
_LOOKED_AT = 50  # rows of a text file that show whether it is one


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read; ``name`` is its path as the user gave it, ``time`` when it was changed."""

    path: Path
    name: str
    time: datetime


def files_in(paths: Iterable[Path], findings: Findings, unused: list[Unused]) -> Sequence[File]:
    """Give every spreadsheet of the paths and of the folders below them, sorted by name.

    What is no spreadsheet is added to ``unused``; locks and hidden files are passed over.
    """
    found: dict[Path, Path] = {}
    for path in sorted(set(paths), key=str):
        for each in _below(path, findings):
            found.setdefault(each.resolve(), each)
    wanted = sorted(found.values(), key=str)
    kept = [path for path in wanted if path.suffix.lower() in _READ]
    for path in wanted:
        if path.suffix.lower() not in _READ:
            told = _("Readable are .xlsx, .xls, .ods, .csv, .html and .zip.")
            unused.append(Unused(Source(str(path)), path.name, told))
    if len(kept) > MAX_FILES:
        message = _("more than %(most)d files were given; the others are not read.")
        findings.add(rules.FILE_UNREADABLE.found(None, message % {"most": MAX_FILES}))
    return [File(path, str(path), _time(path)) for path in kept[:MAX_FILES]]


def _below(path: Path, findings: Findings) -> Iterator[Path]:
    if not is_folder(path):
        yield path
        return
    try:
        inside = sorted(path.iterdir())
    except OSError as fault:
        message = _("the folder cannot be read: %(reason)s.") % {"reason": fault.strerror}
        findings.add(rules.FILE_UNREADABLE.found(Source(str(path)), message))
        return
    for each in inside:
        if each.name.startswith((*LOCK_PREFIXES, ".")) or each.name.endswith("~"):
            continue
        if each.name == SENT_NAME:
            continue  # what was sent is no return
        if each.is_dir() and each.is_symlink():
            continue  # it may lead round in a circle
        yield from _below(each, findings)


def _time(path: Path) -> datetime:
    try:
        stamp = path.stat().st_mtime
    except OSError:
        stamp = 0.0
    return datetime.fromtimestamp(stamp, UTC)


class Opener:
    """Opens files one after the other, each content once."""

    def __init__(self, findings: Findings, unused: list[Unused], apart: Apart = here) -> None:
        self._findings = findings
        self._unused = unused
        self._apart = apart
        self._first: dict[str, str] = {}

    def sheets(self, file: File) -> Iterator[tuple[File, Sequence[RawSheet]]]:
        """Give the sheets of a file, or of each file in an archive of several.

        A file that cannot be read or was read already has none (reported).
        """
        try:
            data = read_bytes(file.path)
            packed = members_of(data, file.name) if format_of(data) is Format.ZIP else None
        except UnreadableInputError as fault:
            self._findings.add(fault.as_finding(rules.FILE_UNREADABLE))
            return
        if packed is None:
            yield file, self._opened(file, data)
            return
        for member in packed:
            name = f"{file.name}/{member.name}"
            one = File(Path(member.name), name, file.time)
            if one.path.suffix.lower() in _READ and member.data is not None:
                yield one, self._opened(one, member.data)
            else:
                told = _("Readable are .xlsx, .xls, .ods, .csv, .html and .zip.")
                self._unused.append(Unused(Source(file.name), member.name, told))

    def _opened(self, file: File, data: bytes) -> Sequence[RawSheet]:
        try:
            return () if self._met(file, data) else self._read(file, data)
        except UnreadableInputError as fault:
            self._findings.add(fault.as_finding(rules.FILE_UNREADABLE))
            return ()

    def _read(self, file: File, data: bytes) -> Sequence[RawSheet]:
        if format_of(data) is Format.OTHER and is_web_page(data):
            return tables_of_page(data, file.name, file.path.stem)
        if format_of(data) is Format.OTHER and file.path.suffix.lower() in TEXTS:
            return (_csv_sheet(file, data),)
        return read_grid_of(data, file.name, self._apart)

    def _met(self, file: File, data: bytes) -> bool:
        first = self._first.setdefault(hashlib.sha256(data).hexdigest(), file.name)
        if first == file.name:
            return False
        message = _("the file is the same as %(other)s and is read only once.")
        told = message % {"other": first}
        self._findings.add(rules.FILE_REPEATED.found(Source(file.name), told))
        return True


def _csv_sheet(file: File, data: bytes) -> RawSheet:
    rows = parse_csv(data, file.name)
    if any("\0" in cell for row in rows[:_LOOKED_AT] for cell in row):
        raise UnreadableInputError(
            _("the file is no text."), source=Source(file.name), remedy=_("Save it as .xlsx.")
        )
    refuse_vast(file.name, file.path.stem, (len(rows) - 1, max(map(len, rows), default=0) - 1))
    cells: list[Sequence[Cell]] = [*rows]
    return RawSheet(file.path.stem, cells)
