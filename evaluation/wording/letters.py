"""Letters that only look right: of another alphabet within a word, or capitals in its middle."""

import re
import unicodedata
from collections.abc import Iterator

from evaluation.messages import _
from evaluation.names import as_latin
from evaluation.rules import workbook as rules
from evaluation.sources import Finding
from evaluation.wording.texts import Text, TextKind

_WORD = re.compile(r"[^\W\d_]+")
_OTHER = ("N", "Lm")  # figures above and below the line; signs such as in Mʻaruf
_DOTS = frozenset("\u0130\u0131")  # Turkish i with its dot in the wrong place
# "KONawe", "bADUNG": a word in capitals that goes on in small letters, or the reverse.
_MIXED = re.compile(r"\b(?:[A-Z]{2,}[a-z]{2,}|[a-z]+[A-Z]{2,})[A-Za-z]*\b")


def odd_letters(text: Text) -> Iterator[Finding]:
    """Find a word that mixes Latin letters with look-alikes: WAKATOB\u0130, \u0412adung."""
    if text.text.isascii():
        return
    for word in _WORD.findall(text.text):
        odd = [char for char in word if char in _DOTS or not _latin(char)]
        if odd and len(odd) < len(word):
            yield rules.ODD_LETTER.found(
                text.source,
                _("“%(word)s” holds a letter that only looks right: %(letters)s.")
                % {"word": word, "letters": ", ".join(f"U+{ord(char):04X}" for char in odd)},
                _("Type it anew: %(word)s.") % {"word": as_latin(word)},
            )


def odd_capitals(text: Text) -> Iterator[Finding]:
    """Find a name whose capitals stop or start within a word: "KONawe"."""
    match = _MIXED.search(text.text) if text.kind is TextKind.NAME else None
    if match:
        yield rules.ODD_CAPITALS.found(
            text.source,
            _("“%(word)s” mixes capitals and small letters.") % {"word": match[0]},
            _("Write it as the other names are written, or silence this rule here."),
        )


def _latin(char: str) -> bool:
    """Tell whether a letter is Latin, or one of the signs that stand in words of any kind."""
    return "LATIN" in unicodedata.name(char, "") or unicodedata.category(char).startswith(_OTHER)
