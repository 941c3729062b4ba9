"""The file itself: numbered objects, packed into object streams (ISO 32000-1, 7.5.7 and 7.5.8).

ReportLab writes each object for itself, which makes the thousands of small objects of a tagged
document three times as large as they need to be.
"""

import re
import zlib
from struct import pack

from generator.writers.pdf.file.identifier import identifier
from generator.writers.pdf.file.syntax import Entries, array, dictionary, reference

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_BEGIN, _END = b"\nstream\n", b"endstream"
_LENGTH = re.compile(rb"/Length \d+")
_MOST_PACKED = 500  # objects in one stream; a reader unpacks the whole stream to see one of them


class Objects:
    """The objects of one file. ``first`` numbers are taken by objects that come with a number."""

    def __init__(self, first: int) -> None:
        self._next = first
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """Give a number to an object that is written later."""
        self._next += 1
        return self._next - 1

    def put(self, number: int, written: bytes) -> None:
        """Keep an object under a number: a written value, or a written stream."""
        if written.rstrip().endswith(_END):
            self._streams[number] = _ended(written)
        else:
            self._plain[number] = written

    def add(self, written: str) -> int:
        """Keep a value and give its number."""
        number = self.reserve()
        self._plain[number] = written.encode("latin-1")
        return number

    def add_stream(self, entries: Entries, data: bytes) -> int:
        """Keep a stream and give its number."""
        number = self.reserve()
        self._streams[number] = _stream(entries, data)
        return number

    def file(self, catalog: int, info: int) -> bytes:
        """Give the bytes of the file; its identifier follows from what is in it."""
        places = self._pack()
        table = self.reserve()
        parts = [_HEADER]
        size = len(_HEADER)
        for number in sorted(self._streams):
            places[number] = (1, size, 0)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, self._streams[number]))
            size += len(parts[-1])
        places[table] = (1, size, 0)
        named = f"<{identifier(parts)}>"
        entries: Entries = {
            "Type": "/XRef",
            "Size": table + 1,
            "W": "[1 4 2]",
            "Root": reference(catalog),
            "Info": reference(info),
            "ID": array([named, named]),
        }
        rows = b"".join(pack(">BIH", *places.get(at, (0, 0, 0))) for at in range(1, table + 1))
        end = _stream(entries, pack(">BIH", 0, 0, 65535) + rows)
        parts.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, end, size))
        return b"".join(parts)

    def _pack(self) -> dict[int, tuple[int, int, int]]:
        """Put the plain objects into streams and give where each of them is."""
        places: dict[int, tuple[int, int, int]] = {}
        numbers = sorted(self._plain)
        for start in range(0, len(numbers), _MOST_PACKED):
            packed = numbers[start : start + _MOST_PACKED]
            stream = self._packed(packed)
            places.update({number: (2, stream, at) for at, number in enumerate(packed)})
        return places

    def _packed(self, numbers: list[int]) -> int:
        index, size = [], 0
        for number in numbers:
            index.append(f"{number} {size}")
            size += len(self._plain[number]) + 1
        head = " ".join(index).encode() + b"\n"
        body = b"\n".join(self._plain[number] for number in numbers)
        entries: Entries = {
            "Type": "/ObjStm",
            "N": len(numbers),
            "First": len(head),
        }
        return self.add_stream(entries, head + body)


def _ended(written: bytes) -> bytes:
    """Give ReportLab's stream its true length, and the end of line that ISO 19005-3 wants.

    Clause 6.1.7.1: the word that ends a stream stands on a line of its own.
    """
    head, _word, rest = written.partition(_BEGIN)
    data = rest[: rest.rindex(_END)]
    told = _LENGTH.sub(b"/Length %d" % len(data), head, count=1)
    return told + _BEGIN + data + b"\n" + _END


def _stream(entries: Entries, data: bytes) -> bytes:
    squeezed = zlib.compress(data)
    head = dictionary({**entries, "Filter": "/FlateDecode", "Length": len(squeezed)})
    return b"%s\nstream\n%s\nendstream" % (head.encode("latin-1"), squeezed)
