"""A look into an ``.xls`` file ([MS-XLS]) for what the reader of values does not tell.

Errors read as blank there, and a formula whose result is a text may read as the number 0.
"""

import struct
from collections.abc import Iterator, Mapping

from extractors.spreadsheets.cells import Broken, Position, Scan, Trouble, corner
from extractors.spreadsheets.compound import CompoundFile, CompoundFileError

STREAMS = ("Workbook", "Book")
_FILEPASS, _BOUNDSHEET, _BOF, _EOF = 0x2F, 0x85, 0x809, 0x0A
_FORMULA, _BOOLERR, _MULRK = 0x06, 0x205, 0xBD
_CELLS = {0x203, 0x204, 0xFD, 0x27E, 0xD6, _BOOLERR, _FORMULA, _MULRK}
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
Record = tuple[int, bytes]


class ProtectedError(ValueError):
    """The workbook asks for a password."""


def scan_xls(container: CompoundFile) -> Mapping[str, Scan]:
    """Look at every sheet, by name. Raises ProtectedError, and CompoundFileError on damage."""
    name = next((name for name in STREAMS if name in container.names), "")
    stream = container.stream(name)
    try:
        return {sheet: _scan(stream, offset) for sheet, offset in _sheets(stream)}
    except (struct.error, IndexError):
        raise CompoundFileError from None


def _records(stream: bytes, offset: int) -> Iterator[Record]:
    """Give the records of one substream, from its BOF to its EOF; what is nested is included."""
    depth = 0
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield kind, stream[offset + 4 : offset + 4 + length]
        offset += 4 + length
        depth += {_BOF: 1, _EOF: -1}.get(kind, 0)
        if depth <= 0:
            return


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    """Give the name and place of every sheet."""
    version = struct.unpack_from("<H", stream, 4)[0]
    for kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise ProtectedError
        if kind == _BOUNDSHEET:
            yield _name(body, wide=version >= 0x600), struct.unpack_from("<I", body)[0]


def _name(body: bytes, *, wide: bool) -> str:
    length = body[6]
    if not wide:
        return body[7 : 7 + length].decode("cp1252", "replace")
    if body[7] & 1:
        return body[8 : 8 + 2 * length].decode("utf-16-le", "replace")
    return body[8 : 8 + length].decode("latin-1")


def _scan(stream: bytes, offset: int) -> Scan:
    positions: list[Position] = []
    broken: dict[Position, Broken] = {}
    for kind, body in _records(stream, offset):
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            last = struct.unpack("<H", body[-2:])[0] if kind == _MULRK else column
            positions.append((row, last))
            trouble = _trouble(kind, body)
            if trouble:
                broken[row, column] = trouble
    return Scan(corner(positions), broken)


def _trouble(kind: int, body: bytes) -> Broken | None:
    if kind == _BOOLERR and body[7]:
        return Broken(Trouble.ERROR, _ERRORS.get(body[6], ""))
    if kind == _FORMULA and body[12:14] == b"\xff\xff":
        if body[6] == 2:
            return Broken(Trouble.ERROR, _ERRORS.get(body[8], ""))
        if body[6] == 0:
            return Broken(Trouble.TEXT_FORMULA)
    return None
