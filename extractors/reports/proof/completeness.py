"""The proof that nothing is missing: pages, dimensions, questions, averages, rows.

What is lost leaves traces: a last number on every page, a weight of a dimension without a table, a
number that begins too late, a dimension that alone has no average.
"""

from collections.abc import Iterator, Sequence

from evaluation.doubts import doubt
from evaluation.record import Flag, Record, RecordedDimension
from evaluation.rules import archive as rules
from evaluation.sources import Source
from extractors.reports.proof.named import absent
from extractors.reports.proof.unread import unread_rows
from extractors.reports.tables.tables import Contents
from extractors.reports.text.body import Sheet
from extractors.reports.text.numbering import gaps


def missing(record: Record, contents: Contents, sheets: Sequence[Sheet]) -> tuple[Flag, ...]:
    """Flag everything that the document shows it has and the record lacks."""
    return (
        *_pages(record, sheets),
        *_dimensions(record, contents, sheets),
        *_averages(record.dimensions, record.file),
        *_rows(record, contents),
    )


def _pages(record: Record, sheets: Sequence[Sheet]) -> Iterator[Flag]:
    for gap in gaps(sheets):
        facts = {"first": gap.first, "last": gap.last, "total": gap.total}
        yield Flag(doubt(rules.PAGES_MISSING, **facts), Source(record.file, page=gap.page))


def _dimensions(record: Record, contents: Contents, sheets: Sequence[Sheet]) -> Iterator[Flag]:
    """Flag dimensions that are named and have no table; a document without any has no report."""
    names = [one.name for one in record.dimensions]
    if not names:
        return
    for one in absent(contents, sheets, names):
        facts: dict[str, str | int] = {"dimension": one.name, "page": one.page}
        if not one.name:
            facts = {"count": one.count, "found": len(names), "page": one.page}
        why = doubt(rules.QUESTIONS_UNREAD, **facts)
        yield Flag(why, Source(record.file, page=one.page), one.name or None)


def _averages(dimensions: Sequence[RecordedDimension], file: str) -> Iterator[Flag]:
    """Flag dimensions without a printed average where others have one."""
    asked = [one for one in dimensions if one.items]
    if all(one.source is None for one in asked):
        return
    for one in asked:
        if one.average is None and one.source is None:
            place = one.items[-1].source or Source(file)
            why = doubt(rules.AVERAGE_MISSING, dimension=one.name, last=one.items[-1].number)
            yield Flag(why, place, one.name)


def _rows(record: Record, contents: Contents) -> Iterator[Flag]:
    for one in unread_rows(contents):
        facts = {"first": one.first, "last": one.last} if one.first else {}
        yield Flag(doubt(rules.ROWS_UNREAD, **facts), Source(record.file, page=one.page))
