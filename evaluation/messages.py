"""The language of messages to the user: a gettext catalogue, English in the code.

The catalogue stands beside this module (``locale/<language>/LC_MESSAGES/laporan.po``). The people
served read Indonesian, so that is the language wherever the environment does not ask for English.
"""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

DOMAIN = "laporan"
LOCALE_DIR = Path(__file__).parent / "locale"
LANGUAGES = ("id", "en")
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
    """Translate one message; placeholders (``%(name)s``) are filled in by the caller afterwards."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a message that depends on a count."""
    return _catalogue.ngettext(singular, plural, count)
