"""One file of pages → its record: written pages read as they are, scanned ones recognised.

A page is recognised when its own characters do not suffice, which tells itself page by page, so a
file may mix both. What is wrong with a file is its outcome, never an exception, since outcomes
travel between processes.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from evaluation.doubts import doubt
from evaluation.errors import LaporanError
from evaluation.faults import reason_of, traceback_of
from evaluation.messages import NOTHING, Message, _
from evaluation.model import Instrument
from evaluation.record import Flag, Record
from evaluation.record_json import RECORD_FILE
from evaluation.rules import archive as rules
from evaluation.sources import Box, Source
from extractors.archive.embedded import MAX_RECORD, settled
from extractors.pages.page import Page
from extractors.pages.readable import better_of, readable
from extractors.pages.refusals import NotAReportError
from extractors.pages.scanned.reading import Scan, scan_page
from extractors.pages.written.opening import open_pages
from extractors.reports import read_reports
from extractors.reports.proof.third_opinion import Plumber

Place = tuple[int, Box]


class Ocr(Enum):
    """Which pages are recognised: those that need it, none, or all."""

    AUTO = "auto"
    NEVER = "never"
    ALWAYS = "always"


class Basis(Enum):
    """What a file is read from: its pages alone, or the record inside it that they prove."""

    PAGES = "pages"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Task:
    """A file to digitise. ``partial`` also takes what is left of a damaged one.

    ``like`` is the instrument that the report is known to follow. ``threads`` pages are recognised
    at a time.
    """

    path: Path
    password: str | None = None
    ocr: Ocr = Ocr.AUTO
    partial: bool = False
    like: Instrument | None = None
    threads: int = 1
    basis: Basis = Basis.PAGES


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: its record, or None and the reason; ``more`` where it holds several.

    ``proven`` says that the record is the one inside the file, and that its pages agree with it.
    ``traceback`` is that of a fault of the program, empty for what is wrong with the file.
    """

    file: str
    record: Record | None
    pages: int = 0
    scanned: int = 0
    reason: Message = NOTHING
    traceback: str = ""
    proven: bool = False
    more: tuple[Record, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """Give the records of all documents that the file holds, in printed order."""
        return () if self.record is None else (self.record, *self.more)


@dataclass
class _Seen:
    """The pages of a file, and the scans that some of them were read from."""

    pages: list[Page] = field(default_factory=list)
    scans: dict[int, Scan] = field(default_factory=dict)
    incomplete: bool = False
    carried: bytes | None = None


def digitise(task: Task) -> Outcome:
    """Read one file; a file that cannot be read is told by its reason."""
    file = str(task.path)
    try:
        seen = _seen(task)
        record, *more = _recorded(task, seen)
        record, proven = settled(None if more else seen.carried, record)
    except MemoryError:
        raise  # whoever runs this tells that the file takes too much
    except LaporanError as fault:
        return Outcome(file, None, reason=fault.told)
    except Exception as fault:  # noqa: BLE001 - one file's surprise must not stop the others
        told = _("%(file)s: a fault of the program (%(reason)s)")
        reason = told % {"file": file, "reason": reason_of(fault)}
        return Outcome(file, None, reason=reason, traceback=traceback_of(fault))
    if seen.incomplete:
        record = replace(record, flags=(_incomplete(file, len(seen.pages)), *record.flags))
    counts = (len(seen.pages), len(seen.scans))
    return Outcome(file, record, *counts, proven=proven, more=tuple(more))


def lost(task: Task, why: Message) -> Outcome:
    """Give the outcome of a file whose reading was ended."""
    reason = _("%(file)s: reading it was ended: %(reason)s.")
    return Outcome(str(task.path), None, reason=reason % {"file": task.path, "reason": why})


def count_pages(path: Path) -> int:
    """Give how many pages a file has; 1 for one that cannot be opened, which is told later."""
    try:
        with open_pages(path, partial=True) as pages:
            return len(pages)
    except LaporanError:
        return 1


def _seen(task: Task) -> _Seen:
    seen = _Seen()
    with open_pages(task.path, task.password, partial=task.partial) as pages:
        seen.incomplete = pages.incomplete
        if task.basis is Basis.RECORD:
            seen.carried = pages.attachment(RECORD_FILE, MAX_RECORD)
        seen.pages = list(pages)
    wanted = [page.number for page in seen.pages if _needs_recognising(page, task.ocr)]
    with ThreadPoolExecutor(max(task.threads, 1)) as pool:
        for number, scan, page in pool.map(lambda number: _recognised(task, number), wanted):
            seen.scans[number] = scan
            seen.pages[number - 1] = better_of(seen.pages[number - 1], page)
    return seen


def _needs_recognising(page: Page, ocr: Ocr) -> bool:
    if ocr is Ocr.AUTO:
        return not page.fault and not readable(page)
    return ocr is Ocr.ALWAYS and not page.fault


def _recognised(task: Task, number: int) -> tuple[int, Scan, Page]:
    scan = scan_page(task.path, number, task.password)
    return number, scan, scan.page()


def _recorded(task: Task, seen: _Seen) -> tuple[Record, ...]:
    """Read the pages; one who has them recognised already is not told to."""
    try:
        return _records(task, seen)
    except NotAReportError as fault:
        if not seen.scans or any(page.words for page in seen.pages):
            raise
        remedy = _("Its pages were recognised, and no text was found: take a better scan.")
        raise NotAReportError(fault.message, source=fault.source, remedy=remedy) from None


def _records(task: Task, seen: _Seen) -> tuple[Record, ...]:
    """Read the pages, each score by a second way: figures alone on scans, pdfplumber elsewhere."""
    file = str(task.path)
    figures = _figures(read_reports(seen.pages, file, task.like), seen) if seen.scans else {}
    with closing(Plumber(task.path, task.password)) as plumber:

        def opinion(source: Source) -> str | None:
            if source.page in seen.scans:
                return figures.get((source.page, source.box)) if source.box else None
            return plumber(source)

        return read_reports(seen.pages, file, task.like, opinion=opinion)


def _figures(records: Sequence[Record], seen: _Seen) -> Mapping[Place, str]:
    """Read the score cells of all scanned pages again, as figures only."""
    boxes: dict[int, list[Box]] = {}
    for source in (place for record in records for place in _score_places(record)):
        if source.page in seen.scans and source.box is not None:
            boxes.setdefault(source.page, []).append(source.box)
    return {
        (number, box): word.text
        for number, cells in boxes.items()
        for box, word in zip(cells, seen.scans[number].digits(cells), strict=True)
    }


def _score_places(record: Record) -> Iterator[Source]:
    for dimension in record.dimensions:
        for item in dimension.items:
            if item.source is not None:
                yield item.source


def _incomplete(file: str, pages: int) -> Flag:
    return Flag(doubt(rules.FILE_INCOMPLETE, count=pages), Source(file))
