"""Zip archives opened with care: what a workbook file may weigh, and how damage is told."""

import struct
import zipfile
import zlib
from io import BytesIO

from evaluation.errors import UnreadableInputError
from evaluation.messages import _
from evaluation.sources import Source

# A full round of 191 regions weighs under 2 MB packed and 20 MB unpacked.
MAX_UNPACKED = 96 * 1024 * 1024
MAX_PARTS = 5000
_CHUNK = 1 << 20
# What the standard library raises on archives whose fields contradict each other.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)


def damaged(file: str) -> UnreadableInputError:
    """Make the error for a file that is a workbook by its first bytes and no further."""
    return UnreadableInputError(
        _("the file is damaged."),
        source=Source(file),
        remedy=_("Take a fresh copy, or open it in the spreadsheet program and save it anew."),
    )


def too_large(file: str, limit: int) -> UnreadableInputError:
    """Make the error for a file that is larger than any round; ``limit`` is in bytes."""
    return UnreadableInputError(
        _("the file holds more than %(limit)d MB, which no evaluation round needs.")
        % {"limit": limit >> 20},
        source=Source(file),
        remedy=_("Remove pictures and foreign sheets from the workbook."),
    )


def too_much_text(file: str) -> UnreadableInputError:
    """Make the error for a workbook whose cells repeat texts beyond any round."""
    return UnreadableInputError(
        _("the cells repeat long texts so often that they cannot be read."),
        source=Source(file),
        remedy=_("Look for a long text that was copied down a column, and delete the copies."),
    )


def locked(file: str) -> UnreadableInputError:
    """Make the error for a workbook that asks for a password."""
    return UnreadableInputError(
        _("the workbook is protected by a password."),
        source=Source(file),
        remedy=_("Open it, remove the password (File, Info, Protect Workbook), and save it."),
    )


def open_archive(data: bytes, file: str) -> zipfile.ZipFile:
    """Open a zip archive whose every part has been unpacked once, within bounds.

    Raises UnreadableInputError when it is damaged, encrypted or too large; a part that unpacks to
    more than its header says is damage as well.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        _check(archive, file)
    except _DAMAGE:
        raise damaged(file) from None
    return archive


def _check(archive: zipfile.ZipFile, file: str) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise too_large(file, MAX_UNPACKED)
    if len({part.filename for part in parts}) != len(parts):
        raise damaged(file)
    for part in parts:
        if part.flag_bits & 0x1:
            raise locked(file)
        with archive.open(part) as stream:
            while stream.read(_CHUNK):
                pass
