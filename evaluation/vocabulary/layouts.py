"""What the layouts of issued reports call things: ``layouts.toml`` as values, read once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from evaluation.vocabulary.files import words_of
from evaluation.vocabulary.meanings import Meaning, meaning_of
from evaluation.vocabulary.phrases import Phrases

_LONGEST = 40
"""Letters of the longest text that may head a column."""

Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """What stands before the number of a page, and between it and how many there are."""

    number: Phrases
    of: Phrases


@dataclass(frozen=True, slots=True)
class Rows:
    """What a row that is none of the table's own begins with: of an average, of a total."""

    average: Phrases
    total: Phrases


@dataclass(frozen=True, slots=True)
class Results:
    """What the headings of the national table's value columns have in them."""

    change: Phrases


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before and after a dimension's name in a heading; how the title begins."""

    before: Phrases
    cover: Phrases
    after: Phrases


@dataclass(frozen=True, slots=True)
class Sections:
    """Names of sections of comments, what stands around them, what says that there are none.

    ``ends`` begins what ends the last section.
    """

    names: Phrases
    before: Phrases
    after: Phrases
    none: Phrases
    ends: Phrases


@dataclass(frozen=True, slots=True)
class People:
    """Labels before an assessor's name and institution."""

    assessor: Phrases
    institution: Phrases


@dataclass(frozen=True, slots=True)
class Region:
    """The label of the line that names the region; what may stand before its name elsewhere."""

    line: Phrases
    before: Phrases


@dataclass(frozen=True, slots=True)
class Category:
    """The label of the line that names the category."""

    line: Phrases


@dataclass(frozen=True, slots=True)
class Year:
    """The label of the line that tells the year; words before it in running text."""

    line: Phrases
    near: Phrases


@dataclass(frozen=True, slots=True)
class Participation:
    """The label of the line on attendance and its answers; what sentences say of the absent."""

    line: Phrases
    yes: Phrases
    no: Phrases
    sentences: Phrases


@dataclass(frozen=True, slots=True)
class Letter:
    """Labels of a letter's number and date; subjects of a letter about an evaluation."""

    number: Phrases
    date: Phrases
    subject: Phrases


@dataclass(frozen=True, slots=True)
class Lists:
    """What announces a list of addressees or of absent regions; offices that addressees hold."""

    addressees: Phrases
    absent: Phrases
    offices: Phrases


@dataclass(frozen=True, slots=True)
class Layouts:
    """All that is known of what layouts call things; ``columns`` are headings by meaning."""

    columns: Mapping[Meaning, Phrases]
    page: PageNumber
    rows: Rows
    results: Results
    title: Title
    sections: Sections
    people: People
    region: Region
    category: Category
    year: Year
    participation: Participation
    letter: Letter
    lists: Lists


@cache
def layouts() -> Layouts:
    """Give the words of layouts.

    Raises TypeError for a list in the file that nothing here reads, or one that is missing.
    """
    data = words_of("layouts")
    shared = [phrase for words in words_of("sections")["sections"].values() for phrase in words]
    own = data["sections"]
    return Layouts(
        columns={meaning_of(key): Phrases(tuple(words)) for key, words in data["columns"].items()},
        page=_group(PageNumber, data["page"]),
        rows=_group(Rows, data["rows"]),
        results=_group(Results, data["results"]),
        title=_group(Title, data["title"]),
        sections=_group(Sections, own | {"names": [*shared, *own["names"]]}),
        people=_group(People, data["people"]),
        region=_group(Region, data["region"]),
        category=_group(Category, data["category"]),
        year=_group(Year, data["year"]),
        participation=_group(Participation, data["participation"]),
        letter=_group(Letter, data["letter"]),
        lists=_group(Lists, data["lists"]),
    )


def _group(kind: type[Group], data: Mapping[str, Iterable[str]]) -> Group:
    return kind(**{key: Phrases(tuple(words)) for key, words in data.items()})


@lru_cache(maxsize=4096)
def meanings_of(text: str) -> Mapping[Meaning, int]:
    """Give all that a column headed ``text`` may mean, with the place of the phrase that says so.

    Empty for a text that heads none, as one that is too long.
    """
    if len(text) > _LONGEST:
        return {}
    ranks = ((meaning, phrases.rank(text)) for meaning, phrases in layouts().columns.items())
    return {meaning: rank for meaning, rank in ranks if rank is not None}


def result_of(heading: str) -> Meaning:
    """Give what a value column of the national table is by its heading alone.

    CHANGE, FINAL or AVERAGE; UNSETTLED for all others, which are dimensions or anything else.
    """
    if layouts().results.change.amid(heading):
        return Meaning.CHANGE
    found = meanings_of(heading)
    return next((m for m in (Meaning.FINAL, Meaning.AVERAGE) if m in found), Meaning.UNSETTLED)
