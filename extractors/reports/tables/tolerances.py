"""How far words and rulings may stray and still make one head, one column, one row, one table."""

from dataclasses import dataclass

from extractors.pages.units import Count, Points, Score, Share, TypeShare


@dataclass(frozen=True, slots=True)
class ColumnTolerances:
    """What parts columns."""

    blank: TypeShare = 0.32
    """Blanks up to this part words of one text; wider ones part texts."""
    slit: Points = 2.0
    """A gap of columns is wider than this, where there are several to choose from."""
    signs: Count = 2
    """So many signs of a list in a column of points show where it begins."""
    shared: Share = 0.3
    """Labels that share more than this of the narrower one's width stand below each other."""
    below_head: Points = 6.0
    """Upright rulings that run from the head's bottom this far down part the columns."""
    within_head: Points = 1.0
    """So do those that part the head itself, this far from its top and bottom."""
    into_label: Points = 2.0
    """An upright ruling may reach this far into a label."""
    beyond: Points = 30.0
    """Without a ruling there, the outermost column reaches this far beyond its label."""
    outer: Points = 2.0
    """The outermost columns reach this far beyond all that stands in them."""
    before_sign: Points = 1.0
    """A column of points begins this far before the signs of its points."""
    head_weight: Score = 3
    """A label counts as so many lines of text where gaps are looked for."""


@dataclass(frozen=True, slots=True)
class HeadTolerances:
    """What makes lines the head of a table."""

    tallest: Points = 90.0
    """Rulings further apart than this enclose no head."""
    gap: TypeShare = 2.2
    """What stands below a wider gap is not the table's."""
    said: Score = 4
    """What a cell weighs that says a label …"""
    unsaid: Score = 3
    """… and what one takes away that says none."""
    line_pitch: TypeShare = 1.9
    """A head of several lines is no taller than so much for each of them."""
    below: Count = 40
    """From so many lines below a head the gaps of its columns are found."""
    tight: TypeShare = 0.5
    """Lines nearer than this may be of one cell."""
    same_type: Points = 0.4
    """Lines whose sizes differ by less than this are alike."""
    more_lines: Count = 3
    """So many lines may follow on which labels go on."""
    under: Points = 4.0
    """A label goes on under its cell, at most this far beside it."""
    fewest_rulings: Count = 3
    """So many upright rulings part the words of a head into cells."""
    within: Points = 2.0
    """Those that run from this far below the head's top to this far above its bottom."""
    beside: Points = 1.0
    """A ruling parts two words though it reach this far into one of them."""
    touching: Points = 1.0
    """A line that reaches this far up into the head stands below it nonetheless."""


@dataclass(frozen=True, slots=True)
class RowTolerances:
    """What makes a row of a table."""

    longest_average: Count = 9
    """A row of an average that has more words besides is a question that begins so."""
    edge: Points = 3.0
    """Rulings nearer than this to a table's top or bottom are its own edges and part no rows."""
    digits: Count = 4
    """A number of a row has at most so many digits."""
    highest: Count = 1000
    """A number out of turn is below this; others are years and amounts."""
    ahead: Count = 40
    """It is at most so far ahead of the number before."""
    left_of_number: Points = 6.0
    """A heading among rows begins this far left of the column of numbers at most …"""
    in_number: Points = 2.0
    """… and this far left of that column's right side at least."""
    heading_lines: Count = 3
    """A heading that runs over columns has at most so many lines."""
    over_side: Points = 1.0
    """A text runs over a column's side when it reaches further than this on both of its sides."""
    alike: Points = 0.8
    """Gaps between rows that differ by less than this are alike."""
    above: Points = 0.5
    """A row that no gap parts begins this far above its first line."""


@dataclass(frozen=True, slots=True)
class SpanTolerances:
    """What tells how many rows a cell spans."""

    tight: TypeShare = 0.45
    """Lines nearer than this stand in one cell."""
    padded: TypeShare = 0.12
    """Rows that stand further apart than their own lines by more than this have padding."""
    few_rows: Count = 4
    """In a table of more rows than this, one blank cell does not show that cells span rows."""
    at_top: Points = 1.0
    """A ruling this near to a row's top parts it from the row before."""


@dataclass(frozen=True, slots=True)
class TableTolerances:
    """What holds a table together, down a page and over pages."""

    blank: TypeShare = 2.6
    """A table without rulings ends at a wider blank."""
    near: Points = 2.5
    """Upright rulings this near to a column's side are that side."""
    title_lines: Count = 4
    """A heading above a table has at most so many lines."""
    title_words: Count = 12
    """A heading at the end of a page has at most so many words."""
    larger: Share = 1.08
    """Type larger than this, by the usual size, is a heading's."""
    title_gap: TypeShare = 0.6
    """A line set off from the one above it by more than this may be a heading."""
    title_reach: TypeShare = 4.0
    """A heading stands no further than this above what it heads."""
    title_chunks: Count = 2
    """A heading has at most so many texts side by side."""
    below_end: TypeShare = 0.9
    """A numbered row no further than this below the last ruling still is the table's."""
    stripe: Points = 1.0
    """Filled rows go on where a column's side begins further than this below the last …"""
    foot: Points = 12.0
    """… and further than this above the end of the page or the next head."""
    first_lines: Count = 12
    """In so many lines at the top of a page a table's next row is looked for …"""
    first_average: Count = 8
    """… and in so many its average."""
    strayed: TypeShare = 0.7
    """A line set apart by more than this …"""
    strayed_words: Count = 5
    """… with more words than this in one text is a paragraph below the table."""
    soon: Count = 10
    """Among so many lines a row is looked for below what may be a heading within the table."""
    margin: Points = 0.1
    """A part of a table ends this far above what follows or below its own last line."""


COLUMNS = ColumnTolerances()
HEADS = HeadTolerances()
ROWS = RowTolerances()
SPANS = SpanTolerances()
TABLES = TableTolerances()
