"""Brackets and quotation marks that lack their other half."""

import re
from collections.abc import Iterator

from evaluation.messages import _
from evaluation.rules import workbook as rules
from evaluation.sources import Finding
from evaluation.wording.texts import Text

_ANY = re.compile(r"[()\[\]{}“”\"]")
_SIGN = re.compile(r"[()\[\]{}“”]")
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
# "a)" and "1)" begin the items of a list and need no opening bracket.
_LIST_MARK = re.compile(r"(?:(?<=\s)|^)(?:\d{1,3}|[a-z])\)", re.MULTILINE)


def unbalanced_signs(text: Text) -> Iterator[Finding]:
    """Find the first bracket or quotation mark that is not closed, or closed without being open."""
    sign = _first_unbalanced(_LIST_MARK.sub("", text.text)) if _ANY.search(text.text) else None
    if sign:
        yield rules.UNBALANCED_SIGN.found(
            text.source,
            _("“%(sign)s” lacks its other half.") % {"sign": sign},
            _("Add the missing one or delete this one."),
        )


def _first_unbalanced(text: str) -> str | None:
    signs: list[str] = _SIGN.findall(text)
    stack: list[str] = []
    for char in signs:
        if char in _PAIRS.values():
            stack.append(char)
        elif char in _PAIRS and (not stack or stack.pop() != _PAIRS[char]):
            return char
    if stack:
        return stack[0]
    return '"' if text.count('"') % 2 else None
