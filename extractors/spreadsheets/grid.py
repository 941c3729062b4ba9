"""A spreadsheet file → sheets of raw cells, in whatever format it comes.

``.xlsx``, ``.xls`` and ``.ods`` are read by python-calamine. It aborts the process when a sheet
spans too many cells, and gives blanks for errors and for formulas that were never calculated:
hence each format has a module that looks into the file before.
"""

import hashlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from evaluation.errors import UnreadableInputError
from evaluation.messages import _
from evaluation.paths import is_folder
from evaluation.sources import Source
from extractors.spreadsheets.apart import Apart, here
from extractors.spreadsheets.archives import (
    MAX_UNPACKED,
    damaged,
    locked,
    open_archive,
    too_large,
    too_much_text,
)
from extractors.spreadsheets.cells import (
    Cell,
    RawSheet,
    Scan,
    refuse_vast,
    refuse_vast_together,
    with_broken,
)
from extractors.spreadsheets.compound import CompoundFile, CompoundFileError
from extractors.spreadsheets.csvfiles import read_folder
from extractors.spreadsheets.files import Format, format_of, not_a_workbook, read_bytes
from extractors.spreadsheets.ods import scan_ods
from extractors.spreadsheets.texts import MAX_TEXT, TooManyTagsError, TooMuchTextError
from extractors.spreadsheets.xls import STREAMS, ProtectedError, scan_xls
from extractors.spreadsheets.xlsx import scan_xlsx

_MANIFEST = "META-INF/manifest.xml"
Sheets = tuple[RawSheet, ...]


def read_grid(path: Path, apart: Apart = here) -> tuple[Sheets, str]:
    """Read the sheets of a workbook file or of a folder of CSV files, and the sha256 of its bytes.

    ``apart`` runs what may abort the process that it runs in.
    Raises UnreadableInputError, with what to do about it, when there is nothing to be read.
    """
    if is_folder(path):
        return read_folder(path)
    data = read_bytes(path)
    return read_grid_of(data, str(path), apart), hashlib.sha256(data).hexdigest()


def read_grid_of(data: bytes, file: str, apart: Apart = here) -> Sheets:
    """Read the sheets of a workbook from its bytes; ``file`` is how messages call it.

    What lies in an archive is known to be harmless before it is read; of a compound file (.xls)
    that cannot be known, so ``apart`` reads it. Raises UnreadableInputError, with what to do about
    it, when there is nothing to be read.
    """
    container = format_of(data)
    if container is Format.ZIP:
        return _within_bounds(data, file, _scan_archive(data, file))
    if container is not Format.COMPOUND:
        raise not_a_workbook(file)
    sheets: Sheets | None = apart(_read_compound, (data, file))
    if sheets is None:
        raise _unbearable(file)
    return sheets


def _within_bounds(data: bytes, file: str, scans: Mapping[str, Scan]) -> Sheets:
    for name, scan in scans.items():
        refuse_vast(file, name, scan.last)
    refuse_vast_together(file, scans)
    return _values(data, file, scans)


def _read_compound(given: tuple[bytes, str]) -> Sheets:
    data, file = given
    sheets = _within_bounds(data, file, _scan_compound(data, file))
    cells = chain.from_iterable(row for sheet in sheets for row in sheet.rows)
    if sum(len(cell) for cell in cells if isinstance(cell, str)) > MAX_TEXT:
        raise too_much_text(file)
    return sheets


def _unbearable(file: str) -> UnreadableInputError:
    return UnreadableInputError(
        _("the file is damaged, or takes too much memory or time: reading it was ended."),
        source=Source(file),
        remedy=_("Open it in the spreadsheet program and save it as .xlsx."),
    )


def _scan_archive(data: bytes, file: str) -> Mapping[str, Scan]:
    with open_archive(data, file) as archive:
        parts = set(archive.namelist())
        try:
            if "xl/workbook.xml" in parts:
                return scan_xlsx(archive)
            if "xl/workbook.bin" in parts:
                raise _binary(file)
            if "content.xml" in parts and _is_spreadsheet(archive, file):
                return scan_ods(archive)
        except TooMuchTextError:
            raise too_much_text(file) from None
        except TooManyTagsError:
            raise too_large(file, MAX_UNPACKED) from None
        except (etree.LxmlError, LookupError):
            raise damaged(file) from None
    raise not_a_workbook(file)


def _binary(file: str) -> UnreadableInputError:
    return UnreadableInputError(
        _("the workbook is in Excel's binary format (.xlsb), which is not read."),
        source=Source(file),
        remedy=_("Save it as .xlsx."),
    )


def _is_spreadsheet(archive: ZipFile, file: str) -> bool:
    """Tell an OpenDocument spreadsheet from a text. Raises UnreadableInputError when encrypted."""
    manifest = archive.read(_MANIFEST) if _MANIFEST in archive.namelist() else b""
    if b"encryption-data" in manifest:
        raise locked(file)
    return b"opendocument.spreadsheet" in manifest or b"<office:spreadsheet" in archive.read(
        "content.xml"
    )


def _scan_compound(data: bytes, file: str) -> Mapping[str, Scan]:
    try:
        container = CompoundFile(data)
        if {"EncryptedPackage", "EncryptionInfo"} & container.names.keys():
            raise locked(file)
        if not container.names.keys() & set(STREAMS):
            raise not_a_workbook(file)
        return scan_xls(container)
    except ProtectedError:
        raise locked(file) from None
    except CompoundFileError:
        raise damaged(file) from None


def _values(data: bytes, file: str, scans: Mapping[str, Scan]) -> Sheets:
    try:
        with load_workbook(BytesIO(data)) as workbook:
            return tuple(
                _sheet(workbook, each, file, scans[each.name])
                for each in workbook.sheets_metadata
                if each.typ == SheetTypeEnum.WorkSheet
            )
    except PasswordError:
        raise locked(file) from None
    except (CalamineError, OSError, ValueError, LookupError, MemoryError):
        # LookupError: a sheet that was not looked at before is not read either.
        raise damaged(file) from None
    except BaseException as fault:
        # A panic of the Rust library derives from BaseException and cannot be imported.
        if type(fault).__name__ != "PanicException":
            raise
        raise damaged(file) from None


def _sheet(workbook: CalamineWorkbook, each: SheetMetadata, file: str, scan: Scan) -> RawSheet:
    sheet = workbook.get_sheet_by_name(each.name)
    if sheet.end is not None:
        refuse_vast(file, each.name, sheet.end)
    rows: Sequence[Sequence[Cell]] = sheet.to_python(skip_empty_area=False)
    hidden = each.visible != SheetVisibleEnum.Visible
    merged = sheet.merged_cell_ranges or scan.merged  # None for .ods
    cells = with_broken(rows, scan.broken)
    return RawSheet(each.name, cells, hidden, tuple(merged), scan.percents, scan.unseen)
