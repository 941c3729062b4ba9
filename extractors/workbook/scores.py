"""The sheet ``Nilai`` → the scores of each region, one row an assessor or one row of means."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from evaluation.findings import number_ranges
from evaluation.messages import Message, _
from evaluation.model import Instrument, ScoreRow
from evaluation.names import name_key
from evaluation.rules import workbook as rules
from evaluation.rules.rule import Rule
from evaluation.workbook.sheets import NILAI
from extractors.spreadsheets.cells import Cell
from extractors.spreadsheets.values import NotANumber, Number, Numbers, text_of
from extractors.workbook.headings import report_unknown
from extractors.workbook.joins import Names
from extractors.workbook.tables import Heading, Row, Table

_QUESTION = re.compile(r"(?:q|p|no|nomor|soal|pertanyaan)?0*([0-9]{1,6})")
Item = int | str
Columns = Mapping[Item, int]


def read_scores(
    table: Table, instrument: Instrument, dimensions: Names, regions: Names
) -> Mapping[str, tuple[ScoreRow, ...]]:
    """Give the rows of each region by its name, in the order of the sheet.

    Reports columns that are missing or mean nothing, what is no number, and a region that has two
    rows of one assessor.
    """
    columns = _score_columns(table, instrument, dimensions)
    reader = _Reader(table, instrument, columns)
    scores: dict[str, list[ScoreRow]] = {}
    told = _Told(named=any(text_of(row.cell(NILAI.assessor)) for row in table))
    for row in table:
        region = region_of(row, regions)
        score_row = reader.score_row(row)
        if region is not None:
            told.report_repeats(row, region, score_row.assessor)
            scores.setdefault(region, []).append(score_row)
    return {region: tuple(rows) for region, rows in scores.items()}


def region_of(row: Row, regions: Names) -> str | None:
    """Give the region that a row is about; None when it is none, which ``joined`` reports."""
    text = row.needed(NILAI.region)
    return regions.find(text) if text else None


def _score_columns(table: Table, instrument: Instrument, dimensions: Names) -> Columns:
    """Give the column of each question and each directly scored dimension."""
    questions = {question.number for question in instrument.questions}
    columns: dict[Item, int] = {}
    unknown: list[Heading] = []
    for heading in table.further:
        item = _item(heading, dimensions)
        if item is None:
            unknown.append(heading)
        elif isinstance(item, int) and item not in questions:
            _report_no_question(table, heading, item, questions)
        elif item not in instrument.position:
            _report_computed(table, heading)
        elif item in columns:
            message = _("'%(heading)s' is the second column for the same scores.")
            _report(table, heading, rules.COLUMN_REPEATED, message % {"heading": heading.text})
        else:
            columns[item] = heading.column
    _report_missing(table, instrument, columns, unknown)
    return columns


def _item(heading: Heading, dimensions: Names) -> Item | None:
    """Give what a heading stands for: ``12``, ``Q12`` and ``P12.`` are question 12."""
    number = _QUESTION.fullmatch(name_key(heading.text))
    return int(number[1]) if number else dimensions.find(heading.text)


def _report_no_question(
    table: Table, heading: Heading, number: int, questions: Collection[int]
) -> None:
    """Report a number that is no question's, unless the questions are missing altogether."""
    if questions:
        message = _("there is no question %(number)d in the sheet Instrumen.")
        _report(table, heading, rules.QUESTION_UNKNOWN, message % {"number": number})


def _report(table: Table, heading: Heading, rule: Rule, message: Message) -> None:
    remedy = _("Correct the heading or delete the column.")
    table.findings.add(rule.found(table.heading_source(heading), message, remedy))


def _report_computed(table: Table, heading: Heading) -> None:
    message = _("the column '%(heading)s' is not read: the dimension is computed from questions.")
    source = table.heading_source(heading)
    table.findings.add(rules.COLUMN_COMPUTED.found(source, message % {"heading": heading.text}))


def _report_missing(
    table: Table, instrument: Instrument, columns: Columns, unknown: Sequence[Heading]
) -> None:
    """Report what has no column, and the columns that mean nothing."""
    if not table.columns:
        return
    missing = [item for item in instrument.items if item not in columns]
    numbers = [item for item in missing if isinstance(item, int)]
    if numbers:
        message = _("the sheet has no column for these questions: %(numbers)s.")
        told = message % {"numbers": number_ranges(numbers)}
        remedy = _("Add a column for each, headed by the question's number.")
        table.findings.add(rules.QUESTION_WITHOUT_COLUMN.found(table.source(0, None), told, remedy))
    headings = Names(heading.text for heading in unknown)
    for item in missing:
        if isinstance(item, str) and instrument.questions:
            message = _("the sheet has no column for the directly scored dimension '%(name)s'.")
            remedy = headings.remedy(item) or _("Add it; its cells may be blank.")
            told = message % {"name": item}
            place = table.source(0, None)
            table.findings.add(rules.DIMENSION_WITHOUT_COLUMN.found(place, told, remedy))
    report_unknown(table, unknown)


class _Reader:
    """Reads the scores of a row in the order of the instrument's items."""

    def __init__(self, table: Table, instrument: Instrument, columns: Columns) -> None:
        self._table = table
        self._columns = tuple(columns.get(item) for item in instrument.items)
        self._numbers = Numbers()

    def score_row(self, row: Row) -> ScoreRow:
        """Read one row; what is no number is reported and given as not scored."""
        cells = [row.at(column) for column in self._columns]
        numbers = self._read(cells)
        values = tuple(number if isinstance(number, Decimal) else None for number in numbers)
        if NotANumber in set(map(type, numbers)):
            self._report(row, numbers)
        return ScoreRow(
            row.text(NILAI.assessor) or None,
            values,
            self._table.file,
            self._table.name,
            row.number,
            self._columns,
        )

    def _read(self, cells: Sequence[Cell]) -> Sequence[Number]:
        if bool in set(map(type, cells)):
            return [NotANumber() if isinstance(c, bool) else self._numbers[c] for c in cells]
        return [self._numbers[cell] for cell in cells]

    def _report(self, row: Row, numbers: Sequence[Number]) -> None:
        for column, number in zip(self._columns, numbers, strict=True):
            if isinstance(number, NotANumber):
                row.number_at(column)


@dataclass(slots=True)
class _Told:
    """The rows met so far, by region and assessor."""

    named: bool
    """Whether any row names an assessor."""
    first: dict[tuple[str, str], Row] = field(default_factory=dict)
    regions: dict[str, Row] = field(default_factory=dict)
    nameless: Row | None = None
    """The first row that repeats a region in a sheet that names no assessor."""

    def report_repeats(self, row: Row, region: str, assessor: str | None) -> None:
        """Report a second row of one assessor, and rows with and without assessor side by side."""
        key = (region, name_key(assessor or ""))
        other = self.first.setdefault(key, row)
        beside = self.regions.setdefault(region, row)
        if not self.named:
            self._report_nameless(row, region, other)
            return
        column = NILAI.assessor
        if other is not row:
            message = _("the scores of '%(region)s' by this assessor stand in %(other)s already.")
            told = message % {"region": region, "other": other.source(column)}
            row.report(rules.SCORES_REPEATED, column, told, _("Delete one of the two rows."))
        elif beside is not row and "" in (key[1], name_key(text_of(beside.cell(NILAI.assessor)))):
            message = _(
                "'%(region)s' has rows with and without an assessor, here and in %(other)s."
            )
            told = message % {"region": region, "other": beside.source(column)}
            remedy = _("Give one row of means, or a named assessor in each row.")
            row.report(rules.SCORES_MIXED, column, told, remedy)

    def _report_nameless(self, row: Row, region: str, other: Row) -> None:
        """Report once that rows cannot be told apart: the names are missing, not row after row."""
        if other is row or self.nameless is not None:
            return
        self.nameless = row
        told = _(
            "'%(region)s' has scores in %(other)s already,"
            " and no row names an assessor to tell them apart."
        )
        facts = {"region": region, "other": other.source(NILAI.region)}
        remedy = _("Name the assessor of each row in the column Asesor, or keep one row a region.")
        row.report(rules.SCORES_REPEATED, NILAI.region, told % facts, remedy)
