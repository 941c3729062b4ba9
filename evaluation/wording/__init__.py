"""What words give away before a letter leaves: slips that a careful reader would have mended.

Nothing here knows a language's dictionary: a word is held against the other words of the same
round. All findings are warnings, since prose may be right for reasons that no rule knows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from evaluation.sources import Finding
from evaluation.wording import amounts, broken, letters, repeats, signs
from evaluation.wording.amounts import CountedNoun, counted_nouns
from evaluation.wording.texts import Text, TextKind

__all__ = ["NAME_RULES", "RULES", "CountedNoun", "check_words", "counted_nouns"]

TextRule = Callable[[Text], Iterable[Finding]]

RULES: tuple[tuple[str, TextRule], ...] = (
    (repeats.DOUBLED, repeats.doubled_words),
    (repeats.NUMBERING, repeats.numbering_slips),
    (signs.UNBALANCED, signs.unbalanced_signs),
)
"""The rules that look at the wording of one text at a time."""

NAME_RULES: tuple[tuple[str, TextRule], ...] = (
    (letters.ODD_LETTER, letters.odd_letters),
    (letters.ODD_CAPITALS, letters.odd_capitals),
)
"""The rules that look at the letters of any text, names too, which have no wording."""

OTHER_RULES = (
    amounts.CONTRADICTS_WORDS,
    amounts.CONTRADICTS_DATA,
    repeats.PARAGRAPH,
    broken.BROKEN,
)
"""The rules that look at all texts together or need to know the data."""


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
    findings = [*_found(texts, NAME_RULES), *_found(worded, RULES)]
    counted = amounts.Amounts(nouns, read_number)
    findings += [finding for text in worded for finding in counted.findings(text)]
    findings += repeats.repeated_paragraphs(worded)
    findings += broken.broken_words(worded)
    return tuple(findings)


def _found(texts: Iterable[Text], rules: Sequence[tuple[str, TextRule]]) -> Iterator[Finding]:
    """Apply rules text by text; what was found right once is not looked at again."""
    right: set[tuple[TextKind, str]] = set()
    for text in texts:
        key = (text.kind, text.text)
        if key in right:
            continue
        found = [finding for _name, rule in rules for finding in rule(text)]
        yield from found
        if not found:
            right.add(key)
