"""The sheets ``Tahun Lalu`` and ``Bobot Tahun Lalu`` → last year's results and weights."""

from collections.abc import Mapping
from decimal import Decimal

from evaluation.messages import _
from evaluation.model import PreviousResult
from evaluation.rules import workbook as rules
from evaluation.sources import Severity, Source
from evaluation.workbook.sheets import TAHUN_LALU
from extractors.workbook.headings import report_unknown
from extractors.workbook.joins import Names
from extractors.workbook.scores import region_of
from extractors.workbook.tables import Heading, Row, Table
from extractors.workbook.weights import Weighted, read_weights


def read_previous(table: Table, dimensions: Names, regions: Names) -> Mapping[str, PreviousResult]:
    """Give last year's results by region; a region whose row is blank throughout has none."""
    columns = _dimension_columns(table, dimensions)
    results: dict[str, PreviousResult] = {}
    first: dict[str, Source] = {}
    for row in table:
        region = region_of(row, regions)
        result = _result(row, columns)
        if region is None:
            continue
        source = row.source(TAHUN_LALU.region)
        other = first.setdefault(region, source)
        if other is not source:
            message = _("last year's result of '%(region)s' stands in %(other)s already.")
            told = message % {"region": region, "other": other}
            row.report(
                rules.PREVIOUS_REPEATED, TAHUN_LALU.region, told, _("Delete one of the two rows.")
            )
        elif result.dimensions or result.final is not None:
            results[region] = result
    return results


def _dimension_columns(table: Table, dimensions: Names) -> Mapping[str, int]:
    columns: dict[str, int] = {}
    unknown: list[Heading] = []
    for heading in table.further:
        name = dimensions.find(heading.text)
        if name is None:
            unknown.append(heading)
        else:
            columns[name] = heading.column
    report_unknown(table, unknown)
    return columns


def _result(row: Row, columns: Mapping[str, int]) -> PreviousResult:
    numbers = {name: row.number_at(column) for name, column in columns.items()}
    values = {name: number for name, number in numbers.items() if isinstance(number, Decimal)}
    final = row.number_at(row.table.columns.get(TAHUN_LALU.final.heading))
    return PreviousResult(
        values,
        final if isinstance(final, Decimal) else None,
        row.source(TAHUN_LALU.region),
        {name: row.table.source(row.number, columns[name]) for name in values},
        row.source(TAHUN_LALU.final),
    )


def read_previous_weights(
    table: Table, dimensions: Names, categories: Names
) -> Mapping[str, Mapping[str, Decimal]]:
    """Give last year's weights in percent by category and dimension; nothing without the sheet.

    A category or dimension that this year has under no such name is reported and keeps its own:
    it may have been given up since.
    """
    weights = read_weights(table)
    names = {each.name: _this_year(each, table, dimensions) for each in weights.dimensions}
    return {
        _category(heading, table, categories): {
            names[each.name]: each.weights[heading]
            for each in weights.dimensions
            if heading in each.weights
        }
        for heading in weights.categories
    }


def _this_year(weighted: Weighted, table: Table, dimensions: Names) -> str:
    name = dimensions.find(weighted.name)
    if name is None and dimensions:
        message = _("'%(name)s' is no dimension of the sheet Bobot.") % {"name": weighted.name}
        remedy = dimensions.remedy(weighted.name)
        table.findings.add(
            rules.DIMENSION_UNKNOWN.at(Severity.WARNING).found(weighted.source, message, remedy)
        )
    return name or weighted.name


def _category(heading: str, table: Table, categories: Names) -> str:
    name = categories.find(heading)
    if name is None and categories:
        message = _("'%(name)s' is no category of the sheet Bobot.") % {"name": heading}
        place = next(table.heading_source(each) for each in table.further if each.text == heading)
        table.findings.add(
            rules.CATEGORY_UNKNOWN.at(Severity.WARNING).found(
                place, message, categories.remedy(heading)
            )
        )
    return name or heading
