"""The space around tables: the format gives a table none, so its neighbours carry it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docx.oxml.ns import qn

from generator.writers.docx.xml import Element, element, twips

_LEAST = 1.0  # points of the paragraph that the format wants after a table with none below it


@dataclass(frozen=True)
class Piece:
    """A paragraph or table with the space that it wants above and below, in points."""

    element: Element
    before: float
    after: float
    is_table: bool = False


_END = Piece(None, 0, 0)


def joined(pieces: Sequence[Piece]) -> list[Element]:
    """Give the elements of some pieces, with room between tables and what stands beside them.

    Between two neighbours there is the larger of their spaces, as Word has it between paragraphs.
    Tables that touch would become one, and a table may end nothing: there a paragraph stands,
    no higher than that space.
    """
    made: list[Element] = []
    for piece, following in pairwise((*pieces, _END)):
        made.append(piece.element)
        if piece.is_table:
            made += _below_table(piece, following)
        elif following.is_table and following.before > piece.after:
            _set_spacing(piece, "after", following.before)
    return made


def _below_table(piece: Piece, following: Piece) -> list[Element]:
    if following is _END:
        return [_gap(_LEAST)]
    if following.is_table:
        return [_gap(max(piece.after, following.before, _LEAST))]
    if piece.after > following.before:
        _set_spacing(following, "before", piece.after)
    return []


def _set_spacing(piece: Piece, side: str, points: float) -> None:
    spacing = piece.element.get_or_add_pPr().get_or_add_spacing()
    spacing.set(qn(f"w:{side}"), str(twips(points)))


def _gap(height: float) -> Element:
    spacing = element("spacing", before=0, after=0, line=twips(height), lineRule="exact")
    return element("p", element("pPr", spacing))
