"""The name of a dimension, from the heading above its table."""

import re
from collections.abc import Sequence

from evaluation.names import plain
from evaluation.vocabulary.layouts import layouts
from extractors.reports.parts.tolerances import TITLES
from extractors.reports.text.lines import Line
from extractors.reports.text.values import is_value

_OUTLINE = re.compile(r"(?:[0-9]+(?:\.[0-9]+)*[.):]?|[IVX]+[.)])\s+")
_LETTERED = re.compile(r"[A-HJ-UWYZ][.)]\s+(?=\w{2})")
# An average in a heading, in brackets or behind a dash, which is none of a word's ("rata-rata").
AVERAGE_IN_TITLE = re.compile(
    r"(?:\s*[(\[]|\s[–—-])\s*([^()\[\]0-9]{3,40}?)\s*[:=]?\s*([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s*[)\]]?\s*$"
)


def title_of(lines: Sequence[Line], *, outlined: bool = True) -> str:
    """Give the name of a dimension from the lines above its table; "" where none says one.

    ``outlined`` tells that headings of this document are lettered ("A. "), so that the letter is
    none of the name's.
    """
    usable = [
        line for line in lines if AVERAGE_IN_TITLE.search(line.text) or not _says_average(line)
    ]
    if not usable:
        return ""
    last = usable[-1]
    taken = [last]
    for line in reversed(usable[:-1]):
        same = abs(line.size - last.size) < TITLES.same_type and line.bold == last.bold
        near = taken[-1].box.top - line.box.bottom < TITLES.near * last.size
        if not (same and near and line.page == last.page) or len(taken) >= TITLES.lines:
            break
        taken.append(line)
    if len(taken) > 1 and not all(line.bold for line in taken):
        taken = taken[:1]
    return clean_title(" ".join(line.text for line in reversed(taken)), outlined=outlined)


def has_outline(line: Line) -> bool:
    """Tell whether a line is a heading with a letter before it ("A. Gambaran Umum")."""
    return line.bold and "," not in line.text and _LETTERED.match(line.text) is not None


def _says_average(line: Line) -> bool:
    return layouts().rows.average.within(line.text) is not None and any(
        is_value(word.text) for word in line.words
    )


def clean_title(text: str, *, outlined: bool = True) -> str:
    """Give the name in a heading: without its outline number, "Dimensi", "(lanjutan)".

    A letter before it goes only where ``outlined``.
    """
    title = layouts().title
    text = AVERAGE_IN_TITLE.sub("", text)
    text = _OUTLINE.sub("", text.strip(), count=1).strip(" :–-")
    text = _LETTERED.sub("", text, count=1) if outlined else text
    for _round in range(TITLES.labels):
        phrase = title.before.begins(text)
        if phrase is None or plain(text) == phrase:
            break
        text = " ".join(text.split()[len(phrase.split()) :]).lstrip(" :–-.0123456789")
    words = text.split()
    while words and plain(words[-1]) in title.after.all:
        words.pop()
    return " ".join(words).strip(" :–-(")
