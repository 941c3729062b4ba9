"""What reads like an assessor: a judge by number or letter, or a person's name."""

import re
from functools import lru_cache

from evaluation.names import name_key, plain
from evaluation.vocabulary.files import words_of
from extractors.collect import periods
from extractors.collect.headings import Vocabulary
from extractors.collect.kinds import Kind, kind_of
from extractors.collect.questions import number_in
from extractors.collect.words import is_foot

_WORDS = words_of("people")
_JUDGE = re.compile(rf"(?:{'|'.join(_WORDS['judges']['words'])})\W*\w{{1,3}}")
_TITLES = frozenset(_WORDS["titles"]["words"])
_GENERIC = frozenset(_WORDS["generic"]["words"])
_COLLECTIVE = frozenset(words.replace(" ", "") for words in _WORDS["collective"]["words"])
_NAMED = frozenset(_WORDS["named"]["words"])
_BY = "|".join(_WORDS["by"]["words"])
_LED = re.compile(rf"\b(?:{_BY})\b\s*([:–—-]?)\s*(.+)", re.IGNORECASE)
_LONGEST = 60  # letters of a name


def person_key(name: str) -> str:
    """Give the key of an assessor's name; a table says each of them thousands of times."""
    return _key(name) if len(name) <= _LONGEST else name_key(name)


_key = lru_cache(maxsize=10_000)(name_key)


@lru_cache(maxsize=10_000)
def is_judge(text: str) -> bool:
    """Tell whether a text names an assessor by number or letter: ``Asesor 1``, ``Juri B``."""
    return _JUDGE.fullmatch(plain(text)) is not None


@lru_cache(maxsize=10_000)
def has_title(text: str) -> bool:
    """Tell whether a text has the titles of a person: ``Dr. …``, ``…, M.Si.``."""
    words = plain(text.replace(".", "")).split()
    return len(words) > 1 and any(word in _TITLES for word in words)


@lru_cache(maxsize=10_000)
def heads_people(heading: str) -> bool:
    """Tell whether a heading may stand above who filled in: ``Responden (asesor)``, ``Nama``."""
    padded = f" {plain(heading)} "
    judged = any(f" {word} " in padded for word in _WORDS["judges"]["words"])
    return judged or padded.strip() in _NAMED


@lru_cache(maxsize=10_000)
def person_in(text: str) -> str:
    """Give the person whom running text names: behind ``oleh`` or a colon; blank for none.

    A name that no such word leads to is one only by its title or its number: ``Asesor 2``.
    """
    found = None
    while led := _LED.search(text):
        found, text = led, led[2]
    if found is None:
        return ""
    name = (
        found[2].strip().rstrip(":;.").strip() if not has_title(found[2]) else found[2].strip(" :;")
    )
    word = found[0][: found.start(1) - found.start()].strip()
    numbered = f"{word} {name}"
    if is_judge(numbered):
        return numbered
    led_to = bool(found[1]) or plain(word) in ("oleh", "by")
    return name if (led_to or has_title(name)) and _reads_like_name(name) else ""


def _reads_like_name(text: str) -> bool:
    """Tell whether a text is written as names are: few words with capitals, and no figures."""
    words = text.replace(",", " ").split()
    if not words or len(words) > 8 or len(text) > _LONGEST or any(map(str.isdigit, text)):
        return False
    if any(word in _GENERIC for word in plain(text).split()):
        return False
    return all(word[:1].isupper() for word in words)


@lru_cache(maxsize=10_000)
def is_collective(key: str) -> bool:
    """Tell whether the key of a name is that of a team, a moderator or a result, no assessor's."""
    return key in _COLLECTIVE


def may_be_person(text: str, words: Vocabulary) -> bool:
    """Tell whether a text may name an assessor: neither region, question, total nor period."""
    if is_judge(text):
        return True
    key = plain(text)
    if not any(map(str.isalpha, key)) or any(map(str.isdigit, key)) or len(text) > _LONGEST:
        return False
    if number_in(text) is not None or is_foot(text) or kind_of(text) is not Kind.PLAIN:
        return False
    if periods.names_period(text) or words.region(text) is not None:
        return False
    if any(word in _GENERIC for word in key.split()):
        return False
    guess = words.word(text)
    return guess is None and words.item((text,)) is None and not words.names_dimension(text)
