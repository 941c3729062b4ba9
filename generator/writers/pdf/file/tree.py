"""Elements and notes of pages → a section's part of the structure tree (ISO 32000-1, 14.7)."""

from collections.abc import Sequence
from functools import lru_cache

from generator.writers.pdf.file.laid import Laid
from generator.writers.pdf.file.syntax import Entries, dictionary, text_string
from generator.writers.pdf.tagging.structure import INLINE, Element, Traits

Stretch = tuple[int, int]
"""A page's index in its section and the MCID on it."""


def written_elements(laid: Laid, parent: int, first: int, first_page: int) -> list[bytes]:
    """Write the elements of a section; the numbers of elements and of page objects are in a row.

    ``parent`` is the number of the element that holds the section.
    """
    kids = _kids(laid)
    return [
        _written(one, parent if one.parent < 0 else first + one.parent, kids[at], first, first_page)
        for at, one in enumerate(laid.elements)
    ]


def written_parents(laid: Laid, first: int) -> list[bytes]:
    """Write, page by page, which element each mark belongs to."""
    return [
        f"[{' '.join([f'{first + element} 0 R' for element in page.notes])}]".encode()
        for page in laid.pages
    ]


def _kids(laid: Laid) -> list[list[int | Stretch]]:
    """Give what each element holds: elements as they were made, inline ones as they were drawn."""
    elements = laid.elements
    kids: list[list[int | Stretch]] = [[] for _element in elements]
    for at, element in enumerate(elements):
        if element.tag not in INLINE and element.parent >= 0:
            kids[element.parent].append(at)
    for number, page in enumerate(laid.pages):
        for mcid, at in enumerate(page.notes):
            if elements[at].tag in INLINE and not kids[at]:
                kids[elements[at].parent].append(at)
            kids[at].append((number, mcid))
    return kids


def _written(
    element: Element, parent: int, kids: Sequence[int | Stretch], first: int, first_page: int
) -> bytes:
    """Write an element; there are a thousand in a report, so its parts are joined by hand."""
    home = next((kid[0] for kid in kids if not isinstance(kid, int)), None)
    page = f" /Pg {first_page + home} 0 R" if home is not None else ""
    held = " ".join([_kid(kid, home, first, first_page) for kid in kids])
    content = f" /K [{held}]" if len(kids) > 1 else f" /K {held}" if kids else ""
    said = f"<</S /{element.tag} /P {parent} 0 R{page}{content}{_traits(element.traits)}>>"
    return said.encode("latin-1")


def _kid(kid: int | Stretch, home: int | None, first: int, first_page: int) -> str:
    if isinstance(kid, int):
        return f"{first + kid} 0 R"
    page, mcid = kid
    if page == home:
        return str(mcid)
    return f"<</Type /MCR /Pg {first_page + page} 0 R /MCID {mcid}>>"


@lru_cache(maxsize=256)
def _traits(traits: Traits) -> str:
    """Write what is said of an element, as the rest of its dictionary."""
    texts = {
        "Alt": traits.alternative,
        "ActualText": traits.actual,
        "E": traits.expansion,
        "Lang": traits.language,
    }
    said: Entries = {
        key: None if text is None else text_string(text) for key, text in texts.items()
    }
    said = {**said, "A": _attributes(traits)}
    return "".join(f" /{key} {value}" for key, value in said.items() if value is not None)


def _attributes(traits: Traits) -> str | None:
    if traits.numbering:
        return dictionary({"O": "/List", "ListNumbering": f"/{traits.numbering}"})
    cell = {
        "Scope": f"/{traits.scope}" if traits.scope else None,
        "RowSpan": traits.rowspan if traits.rowspan > 1 else None,
        "ColSpan": traits.colspan if traits.colspan > 1 else None,
    }
    said = any(value is not None for value in cell.values())
    return dictionary({"O": "/Table", **cell}) if said else None
