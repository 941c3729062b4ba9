"""Whether the characters that a page holds are enough to read it, or its picture must be read."""

import unicodedata

from extractors.pages.page import Page
from extractors.pages.tolerances import READABLE

_VOWELS = frozenset("aeiou")


def readable(page: Page) -> bool:
    """Tell whether the page's own characters suffice.

    They do not when there are hardly any (a scan, text drawn as outlines; a scan may bear a short
    stamp or page number), nor when they are garbage, as from fonts that do not say which letter a
    shape is. Whether the page holds a picture does not matter.
    """
    text = "".join(word.text for word in page.words)[: READABLE.sample]
    if sum(char.isalnum() for char in text) < READABLE.letters:
        return False
    return not _garbled(text)


def better_of(written: Page, recognised: Page) -> Page:
    """Choose between a page's own characters and those recognised in its picture.

    A cover of a few words is better as it was written; a scan with a stamp is not.
    """
    own, seen = _text(written), _text(recognised)
    if recognised.fault or not seen:
        return written
    return recognised if _garbled(own) or len(seen) > READABLE.much_more * len(own) else written


def _text(page: Page) -> str:
    return "".join(char for word in page.words for char in word.text if char.isalnum())


def _garbled(text: str) -> bool:
    """Tell odd characters, or letters that no language has in these shares.

    A font without its table of letters mostly shifts all codes by one amount, which leaves letters
    and signs, but hardly a vowel among them.
    """
    odd = sum(_is_odd(char) for char in text)
    if odd > READABLE.odd * len(text):
        return True
    letters = [char for char in text.casefold() if char.isascii() and char.isalpha()]
    if len(letters) < READABLE.judged:
        return False
    share = sum(char in _VOWELS for char in letters) / len(letters)
    return not READABLE.fewest_vowels <= share <= READABLE.most_vowels


def _is_odd(char: str) -> bool:
    """Tell unassigned, private and control characters, and the sign for an unknown one."""
    return char == "\ufffd" or unicodedata.category(char) in ("Cn", "Co", "Cc", "Cs")
