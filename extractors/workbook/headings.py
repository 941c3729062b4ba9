"""A sheet of raw cells → a table: its headings found, matched, and told where they are wrong."""

from collections.abc import Iterator, Mapping, Sequence

from evaluation.findings import Findings
from evaluation.messages import NOTHING, _
from evaluation.names import name_key, nearest
from evaluation.rules import workbook as rules
from evaluation.sources import Severity, Source, cell_name
from evaluation.workbook.shapes import Column, Family, Sheet
from evaluation.workbook.sheets import HELP_MARK
from extractors.spreadsheets.cells import Cell, RawSheet
from extractors.spreadsheets.values import BLANKS, is_blank, is_broken, text_of
from extractors.workbook.shown import as_shown, not_as_shown
from extractors.workbook.tables import Heading, Table, broken_cell

_HEADING_ROWS = 10  # a heading below this many rows is no heading any more
_HELP = HELP_MARK.strip()


def table_of(raw: RawSheet, sheet: Sheet, file: str, findings: Findings) -> Table:
    """Match the headings of a sheet; reports missing, repeated and unknown ones."""
    keys = {
        name_key(heading): column.heading
        for column in sheet.columns
        for heading in (*column.also, column.heading)
    }
    head = heading_row(raw.rows, keys)
    findings.extend(not_as_shown(raw, head, file))
    raw = as_shown(raw, sheet)
    cells = raw.rows[head] if raw.rows else ()
    headings = [Heading(text_of(cell), column) for column, cell in enumerate(cells)]
    read = [h for h in headings if name_key(h.text) and not _is_help(h.text)]
    named = _without_repeats(read, raw, head, file, findings)
    table = Table(
        file,
        raw.name,
        sheet,
        findings,
        head,
        {keys[name_key(h.text)]: h.column for h in reversed(named) if name_key(h.text) in keys},
        tuple(h for h in named if name_key(h.text) not in keys),
        tuple(_data_rows(raw.rows, head + 1)),
        frozenset(h.column for h in headings if h.text or is_broken(cells[h.column])),
    )
    findings.extend(
        broken_cell(table.source(head, column), cell)
        for column, cell in enumerate(cells)
        if is_broken(cell)
    )
    _report_missing(table)
    _report_nameless(table)
    _report_blank_columns(table)
    if sheet.further is None:
        report_unknown(table, table.further)
    return table


def heading_row(rows: Sequence[Sequence[Cell]], keys: Mapping[str, str]) -> int:
    """Give the row, among the first ones, with the most known headings; the first when none."""
    counts = [
        sum(name_key(text_of(cell)) in keys for cell in row[:200]) for row in rows[:_HEADING_ROWS]
    ]
    best = max(counts, default=0)
    if best:
        return counts.index(best)
    return next((i for i, row in enumerate(rows) if not all(map(is_blank, row))), 0)


def _data_rows(rows: Sequence[Sequence[Cell]], start: int) -> Iterator[tuple[int, Sequence[Cell]]]:
    for number in range(start, len(rows)):
        cells = rows[number]
        first = next((cell for cell in cells if not is_blank(cell)), "")
        if is_blank(first) or (_is_help(first) and all(is_blank(c) or _is_help(c) for c in cells)):
            continue
        yield number, cells


def _is_help(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.lstrip(BLANKS).startswith(_HELP)


def _without_repeats(
    headings: Sequence[Heading], raw: RawSheet, head: int, file: str, findings: Findings
) -> list[Heading]:
    """Give the first heading of each name, and report the others."""
    first: dict[str, Heading] = {}
    for heading in headings:
        known = first.setdefault(name_key(heading.text), heading)
        if known is not heading:
            findings.add(
                rules.COLUMN_REPEATED.found(
                    Source(file, raw.name, cell_name(head, heading.column)),
                    _("the heading '%(heading)s' stands in %(other)s already.")
                    % {"heading": heading.text, "other": cell_name(head, known.column)},
                    _("Rename or delete one of the two columns."),
                )
            )
    return list(first.values())


def _report_missing(table: Table) -> None:
    """Report columns that are missing: at the heading that is nearly theirs, else at the sheet.

    A column without heading may be the missing one, and is what is reported then.
    """
    others = {heading.text: heading for heading in table.further}
    nameless = list(table.nameless)
    for column in lacking(table):
        near = nearest(column.heading, others)
        if not near and nameless:
            nameless.pop()
            continue
        remedy = (
            _("Rename the column '%(near)s' to that.") % {"near": near[0]}
            if near
            else _("Add it; its cells hold: %(help)s.") % {"help": column.help}
        )
        message = _("the sheet has no column '%(column)s'.") % {"column": column.heading}
        source = table.heading_source(others[near[0]]) if near else table.source(0, None)
        table.findings.add(rules.COLUMN_MISSING.found(source, message, remedy))


def lacking(table: Table) -> tuple[Column, ...]:
    """Give the needed columns that a sheet does not have."""
    columns = table.sheet.columns
    return tuple(c for c in columns if c.required and not table.has(c))


def _report_nameless(table: Table) -> None:
    """Report columns without a heading; an error where a needed one may have stood there."""
    further = table.sheet.further
    needed = lacking(table) or (further is not None and further.family is Family.CATEGORIES)
    severity = Severity.ERROR if needed else Severity.NOTICE
    for column in table.nameless:
        place = table.source(table.head, column)
        message = _("the column has no heading and is not read.")
        remedy = _("Give it a heading, or clear it.")
        table.findings.add(rules.COLUMN_WITHOUT_HEADING.at(severity).found(place, message, remedy))


def _report_blank_columns(table: Table) -> None:
    """Report needed columns in which no row has anything, each once."""
    for column in table.sheet.columns:
        if column.required and table.has(column) and not table.fills(column):
            place = table.source(table.head, table.columns[column.heading])
            remedy = _("Wanted: %(help)s.") % {"help": column.help}
            message = _("no row has anything in this column.")
            table.findings.add(rules.CELL_BLANK.found(place, message, remedy))


def report_unknown(table: Table, headings: Sequence[Heading]) -> None:
    """Report headings that mean nothing here; one that is nearly a missing column, as a warning."""
    missing = [c.heading for c in table.sheet.columns if not table.has(c)]
    told = {nearest(c.heading, [h.text for h in table.further])[:1] for c in lacking(table)}
    for heading in headings:
        if (heading.text,) in told:
            continue
        near = nearest(heading.text, missing)
        message = _("the column '%(heading)s' is unknown and is not read.")
        remedy = _("Did you mean '%(near)s'?") % {"near": near[0]} if near else NOTHING
        severity = Severity.WARNING if near else Severity.NOTICE
        source = table.heading_source(heading)
        message = message % {"heading": heading.text}
        table.findings.add(rules.COLUMN_UNKNOWN.at(severity).found(source, message, remedy))
