"""The record that a file carries inside itself, and whether its pages prove it.

A record comes from whoever made the file, so it is read as anything of strangers is: within bounds,
every value of its kind. It is believed only where each score that the pages print stands in it, and
none besides; otherwise the pages are what counts, and the difference is told.
"""

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from evaluation.doubts import doubt
from evaluation.names import plain
from evaluation.record import Flag, Record, RecordedDimension, RecordedItem
from evaluation.record_json import from_json
from evaluation.rules.archive import RECORD_DIFFERS
from evaluation.sources import Source

MAX_RECORD = 4_000_000  # bytes of a record; that of 115 questions and 40 comments has 60,000


def carried(data: bytes, file: str) -> Record:
    """Give the record in an embedded file.

    Raises ValueError for one that is too large, damaged, or holds a value of another kind.
    """
    if len(data) > MAX_RECORD:
        raise ValueError("no record: it is too large")
    try:
        record = from_json(data.decode())
    except (ValueError, ArithmeticError, RecursionError) as fault:
        raise ValueError(f"no record: {fault}") from fault
    if not _is(record, Record):
        raise ValueError("no record: a value of another kind")
    return replace(record, file=file, flags=())


def _is(value: object, kind: Any) -> bool:
    """Tell whether a value, with all that it holds, is of the kind that its field announces."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return any(_is(value, one) for one in get_args(kind))
    if origin is tuple:
        return isinstance(value, tuple) and all(_is(one, get_args(kind)[0]) for one in value)
    if isinstance(value, bool) and kind is not bool:
        return False
    if not isinstance(value, kind):
        return False
    return all(_is(getattr(value, name), one) for name, one in _kinds(kind).items())


@lru_cache
def _kinds(kind: Any) -> Mapping[str, Any]:
    """Give the fields of a class of records by name, each with its kind; none of other classes."""
    if not is_dataclass(kind) or kind is Source:
        return {}
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind)}


def settled(data: bytes | None, printed: Record) -> tuple[Record, bool]:
    """Give what counts of a file, and whether the record that it carries is proven by its pages."""
    if data is None:
        return printed, False
    try:
        inside = carried(data, printed.file)
    except ValueError:
        unreadable = Flag(doubt(RECORD_DIFFERS), Source(printed.file))
        return replace(printed, flags=(unreadable, *printed.flags)), False
    differing = tuple(differences(inside, printed))
    if not differing:
        return proven(inside, printed), True
    return _doubted(printed, differing), False


def _doubted(printed: Record, differing: tuple[Flag, ...]) -> Record:
    """Give the record of the pages with what differs flagged."""
    doubts = {(plain(one.dimension or ""), one.number): one.doubt for one in differing}
    dimensions = (
        replace(
            dimension,
            items=tuple(
                replace(one, flag=doubts.get((plain(dimension.name), one.number), one.flag))
                for one in dimension.items
            ),
        )
        for dimension in printed.dimensions
    )
    return replace(printed, dimensions=tuple(dimensions), flags=(*differing, *printed.flags))


def differences(inside: Record, printed: Record) -> Iterator[Flag]:
    """Tell where a carried record and the pages disagree: region, averages, every score."""
    whole = Source(printed.file)
    if plain(inside.region or "") != plain(printed.region or ""):
        yield Flag(doubt(RECORD_DIFFERS, region=inside.region or "–"), whole)
        return
    theirs, ours, places = _scores(inside), _scores(printed), _places(printed)
    names = {plain(one.name): one.name for one in (*inside.dimensions, *printed.dimensions)}
    for key in dict.fromkeys((*ours, *theirs)):
        if theirs.get(key) != ours.get(key):
            facts = {"inside": _told(theirs.get(key)), "printed": _told(ours.get(key))}
            place = places.get(key, whole)
            yield Flag(doubt(RECORD_DIFFERS, **facts), place, names[key[0]], key[1])


Key = tuple[str, int | None]
"""A dimension, by its name made plain, and the number of a question; None for its average."""


def _scores(record: Record) -> Mapping[Key, object]:
    """Give every value that a report prints; what neither has a value for is no difference."""
    found: dict[Key, object] = {}
    for dimension in record.dimensions:
        name = plain(dimension.name)
        if dimension.average is not None:
            found[name, None] = dimension.average
        found |= {(name, one.number): one.score for one in dimension.items if one.score is not None}
    return found


def _places(record: Record) -> Mapping[Key, Source]:
    found: dict[Key, Source] = {}
    for dimension in record.dimensions:
        name = plain(dimension.name)
        if dimension.source:
            found[name, None] = dimension.source
        found |= {(name, one.number): one.source for one in dimension.items if one.source}
    return found


def _told(value: object) -> str:
    return "–" if value is None else f"{value}".replace(".", ",")


def proven(inside: Record, printed: Record) -> Record:
    """Give the record that the pages prove: its texts as they were written, the pages' places.

    What only the pages have (addressees, absentees, the national table) and what they left doubtful
    stays theirs.
    """
    places = _places(printed)
    items: dict[Key, RecordedItem] = {
        (plain(dimension.name), one.number): one
        for dimension in printed.dimensions
        for one in dimension.items
    }
    return replace(
        printed,
        region=inside.region,
        category=inside.category,
        year=inside.year,
        letter=inside.letter,
        dimensions=tuple(_placed(one, places, items) for one in inside.dimensions),
        comments=inside.comments,
    )


def _placed(
    dimension: RecordedDimension, places: Mapping[Key, Source], items: Mapping[Key, RecordedItem]
) -> RecordedDimension:
    name = plain(dimension.name)
    found = (_printed_as(one, items.get((name, one.number))) for one in dimension.items)
    return replace(dimension, items=tuple(found), source=places.get((name, None)))


def _printed_as(item: RecordedItem, page: RecordedItem | None) -> RecordedItem:
    if page is None:
        return replace(item, flag=None, source=None)
    return replace(item, printed=page.printed, flag=page.flag, source=page.source)
