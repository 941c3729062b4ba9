"""Which rows of a sheet are headings, band of columns by band of columns."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.vocabulary.meanings import Meaning
from evaluation.workbook.sheets import HELP_MARK
from extractors.collect import periods
from extractors.collect.headings import Vocabulary
from extractors.collect.mapping import Mapping
from extractors.collect.people import is_judge
from extractors.collect.questions import number_in
from extractors.collect.sheet import Sheet
from extractors.collect.tables import is_word
from extractors.spreadsheets.values import is_blank, number_of, text_of

_SURE = 0.8
_ROWS_BELOW, _NUMBERS_BELOW = 3, 0.8  # rows below a heading, and share of numbers in them
_DEEPEST = 3  # rows of headings above the one that reads like one
_KEYS = frozenset(
    (
        Meaning.REGION,
        Meaning.NUMBER,
        Meaning.TEXT,
        Meaning.ASSESSOR,
        Meaning.SECTION,
        Meaning.POINT,
        Meaning.SCORE,
        Meaning.COMMENTS,
        Meaning.CODE,
    )
)
_OWN = frozenset((Meaning.REGION, Meaning.NUMBER, Meaning.TEXT, Meaning.SECTION, Meaning.SCORE))
_COUNTED = (Meaning.REGION, Meaning.NUMBER, Meaning.TEXT, Meaning.CODE)


@dataclass(frozen=True, slots=True)
class Head:
    """Rows that are one heading, and what the words in them mean."""

    rows: tuple[int, ...]
    meanings: frozenset[Meaning]


def _climbs(numbers: Sequence[int]) -> bool:
    """Tell whether numbers climb, once or again and again: 1 2 3, or 1 2 3 1 2 3."""
    falls = sum(b <= a for a, b in itertools.pairwise(numbers))
    return falls == 0 or (len(set(numbers)) > 2 and falls <= len(numbers) / 3)


class Finder:
    """Finds the heading rows of one sheet."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary, mapping: Mapping) -> None:
        self._sheet = sheet
        self._words = vocabulary
        self._mapping = mapping
        self._found: list[Sequence[int]] = []

    def bands(self) -> Sequence[tuple[Sequence[int], Sequence[Head]]]:
        """Give the bands of columns that have headings of their own; others join the left one."""
        whole: list[tuple[list[int], Sequence[Head]]] = []
        for band in self._runs():
            heads = self._heads(band)
            if whole and not self._stands_alone(whole[-1][1], heads):
                joined = [*whole[-1][0], *range(whole[-1][0][-1] + 1, band[0]), *band]
                whole[-1] = (joined, self._heads(joined))
            else:
                whole.append((list(band), heads))
        self._found = [columns for columns, _heads in whole]
        return [(columns, heads) for columns, heads in whole if heads]

    def next_after(self, columns: Sequence[int]) -> int:
        """Give the first column of the band to the right; the width of the sheet without one."""
        later = [band[0] for band in self._found if band[0] > columns[-1]]
        return min(later, default=max(self._sheet.width, columns[-1] + 1))

    def _runs(self) -> Iterator[Sequence[int]]:
        """Give runs of columns in which anything stands."""
        filled = {c for row in self._sheet.rows for c, cell in enumerate(row) if not is_blank(cell)}
        filled |= {column for _row, column in self._sheet.first_of}
        run: list[int] = []
        for column in sorted(filled):
            if run and column > run[-1] + 1:
                yield run
                run = []
            run.append(column)
        if run:
            yield run

    @staticmethod
    def _stands_alone(left: Sequence[Head], right: Sequence[Head]) -> bool:
        if not right:
            return False
        if not left or [head.rows for head in left] != [head.rows for head in right]:
            return any(head.meanings & _OWN for head in right)
        return any(
            {Meaning.SECTION, Meaning.POINT} <= b.meanings or (a.meanings & b.meanings & _OWN)
            for a, b in zip(left, right, strict=True)
        )

    def beside(self, columns: Sequence[int], head: Head) -> Sequence[Sequence[int]]:
        """Part the columns where a column of the same kind and heading comes a second time."""
        parts: list[list[int]] = [[]]
        met: dict[Meaning, str] = {}
        for column in columns:
            text = self._sheet.text(head.rows[-1], column)
            guess = self._words.word(text) if text else None
            if guess and guess.meaning in _COUNTED and guess.sureness >= _SURE:
                if met.get(guess.meaning) == text:
                    parts.append([])
                    met = {}
                met.setdefault(guess.meaning, text)
            parts[-1].append(column)
        return parts

    def _heads(self, columns: Sequence[int]) -> Sequence[Head]:
        heads: list[Head] = []
        row = 0
        while row < len(self._sheet.rows):
            head = self._head(row, columns, heads[-1].rows[-1] if heads else -1)
            if head is not None:
                heads.append(head)
                row = head.rows[-1]
            row += 1
        return heads

    def _head(self, row: int, columns: Sequence[int], above: int) -> Head | None:
        texts = self._texts(row, columns)
        if len(texts) < 2 and not (
            texts and (self._below(row, columns) or self._tells_items(row, columns, 2))
        ):
            return None
        words = self._meanings(texts.values())
        first = above < 0
        likely = (first or words & _OWN) and self._reads_like_one(row, columns, words, first)
        if not (likely or self._is_settled(row, columns)):
            return None
        rows = [row]
        while (
            rows[0] - 1 > above
            and len(rows) < _DEEPEST
            and self._heads_columns(rows[0] - 1, columns)
        ):
            rows.insert(0, rows[0] - 1)
        while len(rows) < _DEEPEST + 1 and self._below(row, columns, rows[-1] + 1):
            rows.append(rows[-1] + 1)
            words |= self._meanings(self._texts(rows[-1], columns).values())
        return Head(tuple(rows), frozenset(words))

    def _heads_columns(self, row: int, columns: Sequence[int]) -> bool:
        """Tell whether a row above a heading heads groups of columns; a title heads them all."""
        if self._tells_items(row, columns, 2):
            return True
        filled = list(self._sheet.filled(row, columns))
        texts = [self._sheet.text(row, c) for c in filled]
        if any(":" in text for text in texts) or self._has_fractions(row, columns):
            return False
        merged = [c for c in filled if self._sheet.first_of.get((row, c)) == (row, c)]
        spanned = [c for c in columns if (row, c) in self._sheet.first_of]
        if merged and len(spanned) < 0.9 * len(columns):
            return all(any(map(str.isalpha, t)) or periods.is_year(t) for t in texts)
        wide = len(filled) >= 2 and len(set(texts)) == len(texts)
        return wide and len(merged) == len(filled)

    def _is_settled(self, row: int, columns: Sequence[int]) -> bool:
        mapping = self._mapping
        return bool(mapping.shapes) and mapping.heads(self._sheet.text(row, c) for c in columns)

    def _texts(self, row: int, columns: Sequence[int]) -> dict[int, str]:
        cells = self._sheet.rows[row] if row < len(self._sheet.rows) else ()
        return {
            c: text_of(cells[c])
            for c in columns
            if c < len(cells) and isinstance(cells[c], str) and not is_blank(cells[c])
        }

    def _meanings(self, texts: Iterable[str]) -> set[Meaning]:
        guesses = (self._words.word(text) for text in texts)
        return {guess.meaning for guess in guesses if guess and guess.sureness >= _SURE}

    def _reads_like_one(
        self, row: int, columns: Sequence[int], words: set[Meaning], first: bool
    ) -> bool:
        """Tell whether a row reads like a heading; below the first one only by words of its own.

        Rows of data may name regions, sections and what is nearly a question as well.
        """
        texts = list(self._texts(row, columns).values())
        if any(text.endswith(":") or text.startswith(HELP_MARK) for text in texts):
            return False
        if words & {Meaning.NUMBER, Meaning.TEXT} and self._counts_steps(row, columns):
            return True
        if self._has_fractions(row, columns):
            return False
        regions = {t for t in texts if self._is_region(t)} or self._coded(texts)
        if words & {Meaning.NUMBER, Meaning.TEXT} and (regions or any(map(is_judge, texts))):
            return True
        if regions:
            return first and len(regions) >= 3 and not words - {Meaning.UNUSED}
        if words & _KEYS and (len(words) >= 2 or self._tells_items(row, columns, 1)):
            return True
        if words & _KEYS and self._below(row, columns):
            return True
        questions = {self._words.questions.by_text(text).number for text in texts} - {None}
        return first and (len(questions) >= 2 or self._counts_questions(row, columns))

    def _counts_questions(self, row: int, columns: Sequence[int]) -> bool:
        """Tell whether a row counts questions in words, ``Q1 Q2 Q3``, behind a text of any kind."""
        texts = self._texts(row, columns)
        worded = {c: text for c, text in texts.items() if any(map(str.isalpha, text))}
        numbers = [n for text in worded.values() if (n := number_in(text)) is not None]
        before = next(iter(worded.values()), "")
        counted = numbers == list(range(1, len(numbers) + 1))
        return len(numbers) > 2 and counted and number_in(before) is None

    def _counts_steps(self, row: int, columns: Sequence[int]) -> bool:
        """Tell whether a row counts the steps of a scale, as forms that are ticked do."""
        numbers = [
            cell
            for column in columns
            if isinstance(cell := self._sheet.cell(row, column), int | float)
        ]
        gaps = {round(b - a, 6) for a, b in itertools.pairwise(numbers)}
        return len(numbers) > 2 and len(gaps) == 1 and gaps.pop() > 0

    def _has_fractions(self, row: int, columns: Sequence[int]) -> bool:
        """Tell whether a row holds a number that no question can have."""
        cells = (self._sheet.cell(row, column) for column in columns)
        return any(isinstance(cell, float) and not cell.is_integer() for cell in cells)

    def _coded(self, texts: Sequence[str]) -> set[str]:
        """Give the texts that are codes of regions, where several are."""
        coded = {text for text in texts if self._words.regions.by_code(text) is not None}
        return coded if len(coded) > 2 else set()

    def _is_region(self, text: str) -> bool:
        guess = self._words.region(text)
        return guess is not None and guess.meaning is Meaning.OF_REGION

    def _tells_items(self, row: int, columns: Sequence[int], least: int) -> bool:
        """Tell whether a row heads columns by questions or by regions."""
        texts = {c: self._sheet.text(row, c) for c in columns}
        filled = {c: text for c, text in texts.items() if text}
        numbers = [n for n in map(number_in, filled.values()) if n is not None]
        if len(numbers) >= max(least, 1) and _climbs(numbers):
            return least < 2 or len(numbers) > 2
        known = {t for t in filled.values() if self._is_region(t) or self._is_question(t)}
        return len(known) >= least

    def _is_question(self, text: str) -> bool:
        return self._words.questions.by_text(text).number is not None

    def _heads_numbers(self, row: int, columns: Sequence[int]) -> bool:
        """Tell whether a row holds texts alone, above columns of numbers: a second heading."""
        sheet = self._sheet
        texts = [c for c in columns if is_word(sheet.text(row, c))]
        filled = [c for c in columns if not is_blank(sheet.cell(row, c))]
        below = [
            sheet.cell(r, c)
            for r in range(row + 1, row + 1 + _ROWS_BELOW)
            for c in texts
            if not is_blank(sheet.cell(r, c))
        ]
        numbers = sum(isinstance(number_of(cell), Decimal) for cell in below)
        several = len(texts) >= 3 and len(texts) == len(filled)
        return several and len(below) >= len(texts) and numbers >= _NUMBERS_BELOW * len(below)

    def _below(self, row: int, columns: Sequence[int], below: int | None = None) -> bool:
        """Tell whether the next row goes on with the heading: blank under the key, items beside."""
        keys = [
            c
            for c, text in self._texts(row, columns).items()
            if number_in(text) is None
            and (guess := self._words.word(text))
            and guess.meaning in _KEYS
        ]
        sheet, below = self._sheet, row + 1 if below is None else below
        if keys and self._heads_numbers(below, [c for c in columns if c not in keys]):
            return True
        if not keys or any(
            not is_blank(sheet.cell(below, c)) and not sheet.is_merged_below(below, c) for c in keys
        ):
            return False
        beside = [c for c in columns if not is_blank(sheet.cell(below, c))]
        years = [c for c in beside if periods.is_year(sheet.text(below, c))]
        if len(beside) >= 2 and len(years) == len(beside):
            return True
        if len(beside) >= 2 and all(is_word(sheet.text(below, c)) for c in beside):
            return True
        judges = sum(is_judge(sheet.text(below, c)) for c in beside)
        return judges >= 2 or (len(beside) >= 2 and self._tells_items(below, beside, 2))
