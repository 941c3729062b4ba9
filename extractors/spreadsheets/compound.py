"""Streams of a compound file, the container of ``.xls`` and of encrypted workbooks ([MS-CFB])."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_LAST_SECTOR = 0xFFFFFFFA  # this and above are marks, not sectors
_SECTOR_SHIFTS = (9, 12)  # versions 3 and 4
_ENTRY = 128
_STREAM, _ROOT = 2, 5


class CompoundFileError(ValueError):
    """The container contradicts itself."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file, by name. Raises CompoundFileError on damage."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(SIGNATURE):
            raise CompoundFileError
        self._data = data
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in _SECTOR_SHIFTS:
            raise CompoundFileError
        self._sector = 1 << shift
        self._mini_cutoff = struct.unpack_from("<I", data, 56)[0]
        self._fat = _numbers(b"".join(map(self._block, self._fat_sectors())))
        directory, self._mini_start = struct.unpack_from("<I", data, 48)[0], data[60:64]
        self._entries = {entry.name: entry for entry in _entries(self._chain(directory))}

    @property
    def names(self) -> Mapping[str, int]:
        """Give the size of every stream by its name."""
        return {name: e.size for name, e in self._entries.items() if e.kind == _STREAM}

    def stream(self, name: str) -> bytes:
        """Give the bytes of a stream. Raises CompoundFileError when there is none of that name."""
        entry = self._entries.get(name)
        if entry is None or entry.kind != _STREAM:
            raise CompoundFileError
        if entry.size >= self._mini_cutoff:
            return self._chain(entry.start)[: entry.size]
        return self._mini_stream(entry)

    def _block(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        block = self._data[start : start + self._sector]
        if not block:
            raise CompoundFileError
        return block

    def _fat_sectors(self) -> Sequence[int]:
        """Give the sectors of the allocation table: 109 in the header, more in a chain of lists."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        following, lists = struct.unpack_from("<I", self._data, 68)[0], 0
        while following < _LAST_SECTOR:
            numbers = _numbers(self._block(following))
            lists += 1
            if not numbers or lists > len(self._data) // self._sector:
                raise CompoundFileError
            sectors.extend(numbers[:-1])
            following = numbers[-1]
        used = [sector for sector in sectors if sector < _LAST_SECTOR]
        if len(set(used)) != len(used):
            raise CompoundFileError
        return used

    def _chain(self, start: int) -> bytes:
        return b"".join(self._block(number) for number in _followed(self._fat, start))

    def _mini_stream(self, entry: _Entry) -> bytes:
        """Give a small stream, which lies in 64-byte sectors within the root's own stream."""
        root = next((e for e in self._entries.values() if e.kind == _ROOT), None)
        if root is None:
            raise CompoundFileError
        whole = self._chain(root.start)
        numbers = _numbers(self._chain(struct.unpack("<I", self._mini_start)[0]))
        parts = (whole[n * 64 : (n + 1) * 64] for n in _followed(numbers, entry.start))
        return b"".join(parts)[: entry.size]


def _numbers(block: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])


def _followed(table: tuple[int, ...], start: int) -> Iterator[int]:
    """Follow a chain of sectors. Raises CompoundFileError when it leaves the table or circles."""
    number, steps = start, 0
    while number < _LAST_SECTOR:
        steps += 1
        if number >= len(table) or steps > len(table):
            raise CompoundFileError
        yield number
        number = table[number]


def _entries(directory: bytes) -> Iterator[_Entry]:
    for offset in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, offset + 64)
        start, size = struct.unpack_from("<II", directory, offset + 116)
        name = directory[offset : offset + min(max(length - 2, 0), 62)].decode(
            "utf-16-le", "replace"
        )
        yield _Entry(name, kind, start, size)
