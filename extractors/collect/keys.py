"""What each row of a table says of region, assessor and question, remembered row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.draft import Item
from evaluation.messages import NOTHING, Message, _
from evaluation.names import name_key
from evaluation.rules import Rule
from evaluation.rules import collecting as rules
from extractors.collect.families import in_rows, localised
from extractors.collect.headings import Vocabulary
from extractors.collect.questions import number_in
from extractors.collect.regions import Joined
from extractors.collect.sources import Numbered, Origin, Source
from extractors.collect.sureness import WRITTEN_ONCE
from extractors.collect.tables import Table

_SURE = 0.75
_ALONE = 3  # cells that hold anything, blanks among them, in a row where a text may stand alone
_UNCLEAR = Joined(None)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of a row; where there is none, ``rule`` and ``why`` tell it.

    ``rule`` is None where the row is no question at all, such as a mean of a dimension.
    """

    item: Item | None
    rule: Rule | None = None
    why: Message = NOTHING
    text: str = ""


class Keys:
    """Reads the key cells of one table."""

    def __init__(self, table: Table, rows: Sequence[int], words: Vocabulary) -> None:
        self._table = table
        self._rows = rows
        self._words = words
        self._filled: dict[int, Mapping[int, int]] = {}
        self._asked: dict[tuple[str, str, str], Asked] = {}
        self._local: dict[Source, Mapping[int, Item] | None] = {}
        self._codes: dict[Source, bool] = {}
        self._of_codes: dict[Source, Mapping[str, Item]] = {}
        self._sections: dict[int, Mapping[int, str]] = {}
        self._plain: dict[Source, Mapping[str, str]] = {}

    def section(self, row: int, column: int) -> str:
        """Give the text that stands alone in a row above, in the column of sections."""
        if column not in self._sections:
            self._sections[column] = sections_in(self._table, column)
        above = [at for at in self._sections[column] if at < row]
        return self._sections[column][above[-1]] if above else ""

    def text(self, row: int, column: int | None) -> str:
        """Give the text of a key: that of a row above where it is written once a block."""
        if column is None:
            return ""
        own = self._table.sheet.text(row, column)
        return own or self._table.sheet.text(self.written_in(row, column), column)

    def written_in(self, row: int, column: int) -> int:
        """Give the row in which the key of a row stands: itself, or one above it."""
        if column not in self._filled:
            self._filled[column] = self._fill(column)
        return self._filled[column].get(row, row)

    def _fill(self, column: int) -> Mapping[int, int]:
        """Fill a key down where it is written once a block, never past blank rows or other keys."""
        sheet = self._table.sheet
        blank = [row for row in self._rows if not sheet.text(row, column)]
        if not WRITTEN_ONCE * len(self._rows) <= len(blank) < len(self._rows):
            return {}
        left = [c for c in self._table.columns if c < column and self._is_block(c)]
        filled: dict[int, int] = {}
        above, last = -1, -2
        for row in self._rows:
            if row != last + 1 or any(sheet.text(row, c) for c in left):
                above = -1
            if sheet.text(row, column):
                above = row
            elif above >= 0:
                filled[row] = above
            last = row
        return filled

    def _is_block(self, column: int) -> bool:
        blank = sum(not self._table.sheet.text(row, column) for row in self._rows)
        return WRITTEN_ONCE * len(self._rows) <= blank < len(self._rows)

    def region(self, source: Source, row: int) -> Joined | None:
        """Give the region of a row; None where it names none."""
        if source.origin is Origin.NONE:
            return None
        if source.origin is Origin.SECTION and source.column is not None:
            told = self.section(row, source.column)
            return self._words.regions.find(told) if told else None
        if source.origin is not Origin.ROW:
            return self._words.regions.find(str(source.value), source.code)
        text = self.text(row, source.column)
        code = self._code(source, row)
        if not text:
            return None
        if not any(map(str.isalpha, text)):
            name = self._words.regions.by_code(text)
            return Joined(name) if name else _UNCLEAR
        joined = self._words.regions.find(text, "" if self._foreign_codes(source) else code)
        if joined.ambiguous and not code:
            meant = self._beside(source).get(text)
            return Joined(meant) if meant else joined
        return joined

    def _code(self, source: Source, row: int) -> str:
        """Give the code beside the name of a region, in the row where the name is written."""
        if source.beside is None:
            return ""
        written = row if source.column is None else self.written_in(row, source.column)
        return self._table.sheet.text(written, source.beside)

    def _foreign_codes(self, source: Source) -> bool:
        """Tell whether the codes beside the names are those of another list."""
        if source.beside is None:
            return False
        if source not in self._codes:
            self._codes[source] = self._words.regions.codes_are_foreign(
                (self.text(row, source.column), self._code(source, row)) for row in self._rows
            )
        return self._codes[source]

    def _beside(self, source: Source) -> Mapping[str, str]:
        """Give what plain names mean beside the others of their column."""
        if source not in self._plain:
            texts = {self.text(row, source.column) for row in self._rows}
            self._plain[source] = self._words.regions.beside(texts - {""})
        return self._plain[source]

    def has_foreign_codes(self, source: Source) -> bool:
        """Tell whether the codes beside the names of regions are of another list."""
        return source.origin is Origin.ROW and self._foreign_codes(source)

    def person(self, source: Source, row: int) -> str:
        """Give the assessor of a row; blank where none is named."""
        if source.origin is Origin.ROW:
            return self.text(row, source.column)
        if source.origin is Origin.SECTION and source.column is not None:
            return self.section(row, source.column)
        return str(source.value) if source.value is not None else ""

    def asked(self, source: Source, row: int) -> Asked:
        """Give the question of a row, or why there is none."""
        if source.origin is not Origin.ROW:
            return Asked(source.value)
        if source.numbered is Numbered.BY_CODE:
            return self._coded(source, row)
        if source.numbered is Numbered.BY_DIMENSION:
            return Asked(
                self._by_dimension(source).get(row),
                rules.QUESTION_UNKNOWN,
                _("the row does not say its question."),
            )
        number, text = self.text(row, source.column), self.text(row, source.beside)
        if not number and number_in(text) is not None:
            number, text = text, ""
        key = (number, text, self.text(row, source.dimension) or str(source.value or ""))
        found = self._asked.get(key)
        if found is None:
            found = self._numbered(*key) if key[0] else self._worded(*key[1:])
            self._asked[key] = found
        return found

    def _coded(self, source: Source, row: int) -> Asked:
        if source not in self._of_codes:
            texts = [self.text(at, source.column) for at in self._rows]
            self._of_codes[source] = in_rows([text for text in texts if text], self._words)
        told = self.text(row, source.column)
        item = self._of_codes[source].get(told)
        if item is not None:
            return Asked(item)
        why = _("'%(text)s' is no question's number.") % {"text": told[:80]}
        return Asked(None, rules.QUESTION_UNKNOWN, why, told)

    def _by_dimension(self, source: Source) -> Mapping[int, Item]:
        if source not in self._local:
            found: dict[int, tuple[str, int]] = {}
            for row in self._rows:
                told = self._dimension_text(source, row)
                name = self._words.dimension(told) if told else str(source.value or "")
                number = number_in(self.text(row, source.column))
                if name and number is not None:
                    found[row] = (name, number)
            self._local[source] = localised(found, self._words.questions)
        return self._local[source] or {}

    def _dimension_text(self, source: Source, row: int) -> str:
        if source.section is not None:
            return self.section(row, source.section)
        return self.text(row, source.dimension) if source.dimension is not None else ""

    def _numbered(self, told: str, text: str, dimension: str) -> Asked:
        questions, number = self._words.questions, number_in(told)
        if number is None:
            direct = questions.direct.get(name_key(told)) or self._direct(text, dimension)
            if direct is not None:
                return Asked(direct)
            if questions.is_computed(text or dimension) or questions.is_computed(told):
                return Asked(
                    None, None, _("the value of a dimension is computed from its questions"), text
                )
            why = _("'%(text)s' is no question's number.") % {"text": told[:80]}
            return Asked(None, rules.QUESTION_UNKNOWN, why, told)
        if questions and number not in questions.by_number:
            why = _("there is no question %(text)s.") % {"text": told[:80]}
            return Asked(None, rules.QUESTION_UNKNOWN, why, told)
        name = self._words.dimension(dimension) if dimension and not text else None
        if name and number not in questions.by_dimension[name]:
            message = _("question %(text)s is not one of the dimension beside it.")
            return Asked(None, rules.QUESTION_CONTRADICTS, message % {"text": told[:80]}, told)
        if text and questions.contradicts(number, text):
            message = _("the text beside number %(text)s is not that question's text.")
            return Asked(None, rules.QUESTION_CONTRADICTS, message % {"text": told[:80]}, told)
        return Asked(number)

    def _direct(self, text: str, dimension: str) -> str | None:
        for told in (text, dimension):
            name = self._words.questions.direct.get(name_key(told)) if told else None
            if name is not None:
                return name
        return None

    def _worded(self, text: str, dimension: str) -> Asked:
        questions = self._words.questions
        direct = self._direct(text, dimension)
        if direct is not None:
            return Asked(direct)
        if questions.is_computed(text or dimension):
            return Asked(
                None, None, _("the value of a dimension is computed from its questions"), text
            )
        if not text:
            return Asked(None, rules.QUESTION_UNKNOWN, _("the row does not say its question."))
        match = questions.by_text(text)
        if match.number is None or match.sureness < _SURE:
            message = _("no question surely has this text: '%(text)s'.") % {"text": text[:80]}
            return Asked(None, rules.QUESTION_UNKNOWN, message, text)
        return Asked(match.number)


def sections_in(table: Table, column: int) -> Mapping[int, str]:
    """Give the texts of a column that stand alone in their rows, by row."""
    sheet = table.sheet
    found = {}
    for row in table.rows:
        cells = sheet.rows[row]
        if len(cells) - cells.count("") > _ALONE:
            continue
        text = sheet.text(row, column)
        if any(map(str.isalpha, text)) and list(sheet.filled(row, table.columns)) == [column]:
            found[row] = text
    return found
