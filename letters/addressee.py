"""Regions and their addressees: written out, and in the order in which a letter lists them."""

from collections.abc import Iterable

from evaluation.model import Region
from evaluation.names import plain
from letters.profile import AgencyProfile, kind_of

# Acting heads ("Pj. Bupati …") are listed where the head would be.
_ACTING = ("pj ", "pjs ", "plt ", "plh ", "penjabat ")
_SMALL_WORDS = frozenset({"dan", "di", "ke", "dari"})


def full_name(name: str, profile: AgencyProfile) -> str:
    """Write a region's name out for running text: ``KAB. BADUNG`` is "Kabupaten Badung".

    A name that already mixes capitals and small letters keeps them.
    """
    kind = kind_of(name, profile)
    area = name.partition(" ")[2].strip() if kind else name
    written = _capitalised(area) if name.isupper() else area
    return f"{kind.name} {written}" if kind else written


def _capitalised(name: str) -> str:
    words = name.lower().split(" ")
    return " ".join(word if word in _SMALL_WORDS else _capital(word) for word in words)


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def sorted_by_kind(regions: Iterable[Region], profile: AgencyProfile) -> tuple[Region, ...]:
    """Order regions as the national table does: by kind as the profile lists them, then by name."""

    def order(region: Region) -> tuple[int, str, int]:
        kind = kind_of(region.name, profile)
        rank = profile.kinds.index(kind) if kind else len(profile.kinds)
        area = region.name.partition(" ")[2] if kind else region.name
        return rank, plain(area), region.number

    return tuple(sorted(regions, key=order))


def sorted_by_addressee(regions: Iterable[Region], profile: AgencyProfile) -> tuple[Region, ...]:
    """Order regions as the annex of addressees does: by office, then by the office's area."""
    offices = [office for kind in profile.kinds for office in kind.offices]

    def order(region: Region) -> tuple[int, str, int]:
        for rank, office in enumerate(offices):
            area = _after(office, region.addressee)
            if area is not None:
                return _rank(rank, profile), area, region.number
        return len(offices), plain(region.addressee), region.number

    return tuple(sorted(regions, key=order))


def _after(office: str, addressee: str) -> str | None:
    """Give the area after an office ("Bupati Badung" → "badung"); None for another office."""
    head, words = plain(office), plain(addressee)
    for acting in _ACTING:
        words = words.removeprefix(acting)
    return words[len(head) :].strip() if words.startswith(f"{head} ") else None


def _rank(office: int, profile: AgencyProfile) -> int:
    """Give the kind that the n-th office belongs to, so that spellings of it sort together."""
    for rank, kind in enumerate(profile.kinds):
        office -= len(kind.offices)
        if office < 0:
            return rank
    return len(profile.kinds)
