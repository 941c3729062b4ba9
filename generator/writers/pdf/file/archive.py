"""Sections on their pages → a file for the archive: PDF/A-3a and PDF/UA-1, with its data inside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from generator.document.blocks import Attachment, Document
from generator.writers.pdf.file.fonts import AFTER, write_fonts
from generator.writers.pdf.file.laid import Image, Laid
from generator.writers.pdf.file.metadata import info, xmp
from generator.writers.pdf.file.objects import Objects, stream_of
from generator.writers.pdf.file.outline import OUTLINES, Entry, write_outline
from generator.writers.pdf.file.placing import DOCUMENT, PAGES, RESOURCES, Placed
from generator.writers.pdf.file.srgb import srgb_profile
from generator.writers.pdf.file.syntax import array, dictionary, name, reference, text_string
from generator.writers.pdf.fonts.codes import Codes
from generator.writers.pdf.fonts.family import Family

_CATALOG, _INFO, _METADATA, _TREE, _PARENTS, _PROFILE = 1, 3, 4, 6, 8, 10


@dataclass(frozen=True, slots=True)
class Bound:
    """A section bound into a file: its pages, their objects, and what is the document's own.

    ``filled`` are the streams of pages whose numbers were filled in, by index; ``margins`` those
    of headers and footers; ``fonts`` and ``images`` what the margins are drawn with.
    """

    laid: Laid
    placed: Placed
    filled: Sequence[tuple[int, bytes]]
    margins: Sequence[bytes]
    fonts: frozenset[str]
    images: Sequence[Image]


def objects_of_a_file() -> Objects:
    """Give the objects of a new file; sections take their numbers of them."""
    return Objects(first=AFTER)


def archived(
    document: Document, objects: Objects, bound: Sequence[Bound], family: Family, codes: Codes
) -> bytes:
    """Give the file of a document whose sections were placed among ``objects``."""
    for one in bound:
        _take(objects, one)
    numbers = [number for one in bound for number in one.placed.pages]
    kids = array(map(reference, numbers))
    objects.put(PAGES, dictionary({"Type": "/Pages", "Count": len(numbers), "Kids": kids}))
    objects.put(RESOURCES, _resources(objects, bound, family, codes))
    _write_tree(objects, bound)
    outlined = write_outline(objects, list(_headings(bound)))
    files = {one.name: _attached(objects, one) for one in document.attachments}
    entries = {"Type": "/Metadata", "Subtype": "/XML"}
    objects.put_stream(_METADATA, stream_of(entries, xmp(document)))
    objects.put_stream(_PROFILE, _srgb_stream())
    catalog = {
        "Type": "/Catalog",
        "Pages": reference(PAGES),
        "Outlines": reference(OUTLINES) if outlined else None,
        "PageMode": "/UseOutlines" if outlined else "/UseNone",
        "Lang": text_string(document.language),
        "ViewerPreferences": "<</DisplayDocTitle true>>",
        "MarkInfo": "<</Marked true>>",
        "StructTreeRoot": reference(_TREE),
        "Metadata": reference(_METADATA),
        "OutputIntents": array([_output_intent()]),
        "AF": array(map(reference, files.values())) if files else None,
        "Names": _names(files) if files else None,
    }
    objects.put(_CATALOG, dictionary(catalog))
    objects.put(_INFO, info(document))
    return objects.file(_CATALOG, _INFO)


def _take(objects: Objects, one: Bound) -> None:
    """Take the objects of a section."""
    objects.take(one.placed.packed)
    for at, content in enumerate(one.placed.contents):
        if content is not None:
            objects.put_stream(one.placed.content(at), content)
    for at, content in one.filled:
        objects.put_stream(one.placed.content(at), content)
    for at, content in enumerate(one.margins):
        objects.put_stream(one.placed.margins(at), content)


def _resources(objects: Objects, bound: Sequence[Bound], family: Family, codes: Codes) -> str:
    """Write what pages are drawn with, the same for all of a file."""
    pages = [page for one in bound for page in one.laid.pages]
    used = frozenset[str]().union(*(page.fonts for page in pages), *(one.fonts for one in bound))
    shown = {image.name: image for page in pages for image in page.images}
    shown |= {image.name: image for one in bound for image in one.images}
    images = {key: reference(_write_image(objects, one)) for key, one in sorted(shown.items())}
    return dictionary(
        {
            "Font": write_fonts(objects, family, used, codes),
            "XObject": dictionary(images) if images else None,
        }
    )


def _write_image(objects: Objects, image: Image) -> int:
    mask = None if image.mask is None else _write_image(objects, image.mask)
    number = objects.reserve()
    masked = "" if mask is None else f" /SMask {mask} 0 R"
    head = f"<<{image.entries}{masked} /Length {len(image.data)}>>\nstream\n".encode()
    objects.put_stream(number, head + image.data + b"\nendstream")
    return number


def _write_tree(objects: Objects, bound: Sequence[Bound]) -> None:
    """Write the root of the structure tree, its outermost element and what leads from the pages."""
    sections = array(reference(one.placed.element) for one in bound)
    objects.put(
        DOCUMENT,
        dictionary({"S": "/Document", "P": reference(_TREE), "K": sections}),
    )
    rows = [
        f"{page} {number} 0 R"
        for one in bound
        for page, number in enumerate(
            range(one.placed.pages.stop, one.placed.element), one.placed.place.page
        )
    ]
    objects.put(_PARENTS, dictionary({"Nums": array(rows)}))
    objects.put(
        _TREE,
        dictionary(
            {
                "Type": "/StructTreeRoot",
                "K": reference(DOCUMENT),
                "ParentTree": reference(_PARENTS),
                "ParentTreeNextKey": len(rows),
            }
        ),
    )


def _headings(bound: Sequence[Bound]) -> Iterable[Entry]:
    for one in bound:
        for number, page in zip(one.placed.pages, one.laid.pages, strict=True):
            for title, level, height in page.bookmarks:
                yield Entry(title, level, number, height)


@cache
def _srgb_stream() -> bytes:
    """Write the colour profile, the same for all files."""
    return stream_of({"N": 3}, srgb_profile())


def _output_intent() -> str:
    return dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": text_string("sRGB IEC61966-2.1"),
            "Info": text_string("sRGB IEC61966-2.1"),
            "DestOutputProfile": reference(_PROFILE),
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
