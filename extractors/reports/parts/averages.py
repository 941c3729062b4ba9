"""Averages that stand outside the question tables: in sentences, headings and summary tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.names import plain
from evaluation.sources import Source
from evaluation.vocabulary.layouts import layouts
from evaluation.vocabulary.meanings import Meaning
from extractors.reports.parts.questions import DraftDimension
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rows import Cell
from extractors.reports.tables.tables import Contents, Table
from extractors.reports.text.lines import Line, joined
from extractors.reports.text.values import is_nothing, value_of

# A number at a word's end, or one of a highest: "3,25/4" is 3,25.
_VALUE = re.compile(
    r"(?<![\w.,/])([0-9]{1,3}(?:[.,][0-9]{1,4})?)(?=[.;)]?(?:\s|$)|/[0-9]{1,3}[.;)]?(?:\s|$))"
)


@dataclass(frozen=True, slots=True)
class Said:
    """An average that the document says of something named ``name``."""

    name: str
    value: Decimal | None
    printed: str
    source: Source


def fill_averages(
    drafts: Sequence[DraftDimension], contents: Contents, file: str
) -> list[DraftDimension]:
    """Give dimensions the averages that sentences and summaries say of them.

    A dimension that only a table of direct scores names is added, without questions.
    """
    result = [draft for draft in drafts if draft.items or draft.average is not None]
    sentences = list(_sentences(contents.lines, file))
    for draft in result:
        if draft.average is None:
            _from_sentence(draft, sentences)
    said = [s for t in contents.tables if t.kind is Kind.SUMMARY for s in _summary(t, file)]
    for entry in said:
        own = next((d for d in result if _same(d.name, entry.name)), None)
        if own is not None and own.average is None:
            _set(own, entry)
        elif own is None and result and _direct(contents, entry):
            result.append(DraftDimension(entry.name, entry.value, entry.source, entry.printed))
    return result


def _set(draft: DraftDimension, said: Said) -> None:
    draft.average, draft.average_source = said.value, said.source
    draft.average_printed = said.printed


def _same(first: str, second: str) -> bool:
    return bool(first) and plain(first) == plain(second)


def _direct(contents: Contents, entry: Said) -> bool:
    """Tell whether a table says its heading's score directly: one row, named as the heading."""
    return any(
        t.kind is Kind.SUMMARY
        and len([p for p in t.pieces if p.words]) == 1
        and any(_same(line.text, entry.name) for line in t.title[-1:])
        for t in contents.tables
    )


def _from_sentence(draft: DraftDimension, sentences: Sequence[Said]) -> None:
    """Find the sentence that says the average of a dimension by its name."""
    name = plain(draft.name)
    named = [said for said in sentences if name and f" {name} " in f" {plain(said.name)} "]
    if named:
        _set(draft, named[0])


def _sentences(lines: Sequence[Line], file: str) -> Iterator[Said]:
    average = layouts().rows.average
    for index, line in enumerate(lines):
        if average.within(line.text) is None:
            continue
        texts = [line.text]
        following = lines[index + 1 : index + 2]
        match = _last(line.text)
        if match is None and following and following[0].page == line.page:
            texts.append(following[0].text)
            match = _last(joined(texts))
        value = value_of(match[1]) if match else None
        if match and value is not None:
            source = Source(file, page=line.page, box=line.box)
            yield Said(joined(texts), value, match[1], source)


def _last(text: str) -> re.Match[str] | None:
    matches = list(_VALUE.finditer(text))
    return matches[-1] if matches else None


def _summary(table: Table, file: str) -> Iterator[Said]:
    name = table.index(Meaning.DIMENSION)
    name = name if name is not None else table.index(Meaning.INDICATOR)
    value = table.index(Meaning.AVERAGE)
    value = value if value is not None else table.index(Meaning.SCORE)
    if name is None or value is None:
        return
    for piece in table.pieces:
        cell = piece.cells.get(value, Cell())
        text = joined(list(piece.cells.get(name, Cell()).texts))
        printed = " ".join(cell.texts)
        number = value_of(printed)
        if (
            (number is not None or is_nothing(printed))
            and text
            and not layouts().rows.total.begins(text)
        ):
            source = Source(file, page=piece.page, box=cell.box)
            yield Said(text, number, printed, source)
