"""What a table holds and what its columns mean, by the labels of its head."""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from evaluation.vocabulary.layouts import meanings_of
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.tables.columns import Column


class Kind(Enum):
    """What a table holds."""

    QUESTIONS = "questions"
    RESULTS = "results"
    NAMES = "names"
    SUMMARY = "summary"
    COMMENTS = "comments"
    OTHER = "other"


_BARE_YEAR = re.compile(r"(?:tahun\s+)?(?:19|20)[0-9]{2}", re.IGNORECASE)
_SCORED = {Meaning.SCORE: sys.maxsize}  # a year says it less than any phrase does
_WHO = (Meaning.ASSESSOR, Meaning.INSTITUTION)
# What a kind of table must have: each item a choice of roles. The first kind that fits wins.
_NEEDS = (
    (Kind.COMMENTS, ((Meaning.ASSESSOR,), (Meaning.POINT,))),
    (Kind.COMMENTS, ((Meaning.SECTION,), (Meaning.POINT,), _WHO)),
    (Kind.QUESTIONS, ((Meaning.TEXT,), (Meaning.SCORE,))),
    (Kind.QUESTIONS, ((Meaning.INDICATOR,), (Meaning.SUB_INDICATOR,), (Meaning.SCORE,))),
    (Kind.QUESTIONS, ((Meaning.NUMBER,), (Meaning.INDICATOR,), (Meaning.SCORE,))),
    (Kind.RESULTS, ((Meaning.REGION,), (Meaning.FINAL,))),
    (Kind.RESULTS, ((Meaning.REGION,), (Meaning.SCORE,))),
    (Kind.RESULTS, ((Meaning.REGION,), (Meaning.CHANGE,))),
    (Kind.SUMMARY, ((Meaning.DIMENSION,), (Meaning.AVERAGE, Meaning.SCORE))),
    (Kind.SUMMARY, ((Meaning.INDICATOR,), (Meaning.AVERAGE,))),
    (Kind.NAMES, ((Meaning.NUMBER,), (Meaning.REGION,))),
    (Kind.NAMES, ((Meaning.NUMBER,), (Meaning.ADDRESSEE,))),
)


def named_columns(columns: Sequence[Column]) -> tuple[Kind, tuple[Column, ...]]:
    """Give the kind of a table and its columns with the roles that they have in it."""
    possible = [_meanings(column.label) for column in columns]
    kind = next(
        (k for k, needs in _NEEDS if all(any(r in p for p in possible for r in n) for n in needs)),
        Kind.OTHER,
    )
    if kind is Kind.NAMES and _many_values(possible):
        kind = Kind.RESULTS
    taken: set[Meaning] = set()
    named = [Meaning.UNSETTLED] * len(columns)
    for role in _ORDER[kind]:
        fits = [(p[role], i) for i, p in enumerate(possible) if role in p and _is_free(named[i])]
        if fits and role not in taken:
            named[min(fits)[1]] = role
            taken.add(role)
    if kind is Kind.QUESTIONS:
        named = _levels(possible, named)
    return kind, tuple(replace(c, role=r) for c, r in zip(columns, named, strict=True))


def _meanings(label: str) -> Mapping[Meaning, int]:
    return _SCORED if is_bare_year(label) else meanings_of(label)


def is_bare_year(label: str) -> bool:
    """Tell whether a head says a year and no more: the score of that year."""
    return _BARE_YEAR.fullmatch(label.strip()) is not None


def _many_values(possible: Sequence[Mapping[Meaning, int]]) -> bool:
    """Tell whether a list of names has value columns: it is a table of results."""
    known = {Meaning.NUMBER, Meaning.REGION, Meaning.CATEGORY, Meaning.ADDRESSEE}
    return sum(1 for p in possible if not known & p.keys()) >= 2


_ORDER = {
    Kind.QUESTIONS: (
        Meaning.NUMBER, Meaning.TEXT, Meaning.SCORE, Meaning.SUB_INDICATOR, Meaning.INDICATOR,
        Meaning.DIMENSION, Meaning.AVERAGE, Meaning.UNUSED,
    ),
    Kind.RESULTS: (Meaning.NUMBER, Meaning.REGION, Meaning.CATEGORY),
    Kind.NAMES: (Meaning.NUMBER, Meaning.REGION, Meaning.ADDRESSEE, Meaning.CATEGORY),
    Kind.SUMMARY: (
        Meaning.NUMBER, Meaning.DIMENSION, Meaning.INDICATOR, Meaning.AVERAGE, Meaning.SCORE,
        Meaning.UNUSED,
    ),
    Kind.COMMENTS: (
        Meaning.NUMBER, Meaning.SECTION, Meaning.ASSESSOR, Meaning.INSTITUTION, Meaning.POINT,
    ),
    Kind.OTHER: (),
}  # fmt: skip


def _levels(possible: Sequence[Mapping[Meaning, int]], given: Sequence[Meaning]) -> list[Meaning]:
    """Settle the columns left of the question: up to dimension, indicator and sub-indicator."""
    named = list(given)
    levels = [i for i, p in enumerate(possible) if not _LEVELS.isdisjoint(p)]
    if Meaning.TEXT not in named:
        if not levels:
            return named
        named[levels[-1]] = Meaning.TEXT
    if Meaning.INDICATOR not in named and set(named) >= _UNDER_ANOTHER:
        named[named.index(Meaning.DIMENSION)] = Meaning.INDICATOR
    free = [i for i, p in enumerate(possible) if _is_free(named[i]) and Meaning.INDICATOR in p]
    if free and Meaning.INDICATOR in named and Meaning.SUB_INDICATOR not in named:
        first, second = sorted((named.index(Meaning.INDICATOR), free[0]))
        named[first], named[second] = Meaning.INDICATOR, Meaning.SUB_INDICATOR
    return named


_LEVELS = frozenset((Meaning.INDICATOR, Meaning.SUB_INDICATOR))
_UNDER_ANOTHER = frozenset((Meaning.DIMENSION, Meaning.SUB_INDICATOR))


def _is_free(role: Meaning) -> bool:
    return role is Meaning.UNSETTLED
