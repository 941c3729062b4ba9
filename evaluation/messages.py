"""The language of messages to the user: a gettext catalogue, English in the code.

The catalogue stands beside this module (``locale/<language>/LC_MESSAGES/laporan.po``). The people
served read Indonesian, so that is the language wherever the environment does not ask for English.
"""

import gettext
import os
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

DOMAIN = "laporan"
LOCALE_DIR = Path(__file__).parent / "locale"
LANGUAGES = ("id", "en")
_MARKS = {"id": ",", "en": "."}  # between a number's whole and its decimals
_PLACE = re.compile(r"%\((\w+)\)[-+ 0#]*[.\d]*[a-z]|%%")
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """Give the message language that the environment asks for: ``en`` when named, else ``id``."""
    for variable in _VARIABLES:
        wanted = environment.get(variable, "").split(":")[0].lower()
        if wanted:
            return "en" if wanted.startswith("en") else "id"
    return "id"


def set_language(language: str) -> None:
    """Make ``_`` speak ``language``, one of LANGUAGES; a missing catalogue leaves English."""
    global _catalogue, _language
    _catalogue = gettext.translation(DOMAIN, LOCALE_DIR, languages=[language], fallback=True)
    _language = language


def current_language() -> str:
    """Give the language that ``_`` speaks now, so that a worker process can be told of it."""
    return _language


def _(message: str) -> str:
    """Translate one message; placeholders (``%(name)s``) are filled in by the caller afterwards.

    A Decimal or float that is filled in is written as the language writes numbers.
    """
    return _told(_catalogue.gettext(message))


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a message that depends on a count."""
    return _told(_catalogue.ngettext(singular, plural, count))


def number_text(value: Decimal) -> str:
    """Write a number as the language does: ``3,5`` in Indonesian, ``3.5`` in English."""
    return f"{value:f}".replace(".", _MARKS[_language])


class _Told(str):
    """A message with placeholders, which writes the numbers that are filled in."""

    __slots__ = ()

    def __mod__(self, facts: Any) -> str:
        """Fill in the placeholders."""
        return _PLACE.sub(lambda place: _filled_in(place, facts), str(self))


def _told(text: str) -> str:
    return _Told(text) if "%(" in text else text


def _filled_in(place: re.Match[str], facts: Mapping[str, Any]) -> str:
    fact = facts[place[1]] if place[1] else None
    if isinstance(fact, Decimal) and place[0].endswith("s"):
        return number_text(fact)
    text = place[0] % facts
    return text.replace(".", _MARKS[_language]) if isinstance(fact, Decimal | float) else text
