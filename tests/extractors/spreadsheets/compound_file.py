"""Compound files ([MS-CFB]) and the sheets of an old workbook ([MS-XLS]), built from nothing."""

import struct
from collections.abc import Mapping

_ENTRY = 128  # bytes that the directory keeps of a stream
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTORS = {3: 512, 4: 4096}  # by the version of the format


def compound(streams: Mapping[str, bytes], version: int = 3) -> bytes:
    """Give a compound file of streams, each padded so that it stands in sectors of its own."""
    sector = _SECTORS[version]
    blocks, entries = [], [_entry("Root Entry", 5, _END, 0, 1 if streams else _FREE)]
    directory_sectors = -(-(len(streams) + 1) * _ENTRY // sector)
    tables = _tables(streams, directory_sectors, sector)
    fat = [_FAT] * tables
    fat += [*range(tables + 1, tables + directory_sectors), _END]
    for number, (name, data) in enumerate(streams.items(), 1):
        padded = data.ljust(4096, b"\0")
        count = -(-len(padded) // sector)
        start = len(fat)
        fat += [*range(start + 1, start + count), _END]
        blocks.append(padded.ljust(count * sector, b"\0"))
        following = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, start, len(padded), _FREE, following))
    header = struct.pack(
        f"<8s16xHHHHH6xIIIIIIIII{tables}I",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        0x3E, version, 0xFFFE, sector.bit_length() - 1, 6,
        0, tables, tables, 0, 4096, _END, 0, _END, 0, *range(tables),
    )  # fmt: skip
    header = header.ljust(512, b"\xff").ljust(sector, b"\0")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(tables * sector, b"\xff")
    assert len(table) == tables * sector
    return (
        header
        + table
        + b"".join(entries).ljust(directory_sectors * sector, b"\0")
        + b"".join(blocks)
    )


def _tables(streams: Mapping[str, bytes], directory_sectors: int, sector: int) -> int:
    """Give how many sectors say which sector follows which; they stand in the table themselves."""
    sectors = directory_sectors + sum(-(-max(len(s), 4096) // sector) for s in streams.values())
    return -(-sectors // (sector // 4 - 1))


def _entry(name: str, kind: int, start: int, size: int, child: int, sibling: int = _FREE) -> bytes:
    wide = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xI16xIII",
        wide, len(wide) + 2, kind, 1, _FREE, sibling, child, 0, start, size, 0,
    )  # fmt: skip


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def old_workbook(sheet: str, cells: bytes, globals_: bytes = b"") -> bytes:
    """Give the stream of a workbook with one sheet; ``cells`` are its records."""
    return old_workbook_of({sheet: cells}, globals_)


def old_workbook_of(sheets: Mapping[str, bytes], globals_: bytes = b"") -> bytes:
    """Give the stream of a workbook; each sheet has the records of its cells."""
    begin = struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6)
    sheet_begin = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6))
    parts = [sheet_begin + cells + record(0x0A) for cells in sheets.values()]
    head = record(0x809, begin) + globals_
    place = len(head) + sum(len(_bound(name, 0)) for name in sheets) + 4
    bounds = b""
    for name, part in zip(sheets, parts, strict=True):
        bounds += _bound(name, place)
        place += len(part)
    return head + bounds + record(0x0A) + b"".join(parts)


def _bound(sheet: str, place: int) -> bytes:
    name = sheet.encode("latin-1")
    return record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name)


def label(row: int, column: int, text: str) -> bytes:
    body = struct.pack("<HHHHB", row, column, 0, len(text.encode("utf-16-le")) // 2, 1)
    return record(0x204, body + text.encode("utf-16-le"))


def number(row: int, column: int, value: float) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def formula(row: int, column: int, result: bytes) -> bytes:
    """Give a formula ``1`` with the stored result, 8 bytes as the format has it."""
    return record(0x06, struct.pack("<HHH", row, column, 0) + result + bytes(6) + b"\x03\0\x1e\1\0")
