"""Words, numbers and paragraphs that stand twice."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from evaluation.messages import _
from evaluation.names import plain
from evaluation.rules import workbook as rules
from evaluation.sources import Finding
from evaluation.wording.texts import Text, TextKind

# Reduplication is written with a hyphen, so a blank between two equal words is a slip.
_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]{2,})[ \t\n]+(\1)(?![\w-])", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLCDM]+")
_NUMBERED = re.compile(r"^[ \t]*(\d{1,3})[.)][ \t]", re.MULTILINE)
_FEWEST_NUMBERS = 3
_LONG = 60  # letters of a paragraph that nobody writes twice by chance
_ALIKE = 0.85  # share of words in common that makes two paragraphs versions of one


def doubled_words(text: Text) -> Iterator[Finding]:
    """Find a word that stands twice in a row: "berdasarkan berdasarkan"."""
    for match in _DOUBLED.finditer(text.text):
        if not _ROMAN.fullmatch(match[1]):
            yield rules.DOUBLED_WORD.found(
                text.source,
                _("“%(words)s” stands twice in a row.") % {"words": match[1]},
                _("Delete one of the two."),
            )


def numbering_slips(text: Text) -> Iterator[Finding]:
    """Find a list inside a text that counts wrongly: 1, 2, 3, 3."""
    numbers = [int(match[1]) for match in _NUMBERED.finditer(text.text)]
    if len(numbers) < _FEWEST_NUMBERS:
        return
    for before, after in pairwise(numbers):
        if after not in {before + 1, 1}:
            yield rules.NUMBERING_SLIP.found(
                text.source,
                _("after number %(before)d comes %(after)d.") % {"before": before, "after": after},
                _("Number the lines anew."),
            )
            return


def repeated_paragraphs(texts: Iterable[Text]) -> Iterator[Finding]:
    """Find a paragraph of a template that stands twice, word for word or nearly so."""
    seen: list[tuple[Text, list[str]]] = []
    for text in texts:
        if text.kind is not TextKind.PROSE or len(text.text) < _LONG:
            continue
        words = plain(text.text).split()
        twin = next((one for one, theirs in seen if _alike(words, theirs)), None)
        if twin is None:
            seen.append((text, words))
        elif twin.source != text.source:
            yield rules.REPEATED_PARAGRAPH.found(
                text.source,
                _("the paragraph “%(text)s …” stands nearly the same in %(place)s.")
                % {"text": text.text[:40], "place": twin.source},
                _("Delete one of the two."),
            )


def _alike(words: Sequence[str], others: Sequence[str]) -> bool:
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and (
        matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
    )
