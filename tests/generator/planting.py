"""Packs with something planted in them, and the small round that they are tried on."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image


def planted(folder: Path, **files: str | bytes) -> Path:
    """Write a pack on top of the general one; ``__`` in a name is a folder, ``_xml`` an ending."""
    pack = folder / "paket"
    for name, content in {"paket_toml": 'base = "dasar"\n', **files}.items():
        stem, _, ending = name.replace("__", "/").rpartition("_")
        path = pack / f"{stem.replace('kaki', 'surat-penutup')}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return pack


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 20), **how: Any) -> bytes:
    """Draw a picture whose upper left corner is red and whose rest is white."""
    pixels = Image.new("RGB", size, "white")
    pixels.paste((255, 0, 0), (0, 0, size[0] // 4, size[1] // 4))
    target = BytesIO()
    pixels.convert(mode).save(target, kind, **how)
    return target.getvalue()
