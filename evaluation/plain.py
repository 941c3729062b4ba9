"""Texts reduced to what counts in comparing them: small Latin letters, digits, single spaces."""

import re
import unicodedata

# Letters that decompose to nothing simpler, yet are read as a Latin letter: Turkish dotless i,
# stroked letters, and the Cyrillic and Greek capitals that look exactly like Latin ones.
_LOOK_ALIKES = str.maketrans(
    "ıłøđАВЕКМНОРСТУХІЈаеорсухіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ilodABEKMHOPCTYXIJaeopcyxijABEZHIKMNOPTYX",
)
_OTHER_SIGNS = re.compile("[^0-9a-z]+")


def plain(text: str) -> str:
    """Give ``text`` in lower-case Latin letters and digits, words parted by single spaces."""
    if text.isascii():  # nearly every name: the long way has nothing to take off it
        return _OTHER_SIGNS.sub(" ", text.lower()).strip()
    bare = as_latin(text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def as_latin(text: str) -> str:
    """Give ``text`` with look-alikes as the Latin letters they are read as, marks taken off."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LOOK_ALIKES))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
