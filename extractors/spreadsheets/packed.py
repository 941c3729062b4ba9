"""A zip archive of returned files, opened within the bounds of any archive."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from extractors.spreadsheets.archives import open_archive
from extractors.spreadsheets.files import LOCK_PREFIXES

# What every spreadsheet that is itself an archive has among its parts.
_OWN = ("[Content_Types].xml", "mimetype", "META-INF/manifest.xml")
_SYSTEM = "__MACOSX"


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its path there, and its bytes; None for an archive in the archive."""

    name: str
    data: bytes | None


def members_of(data: bytes, file: str) -> Sequence[Member] | None:
    """Give the files of an archive, sorted by name; None where it is a spreadsheet itself.

    Raises UnreadableInputError when it is damaged, encrypted or too large.
    """
    if any(name in _OWN for name in _names(data)):
        return None
    archive = open_archive(data, file)
    names = archive.namelist()
    kept = sorted(name for name in names if not _is_passed_over(name))
    return [Member(name, None if _is_archive(name) else archive.read(name)) for name in kept]


def _names(data: bytes) -> Sequence[str]:
    """Give the names in an archive; what cannot be listed is left to whoever opens it."""
    try:
        return ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return ()


def _is_archive(name: str) -> bool:
    return name.lower().endswith(".zip")


def _is_passed_over(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = path.name.startswith((*LOCK_PREFIXES, ".")) or path.name.endswith("~")
    return name.endswith("/") or hidden or _SYSTEM in path.parts
