"""Pictures of the pack, in the colours that an archived file may have."""

import zlib
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from generator.document.blocks import Image
from generator.writers.pdf.file.laid import Image as Held
from generator.writers.pdf.layout.ink import Ink
from generator.writers.pdf.layout.item import Item

_POINTS = 72 / 25.4
_SHARE = {"right": 1.0, "center": 0.5}  # of what is free, how much stands at the left
_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


class Picture(Item):
    """A picture, made smaller if it is wider or taller than its frame.

    It stands between ``sides``, which are points from the left edge of its frame.
    One without an element (``None``) is decoration. Raises ValueError for data that is no picture.
    """

    def __init__(
        self,
        block: Image,
        sides: tuple[float, float],
        most_height: float,
        align: str,
        element: int | None,
    ) -> None:
        left, right = sides
        width = right - left
        self._image, wide, high = held(block.name, block.data)
        self._width = min(block.width * _POINTS, width, most_height * wide / high)
        self._height = self._width * high / wide
        self._left = left + (width - self._width) * _SHARE.get(align, 0.0)
        self._element = element

    @property
    def height(self) -> float:
        """Give the height."""
        return self._height

    def draw(self, ink: Ink, x: float, top: float) -> None:
        """Draw the picture as a figure or as decoration."""
        with ink.tagged(self._element), ink.artifact(self._element is None):
            place = (x + self._left, top - self._height)
            ink.image(self._image, *place, self._width, self._height)


@lru_cache(maxsize=32)
def held(name: str, data: bytes) -> tuple[Held, int, int]:
    """Give a picture as a file holds it, with its width and height in pixels."""
    from PIL import Image as Pixels  # slow to import, wanted for pictures alone

    try:
        with Pixels.open(BytesIO(data)) as pixels:
            wide, high = pixels.size
            return _held(f"I{sha256(data).hexdigest()[:12]}", pixels, data), wide, high
    except Exception as fault:
        raise ValueError(f"the picture {name} cannot be read") from fault


def _held(name: str, pixels: Any, data: bytes) -> Held:
    if pixels.format == "JPEG" and pixels.mode in _SPACES:
        return Held(name, f"{_entries(pixels)} /Filter /DCTDecode", data)
    alpha = pixels.convert("RGBA").getchannel("A") if _has_alpha(pixels) else None
    plain = pixels.convert("L" if pixels.mode in {"1", "L", "LA"} else "RGB")
    mask = None if alpha is None else _deflated(f"{name}A", alpha)
    return _deflated(name, plain, mask)


def _has_alpha(pixels: Any) -> bool:
    return pixels.mode in {"LA", "RGBA", "PA"} or "transparency" in pixels.info


def _deflated(name: str, pixels: Any, mask: Held | None = None) -> Held:
    data = zlib.compress(pixels.tobytes(), 9)
    return Held(name, f"{_entries(pixels)} /Filter /FlateDecode", data, mask)


def _entries(pixels: Any) -> str:
    wide, high = pixels.size
    size = f"/Width {wide} /Height {high} /BitsPerComponent 8"
    return f"/Type /XObject /Subtype /Image {size} /ColorSpace {_SPACES[pixels.mode]}"
