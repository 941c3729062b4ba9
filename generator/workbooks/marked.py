"""A copy of the workbook with the offending cells coloured and commented."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from evaluation.messages import _
from evaluation.names import name_key
from evaluation.sources import Finding, Severity
from evaluation.visible import visible
from generator.review.lines import severity_name

LIST_SHEET = "Temuan"
_FILLS = {Severity.ERROR: "F8CBAD", Severity.WARNING: "FFE699", Severity.NOTICE: "DDEBF7"}
_AUTHOR = "laporan"
_WIDTHS = (12, 26, 22, 70, 60)
_NO_TITLE = re.compile(r"[\\*?:/\[\]]")  # what Excel allows in no name of a sheet
_DAY = datetime(2000, 1, 1)
_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z")
_LONGEST = 1500  # characters of a comment; a longer one covers the sheet


RawSheets = Sequence[tuple[str, Sequence[Sequence[object]]]]
"""Sheets as they were read: each with its name and its rows of values."""


def marked_copy(findings: Sequence[Finding], workbook: Path) -> bytes | None:
    """Give a workbook with its findings marked, and a first sheet that lists them all.

    Formatting and formulas are kept. None where there is no such copy: openpyxl knows ``.xlsx``
    alone and is choosier than whoever read it. It may take any memory and time, so run it in a
    process of its own.
    """
    from openpyxl import load_workbook  # slow to import, wanted only here

    try:
        with workbook.open("rb") as stream:  # its contents tell the format, not its name
            return _saved(load_workbook(stream), findings)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - it raises whatever it comes upon
        return None


def marked_values(findings: Sequence[Finding], raw: RawSheets) -> bytes:
    """Give values as they were read, in a new workbook with the findings marked and listed."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in raw:
        sheet = book.create_sheet(_NO_TITLE.sub("-", _plain(name))[:31])
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value != "":
                    _write_value(sheet.cell(number, column), value)
    return _saved(book, findings)


def _saved(book: Any, findings: Sequence[Finding]) -> bytes:
    sheets = {name_key(sheet.title): sheet for sheet in book.worksheets}
    for (sheet, cell), group in _by_cell(findings, sheets).items():
        _mark(sheets[sheet][cell], group)
    _write_list(book, findings, sheets)
    target = BytesIO()
    book.save(target)
    return _without_clock(target)


def _without_clock(written: BytesIO) -> bytes:
    """Give a package with fixed dates: equal findings in an equal workbook are equal bytes."""
    target = BytesIO()
    with ZipFile(written) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            info = ZipInfo(entry.filename, _DAY.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            content = source.read(entry)
            if entry.filename == _PROPERTIES:
                content = _TIME.sub(f"{_DAY:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
            copy.writestr(info, content)
    return target.getvalue()


def _write_value(cell: Any, value: object) -> None:
    """Write a value; text stays text, whatever it begins with."""
    if isinstance(value, str):
        cell.value = _plain(value)
        cell.data_type = "s"
    elif value is not None and not isinstance(value, bool | int | float):
        cell.value = str(value)
        cell.data_type = "s"
    else:
        cell.value = value


def _plain(text: str) -> str:
    """Give a text without what a workbook may not hold (control characters)."""
    return visible(text) if any(ord(char) < 32 and char not in "\t\n\r" for char in text) else text


def _by_cell(
    findings: Sequence[Finding], sheets: Mapping[str, Any]
) -> dict[tuple[str, str], list[Finding]]:
    """Group findings by cell; one about a whole sheet goes to its first cell."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        source = finding.source
        key = name_key(source.sheet) if source and source.sheet else ""
        if source and key in sheets:
            groups.setdefault((key, source.cell or "A1"), []).append(finding)
    return groups


def _mark(cell: Any, findings: Sequence[Finding]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    if type(cell).__name__ == "MergedCell":
        return
    gravest = max(finding.severity for finding in findings)
    cell.fill = PatternFill("solid", fgColor=_FILLS[gravest])
    told = "\n".join(
        f"{severity_name(one.severity)}: {one.message} {one.remedy}".strip() for one in findings
    )
    comment = Comment(_plain(told)[:_LONGEST], _AUTHOR)
    comment.width, comment.height = 320, min(60 + 18 * (len(told) // 45), 400)
    cell.comment = comment


def _write_list(book: Any, findings: Sequence[Finding], sheets: Mapping[str, Any]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(LIST_SHEET, 0)
    headings = (_("Severity"), _("Rule"), _("Place"), _("Message"), _("Remedy"))
    for column, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=True), 1):
        cell = sheet.cell(1, column, str(heading))
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, finding in enumerate(sorted(findings, key=lambda one: -one.severity), 2):
        texts = (
            severity_name(finding.severity),
            finding.rule,
            finding.place,
            finding.message,
            finding.remedy,
        )
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            _write_value(cell, str(text))
            cell.alignment = Alignment(vertical="top", wrap_text=column > 2)
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=_FILLS[finding.severity])
        _link(sheet.cell(row, 3), finding, sheets)
    sheet.freeze_panes = "A2"
    book.active = 0


def _link(cell: Any, finding: Finding, sheets: Mapping[str, Any]) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    source = finding.source
    target = sheets.get(name_key(source.sheet)) if source and source.sheet else None
    if source and target is not None:
        title = target.title.replace("'", "''")
        cell.style = "Hyperlink"
        place = f"'{title}'!{source.cell or 'A1'}"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
