"""Findings as the page shows them: by sheet, each with the row that it is about as it stands."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.exemptions import may_be_silenced
from evaluation.messages import Message, _, current_language
from evaluation.names import name_key
from evaluation.rules import EXEMPTIBLE
from evaluation.sources import Finding, Severity, cell_name
from evaluation.workbook.sheets import SHEETS
from extractors.spreadsheets.cells import Broken, RawSheet
from extractors.spreadsheets.cells import Cell as RawCell
from extractors.spreadsheets.values import text_of
from extractors.workbook.headings import heading_row

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LEADING, _AROUND = 3, 2  # columns that are shown: the first ones, and those around the cell
_LONGEST = 80  # characters of a cell that is not the one in question
_SHEETS = {name_key(sheet.name): sheet for sheet in SHEETS}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its column's letters, what heads it, what stands in it."""

    letters: str
    heading: str
    text: str
    wrong: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet as it stands; ``number`` is the spreadsheet's own."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its row. ``row`` is None where it is about no cell."""

    identifier: str
    finding: Finding
    row: Row | None

    @property
    def exemptible(self) -> bool:
        """Tell whether a person may say that it is right as it is."""
        return may_be_silenced(self.finding) and self.finding.rule in EXEMPTIBLE


@dataclass(frozen=True, slots=True)
class Place:
    """The findings of one sheet or template, the gravest first; ``key`` stands in addresses."""

    key: str
    name: str
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(one.severity is severity for one in self.findings)


def finding_id(finding: Finding) -> str:
    """Give what a finding is known by in addresses, as long as it says the same."""
    said = repr((finding.rule, finding.severity, finding.source, finding.message))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def by_place(findings: Sequence[Finding]) -> tuple[Place, ...]:
    """Group findings by sheet or template; those with the gravest first."""
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: -one.severity):
        source = finding.source
        groups.setdefault((source.sheet or source.file) if source else "", []).append(finding)
    return tuple(
        Place(
            hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12], name, tuple(g)
        )
        for name, g in groups.items()
    )


def with_rows(findings: Sequence[Finding], sheets: Mapping[str, RawSheet]) -> Iterator[Shown]:
    """Give findings with their rows."""
    for finding in findings:
        yield Shown(finding_id(finding), finding, _row_of(finding, sheets))


def verdict(findings: Sequence[Finding]) -> tuple[str, Message]:
    """Give how a round stands: a word for the look of it, and the sentence that says so."""
    counted = Counter(finding.severity for finding in findings)
    if counted[Severity.ERROR]:
        return "error", _("There are errors to mend before anything can be made.")
    if counted[Severity.WARNING]:
        return "warning", _("It can be made, but a person should look first.")
    return "good", _("Nothing stands in the way of sending.")


def _row_of(finding: Finding, sheets: Mapping[str, RawSheet]) -> Row | None:
    source = finding.source
    if source is None or source.sheet is None or source.cell is None:
        return None
    found = _ADDRESS.match(source.cell)
    sheet = sheets.get(name_key(source.sheet))
    if found is None or sheet is None or int(found[2]) > len(sheet.rows):
        return None
    return _row(sheet, int(found[2]) - 1, _index(found[1]))


def _row(sheet: RawSheet, number: int, wrong: int) -> Row:
    known = _SHEETS.get(name_key(sheet.name))
    keys = {name_key(one.heading): one.heading for one in known.columns} if known else {}
    headings = sheet.rows[heading_row(sheet.rows, keys)]
    cells = sheet.rows[number]
    width = max(len(headings), len(cells), wrong + 1)
    shown = [
        column for column in range(width) if column < _LEADING or abs(column - wrong) <= _AROUND
    ]
    return Row(
        number + 1,
        tuple(
            Cell(
                cell_name(0, column)[:-1],
                _text(headings, column, _LONGEST),
                _text(cells, column, 4 * _LONGEST if column == wrong else _LONGEST),
                column == wrong,
            )
            for column in shown
        ),
    )


def _text(cells: Sequence[RawCell], column: int, longest: int) -> str:
    """Give what a cell shows in the reader's spreadsheet program, cut where it is long."""
    cell = cells[column] if column < len(cells) else ""
    if isinstance(cell, float) and current_language() == "id":
        text = text_of(cell).replace(".", ",")
    else:
        text = cell.text if isinstance(cell, Broken) else text_of(cell)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
