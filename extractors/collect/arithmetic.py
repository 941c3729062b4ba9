"""Assessors that are none: the mean, the sum or the difference of the others, by their numbers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import combinations

from evaluation.model import Scale
from extractors.collect.people import is_collective, person_key
from extractors.collect.reading import Reading
from extractors.collect.sureness import DERIVED, DERIVED_LEAST, DERIVED_ROUNDED

Scores = Mapping[str, Decimal]
Pair = tuple[Decimal, list[Decimal]]
_CENT = Decimal("0.01")
_FEWEST = 6  # places
_MOST_PEOPLE = 12


def derived_people(readings: Iterable[Reading], scale: Scale | None) -> Mapping[str, str]:
    """Give the assessors who follow from the others, by key, with the kind of sum they are."""
    places: dict[tuple[str, object], dict[str, Decimal]] = defaultdict(dict)
    for one in readings:
        if one.amount is not None and one.assessor:
            places[one.region, one.item][person_key(one.assessor)] = one.amount
    people = sorted({person for scores in places.values() for person in scores})
    if not 2 <= len(people) <= _MOST_PEOPLE:
        return {}
    collective = {p for p in people if is_collective(p)}
    found = dict.fromkeys(collective, "score of a team") if len(collective) < len(people) else {}
    for person in people:
        others = [p for p in people if p != person and p not in collective]
        kind = _kind(person, others, list(places.values()), scale)
        if kind:
            found.setdefault(person, kind)
    left = [p for p in people if p not in found]
    return found if left else {}


def _kind(person: str, others: Sequence[str], places: Sequence[Scores], scale: Scale | None) -> str:
    """Tell what a person's scores are of the others'; blank where nothing explains them."""
    pairs = [
        (scores[person], rest)
        for scores in places
        if person in scores and len(rest := [scores[o] for o in others if o in scores]) > 1
    ]
    differing = [(value, rest) for value, rest in pairs if len(set(rest)) > 1]
    known = _of_all(differing, scale)
    return known or ("difference" if _is_difference(person, others, places) else "")


def _of_all(differing: Sequence[Pair], scale: Scale | None) -> str:
    """Tell whether values are the means or the sums of all others."""
    if len(differing) < _FEWEST:
        return ""
    if _share(differing, _is_mean) >= DERIVED:
        return "mean"
    if _share(differing, _is_sum) >= DERIVED:
        return "sum"
    if len(differing) >= DERIVED_LEAST:
        if _share(differing, lambda value, rest: value == max(rest)) >= DERIVED_ROUNDED:
            return "highest"
        if _share(differing, lambda value, rest: value == min(rest)) >= DERIVED_ROUNDED:
            return "lowest"
    ways = (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN)
    most = max(_share(differing, _rounded(way, scale)) for way in ways)
    return "mean" if len(differing) >= DERIVED_LEAST and most >= DERIVED_ROUNDED else ""


def _is_difference(person: str, others: Sequence[str], places: Sequence[Scores]) -> bool:
    whole = [scores for scores in places if person in scores]
    for first, second in combinations(others, 2):
        known = [s for s in whole if first in s and second in s]
        if len(known) >= max(DERIVED_LEAST, DERIVED * len(whole)):
            same = sum(abs(s[first] - s[second]) == abs(s[person]) for s in known)
            if same >= DERIVED_ROUNDED * len(known):
                return True
    return False


def _share(
    pairs: Sequence[Pair],
    fits: Callable[[Decimal, Sequence[Decimal]], bool],
) -> float:
    return sum(fits(value, rest) for value, rest in pairs) / len(pairs)


def _mean(rest: Sequence[Decimal]) -> Decimal:
    return sum(rest, Decimal(0)) / len(rest)


def _is_mean(value: Decimal, rest: Sequence[Decimal]) -> bool:
    return abs(_mean(rest) - value) <= _CENT


def _is_sum(value: Decimal, rest: Sequence[Decimal]) -> bool:
    return sum(rest, Decimal(0)) == value


def _rounded(way: str, scale: Scale | None) -> Callable[[Decimal, Sequence[Decimal]], bool]:
    """Give a test whether a value is the mean of others, rounded to the step in one way."""
    step = scale.step if scale is not None and scale.step else Decimal(1)

    def fits(value: Decimal, rest: Sequence[Decimal]) -> bool:
        return (_mean(rest) / step).quantize(Decimal(1), way) * step == value

    return fits
