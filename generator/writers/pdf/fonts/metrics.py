"""What is known of a font file, read once by ReportLab and kept as plain data."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.system.store import open_store
from generator.writers.pdf.fonts.codes import FIXED

_SHAPE = 1  # of what is kept; what has another one is not looked for


@dataclass(frozen=True)
class Metrics:
    """A face: widths by character and the font descriptor, in thousandths of the type size.

    ``path`` is its file, ``described`` the entries of its descriptor. ``program`` is the deflated
    font program of the fixed subset, ``length`` its length before.
    """

    path: Path
    name: str
    widths: Mapping[int, int]
    described: Mapping[str, str]
    missing: int
    program: bytes
    length: int


@lru_cache(maxsize=16)
def metrics_of(path: Path) -> Metrics:
    """Give what is known of a font file. Raises OSError, and what ReportLab raises for no font."""
    data = path.read_bytes()
    store = open_store()
    key = f"face {_SHAPE} {sha256(data).hexdigest()} {FIXED}"
    kept = store.get(key)
    if kept is None:
        kept = json.dumps(_read(path)).encode()
        store.put(key, kept)
    found = json.loads(kept)
    return Metrics(
        path,
        found["name"],
        {int(code): width for code, width in found["widths"].items()},
        found["described"],
        found["missing"],
        b64decode(found["program"]),
        found["length"],
    )


def _read(path: Path) -> dict[str, Any]:
    from generator.writers.pdf.fonts.subset import described, opened, program

    font = opened(path)
    made = program(path, [" "] * 32 + list(FIXED))
    return {
        "name": font.name.decode("latin-1"),
        "widths": font.charWidths,
        "described": described(font),
        "missing": font.defaultWidth,
        "program": b64encode(zlib.compress(made, 9)).decode(),
        "length": len(made),
    }
