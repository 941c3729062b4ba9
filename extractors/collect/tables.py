"""Where the tables of a sheet stand: beside and below each other, under titles, with heading rows.

A sheet is cut into bands of columns that nothing stands between; in each band a row that reads
like a heading begins a table, which goes on to the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.vocabulary.meanings import Meaning
from evaluation.workbook.sheets import HELP_MARK
from extractors.collect.headings import Vocabulary, is_judge
from extractors.collect.mapping import Mapping
from extractors.collect.questions import number_in
from extractors.collect.sheet import Sheet
from extractors.spreadsheets.values import is_blank, text_of

_SURE = 0.8
_LOOKED_AT = 60  # rows of a sheet that nothing is understood of
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
class Table:
    """A table of a sheet: its heading rows, its columns, and the rows below that hold anything."""

    sheet: Sheet
    heading_rows: tuple[int, ...]
    columns: tuple[int, ...]
    rows: tuple[int, ...]

    def parts(self, column: int) -> tuple[str, ...]:
        """Give the texts of a column's heading, from above to below, each once."""
        texts = (self.sheet.text(row, column) for row in self.heading_rows)
        return tuple(dict.fromkeys(text for text in texts if text))

    def heading(self, column: int) -> str:
        """Give the whole heading of a column."""
        return " / ".join(self.parts(column))


def is_wording(text: str) -> bool:
    """Tell whether a text can only be words: no number, no mark, no choice with its number."""
    return sum(map(str.isalpha, text)) > 2 and not text[:1].isdigit()


@dataclass(frozen=True, slots=True)
class _Head:
    rows: tuple[int, ...]
    meanings: frozenset[Meaning]


def tables_in(sheet: Sheet, vocabulary: Vocabulary, mapping: Mapping) -> Sequence[Table]:
    """Give the tables of a sheet, from left to right and from above to below."""
    finder = _Finder(sheet, vocabulary, mapping)
    tables = [
        table for columns, heads in finder.bands() for table in _cut(sheet, columns, heads, finder)
    ]
    return tables or _unknown(sheet)


def _unknown(sheet: Sheet) -> Sequence[Table]:
    """Give the table of a sheet in which nothing reads like a heading; none where there is none.

    Its first row of several texts, with another full row below, is taken for its heading.
    """
    columns = tuple(c for c in range(sheet.width) if _used(sheet, c, range(len(sheet.rows))))
    for row in range(min(len(sheet.rows), _LOOKED_AT)):
        texts = [c for c in sheet.filled(row, columns) if isinstance(sheet.cell(row, c), str)]
        rows = tuple(r for r in range(row + 1, len(sheet.rows)) if _holds(sheet, r, columns))
        if len(texts) > 1 and rows and len(list(sheet.filled(rows[0], columns))) > 1:
            return [Table(sheet, (row,), columns, rows)]
    return []


def _cut(
    sheet: Sheet, columns: Sequence[int], heads: Sequence[_Head], finder: "_Finder"
) -> Iterator[Table]:
    tops = [head.rows[0] for head in heads[1:]]
    for head, end in zip(heads, [*tops, len(sheet.rows)], strict=True):
        first = head.rows[-1] + 1
        rows = tuple(row for row in range(first, end) if _holds(sheet, row, columns))
        for part in finder.beside(columns, head):
            used = tuple(c for c in part if _used(sheet, c, (*head.rows, *rows)))
            mine = tuple(row for row in rows if any(True for _c in sheet.filled(row, used)))
            yield Table(sheet, head.rows, used, mine)


def _holds(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    """Tell whether a row holds anything that is not merely help."""
    cells = [sheet.cell(row, column) for column in sheet.filled(row, columns)]
    return any(not (isinstance(cell, str) and cell.startswith(HELP_MARK)) for cell in cells)


def _used(sheet: Sheet, column: int, rows: Iterable[int]) -> bool:
    return any(not is_blank(sheet.shown(row, column)) for row in rows)


class _Finder:
    """Finds the heading rows of one sheet."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary, mapping: Mapping) -> None:
        self._sheet = sheet
        self._words = vocabulary
        self._mapping = mapping

    def bands(self) -> Sequence[tuple[Sequence[int], Sequence[_Head]]]:
        """Give the bands of columns that have headings of their own; others join the left one."""
        whole: list[tuple[list[int], Sequence[_Head]]] = []
        for band in self._runs():
            heads = self._heads(band)
            if whole and not self._stands_alone(whole[-1][1], heads):
                joined = [*whole[-1][0], *range(whole[-1][0][-1] + 1, band[0]), *band]
                whole[-1] = (joined, self._heads(joined))
            else:
                whole.append((list(band), heads))
        return [(columns, heads) for columns, heads in whole if heads]

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
    def _stands_alone(left: Sequence[_Head], right: Sequence[_Head]) -> bool:
        if not right:
            return False
        if not left or [head.rows for head in left] != [head.rows for head in right]:
            return any(head.meanings & _OWN for head in right)
        return any(
            {Meaning.SECTION, Meaning.POINT} <= b.meanings or (a.meanings & b.meanings & _OWN)
            for a, b in zip(left, right, strict=True)
        )

    def beside(self, columns: Sequence[int], head: _Head) -> Sequence[Sequence[int]]:
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

    def _heads(self, columns: Sequence[int]) -> Sequence[_Head]:
        heads: list[_Head] = []
        row = 0
        while row < len(self._sheet.rows):
            head = self._head(row, columns, heads[-1].rows[-1] if heads else -1)
            if head is not None:
                heads.append(head)
                row = head.rows[-1]
            row += 1
        return heads

    def _head(self, row: int, columns: Sequence[int], above: int) -> _Head | None:
        texts = self._texts(row, columns)
        if len(texts) < 2 and not (texts and self._below(row, columns)):
            return None
        words = self._meanings(texts.values())
        if not (
            self._is_settled(row, columns) or self._reads_like_one(row, columns, words, above < 0)
        ):
            return None
        rows = [row]
        if row - 1 > above and self._tells_items(row - 1, columns, 2):
            rows.insert(0, row - 1)
        if self._below(row, columns):
            rows.append(row + 1)
            words |= self._meanings(self._texts(row + 1, columns).values())
        return _Head(tuple(rows), frozenset(words))

    def _is_settled(self, row: int, columns: Sequence[int]) -> bool:
        return self._mapping.heads(self._sheet.text(row, column) for column in columns)

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
        if self._has_fractions(row, columns) or not (first or words & _OWN):
            return False
        regions = {t for t in texts if self._is_region(t)}
        if words & {Meaning.NUMBER, Meaning.TEXT} and (regions or any(map(is_judge, texts))):
            return True
        if regions:
            return first and len(regions) >= 3 and not words - {Meaning.UNUSED}
        if words & _KEYS and (len(words) >= 2 or self._tells_items(row, columns, 1)):
            return True
        if words & _KEYS and self._below(row, columns):
            return True
        questions = {self._words.questions.by_text(text).number for text in texts} - {None}
        return first and len(questions) >= 2

    def _has_fractions(self, row: int, columns: Sequence[int]) -> bool:
        """Tell whether a row holds a number that no question can have."""
        cells = (self._sheet.cell(row, column) for column in columns)
        return any(isinstance(cell, float) and not cell.is_integer() for cell in cells)

    def _is_region(self, text: str) -> bool:
        guess = self._words.region(text)
        return guess is not None and guess.meaning is Meaning.OF_REGION

    def _tells_items(self, row: int, columns: Sequence[int], least: int) -> bool:
        """Tell whether a row heads columns by questions or by regions."""
        texts = {c: self._sheet.text(row, c) for c in columns}
        filled = {c: text for c, text in texts.items() if text}
        numbers = [n for n in map(number_in, filled.values()) if n is not None]
        if len(numbers) >= max(least, 1) and len(set(numbers)) == len(numbers):
            return numbers == sorted(numbers) and (least < 2 or len(numbers) > 2)
        known = {t for t in filled.values() if self._is_region(t) or self._is_question(t)}
        return len(known) >= least

    def _is_question(self, text: str) -> bool:
        return self._words.questions.by_text(text).number is not None

    def _below(self, row: int, columns: Sequence[int]) -> bool:
        """Tell whether the next row goes on with the heading: blank under the key, items beside."""
        keys = [
            c
            for c, text in self._texts(row, columns).items()
            if (guess := self._words.word(text)) and guess.meaning in _KEYS
        ]
        sheet, below = self._sheet, row + 1
        if not keys or any(
            not is_blank(sheet.cell(below, c)) and not sheet.is_merged_below(below, c) for c in keys
        ):
            return False
        beside = [c for c in columns if not is_blank(sheet.cell(below, c))]
        if len(beside) >= 2 and all(is_wording(sheet.text(below, c)) for c in beside):
            return True
        judges = sum(is_judge(sheet.text(below, c)) for c in beside)
        return judges >= 2 or (len(beside) >= 2 and self._tells_items(below, beside, 2))
