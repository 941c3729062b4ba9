"""The faces of a pack's family, by number: how wide a text is in each."""

from collections.abc import Mapping

from generator.document.style import FontFamily
from generator.writers.pdf.fonts.metrics import Metrics, metrics_of

_REMEMBERED = 50_000  # words whose width is known; those of a round's questions come again


class Face:
    """A face; ``number`` is what its fonts are named after."""

    def __init__(self, number: int, metrics: Metrics) -> None:
        self.number = number
        self.metrics = metrics
        self._widths = metrics.widths
        self._missing = metrics.missing
        self._known: dict[str, float] = {}

    def units(self, text: str) -> float:
        """Give the width of a text in type sizes."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            widths, missing = self._widths, self._missing
            known = 0.001 * sum([widths.get(ord(letter), missing) for letter in text])
            self._known[text] = known
        return known


class Family:
    """The four faces of a family."""

    def __init__(self, font: FontFamily) -> None:
        files = (font.regular, font.bold, font.italic, font.bold_italic)
        faces = [Face(number, metrics_of(file)) for number, file in enumerate(files)]
        self.faces = tuple(faces)
        self._by_look: Mapping[tuple[bool, bool], Face] = {
            (False, False): faces[0],
            (True, False): faces[1],
            (False, True): faces[2],
            (True, True): faces[3],
        }

    def face(self, bold: bool = False, italic: bool = False) -> Face:
        """Give a face."""
        return self._by_look[bold, italic]
