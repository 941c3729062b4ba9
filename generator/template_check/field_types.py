"""The vocabulary of templates as types, read off the dataclasses of ``templating.fields``.

What a template says about a field can so be held against the fields without rendering anything.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from jinja2.runtime import LoopContext

from evaluation.names import nearest
from generator.templating.fields import FieldGroup, RegionFields, RoundFields
from generator.templating.letter_facts import LetterFacts

_LOOP = tuple(name for name in dir(LoopContext) if not name.startswith("_"))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a value in a template.

    ``kind`` is its Python type as the dataclasses annotate it, Any where nothing is known.
    ``paths`` are the fields that it may be (``kategori[].nama``); none for a value that the
    template made itself. ``items`` are the paths of a list that the template wrote down.
    """

    kind: Any = Any
    paths: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


UNKNOWN = Known()
TEXT = Known(str)
LOOP = Known(LoopContext)


@cache
def _fields(group: Hashable) -> Mapping[str, Any]:
    return get_type_hints(group)


def round_scope() -> Mapping[str, Known]:
    """Give the fields that a document of the whole round sees."""
    return {name: Known(_bare(kind), (name,)) for name, kind in _fields(RoundFields).items()}


def region_scope() -> Mapping[str, Known]:
    """Give the fields that a document about one region sees besides."""
    return {name: Known(_bare(kind), (name,)) for name, kind in _fields(RegionFields).items()}


def part_of(owner: Known, name: str) -> Known | None:
    """Give a part of a value (``owner.name``); None when it has no such part."""
    paths = tuple(f"{path}.{name}" for path in owner.paths)
    if owner.kind is Any:
        return Known(Any, paths)
    if owner.kind is LetterFacts:
        return Known(str, paths)
    kind = _parts(owner.kind).get(name)
    return None if kind is None else Known(_bare(kind), paths)


def nearest_part(owner: Known, name: str) -> tuple[str, ...]:
    """Give the part of a value that is spelled most like ``name``; empty if none is."""
    return nearest(name, _parts(owner.kind))


def item_of(owner: Known) -> Known:
    """Give what a loop over a value goes through, one at a time."""
    paths = owner.items or tuple(f"{path}[]" for path in owner.paths)
    arguments = get_args(owner.kind) if get_origin(owner.kind) in (tuple, list) else ()
    return Known(_bare(arguments[0]) if arguments else Any, paths)


def list_of(kind: Any) -> Any:
    """Give the type of a list of such values."""
    return Any if kind is Any else tuple[kind, ...]


def either(values: Iterable[Known]) -> Any:
    """Give the type that several values share, Any where they differ."""
    kinds = {value.kind for value in values}
    return kinds.pop() if len(kinds) == 1 else Any


def _parts(kind: Any) -> Mapping[str, Any]:
    if kind is LoopContext:
        return dict.fromkeys(_LOOP, Any)
    if isinstance(kind, type) and issubclass(kind, FieldGroup):
        return _fields(cast(Hashable, kind))
    return {}


def _bare(kind: Any) -> Any:
    """Leave None out of a type: whether there is a value is asked when a document is made."""
    if isinstance(kind, UnionType):
        kinds = [one for one in get_args(kind) if one is not NoneType]
        return kinds[0] if len(kinds) == 1 else Any
    return kind
