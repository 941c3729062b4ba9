"""A file that was dropped: what it is, told by its contents and never by its name."""

from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from evaluation.names import name_key
from evaluation.workbook.facts import FACTS
from evaluation.workbook.form import MARK_SHEET
from evaluation.workbook.sheets import SHEETS, SURAT
from extractors.spreadsheets.cells import RawSheet
from extractors.spreadsheets.files import Format, format_of
from extractors.spreadsheets.grid import read_grid_of
from extractors.spreadsheets.values import text_of
from generator.packs.settings import SETTINGS
from generator.processes.pool import SPREADSHEETS, Pool

MOST_BYTES = 50 << 20
"""The largest file that is taken."""

_ENOUGH = 3  # sheets of a round that make a workbook, the others may lack
_NEEDED = frozenset(name_key(sheet.name) for sheet in SHEETS if sheet.required)
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # bytes before a PDF's own mark, as readers allow


class Arrival(Enum):
    """What a file is to a round."""

    WORKBOOK = "the workbook of a round"
    RETURNED = "a form or another spreadsheet with scores"
    REPORT = "a past report"
    PACK = "a template pack"
    OTHER = "nothing that is known"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was dropped; ``title`` is what a workbook calls its round, else empty."""

    kind: Arrival
    title: str = ""


def arrival_of(data: bytes, shown: str) -> Arrived:
    """Tell what a file is; ``shown`` is what messages call it.

    Raises UnreadableInputError for a spreadsheet that cannot be read.
    """
    if _PDF in data[:_PDF_WITHIN]:
        return Arrived(Arrival.REPORT)
    container = format_of(data)
    if container is Format.OTHER:
        return Arrived(Arrival.OTHER)
    if container is Format.ZIP and _is_pack(data):
        return Arrived(Arrival.PACK)
    with Pool(1, SPREADSHEETS) as pool:
        sheets = {name_key(one.name): one for one in read_grid_of(data, shown, pool.alone)}
    if name_key(MARK_SHEET) in sheets or len(sheets.keys() & _NEEDED) < _ENOUGH:
        return Arrived(Arrival.RETURNED)
    return Arrived(Arrival.WORKBOOK, _title(sheets.get(name_key(SURAT.name))))


def _title(letter: RawSheet | None) -> str:
    """Give programme and year as the sheet of the letter's facts has them."""
    facts = {
        name_key(text_of(row[0])): text_of(row[1])
        for row in (letter.rows if letter else ())
        if len(row) > 1
    }
    told = (facts.get(name_key(one.key), "") for one in (FACTS.programme, FACTS.year))
    return " ".join(filter(None, told))


def ending_of(data: bytes) -> str:
    """Give the ending that a workbook of these contents has."""
    if format_of(data) is Format.COMPOUND:
        return ".xls"
    return ".xlsx" if "xl/workbook.xml" in _parts(data) else ".ods"


def _is_pack(data: bytes) -> bool:
    return any(PurePath(name).name == SETTINGS for name in _parts(data))


def _parts(data: bytes) -> frozenset[str]:
    """Give the names in an archive; none where it is damaged, which its reader tells."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return frozenset()
