"""Files of this program one behind the other, each beginning on an odd page: to be printed.

Only what pages are drawn from is taken over: the structure, the metadata and the data of each file
stay in it, and what is made is no file for the archive. Streams that several files have alike (a
picture, a font) are written once.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from struct import error as StructError  # noqa: N812 - the module calls it so
from struct import iter_unpack
from typing import BinaryIO

from generator.writers.pdf.file.metadata import PROGRAM
from generator.writers.pdf.file.objects import Objects
from generator.writers.pdf.file.syntax import Entries, array, dictionary, reference, text_string

_REFERENCE = re.compile(rb"\b([0-9]+) 0 R\b")
_TABLE = re.compile(rb"startxref\n([0-9]{1,10})\n%%EOF\n?\Z")
_PARENT = re.compile(rb"/Parent [0-9]+ 0 R")
_OWN = re.compile(rb"/(?:StructParents [0-9]+|Tabs /S)")  # of a page: about the file's structure
_LENGTH = re.compile(rb"/Length ([0-9]+)")
_BOX = re.compile(rb"/MediaBox (\[[^\]]*\])")
_BEGIN, _END = b"\nstream\n", b"\nendstream"
_ROW = ">BIH"  # how a table's rows are written: kind, offset or stream, generation or index


@dataclass(frozen=True, slots=True)
class Part:
    """A file to print: its bookmark, and its bytes as the PDF writer and its seal left them."""

    title: str
    data: bytes


def write_joined(title: str, parts: Sequence[Part], language: str, target: BinaryIO) -> int:
    """Write files one behind the other; give the number of pages, with the blank ones.

    Raises ValueError for what is no file of this program.
    """
    joined = _Joined()
    bookmarks = [(part.title, joined.add(part.data)) for part in parts]
    outlines = joined.outlines(bookmarks)
    kids = array(map(reference, joined.pages))
    tree = dictionary({"Type": "/Pages", "Kids": kids, "Count": len(joined.pages)})
    joined.objects.put(joined.tree, tree)
    catalog = {
        "Type": "/Catalog",
        "Pages": reference(joined.tree),
        "Outlines": reference(outlines),
        "PageMode": "/UseOutlines",
        "Lang": text_string(language),
        "ViewerPreferences": "<</DisplayDocTitle true /Duplex /DuplexFlipLongEdge>>",
    }
    said = {"Title": text_string(title), "Producer": text_string(PROGRAM)}
    objects = joined.objects
    target.write(objects.file(objects.add(dictionary(catalog)), objects.add(dictionary(said))))
    return len(joined.pages)


@dataclass
class _Joined:
    """The file that is being made: its objects, the numbers of its pages and of their tree."""

    objects: Objects = field(default_factory=lambda: Objects(first=2))
    tree: int = 1
    pages: list[int] = field(default_factory=list)
    _known: dict[bytes, int] = field(default_factory=dict)

    def add(self, data: bytes) -> int:
        """Add the pages of a file, on an odd page; give the number of the first."""
        source = _Source(read_objects(data))
        if len(self.pages) % 2:
            self.pages.append(self._blank(source))
        first = len(self.pages)
        self.pages += [self._page(source, number) for number in source.pages()]
        if len(self.pages) == first:
            raise ValueError("a file without pages")
        return self.pages[first]

    def outlines(self, bookmarks: Sequence[tuple[str, int]]) -> int:
        """Write a bookmark for each file; give the number of their list."""
        whole = self.objects.reserve()
        numbers = [self.objects.reserve() for _bookmark in bookmarks]
        for at, (title, page) in enumerate(bookmarks):
            entry: Entries = {
                "Title": text_string(title),
                "Parent": reference(whole),
                "Prev": reference(numbers[at - 1]) if at else None,
                "Next": reference(numbers[at + 1]) if at + 1 < len(numbers) else None,
                "Dest": array((reference(page), "/Fit")),
            }
            self.objects.put(numbers[at], dictionary(entry))
        ends = (numbers[0], numbers[-1]) if numbers else (whole, whole)
        first, last = map(reference, ends)
        told: Entries = {"Type": "/Outlines", "First": first, "Last": last, "Count": len(numbers)}
        self.objects.put(whole, dictionary(told))
        return whole

    def _page(self, source: "_Source", number: int) -> int:
        written = _OWN.sub(b"", source.objects[number])
        page = self.objects.reserve()
        head, found, rest = _parted(written)
        copied = self._copied(source, head), self._copied(source, rest)
        self._put(page, (b"/Parent %d 0 R" % self.tree if found else b"").join(copied))
        return page

    def _blank(self, source: "_Source") -> int:
        """Write an empty page of the size of a file's first one."""
        box = _BOX.search(source.objects[source.pages()[0]])
        size = box[1].decode() if box else "[0 0 595 842]"
        parent = reference(self.tree)
        page = {"Type": "/Page", "Parent": parent, "MediaBox": size, "Resources": "<<>>"}
        return self.objects.add(dictionary(page))

    def _copied(self, source: "_Source", written: bytes) -> bytes:
        """Give what was written with references to the objects as they are numbered here."""
        return _REFERENCE.sub(lambda found: b"%d 0 R" % self._taken(source, int(found[1])), written)

    def _put(self, number: int, written: bytes) -> None:
        if written.endswith(_END):
            self.objects.put_stream(number, written)
        else:
            self.objects.put(number, written.decode("latin-1"))

    def _taken(self, source: "_Source", number: int) -> int:
        if number not in source.taken:
            head, begin, data = source.objects[number].partition(_BEGIN)
            written = self._copied(source, head) + begin + data
            key = sha256(written).digest()
            if key not in self._known:
                self._known[key] = self.objects.reserve()
                self._put(self._known[key], written)
            source.taken[number] = self._known[key]
        return source.taken[number]


@dataclass
class _Source:
    """A file that is taken over: its objects, and the numbers that those taken have now."""

    objects: Mapping[int, bytes]
    taken: dict[int, int] = field(default_factory=dict)

    def pages(self) -> Sequence[int]:
        """Give the numbers of the pages, in their order."""
        for written in self.objects.values():
            if b"/Type /Pages" in written:
                kids = written[written.index(b"/Kids") :].partition(b"]")[0]
                return [int(found[1]) for found in _REFERENCE.finditer(kids)]
        raise ValueError("a file without pages")


def _parted(written: bytes) -> tuple[bytes, bytes, bytes]:
    found = _PARENT.search(written)
    if found is None:
        return written, b"", b""
    return written[: found.start()], found[0], written[found.end() :]


def read_objects(data: bytes) -> Mapping[int, bytes]:
    """Give the objects of a file of this program by number, as they are written.

    Raises ValueError for any other file, which may be laid out otherwise.
    """
    found = _TABLE.search(data[-2048:])
    if found is None:
        raise ValueError("a file of another program")
    try:
        return dict(_listed(data, int(found[1])))
    except (ValueError, IndexError, KeyError, StructError, zlib.error) as fault:
        raise ValueError("a file of another program") from fault


def _listed(data: bytes, table: int) -> Iterator[tuple[int, bytes]]:
    rows = list(iter_unpack(_ROW, zlib.decompress(_stream(data, table)[1])))
    packed: dict[int, Sequence[bytes]] = {}
    for number, (kind, place, index) in enumerate(rows):
        if kind == 1 and place != table:
            yield number, _written(data, place)
        elif kind == 2:
            if place not in packed:
                packed[place] = _unpacked(data, rows[place][1])
            yield number, packed[place][index]


def _written(data: bytes, place: int) -> bytes:
    head, content = _stream(data, place)
    return head + _BEGIN + content + _END


def _stream(data: bytes, place: int) -> tuple[bytes, bytes]:
    """Give what is said of a stream, and its content as it is packed."""
    begin = data.index(_BEGIN, place)
    head = data[data.index(b" obj\n", place) + len(b" obj\n") : begin]
    told = _LENGTH.search(head)
    if told is None:
        raise ValueError("a file of another program")
    start = begin + len(_BEGIN)
    return head, data[start : start + int(told[1])]


def _unpacked(data: bytes, place: int) -> Sequence[bytes]:
    """Give the objects of an object stream (ISO 32000-1, 7.5.7) in their order."""
    head, content = _stream(data, place)
    first = re.search(rb"/First ([0-9]+)", head)
    if first is None:
        raise ValueError("a file of another program")
    text = zlib.decompress(content)
    body = text[int(first[1]) :]
    starts = [int(one) for one in text[: int(first[1])].split()[1::2]]
    ends = [*starts[1:], len(body) + 1]
    return [body[start : end - 1] for start, end in zip(starts, ends, strict=True)]
