"""Two states of one round held against each other: every value that is not the same in both.

A round is laid out as items, each with its value and place; what differs is told item by item.
Regions are the same when they bear the same name, or the same code under another name.
"""

from collections.abc import Mapping
from decimal import Decimal

from evaluation.arithmetic import result
from evaluation.comparing.difference import Difference
from evaluation.comparing.items import Aspect, Held, Item, Laid, Name, Value, items_of
from evaluation.comparing.points import points_changed
from evaluation.comparing.scores import scores_changed
from evaluation.model import Evaluation, Region

__all__ = ["Difference", "differences", "result_differences"]


def differences(before: Evaluation, after: Evaluation) -> tuple[Difference, ...]:
    """Give every difference of data and wording between two states of a round.

    In the order of the round: what concerns all first, then region by region.
    """
    same = _same_regions(before, after)
    old, new = items_of(before), items_of(after, same)
    ordered = {**old, **new}
    found = [
        Difference(item, old.get(item), new.get(item))
        for item in ordered
        if _value(old.get(item)) != _value(new.get(item))
    ]
    found += scores_changed(before, after, same)
    found += points_changed(before, after, same)
    names = dict.fromkeys(region.name for region in (*before.regions, *after.regions))
    order = {name: place for place, name in enumerate(names)}
    return tuple(sorted(found, key=lambda one: order.get(one.item.region or "", -1)))


def result_differences(before: Evaluation, after: Evaluation) -> tuple[Difference, ...]:
    """Give the printed results that differ: final values, dimensions and questions of regions.

    A region that only one of the two has is told by ``differences``.
    """
    same = _same_regions(before, after)
    old = {region.name: dict(_results(before, region, region.name)) for region in before.regions}
    found = []
    for region in after.regions:
        name = same.get(region.name, region.name)
        if name not in old:
            continue
        new = dict(_results(after, region, name))
        found += [
            Difference(item, old[name].get(item), new.get(item))
            for item in {**old[name], **new}
            if old[name].get(item) != new.get(item)
        ]
    return tuple(found)


def _value(held: Held | None) -> Value | None:
    return held.value if held else None


def _same_regions(before: Evaluation, after: Evaluation) -> Mapping[str, str]:
    """Give the names before of the regions that are called otherwise after."""
    names = {region.name for region in before.regions}
    stayed = {region.name for region in after.regions}
    by_code = {one.code: one.name for one in before.regions if one.code and one.name not in stayed}
    return {
        region.name: by_code[region.code]
        for region in after.regions
        if region.name not in names and region.code in by_code
    }


def _results(evaluation: Evaluation, region: Region, name: str) -> Laid:
    outcome = result(evaluation, region)
    values: list[tuple[Name, Decimal | None]] = [("", outcome.final)]
    values += outcome.dimensions.items()
    values += outcome.questions.items()
    for key, value in values:
        if value is not None:
            yield Item(Aspect.RESULT, name, (key,)), Held(value)
