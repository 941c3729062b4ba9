"""Texts in the codes of a face's subsets: a fixed one, the same in every file, and rare letters.

The fixed subset never follows from a document, so what was set once is right in every other.
Letters that are not in it get codes in subsets of that document alone, in the order of use.
"""

from collections.abc import Sequence

_BLANK = " "
_FURTHER = "–—‘’“”…•°±×é≤≥−□²³"
FIXED = "".join(map(chr, range(32, 127))) + "\x7f" + _FURTHER
"""The letters of the fixed subset, from code 32; U+007F stands for none."""

_ROOM = 256
_ESCAPED = {ord(one): f"\\{one}" for one in "()\\"}

Coded = tuple[str, str]
"""The name of a font of the file, and a text as it stands between the brackets of a string."""


class _RareError(Exception):
    """A letter is not in the fixed subset."""


class _Codes(dict[int, str]):
    """Codes by letter, as ``str.translate`` wants them."""

    def __missing__(self, letter: int) -> str:
        raise _RareError


_CODES = _Codes(
    {
        **{ord(letter): chr(code) for code, letter in enumerate(FIXED, 32) if letter != "\x7f"},
        0xA0: _BLANK,
        **_ESCAPED,
    }
)


class Codes:
    """The codes of one document; ``rare`` are the letters of its own subsets, by face."""

    def __init__(self) -> None:
        self.rare: dict[int, list[str]] = {}

    def coded(self, face: int, text: str) -> Sequence[Coded]:
        """Give a text in stretches of one font each."""
        try:
            return ((f"F{face}", text.translate(_CODES)),)
        except _RareError:
            return self._mixed(face, text)

    def _mixed(self, face: int, text: str) -> list[Coded]:
        made: list[Coded] = []
        for letter in text:
            font, code = self._code(face, letter)
            if made and (letter in "\xa0 " or made[-1][0] == font):
                font, before = made.pop()
                code = before + code
            made.append((font, code))
        return made

    def _code(self, face: int, letter: str) -> Coded:
        try:
            return f"F{face}", letter.translate(_CODES)
        except _RareError:
            known = self.rare.setdefault(face, [])
            if letter not in known:
                known.append(letter)
            subset, place = divmod(known.index(letter), _ROOM - 33)
            return rare_font(face, subset), chr(place + 33).translate(_ESCAPED)

    def subsets(self) -> Sequence[tuple[str, int, Sequence[str]]]:
        """Give the document's own subsets: name, face, the letter of each code from 0."""
        room = _ROOM - 33
        return [
            (rare_font(face, start // room), face, [_BLANK] * 33 + letters[start : start + room])
            for face, letters in sorted(self.rare.items())
            for start in range(0, len(letters), room)
        ]


def rare_font(face: int, subset: int) -> str:
    """Give the name of a subset of rare letters."""
    return f"R{face}x{subset}"


def is_rare(font: str) -> bool:
    """Tell whether a font of a file is a subset of that document alone."""
    return font.startswith("R")
