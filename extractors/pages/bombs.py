"""Packed streams that are not what they should be, told before anybody reads a page from them.

One unpacks to more than any page needs; one does not unpack to its end, and a reader of pages would
go on in silence with what came before the damage.
"""

import re
import zlib

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_CHUNK = 1 << 16
# Deflate packs at most some 1,032 to 1; shorter streams cannot reach the bound.
_RATIO = 1000
_LAYERS = 2
_INNER = 16 << 20
_DICTIONARY = 2048  # bytes before a stream in which its dictionary is looked for
_FLATE = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
_END = b"endstream"
_ENDS = 4  # a packed stream may hold the word that ends it


def swollen(data: bytes, limit: int) -> bool:
    """Tell whether a PDF has a packed stream that holds more than ``limit`` bytes.

    A stream packed twice is looked at twice. Streams packed in other ways are left alone.
    """
    position = 0
    while (match := _STREAM.search(data, position)) is not None:
        position = match.end()
        end = data.find(b"endstream", position)
        end = len(data) if end < 0 else end
        if (end - position) * _RATIO**_LAYERS > limit and _unpacks(
            data[position:end], limit, _LAYERS
        ):
            return True
        position = end
    return False


def _unpacks(packed: bytes, limit: int, layers: int) -> bool:
    """Tell whether a stream unpacks beyond the limit, unpacked bit by bit and thrown away."""
    if layers == 0 or packed[:1] != b"\x78":
        return False
    inner = bytearray()
    total = 0
    unpacker = zlib.decompressobj()
    rest = packed
    try:
        while rest and not unpacker.eof:
            piece = unpacker.decompress(rest, _CHUNK)
            total += len(piece)
            if total > limit:
                return True
            if total <= _INNER:
                inner += piece
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return len(inner) == total and _unpacks(bytes(inner), limit, layers - 1)


def broken(data: bytes) -> bool:
    """Tell whether a PDF has a deflated stream that does not unpack to its end, or not as packed.

    Streams of a locked file are not looked at: their bytes are no deflated ones.
    """
    if b"/Encrypt" in data:
        return False
    position = 0
    while (match := _STREAM.search(data, position)) is not None:
        end = data.find(_END, match.end())
        if _is_flate(data, match.start()) and not _whole(data, match.end()):
            return True
        if end < 0:
            return False
        position = end + len(_END)
    return False


def _is_flate(data: bytes, stream: int) -> bool:
    """Tell whether the dictionary before a stream says that deflate was applied last."""
    before = data[max(0, stream - _DICTIONARY) : stream]
    return _FLATE.search(before[before.rfind(b"obj") + 1 :]) is not None


def _whole(data: bytes, start: int) -> bool:
    end = start - 1
    for _try in range(_ENDS):
        end = data.find(_END, end + 1)
        if end < 0:
            return False
        if _ends(data[start:end]):
            return True
    return False


def _ends(packed: bytes) -> bool:
    """Tell whether a stream unpacks to its end, with the checksum that it says."""
    unpacker = zlib.decompressobj()
    rest, piece = packed, b"-"
    try:
        while not unpacker.eof and (rest or piece):
            piece = unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return unpacker.eof
