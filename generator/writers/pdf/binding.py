"""Sections set one by one, placed among the objects of one file, and bound into it."""

from itertools import chain

from generator.document.blocks import Document, Section
from generator.document.style import Style
from generator.writers.pdf.file.archive import Bound, archived, objects_of_a_file
from generator.writers.pdf.file.filling import filled
from generator.writers.pdf.file.placing import Place, Placed, numbers_of
from generator.writers.pdf.fonts.codes import Codes
from generator.writers.pdf.layout.margins import Margins
from generator.writers.pdf.layout.text import PageFields
from generator.writers.pdf.layout.workshop import Set, Workshop, workshop_of


def bind(document: Document, style: Style) -> tuple[bytes, int]:
    """Give the file of a document and the number of its pages."""
    workshop = workshop_of(style)
    codes = Codes()
    sections = document.sections or (Section(()),)
    margins = [workshop.margins(one, document) for one in sections]
    made = [
        workshop.set(section, document, beside, codes)
        for section, beside in zip(sections, margins, strict=True)
    ]
    count = sum(len(one.laid.pages) for one, _numbers in made)
    objects = objects_of_a_file()
    bound: list[Bound] = []
    page = 0
    for (one, numbers), beside in zip(made, margins, strict=True):
        put = one.at(Place(objects.reserve(numbers_of(one.laid)), page))
        bound.append(_bound(workshop, one, put, numbers, beside, count, codes))
        page += len(one.laid.pages)
    return archived(document, objects, bound, workshop.typesetter.family, codes), count


def _bound(
    workshop: Workshop,
    one: Set,
    put: Placed,
    numbers: tuple[str, ...],
    margins: Margins,
    count: int,
    codes: Codes,
) -> Bound:
    first = put.place.page + 1
    beside = [
        workshop.beside(margins, PageFields(str(number), str(count)), codes)
        for number in range(first, first + len(one.laid.pages))
    ]
    return Bound(
        one.laid,
        put,
        filled(one.laid, one.contents, numbers, workshop.typesetter.family),
        [page.stream for page in beside],
        frozenset(chain.from_iterable(page.fonts for page in beside)),
        [image for page in beside for image in page.images],
    )
