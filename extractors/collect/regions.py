"""Which region a text names: as the checks join names, and never by guessing between two."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation.draft import FoundRegion
from evaluation.names import find_name, name_key, nearest, plain, similarity
from evaluation.vocabulary.regions import kinds

_KINDS = kinds()
_REGENCY = "kab"
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
        self._by_key = {name_key(name): name for name in self.names}
        self._codes = {_code(r.code): r.name for r in self.all if r.code}
        self._settled = {name_key(text): name for text, name in settled.items()}
        self._areas: dict[str, list[str]] = {}
        for name in self.names:
            self._areas.setdefault(_area(name), []).append(name)
            shorter = _area(_short(name))
            if shorter != _area(name):
                self._areas.setdefault(shorter, []).append(name)
                self._by_key.setdefault(name_key(_short(name)), name)
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
        met = set(texts)
        named = {joined.name for text in met if (joined := self._named(text)).name}
        found = {}
        for text in met:
            joined = self._named(text)
            left = [name for name in joined.near if name not in named]
            alone = joined.ambiguous and len(joined.near) == 2 and len(left) == 1
            if alone and plain(left[0]).split()[0] == _REGENCY:
                found[text] = left[0]
        return found

    def knows(self, text: str) -> bool:
        """Tell whether a text names one of the regions, or several of them."""
        named = self._named(text)
        return named.name is not None or named.ambiguous

    def by_code(self, text: str) -> str | None:
        """Give the region of a code of the round; None for any other text."""
        key = _code(text)
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
            if name is not None and self._codes.get(_code(code)) != name:
                foreign.add(name)
        return len(foreign) >= _FOREIGN_CODES

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
        for spelled in (*_spellings(text), *_spellings(_short(text))):
            name = self._by_key.get(name_key(spelled))
            if name is not None:
                return Joined(name)
        words = plain(text).split()
        if words and words[0] not in _KINDS.short:
            meant = self._areas.get("".join(words)) or self._areas.get(_area(_short(text)), [])
            if meant:
                return Joined(meant[0]) if len(meant) == 1 else Joined(None, tuple(meant), True)
        return self._coded(text)

    def _coded(self, text: str) -> Joined:
        """Give the region of a text that holds name and code; none where the two contradict."""
        name, code = coded_name(text)
        if not code:
            return Joined(None)
        named, coded = self._names(name), self._codes.get(_code(code))
        if named.ambiguous and coded in named.near:
            return Joined(coded)
        contradicts = coded is not None and named.name is not None and coded != named.name
        return Joined(None, (named.name or "", coded or "")) if contradicts else named

    def _unknown(self, text: str) -> Joined:
        self._looked += 1
        return Joined(None, nearest(text, self.names, 3) if self._looked <= _LOOKED_FOR else ())


def _code(code: str | None) -> str:
    return "".join(char for char in code or "" if char.isalnum()).casefold()


def _area(name: str) -> str:
    words = plain(name).split()
    return "".join(words[1:] if len(words) > 1 and words[0] in _KINDS.short else words)


def _short(text: str) -> str:
    """Write a name as its shorter spellings do: ``Kep.`` for Kepulauan, without ``Adm.``."""
    words = [_KINDS.parts.get(word, word) for word in plain(text).split()]
    return " ".join(word for word in words if word)


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


def coded_name(text: str) -> tuple[str, str]:
    """Part a code before or behind a name from it: ``32.01 - Kab. Bogor``; blank without one."""
    before, behind = _CODED.fullmatch(text.strip()), _CODED_BEHIND.fullmatch(text.strip())
    if before:
        return before[2].strip(), before[1]
    return (behind[1].strip(), behind[2]) if behind else (text, "")


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
    for met in named:
        name, code = coded_name(met.name)
        region = replace(met, name=name, code=met.code or code or None)
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
