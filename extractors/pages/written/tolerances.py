"""How far what a file draws may stray and still be one word, one line, one ruling."""

from dataclasses import dataclass

from extractors.pages.units import Count, Points, Share, TypeShare, Weight


@dataclass(frozen=True, slots=True)
class WordTolerances:
    """What makes characters a word, and a word's box and boldness."""

    askew: Share = 0.023
    """Text that lies askew by less than this share of a quarter turn, some 2 degrees, is level."""
    angles: Count = 60
    """From at least so many words, evenly spread, the turn of a page is told."""
    same_line: TypeShare = 0.6
    """Characters whose tops differ by no more than this stand on one line."""
    within: Points = 1.0
    """A ruling parts a word when it runs further within it than this."""
    along: Points = 1.0
    """It may be shorter than the word is high, by this much at either end."""
    cut_before: TypeShare = 1.6
    """Two words glued together part at most so far behind the ruling between them …"""
    cut_after: TypeShare = 0.4
    """… or so far before it."""
    least_loose: Share = 0.85
    """The box that a font gives its characters is believed if it is at least so high …"""
    most_loose: Share = 1.7
    """… and at most so high, by the size of the type."""
    tallest: Points = 300.0
    """Type as high as this or higher is a drawing; its characters keep their own boxes."""
    above: TypeShare = 0.8
    """Where the font's box is not believed, a character's reaches so far above its base line …"""
    below: TypeShare = 0.2
    """… and so far below."""
    bold: Weight = 700.0
    """A font of this weight or more is bold, unless it says that it is regular."""


@dataclass(frozen=True, slots=True)
class StrokeTolerances:
    """What makes strokes and areas the rulings of a table."""

    thin: Points = 2.6
    """An area no thicker than this is a line."""
    straight: Points = 0.7
    """An edge that strays by no more than this from one end to the other is level or upright."""
    shortest: Points = 3.0
    """Anything shorter than this is no ruling."""
    gap: Points = 2.5
    """Pieces with no wider gap between them are one ruling …"""
    same_line: Points = 1.2
    """… where their middles differ by no more than this."""
    segments: Count = 4
    """So many segments of a path cost as much of the limit as one object."""


@dataclass(frozen=True, slots=True)
class FileTolerances:
    """Where a file says that it is a whole PDF."""

    head: Count = 1024
    """Within so many bytes from its beginning it says that it is a PDF."""
    tail: Count = 4096
    """Within so many bytes from its end it says that it is at its end."""


WORDS = WordTolerances()
STROKES = StrokeTolerances()
FILES = FileTolerances()
