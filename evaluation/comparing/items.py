"""A round laid out as items: everything that it says, each with its value and its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from evaluation.model import Dimension, Evaluation, Question
from evaluation.names import name_key
from evaluation.sources import Source

Value = str | Decimal
Name = str | int


class Aspect(Enum):
    """What a value is about; ``names`` of an item say which one."""

    FACT = auto()  # key, and its place among rows of that key
    SCALE = auto()  # minimum, maximum, step
    DIMENSION = auto()  # dimension, and what of it
    WEIGHT = auto()  # dimension, category
    QUESTION = auto()  # number, and what of it
    REGION = auto()  # what of it
    SCORE = auto()  # assessor ("" for means), question number or directly scored dimension
    COMMENT = auto()  # section, assessor
    PREVIOUS = auto()  # dimension, or "" for the final value
    PREVIOUS_WEIGHT = auto()  # dimension, category
    RESULT = auto()  # question number, dimension, or "" for the final value


class Part(Enum):
    """What of a region, a question, a dimension or the scale a value is."""

    NAME = auto()
    CODE = auto()
    NUMBER = auto()
    ADDRESSEE = auto()
    EMAIL = auto()
    CATEGORY = auto()
    ATTENDED = auto()
    TEXT = auto()
    INDICATOR = auto()
    SUB_INDICATOR = auto()
    DIMENSION = auto()
    LETTER_NAME = auto()
    TABLE_NAME = auto()
    DESCRIPTION = auto()
    ELEMENTS = auto()
    WHEN_MISSING = auto()
    MINIMUM = auto()
    MAXIMUM = auto()
    STEP = auto()
    GAPS = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a round says. ``region`` is None for what concerns the whole round."""

    aspect: Aspect
    region: str | None
    names: tuple[Name | Part, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What stands for an item, and where; ``source`` is None where no cell holds it."""

    value: Value
    source: Source | None = None


Items = dict[Item, Held]
Named = Mapping[str, str]
"""Names under which some regions are to appear."""

Laid = Iterator[tuple[Item, Held]]


def items_of(evaluation: Evaluation, named: Named | None = None) -> Items:
    """Lay out what a round says, scores and comments apart; a blank has no item.

    ``named`` gives other names for some regions.
    """
    told = named or {}
    items: Items = {}
    for part in (_facts, _instrument, _regions, _previous):
        items.update(part(evaluation, told))
    return items


def _facts(evaluation: Evaluation, _named: Named) -> Laid:
    seen: dict[str, int] = {}
    for fact in evaluation.facts:
        if fact.value:
            key = name_key(fact.key)
            seen[key] = seen.get(key, 0) + 1
            yield Item(Aspect.FACT, None, (fact.key, seen[key])), Held(fact.value, fact.source)


def _instrument(evaluation: Evaluation, _named: Named) -> Laid:
    instrument = evaluation.instrument
    scale = instrument.scale
    gaps = str(instrument.averages_what_is_there)
    for part, value in (
        (Part.MINIMUM, scale.minimum),
        (Part.MAXIMUM, scale.maximum),
        (Part.STEP, scale.step),
        (Part.GAPS, gaps),
    ):
        if value is not None:
            yield Item(Aspect.SCALE, None, (part,)), Held(value)
    for dimension in instrument.dimensions:
        yield from _dimension(dimension)
        for question in dimension.questions:
            yield from _question(question, dimension)
    for category, weights in evaluation.previous_weights.items():
        for name, weight in weights.items():
            yield Item(Aspect.PREVIOUS_WEIGHT, None, (name, category)), Held(weight)


def _dimension(dimension: Dimension) -> Laid:
    elements = "\n".join(f"{one.name}: {one.description}" for one in dimension.elements)
    for part, value in (
        (Part.NAME, dimension.name),
        (Part.LETTER_NAME, dimension.letter_name),
        (Part.TABLE_NAME, dimension.table_name),
        (Part.DESCRIPTION, dimension.description),
        (Part.ELEMENTS, elements),
        (Part.WHEN_MISSING, dimension.when_missing.value),
    ):
        if value:
            item = Item(Aspect.DIMENSION, None, (dimension.name, part))
            yield item, Held(value, dimension.source)
    for category, weight in dimension.weights.items():
        item = Item(Aspect.WEIGHT, None, (dimension.name, category))
        yield item, Held(weight, dimension.source)


def _question(question: Question, dimension: Dimension) -> Laid:
    for part, value in (
        (Part.TEXT, question.text),
        (Part.INDICATOR, question.indicator),
        (Part.SUB_INDICATOR, question.sub_indicator),
        (Part.DIMENSION, dimension.name),
    ):
        if value:
            item = Item(Aspect.QUESTION, None, (question.number, part))
            yield item, Held(value, question.source)


def _regions(evaluation: Evaluation, named: Named) -> Laid:
    for region in evaluation.regions:
        name, addressee = named.get(region.name, region.name), region.addressee_source
        for part, value, source in (
            (Part.NAME, region.name, region.source),
            (Part.CODE, region.code, region.source),
            (Part.NUMBER, Decimal(region.number), region.source),
            (Part.ADDRESSEE, region.addressee, addressee or region.source),
            (Part.EMAIL, region.email, region.source),
            (Part.CATEGORY, region.category, region.source),
            (Part.ATTENDED, str(region.attended), region.source),
        ):
            if value:
                yield Item(Aspect.REGION, name, (part,)), Held(value, source)


def _previous(evaluation: Evaluation, named: Named) -> Laid:
    for region, previous in evaluation.previous.items():
        name = named.get(region, region)
        for dimension, value in previous.dimensions.items():
            source = previous.cells.get(dimension, previous.source)
            yield Item(Aspect.PREVIOUS, name, (dimension,)), Held(value, source)
        if previous.final is not None:
            source = previous.final_cell or previous.source
            yield Item(Aspect.PREVIOUS, name, ("",)), Held(previous.final, source)
