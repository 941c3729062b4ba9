"""Streams that unpack to more than any page needs, told before anybody unpacks them whole."""

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 1 << 16
# Deflate packs at most some 1,032 to 1; shorter streams cannot reach the bound.
_RATIO = 1000
_LAYERS = 2
_INNER = 16 << 20


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
