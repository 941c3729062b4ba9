"""A draft of a round → the sheets of its workbook; ``Asal`` says where each value came from."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from evaluation.draft import Draft, Found, FoundScore, Item
from evaluation.messages import Message
from evaluation.model import WhenMissing
from evaluation.names import name_key, plain
from evaluation.origins import Link, Origin, in_runs
from evaluation.sources import cell_name
from evaluation.workbook.facts import SURAT_KEYS
from evaluation.workbook.rows import Cells, Place, places_of, rows_of
from evaluation.workbook.shapes import Sheet
from evaluation.workbook.sheets import (
    ASAL,
    BOBOT,
    CATATAN,
    INSTRUMEN,
    NILAI,
    NO,
    OTHERS_BETWEEN,
    SURAT,
    TAHUN_LALU,
    WILAYAH,
    YES,
)
from generator.workbooks.book import FIRST_ROW, Cell, Rows

_TOLD = (NILAI, CATATAN)  # whose values the sheet Asal is about; names and texts tell themselves
_REGROWN = (NILAI, CATATAN)  # written anew in a workbook that is added to
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:,[0-9]{0,5}[1-9])?")
_ANSWERS = {True: YES, False: NO, None: None}
_NONE: Mapping[str, Rows] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RoundSheets:
    """The sheets of a workbook: rows by name, and remarks on doubtful cells by sheet and cell."""

    sheets: Mapping[str, Rows]
    notes: Mapping[tuple[str, str], Message]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a sheet by column, and what was found in which of its columns."""

    cells: Cells[Cell]
    found: Iterable[tuple[Place, Found]] = ()


@dataclass(slots=True)
class _Marks:
    """Where values came from and what is doubtful about them, gathered sheet by sheet."""

    links: list[Link] = field(default_factory=list)
    notes: dict[tuple[str, str], Message] = field(default_factory=dict)

    def add(self, sheet: Sheet, places: Sequence[Place], number: int, row: _Row) -> None:
        for place, one in row.found:
            column = places.index(place)
            if one.source is not None and sheet in _TOLD:
                self.links.append(Link(sheet.name, (number, column), one.source, one.time))
            if one.doubt:
                self.notes[sheet.name, cell_name(number, column)] = one.doubt


def round_sheets(draft: Draft, standing: Mapping[str, Rows] = _NONE) -> RoundSheets:
    """Give the sheets of a draft; one that ``standing`` has stays as it is there.

    Only scores and comments are written from the draft whatever stands, so a workbook that is
    added to is joined to the draft before (``Draft.joined``).
    """
    marks = _Marks()
    sheets = dict(standing)
    for sheet, further, rows in _tables(draft):
        if sheet.name in standing and sheet not in _REGROWN:
            continue
        written = list(rows)
        sheets[sheet.name] = rows_of(sheet, (row.cells for row in written), further)
        places = places_of(sheet, further)
        for number, row in enumerate(written, FIRST_ROW):
            marks.add(sheet, places, number, row)
    sheets[ASAL.name] = rows_of(ASAL, map(_origin, in_runs(marks.links)))
    return RoundSheets(sheets, marks.notes)


def _tables(draft: Draft) -> Iterator[tuple[Sheet, Sequence[str], Iterable[_Row]]]:
    yield SURAT, (), _facts(draft)
    yield INSTRUMEN, (), _questions(draft)
    if draft.dimensions or draft.categories:
        yield BOBOT, draft.categories, _weights(draft)
    yield WILAYAH, (), _regions(draft)
    yield NILAI, [str(item) for item in draft.items], _scores(draft)
    before = _before(draft)
    yield TAHUN_LALU, before, _previous(draft, before)
    yield CATATAN, (), _comments(draft)


def _facts(draft: Draft) -> Iterator[_Row]:
    """Go through the keys that a letter has, then those that only this round has."""
    known = {name_key(fact.key): fact.key for fact in SURAT_KEYS}
    others = [fact.key for fact in draft.facts if name_key(fact.key) not in known]
    for key in (*known.values(), *dict.fromkeys(others)):
        found = [fact for fact in draft.facts if name_key(fact.key) == name_key(key)]
        for fact in found:
            yield _Row({SURAT.key: key, SURAT.value: _typed(fact.value)}, [(SURAT.value, fact)])
        if not found:
            yield _Row({SURAT.key: key})


def _typed(text: str) -> Cell:
    """Give a number as one, where it is read again as the same text; others stay text."""
    return Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else text


def _questions(draft: Draft) -> Iterator[_Row]:
    for one in draft.questions:
        cells: Cells[Cell] = {
            INSTRUMEN.number: one.number,
            INSTRUMEN.dimension: one.dimension,
            INSTRUMEN.indicator: one.indicator,
            INSTRUMEN.sub_indicator: one.sub_indicator,
            INSTRUMEN.question: one.text,
        }
        yield _Row(cells, [(INSTRUMEN.question, one)])


def _weights(draft: Draft) -> Iterator[_Row]:
    for one in draft.dimensions:
        missing = None if one.when_missing is WhenMissing.REFUSE else one.when_missing.value
        cells: dict[Place, Cell] = {BOBOT.dimension: one.name, BOBOT.when_missing: missing}
        cells |= {category: one.weights.get(category) for category in draft.categories}
        yield _Row(cells, [(BOBOT.dimension, one)])


def _regions(draft: Draft) -> Iterator[_Row]:
    for number, one in enumerate(draft.regions, 1):
        cells: Cells[Cell] = {
            WILAYAH.number: number,
            WILAYAH.code: one.code,
            WILAYAH.region: one.name,
            WILAYAH.addressee: one.addressee,
            WILAYAH.category: one.category,
            WILAYAH.attended: _ANSWERS[one.attended],
            WILAYAH.email: one.email or None,
            WILAYAH.others: OTHERS_BETWEEN.join(one.others) or None,
        }
        yield _Row(cells, [(WILAYAH.region, one)])


def _scores(draft: Draft) -> Iterator[_Row]:
    """Give a row a region and assessor: regions in the order of the draft, assessors as counted."""
    order = {region.name: place for place, region in enumerate(draft.regions)}
    names: dict[str, str] = {}
    rows: dict[tuple[str, str], dict[Item, FoundScore]] = {}
    for one in draft.scores:
        name = names.setdefault(name_key(one.assessor or ""), one.assessor or "")
        rows.setdefault((one.region, name), {})[one.item] = one
    for region, name in sorted(
        rows, key=lambda key: (order.get(key[0], len(order)), key[0], _natural(key[1]))
    ):
        row = rows[region, name]
        found = {str(item): row[item] for item in draft.items if item in row}
        cells: dict[Place, Cell] = {NILAI.region: region, NILAI.assessor: name or None}
        cells |= {heading: one.value for heading, one in found.items()}
        yield _Row(cells, found.items())


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Order "Asesor 2" before "Asesor 10"."""
    return tuple((int(w), "") if w.isdecimal() else (0, w) for w in plain(name).split())


def _before(draft: Draft) -> tuple[str, ...]:
    """Give the dimensions that last year's results tell of, in the order of this year's."""
    told = dict.fromkeys(name for one in draft.previous for name in one.dimensions)
    names = [one.name for one in draft.dimensions]
    return tuple(sorted(told, key=lambda name: names.index(name) if name in names else len(names)))


def _previous(draft: Draft, dimensions: Sequence[str]) -> Iterator[_Row]:
    for one in draft.previous:
        cells: dict[Place, Cell] = {
            TAHUN_LALU.region: one.region,
            TAHUN_LALU.final: one.final,
        }
        cells |= {name: one.dimensions.get(name) for name in dimensions}
        yield _Row(cells, [(TAHUN_LALU.region, one)])


def _comments(draft: Draft) -> Iterator[_Row]:
    for one in draft.comments:
        cells: Cells[Cell] = {
            CATATAN.region: one.region,
            CATATAN.section: one.section,
            CATATAN.assessor: one.assessor,
            CATATAN.institution: one.institution,
            CATATAN.point: one.point,
        }
        yield _Row(cells, [(CATATAN.point, one)])


def _origin(origin: Origin) -> Cells[Cell]:
    return {
        ASAL.place: origin.place,
        ASAL.file: origin.file,
        ASAL.sheet: origin.sheet,
        ASAL.cells: origin.cells,
        ASAL.time: origin.time,
    }
