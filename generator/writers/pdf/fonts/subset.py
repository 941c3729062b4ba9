"""Font programs of a few letters, without the instructions that only coarse screens obey."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from struct import pack, unpack_from
from typing import Any

from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTFontFace

_LEFT_OUT = frozenset({b"cvt ", b"fpgm", b"prep", b"name", b"OS/2"})
_REPEATED = 8  # flag of a point: the next byte says how often it comes again
_SHORT, _SAME = (2, 4), (16, 32)  # flags of a point's x and y
_MORE, _WORDS, _ONE_SCALE, _TWO_SCALES, _MATRIX, _INSTRUCTED = 32, 1, 8, 64, 128, 256
_OPTIONAL = (20, 22, 24, 26)  # what instructions need, in the table of bounds


@lru_cache(maxsize=16)
def opened(path: Path) -> Any:
    """Give a font file as ReportLab reads it."""
    return TTFontFace(str(path))


def described(font: Any) -> Mapping[str, str]:
    """Give the entries of a font descriptor, as they are written."""
    return {
        "Ascent": _number(font.ascent),
        "CapHeight": _number(font.capHeight),
        "Descent": _number(font.descent),
        "Flags": str((font.flags & ~FF_NONSYMBOLIC) | FF_SYMBOLIC),
        "FontBBox": f"[{' '.join(map(_number, font.bbox))}]",
        "ItalicAngle": _number(font.italicAngle),
        "StemV": _number(font.stemV),
        "MissingWidth": _number(font.defaultWidth),
    }


def _number(value: float) -> str:
    return f"{value:.6g}"


def program(path: Path, letters: Sequence[str]) -> bytes:
    """Give the font program whose code n is the letter n."""
    return _unhinted(opened(path).makeSubset([ord(letter) for letter in letters]))


def _unhinted(program: bytes) -> bytes:
    """Take the instructions out of a TrueType program (ISO/IEC 14496-22, tables glyf and loca)."""
    tables = _tables(program)
    long = unpack_from(">h", tables[b"head"], 50)[0]
    count = unpack_from(">H", tables[b"maxp"], 4)[0]
    places = unpack_from(f">{count + 1}{'I' if long else 'H'}", tables[b"loca"])
    scale = 1 if long else 2
    glyphs = [
        _bare(tables[b"glyf"][start * scale : end * scale]) for start, end in pairwise(places)
    ]
    starts = [0]
    for glyph in glyphs:
        starts.append(starts[-1] + len(glyph))
    tables[b"glyf"] = b"".join(glyphs)
    tables[b"loca"] = pack(f">{count + 1}I", *starts)
    tables[b"head"] = tables[b"head"][:50] + pack(">h", 1) + tables[b"head"][52:]
    for place in _OPTIONAL:
        bounds = tables[b"maxp"]
        tables[b"maxp"] = bounds[:place] + b"\0\0" + bounds[place + 2 :]
    return _written({tag: data for tag, data in tables.items() if tag not in _LEFT_OUT})


def _tables(program: bytes) -> dict[bytes, bytes]:
    count = unpack_from(">H", program, 4)[0]
    entries = (unpack_from(">4sIII", program, 12 + 16 * at) for at in range(count))
    return {tag: program[start : start + length] for tag, _sum, start, length in entries}


def _bare(glyph: bytes) -> bytes:
    if not glyph:
        return b""
    contours = unpack_from(">h", glyph)[0]
    bare = _composite(glyph) if contours < 0 else _simple(glyph, contours)
    return bare + b"\0" * (-len(bare) % 4)


def _simple(glyph: bytes, contours: int) -> bytes:
    """Give a glyph of contours without its instructions, cut where its last point ends."""
    head = 10 + 2 * contours
    points = unpack_from(">H", glyph, head - 2)[0] + 1 if contours else 0
    begin = head + 2 + unpack_from(">H", glyph, head)[0]
    return glyph[:head] + b"\0\0" + glyph[begin : _end_of_points(glyph, begin, points)]


def _end_of_points(glyph: bytes, at: int, points: int) -> int:
    """Give where the flags and coordinates of some points end."""
    size = 0
    while points > 0:
        flag, again = glyph[at], 1
        at += 1
        if flag & _REPEATED:
            again += glyph[at]
            at += 1
        for short, same in zip(_SHORT, _SAME, strict=True):
            size += again * (1 if flag & short else 0 if flag & same else 2)
        points -= again
    return at + size


def _composite(glyph: bytes) -> bytes:
    """Give a glyph made of others without its instructions."""
    made = bytearray(glyph)
    at, flags = 10, _MORE
    while flags & _MORE:
        flags = unpack_from(">H", glyph, at)[0]
        made[at : at + 2] = pack(">H", flags & ~_INSTRUCTED)
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 * (bool(flags & _ONE_SCALE) + 2 * bool(flags & _TWO_SCALES))
        at += 8 * bool(flags & _MATRIX)
    return bytes(made[:at])


def _written(tables: Mapping[bytes, bytes]) -> bytes:
    """Give a program of some tables with its sums (ISO/IEC 14496-22, 4.5)."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = pack(
        ">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    place = len(head) + 16 * count
    entries, parts = [], []
    for tag, data in sorted(tables.items()):
        plain = data[:8] + b"\0\0\0\0" + data[12:] if tag == b"head" else data
        entries.append(pack(">4sIII", tag, _sum(plain), place, len(data)))
        parts.append(plain + b"\0" * (-len(plain) % 4))
        place += len(parts[-1])
    made = head + b"".join(entries) + b"".join(parts)
    begin = made.index(b"head", 12)
    at = unpack_from(">I", made, begin + 8)[0] + 8
    return made[:at] + pack(">I", (0xB1B0AFBA - _sum(made)) & 0xFFFFFFFF) + made[at + 4 :]


def _sum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = unpack_from(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
