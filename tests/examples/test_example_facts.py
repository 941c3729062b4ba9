"""Cells and tables read from CSV."""

from datetime import date
from decimal import Decimal

import pytest

from evaluation.workbook.sheets import WILAYAH
from examples.facts import attending, cell, records, sheet, whole_sheet


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("12", 12),
        ("-7", -7),
        ("3,56", Decimal("3.56")),
        ("-0,07", Decimal("-0.07")),
        ("2024-11-25", date(2024, 11, 25)),
        ("2017-2022", "2017-2022"),
        ("-", "-"),
        ("1 (satu) berkas", "1 (satu) berkas"),
        ("B-1478/DJAI/AI.01.02/11/2024", "B-1478/DJAI/AI.01.02/11/2024"),
    ],
)
def test_a_text_becomes_what_it_stands_for(text, value):
    assert cell(text) == value
    assert type(cell(text)) is type(value)


def test_a_sheet_takes_the_named_columns_and_keeps_codes_as_text():
    rows = [{"Kode": "17", "No": "1", "Catatan Data": "kategori direka"}]
    assert sheet(rows, [WILAYAH.number, WILAYAH.code]) == [("No", "Kode"), (1, "17")]


def test_a_file_becomes_a_sheet_with_its_line_breaks_and_commas(tmp_path):
    path = tmp_path / "dimensi.csv"
    path.write_text('Dimensi,Uraian\nIMPACT,"satu, dua\ntiga"\n', encoding="utf-8")
    assert whole_sheet(path) == [("Dimensi", "Uraian"), ("IMPACT", "satu, dua\ntiga")]
    assert records(path) == [{"Dimensi": "IMPACT", "Uraian": "satu, dua\ntiga"}]


def test_only_regions_that_came_are_attending():
    regions = [{"Wilayah": "KAB. A", "Hadir": "Ya"}, {"Wilayah": "KAB. B", "Hadir": "Tidak"}]
    assert list(attending(regions)) == ["KAB. A"]
