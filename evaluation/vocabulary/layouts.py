"""What the layouts of issued reports call things: ``layouts.toml`` as values, read once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from evaluation.vocabulary.files import words_of
from evaluation.vocabulary.meanings import Meaning, meaning_of
from evaluation.vocabulary.phrases import Phrases

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_BARE_YEAR = re.compile(r"(?:tahun\s+)?(?:19|20)[0-9]{2}", re.IGNORECASE)
_LONGEST = 40
"""Letters of the longest text that may head a column."""


class Group:
    """One table of the file: an attribute for each of its lists of phrases."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Take the lists. Raises ValueError for one too many and for one that is missing."""
        wanted = type(self).__annotations__.keys()
        if wanted != lists.keys():
            raise ValueError(f"{type(self).__name__}: {sorted(wanted ^ lists.keys())}")
        for name, phrases in lists.items():
            setattr(self, name, Phrases(tuple(phrases)))


class PageNumber(Group):
    """What stands before the number of a page, and between it and how many there are.

    ``note`` is said in notes at the foot that programs put there.
    """

    number: Phrases
    of: Phrases
    note: Phrases


class Rows(Group):
    """What a row that is none of the table's own begins with: of an average, of a total.

    ``weight`` begins the head of a column of weights.
    """

    average: Phrases
    total: Phrases
    weight: Phrases


class Results(Group):
    """What the headings of the national table's value columns have in them.

    ``previous`` says that the values are those of the year before.
    """

    change: Phrases
    previous: Phrases


class Title(Group):
    """What stands before and after a dimension's name in a heading; how the title begins."""

    before: Phrases
    cover: Phrases
    after: Phrases


class Sections(Group):
    """Names of sections of comments, what stands around them, what says that there are none.

    ``ends`` begins what ends the last section.
    """

    names: Phrases
    before: Phrases
    after: Phrases
    none: Phrases
    ends: Phrases


class People(Group):
    """Labels before an assessor's name and institution."""

    assessor: Phrases
    institution: Phrases


class Region(Group):
    """The label of the line that names the region; what may stand before its name elsewhere.

    ``stops`` begins what is no part of a name.
    """

    line: Phrases
    before: Phrases
    stops: Phrases


class Category(Group):
    """The label of the line that names the category."""

    line: Phrases


class Year(Group):
    """The label of the line that tells the year; words before it in running text."""

    line: Phrases
    near: Phrases


class Participation(Group):
    """The label of the line on attendance and its answers; what sentences say of the absent."""

    line: Phrases
    yes: Phrases
    no: Phrases
    sentences: Phrases


class Letter(Group):
    """Labels of a letter's number and date; subjects of a letter about an evaluation."""

    number: Phrases
    date: Phrases
    subject: Phrases


class Lists(Group):
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

    Raises ValueError for a list in the file that nothing here reads, or one that is missing.
    """
    data = words_of("layouts")
    shared = [phrase for words in words_of("sections")["sections"].values() for phrase in words]
    own = data["sections"]
    return Layouts(
        columns={meaning_of(key): Phrases(tuple(words)) for key, words in data["columns"].items()},
        page=PageNumber(data["page"]),
        rows=Rows(data["rows"]),
        results=Results(data["results"]),
        title=Title(data["title"]),
        sections=Sections(own | {"names": [*shared, *own["names"]]}),
        people=People(data["people"]),
        region=Region(data["region"]),
        category=Category(data["category"]),
        year=Year(data["year"]),
        participation=Participation(data["participation"]),
        letter=Letter(data["letter"]),
        lists=Lists(data["lists"]),
    )


@lru_cache(maxsize=4096)
def meanings_of(text: str) -> Mapping[Meaning, int]:
    """Give all that a column headed ``text`` may mean, with the place of the phrase that says so.

    Empty for a text that heads none, as one that is too long.
    """
    if len(text) > _LONGEST:
        return {}
    ranks = ((meaning, phrases.rank(text)) for meaning, phrases in layouts().columns.items())
    return {meaning: rank for meaning, rank in ranks if rank is not None}


def result_of(heading: str, year: int | None = None) -> Meaning:
    """Give what a value column of the national table is by its heading alone.

    CHANGE, FINAL, PREVIOUS (the final value of the year before) or AVERAGE; UNSETTLED for all
    others, which are dimensions or anything else. ``year`` is that of the table, None where it is
    unknown: a final value of another year is none then, and one of the year before is PREVIOUS.
    """
    results = layouts().results
    if results.change.amid(heading):
        return Meaning.CHANGE
    found = meanings_of(heading)
    bare = _BARE_YEAR.fullmatch(heading.strip()) is not None
    final = Meaning.FINAL in found or bare
    if results.previous.within(heading):
        return Meaning.PREVIOUS
    years = {int(one) for one in _YEAR.findall(heading)}
    if final and year is not None and years and years != {year}:
        return Meaning.PREVIOUS if years == {year - 1} else Meaning.UNSETTLED
    if final and (years or not bare):
        return Meaning.FINAL
    return Meaning.AVERAGE if Meaning.AVERAGE in found else Meaning.UNSETTLED
