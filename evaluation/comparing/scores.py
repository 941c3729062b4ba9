"""Scores that an assessor changed; rows that are the same in both states are passed over whole."""

from collections.abc import Iterator, Mapping, Sequence

from evaluation.comparing.difference import Difference
from evaluation.comparing.items import Aspect, Held, Item, Named
from evaluation.model import Evaluation, ScoreRow

_Rows = Mapping[tuple[str, int], ScoreRow]
_NONE: _Rows = {}


def scores_changed(before: Evaluation, after: Evaluation, same: Named) -> Iterator[Difference]:
    """Tell scores that are not the same, by region, assessor and question."""
    asked = before.instrument.items, after.instrument.items
    old = {name: _by_assessor(rows) for name, rows in before.scores.items()}
    new = {same.get(name, name): _by_assessor(rows) for name, rows in after.scores.items()}
    for region in {**old, **new}:
        theirs, ours = old.get(region, _NONE), new.get(region, _NONE)
        for key in {**theirs, **ours}:
            one, other = theirs.get(key), ours.get(key)
            if one and other and one.values == other.values and asked[0] == asked[1]:
                continue
            held = _held(one, asked[0]), _held(other, asked[1])
            yield from _between(region, key[0], *held)


def _by_assessor(rows: Sequence[ScoreRow]) -> _Rows:
    """Give rows by assessor and by their place among the rows of that assessor."""
    found: dict[tuple[str, int], ScoreRow] = {}
    for row in rows:
        place = sum(name == (row.assessor or "") for name, _place in found)
        found[row.assessor or "", place] = row
    return found


def _held(row: ScoreRow | None, asked: Sequence[int | str]) -> Mapping[int | str, Held]:
    if row is None:
        return {}
    return {
        name: Held(value, row.source(index))
        for index, (name, value) in enumerate(zip(asked, row.values, strict=True))
        if value is not None
    }


def _between(
    region: str,
    assessor: str,
    before: Mapping[int | str, Held],
    after: Mapping[int | str, Held],
) -> Iterator[Difference]:
    for name in {**before, **after}:
        one, other = before.get(name), after.get(name)
        if one is None or other is None or one.value != other.value:
            yield Difference(Item(Aspect.SCORE, region, (assessor, name)), one, other)
