"""One archive a region: its documents as they were made, and the label of its envelope."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from generator.handing.delivery import Delivery
from generator.making.manifest import FileRecord

_DATE = (1980, 1, 1, 0, 0, 0)  # archives hold no clock time
_MODE = 0o644 << 16
_UNIX = 3  # the system an entry says it was made on, whichever it was
_REPORTS = "reports"
LABEL = "label.pdf"


def write_parcel(
    delivery: Delivery, files: Sequence[FileRecord], label: bytes, target: BinaryIO
) -> None:
    """Write the archive of one region. With the same documents, the same bytes."""
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, path in _names(files):
            archive.writestr(_entry(name), (delivery.folder / path).read_bytes())
        archive.writestr(_entry(LABEL), label)


def _names(files: Sequence[FileRecord]) -> Iterator[tuple[str, str]]:
    """Give files under plain names: documents other than reports bear the name of their folder."""
    for one in files:
        path = PurePosixPath(one.path)
        kind = "" if path.parent.name == _REPORTS else f"-{path.parent.name}"
        yield f"{path.stem}{kind}{path.suffix}", one.path


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _DATE)
    entry.create_system, entry.external_attr = _UNIX, _MODE
    return entry


def parcel_stem(files: Sequence[FileRecord]) -> str:
    """Give the name of a region's archive: that of its documents."""
    return PurePosixPath(files[0].path).stem
