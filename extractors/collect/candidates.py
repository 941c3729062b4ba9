"""The sources that each coordinate of a table may have, the surest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from evaluation.vocabulary.meanings import Meaning
from extractors.collect import people
from extractors.collect.around import Around
from extractors.collect.asked_columns import question_columns
from extractors.collect.axes import ALL_ROWS, Axes, Axis
from extractors.collect.headings import Vocabulary
from extractors.collect.kinds import Kind, kind_of
from extractors.collect.looks import Look
from extractors.collect.shares import sections_of, share_of
from extractors.collect.sources import Origin, Source
from extractors.collect.sureness import (
    CODE_COLUMN,
    PEOPLE_COLUMN,
    PRIOR_CONTENT,
    PRIOR_HEADED,
    PRIOR_NONE,
    PRIOR_PERSON,
    PRIOR_SECTION,
    PRIOR_WORD,
    REGION_COLUMN,
)
from extractors.collect.tables import Table

_LOOKED_AT = 60
_MAY_NAME_PEOPLE = (Meaning.UNSETTLED, Meaning.UNUSED)


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
            *sections_of(table, looks, lambda text: words.regions.find(text).name is not None),
            *_region_columns(table, looks, words),
            *headed(axes.regions),
            *around.regions,
        ),
        _people(
            [
                *_person_columns(table, looks, words),
                *sections_of(table, looks, _is_titled),
            ],
            headed(axes.people),
            around.assessors,
        ),
        (
            *question_columns(table, looks, around, words),
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
        share = share_of(table, look.index, lambda text: words.regions.knows(text))
        if share >= REGION_COLUMN and words.regions.names:
            found.append(Source(Origin.ROW, PRIOR_CONTENT, look.index, code))
    for look in looks if not found else ():
        share = share_of(table, look.index, lambda text: words.regions.by_code(text) is not None)
        if share >= CODE_COLUMN:
            found.append(Source(Origin.ROW, PRIOR_CONTENT, look.index))
    return found


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
        elif share_of(table, look.index, _is_titled) >= PEOPLE_COLUMN:
            found.append(Source(Origin.ROW, PRIOR_PERSON, look.index))
    return found


def _is_titled(text: str) -> bool:
    return people.has_title(text) or people.is_judge(text)
