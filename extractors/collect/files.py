"""Paths as the user gives them → the files to be read, each once, in an order of their own."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evaluation.collected import Unused
from evaluation.errors import UnreadableInputError
from evaluation.findings import Findings
from evaluation.messages import _
from evaluation.paths import is_folder
from evaluation.sources import Source, error, notice
from extractors.spreadsheets.apart import Apart, here
from extractors.spreadsheets.cells import Cell, RawSheet, refuse_vast
from extractors.spreadsheets.csvfiles import parse_csv
from extractors.spreadsheets.files import LOCK_PREFIXES, Format, format_of, read_bytes
from extractors.spreadsheets.grid import read_grid_of

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
MAX_FILES = 20_000


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
    kept = [path for path in wanted if path.suffix.lower() in SPREADSHEETS + TEXTS]
    for path in wanted:
        if path.suffix.lower() not in SPREADSHEETS + TEXTS:
            told = _("Readable are .xlsx, .xls, .ods and .csv.")
            unused.append(Unused(Source(str(path)), path.name, told))
    if len(kept) > MAX_FILES:
        message = _("more than %(most)d files were given; the others are not read.")
        findings.add(error("file-unreadable", None, message % {"most": MAX_FILES}))
    return [File(path, str(path), _time(path)) for path in kept[:MAX_FILES]]


def _below(path: Path, findings: Findings) -> Iterator[Path]:
    if not is_folder(path):
        yield path
        return
    try:
        inside = sorted(path.iterdir())
    except OSError as fault:
        message = _("the folder cannot be read: %(reason)s.") % {"reason": fault.strerror}
        findings.add(error("file-unreadable", Source(str(path)), message))
        return
    for each in inside:
        if each.name.startswith((*LOCK_PREFIXES, ".")) or each.name.endswith("~"):
            continue
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

    def __init__(self, findings: Findings, apart: Apart = here) -> None:
        self._findings = findings
        self._apart = apart
        self._first: dict[str, str] = {}

    def sheets(self, file: File) -> Sequence[RawSheet]:
        """Give the sheets of a file; none when it cannot be read or was read already (reported)."""
        try:
            data = read_bytes(file.path)
            if self._met(file, data):
                return ()
            if format_of(data) is Format.OTHER and file.path.suffix.lower() in TEXTS:
                return (_csv_sheet(file, data),)
            return read_grid_of(data, file.name, self._apart)
        except UnreadableInputError as fault:
            self._findings.add(fault.as_finding("file-unreadable"))
            return ()

    def _met(self, file: File, data: bytes) -> bool:
        first = self._first.setdefault(hashlib.sha256(data).hexdigest(), file.name)
        if first == file.name:
            return False
        message = _("the file is the same as %(other)s and is read only once.")
        told = message % {"other": first}
        self._findings.add(notice("file-repeated", Source(file.name), told))
        return True


def _csv_sheet(file: File, data: bytes) -> RawSheet:
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableInputError(
            _("the file is no text."), source=Source(file.name), remedy=_("Save it as .xlsx.")
        )
    rows = parse_csv(data, file.name)
    refuse_vast(file.name, file.path.stem, (len(rows) - 1, max(map(len, rows), default=0) - 1))
    cells: list[Sequence[Cell]] = [*rows]
    return RawSheet(file.path.stem, cells)
