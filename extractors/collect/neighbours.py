"""Tables that speak of the same places and contradict each other: one of them was misread.

Values that agree by chance are not kept either: nothing of both tables is taken.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from evaluation.draft import Item
from evaluation.messages import _
from evaluation.rules import collecting as rules
from evaluation.sources import Severity, Source
from extractors.collect.gathering import CollectedScore, Gathering
from extractors.collect.people import person_key
from extractors.collect.sureness import CONTRADICTING_PAIRS, CONTRADICTIONS

Place = tuple[str, str, Item]
Pair = tuple[Source, Source]
_FEWEST = 3  # contradictions


def without_contradicting(
    scores: Sequence[CollectedScore], gathering: Gathering
) -> Sequence[CollectedScore]:
    """Leave out tables that contradict another in more than a few percent of what both give.

    A form that came twice contradicts in few pairs of region and assessor; those values alone are
    told, by ``joined_scores``.
    """
    by_place: dict[Place, list[CollectedScore]] = defaultdict(list)
    for score in scores:
        by_place[score.region, person_key(score.assessor or ""), score.item].append(score)
    shared: Counter[Pair] = Counter()
    wrong: dict[Pair, list[Place]] = defaultdict(list)
    pairs: dict[Pair, set[tuple[str, str]]] = defaultdict(set)
    for place, found in by_place.items():
        for other in found[1:]:
            pair = (_table(found[0]), _table(other))
            if pair[0] != pair[1]:
                shared[pair] += 1
                pairs[pair].add(place[:2])
                if other.value != found[0].value:
                    wrong[pair].append(place)
    bad = {
        pair: places for pair, places in wrong.items() if _is_bad(places, shared[pair], pairs[pair])
    }
    for (first, second), places in bad.items():
        _tell(first, second, places[0], gathering)
    left = {table for pair in bad for table in pair}
    return [score for score in scores if _table(score) not in left] if left else scores


def _is_bad(places: Sequence[Place], shared: int, pairs: set[tuple[str, str]]) -> bool:
    few = len({place[:2] for place in places}) <= CONTRADICTING_PAIRS * len(pairs)
    return len(places) >= max(_FEWEST, CONTRADICTIONS * shared) and not few and len(pairs) > 1


def _table(score: CollectedScore) -> Source:
    return Source(score.place.file, score.place.sheet)


def _tell(first: Source, second: Source, place: Place, gathering: Gathering) -> None:
    why = _("it and %(other)s give different values for the same places: '%(region)s', %(item)s")
    message = _("the table was not understood and is not read: %(why)s.")
    remedy = _("Tell the two apart by region, assessor, question or year, or leave one out.")
    for one, other in ((first, second), (second, first)):
        facts = {"other": f"{other.file} {other}", "region": place[0], "item": str(place[2])}
        told = message % {"why": why % facts}
        gathering.report(rules.TABLE_UNSETTLED.at(Severity.ERROR), one, told, remedy)
        gathering.set_aside(one, one.sheet or one.file, told)
