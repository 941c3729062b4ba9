"""What stands around a table and holds for all of it: labels, titles, its tab, its file's name.

Each may say the one region, the one assessor, the one question, the dimension and the period.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from evaluation.names import plain
from evaluation.vocabulary.meanings import Meaning
from extractors.collect import people, periods
from extractors.collect.context import Context, Told
from extractors.collect.headings import Vocabulary
from extractors.collect.sheet import Sheet
from extractors.collect.sources import Origin, Source
from extractors.collect.sureness import PRIOR_FILE, PRIOR_LABEL, PRIOR_TAB, PRIOR_TITLE
from extractors.collect.tables import Table

_PARTS = re.compile(r"\s+[-–—]\s+|[_,;()\[\]]|\s{2,}")
_CODE = re.compile(r"[0-9]{2}[. ]?[0-9]{2}(?:[. ]?[0-9]{2,3})?")
_WORDS_OF_A_NAME = 5
_TITLES = 12  # texts above a table


@dataclass(frozen=True, slots=True)
class Around:
    """The constants of a table, the surest first, and the texts that tell its period."""

    context: Context
    regions: tuple[Source, ...] = ()
    assessors: tuple[Source, ...] = ()
    questions: tuple[Source, ...] = ()
    dimension: str = ""
    titles: tuple[str, ...] = ()
    years: Mapping[str, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tab:
    """The name of a sheet; ``is_person`` where its neighbours of one layout bear names too."""

    name: str
    is_person: bool = False


def around(table: Table, context: Context, tab: Tab, words: Vocabulary) -> Around:
    """Gather what stands around a table."""
    titles = tuple(text for text, _told in _titles(table))
    file = PurePath(table.sheet.file).stem
    return Around(
        context,
        tuple(_regions(table, context, tab, file, words)),
        tuple(_assessors(table, context, tab, file)),
        tuple(_questions(table, tab, words)),
        next((d for text in (*titles, tab.name, file) if (d := dimension_in(text, words))), ""),
        titles,
        {"titles": _years(titles), "tab": _years([tab.name]), "file": _years([file])},
    )


def _years(texts: Sequence[str]) -> frozenset[int]:
    return frozenset(year for text in texts for year in periods.years_in(text))


def _titles(table: Table) -> Iterator[tuple[str, Told]]:
    """Give the texts above a table, each once."""
    sheet = table.sheet
    met: set[str] = set()
    for row in table.titles:
        for column in sheet.filled(row, table.columns):
            text = sheet.text(row, column)
            if text and text not in met and any(map(str.isalpha, text)) and len(met) < _TITLES:
                met.add(text)
                yield text, Told(text, sheet.place(row, column))


def _regions(
    table: Table, context: Context, tab: Tab, file: str, words: Vocabulary
) -> Iterator[Source]:
    told = context.told(Meaning.REGION)
    if told is not None:
        origin = Origin.LABEL if Meaning.REGION in context.labels else Origin.MARK
        yield Source(origin, PRIOR_LABEL, value=told.text, place=told.place)
        return
    for text, at in _titles(table):
        name = region_in(text, words)
        if name is not None:
            yield Source(Origin.TITLE, PRIOR_TITLE, value=name, place=at.place)
            return
    name = words.regions.find(tab.name).name or region_in(tab.name, words)
    if name is not None and words.regions.names:
        yield Source(Origin.TAB, PRIOR_TAB, value=name, place=table.sheet.place())
        return
    name = region_of_file(file, words)
    if name is not None:
        yield Source(Origin.FILE, PRIOR_FILE, value=name, place=table.sheet.place())


def _assessors(table: Table, context: Context, tab: Tab, file: str) -> Iterator[Source]:
    told = context.told(Meaning.ASSESSOR)
    if told is not None:
        origin = Origin.LABEL if Meaning.ASSESSOR in context.labels else Origin.MARK
        yield Source(origin, PRIOR_LABEL, value=told.text, place=told.place)
        return
    for text, at in _titles(table):
        if name := people.person_in(text):
            yield Source(Origin.TITLE, PRIOR_TITLE, value=name, place=at.place)
            return
    if tab.is_person:
        yield Source(Origin.TAB, PRIOR_TAB, value=tab.name, place=table.sheet.place())
        return
    named = dict.fromkeys(
        name
        for stem in (file, file.replace("_", " "))
        for part in _PARTS.split(stem)
        if (name := part.strip() if people.is_judge(part) else people.person_in(part))
    )
    if len(named) == 1:
        yield Source(Origin.FILE, PRIOR_FILE, value=next(iter(named)), place=table.sheet.place())


def _questions(table: Table, tab: Tab, words: Vocabulary) -> Iterator[Source]:
    for text, at in _titles(table):
        guess = words.item((text,))
        if guess and guess.meaning is Meaning.ITEM and guess.detail is not None:
            yield Source(Origin.TITLE, PRIOR_TITLE, value=guess.detail, place=at.place)
            return
    guess = words.item((tab.name,))
    if guess and guess.meaning is Meaning.ITEM and guess.detail is not None:
        yield Source(Origin.TAB, PRIOR_TAB, value=guess.detail, place=table.sheet.place())


def region_in(text: str, words: Vocabulary) -> str | None:
    """Give the one region that running text names with its kind; None for none or several."""
    if not words.regions.names:
        return None
    parts = plain(text).split()
    found = set()
    for start in range(len(parts)):
        for length in range(min(_WORDS_OF_A_NAME, len(parts) - start), 1, -1):
            name = words.regions.with_kind(" ".join(parts[start : start + length]))
            if name is not None:
                found.add(name)
                break
    return found.pop() if len(found) == 1 else None


def region_of_file(stem: str, words: Vocabulary) -> str | None:
    """Give the one region that the name of a file names: in a part, with its kind, by its code."""
    if not words.regions.names:
        return None
    parts = [part.strip() for part in _PARTS.split(stem) if part.strip()]
    named = {words.regions.find(part).name for part in parts} - {None}
    if len(named) == 1:
        return named.pop()
    told = region_in(stem.replace("_", " "), words) if not named else None
    coded = {words.regions.by_code(part) for part in parts if _CODE.fullmatch(part)} - {None}
    return told or (coded.pop() if len(coded) == 1 and not named else None)


def dimension_in(text: str, words: Vocabulary) -> str:
    """Give the one dimension whose name a text holds; blank for none or several."""
    told = f" {plain(text)} "
    names = words.questions.by_dimension
    found = [name for name in names if f" {plain(name)} " in told]
    return found[0] if len(found) == 1 else ""


_GENERIC = re.compile(
    r"(?:sheet|lembar|data|nilai|rekap\w*|tabel|table|hasil|isian|penilaian|form|formulir|gabungan|semua|total)\W*[0-9]*",
    re.IGNORECASE,
)


def tabs_of(
    sheets: Sequence[Sheet], heads: Mapping[str, tuple[str, ...]], words: Vocabulary
) -> Mapping[str, Tab]:
    """Give the tabs of a file; sheets of one heading whose tabs are names are those of people."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, heading in heads.items():
        alike.setdefault(heading, []).append(name)
    people_ = {
        name
        for names in alike.values()
        for name in names
        if people.is_judge(name) or (len(names) > 1 and _may_be_person(name, words))
    }
    return {sheet.name: Tab(sheet.name, sheet.name in people_) for sheet in sheets}


def _may_be_person(name: str, words: Vocabulary) -> bool:
    return (
        people.may_be_person(name, words)
        and not _GENERIC.fullmatch(name)
        and not dimension_in(name, words)
        and words.regions.find(name).name is None
    )
