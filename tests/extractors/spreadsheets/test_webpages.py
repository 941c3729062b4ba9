"""Tables of a web page become sheets: spans keep their places, what is not shown is not read."""

import pytest

from evaluation.errors import UnreadableInputError
from extractors.spreadsheets.webpages import is_web_page, tables_of_page


def read(markup: str) -> list[tuple[str, list[list[object]]]]:
    sheets = tables_of_page(markup.encode(), "ekspor.xls", "ekspor")
    return [(sheet.name, [list(row) for row in sheet.rows]) for sheet in sheets]


def rows(markup: str) -> list[list[object]]:
    ((_name, only),) = read(f"<html><table>{markup}</table></html>")
    return only


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<html>", True),
        ("\n <!DOCTYPE HTML>", True),
        ("\ufeff<table>", True),
        ("<?xml version='1.0'?><!-- a --><html>", True),
        ("<Workbook>", False),
        ("<p>", False),
        ("Nama;<html>", False),
        (" " * 5000 + "<html>", False),
    ],
)
def test_a_page_shows_itself_by_how_it_begins(head: str, told: bool) -> None:
    assert is_web_page(head.encode()) is told


def test_each_cell_stands_in_its_row_and_column() -> None:
    assert rows("<tr><th>a<th>b<tr><td>1</td><td>2</td></tr>") == [["a", "b"], ["1", "2"]]


def test_cells_that_span_keep_their_places_from_the_later_ones() -> None:
    markup = "<tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f<tr><td>g"
    assert rows(markup) == [["a", "b", "", "c"], ["", "d", "e", "f"], ["g", "", "", ""]]


def test_merged_cells_are_told_from_first_to_last() -> None:
    (sheet,) = tables_of_page(b"<table><tr><td>x<td rowspan=2 colspan=3>a</table>", "a.xls", "a")
    assert sheet.merged == (((0, 1), (1, 3)),)


@pytest.mark.parametrize("span", ["", "0", "-2", "x", "99999"])
def test_a_span_that_is_none_is_one(span: str) -> None:
    assert rows(f"<tr><td colspan='{span}'>a<td>b") == [["a", "b"]]


def test_the_widest_span_is_cut() -> None:
    assert len(rows("<tr><td colspan=9000>a<td>b")[0]) == 1001


def test_lines_of_a_cell_stay_lines_and_blanks_are_folded() -> None:
    assert rows("<tr><td> a \n b<br>c<p></p><div>d &amp; e</div>") == [["a b\nc\nd & e"]]


def test_what_a_page_does_not_show_is_not_read() -> None:
    assert rows("<tr><td>a<script>b</script><style>c</style>d<td>e") == [["ad", "e"]]


def test_a_table_within_a_cell_is_text_of_that_cell() -> None:
    assert rows("<tr><td>a<table><tr><td>b</td></tr></table></td><td>c") == [["ab", "c"]]


def test_every_table_is_a_sheet_and_empty_ones_are_none() -> None:
    markup = "<table><tr><td>a</table> x <table><tr><td> </table><table><tr><td>b</table>"
    assert read(markup) == [("ekspor", [["a"]]), ("ekspor 3", [["b"]])]


def test_a_page_without_a_table_is_told() -> None:
    with pytest.raises(UnreadableInputError, match="without any table") as caught:
        read("<html><p>Masuk dahulu</p></html>")
    assert "sign in" in str(caught.value)
