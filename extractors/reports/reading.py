"""Pages → record: the order in which a document is read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evaluation.doubts import Doubt, doubt
from evaluation.messages import _
from evaluation.model import Instrument
from evaluation.names import name_key, plain
from evaluation.record import Flag, Record, RecordedResults
from evaluation.rules import archive as rules
from evaluation.sources import Source
from evaluation.vocabulary.layouts import layouts
from extractors.pages.page import Page
from extractors.pages.refusals import NotAReportError
from extractors.reports.parts.assembly import dimensions_of
from extractors.reports.parts.comments import read_comments
from extractors.reports.parts.covers import region_doubt, region_of
from extractors.reports.parts.facts import attended, categories_of
from extractors.reports.parts.letterhead import read_letter
from extractors.reports.parts.names import Lists, read_lists
from extractors.reports.parts.results import read_results
from extractors.reports.parts.years import Year, year_of
from extractors.reports.proof.completeness import missing
from extractors.reports.proof.proof import Opinion, proven
from extractors.reports.proof.spelling import spelled_like
from extractors.reports.tables.kinds import Kind
from extractors.reports.tables.rivals import settle_columns
from extractors.reports.tables.tables import Contents, contents_of
from extractors.reports.text.body import sheets_of
from extractors.reports.text.lines import Line
from extractors.reports.text.marks import without_marks


def read_report(
    pages: Iterable[Page],
    file: str,
    like: Instrument | None = None,
    *,
    opinion: Opinion | None = None,
) -> Record:
    """Read an issued report, letter or annex, or a packet of them all.

    ``like`` is the instrument that the report is known to follow; it gives the scale and settles
    doubtful texts. ``file`` is how places are told. ``opinion`` reads a single place by another
    way, where two readings differ or a mean fails. Raises NotAReportError for pages that hold no
    part of an evaluation.
    """
    pages = tuple(map(without_marks, pages))
    record = unproven(pages, file)
    return proven(spelled_like(record, like) if like else record, pages, like, opinion)


def unproven(pages: Sequence[Page], file: str) -> Record:
    """Read what the pages say, and what they lack, before its proof.

    Raises NotAReportError for pages that hold no part of an evaluation.
    """
    sheets = sheets_of(pages)
    contents = contents_of(sheets)
    record = _record(contents, file)
    lacking = (*_unread(pages, file), *missing(record, contents, sheets))
    record = replace(record, flags=(*record.flags, *lacking))
    if not _says_something(record, contents.lines):
        raise not_a_report(file, sum(1 for page in pages if page.words))
    return record


def _record(contents: Contents, file: str) -> Record:
    """Put together what every part of a document says, unproven."""
    words, lines = vocabulary(contents), contents.lines
    year = year_of(lines)
    for table in contents.tables:
        settle_columns(table, year.value)
    dimensions, flags = dimensions_of(contents, file, words)
    tables = [table for table in contents.tables if table.kind is Kind.RESULTS]
    results, more = read_results(tables, file, [one.name for one in dimensions], year.value)
    lists = read_lists(contents, file)
    known = _regions(results, lists)
    region = region_of(lines, known)
    said = (*categories_of(lines), *_listed_categories(region, results, lists))
    doubts = (region_doubt(region, lines, known), _year_doubt(year), _category_doubt(said))
    unsure = tuple(Flag(why, Source(file, page=1)) for why in doubts if why is not None)
    return Record(
        file=file,
        region=region,
        category=next(iter(said), None),
        year=year.value,
        participating=_participating(lines, region, bool(dimensions), lists),
        letter=read_letter(lines),
        dimensions=dimensions,
        comments=read_comments(contents, file, words),
        addressees=lists.addressees,
        absent=tuple(entry.name for entry in lists.absent),
        results=results,
        flags=(*unsure, *flags, *more),
    )


def _year_doubt(year: Year) -> Doubt | None:
    if year.value is None or year.rival is None:
        return None
    return doubt(rules.YEAR_UNSURE, year=str(year.value), other=str(year.rival))


def _category_doubt(said: Sequence[str]) -> Doubt | None:
    """Doubt a category where the document says another of the region, too."""
    differing = [one for one in said if plain(one) != plain(said[0])]
    if not differing:
        return None
    return doubt(rules.CATEGORY_UNSURE, category=said[0], other=differing[0])


def _unread(pages: Sequence[Page], file: str) -> list[Flag]:
    faults = [Flag(page.fault, Source(file, page=page.number)) for page in pages if page.fault]
    hidden = doubt(rules.TEXT_OVERLAID)
    return faults + [
        Flag(hidden, Source(file, page=page.number, box=box))
        for page in pages
        for box in page.overlaid
    ]


def vocabulary(contents: Contents) -> frozenset[str]:
    """Give every word of the document, in small letters, by which broken words are made whole."""
    texts = [line.text for line in contents.lines]
    texts += [line.text for t in contents.tables for p in t.pieces for line in p.lines]
    return frozenset(w.strip(".,;:()?!\"'") for text in texts for w in text.casefold().split())


def _regions(results: RecordedResults, lists: Lists) -> list[str]:
    return [row.region for row in results.rows] + [entry.name.name for entry in lists.absent]


def _listed_categories(
    region: str | None, results: RecordedResults, lists: Lists
) -> tuple[str, ...]:
    """Give the categories that lists and the national table give the region."""
    if region is None:
        return ()
    key = name_key(region)
    found = [row.category for row in results.rows if name_key(row.region) == key]
    found += [entry.category for entry in lists.absent if name_key(entry.name.name) == key]
    return tuple(category for category in found if category)


def _participating(
    lines: Sequence[Line], region: str | None, scored: bool, lists: Lists
) -> bool | None:
    said = attended(lines, region, scored)
    if said is None and region is not None:
        key = name_key(region)
        if any(name_key(entry.name.name) == key for entry in lists.absent):
            return False
    return said


def _says_something(record: Record, lines: Sequence[Line]) -> bool:
    """Tell whether a record holds a part of an evaluation; a mere letter must be about one."""
    if record.dimensions or record.results.rows or record.absent:
        return True
    subject = layouts().letter.subject
    about = any(subject.within(line.text) for line in lines)
    said = record.letter.number or record.addressees or record.participating is False
    return bool(said) and about


def not_a_report(file: str, pages_with_text: int) -> NotAReportError:
    """Make the error for pages that hold no part of an evaluation."""
    if not pages_with_text:
        message = _("no page holds readable characters.")
        remedy = _("Read it as a scan, with --ocr always.")
    else:
        message = _("the document is no evaluation report: no table of questions with scores, "
                    "no national table, no list and no letter number was found.")  # fmt: skip
        remedy = _("Check that it is the right file.")
    return NotAReportError(message, source=Source(file), remedy=remedy)
