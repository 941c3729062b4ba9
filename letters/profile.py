"""The agency profile: how one agency numbers its letters and addresses its regions, as data."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evaluation.errors import WrongTemplateError
from evaluation.messages import NOTHING, _
from evaluation.names import name_key, nearest
from evaluation.sources import Source
from letters.number import NumberParts, check_pattern
from letters.signing import Mode, Signing

OWN_NUMBER, SAME_NUMBER = "own", "same"
"""Whether a correction takes a number of its own (key ``correction`` of ``[register]``)."""

_KEYS = {"agency", "number", "security", "kinds", "calendar", "register", "label", "signing"}
_FIXED_PARTS = ("security", "unit", "classification")
_NO_PARTS = NumberParts()


@dataclass(frozen=True, slots=True)
class RegionKind:
    """A kind of region: how its names begin, how it is written out, who heads it."""

    prefixes: tuple[str, ...]
    name: str
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutgoingBook:
    """Where the unit's outgoing book is, and what its numbers bear besides their count.

    ``file`` is the path as the profile gives it; None where there is no register. ``parts`` are
    the fixed parts of a number (security, unit, classification). ``own_number`` is True where a
    correction takes a number of its own, False where it bears that of what it corrects.
    """

    file: str | None = None
    parts: NumberParts = _NO_PARTS
    own_number: bool = True


_NO_BOOK = OutgoingBook()

LABEL_PARTS = ("penerima", "wilayah", "kode", "urut", "nomor")
"""What the lines of a label may name in braces: addressee, region, its code and place, letter."""


@dataclass(frozen=True, slots=True)
class LabelWording:
    """What stands on the label of a region's envelope: its lines, and a small one at the foot."""

    lines: tuple[str, ...] = ("Kepada Yth.", "{penerima}", "di Tempat")
    foot: str = "{urut} · {wilayah} · {nomor}"


_USUAL_LABEL = LabelWording()
_UNSIGNED = Signing()


@dataclass(frozen=True)
class AgencyProfile:
    """One agency's rules. ``kinds`` stand in the order in which regions are listed.

    ``holidays`` are the days besides Saturdays and Sundays on which the agency sends no letter.
    """

    agency: str
    number_pattern: str
    security_codes: Mapping[str, str]
    kinds: tuple[RegionKind, ...]
    holidays: frozenset[datetime.date] = frozenset()
    book: OutgoingBook = _NO_BOOK
    label: LabelWording = _USUAL_LABEL
    signing: Signing = _UNSIGNED

    @staticmethod
    def from_mapping(data: Mapping[str, Any], source: Source) -> "AgencyProfile":
        """Build a profile from its TOML file.

        Raises WrongTemplateError, naming the key, for one that is unknown, missing or of the
        wrong kind, and for a number pattern or a holiday that cannot be understood.
        """
        return _Reader(source).profile(data)


class _Reader:
    """Reads the profile's keys, telling each fault with its key."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def profile(self, data: Mapping[str, Any]) -> AgencyProfile:
        self._only(data, _KEYS, "")
        number = self._get(data, "number", dict)
        self._only(number, {"pattern"}, "number.")
        security = self._get(data, "security", dict)
        return AgencyProfile(
            agency=self._get(data, "agency", str),
            number_pattern=self._pattern(self._get(number, "pattern", str)),
            security_codes={str(code): str(meaning) for code, meaning in security.items()},
            kinds=tuple(self._kind(kind) for kind in self._get(data, "kinds", list)),
            holidays=self._holidays(data),
            book=self._book(data),
            label=self._label(data),
            signing=self._signing(data),
        )

    def _signing(self, data: Mapping[str, Any]) -> Signing:
        if "signing" not in data:
            return _UNSIGNED
        signing = self._get(data, "signing", dict)
        self._only(signing, {"mode", "address"}, "signing.")
        told = {key: self._get(signing, key, str) for key in signing}
        try:
            return Signing(Mode(told.get("mode", Mode.NONE.value)), told.get("address", ""))
        except ValueError:
            raise WrongTemplateError(
                _("there is no way of signing “%(mode)s”.") % {"mode": told["mode"]},
                source=self._source,
                remedy=_("Ways: %(modes)s.") % {"modes": ", ".join(one.value for one in Mode)},
            ) from None

    def _label(self, data: Mapping[str, Any]) -> LabelWording:
        if "label" not in data:
            return _USUAL_LABEL
        label = self._get(data, "label", dict)
        self._only(label, {"lines", "foot"}, "label.")
        lines = self._get(label, "lines", list) if "lines" in label else _USUAL_LABEL.lines
        foot = self._get(label, "foot", str) if "foot" in label else _USUAL_LABEL.foot
        for line in (*lines, foot):
            self._known_parts(str(line))
        return LabelWording(tuple(map(str, lines)), foot)

    def _known_parts(self, line: str) -> None:
        try:
            line.format(**dict.fromkeys(LABEL_PARTS, ""))
        except (KeyError, ValueError, IndexError, AttributeError):
            raise WrongTemplateError(
                _("the label's line “%(line)s” names what there is not.") % {"line": line},
                source=self._source,
                remedy=_("Parts: %(parts)s.")
                % {"parts": ", ".join(f"{{{one}}}" for one in LABEL_PARTS)},
            ) from None

    def _book(self, data: Mapping[str, Any]) -> OutgoingBook:
        if "register" not in data:
            return _NO_BOOK
        book = self._get(data, "register", dict)
        self._only(book, {"file", "correction", *_FIXED_PARTS}, "register.")
        told = {key: self._get(book, key, str) for key in book}
        return OutgoingBook(
            file=told.get("file"),
            parts=NumberParts(**{part: told.get(part) for part in _FIXED_PARTS}),
            own_number=told.get("correction", OWN_NUMBER) == OWN_NUMBER,
        )

    def _holidays(self, data: Mapping[str, Any]) -> frozenset[datetime.date]:
        if "calendar" not in data:
            return frozenset()
        calendar = self._get(data, "calendar", dict)
        self._only(calendar, {"holidays"}, "calendar.")
        days = self._get(calendar, "holidays", list) if "holidays" in calendar else []
        return frozenset(map(self._day, days))

    def _day(self, day: object) -> datetime.date:
        """Read a holiday; TOML has dates of its own, which need no quotes."""
        try:
            return datetime.date.fromisoformat(str(day))
        except ValueError:
            raise WrongTemplateError(
                _("the holiday “%(text)s” is no date.") % {"text": day},
                source=self._source,
                remedy=_("Write it like 2024-12-25."),
            ) from None

    def _kind(self, data: Mapping[str, Any]) -> RegionKind:
        self._only(data, {"prefixes", "name", "offices"}, "kinds.")
        return RegionKind(
            prefixes=tuple(map(str, self._get(data, "prefixes", list))),
            name=self._get(data, "name", str),
            offices=tuple(map(str, self._get(data, "offices", list))),
        )

    def _pattern(self, pattern: str) -> str:
        try:
            check_pattern(pattern)
        except ValueError as fault:
            raise WrongTemplateError(
                _("the number pattern “%(pattern)s” is wrong at {%(part)s}.")
                % {"pattern": pattern, "part": fault},
                source=self._source,
                remedy=_("Parts: security, sequence, unit, classification, month:02, year."),
            ) from None
        return pattern

    def _get(self, data: Mapping[str, Any], key: str, kind: type[Any]) -> Any:
        if not isinstance(data, Mapping) or not isinstance(data.get(key), kind):
            raise WrongTemplateError(
                _("the key “%(key)s” is missing or of the wrong kind.") % {"key": key},
                source=self._source,
            )
        return data[key]

    def _only(self, data: Any, known: set[str], prefix: str) -> None:
        for key in data if isinstance(data, Mapping) else ():
            if key not in known:
                near = nearest(key, known)
                raise WrongTemplateError(
                    _("there is no key “%(key)s”.") % {"key": prefix + key},
                    source=self._source,
                    remedy=_("Did you mean %(word)s?") % {"word": near[0]} if near else NOTHING,
                )


_NAME = re.compile(r"\s*([^\W\d_]+)[\s.]*(.*)", re.DOTALL)


def split_name(name: str) -> tuple[str, str]:
    """Give the first word of a region's name and the rest: ``KAB.BADUNG`` is "KAB", "BADUNG"."""
    match = _NAME.fullmatch(name)
    return (match[1], match[2].strip()) if match else (name, "")


def kind_of(name: str, profile: AgencyProfile) -> RegionKind | None:
    """Give the kind of a region by how its name begins; None where no prefix fits."""
    head, area = split_name(name)
    for kind in profile.kinds:
        if area and name_key(head) in {name_key(prefix) for prefix in kind.prefixes}:
            return kind
    return None
