"""Pages: frames, headers and footers, the outline, and numbers that are known only at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from generator.document.blocks import Block, Document, Section
from generator.document.style import PageStyle, StampStyle, Style
from generator.writers.pdf.file.pdfa import archived
from generator.writers.pdf.layout.flow import Flow
from generator.writers.pdf.layout.text import PageFields, Typesetter
from generator.writers.pdf.tagging.glossary import glossary_of
from generator.writers.pdf.tagging.marks import Marking, artifact
from generator.writers.pdf.tagging.speech import Tongue
from generator.writers.pdf.tagging.structure import Notes, Structure

_LEAST_FRAME = 100  # points that a frame keeps, however tall header and footer are
_GAP = 6  # points between the text and a header or footer that has grown out of the margin
_TALL = 1e5


@dataclass(frozen=True)
class Layout:
    """A section with everything that its pages need."""

    section: Section
    page: PageStyle
    style: Style
    typesetter: Typesetter
    stamp: str
    header_height: float
    footer_height: float

    @property
    def size(self) -> tuple[float, float]:
        """Give the page's size in points."""
        return self.page.width * mm, self.page.height * mm

    @property
    def text_width(self) -> float:
        """Give the width between the margins in points."""
        return float((self.page.width - self.page.left - self.page.right) * mm)

    def frame(self, name: str) -> Frame:
        """Give the frame of the running text; it yields to a tall header or footer."""
        page = self.page
        top = max(page.top * mm, _grown(self.header_height, page.header_distance))
        bottom = max(page.bottom * mm, _grown(self.footer_height, page.footer_distance))
        height = max(self.size[1] - top - bottom, _LEAST_FRAME)
        return Frame(
            page.left * mm, bottom, self.text_width, height, 0, 0, 0, 0, id=name, showBoundary=0
        )

    def decorate(self, canvas: Canvas, fields: PageFields) -> None:
        """Draw stamp, header and footer of one page, as artifacts."""
        left, height = self.page.left * mm, self.size[1]
        with artifact(canvas):
            if self.stamp:
                _draw_stamp(canvas, self)
            top = height - self.page.header_distance * mm - _stamp_height(self)
            self._draw(canvas, self.section.header, left, top, fields)
            top = self.page.footer_distance * mm + self.footer_height
            self._draw(canvas, self.section.footer, left, top, fields)

    def _draw(
        self, canvas: Canvas, blocks: Sequence[Block], x: float, top: float, fields: PageFields
    ) -> None:
        flow = Flow(self.style, self.typesetter, _unheard(), self.text_width, _TALL, fields)
        after = 0.0
        for number, flowable in enumerate(flow.flowables(blocks)):
            if number:
                top -= max(after, flowable.getSpaceBefore())
            _width, tall = flowable.wrapOn(canvas, self.text_width, _TALL)
            top -= tall
            flowable.drawOn(canvas, x, top)
            after = flowable.getSpaceAfter()


def _unheard() -> Tongue:
    """Give a structure for what is drawn as decoration; nobody asks for it."""
    return Tongue(Structure(), "")


def _grown(height: float, distance: float) -> float:
    return height + distance * mm + _GAP if height else 0


def _stamp_height(layout: Layout) -> float:
    return layout.style.stamp.size * 1.4 if layout.stamp else 0


def _draw_stamp(canvas: Canvas, layout: Layout) -> None:
    stamp: StampStyle = layout.style.stamp
    width, height = layout.size
    canvas.setFont(layout.typesetter.face(bold=True), stamp.size)
    canvas.setFillColor(HexColor(stamp.colour))
    canvas.drawCentredString(
        width / 2, height - layout.page.header_distance * mm - stamp.size, layout.stamp
    )


def layouts(document: Document, style: Style, typesetter: Typesetter) -> list[Layout]:
    """Give the layout of each section; a document without sections has one empty page."""
    return [
        _layout(section, style, typesetter, document.stamp)
        for section in document.sections or (Section(()),)
    ]


def _layout(section: Section, style: Style, typesetter: Typesetter, stamp: str) -> Layout:
    page = style.page(section.style)
    width = (page.width - page.left - page.right) * mm
    flow = Flow(style, typesetter, _unheard(), width, _TALL)
    header = _height(flow.flowables(section.header), width)
    if stamp:
        header += style.stamp.size * 1.4
    footer = _height(flow.flowables(section.footer), width)
    return Layout(section, page, style, typesetter, stamp, header, footer)


def _height(flowables: Sequence[Flowable], width: float) -> float:
    total, after = 0.0, 0.0
    for number, flowable in enumerate(flowables):
        if number:
            total += max(after, flowable.getSpaceBefore())
        total += flowable.wrapOn(None, width, _TALL)[1]
        after = flowable.getSpaceAfter()
    return total


class PagedCanvas(Canvas):  # type: ignore[misc]
    """A canvas that finishes its pages only at the end, when their number is known."""

    def __init__(self, document: Document, structure: Structure, *given: Any, **options: Any):
        super().__init__(*given, **options)
        self._document = document
        self._structure = structure
        self.marking = Marking(structure)
        self._waiting: list[dict[str, Any]] = []
        self._notes: list[Notes] = []
        self._bookmarks: list[tuple[str, int, float]] = []
        self.layout: Layout | None = None

    def note_bookmark(self, title: str, level: int, y: float) -> None:
        """Keep an outline entry for this page."""
        self._bookmarks.append((title, level, y))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Put the page aside."""
        self._waiting.append(dict(self.__dict__))
        self._notes.append(self.marking.notes)
        self.marking.next_page()
        self._bookmarks = []
        self._startPage()

    def save(self) -> None:
        """Finish every page and write the file."""
        waiting = self._waiting
        above: list[int] = []  # levels of the headings that the next one may stand under
        entries = 0
        for number, state in enumerate(waiting, 1):
            self.__dict__.update(state)
            bookmarks = tuple(self._bookmarks)  # without those of the page's header and footer
            if self.layout is not None:
                self.layout.decorate(self, PageFields(str(number), str(len(waiting))))
            for title, level, y in bookmarks:
                while above and above[-1] >= level:
                    above.pop()
                entries += 1
                self.bookmarkHorizontal(f"b{entries}", 0, y + 12)
                self.addOutlineEntry(title, f"b{entries}", len(above))
                above.append(level)
            super().showPage()
        self._filename.write(archived(self._document, self, self._structure, self._notes))


class _Pages(BaseDocTemplate):  # type: ignore[misc]
    """Lays the flowables of all sections out on their pages."""

    def build_pages(self, document: Document, sections: Sequence[Layout]) -> int:
        """Build the file; give the number of pages."""
        structure = Structure()
        frames = [layout.frame(f"f{number}") for number, layout in enumerate(sections)]
        for number, (layout, frame) in enumerate(zip(sections, frames, strict=True)):
            self.addPageTemplates(_template(f"s{number}", layout, frame))
        tongue = Tongue(structure, document.foreign, glossary_of(document.abbreviations))
        story: list[Flowable] = []
        for number, (layout, frame) in enumerate(zip(sections, frames, strict=True)):
            if number:
                story += [NextPageTemplate(f"s{number}"), PageBreak()]
            with structure.inside("Sect"):
                story += _story(layout, tongue, frame)
        self.build(story, canvasmaker=partial(PagedCanvas, document, structure))
        return int(self.page)


def _template(name: str, layout: Layout, frame: Frame) -> PageTemplate:
    def begin(canvas: PagedCanvas, _document: BaseDocTemplate) -> None:
        canvas.layout = layout

    return PageTemplate(id=name, frames=[frame], onPage=begin, pagesize=layout.size)


def _story(layout: Layout, tongue: Tongue, frame: Frame) -> list[Flowable]:
    height = frame._aH
    flow = Flow(layout.style, layout.typesetter, tongue, layout.text_width, height)
    return flow.flowables(layout.section.blocks) or [Spacer(0, 0)]


def write_pages(document: Document, style: Style, target: BinaryIO) -> int:
    """Write a document; give the number of pages."""
    typesetter = Typesetter(style.font)
    pages = _Pages(target, invariant=1, pageCompression=1, initialFontName=typesetter.face())
    return pages.build_pages(document, layouts(document, style, typesetter))
