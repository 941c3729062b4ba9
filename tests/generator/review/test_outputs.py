"""What was found, as a page, in a marked copy of the workbook, and as JSON."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from evaluation.messages import Message, literal, set_language
from evaluation.sources import Finding, Source
from generator.making.rounds import Round
from generator.review.page import write_html
from generator.review.record import write_json
from generator.workbooks.marked import LIST_SHEET, marked_copy, marked_values
from tests.findings import error, notice, warning

HOSTILE = "<script>alert(1)</script> & “=1+1”"
TOO_HIGH = Message("the score %(value)s is too high") % {"value": Decimal("9.0")}
VOID = {"meta", "br", "rect"}


def found(file: str = "e.xlsx") -> list[Finding]:
    return [
        error("off", Source(file, "Nilai", "F5"), TOO_HIGH, literal("Enter 1 to 4")),
        warning("words", Source(file, "Nilai", "F5"), literal(HOSTILE), literal("=HYPERLINK(1)")),
        notice("sheet", Source(file, "Surat"), literal("about the sheet")),
        warning("template", Source("prosa/a.xml", line=3, column=7), literal("about a template")),
        notice("round", None, literal("about the round")),
    ]


class Balance(HTMLParser):
    """Notes tags that are not closed, or closed without being open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def page(findings: list[Finding], made: Round | None = None) -> str:
    target = BytesIO()
    write_html(findings, made.results if made else None, target)
    return target.getvalue().decode()


def test_the_page_is_well_formed_and_stands_alone(rounds: Mapping[str, Round]) -> None:
    html = page(found(), rounds["evaluasi-2024"])
    balance = Balance()
    balance.feed(html)
    assert not balance.open
    assert "script" not in balance.tags
    assert not re.search(r"https?:|src=|href=|url\(", html)


def test_the_page_holds_every_finding_as_literal_text(rounds: Mapping[str, Round]) -> None:
    html = page(found(), rounds["evaluasi-2024"])
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “=1+1”" in html
    for text in ("Nilai!F5", "Surat", "prosa/a.xml:3:7", "about the round", "Enter 1 to 4"):
        assert text in html


def test_the_overview_counts_every_final_value_as_it_is(rounds: Mapping[str, Round]) -> None:
    html = page([], rounds["evaluasi-2024"])
    assert "165 regions with a final value; lowest 0.94, mean " in html
    totals = [int(n) for n in re.findall(r'text-anchor="middle">(\d+)</text>', html)]
    assert sum(totals) == 165


VERDICTS = {
    "Nothing stands in the way": [],
    "a person should look first": [warning("w", None, literal("x"))],
    "there are errors to mend": [warning("w", None, literal("x")), error("e", None, literal("x"))],
}


@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_verdict_follows_the_gravest_finding(verdict: str) -> None:
    html = page(VERDICTS[verdict])
    assert verdict in html
    assert sum(other in html for other in VERDICTS) == 1


def test_the_page_speaks_the_language_of_the_messages() -> None:
    assert '<html lang="en">' in page([])
    set_language("id")
    assert '<html lang="id">' in page([])


@pytest.fixture
def marked(workbooks: Mapping[str, Path], tmp_path: Path) -> openpyxl.Workbook:
    target = tmp_path / "ditandai.xlsx"
    target.write_bytes(marked_copy(found(), workbooks["perpustakaan"]) or b"")
    return openpyxl.load_workbook(target)


def test_an_offending_cell_is_coloured_and_commented_with_all_its_findings(
    marked: openpyxl.Workbook,
) -> None:
    cell = marked["Nilai"]["F5"]
    assert cell.fill.fgColor.rgb == "00F8CBAD"
    assert "the score 9.0 is too high Enter 1 to 4" in cell.comment.text
    assert "<script>" in cell.comment.text
    assert marked["Surat"]["A1"].comment.text == "notice: about the sheet"


def test_the_first_sheet_lists_every_finding_as_text(marked: openpyxl.Workbook) -> None:
    sheet = marked.worksheets[0]
    assert sheet.title == LIST_SHEET
    rows = list(sheet.iter_rows(min_row=2))
    assert len(rows) == len(found())
    assert rows[0][2].hyperlink.location == "'Nilai'!F5"
    assert "f" not in {cell.data_type for row in rows for cell in row}
    assert "=HYPERLINK(1)" in {row[4].value for row in rows}


def test_everything_else_in_the_workbook_stays(
    marked: openpyxl.Workbook, workbooks: Mapping[str, Path]
) -> None:
    before = openpyxl.load_workbook(workbooks["perpustakaan"])
    for sheet in before.worksheets:
        values = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert [[cell.value for cell in row] for row in marked[sheet.title].iter_rows()] == values


def test_a_workbook_that_openpyxl_does_not_read_has_no_copy_with_its_looks(tmp_path: Path) -> None:
    path = tmp_path / "bernama.xlsx"
    path.write_bytes(b"PK\x03\x04 of another kind")
    assert marked_copy(found(), path) is None


def test_a_workbook_of_another_format_is_copied_value_by_value(tmp_path: Path) -> None:
    raw = [("Nilai", [["Wilayah", "1"], ["=1+1", 3.5], ["a\x01b", True], ["", None]])]
    target = tmp_path / "salinan.xlsx"
    target.write_bytes(marked_values(found(), raw))
    sheet = openpyxl.load_workbook(target)["Nilai"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=3, max_col=2)] == [
        ["Wilayah", "1"],
        ["=1+1", 3.5],
        ["a\\x01b", True],
    ]
    assert sheet["A2"].data_type == "s"


def test_json_gives_every_part_of_a_finding() -> None:
    target = BytesIO()
    write_json(found(), target)
    content = json.loads(target.getvalue())
    assert content["counts"] == {"notice": 2, "warning": 2, "error": 1}
    assert content["findings"][0] == {
        "rule": "off",
        "severity": "error",
        "file": "e.xlsx",
        "sheet": "Nilai",
        "cell": "F5",
        "line": None,
        "column": None,
        "origin": None,
        "facts": {"value": 9.0},
        "message": "the score 9.0 is too high",
        "remedy": "Enter 1 to 4",
    }
    assert content["findings"][3]["line"] == 3
