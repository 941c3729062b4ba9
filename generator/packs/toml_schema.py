"""A small schema for the settings of a pack: what a key may hold, as values.

Everything that is wrong is found in one go, each with its line.
"""

import datetime
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.messages import Message, _, literal
from evaluation.names import nearest
from evaluation.rules import templates as rules
from evaluation.sources import Finding, Source

MOST_WORDS = 60  # characters of a wrong value that are told

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text; ``choices`` or ``pattern`` say which, ``example`` shows one."""

    choices: tuple[str, ...] = ()
    pattern: str = ""
    example: str = ""

    def allows(self, value: object) -> bool:
        """Tell whether a value is such a text."""
        return (
            isinstance(value, str)
            and (not self.choices or value in self.choices)
            and re.fullmatch(self.pattern or ".*", value, re.DOTALL) is not None
        )

    def expected(self) -> Message:
        """Say what is expected."""
        if self.choices:
            return literal(", ".join(f'"{choice}"' for choice in self.choices))
        return literal(f'"{self.example}"') if self.example else _("a text in quotes")


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds, a whole one where ``whole``."""

    minimum: float
    maximum: float
    whole: bool = False

    def allows(self, value: object) -> bool:
        """Tell whether a value is such a number; nan and inf never are."""
        kinds = int if self.whole else (int, float)
        if not isinstance(value, kinds) or isinstance(value, bool):
            return False
        return math.isfinite(value) and self.minimum <= value <= self.maximum

    def expected(self) -> Message:
        """Say what is expected."""
        words = _("a whole number from %(minimum)g to %(maximum)g") if self.whole else _(
            "a number from %(minimum)g to %(maximum)g"
        )  # fmt: skip
        return words % {"minimum": self.minimum, "maximum": self.maximum}


@dataclass(frozen=True, slots=True)
class Truth:
    """Yes or no."""

    def allows(self, value: object) -> bool:
        """Tell whether a value is true or false."""
        return isinstance(value, bool)

    def expected(self) -> Message:
        """Say what is expected."""
        return literal("true, false")


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as TOML writes it or as a text."""

    def allows(self, value: object) -> bool:
        """Tell whether a value is a day of the calendar."""
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return True
        try:
            return isinstance(value, str) and bool(datetime.date.fromisoformat(value))
        except ValueError:
            return False

    def expected(self) -> Message:
        """Say what is expected."""
        return literal("2024-12-25")


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one kind, at least ``least`` of them."""

    item: "Kind"
    least: int = 0


@dataclass(frozen=True, slots=True)
class Keys:
    """A table with known keys."""

    known: Mapping[str, "Kind"]


@dataclass(frozen=True, slots=True)
class Named:
    """A table whose keys are names that the pack chooses, each with a value of one kind."""

    value: "Kind"


Plain = Text | Number | Truth | Day
Kind = Plain | ListOf | Keys | Named


@dataclass(frozen=True)
class Held:
    """Holds a file against a schema; ``lines`` gives the line of a key by its path."""

    file: str
    lines: Mapping[Path, int] = field(default_factory=dict)

    def findings(self, value: object, kind: Kind, path: Path = ()) -> Iterator[Finding]:
        """Find what is wrong with a value and everything in it."""
        yield from _CHECKS[type(kind)](self, value, kind, path)

    def wrong(self, path: Path, value: object, expected: Message) -> Finding:
        """Make the finding for a value of another kind or out of its bounds."""
        return rules.TEMPLATE_SETTING_WRONG.found(
            self.place(path),
            _("%(key)s cannot be %(value)s.")
            % {"key": ".".join(path) or self.file, "value": _shortened(value)},
            _("Expected: %(kind)s.") % {"kind": expected},
        )

    def unknown(self, path: Path, known: Sequence[str]) -> Finding:
        """Make the finding for a key that is not known."""
        near = nearest(path[-1], known)
        table = ".".join(path[:-1])
        where = _("[%(place)s] has no key “%(key)s”.") % {"place": table, "key": path[-1]}
        return rules.TEMPLATE_SETTING_WRONG.found(
            self.place(path),
            where if table else _("there is no key “%(key)s”.") % {"key": path[-1]},
            _("Did you mean %(word)s?") % {"word": near[0]}
            if near
            else _("Known: %(keys)s.") % {"keys": ", ".join(sorted(known))},
        )

    def place(self, path: Path) -> Source:
        """Give the place of a key, or of the table around it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return Source(self.file, line=self.lines[path[:end]])
        return Source(self.file)


def _shortened(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS]}…"


def _plain(held: Held, value: object, kind: Plain, path: Path) -> Iterator[Finding]:
    if not kind.allows(value):
        yield held.wrong(path, value, kind.expected())


def _list(held: Held, value: object, kind: ListOf, path: Path) -> Iterator[Finding]:
    if not isinstance(value, list) or len(value) < kind.least:
        yield held.wrong(path, value, _("a list: [ … ]"))
        return
    for item in value:
        yield from held.findings(item, kind.item, path)


def _keys(held: Held, value: object, kind: Keys, path: Path) -> Iterator[Finding]:
    if not isinstance(value, Mapping):
        yield held.wrong(path, value, _("a table of keys"))
        return
    for key, inner in value.items():
        if key in kind.known:
            yield from held.findings(inner, kind.known[key], (*path, key))
        else:
            yield held.unknown((*path, key), tuple(kind.known))


def _named(held: Held, value: object, kind: Named, path: Path) -> Iterator[Finding]:
    if not isinstance(value, Mapping):
        yield held.wrong(path, value, _("a table of keys"))
        return
    for key, inner in value.items():
        yield from held.findings(inner, kind.value, (*path, key))


_CHECKS: Mapping[type, Callable[[Held, object, Any, Path], Iterator[Finding]]] = {
    Text: _plain,
    Number: _plain,
    Truth: _plain,
    Day: _plain,
    ListOf: _list,
    Keys: _keys,
    Named: _named,
}


_HEADER = re.compile(r"\s*\[\[?(?P<path>[^\]]+)\]")
_KEY = re.compile(r"\s*(?P<path>[\w\"'-]+(?:\s*\.\s*[\w\"'-]+)*)\s*=")


def lines_of(text: str) -> dict[Path, int]:
    """Give the line that each table and key of a TOML text first stands on, counted from 1."""
    lines: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _path(header["path"])
            for end in range(1, len(table) + 1):
                lines.setdefault(table[:end], number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_path(key["path"])), number)
    return lines


def _path(written: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in written.split("."))
