"""A seal in every file that is written: which command made it, and a digest of all the rest.

It stands where the format lets anything stand and nobody looks: a comment in PDF, HTML and TOML, a
key in JSON, a part that nothing refers to in XLSX and DOCX (whose standard has such parts ignored),
the remark at the end of any other archive.
A program that saves the file anew drops the seal or spoils its digest; either tells that somebody
has worked on the file. It is no proof against forgery, and not meant as one.
"""

import hashlib
import os
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from struct import pack, unpack
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo
from zlib import crc32

KEY = "seal"
"""The key of a JSON file under which its seal stands."""

_TOLD = "laporan {maker} sha256:{digest}"
_SEAL = re.compile(rb"laporan ([a-z]+(?: --[a-z]+)?) sha256:([0-9a-f]{64})")
_NONE_YET = "0" * 64
_WINDOW = 1024  # bytes in which a seal is looked for; the longest takes 300
_BLOCK = 1 << 20
_PDF_END = re.compile(rb"%%EOF\r?\n?")
_LARGEST_EXTENDED = 64 << 20  # bytes of a PDF in which a sealed beginning is looked for

_PART = "docProps/laporan.xml"
_TYPES = "[Content_Types].xml"  # what every package has, and no other archive
_PART_TEXT = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<laporan seal="{told}"/>\n'
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3  # the system a zip entry says it was made on, whichever it was
_ENTRY, _LISTED, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END_SIZE, _OFFSET = 22, slice(16, 20)  # of the record that ends a zip; where it names the list
_ENTRY_SUM, _LISTED_SUM, _SUM_SIZE = 14, 16, 4  # where an entry has the checksum of its contents

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seal:
    """Which command made a file; ``intact`` tells that nobody has changed it since."""

    maker: str
    intact: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A seal as it stands in a file: its places, of its digest and of checksums that cover that."""

    maker: str
    digest: str
    digits: Span
    sums: tuple[Span, ...] = ()

    @property
    def holes(self) -> tuple[Span, ...]:
        """Give what the digest does not cover, in the order of the file."""
        return tuple(sorted((self.digits, *self.sums)))


@dataclass(frozen=True, slots=True)
class _Carrier:
    """How a textual format carries a seal: in front of its last ``before``, as a remark."""

    begins: bytes
    before: bytes
    opening: bytes
    closing: bytes


_CARRIERS = (
    _Carrier(b"%PDF-", b"startxref", b"%", b"\n"),
    _Carrier(b"<!DOCTYPE html>", b"", b"<!-- ", b" -->\n"),
    _Carrier(b"{", b"\n}\n", f',\n "{KEY}": "'.encode(), b'"'),
    _Carrier(b"#", b"", b"# ", b"\n"),
)


def sealed(data: bytes, maker: str) -> bytes:
    """Give the bytes of a file with its seal. ``maker`` is a command: ``forms``, ``check --html``.

    Raises ValueError for a format that carries none.
    """
    stream = BytesIO(_with_blank_seal(data, maker))
    found = _find(stream)
    if found is None:
        raise ValueError("this file carries no seal")
    digest = _digest(stream, found.holes)
    _put(stream, found.digits, digest.encode())
    part = _PART_TEXT.format(told=_TOLD.format(maker=maker, digest=digest))
    for place in found.sums:
        _put(stream, place, pack("<I", crc32(part.encode())))
    return stream.getvalue()


def read_seal(path: Path) -> Seal | None:
    """Give the seal of a file, None where it bears none. Raises OSError."""
    with path.open("rb") as stream:
        found = _find(stream)
        if found is None:
            return None
        return Seal(found.maker, _digest(stream, found.holes) == found.digest)


def sealed_part(path: Path, told: str | None = None) -> bool:
    """Tell whether a PDF begins with a sealed one that is intact, to which something was added.

    With ``told``, that part has to have this sha256. Signing adds to a PDF and leaves what was
    there (ISO 32000-1, 7.5.6). Raises OSError.
    """
    data = path.read_bytes() if path.stat().st_size <= _LARGEST_EXTENDED else b""
    if not data.startswith(b"%PDF-"):
        return False
    for end in _PDF_END.finditer(data):
        part = data[: end.end()]
        if len(part) == len(data):
            return False
        stream = BytesIO(part)
        found = _find(stream)
        if found is not None and _digest(stream, found.holes) == found.digest:
            return told is None or hashlib.sha256(part).hexdigest() == told
    return False


def _with_blank_seal(data: bytes, maker: str) -> bytes:
    told = _TOLD.format(maker=maker, digest=_NONE_YET)
    if data.startswith(_ENTRY):
        package = _TYPES in ZipFile(BytesIO(data)).namelist()
        return (_with_part if package else _with_comment)(data, told)
    for carrier in _CARRIERS:
        if data.startswith(carrier.begins):
            at = data.rindex(carrier.before) if carrier.before else len(data)
            seal = b"".join((carrier.opening, told.encode(), carrier.closing))
            return data[:at] + seal + data[at:]
    raise ValueError("this format carries no seal")


def _with_comment(data: bytes, told: str) -> bytes:
    """Add the remark at the end of an archive (APPNOTE.TXT 6.3.10, 4.3.16)."""
    archive = BytesIO()
    archive.write(data)
    with ZipFile(archive, "a") as opened:
        opened.comment = f"%{told}\n".encode()
    return archive.getvalue()


def _with_part(data: bytes, told: str) -> bytes:
    """Add a part behind all others of a package."""
    text = _PART_TEXT.format(told=told)
    entry = ZipInfo(_PART, _ZIP_DATE)
    entry.compress_type, entry.create_system = ZIP_STORED, _UNIX
    package = BytesIO()
    package.write(data)
    with ZipFile(package, "a") as archive:
        archive.writestr(entry, text)
    return package.getvalue()


def _find(stream: BinaryIO) -> _Found | None:
    size = stream.seek(0, os.SEEK_END)
    packed = _read(stream, (0, len(_ENTRY))) == _ENTRY
    return (_find_part(stream, size) if packed else None) or _find_remark(stream, size)


def _find_part(stream: BinaryIO, size: int) -> _Found | None:
    """Find the seal of a package: its last part, and the last one of the list behind it."""
    tail_start = max(size - _WINDOW, 0)
    tail = _read(stream, (tail_start, size))
    end, listed = tail[-_END_SIZE:], tail.rfind(_LISTED)
    if not end.startswith(_END) or len(end) < _END_SIZE or listed < 0:
        return None
    directory = unpack("<I", end[_OFFSET])[0]
    start = max(directory - _WINDOW, 0)
    window = _read(stream, (start, directory))
    entry = window.rfind(_ENTRY)
    found = _SEAL.search(window, max(entry, 0))
    if entry < 0 or found is None:
        return None
    sums = (start + entry + _ENTRY_SUM, tail_start + listed + _LISTED_SUM)
    return _found(found, start, tuple((at, at + _SUM_SIZE) for at in sums))


def _find_remark(stream: BinaryIO, size: int) -> _Found | None:
    """Find the seal of a text: the last one that stands as a remark does."""
    start = max(size - _WINDOW, 0)
    window = _read(stream, (start, size))
    for found in reversed([*_SEAL.finditer(window)]):
        before, behind = window[: found.start()], window[found.end() :]
        for carrier in _CARRIERS:
            if before.endswith(carrier.opening) and behind.startswith(carrier.closing):
                return _found(found, start)
    return None


def _found(found: re.Match[bytes], start: int, sums: tuple[Span, ...] = ()) -> _Found:
    digits = (start + found.start(2), start + found.end(2))
    return _Found(found[1].decode(), found[2].decode(), digits, sums)


def _digest(stream: BinaryIO, holes: tuple[Span, ...]) -> str:
    """Give the sha256 of a file without some parts of it."""
    digest = hashlib.sha256()
    size = stream.seek(0, os.SEEK_END)
    at = 0
    for hole, behind in (*holes, (size, size)):
        for block in range(at, hole, _BLOCK):
            digest.update(_read(stream, (block, min(block + _BLOCK, hole))))
        at = behind
    return digest.hexdigest()


def _read(stream: BinaryIO, span: Span) -> bytes:
    stream.seek(span[0])
    return stream.read(max(span[1] - span[0], 0))


def _put(stream: BinaryIO, span: Span, data: bytes) -> None:
    stream.seek(span[0])
    stream.write(data)
