"""How a round addresses its regions, learnt from its own rows: "Kepala Desa X" of Desa X.

An agency's profile knows the offices of some kinds of region. For any other kind, most rows say how
it is done, and a row that does otherwise has another's addressee or a slip.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.model import Region
from evaluation.names import plain
from evaluation.region_names import area_key
from letters.addressee import words_of_office

_FEWEST = 3  # rows that read alike, from which they are the usual way
_AGREEING = 0.8  # share of the rows of a kind that read alike

_Form = tuple[str, ...]
"""The words of an addressee before the region's own: ("kepala", "desa")."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How regions are usually addressed: by the word that their names begin with, the form and the
    first region that has it. ``forms`` are those of each region, by its number of row."""

    usual: Mapping[str, tuple[_Form, Region]]

    def model(self, region: Region) -> Region | None:
        """Give a region of the same kind that is addressed as most are; None without a usage."""
        found = self.usual.get(_kind(region))
        return found[1] if found else None

    def agrees(self, region: Region) -> bool:
        """Tell whether a region is addressed as most of its kind are."""
        found = self.usual.get(_kind(region))
        return found is not None and _form(region) == found[0]


def usage_of(regions: Sequence[Region]) -> Usage:
    """Give how regions are addressed, kind by kind, where nearly all of a kind read alike."""
    groups: dict[str, list[tuple[_Form | None, Region]]] = {}
    for region in regions:
        groups.setdefault(_kind(region), []).append((_form(region), region))
    usual = {}
    for kind, group in groups.items():
        (form, count), *_rest = Counter(form for form, _region in group).most_common(1)
        if form is not None and count >= max(_FEWEST, _AGREEING * len(group)):
            usual[kind] = (form, next(region for told, region in group if told == form))
    return Usage(usual)


def _kind(region: Region) -> str:
    return (plain(region.name).split() or [""])[0]


def _form(region: Region) -> _Form | None:
    """Give the words before the region's area in its addressee; None where that is not in it."""
    words = words_of_office(region.addressee)
    name = plain(region.name).split()
    area = area_key(name[1:] or name)
    for first in range(1, len(words)):
        for last in range(first + 1, len(words) + 1):
            if area_key(words[first:last]) == area:
                return tuple(words[:first])
    return None
