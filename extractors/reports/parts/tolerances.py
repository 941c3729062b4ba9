"""How far what a report consists of may stray from its usual form and still be read as it."""

from dataclasses import dataclass

from extractors.pages.units import Count, Points, Score, Share, TypeShare


@dataclass(frozen=True, slots=True)
class QuestionTolerances:
    """What tells that questions are missing."""

    left_out: Count = 60
    """So many numbers left out between two questions at most are questions without a score."""
    block: Count = 100
    """Numbers may go on anew in blocks of so many: 101, 201."""


@dataclass(frozen=True, slots=True)
class TitleTolerances:
    """What makes lines the name of a dimension."""

    same_type: Points = 0.6
    """Lines of one name differ in size by less than this …"""
    near: TypeShare = 0.6
    """… and stand nearer than this."""
    lines: Count = 2
    """A name has at most so many lines."""
    labels: Count = 3
    """At most so many labels, such as "Tabel 3. Hasil Penilaian Dimensi", stand before it."""


@dataclass(frozen=True, slots=True)
class CommentTolerances:
    """What tells sections, assessors and points of comments."""

    row_gap: TypeShare = 0.5
    """A wider gap in the column of assessors begins a row of a table that nothing parts."""
    above: Points = 0.5
    """Such a row begins this far above its assessor."""
    heading_words: Count = 7
    """A heading that no label knows has at most so many words."""
    heading_letters: Count = 60
    """A heading of a section has at most so many letters."""
    larger: Share = 1.08
    """Type larger than this, by that of the next line, is a heading's."""
    indent: Points = 5.0
    """Lines that begin nearer to each other than this begin alike."""
    name_lines: Count = 3
    """An assessor's name with the institution has at most so many lines …"""
    name_letters: Count = 120
    """… and fewer letters than this."""


@dataclass(frozen=True, slots=True)
class CoverTolerances:
    """What tells the region and the year on a cover."""

    name_words: Count = 6
    """A region's name in one line has at most so many words."""
    tight: TypeShare = 0.6
    """It goes on in the next line where that stands nearer than this, …"""
    beside: TypeShare = 0.4
    """… begins or has its middle no further than this to the side, …"""
    rest_words: Count = 4
    """… and has at most so many words."""
    title_words: Count = 8
    """A title says it in at most so many words, with what stands around it."""
    title: Share = 0.8
    """A title's type is larger than this share of the largest among …"""
    title_lines: Count = 7
    """… so many lines at the top of the first page."""
    listed: Score = 6
    """What speaks for a line that may name the region: that a list knows it, …"""
    capitals: Score = 2
    """… that it is in capitals, …"""
    dated: Score = 2
    """… that the line above it ends with a year; …"""
    broken: Score = 4
    """… and against it: that the next line goes on with it. A line by itself weighs 1."""
    date_letters: Count = 6
    """With a year ends a line that has it among so many last letters."""


@dataclass(frozen=True, slots=True)
class YearTolerances:
    """What tells the year, and that a region was absent."""

    lines: Count = 12
    """In so many first lines stand the titles that may say the year."""
    sentence_lines: Count = 3
    """A sentence that says who was absent has at most so many lines."""
    before: Count = 40
    """The region stands within fewer letters than this of the sentence's beginning …"""
    after: Count = 90
    """… and the sentence says within so many letters after it that it was absent."""


@dataclass(frozen=True, slots=True)
class LetterTolerances:
    """Where the head of a letter has its date, and a list its names."""

    above: Count = 4
    """The date stands at most so many lines above the number …"""
    below: Count = 13
    """… or so many below."""
    names: Count = 2
    """So many names at least are a list …"""
    names_within: Count = 11
    """… within so many lines below its heading."""
    label_within: Count = 12
    """Within so many lines above a table stands what it lists."""


QUESTIONS = QuestionTolerances()
TITLES = TitleTolerances()
COMMENTS = CommentTolerances()
COVERS = CoverTolerances()
YEARS = YearTolerances()
LETTERS = LetterTolerances()
