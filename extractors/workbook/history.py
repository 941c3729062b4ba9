"""The sheet ``Tahun Lalu`` → last year's results."""

from collections.abc import Mapping
from decimal import Decimal

from evaluation.messages import _
from evaluation.model import PreviousResult
from evaluation.names import nearest
from evaluation.source import Source, error
from extractors.workbook.joins import Names
from extractors.workbook.scores import region_of
from extractors.workbook.tables import Heading, Row, Table, report_unknown


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
        source = row.source("Wilayah")
        other = first.setdefault(region, source)
        if other is not source:
            message = _("last year's result of '%(region)s' stands in %(other)s already.")
            told = message % {"region": region, "other": other}
            row.error("previous-repeated", "Wilayah", told, _("Delete one of the two rows."))
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
    missing = [name for name in dimensions if name not in columns]
    misspelled = [heading for heading in unknown if nearest(heading.text, missing)]
    for heading in misspelled:
        message = _("'%(name)s' is no dimension of the sheet Bobot.") % {"name": heading.text}
        source, remedy = table.heading_source(heading), dimensions.remedy(heading.text)
        table.findings.add(error("dimension-unknown", source, message, remedy))
    report_unknown(table, [heading for heading in unknown if heading not in misspelled])
    return columns


def _result(row: Row, columns: Mapping[str, int]) -> PreviousResult:
    numbers = {name: row.number_at(column) for name, column in columns.items()}
    values = {name: number for name, number in numbers.items() if isinstance(number, Decimal)}
    final = row.number_at(row.table.columns.get("Nilai Final"))
    return PreviousResult(
        values,
        final if isinstance(final, Decimal) else None,
        row.source("Wilayah"),
        {name: row.table.source(row.number, columns[name]) for name in values},
        row.source("Nilai Final"),
    )
