"""What rows of a table may tell their question by: numbers, texts, codes, dimensions."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from evaluation.names import plain
from evaluation.vocabulary.meanings import Meaning
from extractors.collect.around import Around
from extractors.collect.families import in_rows, may_be_of
from extractors.collect.headings import Vocabulary
from extractors.collect.looks import Look
from extractors.collect.questions import number_in
from extractors.collect.shares import sections_of, share_of
from extractors.collect.sources import Numbered, Origin, Source
from extractors.collect.sureness import (
    CODES,
    PRIOR_HEADED,
    PRIOR_LOCAL,
    PRIOR_NUMBER,
    PRIOR_TEXT,
    QUESTION_COLUMN,
)
from extractors.collect.tables import Table

_LOOKED_AT = 60


_MAY_BE_TEXT = (
    Meaning.UNSETTLED,
    Meaning.UNUSED,
    Meaning.INDICATOR,
    Meaning.SUB_INDICATOR,
)


def question_columns(
    table: Table, looks: Sequence[Look], around: Around, words: Vocabulary
) -> list[Source]:
    """Give what rows may tell their question by: number and text, one of them, and a dimension."""
    texts = [look.index for look in looks if look.judged.meaning is Meaning.TEXT]
    for look in looks if not texts else ():
        named = not look.may_hold_scores and look.judged.meaning in _MAY_BE_TEXT
        if named and share_of(table, look.index, _is_question(words)) >= QUESTION_COLUMN:
            texts.append(look.index)
    numbers = [look.index for look in looks if _may_number(table, look)]
    dimension, about = _first(looks, Meaning.DIMENSION), _about(table, numbers, around, words)
    found = []
    for number in numbers:
        for text in texts or (None,):
            prior = PRIOR_HEADED if text is not None or _headed(looks, number) else PRIOR_NUMBER
            found.append(Source(Origin.ROW, prior, number, text, dimension, value=about))
        if not texts:
            found += _restarting(table, looks, number, (dimension, about), words)
    for text in texts:
        if not any(_agree(table, number, text, words) for number in numbers):
            found.append(Source(Origin.ROW, PRIOR_TEXT, None, text, dimension))
    return found or _coded_columns(table, looks, words)


def _coded_columns(table: Table, looks: Sequence[Look], words: Vocabulary) -> list[Source]:
    """Give columns whose codes tell questions: ``2.3``, ``B-07``; only where nothing else does."""
    found = []
    for look in looks:
        if look.judged.meaning not in _MAY_BE_TEXT or look.is_settled or not words.questions:
            continue
        last = look.parts[-1] if look.parts else ""
        coding = number_in(last) is None and set(plain(last).split()) & _CODING
        if look.may_hold_scores and not coding:
            continue
        texts = [text for row in table.rows if (text := table.sheet.text(row, look.index))]
        distinct = set(texts)
        if 2 < len(distinct) <= 2 * len(words.questions.by_number) and len(distinct) < len(texts):
            known = in_rows(list(dict.fromkeys(texts)), words)
            if sum(text in known for text in texts) >= CODES * len(texts):
                found.append(Source(Origin.ROW, PRIOR_LOCAL, look.index, numbered=Numbered.BY_CODE))
    return found


def _about(table: Table, numbers: Sequence[int], around: Around, words: Vocabulary) -> str | None:
    """Give the dimension that stands around a table, where the numbers of its rows may be its."""
    texts = (table.sheet.text(row, column) for column in numbers for row in table.rows)
    told = {number for text in texts if (number := number_in(text)) is not None}
    fits = around.dimension and may_be_of(around.dimension, told, words.questions)
    return around.dimension if fits else None


def _restarting(
    table: Table,
    looks: Sequence[Look],
    number: int,
    dimension: tuple[int | None, str | None],
    words: Vocabulary,
) -> list[Source]:
    """Give numbers that restart in each dimension, by where the dimension stands."""
    local = Source(
        Origin.ROW, PRIOR_LOCAL, number, numbered=Numbered.BY_DIMENSION, dimension=dimension[0]
    )
    if dimension[0] is not None or dimension[1]:
        return [replace(local, value=dimension[1])]
    sections = sections_of(table, looks, lambda text: words.dimension(text) is not None)
    return [replace(local, section=section.column) for section in sections]


def _agree(table: Table, number: int, text: int, words: Vocabulary) -> bool:
    """Tell whether numbers and texts of questions mostly tell the same."""
    agree = differ = 0
    for row in table.rows[:_LOOKED_AT]:
        told = number_in(table.sheet.text(row, number))
        meant = words.questions.by_text(table.sheet.text(row, text)).number
        if told is not None and meant is not None:
            agree += told == meant
            differ += told != meant
    return agree > differ


def _is_question(words: Vocabulary) -> Callable[[str], bool]:
    return lambda text: words.questions.by_text(text).number is not None


def _first(looks: Sequence[Look], meaning: Meaning) -> int | None:
    return next((look.index for look in looks if look.judged.meaning is meaning), None)


def _headed(looks: Sequence[Look], number: int) -> bool:
    look = next(look for look in looks if look.index == number)
    return look.judged.meaning is Meaning.NUMBER and look.judged.sureness > 0.8


def _may_number(table: Table, look: Look) -> bool:
    if look.judged.meaning is Meaning.NUMBER:
        return True
    numbering = look.judged.meaning in (Meaning.UNSETTLED, Meaning.UNUSED, Meaning.TEXT)
    if not numbering or look.is_settled or (look.total and not _is_numbering(look)):
        return False
    texts = [table.sheet.text(row, look.index) for row in table.rows[:_LOOKED_AT]]
    filled = [text for text in texts if text]
    codes = [n for text in filled if (n := number_in(text)) is not None]
    if len(codes) < CODES * len(filled) or not filled:
        return False
    if codes == list(range(codes[0], codes[0] + len(codes))) and len(codes) > 1:
        return False  # they merely run with the rows
    worded = any(any(map(str.isalpha, text)) for text in filled)
    return look.judged.meaning is Meaning.TEXT or worded or _is_numbering(look)


def _is_numbering(look: Look) -> bool:
    return bool(look.parts) and plain(look.parts[-1]) in _NUMBERING


_CODING = frozenset(
    ("no", "nomor", "butir", "item", "kode", "soal", "pertanyaan", "indikator", "code")
)


_NUMBERING = ("no", "nomor", "no urut", "butir", "item", "kode soal", "kode butir", "soal")
