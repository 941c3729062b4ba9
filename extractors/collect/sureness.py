"""Every weight and threshold of collecting, by name: what is clear, what is refused.

They were measured on workbooks with known truth (docs/benchmarks.md); one is changed only with a
case that needs it.
"""

WEIGHTS = {
    "unique": 4.0,
    "scale": 2.0,
    "complete": 1.0,
    "regions": 1.0,
    "asked": 1.0,
    "assessors": 1.0,
    "sources": 1.0,
    "explained": 0.7,
    "questions": 0.5,
}
"""How much each term of a fit counts: it is the exponent of a share from 0 to 1."""

FLOOR = 0.15
"""A fit below it is no understanding."""

RIVAL = 0.88
"""A hypothesis that reaches this share of the best and reads otherwise leaves the table open."""

SAMPLE_HEAD = 120
SAMPLE_SPREAD = 120
"""Rows that hypotheses are measured on: the first ones, and others spread over the rest."""

MOST_HYPOTHESES = 230

CLEARLY = 0.12
"""By so much one of two columns of a kind must be the surer to be the one that is meant."""

# How surely a coordinate is known by where it stands.
PRIOR_HEADED = 1.0
PRIOR_LABEL = 0.97
PRIOR_SECTION = 0.9
PRIOR_TITLE = 0.92
PRIOR_TAB = 0.9
PRIOR_FILE = 0.75
PRIOR_CONTENT = 0.85
PRIOR_UNHEADED_SCORES = 0.78
PRIOR_NONE = 0.8
PRIOR_WORD = 0.85
PRIOR_PERSON = 0.7
"""People in a column that a word of its heading tells, or its cells alone."""
PRIOR_TEXT = 0.97
PRIOR_LOCAL = 0.95
PRIOR_NUMBER = 0.93
"""Questions by their text alone, by numbers that restart, by a number alone."""

SECTIONS = 0.8
"""Share of the texts that stand alone above rows which are of one kind."""
REGION_COLUMN = 0.6
"""Share of cells that name regions, for a column to be read as one."""
CODES = 0.8
"""Share of cells that are numbers or codes, for a column to number questions."""
CODE_COLUMN = 1.0
"""Share of cells that are codes of the round, for a column without names to stand for regions."""
QUESTION_COLUMN = 0.6
PEOPLE_COLUMN = 0.5
"""Share of cells with titles of persons."""
SCORE_COLUMN = 0.5
"""Share of cells that may be scores."""
FAMILY = 0.5
"""Share of the round's questions that codes of one family must cover, each once."""

PART, RUN = 0.3, 5
"""Share and count of questions from which numbers without a gap may be a part of them."""

MOST = 0.6
"""Share of the round's questions from which numbers are not those of one dimension."""

WRITTEN_ONCE = 0.3
"""Share of blanks from which a key is taken to be written once a block."""

OFF_SCALE_TABLE = 0.20
OFF_SCALE_COLUMN = 0.25
CONTRADICTIONS = 0.03
CONTRADICTING_PAIRS = 0.10
FOREIGN_TEXTS = 0.5
LONG_TEXT = 4
"""Words from which a text beside a number is a question's wording."""

DERIVED = 0.90
"""Share of places in which one assessor is the mean or sum of the others."""
DERIVED_ROUNDED = 0.97
DERIVED_LEAST = 15
"""Places that differ among the others, from which a rounded mean proves anything."""

UNHEADED = 0.9
"""Share of rows from which a column without heading is a column, not rows that are too long."""
