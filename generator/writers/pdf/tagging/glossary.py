"""Abbreviations found in a text, whose places are counted in letters as speech counts them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.document.blocks import Abbreviation

BLANKS = re.compile("[ \t\r\n\f\v]+")
_REMEMBERED = 4096  # texts; those of a question table come again in every report

Stretch = tuple[int, int, str]
"""The letters at which a stretch begins and ends, and the words that it stands for, if any."""


def letters(text: str) -> int:
    """Count the characters that are no blanks; a blank that does not break counts as a letter."""
    return len(BLANKS.sub("", text))


class Glossary:
    """Finds abbreviations, the longest first and none within a word."""

    def __init__(self, abbreviations: Sequence[Abbreviation]) -> None:
        self._meanings = {one.short: one.long for one in abbreviations if one.short and one.long}
        longest_first = sorted(self._meanings, key=len, reverse=True)
        words = (re.escape(one) + (r"(?!\w)" if one[-1].isalnum() else "") for one in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})")
        self.stretches = lru_cache(_REMEMBERED)(self._stretches)

    def _stretches(self, text: str) -> Sequence[Stretch]:
        """Give the stretches of a text that are abbreviations, in order."""
        if not any(short in text for short in self._meanings):
            return ()
        found = []
        for match in self._pattern.finditer(text):
            begin = letters(text[: match.start()])
            end = begin + letters(match.group())
            found.append((begin, end, self._meanings[match.group()]))
        return tuple(found)


NO_GLOSSARY = Glossary(())


@lru_cache(maxsize=8)
def glossary_of(abbreviations: tuple[Abbreviation, ...]) -> Glossary:
    """Give the glossary of some abbreviations, the same for all documents of a pack."""
    return Glossary(abbreviations)
