"""The sheet ``Bobot`` → categories, and each dimension's weights and treatment when missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluation.messages import _
from evaluation.model import WhenMissing
from evaluation.names import name_key
from evaluation.rules import workbook as rules
from evaluation.sources import Source
from evaluation.workbook.sheets import BOBOT
from extractors.spreadsheets.values import (
    NotANumber,
    Number,
    is_blank,
    is_broken,
    number_of,
    text_of,
)
from extractors.workbook.headings import report_unknown
from extractors.workbook.references import Listed
from extractors.workbook.tables import Heading, Row, Table

_HUNDRED = Decimal(100)
# Weights that sum to no more than this were meant as parts of 1, as percent cells store them.
_PARTS_OF_ONE = Decimal(2)
_WHEN_MISSING = {"": WhenMissing.REFUSE} | {name_key(each.value): each for each in WhenMissing}


@dataclass(frozen=True, slots=True)
class Weighted:
    """One row of the sheet: a dimension, its weights in percent by category, its place."""

    name: str
    weights: Mapping[str, Decimal]
    when_missing: WhenMissing
    source: Source


@dataclass(frozen=True, slots=True)
class Weights:
    """The whole sheet; ``categories`` are the headings of the columns of weights.

    ``listed_categories`` and ``listed_dimensions`` are what other sheets refer to.
    """

    categories: tuple[str, ...]
    dimensions: tuple[Weighted, ...]
    listed_categories: Listed
    listed_dimensions: Listed


def read_weights(table: Table) -> Weights:
    """Read the sheet; reports repeated dimensions, wrong numbers, and sums other than 100."""
    headings = _category_headings(table)
    rows = _named_rows(table)
    columns = {heading: _column(table, heading, list(rows.values())) for heading in headings}
    dimensions = tuple(
        Weighted(
            name,
            {h.text: weights[name] for h, weights in columns.items() if name in weights},
            _when_missing(row),
            row.source(BOBOT.dimension),
        )
        for name, row in rows.items()
    )
    nameless = sum(
        table.has(BOBOT.dimension) and not text_of(row.cell(BOBOT.dimension)) for row in table
    )
    return Weights(
        tuple(heading.text for heading in headings),
        dimensions,
        _listed({h.text: table.heading_source(h) for h in headings}, len(table.nameless)),
        _listed({each.name: each.source for each in dimensions}, nameless),
    )


def _listed(places: Mapping[str, Source], nameless: int) -> Listed:
    return Listed(places, frozenset(places), nameless)


def _category_headings(table: Table) -> tuple[Heading, ...]:
    """Give the headings of categories: all further ones, save those above nothing but words."""
    words = [heading for heading in table.further if _holds_only_words(table, heading)]
    if len(words) == len(table.further):
        words = []
    report_unknown(table, words)
    categories = tuple(heading for heading in table.further if heading not in words)
    if not categories and table.columns:
        message = _("the sheet has no column with the weights of a category.")
        remedy = _("Add one, headed by the category's name.")
        table.findings.add(rules.CATEGORY_MISSING.found(table.source(0, None), message, remedy))
    return categories


def _holds_only_words(table: Table, heading: Heading) -> bool:
    cells = [row.at(heading.column) for row in table]
    filled = [cell for cell in cells if not is_blank(cell)]
    return bool(filled) and all(
        isinstance(cell, str) and _percent(cell) is None and not is_broken(cell) for cell in filled
    )


def _named_rows(table: Table) -> dict[str, Row]:
    """Give the row of each dimension; reports blank and repeated names."""
    rows: dict[str, Row] = {}
    for row in table:
        name = row.needed(BOBOT.dimension)
        same = next((other for other in rows if name_key(other) == name_key(name)), None)
        if not name:
            continue
        if same is None:
            rows[name] = row
        else:
            message = _("the dimension '%(name)s' stands in %(other)s already.")
            told = message % {"name": name, "other": rows[same].source(BOBOT.dimension)}
            row.report(
                rules.DIMENSION_REPEATED, BOBOT.dimension, told, _("Delete one of the two rows.")
            )
    return rows


def _column(table: Table, heading: Heading, rows: Sequence[Row]) -> Mapping[str, Decimal]:
    """Give the weights of one category in percent, by dimension."""
    weights: dict[str, Decimal] = {}
    sound = True
    for row in rows:
        weight = _weight(row, heading)
        if isinstance(weight, Decimal):
            weights[text_of(row.cell(BOBOT.dimension))] = weight
        sound = sound and not isinstance(weight, NotANumber)
    return _in_percent(table, heading, weights) if sound and rows else weights


def _weight(row: Row, heading: Heading) -> Number:
    """Give the weight in a cell, None when blank; reports what is no number or negative."""
    cell = row.at(heading.column)
    percent = _percent(cell) if isinstance(cell, str) and "%" in cell else None
    number = row.number_at(heading.column) if percent is None else percent
    if isinstance(number, Decimal) and number < 0:
        source = row.table.source(row.number, heading.column)
        message = _("the weight %(weight)s is negative.") % {"weight": number}
        remedy = _("Write the weight in percent, from 0 to 100.")
        row.table.findings.add(rules.WEIGHT_NEGATIVE.found(source, message, remedy))
        return NotANumber()
    return number


def _percent(cell: object) -> Decimal | None:
    """Give the number in a text such as ``10`` or ``10 %``; None when it is no number."""
    number = number_of(cell.strip().removesuffix("%")) if isinstance(cell, str) else None
    return number if isinstance(number, Decimal) else None


def _in_percent(
    table: Table, heading: Heading, weights: Mapping[str, Decimal]
) -> Mapping[str, Decimal]:
    """Give weights that sum to 100, taking a sum of 1 as 100; reports any other sum."""
    total, source = sum(weights.values(), Decimal(0)), table.heading_source(heading)
    whole = dict(weights)
    if 0 < total <= _PARTS_OF_ONE:
        whole = {name: weight * _HUNDRED for name, weight in weights.items()}
    if abs(sum(whole.values(), Decimal(0)) - _HUNDRED) > _tolerance(whole.values()):
        message = _("the weights of %(category)s sum to %(total)s instead of 100.")
        told = message % {"category": heading.text, "total": total}
        remedy = _("Correct the weights in this column.")
        table.findings.add(rules.WEIGHT_SUM.found(source, told, remedy))
    elif total <= _PARTS_OF_ONE:
        message = _("the weights of %(category)s sum to 1 and are taken as percent.")
        told = message % {"category": heading.text}
        table.findings.add(rules.WEIGHT_SUM_OF_ONE.found(source, told))
    return whole


def _tolerance(weights: Iterable[Decimal]) -> Decimal:
    """Give how far rounded weights may miss 100: half a unit of the last place of each.

    Three weights of 33,33 sum to 99,99 and are right; whole numbers have no such excuse.
    """
    places = [int(weight.normalize().as_tuple().exponent) for weight in weights]
    return sum((Decimal(5).scaleb(p - 1) for p in places if p < 0), Decimal(0))


def _when_missing(row: Row) -> WhenMissing:
    """Read ``Bila Kosong``; blank means that a missing value is an error."""
    text = row.text(BOBOT.when_missing)
    known = _WHEN_MISSING.get(name_key(text))
    if known is None:
        message = _("'%(text)s' does not say what a missing value does.") % {"text": text[:40]}
        remedy = _("Possible: %(choices)s.") % {"choices": ", ".join(e.value for e in WhenMissing)}
        row.report(rules.CHOICE_UNKNOWN, BOBOT.when_missing, message, remedy)
    return known or WhenMissing.REFUSE
