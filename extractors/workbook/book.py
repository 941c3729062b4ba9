"""The sheets of a workbook, found by name."""

from collections.abc import Iterable

from evaluation.findings import Findings
from evaluation.messages import NOTHING, _
from evaluation.names import name_key, nearest
from evaluation.rules import workbook as rules
from evaluation.sources import Severity, Source
from evaluation.workbook.shapes import Sheet
from evaluation.workbook.sheets import HELPER_SHEET, SHEETS
from extractors.spreadsheets.cells import RawSheet
from extractors.spreadsheets.values import is_blank
from extractors.workbook.headings import table_of
from extractors.workbook.tables import Table


class Book:
    """A workbook as tables; what it lacks or has too much is reported to ``findings``."""

    def __init__(self, sheets: Iterable[RawSheet], file: str, findings: Findings) -> None:
        self.file = file
        self.findings = findings
        self._raw: dict[str, RawSheet] = {}
        for sheet in sheets:
            self._keep(sheet)
        self._report_unknown()

    def table(self, sheet: Sheet) -> Table:
        """Give the table of a sheet; an empty one when it is missing, which is reported."""
        raw = self._raw.get(name_key(sheet.name))
        if raw is not None and not (_is_empty(raw) and not sheet.required):
            table = table_of(raw, sheet, self.file, self.findings)
            if sheet.required and table.columns and not table.rows:
                message = _("the sheet has headings and no rows.")
                self.findings.add(rules.SHEET_EMPTY.found(table.source(0, None), message))
            return table
        if sheet.required:
            message = _("the workbook has no sheet '%(sheet)s'.") % {"sheet": sheet.name}
            remedy = _("Add it, or take a blank workbook and copy yours into it.")
            source = Source(self.file)
            self.findings.add(rules.SHEET_MISSING.found(source, message, remedy))
        return Table(self.file, sheet.name, sheet, self.findings)

    def _keep(self, sheet: RawSheet) -> None:
        if sheet.name == HELPER_SHEET:
            return
        first = self._raw.setdefault(name_key(sheet.name), sheet)
        if first is not sheet:
            self.findings.add(
                rules.SHEET_REPEATED.found(
                    Source(self.file, sheet.name),
                    _("the sheet has the same name as '%(other)s'.") % {"other": first.name},
                    _("Rename or delete one of the two."),
                )
            )

    def _report_unknown(self) -> None:
        """Report sheets that mean nothing; one that is nearly a missing sheet, as a warning."""
        known = {name_key(sheet.name): sheet.name for sheet in SHEETS}
        filled_in = [sheet.name for sheet in SHEETS if sheet.blank]
        missing = [name for name in filled_in if name_key(name) not in self._raw]
        for key, raw in self._raw.items():
            if key in known or _is_empty(raw):
                continue
            near = nearest(raw.name, missing)
            remedy = _("Did you mean '%(near)s'?") % {"near": near[0]} if near else NOTHING
            message = _("the sheet is unknown and is not read.")
            severity = Severity.WARNING if near else Severity.NOTICE
            self.findings.add(
                rules.SHEET_UNKNOWN.at(severity).found(Source(self.file, raw.name), message, remedy)
            )


def _is_empty(raw: RawSheet) -> bool:
    return all(is_blank(cell) for row in raw.rows for cell in row)
