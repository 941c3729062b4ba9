"""Where Jinja and comments stand in the text of a template, and which line a position is on.

Each pass over a text takes time in proportion to its length, whatever stands in it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

_OPENING = re.compile(r"\{\{|\{%|\{#|<!--")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}", "<!--": "-->"}
_NOT_LINE_END = re.compile(r"[^\n]+")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Go through the places (beginning, end) of Jinja's expressions, statements and comments.

    What is not closed is left out.
    """
    unclosed: set[str] = set()
    position = 0
    while found := _OPENING.search(text, position):
        position = found.start() + 1
        closing = _CLOSING[found.group()]
        if closing in unclosed:
            continue
        end = text.find(closing, found.end())
        if end < 0:
            unclosed.add(closing)
            continue
        position = end + len(closing)
        yield found.start(), position


def without_jinja(text: str) -> str:
    """Give a text with blanks in place of Jinja and comments; every place stays where it is."""
    parts: list[str] = []
    last = 0
    for start, end in spans(text):
        parts += (text[last:start], _NOT_LINE_END.sub(_blanks, text[start:end]))
        last = end
    return "".join((*parts, text[last:]))


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


class Lines:
    """Knows where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, position: int) -> tuple[int, int]:
        """Give line and column of a position, both counted from 1."""
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1
