"""Past reports that exist only as PDF → one workbook: what ``extract`` does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial as bound
from itertools import count
from pathlib import Path
from typing import BinaryIO

from evaluation.errors import (
    LaporanError,
    NothingSucceededError,
    ProgramFaultError,
    UnreadableInputError,
    WrongDataError,
)
from evaluation.messages import Message, _, ngettext
from evaluation.model import Instrument
from evaluation.record import Record
from evaluation.record_json import told_json
from evaluation.sources import Finding, Source
from evaluation.workbook.sheets import BOBOT, DIMENSI, ELEMEN, INSTRUMEN
from extractors.archive.digitise import Basis, Ocr, Outcome, Task, count_pages, digitise, lost
from extractors.archive.drafting import draft_of_records
from extractors.archive.remembered import NO, YES, kept, key_of, proven_key, remembered
from extractors.archive.settled import read_settled, settle
from extractors.pages.scanned.drawing import UndrawableError, cut_out
from generator.packs.packs import choose_pack
from generator.processes.cluster import run_on_cluster
from generator.processes.pool import DIGITISING, Pool
from generator.review.settling import write_review
from generator.system.existing import Output, Outputs, identities
from generator.system.store import open_store
from generator.use_cases.following import Cancelled, Progress, go_on, never, unseen
from generator.use_cases.past_files import passed_over, pdf_files
from generator.use_cases.reading import read_round, read_standing
from generator.workbooks.book import Rows, write_workbook
from generator.workbooks.round_sheets import round_sheets

_GIVEN = tuple(sheet.name for sheet in (INSTRUMEN, DIMENSI, ELEMEN, BOBOT))


@dataclass(frozen=True)
class Extracted:
    """What was read of past reports: an outcome a file, and the records as they were written.

    ``findings`` are about the whole, such as settled values that fit nowhere.
    """

    outcomes: tuple[Outcome, ...]
    records: tuple[Record, ...]
    findings: tuple[Finding, ...]

    def refuse_faults(self) -> None:
        """Raise ProgramFaultError where a file could not be read by no fault of its own."""
        _refuse_faults(self.outcomes)


@dataclass(frozen=True)
class _Like:
    """A known round: its instrument, and its sheets that a past round shares."""

    instrument: Instrument | None = None
    sheets: Mapping[str, Rows] = field(default_factory=dict)


def extract(
    paths: Sequence[Path],
    output: Path,
    *,
    records: Path | None = None,
    review: Path | None = None,
    resolved: Path | None = None,
    like: Path | None = None,
    password: str | None = None,
    ocr: Ocr = Ocr.AUTO,
    partial: bool = False,
    pages_only: bool = False,
    processes: int = 1,
    cluster: str | None = None,
    force: bool = False,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
) -> Extracted:
    """Read PDFs, and folders of them, into a workbook; what is doubtful is flagged in the records.

    ``records`` is a folder for one JSON file a PDF, ``review`` a page to settle doubtful values
    on, ``resolved`` what that page saved, ``like`` a workbook with the questions that were asked.
    ``partial`` takes what is left of damaged files; ``pages_only`` does not believe
    the record that a document carries. Pieces of progress are pages. Raises
    UnreadableInputError where there is no file at all, NothingSucceededError or ProgramFaultError
    where none could be read, WrongDataError, UnwritableOutputError and CancelledError.
    """
    known, files = _known(like), pdf_files(paths)
    if not files:
        raise UnreadableInputError(_("there is no PDF in these folders."))
    outputs = Outputs(identities((*files, like, resolved)), force)
    target, named = Output(output, "extract"), _named(files, records)
    pages = [Output(review, "extract --review")] if review else []
    outputs.check([target, *pages, *named.values()])
    threads = max(processes // len(files), 1)
    # What is settled on the page of ``review`` are readings of pages.
    basis = Basis.PAGES if pages_only or review or resolved else Basis.RECORD
    sample = Task(Path(), password, ocr, partial, known.instrument, threads, basis)
    tasks = [replace(sample, path=file) for file in files]
    outcomes = _digitised(tasks, processes, cluster, progress, cancelled)
    settled, unused = _settled(_read(outcomes), resolved)
    written = _told_in(settled, named)
    outputs.check([one for one, _record in written])
    for one, record in written:
        outputs.write(one, bound(_write_record, record))
    for page in pages:
        outputs.write(page, bound(_write_review, settled, password, processes))
    profile = choose_pack(None, None, None, Path()).profile
    drafted = draft_of_records(settled, profile, known.instrument)
    made = round_sheets(drafted.draft, known.sheets)
    outputs.write(target, bound(write_workbook, sheets=made.sheets, notes=made.notes))
    return Extracted(
        tuple(outcomes), tuple(settled), (*passed_over(paths), *unused, *drafted.findings)
    )


def _read(outcomes: Sequence[Outcome]) -> list[Record]:
    """Give the records. Raises where there is none, with the reason of each file."""
    read = [record for outcome in outcomes for record in outcome.records]
    if not read:
        reasons = [outcome.reason for outcome in outcomes]
        _refuse_faults(outcomes, reasons)
        raise NothingSucceededError(_("no file could be read."), reasons=reasons)
    return read


def _known(like: Path | None) -> _Like:
    if like is None:
        return _Like()
    reading = read_round(like)
    if not reading.understood:
        raise WrongDataError(
            _("the workbook of --like could not be understood."), findings=reading.findings
        )
    rows = read_standing(like).sheets
    given = {name: rows[name] for name in _GIVEN if name in rows}
    return _Like(reading.evaluation.instrument, given)


def _digitised(
    tasks: Sequence[Task],
    processes: int,
    cluster: str | None,
    progress: Progress,
    cancelled: Cancelled,
) -> Sequence[Outcome]:
    """Read every file, what an earlier run has read already left out; in the order of the files."""
    store, keys = open_store(), [key_of(task) for task in tasks]
    found = {
        index: read
        for index, key in enumerate(keys)
        if (read := remembered(store.get(key), store.get(proven_key(key)), tasks[index]))
    }
    waiting = [index for index in range(len(tasks)) if index not in found]
    left = [tasks[index] for index in waiting]
    with Pool(processes, DIGITISING, cancelled=cancelled) as pool:
        pages = pool.all(count_pages, [task.path for task in left], lambda _path, _why: 1)
        run = pool.run if cluster is None else bound(run_on_cluster, cluster, DIGITISING)
        done, total = 0, sum(pages) or 1
        progress(done, total)

        def note(place: int, outcome: Outcome) -> None:
            nonlocal done
            index = waiting[place]
            found[index] = outcome
            if outcome.record is not None:
                store.put(keys[index], kept(outcome.records))
                store.put(proven_key(keys[index]), YES if outcome.proven else NO)
            done += pages[place]
            progress(done, total)
            if cluster is not None:
                go_on(cancelled)

        run(digitise, left, lost, note)
    return [found[index] for index in sorted(found)]


def _settled(
    records: Sequence[Record], resolved: Path | None
) -> tuple[Sequence[Record], tuple[Finding, ...]]:
    if resolved is None:
        return records, ()
    return settle(records, read_settled(resolved), str(resolved))


def _named(files: Sequence[Path], folder: Path | None) -> Mapping[str, Output]:
    """Give the JSON file of each PDF, named after it; equal names of several folders are counted.

    There is none without a folder for them.
    """
    taken: set[str] = set()
    named: dict[str, Output] = {}
    for file in files if folder else ():
        names = (file.stem, *(f"{file.stem}-{number}" for number in range(2, len(files) + 2)))
        name = next(name for name in names if name.casefold() not in taken)
        taken.add(name.casefold())
        named[str(file)] = Output((folder or Path()) / f"{name}.json", "extract --json")
    return named


def _told_in(
    records: Sequence[Record], named: Mapping[str, Output]
) -> Sequence[tuple[Output, Record]]:
    """Give each record its JSON file; those of one file are numbered: NAME-1, NAME-2 …"""
    single = {str(named[one.file].path) for one in records if one.file in named and not one.pages}
    found: list[tuple[Output, Record]] = []
    taken = {path.casefold() for path in single}
    for record in records if named else ():
        own = named[record.file]
        path = own.path
        if record.pages is not None:
            numbers = (path.with_name(f"{path.stem}-{number}.json") for number in count(1))
            path = next(one for one in numbers if str(one).casefold() not in taken)
            taken.add(str(path).casefold())
        found.append((replace(own, path=path), record))
    return found


def _write_record(record: Record, target: BinaryIO) -> None:
    target.write(told_json(record).encode())


def _write_review(
    records: Sequence[Record], password: str | None, jobs: int, target: BinaryIO
) -> None:
    flagged = dict.fromkeys(flag.source for record in records for flag in record.flags)
    places = [source for source in flagged if source.page is not None and source.box is not None]
    with Pool(jobs, DIGITISING) as pool:
        pictures = pool.all(bound(_cut_out, password), places, lambda _place, _why: None)
    found = dict(zip(places, pictures, strict=True))
    write_review(records, found.get, target)


def _cut_out(password: str | None, source: Source) -> bytes | None:
    """Cut a place out of its page; None where that cannot be: the value is told all the same."""
    if source.page is None or source.box is None:
        return None
    try:
        return cut_out(Path(source.file), source.page, source.box, password)
    except (UndrawableError, LaporanError):
        return None


def _refuse_faults(outcomes: Sequence[Outcome], reasons: Sequence[Message] = ()) -> None:
    faults = [outcome.traceback for outcome in outcomes if outcome.traceback]
    if faults:
        told = ngettext(
            "%(count)d file could not be read by a fault of the program.",
            "%(count)d files could not be read by a fault of the program.",
            len(faults),
        )
        raise ProgramFaultError(told % {"count": len(faults)}, faults, reasons)
