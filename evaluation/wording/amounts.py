"""Amounts in running text: words against figures, and both against the data."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.messages import _
from evaluation.model import Evaluation
from evaluation.rules import workbook as rules
from evaluation.sources import Finding
from evaluation.wording.texts import Text, TextKind

_MOST_WORDS = 8  # words of the longest amount that is looked for
_BOTH = re.compile(r"(\d{1,7})\s*\(([^\W\d_]+(?: [^\W\d_]+){0,8})\)|\((\d{1,7})\)")
_WORD = re.compile(r"[^\W\d_]+")
# What an assessor counts in a comment is the region's own affair.
_HELD_AGAINST_DATA = frozenset({TextKind.PROSE, TextKind.FACT})


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun of running text and the amounts of it that the data know."""

    noun: str
    amounts: frozenset[int]


def counted_nouns(evaluation: Evaluation, region_nouns: Sequence[str]) -> tuple[CountedNoun, ...]:
    """Give the nouns that prose counts: regions by any of their words, dimensions, questions."""
    instrument, regions = evaluation.instrument, evaluation.regions
    by_category = Counter(region.category for region in regions)
    attended = Counter(region.category for region in regions if region.attended)
    of_regions = frozenset(
        {
            len(regions),
            len(evaluation.attended()),
            len(evaluation.absent()),
            *by_category.values(),
            *attended.values(),
        }
    )
    of_dimensions = frozenset(
        {len(instrument.dimensions)}
        | {len(instrument.dimensions_of(category)) for category in instrument.categories}
    )
    of_questions = frozenset(
        {len(instrument.questions), *(len(one.questions) for one in instrument.dimensions)}
    )
    return (
        *(CountedNoun(noun, of_regions) for noun in region_nouns),
        CountedNoun("dimensi", of_dimensions),
        CountedNoun("pertanyaan", of_questions),
        CountedNoun("kategori", frozenset({len(instrument.categories)})),
    )


class Amounts:
    """Finds amounts that contradict themselves or the data."""

    def __init__(
        self, nouns: Sequence[CountedNoun], read_number: Callable[[str], int | None]
    ) -> None:
        self._allowed = {one.noun.casefold(): one.amounts for one in nouns}
        longest_first = sorted(self._allowed, key=len, reverse=True)
        words = "|".join(re.escape(noun) for noun in longest_first)
        self._noun = re.compile(rf"(?<!\w)({words})(?!\w)", re.IGNORECASE) if words else None
        self._read_number = read_number

    def findings(self, text: Text) -> Iterator[Finding]:
        """Find what is wrong with the amounts of one text."""
        yield from self._against_words(text)
        if text.kind in _HELD_AGAINST_DATA:
            yield from self._against_data(text)

    def _against_words(self, text: Text) -> Iterator[Finding]:
        for match in _BOTH.finditer(text.text):
            figure = int(match[1] or match[3])
            words = match[2] or text.text[: match.start()]
            said = self._read_number(match[2].lower()) if match[2] else self._number_before(words)
            if said is not None and said != figure:
                yield rules.AMOUNT_CONTRADICTS_WORDS.found(
                    text.source,
                    _("the figure %(figure)d stands beside words that say %(said)d.")
                    % {"figure": figure, "said": said},
                    _("Correct one of the two."),
                )

    def _against_data(self, text: Text) -> Iterator[Finding]:
        for match in self._noun.finditer(text.text) if self._noun else ():
            before = text.text[: match.start()].rstrip()
            said = self._amount_before(before)
            allowed = self._allowed[match[1].casefold()]
            if said is not None and said not in allowed:
                yield rules.AMOUNT_CONTRADICTS_DATA.found(
                    text.source,
                    _("“%(said)d %(noun)s”, but the data know %(amounts)s.")
                    % {"said": said, "noun": match[1], "amounts": _listed(allowed)},
                    _("Correct it, or let the template count: {{ jumlah.… }}."),
                )

    def _amount_before(self, before: str) -> int | None:
        """Give the amount that ends a text, in figures, in brackets or in words."""
        figure = re.search(r"(?<![\d.,])(\d{1,7})\)?$", before)
        return int(figure[1]) if figure else self._number_before(before)

    def _number_before(self, before: str) -> int | None:
        """Give the longest number in words that ends a text."""
        words = [match[0].lower() for match in _WORD.finditer(before[-160:])]
        if not words or not re.search(r"[^\W\d_]\s*$", before):
            return None
        numbers = (
            self._read_number(" ".join(words[-count:])) for count in range(_MOST_WORDS, 0, -1)
        )
        return next((number for number in numbers if number is not None), None)


def _listed(amounts: Iterable[int]) -> str:
    return ", ".join(str(amount) for amount in sorted(amounts))
