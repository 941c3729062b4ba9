"""Packed streams that are not what they should be, told before anybody reads a page from them.

One unpacks to more than any page needs; one does not unpack to its end, and a reader of pages would
go on in silence with what came before the damage.
"""

import re
import zlib
from collections.abc import Iterator

from extractors.pages.limits import PIECE, RATIO
from extractors.pages.tolerances import STREAMS

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LAYERS = 2
_FLATE = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
_END = b"endstream"


def swollen(data: bytes, limit: int) -> bool:
    """Tell whether a PDF has a packed stream that holds more than ``limit`` bytes.

    A stream packed twice is looked at twice. Streams packed in other ways are left alone.
    """
    return any(
        (end - start) * RATIO**_LAYERS > limit and _unpacks(data[start:end], limit, _LAYERS)
        for _word, start, end in _streams(data)
    )


def broken(data: bytes) -> bool:
    """Tell whether a PDF has a deflated stream that does not unpack to its end, or not as packed.

    Streams of a locked file are not looked at: their bytes are no deflated ones.
    """
    if b"/Encrypt" in data:
        return False
    return any(
        _is_flate(data, word) and not _whole(data, start) for word, start, _end in _streams(data)
    )


def _streams(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Give where the word of each stream stands, and where its bytes begin and end."""
    position = 0
    while (match := _STREAM.search(data, position)) is not None:
        end = data.find(_END, match.end())
        position = len(data) if end < 0 else end
        yield match.start(), match.end(), position


def _unpacked(packed: bytes) -> Iterator[bytes]:
    """Unpack a stream bit by bit, as far as it goes. Raises zlib.error on damage.

    An empty piece at the end tells that the stream is at its end, with the checksum that it says.
    """
    unpacker = zlib.decompressobj()
    rest, piece = packed, b"-"
    while not unpacker.eof and (rest or piece):
        piece = unpacker.decompress(rest, PIECE)
        rest = unpacker.unconsumed_tail
        if piece:
            yield piece
    if unpacker.eof:
        yield b""


def _unpacks(packed: bytes, limit: int, layers: int) -> bool:
    """Tell whether a stream unpacks beyond the limit, its pieces thrown away."""
    if layers == 0 or packed[:1] != b"\x78":
        return False
    inner = bytearray()
    total = 0
    try:
        for piece in _unpacked(packed):
            total += len(piece)
            if total > limit:
                return True
            if total <= STREAMS.inner:
                inner += piece
    except zlib.error:
        return False
    return len(inner) == total and _unpacks(bytes(inner), limit, layers - 1)


def _is_flate(data: bytes, word: int) -> bool:
    """Tell whether the dictionary before a stream says that deflate was applied last."""
    before = data[max(0, word - STREAMS.dictionary) : word]
    return _FLATE.search(before[before.rfind(b"obj") + 1 :]) is not None


def _whole(data: bytes, start: int) -> bool:
    end = start - 1
    for _try in range(STREAMS.ends):
        end = data.find(_END, end + 1)
        if end < 0:
            return False
        if _ends(data[start:end]):
            return True
    return False


def _ends(packed: bytes) -> bool:
    """Tell whether a stream unpacks to its end."""
    try:
        return any(not piece for piece in _unpacked(packed))
    except zlib.error:
        return False
