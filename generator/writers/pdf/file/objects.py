"""The file itself: numbered objects, packed into object streams (ISO 32000-1, 7.5.7 and 7.5.8).

Tagged documents have thousands of small objects, which written one by one would be three times as
large. What a section brings is packed already, with its rows of the table of places.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from struct import pack

from generator.writers.pdf.file.identifier import identifier
from generator.writers.pdf.file.syntax import Entries, array, dictionary, reference

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
MOST_PACKED = 500  # objects in one stream; a reader unpacks the whole stream to see one of them
_ROW = ">BIH"
_ROW_SIZE = 7


@dataclass(frozen=True, slots=True)
class Packed:
    """Small objects in object streams: the streams by number, the number of the first object.

    ``rows`` are those of all objects in the table of places.
    """

    streams: Sequence[tuple[int, bytes]]
    first: int
    rows: bytes


def pack_objects(written: Sequence[bytes], first: int, stream: int) -> Packed:
    """Pack objects with numbers from ``first`` on into streams with numbers from ``stream`` on."""
    streams, rows = [], []
    for start in range(0, len(written), MOST_PACKED):
        part = written[start : start + MOST_PACKED]
        index, size = [], 0
        for number, one in enumerate(part, first + start):
            index.append(f"{number} {size}")
            size += len(one) + 1
        head = " ".join(index).encode() + b"\n"
        entries: Entries = {"Type": "/ObjStm", "N": len(part), "First": len(head)}
        streams.append((stream, stream_of(entries, head + b"\n".join(part))))
        rows += [pack(_ROW, 2, stream, at) for at in range(len(part))]
        stream += 1
    return Packed(streams, first, b"".join(rows))


def packs_of(count: int) -> int:
    """Give how many streams some objects are packed into."""
    return -(-count // MOST_PACKED)


class Objects:
    """The objects of one file; numbers below ``first`` are given to objects that come with one."""

    def __init__(self, first: int) -> None:
        self._next = first
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._packed: list[Packed] = []

    def reserve(self, count: int = 1) -> int:
        """Give the first of some numbers to objects that are written later."""
        self._next += count
        return self._next - count

    def put(self, number: int, written: str) -> None:
        """Keep a value under a number."""
        self._plain[number] = written.encode("latin-1")

    def put_stream(self, number: int, written: bytes) -> None:
        """Keep a written stream under a number."""
        self._streams[number] = written

    def add(self, written: str) -> int:
        """Keep a value and give its number."""
        number = self.reserve()
        self.put(number, written)
        return number

    def add_stream(self, entries: Entries, data: bytes) -> int:
        """Keep a stream and give its number."""
        number = self.reserve()
        self._streams[number] = stream_of(entries, data)
        return number

    def take(self, packed: Packed) -> None:
        """Keep objects that are packed already; their numbers were reserved."""
        self._packed.append(packed)
        self._streams.update(packed.streams)

    def file(self, catalog: int, info: int) -> bytes:
        """Give the bytes of the file; its identifier follows from what is in it."""
        places = self._pack()
        table = self.reserve()
        rows = bytearray(_ROW_SIZE * (table + 1))
        rows[:_ROW_SIZE] = pack(_ROW, 0, 0, 65535)
        for number, place in places.items():
            rows[_ROW_SIZE * number : _ROW_SIZE * (number + 1)] = pack(_ROW, 2, *place)
        for packed in self._packed:
            begin = _ROW_SIZE * packed.first
            rows[begin : begin + len(packed.rows)] = packed.rows
        parts, size = self._written(rows)
        rows[_ROW_SIZE * table :] = pack(_ROW, 1, size, 0)
        named = f"<{identifier(parts)}>"
        entries: Entries = {
            "Type": "/XRef",
            "Size": table + 1,
            "W": "[1 4 2]",
            "Root": reference(catalog),
            "Info": reference(info),
            "ID": array([named, named]),
        }
        end = stream_of(entries, bytes(rows))
        parts.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, end, size))
        return b"".join(parts)

    def _written(self, rows: bytearray) -> tuple[list[bytes], int]:
        """Give the header and all streams, with their size; put their places into the table."""
        parts, size = [_HEADER], len(_HEADER)
        for number in sorted(self._streams):
            rows[_ROW_SIZE * number : _ROW_SIZE * (number + 1)] = pack(_ROW, 1, size, 0)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, self._streams[number]))
            size += len(parts[-1])
        return parts, size

    def _pack(self) -> dict[int, tuple[int, int]]:
        """Put the plain objects into streams and give where each of them is."""
        places: dict[int, tuple[int, int]] = {}
        numbers = sorted(self._plain)
        for start in range(0, len(numbers), MOST_PACKED):
            part = numbers[start : start + MOST_PACKED]
            stream = self._stream_of(part)
            places.update({number: (stream, at) for at, number in enumerate(part)})
        return places

    def _stream_of(self, numbers: list[int]) -> int:
        index, size = [], 0
        for number in numbers:
            index.append(f"{number} {size}")
            size += len(self._plain[number]) + 1
        head = " ".join(index).encode() + b"\n"
        body = b"\n".join(self._plain[number] for number in numbers)
        entries: Entries = {"Type": "/ObjStm", "N": len(numbers), "First": len(head)}
        return self.add_stream(entries, head + body)


def stream_of(entries: Entries, data: bytes, level: int = 6) -> bytes:
    """Write a stream, deflated."""
    return deflated(entries, zlib.compress(data, level))


def deflated(entries: Entries, data: bytes) -> bytes:
    """Write a stream whose data are deflated already."""
    head = dictionary({**entries, "Filter": "/FlateDecode", "Length": len(data)})
    return b"%s\nstream\n%s\nendstream" % (head.encode("latin-1"), data)
