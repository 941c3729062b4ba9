"""What was made, handed over: what ``dispatch``, ``labels`` and the option ``--zip`` do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from evaluation.errors import WrongDataError
from evaluation.messages import _
from evaluation.model import Region
from evaluation.sources import Source
from generator.handing.delivery import Delivery, delivery_of_folder, delivery_of_issue
from generator.handing.envelopes import labels_of
from generator.handing.parcels import parcel_stem, write_parcel
from generator.issuing.issue import read_issue
from generator.making.manifest import FileRecord
from generator.making.rehearsal import Extent
from generator.making.rounds import Round
from generator.system.existing import Output, Outputs, identities
from generator.system.frozen import MARK
from generator.system.turns import turn_in
from generator.use_cases.documents import Made, Waiting, open_workbook, unasked
from generator.use_cases.following import Cancelled, Progress, never, unseen, watched
from generator.workbooks.dispatch_list import Sending, write_dispatch_list
from generator.writers.pdf.file.joined import Part, write_joined
from generator.writers.pdf.labels import COVER, SHEETS, write_labels
from letters.dates import format_date

FOLDER = "kirim"
"""The folder, within that of the documents, for what is handed over."""

LIST, PRINT, LABELS = "daftar-kirim.xlsx", "cetak.pdf", "label.pdf"
_LIST, _ZIP, _PRINT, _LABELS = "dispatch", "dispatch --zip", "dispatch --print", "labels"
_REPORT = "report"


@dataclass(frozen=True)
class Handed:
    """What was made ready: None or empty for what was not asked for.

    ``pages`` is the number of pages of the file to print, with the blank ones.
    """

    folder: Path
    list: Path | None = None
    archives: tuple[Path, ...] = ()
    print: Path | None = None
    pages: int = 0


@dataclass(frozen=True)
class _Handing:
    """Documents on their way to regions, and where what is made of them goes."""

    opened: Round
    delivery: Delivery
    folder: Path
    outputs: Outputs

    def sent(self) -> Sequence[tuple[Region, Sequence[FileRecord]]]:
        """Give the regions that have documents, each with them."""
        found = ((one, self.delivery.of_region(one.name)) for one in self.opened.evaluation.regions)
        return [(region, files) for region, files in found if files]

    def write(self, name: str, maker: str, fill: Callable[[BinaryIO], int | None]) -> Path:
        """Write a file, and give its path."""
        path = self.folder / name
        self.outputs.write(Output(path, maker), fill)
        return path


def dispatch(
    source: Path,
    folder: Path | None = None,
    *,
    zips: bool = False,
    printing: bool = False,
    pack: str | None = None,
    force: bool = False,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
    waiting: Waiting = unasked,
) -> Handed:
    """Write the list by which documents are sent, archives with ``zips``, a file to print.

    ``source`` is a workbook, whose documents lie in ``folder`` (else beside it), or an issue, for
    which ``folder`` is where to write. Pieces of progress are archives. Raises as
    ``open_workbook``, WrongDataError where a document is not as it was made,
    UnwritableOutputError and CancelledError.
    """
    handing = _of_issue if (source / MARK).is_file() else _of_workbook
    with_all = handing(source, folder, pack, force)
    with turn_in(with_all.folder, waiting):
        archives = _archived(with_all, watched(progress, cancelled)) if zips else ()
        made, pages = _printed(with_all) if printing else (None, 0)
        return Handed(with_all.folder, _listed(with_all, archives), archives, made, pages)


def archive(made: Made, *, force: bool = False) -> Handed:
    """Write an archive of each region that documents were just made of."""
    day = _day(made.round)
    delivery = Delivery(made.folder, made.batch.records, made.round.letter.number_text or "", day)
    handing = _Handing(made.round, delivery, made.folder / FOLDER, Outputs(force=force))
    return Handed(handing.folder, archives=_archived(handing, unseen))


def labels(
    workbook: Path,
    output: Path | None = None,
    regions: Sequence[str] = (),
    *,
    sheet: str = "2x7",
    skip: int = 0,
    pack: str | None = None,
    force: bool = False,
) -> tuple[Path, int]:
    """Write address labels on sheets of A4, of some regions or all; give the file and its pages.

    ``sheet`` is one of ``SHEETS``; the first ``skip`` places of the first one stay free. Raises
    as ``open_workbook``, ValueError for a ``skip`` beyond the sheet, and UnwritableOutputError.
    """
    layout = SHEETS[sheet]
    if not 0 <= skip < layout.room:
        raise ValueError(skip)
    opened = open_workbook(workbook, pack, extent=Extent.SAMPLES)
    chosen = [opened.region(name) for name in regions] or opened.evaluation.regions
    profile, number = opened.pack.profile, opened.letter.number_text or ""
    wanted = labels_of(chosen, number, profile.label)
    font = opened.pack.style.font
    path = output or workbook.parent / LABELS
    outputs = Outputs(identities([workbook], {".csv"}) | identities(opened.pack.folders), force)
    fill = partial(write_labels, _title(opened), wanted, layout, skip, font)
    pages, _sha256 = outputs.write(Output(path, _LABELS), fill)
    return path, pages


def _of_workbook(source: Path, folder: Path | None, pack: str | None, force: bool) -> _Handing:
    opened = open_workbook(source, pack, extent=Extent.SAMPLES)
    place = folder or source.parent
    delivery = delivery_of_folder(place, opened, _day(opened))
    return _handing(source, opened, delivery, place / FOLDER, force)


def _of_issue(source: Path, folder: Path | None, pack: str | None, force: bool) -> _Handing:
    issue = read_issue(source)
    opened = open_workbook(issue.workbook_path, pack, extent=Extent.SAMPLES)
    delivery = delivery_of_issue(issue, format_date(issue.own_date))
    beside = source.resolve().parent.parent / FOLDER / source.resolve().name
    return _handing(issue.workbook_path, opened, delivery, folder or beside, force)


def _handing(
    workbook: Path, opened: Round, delivery: Delivery, folder: Path, force: bool
) -> _Handing:
    read = [workbook, *(delivery.folder / one.path for one in delivery.files)]
    outputs = Outputs(identities(read, {".csv"}) | identities(opened.pack.folders), force)
    return _Handing(opened, delivery, folder, outputs)


def _day(opened: Round) -> str:
    return format_date(opened.letter.date) if opened.letter.date else ""


def _title(opened: Round) -> str:
    return " ".join(filter(None, (opened.pack.profile.agency, opened.letter.number_text)))


def _archived(handing: _Handing, step: Progress) -> tuple[Path, ...]:
    sent = handing.sent()
    names = [f"{parcel_stem(files)}.zip" for _region, files in sent]
    handing.outputs.check([Output(handing.folder / name, _ZIP) for name in names])
    made = []
    step(0, len(sent))
    for (region, files), name in zip(sent, names, strict=True):
        fill = partial(write_parcel, handing.delivery, files, _cover(handing, region))
        made.append(handing.write(name, _ZIP, fill))
        step(len(made), len(sent))
    return tuple(made)


def _cover(handing: _Handing, region: Region) -> bytes:
    """Give the label of a region's envelope, on a page of its own."""
    profile, font = handing.opened.pack.profile, handing.opened.pack.style.font
    target = BytesIO()
    wanted = labels_of([region], handing.delivery.number, profile.label)
    write_labels(region.name, wanted, COVER, 0, font, target)
    return target.getvalue()


def _printed(handing: _Handing) -> tuple[Path, int]:
    """Write all reports into one file, in the order of the regions; give it and its pages."""
    parts = [
        Part(region.name, (handing.delivery.folder / one.path).read_bytes())
        for region, files in handing.sent()
        for one in files
        if one.kind == _REPORT and one.path.endswith(".pdf")
    ]
    if not parts:
        raise WrongDataError(
            _("there is no report in PDF to print."),
            source=Source(str(handing.delivery.folder)),
            remedy=_("Make the documents anew, with --format pdf."),
        )
    fill = partial(write_joined, _title(handing.opened), parts, handing.opened.pack.language)
    pages = 0

    def counted(target: BinaryIO) -> None:
        nonlocal pages
        pages = fill(target)

    return handing.write(PRINT, _PRINT, counted), pages


def _listed(handing: _Handing, archives: Sequence[Path]) -> Path:
    delivery = handing.delivery
    sendings = []
    for at, (region, files) in enumerate(handing.sent()):
        names = (archives[at].name,) if archives else tuple(one.path for one in files)
        sendings.append(Sending(region, delivery.number, delivery.day, names))
    return handing.write(LIST, _LIST, partial(write_dispatch_list, sendings))
