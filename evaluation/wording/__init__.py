"""What words give away before a letter leaves: slips that a careful reader would have mended.

Nothing here knows a language's dictionary: a word is held against the other words of the same
round. All findings are warnings, since prose may be right for reasons that no rule knows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from evaluation.rules import Rule
from evaluation.rules import workbook as rules
from evaluation.sources import Finding
from evaluation.wording import amounts, broken, letters, repeats, signs
from evaluation.wording.amounts import CountedNoun, counted_nouns
from evaluation.wording.texts import Text, TextKind

__all__ = ["CHECKS", "NAME_CHECKS", "CountedNoun", "check_words", "counted_nouns"]

TextCheck = Callable[[Text], Iterable[Finding]]

CHECKS: tuple[tuple[Rule, TextCheck], ...] = (
    (rules.DOUBLED_WORD, repeats.doubled_words),
    (rules.NUMBERING_SLIP, repeats.numbering_slips),
    (rules.UNBALANCED_SIGN, signs.unbalanced_signs),
)
"""The checks that look at the wording of one text at a time."""

NAME_CHECKS: tuple[tuple[Rule, TextCheck], ...] = (
    (rules.ODD_LETTER, letters.odd_letters),
    (rules.ODD_CAPITALS, letters.odd_capitals),
)
"""The checks that look at the letters of any text, names too, which have no wording."""

OTHER_CHECKED = (
    rules.AMOUNT_CONTRADICTS_WORDS,
    rules.AMOUNT_CONTRADICTS_DATA,
    rules.REPEATED_PARAGRAPH,
    rules.BROKEN_WORD,
)
"""The rules of what looks at all texts together or needs to know the data."""


def check_words(
    texts: Sequence[Text],
    nouns: Sequence[CountedNoun],
    read_number: Callable[[str], int | None],
) -> tuple[Finding, ...]:
    """Give what is wrong with the wording of some texts, text by text.

    ``nouns`` says which amounts the data allow, ``read_number`` reads a number in words (None when
    it is none).
    """
    worded = [text for text in texts if text.kind is not TextKind.NAME]
    findings = [*_found(texts, NAME_CHECKS), *_found(worded, CHECKS)]
    counted = amounts.Amounts(nouns, read_number)
    findings += [finding for text in worded for finding in counted.findings(text)]
    findings += repeats.repeated_paragraphs(worded)
    findings += broken.broken_words(worded)
    return tuple(findings)


def _found(texts: Iterable[Text], checks: Sequence[tuple[Rule, TextCheck]]) -> Iterator[Finding]:
    """Apply checks text by text; what was found right once is not looked at again."""
    right: set[tuple[TextKind, str]] = set()
    for text in texts:
        key = (text.kind, text.text)
        if key in right:
            continue
        found = [finding for _rule, check in checks for finding in check(text)]
        yield from found
        if not found:
            right.add(key)
