"""A section's blocks → its pages."""

from generator.document.blocks import Document, Section
from generator.writers.pdf.file.laid import Laid, Page
from generator.writers.pdf.fonts.codes import Codes
from generator.writers.pdf.layout.flow import Flow
from generator.writers.pdf.layout.frame import fill_pages
from generator.writers.pdf.layout.ink import Ink
from generator.writers.pdf.layout.margins import Margins
from generator.writers.pdf.tagging.glossary import glossary_of
from generator.writers.pdf.tagging.speech import Tongue
from generator.writers.pdf.tagging.structure import Element, Structure


def set_section(section: Section, document: Document, margins: Margins, codes: Codes) -> Laid:
    """Set a section on its pages; ``document`` says what is foreign and what is abbreviated."""
    structure = Structure([Element(-1, "Sect")])
    tongue = Tongue(structure, document.foreign, glossary_of(document.abbreviations))
    frame = margins.frame
    flow = Flow(margins.style, margins.typesetter, tongue, frame.width, frame.height)
    inks: list[Ink] = []

    def new_page() -> Ink:
        inks.append(Ink(structure, codes))
        return inks[-1]

    fill_pages(flow.items(section.blocks), frame, new_page)
    pages: list[Page] = [ink.page(margins.size) for ink in inks]
    return Laid(pages, tuple(structure.elements))
