"""The fonts of a file: fixed subsets that its pages use, and its own subsets of rare letters."""

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256

from generator.writers.pdf.file.objects import Objects, deflated, stream_of
from generator.writers.pdf.file.syntax import array, dictionary, name, reference
from generator.writers.pdf.fonts.codes import FIXED, Codes
from generator.writers.pdf.fonts.family import Face, Family

FIRST = 11
"""The number of the first face's font, the same in every file."""

_OBJECTS = 4  # of one font: itself, its descriptor, its program, what its codes mean
_BLANKS = 32  # codes before the first letter
AFTER = FIRST + 4 * _OBJECTS


def write_fonts(objects: Objects, family: Family, used: Iterable[str], codes: Codes) -> str:
    """Write the fonts whose names are used; give the dictionary of them."""
    names = frozenset(used)
    found: dict[str, str | int | None] = {}
    for face in family.faces:
        font = f"F{face.number}"
        if font in names:
            number = FIRST + face.number * _OBJECTS
            _write(objects, number, face, FIXED, _program(face))
            found[font] = reference(number)
    for font, at, letters in codes.subsets():
        if font in names:
            number = objects.reserve(_OBJECTS)
            face = family.faces[at]
            _write(objects, number, face, letters[_BLANKS:], _own_program(face, letters))
            found[font] = reference(number)
    return dictionary(found)


def _write(
    objects: Objects, number: int, face: Face, letters: Sequence[str], program: bytes
) -> None:
    """Write a font whose codes from 32 on are some letters, at a number and the three after it."""
    metrics = face.metrics
    tag = sha256("".join(letters).encode()).hexdigest()[:6].translate(_CAPITALS)
    base = name(f"{tag}+{metrics.name}")
    widths = (str(metrics.widths.get(ord(one), metrics.missing)) for one in letters)
    objects.put(
        number,
        dictionary(
            {
                "Type": "/Font",
                "Subtype": "/TrueType",
                "BaseFont": base,
                "FirstChar": _BLANKS,
                "LastChar": _BLANKS + len(letters) - 1,
                "Widths": array(widths),
                "FontDescriptor": reference(number + 1),
                "ToUnicode": reference(number + 3),
            }
        ),
    )
    described = {"Type": "/FontDescriptor", "FontName": base, **metrics.described}
    objects.put(number + 1, dictionary({**described, "FontFile2": reference(number + 2)}))
    objects.put_stream(number + 2, program)
    objects.put_stream(number + 3, _meanings("".join(letters)))


_CAPITALS = str.maketrans("0123456789abcdef", "ABCDEFGHIJKLMNOP")


@lru_cache(maxsize=16)
def _program(face: Face) -> bytes:
    return deflated({"Length1": face.metrics.length}, face.metrics.program)


def _own_program(face: Face, letters: Sequence[str]) -> bytes:
    from generator.writers.pdf.fonts.subset import program

    made = program(face.metrics.path, letters)
    return deflated({"Length1": len(made)}, zlib.compress(made))


@lru_cache(maxsize=64)
def _meanings(letters: str) -> bytes:
    """Write what codes from 32 on mean, in Unicode (ISO 32000-1, 9.10.3)."""
    rows = [
        f"<{code:02X}> <{one.encode('utf-16-be').hex().upper()}>"
        for code, one in enumerate(letters, _BLANKS)
    ]
    groups = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    said = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    )
    for group in groups:
        said += f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar\n"
    said += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    return stream_of({}, said.encode())
