"""The sources that each coordinate of a table may have, the surest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from evaluation.names import plain
from evaluation.vocabulary.meanings import Meaning
from extractors.collect import people
from extractors.collect.around import Around
from extractors.collect.axes import ALL_ROWS, Axes, Axis
from extractors.collect.families import may_be_of
from extractors.collect.headings import Vocabulary
from extractors.collect.keys import sections_in
from extractors.collect.kinds import Kind, kind_of
from extractors.collect.looks import Look
from extractors.collect.questions import number_in
from extractors.collect.sources import Numbered, Origin, Source
from extractors.collect.sureness import (
    CODE_COLUMN,
    CODES,
    PEOPLE_COLUMN,
    PRIOR_CONTENT,
    PRIOR_HEADED,
    PRIOR_LOCAL,
    PRIOR_NONE,
    PRIOR_NUMBER,
    PRIOR_PERSON,
    PRIOR_SECTION,
    PRIOR_TEXT,
    PRIOR_WORD,
    QUESTION_COLUMN,
    REGION_COLUMN,
    SECTIONS,
)
from extractors.collect.tables import Table

_LOOKED_AT = 60
_FIRST = 6  # columns in which sections are looked for
_MAY_NAME_PEOPLE = (Meaning.UNSETTLED, Meaning.UNUSED)
_MAY_BE_TEXT = (
    Meaning.UNSETTLED,
    Meaning.UNUSED,
    Meaning.INDICATOR,
    Meaning.SUB_INDICATOR,
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sources by coordinate, the columns that may hold scores, and what their headings say.

    ``axes`` gives the axis of each source that is a row of headings, ``periods`` are the rows of
    headings that name years. ``finals`` are columns of final scores, rivals of a column of scores,
    ``ticked`` columns with the step that a mark in each stands for.
    """

    table: Table
    regions: tuple[Source, ...]
    assessors: tuple[Source, ...]
    questions: tuple[Source, ...]
    scored: tuple[Look, ...]
    axes: Mapping[Source, Axis] = field(default_factory=dict)
    periods: tuple[int, ...] = ()
    finals: tuple[Look, ...] = ()
    ticked: tuple[tuple[int, Decimal], ...] = ()

    def rest(self, column: int, sources: Sequence[Source]) -> str:
        """Give what the headings of a column say beside what the sources read of them."""
        axes = [axis for source in sources if (axis := self.axes.get(source)) is not None]
        own = [axis.rests.get(column, "") for axis in axes]
        used = {axis.heading for axis in axes}
        rows = self.periods if ALL_ROWS in used else self.table.heading_rows
        labels = [self.table.label(row, column, reach=False) for row in rows if row not in used]
        return " ".join(label for label in (*labels, *own) if label)


def candidates_of(
    table: Table, looks: Sequence[Look], axes: Axes, around: Around, words: Vocabulary
) -> Candidates:
    """Gather the sources of a table."""
    by_source: dict[Source, Axis] = {}
    for axis in (*axes.regions, *axes.people, *axes.questions):
        count = len(by_source)
        by_source[Source(Origin.HEADING, axis.prior, heading=axis.heading, axis=count)] = axis

    def headed(group: Sequence[Axis]) -> list[Source]:
        return [s for s, axis in by_source.items() if any(axis is one for one in group)]

    return Candidates(
        table,
        (
            *_sections(table, looks, lambda text: words.regions.find(text).name is not None),
            *_region_columns(table, looks, words),
            *headed(axes.regions),
            *around.regions,
        ),
        _people(
            [
                *_person_columns(table, looks, words),
                *_sections(table, looks, _is_titled),
            ],
            headed(axes.people),
            around.assessors,
        ),
        (
            *_question_columns(table, looks, around, words),
            *headed(axes.questions),
            *around.questions,
        ),
        tuple(look for look in looks if look.may_hold_scores),
        by_source,
        axes.periods,
        tuple(look for look in looks if _is_final(look)),
    )


def _is_final(look: Look) -> bool:
    """Tell whether a column is one of final scores, which may be the assessors' own."""
    return look.total and not look.is_settled and kind_of(look.heading) is Kind.FINAL


def _people(
    columns: Sequence[Source], headings: Sequence[Source], constants: Sequence[Source]
) -> tuple[Source, ...]:
    """Give who may have judged; nobody only where no heading and no label surely names one."""
    surely = [s for s in (*columns, *headings) if s.prior == PRIOR_HEADED] + [*constants]
    nobody = () if surely else (Source(Origin.NONE, PRIOR_NONE),)
    return (*columns, *headings, *constants, *nobody)


def _region_columns(table: Table, looks: Sequence[Look], words: Vocabulary) -> list[Source]:
    named = [look for look in looks if look.judged.meaning is Meaning.REGION]
    codes = [look for look in looks if look.judged.meaning is Meaning.CODE]
    code = codes[0].index if codes else None
    found = [
        Source(
            Origin.ROW,
            PRIOR_HEADED if look.judged.sureness >= 0.9 else PRIOR_CONTENT,
            look.index,
            code,
        )
        for look in named
    ]
    for look in looks if not named else ():
        share = _share(table, look.index, lambda text: words.regions.knows(text))
        if share >= REGION_COLUMN and words.regions.names:
            found.append(Source(Origin.ROW, PRIOR_CONTENT, look.index, code))
    for look in looks if not found else ():
        share = _share(table, look.index, lambda text: words.regions.by_code(text) is not None)
        if share >= CODE_COLUMN:
            found.append(Source(Origin.ROW, PRIOR_CONTENT, look.index))
    return found


def _sections(table: Table, looks: Sequence[Look], fits: Callable[[str], bool]) -> list[Source]:
    """Give the columns in which texts of a kind stand alone above the rows that they hold for."""
    found = []
    for look in looks[:_FIRST]:
        texts = sections_in(table, look.index).values()
        if len(texts) > 1 and sum(map(fits, texts)) >= SECTIONS * len(texts):
            found.append(Source(Origin.SECTION, PRIOR_SECTION, look.index))
    return found


def _share(table: Table, column: int, fits: Callable[[str], bool]) -> float:
    alone = sections_in(table, column)
    rows = [row for row in table.rows[:_LOOKED_AT] if row not in alone]
    texts = [text for row in rows if (text := table.sheet.text(row, column))]
    return sum(map(fits, texts)) / len(texts) if texts else 0.0


def _person_columns(table: Table, looks: Sequence[Look], words: Vocabulary) -> list[Source]:
    """Give the columns that name assessors: by heading, by a word in it, or by titles of persons.

    What stands in a column alone is never as sure as that nobody is named, so that it counts only
    where the table contradicts itself without it.
    """
    sure = [look for look in looks if look.judged.meaning is Meaning.ASSESSOR]
    found = [Source(Origin.ROW, PRIOR_HEADED, look.index) for look in sure]
    for look in looks if not sure else ():
        named = look.judged.meaning in _MAY_NAME_PEOPLE or look.judged.sureness < PRIOR_SECTION
        if look.may_hold_scores or not named:
            continue
        guesses = [words.word(part) for part in look.parts]
        headed = any(people.heads_people(part) for part in look.parts)
        if headed or any(guess and guess.meaning is Meaning.ASSESSOR for guess in guesses):
            found.append(Source(Origin.ROW, PRIOR_WORD, look.index))
        elif _share(table, look.index, _is_titled) >= PEOPLE_COLUMN:
            found.append(Source(Origin.ROW, PRIOR_PERSON, look.index))
    return found


def _is_titled(text: str) -> bool:
    return people.has_title(text) or people.is_judge(text)


def _question_columns(
    table: Table, looks: Sequence[Look], around: Around, words: Vocabulary
) -> list[Source]:
    """Give what rows may tell their question by: number and text, one of them, and a dimension."""
    texts = [look.index for look in looks if look.judged.meaning is Meaning.TEXT]
    for look in looks if not texts else ():
        named = not look.may_hold_scores and look.judged.meaning in _MAY_BE_TEXT
        if named and _share(table, look.index, _is_question(words)) >= QUESTION_COLUMN:
            texts.append(look.index)
    numbers = [look.index for look in looks if _may_number(table, look)]
    dimension, about = _first(looks, Meaning.DIMENSION), _about(table, numbers, around, words)
    found = []
    for number in numbers:
        for text in texts or (None,):
            prior = PRIOR_HEADED if text is not None or _headed(looks, number) else PRIOR_NUMBER
            found.append(Source(Origin.ROW, prior, number, text, dimension, value=about))
        if not texts:
            found += _restarting(table, looks, number, (dimension, about), words)
    for text in texts:
        if not any(_agree(table, number, text, words) for number in numbers):
            found.append(Source(Origin.ROW, PRIOR_TEXT, None, text, dimension))
    return found


def _about(table: Table, numbers: Sequence[int], around: Around, words: Vocabulary) -> str | None:
    """Give the dimension that stands around a table, where the numbers of its rows may be its."""
    texts = (table.sheet.text(row, column) for column in numbers for row in table.rows)
    told = {number for text in texts if (number := number_in(text)) is not None}
    fits = around.dimension and may_be_of(around.dimension, told, words.questions)
    return around.dimension if fits else None


def _restarting(
    table: Table,
    looks: Sequence[Look],
    number: int,
    dimension: tuple[int | None, str | None],
    words: Vocabulary,
) -> list[Source]:
    """Give numbers that restart in each dimension, by where the dimension stands."""
    local = Source(
        Origin.ROW, PRIOR_LOCAL, number, numbered=Numbered.BY_DIMENSION, dimension=dimension[0]
    )
    if dimension[0] is not None or dimension[1]:
        return [replace(local, value=dimension[1])]
    sections = _sections(table, looks, lambda text: words.dimension(text) is not None)
    return [replace(local, section=section.column) for section in sections]


def _agree(table: Table, number: int, text: int, words: Vocabulary) -> bool:
    """Tell whether numbers and texts of questions mostly tell the same."""
    agree = differ = 0
    for row in table.rows[:_LOOKED_AT]:
        told = number_in(table.sheet.text(row, number))
        meant = words.questions.by_text(table.sheet.text(row, text)).number
        if told is not None and meant is not None:
            agree += told == meant
            differ += told != meant
    return agree > differ


def _is_question(words: Vocabulary) -> Callable[[str], bool]:
    return lambda text: words.questions.by_text(text).number is not None


def _first(looks: Sequence[Look], meaning: Meaning) -> int | None:
    return next((look.index for look in looks if look.judged.meaning is meaning), None)


def _headed(looks: Sequence[Look], number: int) -> bool:
    look = next(look for look in looks if look.index == number)
    return look.judged.meaning is Meaning.NUMBER and look.judged.sureness > 0.8


def _may_number(table: Table, look: Look) -> bool:
    if look.judged.meaning is Meaning.NUMBER:
        return True
    numbering = look.judged.meaning in (Meaning.UNSETTLED, Meaning.UNUSED, Meaning.TEXT)
    if not numbering or look.is_settled:
        return False
    texts = [table.sheet.text(row, look.index) for row in table.rows[:_LOOKED_AT]]
    filled = [text for text in texts if text]
    codes = [n for text in filled if (n := number_in(text)) is not None]
    if len(codes) < CODES * len(filled) or not filled:
        return False
    if codes == list(range(codes[0], codes[0] + len(codes))) and len(codes) > 1:
        return False  # they merely run with the rows
    heading = plain(look.parts[-1]) if look.parts else ""
    worded = not all(map(str.isdigit, filled))
    return look.judged.meaning is Meaning.TEXT or worded or heading in _NUMBERING


_NUMBERING = ("no", "nomor", "no urut", "butir", "item", "kode soal", "kode butir", "soal")
