"""What a table holds and what its columns mean, by the labels of its head."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from extractors.reports.tables.columns import Column
from extractors.reports.text.labels import roles_of


class Kind(Enum):
    """What a table holds."""

    QUESTIONS = "questions"
    RESULTS = "results"
    NAMES = "names"
    SUMMARY = "summary"
    COMMENTS = "comments"
    OTHER = "other"


# What a kind of table must have: each item a choice of roles. The first kind that fits wins.
_NEEDS = (
    (Kind.COMMENTS, (("assessor",), ("points",))),
    (Kind.COMMENTS, (("section",), ("points",), ("assessor", "institution"))),
    (Kind.QUESTIONS, (("question",), ("score",))),
    (Kind.QUESTIONS, (("indicator",), ("sub_indicator",), ("score",))),
    (Kind.QUESTIONS, (("number",), ("indicator",), ("score",))),
    (Kind.RESULTS, (("region",), ("final",))),
    (Kind.RESULTS, (("region",), ("score",))),
    (Kind.RESULTS, (("region",), ("improvement",))),
    (Kind.SUMMARY, (("dimension",), ("average", "score"))),
    (Kind.SUMMARY, (("indicator",), ("average",))),
    (Kind.NAMES, (("number",), ("region",))),
    (Kind.NAMES, (("number",), ("addressee",))),
)


def named_columns(columns: Sequence[Column]) -> tuple[Kind, tuple[Column, ...]]:
    """Give the kind of a table and its columns with the roles that they have in it."""
    possible = [dict(roles_of(column.label)) for column in columns]
    kind = next(
        (k for k, needs in _NEEDS if all(any(r in p for p in possible for r in n) for n in needs)),
        Kind.OTHER,
    )
    if kind is Kind.NAMES and _many_values(columns, possible):
        kind = Kind.RESULTS
    taken: set[str] = set()
    named = [""] * len(columns)
    for role in _ORDER[kind]:
        fits = [(p[role], i) for i, p in enumerate(possible) if role in p and not named[i]]
        if fits and role not in taken:
            named[min(fits)[1]] = role
            taken.add(role)
    if kind is Kind.QUESTIONS:
        named = _levels(columns, possible, named)
    return kind, tuple(replace(c, role=r) for c, r in zip(columns, named, strict=True))


def _many_values(columns: Sequence[Column], possible: Sequence[dict[str, int]]) -> bool:
    """Tell whether a list of names has value columns: it is a table of results."""
    known = {"number", "region", "category", "addressee"}
    return sum(1 for p in possible if not known & p.keys()) >= 2


_ORDER = {
    Kind.QUESTIONS: ("number", "question", "score", "sub_indicator", "indicator", "dimension",
                     "average", "other"),
    Kind.RESULTS: ("number", "region", "category"),
    Kind.NAMES: ("number", "region", "addressee", "category"),
    Kind.SUMMARY: ("number", "dimension", "indicator", "average", "score", "other"),
    Kind.COMMENTS: ("number", "section", "assessor", "institution", "points"),
    Kind.OTHER: (),
}  # fmt: skip


def _levels(
    columns: Sequence[Column], possible: Sequence[dict[str, int]], named: list[str]
) -> list[str]:
    """Settle the columns left of the question: up to dimension, indicator and sub-indicator."""
    if "question" not in named:
        levels = [i for i, p in enumerate(possible) if "sub_indicator" in p or "indicator" in p]
        if not levels:
            return named
        named[levels[-1]] = "question"
    if "indicator" not in named and "sub_indicator" in named and "dimension" in named:
        named[named.index("dimension")] = "indicator"
    free = [i for i, p in enumerate(possible) if not named[i] and "indicator" in p]
    if free and "indicator" in named and "sub_indicator" not in named:
        known = named.index("indicator")
        first, second = sorted((known, free[0]))
        named[first], named[second] = "indicator", "sub_indicator"
    return named
