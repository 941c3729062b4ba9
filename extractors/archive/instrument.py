"""What was asked, as the reports of a round agree on it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.draft import FoundQuestion
from evaluation.messages import _
from evaluation.names import name_key
from evaluation.record import Record, RecordedDimension, RecordedItem
from evaluation.rules import archive as rules
from evaluation.sources import Finding

Key = tuple[str, int]
"""A question by its dimension (as ``name_key`` gives it) and the number printed beside it."""


@dataclass(frozen=True)
class Asked:
    """The questions and the dimensions of a round, in printed order.

    ``numbers`` gives the number that each question has throughout the round, by its dimension and
    the number printed beside it. ``direct`` are the dimensions that no report has questions for.
    """

    questions: tuple[FoundQuestion, ...]
    numbers: Mapping[Key, int]
    dimensions: tuple[str, ...]
    direct: tuple[str, ...]


def asked_in(records: Sequence[Record]) -> tuple[Asked, tuple[Finding, ...]]:
    """Give what was asked, by the wording that most reports have, and where reports differ.

    Numbers that begin anew in each dimension are counted through, since a workbook knows a question
    by its number alone.
    """
    names = _names(records)
    items: dict[Key, list[RecordedItem]] = {}
    for dimension in _dimensions(records):
        for item in dimension.items:
            items.setdefault((name_key(dimension.name), item.number), []).append(item)
    order = {key: place for place, key in enumerate(names)}
    keys = sorted(items, key=lambda key: (order[key[0]], key[1]))
    printed = [number for _dimension, number in keys]
    unique = len(set(printed)) == len(printed)
    numbers = {key: key[1] if unique else place for place, key in enumerate(keys, 1)}
    questions = tuple(_question(numbers[key], names[key[0]], items[key]) for key in keys)
    with_questions = {key for key, _number in keys}
    direct = tuple(name for key, name in names.items() if key not in with_questions)
    differing = tuple(_differing(items[key]) for key in keys)
    findings = tuple(finding for finding in differing if finding is not None)
    return Asked(questions, numbers, tuple(names.values()), direct), findings


def _dimensions(records: Iterable[Record]) -> Iterator[RecordedDimension]:
    return (dimension for record in records for dimension in record.dimensions)


def _names(records: Sequence[Record]) -> dict[str, str]:
    """Give the dimensions' names by key: those of the fullest report first, then all others."""
    fullest = sorted(records, key=lambda record: -len(record.dimensions))
    names: dict[str, str] = {}
    for dimension in _dimensions(fullest):
        names.setdefault(name_key(dimension.name), dimension.name)
    return names


def _question(number: int, dimension: str, items: Sequence[RecordedItem]) -> FoundQuestion:
    return FoundQuestion(
        number,
        _usual(item.question for item in items),
        dimension,
        _usual(item.indicator for item in items),
        _usual(item.sub_indicator for item in items),
    )


def _usual(texts: Iterable[str]) -> str:
    """Give the wording that occurs most; the first of them where several do."""
    counted = Counter(text for text in texts if text)
    return counted.most_common(1)[0][0] if counted else ""


def _differing(items: Sequence[RecordedItem]) -> Finding | None:
    """Tell the first report that words a question otherwise than most do."""
    usual = _usual(item.question for item in items)
    worded = (item for item in items if item.question)
    other = next((item for item in worded if name_key(item.question) != name_key(usual)), None)
    if other is None:
        return None
    message = _("question %(number)d is worded otherwise in most reports: “%(text)s”.")
    return rules.QUESTION_TEXTS_DIFFER.found(
        other.source,
        message % {"number": other.number, "text": usual[:60]},
        _("Compare the two; the workbook has the wording of most reports."),
    )
