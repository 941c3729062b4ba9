"""Messages as values: identifier and facts, put into words at the edge, in the reader's language.

The identifier is the English sentence of the code, which a gettext catalogue beside this module
translates (``locale/<language>/LC_MESSAGES/laporan.po``). Nothing that is kept or handed on holds a
sentence: whoever shows a message to a reader words it, with ``str``. The people served read
Indonesian, so that is the language wherever the environment does not ask for English.
"""

import gettext
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Union

DOMAIN = "laporan"
LOCALE_DIR = Path(__file__).parent / "locale"
LANGUAGES = ("id", "en")
_MARKS = {"id": ",", "en": "."}  # between a number's whole and its decimals
_PLACE = re.compile(r"%\((\w+)\)[-+ 0#]*[.\d]*[a-z]|%%")
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

_language: ContextVar[str] = ContextVar("language", default="en")

Fact = Union[str, int, float, Decimal, "Message", tuple["Fact", ...], None]
"""What a message is about. A tuple is told as a list, ``1, 2, 3``; None as ``–``."""


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """Give the message language that the environment asks for: ``en`` when named, else ``id``."""
    for variable in _VARIABLES:
        wanted = environment.get(variable, "").split(":")[0].lower()
        if wanted:
            return "en" if wanted.startswith("en") else "id"
    return "id"


def set_language(language: str) -> None:
    """Word messages in ``language``, one of LANGUAGES, from here on in this context.

    Another thread, or another task of an event loop, keeps its own; a catalogue that is missing
    leaves English.
    """
    _language.set(language)


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Word messages in ``language`` within the block, in this context alone."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def current_language() -> str:
    """Give the language of this context, so that a worker process can be told of it."""
    return _language.get()


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell a reader; ``str`` words it, in the language of the context at that moment.

    ``plural`` is blank but for a message that depends on ``count``. ``facts`` are sorted by name;
    None before any were filled in. Messages are equal when they say the same of the same facts.
    """

    id: str
    plural: str = ""
    count: int = 0
    facts: tuple[tuple[str, Fact], ...] | None = None

    def __mod__(self, facts: Mapping[str, object]) -> "Message":
        """Give the message about these facts, those that it does not name left out.

        Raises KeyError for one that it names and is not given.
        """
        names = sorted(_named(self.id) | _named(self.plural))
        return replace(self, facts=tuple((name, _fact(facts[name])) for name in names))

    def __str__(self) -> str:
        """Word the message; decimals as the language writes them."""
        if not self.id:
            return ""
        catalogue = _catalogue(_language.get())
        if self.plural:
            text = catalogue.ngettext(self.id, self.plural, self.count)
        else:
            text = catalogue.gettext(self.id)
        if self.facts is None:
            return text
        facts = dict(self.facts)
        return _PLACE.sub(lambda place: _filled_in(place, facts), text)

    def suits(self, facts: Mapping[str, object]) -> bool:
        """Tell whether every fact that the message names is given."""
        return _named(self.id) | _named(self.plural) <= facts.keys()

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.id)


NOTHING = Message("")
"""Says nothing: the remedy of what has none."""


def _(message: str) -> Message:
    """Make a message of its English sentence; ``%`` fills in the places (``%(name)s``)."""
    return Message(message)


def ngettext(singular: str, plural: str, count: int) -> Message:
    """Make a message that depends on a count."""
    return Message(singular, plural, count)


def literal(text: object) -> Message:
    """Give a text that is the same in every language, a name for instance, as a message."""
    return _SAID % {"text": text}


def composed(*parts: object, between: str | Message = " ") -> Message:
    """Give several messages or texts as one, blank ones left out."""
    given = [part for part in parts if part not in ("", NOTHING)]
    said = {f"{_PART}{number:03}": part for number, part in enumerate(given)}
    places = f"%({_PART})s".join(f"%({name})s" for name in said)
    return Message(places) % (said | {_PART: between})


def is_part(name: str) -> bool:
    """Tell whether a fact of this name is a part of a composed message, or stands between two."""
    return name.startswith(_PART)


def number_text(value: Decimal) -> str:
    """Write a number as the language does: ``3,5`` in Indonesian, ``3.5`` in English."""
    return f"{value:f}".replace(".", _MARKS[_language.get()])


_SAID = Message("%(text)s")
_PART = "_part"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE_DIR, languages=[language], fallback=True)


@cache
def _named(text: str) -> frozenset[str]:
    return frozenset(name for name in _PLACE.findall(text) if name)


def _fact(value: object) -> Fact:
    """Give a fact as it is kept: whatever is neither number nor message is kept as its text."""
    if isinstance(value, Message | Decimal | float | int) or value is None:
        return value
    if isinstance(value, tuple | list):
        return tuple(map(_fact, value))
    if isinstance(value, BaseException) and [type(part) for part in value.args] == [Message]:
        return _fact(value.args[0])
    return str(value)


def _filled_in(place: re.Match[str], facts: Mapping[str, Fact]) -> str:
    if not place[1]:
        return "%"
    fact = facts[place[1]]
    if place[0].endswith("s"):
        return _worded(fact)
    try:
        text = place[0] % facts
    except (TypeError, ValueError, OverflowError):  # a fact of another kind, from another version
        return _worded(fact)
    return text.replace(".", _MARKS[_language.get()]) if isinstance(fact, Decimal | float) else text


def _worded(fact: Fact) -> str:
    if isinstance(fact, Decimal):
        return number_text(fact)
    if isinstance(fact, float):
        return str(fact).replace(".", _MARKS[_language.get()])
    if isinstance(fact, tuple):
        return ", ".join(map(_worded, fact))
    return "–" if fact is None else str(fact)
