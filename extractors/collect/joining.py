"""What several places say about one thing: the same twice is told, two different values refused."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from evaluation.draft import (
    Draft,
    FoundComment,
    FoundQuestion,
    FoundRegion,
    FoundScore,
    Item,
)
from evaluation.messages import _, ngettext
from evaluation.names import name_key, plain
from evaluation.origins import time_text
from evaluation.rules import collecting as rules
from evaluation.sources import Source
from extractors.collect.gathering import CollectedComment, CollectedScore, Gathering
from extractors.collect.neighbours import without_contradicting
from extractors.collect.people import person_key
from extractors.collect.regions import alike

Key = tuple[str, str, Item]
Pair = tuple[Source, Source]


def joined_scores(
    scores: Iterable[CollectedScore], gathering: Gathering
) -> tuple[CollectedScore, ...]:
    """Give each score once; of scores that contradict each other none is given (reported)."""
    groups: dict[Key, list[CollectedScore]] = {}
    for score in without_contradicting(_without_recaps(list(scores), gathering), gathering):
        key = (score.region, person_key(score.assessor or ""), score.item)
        groups.setdefault(key, []).append(score)
    repeated: Counter[Pair] = Counter()
    kept = []
    for group in groups.values():
        if len({score.value for score in group}) > 1:
            _contradicts(group, gathering)
            continue
        kept.append(group[0])
        for other in group[1:]:
            repeated[_table(group[0].place), _table(other.place)] += 1
    _report_repeats(repeated, gathering)
    return tuple(kept)


def _without_recaps(
    scores: Sequence[CollectedScore], gathering: Gathering
) -> Sequence[CollectedScore]:
    """Leave out tables that name no assessor beside the assessors' own scores of their places."""
    named = {(s.region, s.item) for s in scores if s.assessor}
    recaps: dict[Source, int] = {}
    for score in scores:
        if not score.assessor and (score.region, score.item) in named:
            table = _table(score.place)
            recaps[table] = recaps.get(table, 0) + 1
    for table in recaps:
        message = _(
            "the table holds results: it names no assessor, and the assessors' own scores are"
            " there; it is not collected."
        )
        gathering.report(rules.TABLE_OF_RESULTS, table, message)
        gathering.set_aside(table, table.sheet or table.file, message)
    return [s for s in scores if s.assessor or _table(s.place) not in recaps]


def _contradicts(group: Sequence[CollectedScore], gathering: Gathering) -> None:
    first = group[0]
    other = next(score for score in group if score.value != first.value)
    message = _(
        "'%(region)s', %(item)s, %(assessor)s: %(value)s here and %(other)s in %(place)s; none of"
        " them is collected."
    ) % {
        "region": first.region,
        "item": first.item,
        "assessor": first.assessor or "–",
        "value": other.value,
        "other": first.value,
        "place": _full(first.place),
    }
    gathering.report(rules.SCORE_CONTRADICTS, other.place, message, _("Correct one of the two."))
    for score in group:
        gathering.set_aside(score.place, str(score.value), message)


def _table(place: Source) -> Source:
    return Source(place.file, place.sheet)


def _full(place: Source) -> str:
    """Write a place with its file, which a source that has a sheet leaves out."""
    return place.file if place.sheet is None else f"{place.file}: {place}"


def _report_repeats(repeated: Counter[Pair], gathering: Gathering) -> None:
    for (first, other), count in repeated.items():
        message = ngettext(
            "%(count)d value stands in %(place)s as well, and equally.",
            "%(count)d values stand in %(place)s as well, and equally.",
            count,
        )
        told = message % {"count": count, "place": _full(first)}
        gathering.report(rules.VALUE_REPEATED, other, told)


def joined_comments(
    comments: Iterable[CollectedComment], gathering: Gathering
) -> tuple[CollectedComment, ...]:
    """Give each point of an assessor once, in the order in which they were read."""
    first: dict[tuple[str, str, str, str], CollectedComment] = {}
    repeated: Counter[Pair] = Counter()
    for comment in comments:
        key = (
            comment.region,
            name_key(comment.section),
            name_key(comment.assessor),
            plain(comment.point),
        )
        known = first.setdefault(key, comment)
        if known is not comment:
            repeated[_table(known.place), _table(comment.place)] += 1
    _report_repeats(repeated, gathering)
    return tuple(first.values())


def report_alike(scores: Iterable[CollectedScore], gathering: Gathering) -> None:
    """Report assessors of one region whose names are nearly one: their scores count twice."""
    names: dict[str, dict[str, Source]] = {}
    for score in scores:
        if score.assessor:
            names.setdefault(score.region, {}).setdefault(score.assessor, score.place)
    for region, places in names.items():
        for first, second in _distinct(alike(tuple(places))):
            message = _("'%(first)s' and '%(second)s' are probably one assessor of '%(region)s'.")
            told = message % {"first": first, "second": second, "region": region}
            remedy = _("Write the name alike in both files.")
            gathering.report(rules.ASSESSOR_NAMES_ALIKE, places[second], told, remedy)


def report_alike_regions(regions: Iterable[FoundRegion], gathering: Gathering) -> None:
    """Report regions whose names are nearly one, where nobody said which ones there are."""
    places = {region.name: region.source for region in regions}
    for first, second in _distinct(alike(tuple(places))):
        message = _("'%(first)s' and '%(second)s' are probably one region.")
        told = message % {"first": first, "second": second}
        remedy = _("Write the name alike in all files.")
        gathering.findings.add(rules.REGION_NAMES_ALIKE.found(places[second], told, remedy))


def _distinct(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((first, second) for first, second in pairs if name_key(first) != name_key(second))


def drafted(
    scores: Iterable[CollectedScore],
    comments: Iterable[CollectedComment],
    regions: Iterable[FoundRegion],
    questions: Iterable[FoundQuestion],
) -> Draft:
    """Give what the files say of the round; a region that they name took part."""
    return Draft(
        questions=tuple(sorted(questions, key=lambda one: one.number)),
        regions=tuple(replace(one, attended=True) for one in regions),
        scores=tuple(_score(one) for one in scores),
        comments=tuple(_comment(one) for one in comments),
    )


_time = lru_cache(maxsize=1_000)(time_text)


def _score(one: CollectedScore) -> FoundScore:
    return FoundScore(
        one.region,
        one.assessor,
        one.item,
        one.value,
        one.institution,
        source=one.place,
        time=_time(one.file_time),
    )


def _comment(one: CollectedComment) -> FoundComment:
    told = (one.region, one.section, one.assessor, one.institution, one.point)
    return FoundComment(*told, source=one.place)
