"""Headers, footers and the stamp of a draft: what stands in the margins of each page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.document.blocks import Block, Section
from generator.document.style import PageStyle, Style
from generator.writers.pdf.file.laid import Page
from generator.writers.pdf.fonts.codes import Codes
from generator.writers.pdf.layout.flow import Flow
from generator.writers.pdf.layout.frame import Frame
from generator.writers.pdf.layout.ink import Ink
from generator.writers.pdf.layout.item import stacked
from generator.writers.pdf.layout.text import PageFields, Typesetter
from generator.writers.pdf.tagging.speech import Tongue
from generator.writers.pdf.tagging.structure import Structure

_MM = 72 / 25.4
_LEAST_FRAME = 100  # points that a frame keeps, however tall header and footer are
_GAP = 6  # points between the text and a header or footer that has grown out of the margin
_TALL = 1e5
_STAMP_LEADING = 1.4


@dataclass(frozen=True)
class Margins:
    """What is beside the text on a section's pages. ``stamp`` is empty where there is none."""

    section: Section
    style: Style
    typesetter: Typesetter
    stamp: str

    @cached_property
    def page(self) -> PageStyle:
        """Give the looks of the page."""
        return self.style.page(self.section.style)

    @property
    def size(self) -> tuple[float, float]:
        """Give the page's size in points."""
        return self.page.width * _MM, self.page.height * _MM

    @property
    def width(self) -> float:
        """Give the width between the margins in points."""
        return (self.page.width - self.page.left - self.page.right) * _MM

    @cached_property
    def frame(self) -> Frame:
        """Give the frame of the running text; it yields to a tall header or footer."""
        page = self.page
        header = self._height(self.section.header) + self._stamp_height
        top = max(page.top * _MM, _grown(header, page.header_distance))
        bottom = max(page.bottom * _MM, _grown(self._foot_height, page.footer_distance))
        height = max(self.size[1] - top - bottom, _LEAST_FRAME)
        return Frame(page.left * _MM, bottom, self.width, height)

    @property
    def _stamp_height(self) -> float:
        return self.style.stamp.size * _STAMP_LEADING if self.stamp else 0

    @cached_property
    def _foot_height(self) -> float:
        return self._height(self.section.footer)

    def _height(self, blocks: Sequence[Block]) -> float:
        return stacked(self._flow(PageFields()).items(blocks)) if blocks else 0.0

    def _flow(self, fields: PageFields) -> Flow:
        unheard = Tongue(Structure(), "")  # decoration: nobody asks for its elements
        return Flow(self.style, self.typesetter, unheard, self.width, _TALL, fields)

    def drawn(self, fields: PageFields, codes: Codes) -> Page:
        """Give stamp, header and footer of one page, as artifacts."""
        ink = Ink(Structure(), codes)
        if self.stamp or self.section.header or self.section.footer:
            with ink.artifact():
                self._draw(ink, fields)
        return ink.page(self.size)

    def _draw(self, ink: Ink, fields: PageFields) -> None:
        page, stamp = self.page, self.style.stamp
        height = self.size[1]
        if self.stamp:
            face = self.typesetter.family.face(bold=True)
            left = (self.size[0] - face.units(self.stamp) * stamp.size) / 2
            ink.fill(stamp.colour)
            ink.text(
                face, stamp.size, left, height - page.header_distance * _MM - stamp.size, self.stamp
            )
        top = height - page.header_distance * _MM - self._stamp_height
        self._stack(ink, self.section.header, top, fields)
        top = page.footer_distance * _MM + self._foot_height
        self._stack(ink, self.section.footer, top, fields)

    def _stack(self, ink: Ink, blocks: Sequence[Block], top: float, fields: PageFields) -> None:
        left = self.page.left * _MM
        after: float | None = None
        for item in self._flow(fields).items(blocks):
            if not item.empty:
                top -= 0 if after is None else max(after, item.before)
                after = item.after
            item.draw(ink, left, top)
            top -= item.height


def _grown(height: float, distance: float) -> float:
    return height + distance * _MM + _GAP if height else 0
