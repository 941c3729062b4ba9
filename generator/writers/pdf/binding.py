"""Sections set one by one, placed among the objects of one file, and bound into it."""

from generator.document.blocks import Document, Section
from generator.document.style import Style
from generator.writers.pdf.file.archive import Bound, archived, objects_of_a_file
from generator.writers.pdf.file.laid import Laid
from generator.writers.pdf.file.placing import (
    Place,
    Placed,
    contents_of,
    numbers_of,
    placed,
    written_content,
)
from generator.writers.pdf.fonts.codes import Codes
from generator.writers.pdf.layout.margins import Margins
from generator.writers.pdf.layout.setting import set_section
from generator.writers.pdf.layout.text import PageFields, Typesetter


def bind(document: Document, style: Style) -> tuple[bytes, int]:
    """Give the file of a document and the number of its pages."""
    typesetter = Typesetter(style.font)
    codes = Codes()
    sections = document.sections or (Section(()),)
    margins = [Margins(one, style, typesetter, document.stamp) for one in sections]
    laid = [
        set_section(section, document, beside, codes)
        for section, beside in zip(sections, margins, strict=True)
    ]
    count = sum(len(one.pages) for one in laid)
    objects = objects_of_a_file()
    bound: list[Bound] = []
    page = 0
    for one, beside in zip(laid, margins, strict=True):
        place = Place(objects.reserve(numbers_of(one)), page)
        put = placed(one, place, contents_of(one))
        bound.append(_bound(one, put, beside, count, codes))
        page += len(one.pages)
    return archived(document, objects, bound, typesetter.family, codes), count


def _bound(laid: Laid, put: Placed, beside: Margins, count: int, codes: Codes) -> Bound:
    drawn = [
        beside.drawn(PageFields(str(number), str(count)), codes)
        for number in range(put.place.page + 1, put.place.page + len(laid.pages) + 1)
    ]
    return Bound(
        laid,
        put,
        (),
        [written_content("".join(map(str, one.code))) for one in drawn],
        frozenset[str]().union(*(one.fonts for one in drawn)),
        [image for one in drawn for image in one.images],
    )
