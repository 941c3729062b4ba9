"""Elements and the notes of the pages → the structure tree (ISO 32000-1, 14.7)."""

from collections.abc import Sequence
from functools import lru_cache

from generator.writers.pdf.file.objects import Objects
from generator.writers.pdf.file.syntax import Entries, array, dictionary, reference, text_string
from generator.writers.pdf.tagging.structure import INLINE, Element, Notes, Structure, Traits

Stretch = tuple[int, int]
"""A page's index and the MCID on it."""


def write_tree(
    objects: Objects, structure: Structure, pages: Sequence[int], notes: Sequence[Notes]
) -> int:
    """Write the tree and give the number of its root.

    ``pages`` are the numbers of the page objects, ``notes`` those of each page.
    """
    numbers = [objects.reserve() for _element in structure.elements]
    root = objects.reserve()
    kids = _kids(structure.elements, notes)
    for at, element in enumerate(structure.elements):
        parent = root if element.parent < 0 else numbers[element.parent]
        objects.put(numbers[at], _written(element, parent, kids[at], numbers, pages).encode())
    parents = (
        f"{page} {array(reference(numbers[element]) for element in noted)}"
        for page, noted in enumerate(notes)
    )
    tree = objects.add(dictionary({"Nums": array(parents)}))
    entries: Entries = {
        "Type": "/StructTreeRoot",
        "K": reference(numbers[0]),
        "ParentTree": reference(tree),
        "ParentTreeNextKey": len(notes),
    }
    objects.put(root, dictionary(entries).encode())
    return root


def _kids(elements: Sequence[Element], notes: Sequence[Notes]) -> list[list[int | Stretch]]:
    """Give what each element holds: elements as they were made, inline ones as they were drawn."""
    kids: list[list[int | Stretch]] = [[] for _element in elements]
    for at, element in enumerate(elements):
        if element.tag not in INLINE and element.parent >= 0:
            kids[element.parent].append(at)
    for page, noted in enumerate(notes):
        for mcid, at in enumerate(noted):
            if elements[at].tag in INLINE and not kids[at]:
                kids[elements[at].parent].append(at)
            kids[at].append((page, mcid))
    return kids


def _written(
    element: Element,
    parent: int,
    kids: Sequence[int | Stretch],
    numbers: Sequence[int],
    pages: Sequence[int],
) -> str:
    """Write an element; there are a thousand in a report, so its parts are joined by hand."""
    home = next((kid[0] for kid in kids if not isinstance(kid, int)), None)
    page = f" /Pg {pages[home]} 0 R" if home is not None else ""
    held = " ".join([_kid(kid, home, numbers, pages) for kid in kids])
    content = f" /K [{held}]" if len(kids) > 1 else f" /K {held}" if kids else ""
    return f"<</S /{element.tag} /P {parent} 0 R{page}{content}{_traits(element.traits)}>>"


def _kid(kid: int | Stretch, home: int | None, numbers: Sequence[int], pages: Sequence[int]) -> str:
    if isinstance(kid, int):
        return reference(numbers[kid])
    page, mcid = kid
    if page == home:
        return str(mcid)
    return dictionary({"Type": "/MCR", "Pg": reference(pages[page]), "MCID": mcid})


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
