"""``laporan extract``: past reports that exist only as PDF → one workbook, doubtful values told."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial as bound
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from evaluation.errors import (
    ExitCode,
    LaporanError,
    NothingSucceededError,
    ProgramFaultError,
    WrongDataError,
)
from evaluation.messages import Message, _, ngettext
from evaluation.model import Instrument
from evaluation.paths import is_folder
from evaluation.record import Record
from evaluation.record_json import from_json, to_json, told_json
from evaluation.regular import refuse_irregular
from evaluation.sources import Finding, Source
from evaluation.workbook.sheets import BOBOT, DIMENSI, ELEMEN, INSTRUMEN
from generator.cli.console import progress, tell_error, tell_findings
from generator.cli.options import FORCE
from generator.cli.reading import read_round, read_standing
from generator.processes.cluster import run_on_cluster
from generator.processes.pool import DIGITISING, Pool
from generator.system.existing import Output, Outputs, identities
from generator.system.store import Store, open_store
from generator.system.terminal import tell
from generator.workbooks.book import Rows, write_workbook
from generator.workbooks.round_sheets import round_sheets

if TYPE_CHECKING:
    from extractors.archive.digitise import Outcome, Task
    from extractors.archive.drafting import Drafted

_GIVEN = tuple(sheet.name for sheet in (INSTRUMEN, DIMENSI, ELEMEN, BOBOT))
_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@dataclass(frozen=True)
class _Like:
    """A known round: its instrument, and its sheets that a past round shares."""

    instrument: Instrument | None = None
    sheets: Mapping[str, Rows] = field(default_factory=dict)


@click.command(
    help=str(_("Read past reports in PDF into a workbook; every doubtful value is told."))
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=_FILE, required=True, help=str(_("The workbook to write.")))
@click.option("--json", "records", type=_FOLDER, help=str(_("Folder for one JSON file a PDF.")))
@click.option("--password", help=str(_("Password of locked files.")))
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    help=str(_("Processes to work with; without it, one a core.")),
)
@click.option(
    "--ocr",
    type=click.Choice(("auto", "never", "always")),
    default="auto",
    help=str(_("Recognise scanned pages: those that need it, none, or all pages.")),
)
@click.option(
    "--pages", "pages_only", is_flag=True, help=str(_("Ignore the record inside a file."))
)
@click.option("--like", type=_FILE, help=str(_("A workbook with the questions that were asked.")))
@click.option("--partial", is_flag=True, help=str(_("Take what is left of damaged files.")))
@click.option("--review", type=_FILE, help=str(_("Write a page to settle doubtful values on.")))
@click.option("--resolved", type=_FILE, help=str(_("Put in the values settled on that page.")))
@click.option("--cluster", help=str(_("Address of a Dask scheduler to hand the work to.")))
@FORCE
def extract(
    paths: Sequence[Path],
    output: Path,
    records: Path | None,
    password: str | None,
    jobs: int,
    ocr: str,
    pages_only: bool,
    like: Path | None,
    partial: bool,
    review: Path | None,
    resolved: Path | None,
    cluster: str | None,
    force: bool,
) -> int:
    """Digitise files, and tell what is doubtful or could not be read."""
    from extractors.archive.digitise import Basis, Ocr, Task

    known = _known(like)
    files = _files(paths)
    outputs = Outputs(identities((*files, like, resolved)), force)
    target, named = Output(output, "extract"), _named(files, records)
    pages = [Output(review, "extract --review")] if review else []
    outputs.check([target, *pages, *named.values()])
    threads = max(jobs // len(files), 1)
    # What is settled on the page of --review are readings of pages.
    basis = Basis.PAGES if pages_only or review or resolved else Basis.RECORD
    sample = Task(Path(), password, Ocr(ocr), partial, known.instrument, threads, basis)
    outcomes = _digitised([replace(sample, path=file) for file in files], jobs, cluster)
    read = [outcome.record for outcome in outcomes if outcome.record is not None]
    for outcome in outcomes:
        if outcome.record is None:
            tell_error(outcome.reason)
    if not read:
        _refuse_faults(outcomes)
        raise NothingSucceededError(_("no file could be read."))
    settled, unused = _settled(read, resolved)
    if records is not None:
        for record in settled:
            outputs.write(named[record.file], bound(_write_record, record))
    for page in pages:
        outputs.write(page, bound(_write_review, settled, password, jobs))
    drafted = _drafted(settled, known)
    made = round_sheets(drafted.draft, known.sheets)
    outputs.write(target, bound(write_workbook, sheets=made.sheets, notes=made.notes))
    tell_findings((*unused, *drafted.findings))
    _tell(outcomes, settled, output)
    _refuse_faults(outcomes)
    doubtful = any(record.flags for record in settled)
    return ExitCode.DONE_WITH_FINDINGS if doubtful or len(read) < len(files) else ExitCode.DONE


def _files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Give the files to read, those of folders in the order of their names, each once."""

    def found() -> Iterator[Path]:
        for path in paths:
            if is_folder(path):
                yield from sorted(one for one in path.rglob("*") if one.suffix.lower() == ".pdf")
            else:
                yield path

    files = tuple(dict.fromkeys(found()))
    if not files:
        raise click.UsageError(str(_("there is no PDF in these folders.")))
    return files


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


def _digitised(tasks: Sequence["Task"], jobs: int, cluster: str | None) -> Sequence["Outcome"]:
    """Read every file, what an earlier run has read already left out; in the order of the files."""
    from extractors.archive.digitise import count_pages, digitise

    store = open_store()
    keys = [_key(task) for task in tasks]
    kept = {
        index: read for index, key in enumerate(keys) if (read := _kept(store, key, tasks[index]))
    }
    waiting = [index for index in range(len(tasks)) if index not in kept]
    left = [tasks[index] for index in waiting]
    with Pool(jobs, DIGITISING) as pool:
        pages = pool.all(count_pages, [task.path for task in left], lambda _path, _why: 1)
        run = pool.run if cluster is None else bound(run_on_cluster, cluster, DIGITISING)
        with progress(_("Pages"), sum(pages) or 1) as advance:

            def tell(place: int, outcome: "Outcome") -> None:
                index = waiting[place]
                kept[index] = outcome
                if outcome.record is not None:
                    store.put(keys[index], to_json(outcome.record).encode())
                    store.put(f"proven {keys[index]}", b"yes" if outcome.proven else b"no")
                advance(pages[place])

            run(digitise, left, _lost, tell)
    return [kept[index] for index in sorted(kept)]


def _key(task: "Task") -> str:
    """Give what a record follows from: the file's contents and everything that was asked."""
    try:
        refuse_irregular(task.path)
        digest = hashlib.sha256(task.path.read_bytes()).hexdigest()
    except OSError:
        digest = ""
    return f"record {digest} {replace(task, threads=1)!r}"


def _kept(store: Store, key: str, task: "Task") -> "Outcome | None":
    from extractors.archive.digitise import Outcome

    content = store.get(key)
    try:
        record = from_json(content.decode()) if content else None
    except ValueError:
        return None
    proven = store.get(f"proven {key}") == b"yes"
    return Outcome(str(task.path), record, proven=proven) if record else None


def _lost(task: "Task", why: Message) -> "Outcome":
    from extractors.archive.digitise import Outcome

    reason = _("%(file)s: reading it was ended: %(reason)s.")
    return Outcome(str(task.path), None, reason=reason % {"file": task.path, "reason": why})


def _settled(
    records: Sequence[Record], resolved: Path | None
) -> tuple[Sequence[Record], tuple[Finding, ...]]:
    if resolved is None:
        return records, ()
    from extractors.archive.settled import read_settled, settle

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


def _write_record(record: Record, target: BinaryIO) -> None:
    target.write(told_json(record).encode())


def _write_review(
    records: Sequence[Record], password: str | None, jobs: int, target: BinaryIO
) -> None:
    from generator.review.settling import write_review

    flagged = dict.fromkeys(flag.source for record in records for flag in record.flags)
    places = [source for source in flagged if source.page is not None and source.box is not None]
    with Pool(jobs, DIGITISING) as pool:
        pictures = pool.all(bound(_cut_out, password), places, lambda _place, _why: None)
    found = dict(zip(places, pictures, strict=True))
    write_review(records, found.get, target)


def _cut_out(password: str | None, source: Source) -> bytes | None:
    """Cut a place out of its page; None where that cannot be: the value is told all the same."""
    from extractors.pages.scanned.drawing import UndrawableError, cut_out

    if source.page is None or source.box is None:
        return None
    try:
        return cut_out(Path(source.file), source.page, source.box, password)
    except (UndrawableError, LaporanError):
        return None


def _drafted(records: Sequence[Record], known: _Like) -> "Drafted":
    from extractors.archive.drafting import draft_of_records
    from generator.packs.packs import choose_pack

    profile = choose_pack(None, None, None, Path()).profile
    return draft_of_records(records, profile, known.instrument)


def _refuse_faults(outcomes: Sequence["Outcome"]) -> None:
    """Raise ProgramFaultError where a file could not be read by no fault of its own."""
    faults = [outcome.traceback for outcome in outcomes if outcome.traceback]
    if faults:
        told = ngettext(
            "%(count)d file could not be read by a fault of the program.",
            "%(count)d files could not be read by a fault of the program.",
            len(faults),
        )
        raise ProgramFaultError(told % {"count": len(faults)}, faults)


def _tell(outcomes: Sequence["Outcome"], records: Sequence[Record], output: Path) -> None:
    """Tell how much was read, and how much of it needs a look."""
    scores = sum(len(one.items) for record in records for one in record.dimensions)
    flags = sum(len(record.flags) for record in records)
    told = ngettext(
        "%(count)d file, %(scores)d scores → %(output)s.",
        "%(count)d files, %(scores)d scores → %(output)s.",
        len(records),
    )
    tell(told % {"count": len(records), "scores": scores, "output": output})
    proven = sum(outcome.proven for outcome in outcomes)
    if proven:
        told = ngettext(
            "%(count)d file carries its own record, and its pages agree with every score of it.",
            "%(count)d files carry their own records, and their pages agree with every score.",
            proven,
        )
        tell(told % {"count": proven})
    scanned = sum(outcome.scanned for outcome in outcomes)
    if scanned:
        tell(_("%(count)d scanned pages were recognised.") % {"count": scanned})
    if flags:
        tell(_("%(count)d values are doubtful; --review shows each.") % {"count": flags})
    failed = sum(outcome.record is None for outcome in outcomes)
    if failed:
        tell(_("%(count)d files could not be read; see above.") % {"count": failed})
