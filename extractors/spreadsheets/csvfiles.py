"""A folder of ``.csv`` files as a workbook: each file is a sheet that bears the file's name."""

import csv
import hashlib
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from evaluation.errors import UnreadableInputError
from evaluation.messages import _
from evaluation.sources import Source
from extractors.spreadsheets.archives import too_large
from extractors.spreadsheets.cells import MAX_CELLS, Cell, RawSheet, refuse_vast
from extractors.spreadsheets.files import LOCK_PREFIXES, MAX_BYTES, read_bytes

_DELIMITERS = (",", ";", "\t")
_ENCODINGS = ("utf-8-sig", "cp1252")
_LOOKED_AT = 20  # rows that tell the delimiter
_HEAD = 4096  # bytes that tell the encoding
_MOSTLY = 0.6  # of every other byte is zero in UTF-16
MAX_FILES = 200
Rows = list[list[str]]


def read_folder(folder: Path) -> tuple[tuple[RawSheet, ...], str]:
    """Read every ``.csv`` of a folder; gives the sheets and one sha256 over names and contents.

    Raises UnreadableInputError when there is none, or one of them is not text.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if _is_sheet(path))
    except OSError as fault:
        message = _("the folder cannot be read: %(reason)s.") % {"reason": fault.strerror}
        raise UnreadableInputError(message, source=Source(str(folder))) from None
    if not paths:
        raise UnreadableInputError(
            _("the folder holds no .csv file."),
            source=Source(str(folder)),
            remedy=_("Give a workbook, or a folder with one .csv file a sheet, such as Nilai.csv."),
        )
    return _read(paths[:MAX_FILES], str(folder))


def _is_sheet(path: Path) -> bool:
    return (
        path.suffix.lower() == ".csv" and not path.name.startswith(LOCK_PREFIXES) and path.is_file()
    )


def _read(paths: Sequence[Path], folder: str) -> tuple[tuple[RawSheet, ...], str]:
    sheets, digest, total = [], hashlib.sha256(), 0
    for path in paths:
        data = path.read_bytes() if path.stat().st_size == 0 else read_bytes(path)
        total += len(data)
        if total > MAX_BYTES:
            raise too_large(folder, MAX_BYTES)
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(data).digest())
        rows = parse_csv(data, str(path))
        refuse_vast(folder, path.stem, (len(rows) - 1, max(map(len, rows), default=0) - 1))
        cells: list[Sequence[Cell]] = [*rows]
        sheets.append(RawSheet(path.stem, cells))
    return tuple(sheets), digest.hexdigest()


def parse_csv(data: bytes, file: str) -> Rows:
    """Give the cells of a CSV file; encoding and delimiter are told from its contents."""
    text = decoded(data, file)
    if max(map(text.count, _DELIMITERS)) + text.count("\n") + text.count("\r") > 2 * MAX_CELLS:
        raise too_large(file, MAX_BYTES)
    head, _line_end, rest = text.partition("\n")
    if head.lower().startswith("sep=") and len(head.strip()) == 5:
        # Excel's own line that names the delimiter; it stays a row, so that addresses agree.
        return [[], *_parsed(rest, head[4], file)]
    return _parsed(text, _delimiter(text, file), file)


def decoded(data: bytes, file: str) -> str:
    """Give the text of a file, whatever encoding its bytes show.

    Raises UnreadableInputError when it is text in none of those that are known.
    """
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableInputError(
        _("the file is text in neither UTF-8 nor Windows-1252."),
        source=Source(file),
        remedy=_("Save it again as “CSV UTF-8”."),
    )


def _encodings(data: bytes) -> tuple[str, ...]:
    """Give what to try: in UTF-16 without a mark every other byte of plain letters is zero."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    head = data[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > _MOSTLY * len(head) / 2 and min(even, odd) <= max(even, odd) / 20:
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return _ENCODINGS


def _parsed(text: str, delimiter: str, file: str, most: int | None = None) -> Rows:
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        return [row for row, _count in zip(rows, range(most), strict=False)] if most else list(rows)
    except csv.Error as fault:
        raise UnreadableInputError(
            _("the file is no proper CSV: %(reason)s.") % {"reason": fault},
            source=Source(file),
            remedy=_("Look for a quotation mark that is never closed."),
        ) from None


def _delimiter(text: str, file: str) -> str:
    """Tell the delimiter: the one that gives the most rows of one and the same width.

    A decimal comma makes commas plentiful in a file that semicolons part, but not equally many in
    each row.
    """
    return max(
        _DELIMITERS, key=lambda delimiter: _evenness(_parsed(text, delimiter, file, _LOOKED_AT))
    )


def _evenness(rows: Rows) -> tuple[int, int]:
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))
