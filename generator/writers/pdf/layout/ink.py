"""What is drawn on one page: operators of its content, with marks of what belongs to which element.

The operators are those of ISO 32000-1, 8 and 9. Colours, line widths and fonts are written where
they change. A number that is filled in later is a slot among them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from generator.writers.pdf.file.laid import Bookmark, Image, Page, Slot
from generator.writers.pdf.fonts.codes import Codes
from generator.writers.pdf.fonts.family import Face
from generator.writers.pdf.tagging.speech import Speech
from generator.writers.pdf.tagging.structure import Notes, Structure


def number(value: float) -> str:
    """Write a length, to a thousandth of a point."""
    return f"{round(value, 3):.9g}"


def colour(code: str) -> str:
    """Write ``#RRGGBB`` as three shares of light."""
    parts = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


class Ink:
    """The content of a page while it is being drawn; places are points from below left."""

    def __init__(self, structure: Structure, codes: Codes) -> None:
        self._structure = structure
        self._codes = codes
        self._code: list[str | Slot] = []
        self._state: dict[str, str] = {}
        self.notes: Notes = []
        self.in_artifact = False
        self.bookmarks: list[Bookmark] = []
        self.fonts: set[str] = set()
        self.images: dict[str, Image] = {}

    def page(self, size: tuple[float, float]) -> Page:
        """Give what was drawn."""
        return Page(
            size,
            tuple(_joined(self._code)),
            tuple(self.notes),
            tuple(self.bookmarks),
            frozenset(self.fonts),
            tuple(self.images.values()),
        )

    def begin(self, element: int) -> str:
        """Note a stretch of content and give the operator that begins it."""
        self.notes.append(element)
        return f"/{self._structure.elements[element].tag} <</MCID {len(self.notes) - 1}>> BDC"

    @contextmanager
    def tagged(self, element: int | None) -> Iterator[None]:
        """Mark what is drawn within as content of an element; in an artifact nothing is marked."""
        if element is None or self.in_artifact:
            yield
            return
        self._code.append(self.begin(element))
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, active: bool = True) -> Iterator[None]:
        """Mark what is drawn within as decoration (ISO 32000-1, 14.8.2.2): readers pass over it."""
        if not active or self.in_artifact:
            yield
            return
        self.in_artifact = True
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")
        self.in_artifact = False

    def _set(self, operator: str, value: str) -> None:
        if self._state.get(operator) != value:
            self._state[operator] = value
            self._code.append(f"{value} {operator}")

    def fill(self, code: str) -> None:
        """Set the colour of areas and letters."""
        self._set("rg", colour(code))

    def pen(self, code: str, width: float) -> None:
        """Set colour and width of lines."""
        self._set("RG", colour(code))
        self._set("w", number(width))

    def line(self, x: float, y: float, end: float) -> None:
        """Draw a line from left to right."""
        self._code.append(f"{number(x)} {number(y)} m {number(end)} {number(y)} l S")

    def rect(
        self, x: float, y: float, width: float, height: float, *, stroke: bool, fill: bool
    ) -> None:
        """Draw a rectangle, its edge, its area or both."""
        paint = {(True, True): "B", (True, False): "S", (False, True): "f"}[stroke, fill]
        place = f"{number(x)} {number(y)} {number(width)} {number(height)}"
        self._code.append(f"{place} re {paint}")

    def image(self, image: Image, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture."""
        self.images[image.name] = image
        place = f"{number(width)} 0 0 {number(height)} {number(x)} {number(y)}"
        self._code.append(f"q {place} cm /{image.name} Do Q")

    def begin_text(self, x: float, y: float) -> None:
        """Begin a text at a place."""
        self._code.append(f"BT 1 0 0 1 {number(x)} {number(y)} Tm")

    def move(self, across: float, up: float) -> None:
        """Begin a line of the text elsewhere, seen from the beginning of the last one."""
        self._code.append(f"{number(across)} {number(up)} Td")

    def spread(self, more: float) -> None:
        """Make each blank wider from here on, by points."""
        self._set("Tw", number(more))

    def write(self, face: Face, size: float, text: str) -> None:
        """Write a text."""
        for font, coded in self._codes.coded(face.number, text):
            self._font(font, size)
            self._code.append(f"({coded}) Tj")

    def _font(self, font: str, size: float) -> None:
        self.fonts.add(font)
        self._set("Tf", f"/{font} {number(size)}")

    def slot(self, slot: Slot) -> None:
        """Leave room for a number; it places itself within the text that was begun."""
        self._font(slot.font, slot.size)
        self._code.append(slot)

    def end_text(self) -> None:
        """End a text."""
        self._code.append("ET")

    def code(self, operator: str) -> None:
        """Write an operator as it is."""
        self._code.append(operator)

    def text(self, face: Face, size: float, x: float, y: float, text: str) -> None:
        """Write one line at a place."""
        self.begin_text(x, y)
        self.spread(0)
        self.write(face, size, text)
        self.end_text()


class Voice:
    """Marks a paragraph's text as it is written, each stretch with its element."""

    def __init__(self, ink: Ink, speech: Speech | None) -> None:
        self._ink = ink
        self._speech = None if ink.in_artifact else speech
        self._marked: int | None = None

    def say(self, face: Face, size: float, text: str, *, ends_line: bool) -> None:
        """Write a text; a line that ends between two words ends with a blank (to be heard)."""
        if self._speech is None:
            self._ink.write(face, size, text)
            return
        *parts, (element, last) = self._speech.say(text)
        for one, part in parts:
            self.begin(one)
            self._ink.write(face, size, part)
        if element != self._marked:
            self.begin(element)
        ends = ends_line and not text.endswith(" ") and self._speech.at_gap
        self._ink.write(face, size, f"{last} " if ends else last)

    def begin(self, element: int) -> None:
        """Begin the mark of an element."""
        self.end()
        self._ink.code(self._ink.begin(element))
        self._marked = element

    def end(self) -> None:
        """End the mark that is open."""
        if self._marked is not None:
            self._ink.code("EMC")
            self._marked = None


def _joined(code: Sequence[str | Slot]) -> Iterator[str | Slot]:
    """Give slots, and the operators between them as one text each."""
    waiting: list[str] = []
    for one in code:
        if isinstance(one, str):
            waiting.append(one)
        else:
            yield "\n".join((*waiting, ""))
            yield one
            waiting = [""]
    yield "\n".join(waiting)
