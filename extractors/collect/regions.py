"""Which region a text names: as the checks join names, and never by guessing between two."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation.draft import FoundRegion
from evaluation.names import name_key, nearest, similarity
from evaluation.region_names import RegionNames, code_key, has_kind, regencies_beside

_ALIKE = 0.88  # two names as alike as this are probably one, mistyped
_FOREIGN_CODES = 2  # regions with another's code, from which the codes are of another list
_LOOKED_FOR = 100  # wrong names whose nearest ones are looked up
_CODED = re.compile(r"\(?([0-9]{2}(?:[. ]?[0-9]{2}){0,4})\)?\s*[-–—:./|_]?\s*(?=[^\W\d])(.+)")
_CODED_BEHIND = re.compile(r"(.*[^\W\d_.)])\s*[-–—:/|_(\[]\s*([0-9]{2}(?:[.]?[0-9]{2}){0,4})[)\]]?")


@dataclass(frozen=True, slots=True)
class Joined:
    """The region that a text names, or None and the names that it may have meant."""

    name: str | None
    near: tuple[str, ...] = ()
    ambiguous: bool = False


class Regions:
    """The regions that may be named; ``settled`` says what the user settled, text by text."""

    def __init__(self, regions: Iterable[FoundRegion], settled: Mapping[str, str]) -> None:
        self.all: Sequence[FoundRegion] = tuple(regions)
        self.names: Sequence[str] = tuple(region.name for region in self.all)
        self._by_name = RegionNames(
            self.names, ((other, one.name) for one in self.all for other in one.others)
        )
        self._codes = {code_key(r.code): r.name for r in self.all if r.code}
        self._settled = {name_key(text): name for text, name in settled.items()}
        self._met: dict[tuple[str, str], Joined] = {}
        self._read: dict[str, Joined] = {}
        self._looked = 0

    def find(self, text: str, code: str = "") -> Joined:
        """Give the region of a name, with the help of a code beside it where there is one."""
        met = self._met.get((text, code))
        if met is None:
            met = self._met[text, code] = self._joined(text, code)
        return met

    def beside(self, texts: Iterable[str]) -> Mapping[str, str]:
        """Give the regencies that plain names of a column mean, beside the cities of their names.

        ``Bogor`` is the regency where ``Kota Bogor`` stands in the same column and the regency
        nowhere.
        """
        named = {text: self._named(text) for text in texts}
        return regencies_beside(
            {
                text: (one.name,) if one.name else one.near if one.ambiguous else ()
                for text, one in named.items()
            }
        )

    def knows(self, text: str) -> bool:
        """Tell whether a text names one of the regions, or several of them."""
        named = self._named(text)
        return named.name is not None or named.ambiguous

    def by_code(self, text: str) -> str | None:
        """Give the region of a code of the round; None for any other text."""
        key = code_key(text)
        return self._codes.get(key) if len(key) > 1 and any(map(str.isdigit, key)) else None

    def with_kind(self, text: str) -> str | None:
        """Give the region that a text names in full, with its kind; None for any other text."""
        return self._named(text).name if has_kind(text) else None

    def codes_are_foreign(self, beside: Iterable[tuple[str, str]]) -> bool:
        """Tell whether the codes beside names are those of another list than the round's.

        That is so where several names that are sure stand beside codes that are not theirs.
        """
        foreign = set()
        for text, code in beside:
            name = self._named(text).name if text and code else None
            if name is not None and self._codes.get(code_key(code)) != name:
                foreign.add(name)
        return len(foreign) >= _FOREIGN_CODES

    def _joined(self, text: str, code: str) -> Joined:
        named, coded = self._named(text), self._codes.get(code_key(code)) if code else None
        if coded is None or named.name == coded:
            return named if named.name or named.ambiguous else self._unknown(text)
        if named.name is not None:
            return Joined(None, (named.name, coded), ambiguous=True)
        likely = coded in named.near or similarity(text, coded) >= 0.6
        return Joined(coded) if likely else Joined(None, (coded,))

    def _named(self, text: str) -> Joined:
        if text not in self._read:
            self._read[text] = self._names(text)
        return self._read[text]

    def _names(self, text: str) -> Joined:
        settled = self._settled.get(name_key(text))
        if settled is not None:
            found = self._by_name.find(settled)
            return Joined(found[0] if len(found) == 1 else settled)
        found = self._by_name.find(text)
        if found:
            return Joined(found[0]) if len(found) == 1 else Joined(None, found, ambiguous=True)
        return self._coded(text)

    def _coded(self, text: str) -> Joined:
        """Give the region of a text that holds name and code; none where the two contradict."""
        name, code = coded_name(text)
        if not code:
            return Joined(None)
        named, coded = self._names(name), self._codes.get(code_key(code))
        if named.ambiguous and coded in named.near:
            return Joined(coded)
        contradicts = coded is not None and named.name is not None and coded != named.name
        return Joined(None, (named.name or "", coded or "")) if contradicts else named

    def _unknown(self, text: str) -> Joined:
        self._looked += 1
        return Joined(None, nearest(text, self.names, 3) if self._looked <= _LOOKED_FOR else ())


def coded_name(text: str) -> tuple[str, str]:
    """Part a code before or behind a name from it: ``32.01 - Kab. Bogor``; blank without one."""
    before, behind = _CODED.fullmatch(text.strip()), _CODED_BEHIND.fullmatch(text.strip())
    if before:
        return before[2].strip(), before[1]
    return (behind[1].strip(), behind[2]) if behind else (text, "")


def met_regions(named: Iterable[FoundRegion]) -> tuple[FoundRegion, ...]:
    """Give each region that files name once, as it is spelled most often.

    A name without the kind of region is dropped when a full name answers to it: whether to one of
    them or to several is for ``Regions`` to tell.
    """
    full: dict[str, FoundRegion] = {}
    spelled: dict[str, Counter[str]] = {}
    for met in named:
        name, code = coded_name(met.name)
        region = replace(met, name=name, code=met.code or code or None)
        key = name_key(region.name)
        kept = full.setdefault(key, region)
        spelled.setdefault(key, Counter())[region.name] += 1
        if kept.code is None and region.code:
            full[key] = replace(kept, code=region.code)
    regions = [replace(r, name=spelled[key].most_common(1)[0][0]) for key, r in full.items()]
    names = RegionNames(region.name for region in regions if has_kind(region.name))
    return tuple(r for r in regions if has_kind(r.name) or not names.find(r.name))


def alike(names: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Give the pairs of names that are probably one name, mistyped; digits never are."""
    pairs = []
    for index, first in enumerate(names[:400]):
        for second in nearest(first, names[index + 1 : 400], 2):
            if _digits(first) == _digits(second) and similarity(first, second) >= _ALIKE:
                pairs.append((first, second))
    return pairs


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
