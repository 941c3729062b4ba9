"""Rows addressed by column come out in the order of the sheet."""

import pytest

from evaluation.workbook.rows import headings_of, rows_of
from evaluation.workbook.sheets import BOBOT, NILAI, SURAT


def test_further_columns_stand_where_they_belong() -> None:
    assert headings_of(BOBOT, ["Umum"]) == ("Dimensi", "Umum", "Bila Kosong")
    assert headings_of(NILAI, ["1", "2"]) == ("Wilayah", "Asesor", "1", "2")
    assert headings_of(SURAT, ["Umum"]) == ("Kunci", "Nilai")


def test_cells_are_put_under_their_headings_in_whatever_order_they_are_named() -> None:
    rows = rows_of(NILAI, [{"2": 4, NILAI.region: "KAB. A"}, {"1": 3}], ["1", "2"])
    assert rows == [
        ("Wilayah", "Asesor", "1", "2"),
        ("KAB. A", None, None, 4),
        (None, None, 3, None),
    ]


def test_a_cell_under_a_heading_that_the_sheet_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="the sheet Nilai has no column 'Bila Kosong'"):
        rows_of(NILAI, [{BOBOT.when_missing: "0"}])
