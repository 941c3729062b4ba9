"""Does an addressee head the region whose report the letter brings?

Bupati with kabupaten, Walikota with kota, as the agency's profile says, and both of one area; an
office that the profile does not know as the other rows use it (``letters.addressee_usage``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.messages import _
from evaluation.model import Evaluation, Region
from evaluation.names import name_key, plain
from evaluation.region_names import area_key
from evaluation.rules import workbook as rules
from evaluation.sources import Finding, Source
from letters.addressee import full_name, words_of_office
from letters.addressee_usage import Usage, usage_of
from letters.profile import AgencyProfile, RegionKind, kind_of, split_name

_LONGEST_OFFICE = 3  # words
# What follows says where the letter goes: "…, Bali", "… u.p. Sekretaris Daerah", "… c.q. Kepala
# Dinas Contoh".
_FURTHER = re.compile(r"[,;(\n]|(?<!\w)(?:u\.? ?p|c[./]? ?q)\.?(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Addressee:
    """An addressee taken apart; ``kind`` is the kind of region that the office heads."""

    kind: RegionKind
    area: str


def check_addressees(evaluation: Evaluation, profile: AgencyProfile) -> Iterator[Finding]:
    """Find addressees that do not head their region.

    An office or a kind of region that the profile does not know is told only where it knows that of
    other regions: a profile that knows none is simply not about regions of this sort.
    """
    regions = [region for region in evaluation.regions if region.addressee.strip()]
    read = [(region, _read(region.addressee, profile)) for region in regions]
    knows_kinds = any(kind_of(region.name, profile) for region in evaluation.regions)
    knows_offices = any(addressee for _region, addressee in read)
    usage = usage_of(regions)
    for region in evaluation.regions:
        known = kind_of(region.name, profile) or usage.agrees(region)
        if knows_kinds and not known:
            yield _kind_unknown(region, profile)
    for region, addressee in read:
        if addressee is not None:
            yield from _compared(region, addressee, profile)
        elif _other_office(usage.model(region), profile):
            yield from _against_usage(region, usage)
        elif knows_offices:
            yield _office_unknown(region, profile)


def headed_area(addressee: str, profile: AgencyProfile) -> tuple[str, str] | None:
    """Give the kind of region that an addressee heads and its area, as keys to compare.

    None where the profile knows no such office.
    """
    read = _read(addressee, profile)
    return (read.kind.name, read.area) if read else None


def region_area(name: str, profile: AgencyProfile) -> tuple[str, str] | None:
    """Give a region's kind and area as ``headed_area`` does; None where its kind is unknown."""
    kind = kind_of(name, profile)
    return (kind.name, area_key(plain(split_name(name)[1]).split())) if kind else None


def head_of(name: str, profile: AgencyProfile) -> str | None:
    """Give who heads a region by its kind: "Bupati Badung"; None where the kind has no office."""
    kind = kind_of(name, profile)
    if kind is None or not kind.offices:
        return None
    return f"{kind.offices[0]}{full_name(name, profile).removeprefix(kind.name)}"


def _read(addressee: str, profile: AgencyProfile) -> _Addressee | None:
    """Take an addressee apart; what follows its area ("… di Denpasar") does not count."""
    words = words_of_office(_FURTHER.split(addressee, maxsplit=1)[0])
    offices = {name_key(office): kind for kind in profile.kinds for office in kind.offices}
    for length in range(_LONGEST_OFFICE, 0, -1):
        kind = offices.get(name_key(" ".join(words[:length])))
        if kind is not None:
            return _Addressee(kind, area_key(_placeless(_without_kind(words[length:], kind))))
    return None


def _without_kind(words: Sequence[str], kind: RegionKind) -> Sequence[str]:
    """Leave the kind of region out of "Gubernur Provinsi Bengkulu"."""
    names = {name_key(name) for name in (*kind.prefixes, kind.name)}
    return words[1:] if len(words) > 1 and name_key(words[0]) in names else words


def _placeless(words: Sequence[str]) -> Sequence[str]:
    """Leave out where the office is: "Badung di Denpasar"; a title "DI" begins the area."""
    end = next((at for at, word in enumerate(words) if at and word == "di"), len(words))
    return words[:end] or words


def _compared(region: Region, addressee: _Addressee, profile: AgencyProfile) -> Iterator[Finding]:
    head = head_of(region.name, profile)
    if head is None or region_area(region.name, profile) == (addressee.kind.name, addressee.area):
        return
    yield rules.ADDRESSEE_CONTRADICTS_REGION.found(
        _place(region),
        _("the addressee “%(addressee)s” does not head %(region)s.")
        % {"addressee": region.addressee, "region": region.name},
        _("Write %(head)s, or correct the region's name.") % {"head": head},
    )


def _other_office(model: Region | None, profile: AgencyProfile) -> bool:
    """Tell whether most rows of a kind name an office that the profile does not know."""
    return model is not None and _read(model.addressee, profile) is None


def _against_usage(region: Region, usage: Usage) -> Iterator[Finding]:
    model = usage.model(region)
    if model is None or usage.agrees(region):
        return
    yield rules.ADDRESSEE_CONTRADICTS_REGION.found(
        _place(region),
        _("the addressee “%(addressee)s” does not head %(region)s.")
        % {"addressee": region.addressee, "region": region.name},
        _("The others read like “%(addressee)s” for %(region)s.")
        % {"addressee": model.addressee, "region": model.name},
    )


def _office_unknown(region: Region, profile: AgencyProfile) -> Finding:
    offices = [office for kind in profile.kinds for office in kind.offices]
    return rules.ADDRESSEE_OFFICE_UNKNOWN.found(
        _place(region),
        _("the agency's profile knows no office like that of “%(addressee)s”.")
        % {"addressee": region.addressee},
        _("Offices: %(offices)s.") % {"offices": ", ".join(offices)},
    )


def _kind_unknown(region: Region, profile: AgencyProfile) -> Finding:
    prefixes = [kind.prefixes[0] for kind in profile.kinds if kind.prefixes]
    return rules.REGION_KIND_UNKNOWN.found(
        region.source,
        _("the agency's profile knows no kind of region like that of “%(region)s”.")
        % {"region": region.name},
        _("A name begins with one of these: %(prefixes)s.") % {"prefixes": ", ".join(prefixes)},
    )


def _place(region: Region) -> Source:
    return region.addressee_source or region.source
