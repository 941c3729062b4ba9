"""What a scanner may do to a page and it still be read: light, noise, tilt, lines, fills."""

from dataclasses import dataclass

from extractors.pages.units import (
    Count,
    Degrees,
    Grey,
    GreyShare,
    Inches,
    Pixels,
    PixelShare,
    Points,
    Resolution,
    Seconds,
    Share,
)


@dataclass(frozen=True, slots=True)
class LightTolerances:
    """What evens out light and noise."""

    coarse: Count = 8
    """The paper is looked at so many times coarser than the scan; at that resolution …"""
    words: Pixels = 7
    """… nothing is wider than this but paper and fills, …"""
    uneven: Pixels = 9
    """… dirt is not, …"""
    even: Pixels = 2
    """… and light changes over no fewer than this."""
    stained: Share = 0.6
    """What is darker than this share of the usual paper is no stain but a fill."""
    darkest: Grey = 60
    """Paper is never darker than this."""
    square: Pixels = 12
    """Noise is measured in squares of this side …"""
    calm: Count = 30
    """… of which so many in a hundred are bare paper."""
    quiet: GreyShare = 2.5
    """Noise below so many levels of grey is left alone."""
    base: GreyShare = 4.0
    """How strongly noise is taken out: at least by this …"""
    rise: Share = 1.6
    """… and so much more for each level of noise, …"""
    most: GreyShare = 30.0
    """… at most by this."""
    patch: Pixels = 5
    """Noise is told from letters by squares of this side …"""
    reach: Pixels = 11
    """… that are alike within a square of this side."""


@dataclass(frozen=True, slots=True)
class InkTolerances:
    """What is ink, and which ink is dirt."""

    dark: Grey = 128
    """Ink is darker than this where black stands on white."""
    faint: Grey = 160
    """Ink is darker than this where thin strokes count too."""
    soft: Grey = 200
    """Ink is darker than this with the soft edges of its letters."""
    speck: PixelShare = 2.3
    """Pixels at 300 to the inch; a square of this side is smaller than any full stop."""
    specks: Count = 20
    """Fewer specks than this are left alone."""


@dataclass(frozen=True, slots=True)
class FillTolerances:
    """What makes a filled area of a cell."""

    coarse: Count = 4
    """Areas are looked for so many times coarser than the scan."""
    grey: Grey = 205
    """A fill is darker than this."""
    stroke: Inches = 0.06
    """Nothing narrower than this is a fill, as strokes of letters are …"""
    narrowest: Pixels = 3
    """… nor what is narrower than so much in the coarse picture."""
    covered: Share = 0.6
    """A fill covers at least this share of its rectangle, and of each of its rows."""
    wide: Inches = 0.5
    """A filled cell is at least so wide …"""
    high: Inches = 0.11
    """… and so high; a blot or a heavy letter is smaller."""
    smooth: Pixels = 3
    """Dirt of a fill is no larger than this."""
    differs: Grey = 40
    """A letter's grey differs from the fill's by more than this."""
    contrast: Share = 1.25
    """Letters of a fill are made darker by so much."""
    half: Share = 0.7
    """A picture made smaller than this share is averaged, else its curves are kept."""


@dataclass(frozen=True, slots=True)
class TiltTolerances:
    """What tells how a page lies."""

    dpi: Resolution = 110.0
    """The resolution that it is told at: all pixels below are of this."""
    widest: Degrees = 6.0
    """A page lies askew by no more than this."""
    headstand: Share = -0.05
    """Lines that lean less than this stand on their heads …"""
    unsure: Share = 0.15
    """… and those that lean less than this either way do not tell."""
    fewest: Pixels = 200
    """A page of fewer pixels of ink than this stands as it is."""
    lying: Share = 1.2
    """Words run upright if they are longer than so many times the ones that lie."""
    letter_gap: Pixels = 4
    """Letters of a word stand nearer than this, …"""
    word_gap: Pixels = 15
    """… words of a line nearer than this; …"""
    lowest_word: Pixels = 5
    """… a word is at least so high, …"""
    lowest_line: Pixels = 8
    """… a line so high, …"""
    highest: Pixels = 26
    """… both at most so high, …"""
    word_length: Share = 2.0
    """… a word longer than so many times its height …"""
    line_length: Share = 3.0
    """… and a line than so many."""
    long: Inches = 0.7
    """What is longer than this in one direction is a ruling."""
    around: Pixels = 3
    """A ruling is taken out with so much around it."""
    dense: Share = 0.55
    """Rows with more ink than this share of the fullest hold the small letters of a line."""


@dataclass(frozen=True, slots=True)
class LineTolerances:
    """What makes a line of a table."""

    faint: Grey = 205
    """A line is darker than this."""
    across: Inches = 0.4
    """Pieces of a line from left to right are at least so long …"""
    down: Inches = 0.3
    """… and of one from top to bottom so long."""
    bridged: Pixels = 5
    """A line may be broken by less than this …"""
    wavy: Pixels = 3
    """… and be askew by so much from one piece to the next."""
    thickest: Inches = 0.035
    """A thicker piece is a fill."""
    highest: Inches = 0.12
    """A piece of a line is lower than this, with its being askew."""
    beside: Inches = 0.02
    """Letters follow a row of strokes nearer than this …"""
    nearest: Pixels = 2
    """… and in so many pixels at least, …"""
    crowded: Share = 0.4
    """… on more than this share of its length, or else it is a line."""
    near: Inches = 0.02
    """Pieces at heights that differ by no more than this are of one line …"""
    gap: Inches = 0.06
    """… if no wider gap is between them."""
    shortest: Inches = 0.2
    """A line is at least so long."""


@dataclass(frozen=True, slots=True)
class PieceTolerances:
    """What parts a page into the pieces that are recognised."""

    grown: Pixels = 3
    """Ink is made thicker to so much, so that broken letters hold together."""
    word_gap: Inches = 0.07
    """Words nearer than this are one piece."""
    dot_gap: Inches = 0.02
    """So are parts of letters above each other."""
    leading: Inches = 0.06
    """The white between two pieces."""
    margin: Inches = 0.1
    """The white beside them."""
    speck: Inches = 0.012
    """A piece is at least so wide and so high."""
    bar: Share = 5.5
    """A piece that is higher than so many times its width is what is left of a line."""
    near: Pixels = 6
    """What is recognised this far above or below a piece is its own."""
    most: Count = 4000
    """So many pieces of a page are read."""
    tallest: Pixels = 30_000
    """So high is a picture of pieces at most."""
    same_line: Share = 0.9
    """Pieces are of one line if the middle of one is above this share of the other's height."""


@dataclass(frozen=True, slots=True)
class FigureTolerances:
    """What of a cell is read as a figure, and which words are bold."""

    air: Inches = 0.04
    """The white around a figure."""
    smaller: Share = 0.75
    """A figure that was not seen is shown once more in this size."""
    least: Inches = 0.02
    """A cell of less ink than this is blank …"""
    tallest: Inches = 0.6
    """… and one with more, from top to bottom, holds no figure."""
    stroke: Grey = 175
    """A stroke is darker than this, …"""
    reach: Pixels = 3
    """… its thickness is measured over so many pixels, …"""
    heavier: Share = 1.18
    """… and it is bold if it is thicker than so many times the usual one …"""
    fewest: Count = 12
    """… of at least so many words."""


@dataclass(frozen=True, slots=True)
class SheetTolerances:
    """What of a page is a scan, and how it is drawn."""

    margin: Points = 3.0
    """So much around a place is cut out with it."""
    filled: Share = 0.5
    """A page is a scan if pictures fill at least this share of it."""
    depth: Count = 4
    """So deep within forms pictures are looked for."""
    dpi: Resolution = 300.0
    """The resolution that recognition works at: what Tesseract was trained for."""
    shown: Resolution = 150.0
    """The resolution of a place that is cut out for a person to see."""
    band: Share = 0.25
    """Of so much of a page's height it is tried which way up it reads …"""
    seconds: Seconds = 20.0
    """… for at most so long."""


LIGHT = LightTolerances()
INK = InkTolerances()
FILLS = FillTolerances()
TILT = TiltTolerances()
LINES = LineTolerances()
PIECES = PieceTolerances()
FIGURES = FigureTolerances()
SHEETS = SheetTolerances()
