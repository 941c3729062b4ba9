"""Regions and their addressees: written out, and in the order in which a letter lists them."""

import re
import unicodedata
from collections.abc import Iterable

from evaluation.model import Region
from evaluation.names import plain
from letters.profile import AgencyProfile, kind_of, split_name

_ACTING = frozenset(
    {"pj", "pjs", "plt", "plh", "pejabat", "penjabat", "sementara", "pelaksana", "tugas", "harian"}
)
_ADDRESSING = frozenset({"kepada", "yth", "sdr", "saudara", "bapak", "ibu"})
_SMALL_WORDS = frozenset({"dan", "di", "ke", "dari"})
# Kept in capitals where an area begins with them: Daerah (Khusus Ibukota, Istimewa).
_DISTRICTS = frozenset({"dki", "di", "d.i."})
_FIRST_LETTER = re.compile(r"(?<![\w'’])\w")


def full_name(name: str, profile: AgencyProfile) -> str:
    """Write a region's name out for running text: ``KAB. BADUNG`` is "Kabupaten Badung".

    A name that already mixes capitals and small letters keeps them.
    """
    kind = kind_of(name, profile)
    area = split_name(name)[1] if kind else name
    written = _capitalised(area) if name.isupper() else area
    return f"{kind.name} {written}".strip() if kind else written


def _capitalised(name: str) -> str:
    # In small letters the Turkish dotted capital would become two characters.
    latin = unicodedata.normalize("NFC", name).replace("İ", "I").lower()
    first, *others = latin.split() or [""]
    written = first.upper() if first in _DISTRICTS else _capital(first)
    return " ".join([written, *(w if w in _SMALL_WORDS else _capital(w) for w in others)])


def _capital(word: str) -> str:
    """Begin each part of a word with a capital: "una-una" is "Una-Una", "ma'rang" "Ma'rang"."""
    return _FIRST_LETTER.sub(lambda letter: letter[0].upper(), word)


def sorted_by_kind(regions: Iterable[Region], profile: AgencyProfile) -> tuple[Region, ...]:
    """Order regions as the national table does: by kind as the profile lists them, then by name."""

    def order(region: Region) -> tuple[int, str, int]:
        kind = kind_of(region.name, profile)
        rank = profile.kinds.index(kind) if kind else len(profile.kinds)
        area = split_name(region.name)[1] if kind else region.name
        return rank, plain(area), region.number

    return tuple(sorted(regions, key=order))


def sorted_by_addressee(regions: Iterable[Region], profile: AgencyProfile) -> tuple[Region, ...]:
    """Order regions as the annex of addressees does: by office, then by the office's area.

    Spellings of one office stand together; an office that the profile lacks comes last.
    """
    offices = [
        (rank, plain(office).split())
        for rank, kind in enumerate(profile.kinds)
        for office in kind.offices
    ]

    def order(region: Region) -> tuple[int, str, int]:
        words = words_of_office(region.addressee)
        for rank, office in offices:
            if words[: len(office)] == office:
                return rank, " ".join(words[len(office) :]), region.number
        return len(profile.kinds), plain(region.addressee), region.number

    return tuple(sorted(regions, key=order))


def words_of_office(addressee: str) -> list[str]:
    """Give an addressee in plain words from the office on: acting heads stand for the head.

    "Yth. Pj. Bupati Badung" is ``bupati``, ``badung``.
    """
    words = plain(addressee).split()
    while words and words[0] in _ACTING | _ADDRESSING:
        words = words[1:]
    return words
