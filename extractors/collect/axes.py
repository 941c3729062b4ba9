"""What the headings of score columns say, row of headings by row: questions, regions, people.

An axis is a row of headings (or all of them together) that tells one coordinate of each column.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evaluation.draft import Item
from evaluation.names import plain
from evaluation.vocabulary.meanings import Meaning
from extractors.collect import families, people, periods
from extractors.collect.headings import THRESHOLD, Guess, Vocabulary
from extractors.collect.looks import Look
from extractors.collect.questions import leading_number, number_in
from extractors.collect.sureness import CLEARLY, PRIOR_CONTENT, PRIOR_LOCAL
from extractors.collect.tables import Table

ALL_ROWS = -1
"""The row of an axis that all rows of headings tell together."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What one row of headings says of each column; columns that it says nothing of are absent.

    ``rests`` is what a heading says beside: it parts columns that fill the same places.
    """

    heading: int
    values: Mapping[int, Item]
    prior: float = 1.0
    rests: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Axes:
    """The axes of a table's headings, by coordinate."""

    questions: Sequence[Axis]
    regions: Sequence[Axis]
    people: Sequence[Axis]
    periods: tuple[int, ...] = ()


def axes_of(table: Table, looks: Sequence[Look], words: Vocabulary, around: str) -> Axes:
    """Read the headings of the columns that may hold scores; ``around`` is their dimension."""
    labels = {row: _labels(table, row, looks) for row in table.heading_rows}
    regions = [axis for row in labels if (axis := _regions(row, labels[row], words))]
    region_rows = {axis.heading for axis in regions}
    questions = _questions(table, looks, labels, words, (region_rows, around))
    people_ = [
        axis
        for row in labels
        if row not in region_rows and (axis := _people(row, labels[row], words))
    ]
    settled = {look.index: look for look in looks if look.is_settled}
    return Axes(
        [_with_settled(axis, settled, Meaning.ITEM) for axis in questions],
        regions or _settled(settled, Meaning.OF_REGION),
        people_ or _settled(settled, Meaning.OF_ASSESSOR),
        tuple(row for row in labels if _is_period(labels[row])),
    )


def _labels(table: Table, row: int, looks: Sequence[Look]) -> Mapping[int, str]:
    """Give the label of each column in one row of headings; upper ones reach to the right."""
    lowest = row == table.heading_rows[-1]
    return {look.index: table.label(row, look.index, reach=not lowest) for look in looks}


def _with_settled(axis: Axis, settled: Mapping[int, Look], meaning: Meaning) -> Axis:
    said = {i: look.judged.detail for i, look in settled.items() if look.judged.meaning is meaning}
    kept = {i: value for i, value in axis.values.items() if i not in settled}
    more = {i: value for i, value in said.items() if value is not None}
    return Axis(axis.heading, {**kept, **more}, axis.prior, axis.rests)


def _settled(settled: Mapping[int, Look], meaning: Meaning) -> Sequence[Axis]:
    said = {
        i: look.judged.detail
        for i, look in settled.items()
        if look.judged.meaning is meaning and look.judged.detail is not None
    }
    return [Axis(ALL_ROWS, said)] if said else []


def _regions(row: int, labels: Mapping[int, str], words: Vocabulary) -> Axis | None:
    found: dict[int, Item] = {}
    coded = 0
    for index, text in labels.items():
        guess = words.region(text) if text else None
        if guess is not None and guess.meaning is Meaning.OF_REGION and guess.detail is not None:
            found[index] = guess.detail
        elif text and (name := words.regions.by_code(text)) is not None:
            found[index] = name
            coded += 1
    if not found or (coded and coded < len(labels) / 2):
        return None
    return Axis(row, found, PRIOR_CONTENT if coded else 1.0)


def _questions(
    table: Table,
    looks: Sequence[Look],
    labels: Mapping[int, Mapping[int, str]],
    words: Vocabulary,
    about: tuple[set[int], str],
) -> Sequence[Axis]:
    """Give the axes of questions: from all headings together, then from families of codes."""
    passed, around = about
    rows = [row for row in labels if row not in passed and not _is_period(labels[row])]
    parts = {
        look.index: tuple(
            dict.fromkeys(labels[row][look.index] for row in rows if labels[row][look.index])
        )
        for look in looks
    }
    direct = _direct(parts, words)
    if len(direct) < len(parts) / 2 and _worded(parts, words):
        texts = {i: tuple(t for t in told if number_in(t) is None) for i, told in parts.items()}
        direct = _direct(texts, words)  # the numbers count something else
    if not any(map(_is_number, direct.values())) and _is_of_results(table, words):
        return []
    rests = {index: _rest(parts[index], item, words) for index, item in direct.items()}
    found = [Axis(ALL_ROWS, direct, rests=rests)] if direct else []
    numbered = families.by_dimension(parts, words, around) if not _worded(parts, words) else None
    if numbered is not None:
        found = [Axis(ALL_ROWS, numbered, rests=rests)] if numbered else []
    if len(direct) < len(looks) / 2:
        for row in rows:
            paired = families.by_pairs(labels[row], words)
            if paired:
                return [Axis(row, paired, PRIOR_LOCAL)]
            coded = families.by_code(labels[row], words)
            found = [*(Axis(row, f.values, PRIOR_LOCAL, f.rests) for f in coded), *found]
    return found


def _direct(parts: Mapping[int, tuple[str, ...]], words: Vocabulary) -> dict[int, Item]:
    """Give the questions that headings name; of two columns of one the clearly surer has it."""
    guesses: dict[int, Guess] = {}
    surest: dict[Item, float] = {}
    for index, texts in parts.items():
        guess = words.item(texts) if texts else None
        if guess and guess.meaning is Meaning.ITEM and guess.sureness >= THRESHOLD:
            item = guess.detail if guess.detail is not None else ""
            guesses[index] = guess
            surest[item] = max(surest.get(item, 0.0), guess.sureness)
    return {
        index: guess.detail
        for index, guess in guesses.items()
        if guess.detail is not None and surest[guess.detail] - guess.sureness < CLEARLY
    }


def _rest(texts: Sequence[str], item: Item, words: Vocabulary) -> str:
    """Give what headings say beside the number and the text of their question."""
    rest = []
    for text in texts:
        if number_in(text) == item:
            continue
        wording = plain(words.questions.text_of(item))
        told = plain(leading_number(text)[1])
        if wording and wording in told:
            rest.append(told.replace(wording, " ").strip())
        elif words.questions.by_text(text).number != item:
            rest.append(told)
    return " ".join(part for part in rest if part)


def _worded(parts: Mapping[int, tuple[str, ...]], words: Vocabulary) -> bool:
    """Tell whether texts of questions stand in most headings: they decide, not the numbers."""
    known = sum(
        any(words.questions.by_text(text).number is not None for text in texts)
        for texts in parts.values()
    )
    return known > len(parts) / 2


def _is_number(item: Item) -> bool:
    return isinstance(item, int)


def _is_of_results(table: Table, words: Vocabulary) -> bool:
    """Tell whether dimensions head columns whose values are computed from questions."""
    return any(words.questions.is_computed(table.heading(column)) for column in table.columns)


def _is_period(labels: Mapping[int, str]) -> bool:
    """Tell whether a row of headings names years and nothing else."""
    texts = [text for text in labels.values() if text]
    return bool(texts) and sum(periods.is_year(text) for text in texts) >= 0.8 * len(texts)


def _people(row: int, labels: Mapping[int, str], words: Vocabulary) -> Axis | None:
    """Give the assessors that a row of headings names: judges by number, or by their names."""
    found: dict[int, Item] = {}
    for index, text in labels.items():
        if text and people.may_be_person(text, words):
            found[index] = text
    judges = sum(people.is_judge(str(text)) for text in found.values())
    if not found or (
        judges < len(found) and len(found) < len([t for t in labels.values() if t]) / 2
    ):
        return None
    return Axis(row, found, 1.0 if judges == len(found) else PRIOR_CONTENT)
