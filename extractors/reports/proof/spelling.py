"""Texts of a record held against a known instrument: same letters, its spelling.

A report breaks words at line ends and in narrow cells; where an instrument has the very same
letters, its blanks and hyphens are the right ones. A text with other letters is kept as printed.
"""

from collections.abc import Iterable
from dataclasses import replace

from evaluation.model import Instrument
from evaluation.names import plain
from evaluation.record import Record, RecordedDimension, RecordedItem


def spelled_like(record: Record, like: Instrument) -> Record:
    """Give the record with the instrument's spelling of names, indicators and questions."""
    texts = [text for q in like.questions for text in (q.indicator, q.sub_indicator, q.text)]
    names = [name for d in like.dimensions for name in (d.table_name, d.letter_name, d.name)]
    speller = _Speller([*texts, *names])
    return replace(record, dimensions=tuple(map(speller.dimension, record.dimensions)))


class _Speller:
    def __init__(self, texts: Iterable[str]) -> None:
        self._by_letters = {_letters(text): text for text in texts if text}

    def _spelled(self, text: str) -> str:
        return self._by_letters.get(_letters(text), text)

    def dimension(self, dimension: RecordedDimension) -> RecordedDimension:
        """Give a dimension spelled as the instrument does; capitals of its name stay as printed."""
        known = self._spelled(dimension.name)
        name = known if known.casefold() != dimension.name.casefold() else dimension.name
        items = tuple(map(self._item, dimension.items))
        return replace(dimension, name=name, items=items)

    def _item(self, item: RecordedItem) -> RecordedItem:
        return replace(
            item,
            indicator=self._spelled(item.indicator),
            sub_indicator=self._spelled(item.sub_indicator),
            question=self._spelled(item.question),
        )


def _letters(text: str) -> str:
    return plain(text).replace(" ", "")
