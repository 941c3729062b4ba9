"""Which region a text names: by any of its spellings, and never by guessing between two."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from evaluation.names import full_words, name_key, reduced
from evaluation.plain import plain
from evaluation.vocabulary.regions import kinds

_REGENCY, _CITY = "kab", "kota"
_CODE = re.compile(r"[0-9]{2}(?:[. ]?[0-9]{2}){0,4}")
_Found = dict[str, list[str]]


class RegionNames:
    """The names of regions, each found by its spellings, its other names and its code.

    ``others`` are further names that a person noted (former, short), each with the name that it
    stands for; ``codes`` are codes, each with the region's name.
    """

    def __init__(
        self,
        names: Iterable[str],
        others: Iterable[tuple[str, str]] = (),
        codes: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.names: Sequence[str] = tuple(dict.fromkeys(names))
        self._by_key = _found((name_key(name), name) for name in self.names)
        self._others = _found((name_key(other), name) for other, name in others)
        self._codes = _found((code_key(code), name) for code, name in codes)
        self._areas = _found((_area(name), name) for name in self.names)
        self._untitled = _found((_untitled(name), name) for name in self.names)
        for name in self.names:
            # A plain name that is listed beside the city of that name is the regency.
            if not _kind(name) and _CITY + _area(name) in self._by_key:
                self._by_key.setdefault(_REGENCY + _area(name), [name])

    def find(self, text: str) -> tuple[str, ...]:
        """Give the names that a text may stand for: one if it is clear, several if it is not.

        The same key wins, then a name that a person noted, then the code; else the kind of region
        may stand behind the name (``Bogor Kota``) or be left out (``badung``). Empty when nothing
        matches.
        """
        key = name_key(text)
        found = self._by_key.get(key) or self._others.get(key) or self.of_code(text)
        if len(found) > 1:
            found = [name for name in found if plain(name) == plain(text)] or found
        return tuple(found or self._loosely(text))

    def of_code(self, text: str) -> Sequence[str]:
        """Give the regions of a code, with or without dots; empty for any other text."""
        return self._codes.get(code_key(text), ()) if _CODE.fullmatch(text.strip()) else ()

    def spelled(self, columns: Sequence[Collection[str]]) -> Mapping[str, str]:
        """Give the names that the texts of several columns stand for; those in doubt are absent.

        A plain name is the regency only if each column that has it has the city beside it.
        """
        beside = [regencies_beside({text: self.find(text) for text in each}) for each in columns]
        spelled = {}
        for text in {text for column in columns for text in column}:
            found = set(self.find(text))
            if len(found) > 1:
                pairs = zip(columns, beside, strict=True)
                found = {regencies.get(text, "") for column, regencies in pairs if text in column}
            if len(found) == 1 and "" not in found:
                spelled[text] = found.pop()
        return spelled

    def _loosely(self, text: str) -> Iterable[str]:
        kind, area = _kind(text), _untitled(text)
        if kind:
            return [name for name in self._untitled.get(area, ()) if _kind(name) == kind]
        words, exact = _named(text), _area(text)
        turned: Iterable[str] = ()
        if len(words) > 1 and words[-1] in kinds().short:
            turned = self._by_key.get(name_key(" ".join((words[-1], *words[:-1]))), [])
        near = (*self._areas.get(exact, ()), *self._untitled.get(exact, ()))
        return dict.fromkeys((*turned, *(near or self._untitled.get(area, ()))))


def regencies_beside(found: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Give the regencies that plain names of a column mean, beside the cities of their names.

    ``found`` gives the names that each text of the column may stand for. ``Bogor`` is the regency
    where ``Kota Bogor`` stands in the same column and the regency nowhere.
    """
    named = {names[0] for names in found.values() if len(names) == 1}
    regencies = {}
    for text, names in found.items():
        left = [name for name in names if name not in named]
        if len(names) == 2 and len(left) == 1 and _kind(left[0]) == _REGENCY:
            regencies[text] = left[0]
    return regencies


class Named(Protocol):
    """A region of a round or of a draft: its name, its code if it has one, its other names."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def code(self) -> str | None: ...  # noqa: D102
    @property
    def others(self) -> tuple[str, ...]: ...  # noqa: D102


def names_of(regions: Sequence[Named]) -> RegionNames:
    """Give the names of regions, found by whatever is noted of each."""
    return RegionNames(
        (one.name for one in regions),
        ((other, one.name) for one in regions for other in one.others),
        ((one.code, one.name) for one in regions if one.code),
    )


def find_name(wanted: str, names: RegionNames) -> tuple[str, ...]:
    """Give the names that ``wanted`` may stand for: one if it is clear, several if it is not.

    Besides what ``names`` finds, the leading word may be left out, whatever kind it says.
    """
    key = name_key(wanted)
    found = names.find(wanted)
    return found or tuple(n for n in names.names if "".join(plain(n).split()[1:]) == key)


def has_kind(text: str) -> bool:
    """Tell whether a text begins like the full name of a region: ``KAB. …``, ``Kota …``."""
    words = plain(text).split()
    return len(words) > 1 and (words[0] in kinds().short or words[0] in kinds().governments)


def code_key(code: str | None) -> str:
    """Give a code without dots and spaces; blank for none."""
    return "".join(char for char in code or "" if char.isalnum()).casefold()


def area_key(words: Sequence[str]) -> str:
    """Give the key under which two spellings of an area meet, from its plain words.

    "DI Yogyakarta" is "Daerah Istimewa Yogyakarta" and "Yogyakarta", "Kep. Meranti" is "Kepulauan
    Meranti".
    """
    bare = reduced(words)
    return "".join(bare[1:] if len(bare) > 1 and bare[0] in kinds().titles else bare)


def _kind(text: str) -> str:
    words = full_words(text)
    return words[0] if words else ""


def _named(text: str) -> Sequence[str]:
    """Give the plain words of an area: without a kind of region and what stands before it."""
    full = full_words(text)
    if full:
        return full[1:]
    words = reduced(plain(text).split())
    while len(words) > 1 and words[0] in kinds().before:
        words = words[1:]
    return words


def _area(text: str) -> str:
    return "".join(reduced(_named(text)))


def _untitled(text: str) -> str:
    return area_key(_named(text))


def _found(pairs: Iterable[tuple[str, str]]) -> _Found:
    found: _Found = {}
    for key, name in pairs:
        if key and name not in found.setdefault(key, []):
            found[key].append(name)
    return found
