"""Records of past documents → the sheets of a workbook of one round, each value with its place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.messages import Message, _
from evaluation.model import Scale, WhenMissing
from evaluation.names import name_key
from evaluation.origins import Link, Origin, in_runs
from evaluation.record import Record, RecordedItem
from evaluation.rules import archive as rules
from evaluation.sources import Finding, Severity, Source, cell_name
from evaluation.workbook.shapes import Sheet
from evaluation.workbook.sheets import (
    ASAL,
    BOBOT,
    CATATAN,
    INSTRUMEN,
    NILAI,
    NO,
    SCALE_MAXIMUM,
    SCALE_MINIMUM,
    SCALE_STEP,
    SURAT,
    SURAT_KEYS,
    TAHUN_LALU,
    WILAYAH,
    YES,
)
from extractors.archive.instrument import Asked, asked_in
from extractors.archive.regions import FoundRegion, regions_in
from extractors.archive.weights import NationalTable, national_table
from generator.workbooks.book import FIRST_ROW, Cell, Rows
from letters.dates import format_date
from letters.profile import AgencyProfile

_FIRST_SCORE = 2  # behind region and assessor
_POINT = [column.heading for column in CATATAN.columns].index("Butir")


@dataclass(frozen=True)
class Digitised:
    """A round as its documents tell it: rows by sheet, remarks on doubtful cells, findings.

    ``notes`` gives a remark by sheet and cell, such as ("Nilai", "F12").
    """

    sheets: Mapping[str, Rows]
    notes: Mapping[tuple[str, str], Message]
    findings: tuple[Finding, ...]


def digitised(
    records: Sequence[Record],
    scale: Scale | None,
    profile: AgencyProfile,
    given: Mapping[str, Rows] | None = None,
) -> Digitised:
    """Give the workbook of the round that some records are about.

    ``scale`` is None where the scores do not tell it; its cells stay blank then.
    ``given`` are sheets of a known round (its questions, weights, names of dimensions), which stand
    as they are. What the documents do not tell stays blank.
    """
    asked, differing = asked_in(records)
    regions, doubtful = regions_in(records, profile)
    table = national_table(records, asked.dimensions)
    scores = _Scores(asked, regions, table)
    year, mixed = _year(records)
    comments, comment_links = _comments(regions)
    made: dict[str, Rows] = {
        SURAT.name: _facts(records, year, scale),
        INSTRUMEN.name: _questions(asked),
        BOBOT.name: _weights(asked, regions, table),
        WILAYAH.name: _regions(regions),
        NILAI.name: scores.rows,
        TAHUN_LALU.name: _previous(table),
        CATATAN.name: comments,
    }
    origins = map(_origin_row, in_runs((*scores.links, *comment_links)))
    sheets = {**made, **(given or {}), ASAL.name: (_headings(ASAL), *origins)}
    unknown = () if given or table.weights else (_weights_unknown(),)
    flags = (_as_finding(record) for record in records)
    findings = (*(f for group in flags for f in group), *differing, *doubtful, *mixed, *unknown)
    return Digitised(sheets, scores.notes, findings)


def _headings(sheet: Sheet) -> tuple[str, ...]:
    return tuple(column.heading for column in sheet.columns)


def _as_finding(record: Record) -> Iterator[Finding]:
    return (
        Finding(flag.rule, Severity.WARNING, flag.source, flag.message) for flag in record.flags
    )


def _year(records: Sequence[Record]) -> tuple[int | None, tuple[Finding, ...]]:
    years = Counter(record.year for record in records if record.year is not None)
    if not years:
        return None, ()
    usual = years.most_common(1)[0][0]
    message = _("the report is of %(year)d, the others of %(usual)d.")
    return usual, tuple(
        rules.YEARS_MIXED.found(
            Source(record.file),
            message % {"year": record.year, "usual": usual},
            _("Extract the reports of one year at a time."),
        )
        for record in records
        if record.year not in {None, usual}
    )


def _facts(records: Sequence[Record], year: int | None, scale: Scale | None) -> Rows:
    letters = [record.letter for record in records]
    number = next((letter.number for letter in letters if letter.number), None)
    day = next((letter.date for letter in letters if letter.date), None)
    known: Mapping[str, Cell] = {
        "Nomor": number,
        "Tanggal": format_date(day) if day else None,
        "Tahun": year and Decimal(year),
        SCALE_MINIMUM: scale.minimum if scale else None,
        SCALE_MAXIMUM: scale.maximum if scale else None,
        SCALE_STEP: scale.step if scale else None,
    }
    return (_headings(SURAT), *((fact.key, known.get(fact.key)) for fact in SURAT_KEYS))


def _questions(asked: Asked) -> Rows:
    rows = (
        (one.number, one.dimension, one.indicator, one.sub_indicator, one.text)
        for one in asked.questions
    )
    return (_headings(INSTRUMEN), *rows)


def _categories(regions: Iterable[FoundRegion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.category for one in regions if one.category))


def _weights(asked: Asked, regions: Sequence[FoundRegion], table: NationalTable) -> Rows:
    categories = _categories(regions)
    names = list(table.columns)
    rows: list[Sequence[Cell]] = [("Dimensi", *categories, "Bila Kosong")]
    for name in asked.dimensions:
        index = names.index(name) if name in names else None
        found = [table.weights.get(category) for category in categories]
        weights = [one.weights[index] if one and index is not None else None for one in found]
        treated = [one.when_missing[index] for one in found if one and index is not None]
        missing = next((one for one in treated if one is not WhenMissing.REFUSE), None)
        rows.append((name, *weights, missing.value if missing else None))
    return rows


def _regions(regions: Sequence[FoundRegion]) -> Rows:
    answers = {True: YES, False: NO, None: None}
    rows = (
        (number, None, one.name, one.addressee, one.category, answers[one.attended])
        for number, one in enumerate(regions, 1)
    )
    return (_headings(WILAYAH), *rows)


def _previous(table: NationalTable) -> Rows:
    rows = ((region, final) for region, final in table.previous().items())
    return (("Wilayah", "Nilai Final"), *rows)


class _Scores:
    """The sheet of scores: a row of printed means a region, remarks where they are doubtful."""

    def __init__(self, asked: Asked, regions: Sequence[FoundRegion], table: NationalTable) -> None:
        self._asked, self._table = asked, table
        self._numbers = asked.numbers()
        self.notes: dict[tuple[str, str], Message] = {}
        self.links: list[Link] = []
        items = (*(str(one.number) for one in asked.questions), *asked.direct)
        scored = [one for one in regions if one.attended is not False and self._told(one)]
        rows = (self._row(row, region) for row, region in enumerate(scored, FIRST_ROW))
        self.rows: Rows = (("Wilayah", "Asesor", *items), *rows)

    def _told(self, region: FoundRegion) -> bool:
        return region.report is not None and bool(region.report.dimensions)

    def _row(self, row: int, region: FoundRegion) -> Sequence[Cell]:
        items = self._items(region.report)
        cells: list[Cell] = [region.name, None]
        for column, question in enumerate(self._asked.questions, _FIRST_SCORE):
            item = items.get(question.number)
            cells.append(item.score if item else None)
            if item is not None:
                self._note(row, column, item)
        return (*cells, *self._direct(region))

    def _items(self, report: Record | None) -> Mapping[int, RecordedItem]:
        return {
            self._numbers[name_key(dimension.name), item.number]: item
            for dimension in (report.dimensions if report else ())
            for item in dimension.items
        }

    def _direct(self, region: FoundRegion) -> Iterator[Decimal | None]:
        averages = {
            name_key(dimension.name): dimension.average
            for dimension in (region.report.dimensions if region.report else ())
        }
        return (averages.get(name_key(name)) for name in self._asked.direct)

    def _note(self, row: int, column: int, item: RecordedItem) -> None:
        if item.flag:
            place = cell_name(row, column)
            printed = _("printed: %(text)s") % {"text": item.printed or "–"}
            told = Message("%(doubt)s (%(printed)s)")
            facts = {"doubt": item.flag.message, "printed": printed}
            self.notes[NILAI.name, place] = told % facts
        self.links += _link(NILAI, row, column, item.source)


def _comments(regions: Sequence[FoundRegion]) -> tuple[Rows, list[Link]]:
    rows: list[Sequence[Cell]] = [_headings(CATATAN)]
    links: list[Link] = []
    for region in regions:
        for one in region.report.comments if region.report else ():
            for point in one.points:
                links += _link(CATATAN, len(rows) - 1 + FIRST_ROW, _POINT, one.source)
                rows.append((region.name, one.section, one.assessor, one.institution, point))
    return rows, links


def _link(sheet: Sheet, row: int, column: int, source: Source | None) -> tuple[Link, ...]:
    if source is None or source.page is None:
        return ()
    return (Link(sheet.name, (row, column), source),)


def _origin_row(origin: Origin) -> tuple[Cell, ...]:
    return (origin.place, origin.file, origin.sheet, origin.cells, origin.time)


def _weights_unknown() -> Finding:
    return rules.WEIGHTS_UNKNOWN.found(
        None,
        _("no national table tells the weights; the sheet Bobot lacks them."),
        _("Enter them, or name a workbook of that round with --like."),
    )
