"""Two versions of a document held against each other, word by word.

Lines that are the same are passed over first; within what is left words are compared, so that a
text which only wraps otherwise is the same text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_CONTEXT = 5  # words told before and after a difference
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a document; ``page`` is None where its format has no pages."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Words that are not the same in two versions, with some words around them.

    ``before`` or ``after`` is empty for words that one version lacks. ``page`` is that of the
    newer version, of the older where the newer lacks the words, None where neither has pages.
    """

    page: int | None
    lead: str
    before: str
    after: str
    tail: str

    @property
    def in_figures(self) -> bool:
        """Tell whether a figure is among the words."""
        return _FIGURE.search(self.before + self.after) is not None


_Word = tuple[str, int | None]


def text_differences(
    before: Sequence[TextLine], after: Sequence[TextLine]
) -> tuple[TextDifference, ...]:
    """Give every difference in wording between two versions, in the order of the newer one."""
    texts = [line.text for line in before], [line.text for line in after]
    found: list[TextDifference] = []
    for old, new in _runs(SequenceMatcher(None, *texts, autojunk=False)):
        found += _between(list(_words(before[slice(*old)])), list(_words(after[slice(*new)])))
    return tuple(found)


_Span = tuple[int, int]


def _runs(matcher: SequenceMatcher[str]) -> Iterator[tuple[_Span, _Span]]:
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            yield (first, last), (start, end)


def _words(lines: Sequence[TextLine]) -> Iterator[_Word]:
    for line in lines:
        for word in line.text.split():
            yield word, line.page


def _between(before: Sequence[_Word], after: Sequence[_Word]) -> Iterator[TextDifference]:
    texts = [word for word, _page in before], [word for word, _page in after]
    for old, new in _runs(SequenceMatcher(None, *texts, autojunk=False)):
        place = after[new[0]] if new[0] < new[1] else before[old[0]]
        yield TextDifference(
            page=place[1],
            lead=" ".join(texts[1][max(new[0] - _CONTEXT, 0) : new[0]]),
            before=" ".join(texts[0][slice(*old)]),
            after=" ".join(texts[1][slice(*new)]),
            tail=" ".join(texts[1][new[1] : new[1] + _CONTEXT]),
        )
