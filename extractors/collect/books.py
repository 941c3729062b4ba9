"""Files opened, cut into tables, and each table understood: everything but the reading of rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, replace
from itertools import islice

from evaluation.draft import FoundQuestion, FoundRegion
from evaluation.names import name_key
from evaluation.region_names import has_kind
from evaluation.sources import Source
from evaluation.understanding import Shape
from evaluation.vocabulary.meanings import Meaning
from evaluation.workbook.sheets import CATATAN, INSTRUMEN, NILAI, SHEETS, WILAYAH
from extractors.collect.blocks import tables_in
from extractors.collect.columns import take_columns
from extractors.collect.context import Context, Told, contexts, labels_in, mark_of
from extractors.collect.headings import Vocabulary
from extractors.collect.mapping import Mapping
from extractors.collect.questions import number_in
from extractors.collect.shapes import shape_of
from extractors.collect.sheet import Sheet
from extractors.collect.split_keys import with_split_keys
from extractors.collect.tables import Table
from extractors.collect.taken import Taken
from extractors.collect.words import is_foot, is_note

_ASKED_BELOW = (Shape.LONG, Shape.FORM, Shape.TRANSPOSED, Shape.PANEL, Shape.QUESTIONS)
_READ = (NILAI, CATATAN, INSTRUMEN, WILAYAH)
_WITHOUT_SCORES = {name_key(sheet.name): sheet for sheet in SHEETS if sheet not in _READ}
_TITLE_PARTS = re.compile(r"\s+[-–—|]\s+|[,;:(]|\s+(?=[Tt](?:ahun|AHUN)\b)")
_HELPER = "_"  # what hidden sheets that are no data are called by, here and elsewhere


@dataclass(frozen=True, slots=True)
class Part:
    """A table that was understood, and what its sheet says about all of it."""

    taken: Taken
    context: Context


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of one file and the parts that they hold."""

    file: str
    sheets: tuple[Sheet, ...]
    parts: tuple[Part, ...]


def book_of(file: str, sheets: Sequence[Sheet], vocabulary: Vocabulary, mapping: Mapping) -> Book:
    """Understand the tables of one file."""
    mark = next((m for sheet in sheets if sheet.hidden and (m := mark_of(sheet))), None)
    read = [sheet for sheet in sheets if not _is_other(sheet)]
    tables = {
        sheet.name: [
            with_split_keys(one, vocabulary) for one in tables_in(sheet, vocabulary, mapping)
        ]
        for sheet in read
    }
    found = [table for sheet in read for table in tables[sheet.name]]
    labels = [(t.sheet.name, labels_in(t.sheet, t.titles, t.span)) for t in found]
    parts = [
        _part(table, _named(about, table.sheet, vocabulary), vocabulary, mapping)
        for table, about in zip(found, contexts(labels, mark), strict=True)
    ]
    return Book(file, tuple(sheets), tuple(parts))


def _is_other(sheet: Sheet) -> bool:
    """Tell whether a sheet is a hidden helper, or one of a workbook of ours without scores.

    A sheet of another's that merely bears such a name has other headings.
    """
    ours = _WITHOUT_SCORES.get(name_key(sheet.name))
    if ours is None:
        return sheet.hidden and sheet.name.startswith(_HELPER)
    heads = {name_key(sheet.text(0, column)) for column in range(sheet.width)}
    return {name_key(column.heading) for column in ours.columns[:2]} <= heads


def _named(context: Context, sheet: Sheet, vocabulary: Vocabulary) -> Context:
    """Let the name of a sheet say its region, where no label does and the name is a region's."""
    if context.told(Meaning.REGION) or not vocabulary.regions.names:
        return context
    if vocabulary.regions.find(sheet.name).name is None:
        return context
    labels = {**context.labels, Meaning.REGION: Told(sheet.name, sheet.place())}
    return replace(context, labels=labels)


def _part(table: Table, context: Context, vocabulary: Vocabulary, mapping: Mapping) -> Part:
    columns = take_columns(table, vocabulary, mapping)
    shape = shape_of(columns, context)
    about = context.with_shared() if shape is Shape.COMMENTS else context
    return Part(Taken(table, shape, columns), about)


def named_regions(books: Iterable[Book]) -> Iterator[FoundRegion]:
    """Give every region that the tables name, as it stands there."""
    for book in books:
        for part in book.parts:
            yield from _regions_of(part)
        yield from _regions_around(book)


def _regions_around(book: Book) -> Iterator[FoundRegion]:
    """Give the regions that tabs or titles name, where those of several alike tables differ.

    One title alone may as well be that of a programme: ``Kota Sehat``.
    """
    alike: dict[tuple[str, ...], list[Taken]] = {}
    for part in book.parts:
        if part.taken.column(Meaning.REGION) is None and not part.context.told(Meaning.REGION):
            heads = tuple(column.heading for column in part.taken.columns)
            alike.setdefault(heads, []).append(part.taken)
    for tables in alike.values():
        tabs = {one.table.sheet.name: one.table.sheet.place() for one in tables}
        for places in (tabs, *_titles_of(tables)):
            if len(tables) > 1 and len(places) == len(tables) and all(map(has_kind, places)):
                yield from (FoundRegion(name, source=at) for name, at in places.items())
                break


def _titles_of(tables: Sequence[Taken]) -> Iterator[MappingType[str, Source]]:
    """Give the titles of alike tables, cut at what parts them, line by line."""
    lines = [[(row, _title(one, row)) for row in one.table.titles] for one in tables]
    for titles in zip(*lines, strict=False):
        yield {
            text: one.table.sheet.place(row)
            for one, (row, text) in zip(tables, titles, strict=True)
        }


def _title(taken: Taken, row: int) -> str:
    sheet = taken.table.sheet
    text = next((sheet.text(row, c) for c in sheet.filled(row, taken.table.columns)), "")
    return _TITLE_PARTS.split(text, maxsplit=1)[0].strip()


def _regions_of(part: Part) -> Iterator[FoundRegion]:
    taken, sheet = part.taken, part.taken.table.sheet
    code = taken.column(Meaning.CODE)
    column = taken.column(Meaning.REGION)
    told = part.context.told(Meaning.REGION)
    if column is not None:
        for row in taken.table.rows:
            text = sheet.text(row, column)
            if any(map(str.isalpha, text)) and not (_is_foot_row(taken, row) or is_note(text)):
                kode = sheet.text(row, code) if code is not None else ""
                yield FoundRegion(text, kode or None, source=sheet.place(row, column))
    elif told is not None and taken.shape in (Shape.FORM, Shape.PANEL, Shape.COMMENTS):
        yield FoundRegion(told.text, source=told.place)
    for each in taken.all(Meaning.OF_REGION):
        place = sheet.place(taken.table.heading_rows[-1], each.column)
        yield FoundRegion(str(each.detail), source=place)


def _is_foot_row(taken: Taken, row: int) -> bool:
    sheet = taken.table.sheet
    filled = sheet.filled(row, taken.table.columns)
    return any(is_foot(sheet.text(row, column)) for column in islice(filled, 3))


def named_questions(books: Iterable[Book]) -> Iterator[FoundQuestion]:
    """Give every question that the tables number, with its text where they tell it."""
    for book in books:
        for part in book.parts:
            yield from _in_headings(part.taken)
            if part.taken.shape in _ASKED_BELOW:
                yield from _in_rows(part.taken)


def _in_headings(taken: Taken) -> Iterator[FoundQuestion]:
    for column in taken.all(Meaning.ITEM):
        if isinstance(column.detail, int):
            parts = taken.table.parts(column.column)
            text = next((part for part in reversed(parts) if number_in(part) is None), "")
            place = taken.table.sheet.place(taken.table.heading_rows[-1], column.column)
            yield FoundQuestion(column.detail, text, source=place)


def _in_rows(taken: Taken) -> Iterator[FoundQuestion]:
    sheet = taken.table.sheet
    number, text = taken.column(Meaning.NUMBER), taken.column(Meaning.TEXT)
    if number is None and text is None:
        return
    others = [
        taken.column(m) for m in (Meaning.DIMENSION, Meaning.INDICATOR, Meaning.SUB_INDICATOR)
    ]
    for row in taken.table.rows:
        told = sheet.text(row, number) if number is not None else sheet.text(row, text or 0)
        found = number_in(told)
        if found is not None:
            worded = sheet.text(row, text) if text is not None and number is not None else ""
            dimension, indicator, sub = (
                sheet.text(row, c) if c is not None else "" for c in others
            )
            place = sheet.place(row, number if number is not None else text)
            yield FoundQuestion(found, worded, dimension, indicator, sub, source=place)
