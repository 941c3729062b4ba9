"""Marks in the content of pages: to which element it belongs, or that it is decoration.

ReportLab knows nothing of marked content (ISO 32000-1, 14.6), so the operators are written here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.textobject import PDFTextObject

from generator.writers.pdf.tagging.speech import Speech
from generator.writers.pdf.tagging.structure import Notes, Structure

_END = "EMC"


class Marking:
    """The marks of the page that is being drawn."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self.notes: Notes = []
        self.in_artifact = False

    def next_page(self) -> None:
        """Begin the notes of a new page."""
        self.notes = []

    def begin(self, element: int) -> str:
        """Note a stretch of content and give the operator that begins it."""
        self.notes.append(element)
        return f"/{self._structure.elements[element].tag} <</MCID {len(self.notes) - 1}>> BDC"


@contextmanager
def tagged(canvas: Any, element: int | None) -> Iterator[None]:
    """Mark what is drawn within as content of an element; within an artifact nothing is marked."""
    if element is None or canvas.marking.in_artifact:
        yield
        return
    canvas._code.append(canvas.marking.begin(element))
    yield
    canvas._code.append(_END)


@contextmanager
def artifact(canvas: Any, active: bool = True) -> Iterator[None]:
    """Mark what is drawn within as decoration (ISO 32000-1, 14.8.2.2): readers pass over it."""
    if not active or canvas.marking.in_artifact:
        yield
        return
    canvas.marking.in_artifact = True
    canvas._code.append("/Artifact BMC")
    yield
    canvas._code.append(_END)
    canvas.marking.in_artifact = False


class TaggedText(PDFTextObject):  # type: ignore[misc]
    """A text object that marks its text as it is written.

    A line that ends between two words ends with a blank, so that readers hear two words.
    """

    def __init__(self, canvas: Any, x: float, y: float, speech: Speech) -> None:
        super().__init__(canvas, x, y)
        self._speech = speech
        self._marked: int | None = None  # the element whose mark is open

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - ReportLab's name
        parts = self._speech.say(text)
        for element, part in parts[:-1]:
            self._begin(element)
            super()._textOut(part)
        element, last = parts[-1]
        if element != self._marked:
            self._begin(element)
        ends = TStar and not text.endswith(" ") and self._speech.at_gap
        super()._textOut(f"{last} " if ends else last, TStar)

    def _begin(self, element: int) -> None:
        """Begin the mark of an element."""
        self._close()
        self._code.append(self._canvas.marking.begin(element))
        self._marked = element

    def _close(self) -> None:
        if self._marked is not None:
            self._code.append(_END)
            self._marked = None

    def getCode(self) -> str:  # noqa: N802 - ReportLab's name
        """Give the operators, the last mark ended."""
        self._close()
        return str(super().getCode())
