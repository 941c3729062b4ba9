"""Which region a text names: as the checks join names, and never by guessing between two."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation.draft import FoundRegion
from evaluation.names import find_name, name_key, nearest, plain, similarity
from evaluation.vocabulary.regions import kinds

_KINDS = kinds()
_ALIKE = 0.88  # two names as alike as this are probably one, mistyped
_LOOKED_FOR = 100  # wrong names whose nearest ones are looked up


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
        self._by_key = {name_key(name): name for name in self.names}
        self._codes = {_code(r.code): r.name for r in self.all if r.code}
        self._settled = {name_key(text): name for text, name in settled.items()}
        self._areas: dict[str, list[str]] = {}
        for name in self.names:
            self._areas.setdefault(_area(name), []).append(name)
        self._met: dict[tuple[str, str], Joined] = {}
        self._read: dict[str, Joined] = {}
        self._looked = 0

    def find(self, text: str, code: str = "") -> Joined:
        """Give the region of a name, with the help of a code beside it where there is one."""
        met = self._met.get((text, code))
        if met is None:
            met = self._met[text, code] = self._joined(text, code)
        return met

    def knows(self, text: str) -> bool:
        """Tell whether a text names one of the regions, or several of them."""
        named = self._named(text)
        return named.name is not None or named.ambiguous

    def _joined(self, text: str, code: str) -> Joined:
        named, coded = self._named(text), self._codes.get(_code(code)) if code else None
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
            return Joined(self._by_key.get(name_key(settled), settled))
        for spelled in _spellings(text):
            name = self._by_key.get(name_key(spelled))
            if name is not None:
                return Joined(name)
        words = plain(text).split()
        if words and words[0] not in _KINDS.short:
            meant = self._areas.get("".join(words), [])
            if meant:
                return Joined(meant[0]) if len(meant) == 1 else Joined(None, tuple(meant), True)
        return Joined(None)

    def _unknown(self, text: str) -> Joined:
        self._looked += 1
        return Joined(None, nearest(text, self.names, 3) if self._looked <= _LOOKED_FOR else ())


def _code(code: str | None) -> str:
    return "".join(char for char in code or "" if char.isalnum()).casefold()


def _area(name: str) -> str:
    words = plain(name).split()
    return "".join(words[1:] if len(words) > 1 and words[0] in _KINDS.short else words)


def _spellings(text: str) -> Sequence[str]:
    """Give the names behind ``Pemkab Badung`` and ``Bogor, Kota``; the text itself comes first."""
    words = plain(text).split()
    while len(words) > 1 and words[0] in _KINDS.before:
        words = words[1:]
    if words:
        words = [_KINDS.governments.get(words[0], words[0]), *words[1:]]
    spelled = [text, " ".join(words)]
    if len(words) > 1 and words[-1] in _KINDS.short and words[0] not in _KINDS.short:
        spelled.append(" ".join((words[-1], *words[:-1])))
    return spelled


def has_kind(text: str) -> bool:
    """Tell whether a text begins like the full name of a region: ``KAB. …``, ``Kota …``."""
    words = plain(text).split()
    return len(words) > 1 and (words[0] in _KINDS.short or words[0] in _KINDS.governments)


def met_regions(named: Iterable[FoundRegion]) -> tuple[FoundRegion, ...]:
    """Give each region that files name once, as it is spelled most often.

    A name without the kind of region is dropped when a full name answers to it: whether to one of
    them or to several is for ``Regions`` to tell.
    """
    full: dict[str, FoundRegion] = {}
    spelled: dict[str, Counter[str]] = {}
    for region in named:
        key = name_key(region.name)
        kept = full.setdefault(key, region)
        spelled.setdefault(key, Counter())[region.name] += 1
        if kept.code is None and region.code:
            full[key] = replace(kept, code=region.code)
    regions = [replace(r, name=spelled[key].most_common(1)[0][0]) for key, r in full.items()]
    names = [region.name for region in regions if has_kind(region.name)]
    return tuple(r for r in regions if has_kind(r.name) or not find_name(r.name, names))


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
