"""Whether the pages of a document print what it carries inside itself, value by value.

Unlike a seal, which tells that a file is byte for byte what was made, this also serves a file that
another program saved anew, and one to which something was added behind its end.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path

from evaluation.doubts import doubt
from evaluation.errors import LaporanError
from evaluation.messages import NOTHING, Message
from evaluation.names import plain
from evaluation.record import Flag, Record, RecordedResults
from evaluation.record_json import RECORD_FILE, RESULTS_FILE
from evaluation.rules.archive import RECORD_DIFFERS
from evaluation.sources import Source
from extractors.archive.digitise import Basis, Ocr, Task, digitise
from extractors.archive.embedded import MAX_RECORD
from extractors.pages.written.opening import open_pages


@dataclass(frozen=True, slots=True)
class Agreement:
    """What came of holding the pages of a file against the data that it carries.

    ``values`` is the number of values that were compared, 0 for a file that carries none.
    ``differing`` tells each that is not the same in both; ``reason`` why the pages cannot be read,
    empty when they can.
    """

    values: int = 0
    differing: tuple[Flag, ...] = ()
    reason: Message = NOTHING

    @property
    def proven(self) -> bool:
        """Tell whether the pages print every value that the file carries, and none besides."""
        return self.values > 0 and not self.differing and not self.reason


def agreement(path: Path) -> Agreement:
    """Hold the pages of a PDF against its record, and its national table against its rows.

    It may be a stranger's, so run it in a process of its own.
    """
    try:
        with open_pages(path) as pages:
            record = pages.attachment(RECORD_FILE, MAX_RECORD)
            results = pages.attachment(RESULTS_FILE, MAX_RECORD)
    except LaporanError as fault:
        return Agreement(reason=fault.told)
    if record is None and results is None:
        return Agreement()
    read = digitise(Task(path, ocr=Ocr.NEVER, basis=Basis.RECORD))
    if read.record is None:
        return Agreement(reason=read.reason)
    differing = [flag for flag in read.record.flags if flag.rule == RECORD_DIFFERS.identifier]
    values = _count(read.record) if record is not None else 0
    if results is not None:
        told = _told_rows(results)
        values += sum(len(row.values) for row in told.values())
        differing += _between(told, read.record, str(path))
    return Agreement(max(values, len(differing)), tuple(differing))


def _count(record: Record) -> int:
    scores = (item.score for one in record.dimensions for item in one.items)
    averages = (one.average for one in record.dimensions)
    return sum(value is not None for value in (*scores, *averages))


Key = tuple[str, str]
"""The number of a row of the national table, and the name of its region made plain."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the national table: its region as written, its values as text by heading."""

    region: str
    values: Mapping[str, str]
    source: Source | None = None


_NONE = _Row("", {})


def _told_rows(data: bytes) -> Mapping[Key, _Row]:
    """Read the rows that a file carries; none of them where they cannot be read."""
    try:
        heads, *rows = csv.reader(StringIO(data[:MAX_RECORD].decode(), newline=""))
    except (UnicodeDecodeError, csv.Error, ValueError):
        return {}
    found: dict[Key, _Row] = {}
    for number, name, *values in (row for row in rows if len(row) > 2):
        region = name.lstrip("'")  # set before what a spreadsheet takes for a formula
        told = zip(heads[2:-1], values[:-1], strict=False)
        said = {plain(head): value for head, value in told if value}
        found[number, plain(region)] = _Row(region, said)
    return found


def _printed_rows(results: RecordedResults) -> Mapping[Key, _Row]:
    heads = [plain(column.heading) for column in results.columns]
    found: dict[Key, _Row] = {}
    for row in results.rows:
        values = zip(heads, row.values, strict=True)
        said = {head: f"{value:f}" for head, value in values if value is not None}
        found[str(row.number), plain(row.region)] = _Row(row.region, said, row.source)
    return found


def _between(told: Mapping[Key, _Row], record: Record, file: str) -> Iterator[Flag]:
    printed = _printed_rows(record.results)
    if not told or not printed:
        yield Flag(doubt(RECORD_DIFFERS), Source(file))
        return
    for key in dict.fromkeys((*printed, *told)):
        inside, page = told.get(key, _NONE), printed.get(key, _NONE)
        named, place = page.region or inside.region, page.source or Source(file)
        for head in dict.fromkeys((*page.values, *inside.values)):
            one, other = inside.values.get(head), page.values.get(head)
            if not _same(one, other):
                facts = {"inside": _shown(one), "printed": _shown(other)}
                yield Flag(doubt(RECORD_DIFFERS, **facts), place, f"{named}, {head.upper()}")


def _same(one: str | None, other: str | None) -> bool:
    try:
        return one is not None and other is not None and Decimal(one) == Decimal(other)
    except ArithmeticError:
        return False


def _shown(value: str | None) -> str:
    return "–" if value is None else value.replace(".", ",")
