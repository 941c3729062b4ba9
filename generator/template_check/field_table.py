"""The fields of a pack as a table that people read: what, whether it must be there, where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.messages import NOTHING, _
from generator.template_check.checking import Needed, fact_key

FIRST_PLACES = 3
_GAP = "  "


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of the list; ``key`` is its heading in the sheet Surat, empty for another field."""

    path: str
    key: str
    optional: bool
    places: tuple[str, ...]


def field_table(needed: Sequence[Needed], show_all: bool = False) -> Iterator[str]:
    """Give the lines of the table: the facts of the sheet Surat, then the fields made from data.

    A field is optional where every use asks first whether it is there. A field's places are named
    as ``template:line``, the first of them or all.
    """
    listed = _listed(needed)
    facts = [one for one in listed if one.key]
    others = [one for one in listed if not one.key]
    if facts:
        yield str(_("Facts of the sheet Surat:"))
        yield from _aligned([(str(_("key")), *_head()), *(_row(one, show_all) for one in facts)])
    if facts and others:
        yield ""
    if others:
        yield str(_("Fields made from the data:"))
        yield from _aligned([_head(), *(_row(one, show_all)[1:] for one in others)])


def _head() -> tuple[str, ...]:
    return str(_("field")), str(_("needed")), str(_("where"))


def _listed(needed: Sequence[Needed]) -> list[_Field]:
    by_path: dict[str, list[Needed]] = {}
    for one in needed:
        by_path.setdefault(one.path, []).append(one)
    return [
        _Field(
            path,
            fact_key(path) or "",
            all(use.optional for use in uses),
            _places(uses),
        )
        for path, uses in sorted(by_path.items())
    ]


def _places(uses: Sequence[Needed]) -> tuple[str, ...]:
    """Give the places of a field, those first where the template does not ask for it."""
    ordered = sorted(uses, key=lambda use: use.optional)
    return tuple(dict.fromkeys(f"{use.source.file}:{use.source.line}" for use in ordered))


def _row(one: _Field, show_all: bool) -> tuple[str, ...]:
    shown = one.places if show_all else one.places[:FIRST_PLACES]
    rest = len(one.places) - len(shown)
    more = _(" and %(count)d more") % {"count": rest} if rest else NOTHING
    needs = _("optional") if one.optional else _("required")
    return one.key, one.path, str(needs), ", ".join(shown) + str(more)


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"{_GAP}{_GAP.join(cells)}".rstrip()
