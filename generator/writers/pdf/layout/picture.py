"""Pictures of the pack, in the colours that an archived file may have."""

from io import BytesIO

from PIL import Image as Pixels
from reportlab.platypus import Image as PlatypusImage

from generator.document.blocks import Image
from generator.writers.pdf.tagging.marks import artifact, tagged

_KEPT = frozenset({"1", "L", "P", "LA", "RGB", "RGBA"})


class Picture(PlatypusImage):  # type: ignore[misc]
    """A picture of a width in points, made smaller if it is taller than ``most_height``.

    One without an element (``None``) is decoration. Raises ValueError for data that is no picture.
    """

    def __init__(self, block: Image, width: float, most_height: float, element: int | None) -> None:
        data, wide, high = _prepared(block)
        fitted = min(width, most_height * wide / high)
        super().__init__(BytesIO(data), fitted, fitted * high / wide)
        self._element = element

    def draw(self) -> None:
        """Draw the picture as a figure or as decoration."""
        with tagged(self.canv, self._element), artifact(self.canv, self._element is None):
            super().draw()


def _prepared(block: Image) -> tuple[bytes, int, int]:
    """Give a picture's data and its size; other colours than PDF/A takes here become RGB."""
    try:
        with Pixels.open(BytesIO(block.data)) as pixels:
            wide, high = pixels.size
            if pixels.mode in _KEPT:
                return block.data, wide, high
            target = BytesIO()
            pixels.convert("RGB").save(target, "PNG")
            return target.getvalue(), wide, high
    except Exception as fault:
        raise ValueError(f"the picture {block.name} cannot be read") from fault
