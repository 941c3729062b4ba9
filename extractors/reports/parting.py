"""One file with the reports of several regions → one record each, or the reason why not.

A report begins where the title of the first page stands again and the questions begin anew after
it; a letter or an annex before a report is that report's. Where the questions begin anew and no
page shows where a report begins, the file is refused: the last region's scores would stand under
the first one's name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from evaluation.messages import _
from evaluation.model import Instrument
from evaluation.names import name_key, plain
from evaluation.record import Record
from evaluation.sources import Source
from evaluation.vocabulary.layouts import layouts
from extractors.pages.page import Page
from extractors.pages.refusals import NotAReportError, SeveralReportsError
from extractors.reports.proof.proof import Opinion
from extractors.reports.reading import read_report, unproven
from extractors.reports.text.body import Sheet, sheets_of
from extractors.reports.text.lines import Line
from extractors.reports.text.marks import without_marks
from extractors.reports.text.numbering import numbered, runs
from extractors.reports.text.tolerances import TITLED

Span = tuple[int, int]
"""Pages of a file, as places in it: the first, and the one after the last."""


def read_reports(
    pages: Iterable[Page],
    file: str,
    like: Instrument | None = None,
    *,
    opinion: Opinion | None = None,
) -> tuple[Record, ...]:
    """Read every report that a file holds, in printed order; see ``read_report``.

    Raises SeveralReportsError where there are several and their pages cannot be told apart, and
    NotAReportError for a file that holds no part of an evaluation.
    """
    pages = tuple(map(without_marks, pages))
    spans = _spans(pages, file)
    if len(spans) < 2:
        record = read_report(pages, file, like, opinion=opinion)
        if _again(record):
            raise _several(file)
        return (record,)
    records = []
    for first, after in spans:
        record = read_report(pages[first:after], file, like, opinion=opinion)
        records.append(replace(record, pages=(pages[first].number, pages[after - 1].number)))
    regions = [name_key(record.region or "") for record in records]
    if "" in regions or any(map(_again, records)):
        raise _several(file)
    return tuple(records)


def _several(file: str) -> SeveralReportsError:
    return SeveralReportsError(
        _("the file holds several reports, and its pages do not show where each begins."),
        source=Source(file),
        remedy=_("Split it into one file a report."),
    )


def _again(record: Record) -> bool:
    """Tell whether a record has its dimensions twice, the numbers counted anew."""
    seen: dict[str, int] = {}
    again = 0
    for dimension in record.dimensions:
        key = plain(dimension.name)
        if not dimension.items:
            continue
        if key and dimension.items[0].number <= seen.get(key, 0):
            again += 1
        seen[key] = dimension.items[-1].number
    return again > 0 and 2 * again >= len(seen)


def _spans(pages: Sequence[Page], file: str) -> list[Span]:
    """Part a file at its covers; parts that have no questions belong to the report after them."""
    sheets = sheets_of(pages)
    starts = sorted({0, *covers(sheets)} | _begun_anew(sheets))
    if len(starts) < 2:
        return []
    parts = list(pairwise([*starts, len(pages)]))
    found = [_part(pages[first:after], file) for first, after in parts]
    if sum(bool(one.dimensions) or one.participating is False for one in found) < 2:
        return []
    spans: list[Span] = []
    pending, before = parts[0][0], None
    for (_start, after), record, following in zip(parts, found, [*found[1:], None], strict=True):
        if following is not None and not record.dimensions and _may_belong(record, following):
            before = None
            continue
        if before is not None and _goes_on(before, record):
            spans[-1] = (spans[-1][0], after)
        else:
            spans.append((pending, after))
        pending, before = after, record
    return spans


def _part(pages: Sequence[Page], file: str) -> Record:
    try:
        return unproven(pages, file)
    except NotAReportError:
        return Record(file)


def _may_belong(record: Record, following: Record) -> bool:
    """Tell whether a part without questions is the letter or the cover of the report after it."""
    return not record.region or _same(record, following)


def _same(first: Record, second: Record) -> bool:
    return name_key(first.region or "") == name_key(second.region or "")


def _goes_on(before: Record, record: Record) -> bool:
    """Tell whether a part goes on with a report: none of the dimensions before stands in it."""
    if not record.dimensions and not record.region:
        return True
    names = {plain(one.name) for one in before.dimensions}
    return _same(before, record) and names.isdisjoint(plain(one.name) for one in record.dimensions)


def covers(sheets: Sequence[Sheet]) -> list[int]:
    """Give the places of pages with a title of the first page, or one that begins as titles do.

    Its type is as large as that on the first page.
    """
    pages = [(*sheet.edges, *sheet.lines) for sheet in sheets]
    sizes = sorted(line.size for lines in pages for line in lines)
    if not sizes:
        return []
    least = TITLED.larger * sizes[len(sizes) // 2]
    titles = [line for line in pages[0] if line.size > least]
    wanted = {plain(line.text): line.size for line in titles}
    begins = layouts().title.cover.begins
    sized = [line.size for line in titles if begins(line.text)] or [line.size for line in titles]

    def is_title(line: Line) -> bool:
        size = wanted.get(plain(line.text))
        if size is None and sized and begins(line.text):
            size = max(sized)
        return size is not None and TITLED.alike * size < line.size < size / TITLED.alike

    return [place for place, lines in enumerate(pages) if any(map(is_title, lines))]


def _begun_anew(sheets: Sequence[Sheet]) -> set[int]:
    """Give the places of pages that are the first of several, by the numbers printed on them."""
    found = list(runs(numbered(sheets)))
    starts = ((before[-1].page, run[0].page - run[0].number) for before, run in pairwise(found))
    return {place for end, place in starts if place >= end}
