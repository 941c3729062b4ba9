"""What ReportLab drew → a file for the archive: PDF/A-3a and PDF/UA-1, with its data inside.

ReportLab's objects (pages, fonts, pictures, outline) keep their numbers; what it knows nothing of
is put around them.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage
from reportlab.pdfbase.pdfdoc import format as written_by_reportlab
from reportlab.pdfgen.canvas import Canvas

from generator.document.blocks import Attachment, Document
from generator.writers.pdf.file.metadata import info, xmp
from generator.writers.pdf.file.objects import Objects
from generator.writers.pdf.file.srgb import srgb_profile
from generator.writers.pdf.file.syntax import array, dictionary, name, reference, text_string
from generator.writers.pdf.file.tree import write_tree
from generator.writers.pdf.tagging.structure import Notes, Structure

_PAGE_ENTRIES = (*PDFPage.__NoDefault__, "StructParents", "Tabs")


def archived(
    document: Document, canvas: Canvas, structure: Structure, notes: Sequence[Notes]
) -> bytes:
    """Give the file of a document whose pages are drawn; ``notes`` are those of each page."""
    drawn = canvas._doc
    for font in drawn.delayedFonts:
        font.addObjects(drawn)
    _complete_pages(drawn.Pages.pages)
    outlines = _outlines(drawn, canvas)
    pages = [_number(drawn, page) for page in drawn.Pages.pages]
    tree = _number(drawn, drawn.Pages)
    objects = _objects(drawn)
    files = {one.name: _attached(objects, one) for one in document.attachments}
    metadata = objects.add_stream({"Type": "/Metadata", "Subtype": "/XML"}, xmp(document))
    catalog = {
        "Type": "/Catalog",
        "Pages": reference(tree),
        "Outlines": reference(outlines) if outlines else None,
        "PageMode": "/UseOutlines" if outlines else "/UseNone",
        "Lang": text_string(document.language),
        "ViewerPreferences": "<</DisplayDocTitle true>>",
        "MarkInfo": "<</Marked true>>",
        "StructTreeRoot": reference(write_tree(objects, structure, pages, notes)),
        "Metadata": reference(metadata),
        "OutputIntents": array([_output_intent(objects)]),
        "AF": array(map(reference, files.values())) if files else None,
        "Names": _names(files) if files else None,
    }
    return objects.file(objects.add(dictionary(catalog)), objects.add(info(document)))


def _complete_pages(pages: Sequence[Any]) -> None:
    """Say where a page's marks belong and that its order is the structure's; drop what is empty."""
    for number, page in enumerate(pages):
        page.__NoDefault__ = _PAGE_ENTRIES
        page.Trans = None
        page.StructParents = number
        page.Tabs = "/S"


def _outlines(drawn: PDFDocument, canvas: Canvas) -> int | None:
    """Give the number of the outline; None where there are no headings."""
    drawn.Outlines.prepare(drawn, canvas)
    return _number(drawn, drawn.Outlines) if drawn.Outlines.ready >= 0 else None


def _number(drawn: PDFDocument, one: Any) -> int:
    return int(drawn.idToObjectNumberAndVersion[drawn.Reference(one).name][0])


def _objects(drawn: PDFDocument) -> Objects:
    """Give ReportLab's objects as it writes them; writing one may bring others forth."""
    found: list[bytes] = []
    while len(found) < len(drawn.numberToId):
        one = drawn.idToObject[drawn.numberToId[len(found) + 1]]
        found.append(written_by_reportlab(one, drawn, toplevel=1))
    objects = Objects(first=len(found) + 1)
    for number, written in enumerate(found, 1):
        objects.put(number, written)
    return objects


def _output_intent(objects: Objects) -> str:
    profile = objects.add_stream({"N": 3}, srgb_profile())
    return dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": text_string("sRGB IEC61966-2.1"),
            "Info": text_string("sRGB IEC61966-2.1"),
            "DestOutputProfile": reference(profile),
        }
    )


def _attached(objects: Objects, one: Attachment) -> int:
    """Put an attachment into the file and give the number of its specification."""
    size = dictionary({"Size": len(one.data)})
    entries = {"Type": "/EmbeddedFile", "Subtype": name(one.mime), "Params": size}
    stream = reference(objects.add_stream(entries, one.data))
    return objects.add(
        dictionary(
            {
                "Type": "/Filespec",
                "F": text_string(one.name),
                "UF": text_string(one.name),
                "Desc": text_string(one.description),
                "AFRelationship": name(one.relationship.value),
                "EF": dictionary({"F": stream, "UF": stream}),
            }
        )
    )


def _names(files: dict[str, int]) -> str:
    listed = (f"{text_string(one)} {reference(files[one])}" for one in sorted(files))
    return dictionary({"EmbeddedFiles": dictionary({"Names": array(listed)})})
