"""A PDF as one hears it: its structure tree, read by pikepdf and pdfminer, and by poppler."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

PAINTING = frozenset({*"SsfFBb", "TJ", "Tj", "f*", "B*", "b*", "'", '"', "sh", "Do", "INLINE"})
POPPLER = shutil.which("pdfinfo")
FIGURE = "Figure"


@dataclass
class Node:
    """An element: its type, what is said of it, and its texts and elements in order."""

    tag: str
    alternative: str | None
    language: str | None
    attributes: dict[str, Any]
    actual: str | None = None
    expansion: str | None = None
    kids: list["Node | str"] = field(default_factory=list)

    def text(self) -> str:
        """Give the text; a figure has none but its alternative."""
        if self.tag == FIGURE:
            return ""
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def find(self, *tags: str) -> Iterator["Node"]:
        """Go through the elements of some types, in order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                if kid.tag in tags:
                    yield kid
                yield from kid.find(*tags)


def tree(path: Path) -> Node:
    """Give the outermost element. Raises AssertionError where the two trees do not agree."""
    said = _marked_texts(path)
    with pikepdf.open(path) as file:
        pages = {page.objgen: index for index, page in enumerate(file.pages)}
        root = file.Root.StructTreeRoot
        node = _node(root.K, pages, said, {})
        _assert_parents(root, file, pages)
    return node


def _node(
    element: Any, pages: dict[Any, int], said: dict[tuple[int, int], str], _seen: Any
) -> Node:
    node = Node(
        str(element.S)[1:],
        str(element.Alt) if "/Alt" in element else None,
        str(element.Lang) if "/Lang" in element else None,
        {str(key)[1:]: value for key, value in dict(element.get("/A", {})).items()},
        str(element.ActualText) if "/ActualText" in element else None,
        str(element.E) if "/E" in element else None,
    )
    held = element.get("/K", [])
    for kid in held if isinstance(held, pikepdf.Array | list) else [held]:
        if isinstance(kid, int):
            node.kids.append(said.get((pages[element.Pg.objgen], kid), ""))
        elif kid.get("/Type") == "/MCR":
            node.kids.append(said.get((pages[kid.Pg.objgen], int(kid.MCID)), ""))
        else:
            assert kid.P.objgen == element.objgen
            node.kids.append(_node(kid, pages, said, _seen))
    return node


def _assert_parents(root: Any, file: Any, pages: dict[Any, int]) -> None:
    """Every mark of every page leads back to an element that holds it."""
    numbers = list(root.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in file.pages:
        marks = [
            int(operands[1].MCID)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC"
        ]
        assert sorted(marks) == list(range(len(parents[int(page.StructParents)])))
        assert page.Tabs == "/S"


def _marked_texts(path: Path) -> dict[tuple[int, int], str]:
    said: dict[tuple[int, int], str] = {}
    with pdfplumber.open(path) as pdf:
        for index, page in enumerate(pdf.pages):
            for one in page.chars:
                if one["mcid"] is not None:
                    key = (index, one["mcid"])
                    said[key] = said.get(key, "") + one["text"]
    return said


def unmarked(path: Path) -> list[str]:
    """Give the operators that draw something outside of every mark; marks must be well nested."""
    outside = []
    with pikepdf.open(path) as file:
        for page in file.pages:
            open_marks: list[str] = []
            for _operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator).split()[0]
                if name in {"BMC", "BDC", "BT", "q"}:
                    assert not ({"BMC", "BDC"} & set(open_marks) and name in {"BMC", "BDC"})
                    open_marks.append(name)
                elif name in {"EMC", "ET", "Q"}:
                    begun = open_marks.pop()
                    assert begun in {"EMC": {"BMC", "BDC"}, "ET": {"BT"}, "Q": {"q"}}[name]
                elif name in PAINTING and not {"BMC", "BDC"} & set(open_marks):
                    outside.append(name)
            assert open_marks == []
    return outside


def poppler_text(path: Path) -> str:
    """Give what poppler hears, without figures and blanks."""
    assert POPPLER
    command = [POPPLER, "-struct-text", str(path)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    said, figure = [], None
    for line in told.splitlines():
        depth = len(line) - len(line.lstrip())
        if figure is not None and depth > figure:
            continue
        figure = depth if line.strip().startswith(FIGURE) else None
        if line.strip().startswith('"'):
            said.append(line.strip()[1:-1])
    return "".join("".join(said).split())
