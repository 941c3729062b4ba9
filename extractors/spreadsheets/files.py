"""A workbook's bytes: read from disk within bounds, and told apart by what they begin with."""

from enum import Enum
from pathlib import Path

from evaluation.errors import UnreadableInputError
from evaluation.messages import _
from evaluation.regular import refuse_irregular
from evaluation.sources import Source
from extractors.spreadsheets.archives import too_large
from extractors.spreadsheets.compound import SIGNATURE

# A full round of 191 regions weighs under 2 MB; this leaves room for pictures and foreign sheets.
MAX_BYTES = 48 * 1024 * 1024
LOCK_PREFIXES = ("~$", ".~lock.")


class Format(Enum):
    """How a file begins, which is a better witness than how its name ends."""

    ZIP = "zip"
    COMPOUND = "compound"
    OTHER = "other"


def format_of(data: bytes) -> Format:
    """Tell the container of a file from its first bytes."""
    if data.startswith(b"PK\x03\x04"):
        return Format.ZIP
    return Format.COMPOUND if data.startswith(SIGNATURE) else Format.OTHER


def not_a_workbook(file: str) -> UnreadableInputError:
    """Make the error for a file that is something else altogether."""
    return UnreadableInputError(
        _("the file is not a workbook."),
        source=Source(file),
        remedy=_("Readable are .xlsx, .xls, .ods, and a folder of .csv files, one a sheet."),
    )


def read_bytes(path: Path) -> bytes:
    """Read a file. Raises UnreadableInputError when it cannot be opened, is empty or too large."""
    file = str(path)
    if path.name.startswith(LOCK_PREFIXES):
        raise UnreadableInputError(
            _("the file is only the lock of a workbook that is open in a spreadsheet program."),
            source=Source(file),
            remedy=_("Give the workbook itself, the name without the sign in front."),
        )
    try:
        refuse_irregular(path)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as fault:
        raise _cannot_open(file, fault) from None
    if not data:
        raise UnreadableInputError(
            _("the file is empty."), source=Source(file), remedy=_("Take a fresh copy of it.")
        )
    if len(data) > MAX_BYTES:
        raise too_large(file, MAX_BYTES)
    return data


def _cannot_open(file: str, fault: OSError) -> UnreadableInputError:
    source = Source(file)
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        remedy = _("Check the name and the folder.")
        return UnreadableInputError(_("there is no such file."), source=source, remedy=remedy)
    if isinstance(fault, PermissionError):
        return UnreadableInputError(
            _("the file may not be opened."),
            source=source,
            remedy=_("If it is open in Excel, close it there; else ask for the right to read it."),
        )
    message = _("the file cannot be read: %(reason)s.") % {"reason": fault.strerror or fault}
    return UnreadableInputError(message, source=source)
