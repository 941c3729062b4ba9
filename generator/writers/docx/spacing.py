"""The space around tables: the format gives a table none, so its neighbours carry it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.writers.docx.xml import Node, element, twips

_BEFORE_SPACING = frozenset({"w:pStyle", "w:numPr"})  # in a paragraph's properties
_LEAST = 1.0  # points of the paragraph that the format wants after a table with none below it


@dataclass(frozen=True)
class Piece:
    """A paragraph or table with the space that it wants above and below, in points."""

    element: Node
    before: float
    after: float
    is_table: bool = False


_END = Piece(element("p"), 0, 0)


def joined(pieces: Sequence[Piece]) -> list[Node]:
    """Give the elements of some pieces, with room between tables and what stands beside them.

    Between two neighbours there is the larger of their spaces, as Word has it between paragraphs.
    Tables that touch would become one, and a table may end nothing: there a paragraph stands,
    no higher than that space.
    """
    made: list[Node] = []
    for piece, following in pairwise((*pieces, _END)):
        made.append(piece.element)
        if piece.is_table:
            made += _below_table(piece, following)
        elif following.is_table and following.before > piece.after:
            _set_spacing(piece, "after", following.before)
    return made


def _below_table(piece: Piece, following: Piece) -> list[Node]:
    if following is _END:
        return [_gap(_LEAST)]
    if following.is_table:
        return [_gap(max(piece.after, following.before, _LEAST))]
    if piece.after > following.before:
        _set_spacing(following, "before", piece.after)
    return []


def _set_spacing(piece: Piece, side: str, points: float) -> None:
    properties = piece.element.find("w:pPr")
    if properties is None:
        properties = element("pPr")
        piece.element.children.insert(0, properties)
    spacing = properties.find("w:spacing")
    if spacing is None:
        spacing = element("spacing")
        first = [isinstance(one, Node) and one.tag in _BEFORE_SPACING
                 for one in properties.children]  # fmt: skip
        properties.children.insert(sum(first), spacing)
    spacing.set(f"w:{side}", twips(points))


def _gap(height: float) -> Node:
    spacing = element("spacing", before=0, after=0, line=twips(height), lineRule="exact")
    return element("p", element("pPr", spacing))
