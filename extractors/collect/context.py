"""The one region and the one assessor that a sheet or a form is about, and where that stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from evaluation.names import name_key, plain
from evaluation.sources import Source
from evaluation.vocabulary.meanings import Meaning
from evaluation.workbook.form import FINGERPRINT, MARK_KEY, ROUND
from extractors.collect.sheet import Sheet
from extractors.collect.words import LABELS
from extractors.spreadsheets.values import is_blank

_ROWS = 60  # above a table, that labels are looked for in
_REACH = 8  # columns between a label and its value
_PARTED = re.compile(r"\s*[:=]\s*")
_BY_WORD = {word: meaning for meaning, words in LABELS.items() for word in words}
_MARKED = {
    "wilayah": Meaning.REGION,
    "kode": Meaning.CODE,
    "asesor": Meaning.ASSESSOR,
    "instansi": Meaning.INSTITUTION,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A text and the place where it stands."""

    text: str
    place: Source


@dataclass(frozen=True, slots=True)
class Context:
    """What a sheet says about all of its rows; a meaning that it does not tell is absent.

    ``labels`` stand visibly above the table, ``marked`` in the hidden mark of a form; ``shared``
    is what the other sheets of the file agree on. ``instrument`` is the fingerprint of the
    questions that the form was made for, ``round`` programme and year as it was sent.
    """

    labels: Mapping[Meaning, Told] = field(default_factory=dict)
    marked: Mapping[Meaning, Told] = field(default_factory=dict)
    shared: Mapping[Meaning, Told] = field(default_factory=dict)
    instrument: str = ""
    round: str = ""
    is_form: bool = False

    def told(self, meaning: Meaning) -> Told | None:
        """Give what is visible, or else what is marked; None when neither is there."""
        return self.labels.get(meaning) or self.marked.get(meaning)

    def with_shared(self) -> "Context":
        """Give the context of remarks: they may rest on what the other sheets of the file say."""
        return replace(self, labels=self.labels or self.shared)


def labels_in(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> Mapping[Meaning, Told]:
    """Give the labelled texts in the rows above a table; the first of each kind counts."""
    found: dict[Meaning, Told] = {}
    for row in rows[-_ROWS:]:
        for meaning, told in _labels(sheet, row, columns):
            found.setdefault(meaning, told)
    return found


def _labels(sheet: Sheet, row: int, columns: Sequence[int]) -> Iterator[tuple[Meaning, Told]]:
    for column in sheet.filled(row, columns):
        head, *rest = _PARTED.split(sheet.text(row, column), maxsplit=1)
        meaning = _BY_WORD.get(plain(head))
        if meaning is None:
            continue
        if rest and rest[0]:
            yield meaning, Told(rest[0], sheet.place(row, column))
            continue
        told = _value(sheet, row, column + 1)
        if told is not None:
            yield meaning, told


def _value(sheet: Sheet, row: int, start: int) -> Told | None:
    """Give the text to the right of a label; None when there is none, or another label first."""
    for column in sheet.filled(row, range(start, start + _REACH)):
        if sheet.first_of.get((row, column), (row, column)) != (row, column):
            continue
        text = sheet.text(row, column).lstrip(":= ").strip()
        if text:
            other = plain(_PARTED.split(text, maxsplit=1)[0]) in _BY_WORD
            return None if other else Told(text, sheet.place(row, column))
    return None


def mark_of(sheet: Sheet) -> Context | None:
    """Give what the hidden mark of a form says; None when the sheet is no such mark."""
    pairs = dict(_pairs(sheet))
    if name_key(MARK_KEY) not in pairs:
        return None
    marked = {
        meaning: told
        for key, meaning in _MARKED.items()
        if (told := pairs.get(key)) is not None and told.text
    }
    instrument = pairs.get(name_key(FINGERPRINT))
    sent = pairs.get(name_key(ROUND))
    return Context(
        {},
        marked,
        {},
        instrument.text if instrument else "",
        sent.text if sent else "",
        True,
    )


def _pairs(sheet: Sheet) -> Iterator[tuple[str, Told]]:
    if len(sheet.rows) > 200:
        return
    for row in range(len(sheet.rows)):
        filled = [c for c in range(sheet.width) if not is_blank(sheet.cell(row, c))]
        if len(filled) >= 2:
            told = Told(sheet.text(row, filled[1]), sheet.place(row, filled[1]))
            yield name_key(sheet.text(row, filled[0])), told


def contexts(
    labels: Sequence[tuple[str, Mapping[Meaning, Told]]], mark: Context | None
) -> Sequence[Context]:
    """Give the context of each table of a workbook, given with the name of its sheet.

    A label above one table holds for the others of its sheet that have none of their own, unless
    several have.
    """
    shared = _agreed([own for _sheet, own in labels])
    whole = mark or Context()
    return [
        replace(whole, labels=_inherited(sheet, own, labels), shared=shared)
        for sheet, own in labels
    ]


def _inherited(
    sheet: str, own: Mapping[Meaning, Told], labels: Sequence[tuple[str, Mapping[Meaning, Told]]]
) -> Mapping[Meaning, Told]:
    found = dict(own)
    for meaning in LABELS:
        told = [each[meaning] for name, each in labels if name == sheet and meaning in each]
        if meaning not in found and len(told) == 1:
            found[meaning] = told[0]
    return found


def _agreed(labels: Sequence[Mapping[Meaning, Told]]) -> Mapping[Meaning, Told]:
    agreed: dict[Meaning, Told] = {}
    for meaning in LABELS:
        told = [own[meaning] for own in labels if meaning in own]
        if len({name_key(each.text) for each in told}) == 1:
            agreed[meaning] = told[0]
    return agreed
