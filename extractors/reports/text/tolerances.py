"""How far words may stray and still be one line, one paragraph, one header, one ruling."""

from dataclasses import dataclass

from extractors.pages.units import Count, Points, Share, TypeShare


@dataclass(frozen=True, slots=True)
class LineTolerances:
    """What parts words into lines, and lines into the cells of a row."""

    same_line: TypeShare = 0.42
    """Two words stand on one line while their middles differ by no more than this."""
    least_height: Points = 1.0
    """Words lower than this, such as a lone dash, count as being as high as this."""
    cell_gap: TypeShare = 0.85
    """A blank wider than this parts two cells."""
    least_cell_gap: Points = 4.0
    """No blank narrower than this parts cells, however small the type."""
    overlap: TypeShare = 0.2
    """Words that overlap by more than this belong to different cells."""


@dataclass(frozen=True, slots=True)
class HeaderTolerances:
    """What makes a line the header or footer of a page."""

    margin: Share = 0.12
    """Headers and footers stand within this share of the page's height from its edges."""
    block: Share = 0.22
    """Lines this far from the edge are of a block that repeats, where all further out are, too."""
    apart: TypeShare = 0.55
    """A header stands further from the text than this."""
    like_type: Points = 1.5
    """Lines of one note differ in size by less than this."""
    step: Points = 6.0
    """Lines of several pages whose tops fall into the same or neighbouring steps are one header."""
    repeats: Count = 3
    """On at least so many pages of a document a header stands …"""
    repeats_of_few: Count = 2
    """… or on so many, of a document of no more pages than ``few``."""
    few: Count = 3
    """Pages up to which a document is a short one."""


@dataclass(frozen=True, slots=True)
class ParagraphTolerances:
    """What begins a paragraph."""

    wider: TypeShare = 0.16
    """A gap wider than the usual one by more than this."""
    room: TypeShare = 0.6
    """A line that left more room than this beside the next line's first word."""
    same_type: Points = 0.5
    """Only lines whose sizes differ by less than this tell the usual gap."""
    overlap: Points = 2.0
    """Nor do lines tell it that overlap by this or more: they stand side by side."""


@dataclass(frozen=True, slots=True)
class RulingTolerances:
    """What a drawn line parts."""

    across: Share = 0.75
    """A line parts a column when it runs over at least this share of its width."""
    near: Points = 1.6
    """Places that differ by no more than this, a line's thickness, are the same."""


@dataclass(frozen=True, slots=True)
class MarkTolerances:
    """What makes words a mark that is tiled over the page."""

    fewest: Count = 12
    """A mark stands on a page at least so often."""
    letters: Count = 4
    """One of its words has at least so many letters."""
    span: Share = 0.6
    """Its grid is as wide and as high as this share of the page, or more, …"""
    filled: Share = 0.4
    """… has a mark in this share of its places (every second one where rows are shifted), …"""
    uneven: Count = 2
    """… and steps that differ by no more than so many whole points."""
    longest: Count = 6
    """A mark has at most so many words on each side of the first."""
    nearly: Share = 0.9
    """A word that stands beside this share of the marks is a part of them."""


@dataclass(frozen=True, slots=True)
class TitledTolerances:
    """What makes a line the title of a cover."""

    larger: Share = 1.25
    """Its type is larger than this by the usual size of the document."""
    alike: Share = 0.95
    """Type of at least this share of another's is as large."""


LINES = LineTolerances()
HEADERS = HeaderTolerances()
PARAGRAPHS = ParagraphTolerances()
RULINGS = RulingTolerances()
TITLED = TitledTolerances()
MARKS = MarkTolerances()
